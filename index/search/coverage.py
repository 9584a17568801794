"""Counts how matches are spread, on the arrays that filters and facets use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.corpus import UNDATED
from index.coverage import Axis, Coverage, CrossTable
from index.query import And, DateRange, Facet
from index.results import FacetValue
from index.search.cooccurrence import pairs_of
from index.search.labels import LabelledDocuments

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from index.coverage import CoverageRequest
    from index.query import Expression, Query
    from index.search.batch import Numbers
    from index.search.view import View

UNSTATED = ""
"""Stands for dispatches that bear no value of a facet."""
_MONTHS = "datetime64[M]"


@dataclass(frozen=True)
class Spread:
    """Matches of one query, ready to be counted."""

    view: View
    query: Query
    expression: Expression
    rows: Numbers
    """The matches."""
    request: CoverageRequest

    def coverage(self) -> Coverage:
        """Count what is asked for."""
        asked = self.request
        facets = dict.fromkeys((*asked.facets, *(f for pair in asked.crossed for f in pair)))
        axes = {facet: self._axis(facet) for facet in facets}
        tables = {
            (down, across): self._crossed(axes[down], axes[across])
            for down, across in asked.crossed
        }
        pairs = pairs_of(self.view.marks, self.mask, asked.pairs) if asked.pairs else ()
        return Coverage(len(self.rows), axes, tables, pairs)

    @cached_property
    def mask(self) -> Numbers:
        """Whether each row is a match."""
        mask = np.zeros(self.view.rows.total, dtype=bool)
        mask[self.rows] = True
        return mask

    # --- one facet --------------------------------------------------------------------------

    def _axis(self, facet: Facet) -> Axis:
        labels = self._labels(facet)
        counts = labels.counts(self.mask, self.rows)
        if facet is Facet.MONTH:
            chosen = np.arange(len(labels.names))
        else:
            chosen = self._chosen(facet, labels, counts)
        values = [self._value(facet, labels.names[at], int(counts[at])) for at in chosen.tolist()]
        bare = int(np.count_nonzero(self.mask & ~labels.labelled))
        if bare:
            values.append(FacetValue(UNSTATED, UNSTATED, bare))
        silent = int(np.count_nonzero(counts == 0) - np.count_nonzero(counts[chosen] == 0))
        left_out = len(counts) - len(chosen) - silent
        return Axis(facet, tuple(values), left_out, silent)

    def _labels(self, facet: Facet) -> LabelledDocuments:
        if facet is Facet.MONTH:
            return self._months
        if facet is Facet.CONCEPT:
            return self.view.marks.concepts
        return self.view.rows.labels[facet]

    def _chosen(self, facet: Facet, labels: LabelledDocuments, counts: Numbers) -> Numbers:
        """Return the values there is room for: what occurs before what does not."""
        held = labels.counts(self.view.rows.present, np.flatnonzero(self.view.rows.present))
        order = np.lexsort((np.arange(len(counts)), -held, -counts))
        there = (counts + held)[order] > 0
        if facet is Facet.CONCEPT:
            retired = np.array([use.concept.retired for use in self.view.marks.uses], dtype=bool)
            there = (counts[order] > 0) | ~retired[order]
        order = order[there][: self.request.most.get(facet) or len(order)]
        return np.sort(order) if facet is Facet.CONCEPT else order

    def _value(self, facet: Facet, name: str, count: int) -> FacetValue:
        shown = self.view.marks.labels.get(name, name) if facet is Facet.CONCEPT else name
        return FacetValue(name, shown, count)

    # --- months -----------------------------------------------------------------------------

    @cached_property
    def _months(self) -> LabelledDocuments:
        """Every month that the archive and the query's dates have room for."""
        months = self.view.rows.month
        dated = np.flatnonzero(self.view.rows.present & (months != UNDATED))
        first, last = self._span(months[dated])
        inside = dated[(months[dated] >= first) & (months[dated] <= last)]
        names = np.datetime_as_string(np.arange(first, last + 1).astype(_MONTHS)).tolist()
        return LabelledDocuments.of(names, inside, months[inside] - first, len(months))

    def _span(self, months: Numbers) -> tuple[int, int]:
        """Return the first and the last month; where nothing is dated, the last is before it."""
        if not len(months):
            return 0, -1
        first, last = int(months.min()), int(months.max())
        for earliest, latest in self._bounds():
            first = max(first, _month(earliest)) if earliest else first
            last = min(last, _month(latest)) if latest else last
        matched = self.view.rows.month[self.rows]
        matched = matched[matched != UNDATED]
        if len(matched):
            return min(first, int(matched.min())), max(last, int(matched.max()))
        return first, max(last, first - 1)

    def _bounds(self) -> Iterator[tuple[date | None, date | None]]:
        yield self.query.filed_from, self.query.filed_to
        parts = self.expression.parts if isinstance(self.expression, And) else (self.expression,)
        for part in parts:
            if isinstance(part, DateRange) and part.field == "filed":
                yield part.first, part.last

    # --- two facets -------------------------------------------------------------------------

    def _crossed(self, down: Axis, across: Axis) -> CrossTable:
        inner = self._labels(across.facet)
        names = [value.value for value in across.values if value.value != UNSTATED]
        places = [inner.number[name] for name in names]
        ends_bare = len(names) < len(across.values)
        counts = []
        for value in down.values:
            mask = self.mask & self._bearing(down.facet, value.value)
            rows = np.flatnonzero(mask)
            line = inner.counts(mask, rows)[places].tolist()
            if ends_bare:
                line.append(int(np.count_nonzero(~inner.labelled[rows])))
            counts.append(tuple(line))
        return CrossTable(down, across, tuple(counts))

    def _bearing(self, facet: Facet, value: str) -> Numbers:
        labels = self._labels(facet)
        return ~labels.labelled if value == UNSTATED else labels.named((value,))


def _month(day: date) -> int:
    return (day.year - 1970) * 12 + day.month - 1
