"""A search as the window shows it: the results with their first page already read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index import Facet, FacetValue, Query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import AccessionNumber, Archive, Match, Results, Summary

FIRST_PAGE = 50
"""Matches read together with the search, so that a window never shows them empty."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Results (of ``index``) plus what the window needs in the same moment."""

    query: Query
    results: Results
    top: tuple[Match, ...]
    coverage: tuple[FacetValue, ...] = ()
    """Matches by month as if no date range had been brushed."""
    held: int = 0
    """Dispatches in the archive, as far as they can be found yet."""

    @property
    def summary(self) -> Summary:
        """Totals, facets and notices."""
        return self.results.summary

    @property
    def ids(self) -> Sequence[AccessionNumber]:
        """Every match in order."""
        return self.results.ids

    def page(self, first: int, count: int) -> list[Match]:
        """Return up to ``count`` matches from position ``first``."""
        if first + count <= len(self.top):
            return list(self.top[first : first + count])
        return self.results.page(first, count)


def find(archive: Archive, query: Query) -> Answer:
    """Search; meant for a worker's thread."""
    results = archive.search(query)
    top = tuple(results.page(0, FIRST_PAGE))
    held = archive.search(Query(), facets=False).summary.total
    return Answer(query, results, top, _coverage(archive, query, results), held)


def _coverage(archive: Archive, query: Query, results: Results) -> tuple[FacetValue, ...]:
    undated = replace(
        query,
        filed_from=None,
        filed_to=None,
        filters=tuple(f for f in query.filters if f.facet is not Facet.MONTH),
    )
    whole = results if undated == query else archive.search(undated)
    return tuple(whole.summary.facets.get(Facet.MONTH, ()))
