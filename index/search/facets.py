"""Filters and counts by facet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.corpus import UNDATED
from index.query import Facet, Filter
from index.results import FacetValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.query import Query
    from index.search.batch import Numbers
    from index.search.view import View

_FORMAT = "datetime64[M]"


@dataclass(frozen=True, slots=True)
class Filtered:
    """What the filters of a query leave, facet by facet."""

    always: Numbers
    """Exclusions and the brushed dates."""
    chosen: Mapping[Facet, Numbers]
    """Facet -> the documents with one of its chosen values."""
    unstated: frozenset[Facet] = frozenset()
    """Facets of which the documents without a value are chosen, too, or excluded."""

    def all(self, but: Facet | None = None) -> Numbers:
        """Return what all filters leave, those on the facet ``but`` set aside."""
        mask = self.always
        for facet, one in self.chosen.items():
            if facet is not but:
                mask = mask & one
        return mask


def apply_filters(view: View, query: Query) -> Filtered:
    """Evaluate the filters: alternatives within a facet, all facets together."""
    chosen: dict[Facet, list[str]] = defaultdict(list)
    excluded: dict[Facet, list[str]] = defaultdict(list)
    for one in query.filters:
        (excluded if one.exclude else chosen)[one.facet].append(one.value)
    always = view.rows.present & _brushed(view, query)
    for facet, values in excluded.items():
        always = always & ~_bearing(view, facet, values)
    unstated = frozenset(one.facet for one in query.filters if not one.value)
    bearing = {facet: _bearing(view, facet, values) for facet, values in chosen.items()}
    return Filtered(always, bearing, unstated)


def _brushed(view: View, query: Query) -> Numbers:
    filed = view.rows.days["filed"]
    mask = np.ones(view.rows.total, dtype=bool)
    if query.filed_from or query.filed_to:
        mask &= filed != UNDATED
    if query.filed_from:
        mask &= filed >= query.filed_from.toordinal()
    if query.filed_to:
        mask &= filed <= query.filed_to.toordinal()
    return mask


def _bearing(view: View, facet: Facet, values: Sequence[str]) -> Numbers:
    stated = [value for value in values if value]
    bearing = _stating(view, facet, stated)
    return bearing if len(stated) == len(values) else bearing | ~_any(view, facet)


def _stating(view: View, facet: Facet, values: Iterable[str]) -> Numbers:
    if facet is Facet.MONTH:
        months = [month for value in values if (month := _month(value)) is not None]
        return np.isin(view.rows.month, months)
    if facet is Facet.CONCEPT:
        return _coded(view, values)
    return view.rows.labels[facet].named(values)


def _coded(view: View, values: Iterable[str]) -> Numbers:
    """Return, for each document, whether it bears every concept of one of the values."""
    mask = np.zeros(view.rows.total, dtype=bool)
    for value in values:
        parts = Filter(Facet.CONCEPT, value).parts
        mask |= np.logical_and.reduce([view.marks.concepts.named((part,)) for part in parts])
    return mask


def _any(view: View, facet: Facet) -> Numbers:
    """Return, for each document, whether it bears a value of the facet."""
    if facet is Facet.MONTH:
        dated: Numbers = view.rows.month != UNDATED
        return dated
    concept = facet is Facet.CONCEPT
    return (view.marks.concepts if concept else view.rows.labels[facet]).labelled


def _month(value: str) -> int | None:
    try:
        return int(np.datetime64(value, "M").astype(np.int64))
    except ValueError:
        return None


def count_facets(
    view: View, found: Numbers, filtered: Filtered
) -> dict[Facet, tuple[FacetValue, ...]]:
    """Count the values of each facet.

    A facet that is filtered is counted as if it were not, so that its other values can be seen.
    """
    everywhere = found & filtered.all()
    rows = np.flatnonzero(everywhere)
    counts = {}
    for facet in Facet:
        mask, within = everywhere, rows
        if facet in filtered.chosen:
            mask = found & filtered.all(but=facet)
            within = np.flatnonzero(mask)
        counts[facet] = _counted(view, facet, mask, within)
        if facet in filtered.unstated:
            bare = int(np.count_nonzero(mask & ~_any(view, facet)))
            counts[facet] += (FacetValue("", "", bare),)
    return counts


def _counted(view: View, facet: Facet, mask: Numbers, rows: Numbers) -> tuple[FacetValue, ...]:
    if facet is Facet.MONTH:
        return _months(view, rows)
    return _values(view, facet, mask, rows)


def _values(view: View, facet: Facet, mask: Numbers, rows: Numbers) -> tuple[FacetValue, ...]:
    concept = facet is Facet.CONCEPT
    labels = view.marks.concepts if concept else view.rows.labels[facet]
    counts = labels.counts(mask, rows)
    order = np.argsort(-counts, kind="stable")
    shown = view.marks.labels if concept else {}
    return tuple(
        FacetValue(labels.names[at], shown.get(labels.names[at], labels.names[at]), count)
        for at, count in zip(order.tolist(), counts[order].tolist(), strict=True)
        if count
    )


def count_days(view: View, rows: Numbers) -> tuple[tuple[int, int], ...]:
    """Count by day of filing, in the order of time."""
    days = view.rows.days["filed"][rows]
    days = days[days != UNDATED]
    first = int(days.min()) if len(days) else 0
    by_day = np.bincount(days - first)
    found = np.flatnonzero(by_day)
    return tuple(zip((found + first).tolist(), by_day[found].tolist(), strict=True))


def _months(view: View, rows: Numbers) -> tuple[FacetValue, ...]:
    """Count by month of filing, in the order of time."""
    months = view.rows.month[rows]
    months = months[months != UNDATED]
    first = int(months.min()) if len(months) else 0
    by_month = np.bincount(months - first)
    values = np.flatnonzero(by_month)
    counts = by_month[values]
    names = np.datetime_as_string((values + first).astype(_FORMAT)).tolist()
    return tuple(
        FacetValue(name, name, count) for name, count in zip(names, counts.tolist(), strict=True)
    )
