"""A search as the window shows it: the results with their first page already read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index import Facet, FacetValue, Query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import AccessionNumber, Archive, Match, Results, Summary

_UNFINISHED = re.compile(r"(?:^|[\s(:])[^\W_]{2,}$")
"""A plain word at the end of the text: no quotation mark, wildcard or digit-and-tilde."""
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
    days: tuple[tuple[int, int], ...] = ()
    """The same by day, as ordinals."""
    widened: str = ""
    """The text searched instead, where the last word was only the beginning of one."""
    held: int = 0
    """Dispatches in the archive, as far as they can be found yet."""

    @property
    def searched(self) -> Query:
        """What was searched in the end; its words are the ones to mark in a text."""
        return replace(self.query, text=self.widened or self.query.text)

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
    results, searched = _search(archive, query)
    top = tuple(results.page(0, FIRST_PAGE))
    held = archive.search(Query(), facets=False).summary.total
    widened = searched.text if searched != query else ""
    whole = _undated(archive, searched, results)
    months = tuple(whole.facets.get(Facet.MONTH, ()))
    return Answer(query, results, top, months, whole.days, widened, held)


def _search(archive: Archive, query: Query) -> tuple[Results, Query]:
    """Search; a last word that nothing has is taken as one that is still being typed."""
    results = archive.search(query)
    if results.summary.total or not _UNFINISHED.search(query.text):
        return results, query
    begun = replace(query, text=f"{query.text}*")
    wider = archive.search(begun)
    return (wider, begun) if wider.summary.total else (results, query)


def _undated(archive: Archive, query: Query, results: Results) -> Summary:
    """Return what the query finds at any time."""
    undated = replace(
        query,
        filed_from=None,
        filed_to=None,
        filters=tuple(f for f in query.filters if f.facet is not Facet.MONTH),
    )
    return (results if undated == query else archive.search(undated)).summary
