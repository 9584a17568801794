"""From counts to figures: names, order, months put together to periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.coverage.figure import Bears, Figure, Filed, Heading, Kind, Line, undated
from desktop.facet_names import facet_name, value_name
from desktop.models.coverage import Bar, bars, columns_of, months_of
from desktop.short_text import month, number
from index import CoverageRequest, Facet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index import Axis, ConceptUse, Coverage, CrossTable, FacetValue, Pair

    Concepts = Mapping[int, ConceptUse]

translate = QCoreApplication.translate
PERIODS = 36
"""Columns of a figure in time; more months than that are put together."""
REQUEST = CoverageRequest(
    (Facet.LANGUAGE,),
    (
        (Facet.AGENCY, Facet.MONTH),
        (Facet.CONCEPT, Facet.AGENCY),
        (Facet.CONCEPT, Facet.MONTH),
    ),
    pairs=12,
    most={Facet.CONCEPT: 24, Facet.AGENCY: 10, Facet.LANGUAGE: 10},
)
"""What the page asks for: as much as can be read at a glance."""


def figures_of(coverage: Coverage, concepts: Concepts) -> tuple[Figure, ...]:
    """Return the figures of the page; those that would have no row or column are left out."""
    made = (
        _agencies(coverage, concepts),
        _matrix("concepts-agencies", coverage.tables[Facet.CONCEPT, Facet.AGENCY], concepts),
        _in_time("concepts-months", coverage.tables[Facet.CONCEPT, Facet.MONTH], concepts),
        _pairs(coverage.pairs, concepts),
        _languages(coverage.axes[Facet.LANGUAGE], concepts),
    )
    return tuple(figure for figure in made if figure.rows and figure.columns)


# --- figures ----------------------------------------------------------------------------------


def _agencies(coverage: Coverage, concepts: Concepts) -> Figure:
    table = coverage.tables[Facet.AGENCY, Facet.MONTH]
    periods = bars(table.columns.values, PERIODS)
    everything = Heading(
        translate("figures", "All agencies"), translate("figures", "All agencies"), coverage.total
    )
    summed = tuple(period.count for period in periods)
    rows = (everything, *_headings(table.rows, concepts))
    counts = (summed, *_by_period(table, periods))
    columns = _period_headings(periods)
    return Figure(
        "agencies-months",
        translate("figures", "Dispatches in time, by agency"),
        Kind.COLUMNS,
        rows,
        columns,
        counts,
        _table(facet_name(Facet.AGENCY), rows, [_iso(period) for period in periods], counts),
        note=_sentences(_rest(table.rows), _undated(table)),
    )


def _matrix(name: str, table: CrossTable, concepts: Concepts) -> Figure:
    rows, columns = _headings(table.rows, concepts), _headings(table.columns, concepts)
    names = [heading.full for heading in columns]
    return Figure(
        name,
        translate("figures", "Concepts by agency"),
        Kind.MATRIX,
        rows,
        columns,
        table.counts,
        _table(facet_name(Facet.CONCEPT), rows, names, table.counts),
        note=_sentences(_rest(table.rows), _rest(table.columns)),
    )


def _in_time(name: str, table: CrossTable, concepts: Concepts) -> Figure:
    periods, rows = bars(table.columns.values, PERIODS), _headings(table.rows, concepts)
    counts = _by_period(table, periods)
    return Figure(
        name,
        translate("figures", "Concepts in time"),
        Kind.MATRIX,
        rows,
        _period_headings(periods),
        counts,
        _table(facet_name(Facet.CONCEPT), rows, [_iso(period) for period in periods], counts),
        note=_sentences(_rest(table.rows), _undated(table)),
    )


def _pairs(pairs: Sequence[Pair], concepts: Concepts) -> Figure:
    jaccard, lift = translate("figures", "Jaccard"), translate("figures", "Lift")
    facet, dispatches = facet_name(Facet.CONCEPT), translate("figures", "Dispatches")
    heading = (facet, facet, dispatches, jaccard, lift)
    lines = [(p.one.label, p.other.label, p.together, p.jaccard, p.lift) for p in pairs]
    return Figure(
        "concept-pairs",
        translate("figures", "Concepts that meet"),
        Kind.BARS,
        tuple(_pair_heading(pair, concepts) for pair in pairs),
        (Heading(dispatches, ""),),
        tuple((pair.together,) for pair in pairs),
        (heading, *((*line[:3], round(line[3], 4), round(line[4], 4)) for line in lines)),
        more=(jaccard, lift),
        note=translate(
            "figures",
            "Jaccard: share of the dispatches with either concept that have both. Lift: how many "
            "times more often they meet than if neither drew the other.",
        ),
    )


def _languages(axis: Axis, concepts: Concepts) -> Figure:
    rows = _headings(axis, concepts)
    counts = tuple((value.count,) for value in axis.values)
    dispatches = translate("figures", "Dispatches")
    return Figure(
        "languages",
        translate("figures", "Languages"),
        Kind.BARS,
        rows,
        (Heading(dispatches, ""),),
        counts,
        _table(facet_name(Facet.LANGUAGE), rows, [dispatches], counts),
        note=_rest(axis),
    )


# --- headings ---------------------------------------------------------------------------------


def _headings(axis: Axis, concepts: Concepts) -> tuple[Heading, ...]:
    shown = {value.value for value in axis.values}
    return tuple(_heading(axis.facet, value, shown, concepts) for value in axis.values)


def _heading(facet: Facet, value: FacetValue, shown: set[str], concepts: Concepts) -> Heading:
    name = value_name(facet, value.value, concepts)
    conditions = (Bears(facet, value.value),)
    if facet is not Facet.CONCEPT:
        return Heading(name, name, value.count, conditions)
    if not value.value:
        name = translate("figures", "no concept")
        return Heading(name, name, value.count, conditions)
    depth = sum(str(above) in shown for above in _broader(value.value, concepts))
    return Heading(name, value.label, value.count, conditions, depth)


def _broader(value: str, concepts: Concepts) -> list[int]:
    found: list[int] = []
    use = concepts.get(int(value))
    while use is not None and use.concept.broader is not None:
        found.append(use.concept.broader)
        use = concepts.get(use.concept.broader)
    return found


def _pair_heading(pair: Pair, concepts: Concepts) -> Heading:
    one, other = (value_name(Facet.CONCEPT, v.value, concepts) for v in (pair.one, pair.other))
    bears = tuple(Bears(Facet.CONCEPT, value.value) for value in (pair.one, pair.other))
    numbers = (_decimal(pair.jaccard, 2), _decimal(pair.lift, 1))
    full = f"{pair.one.label} + {pair.other.label}"
    return Heading(f"{one} + {other}", full, pair.together, bears, more=numbers)


def _decimal(value: float, digits: int) -> str:
    return QLocale().toString(value, "f", digits)


# --- periods ----------------------------------------------------------------------------------


def _by_period(table: CrossTable, periods: Sequence[Bar]) -> tuple[tuple[int, ...], ...]:
    places = [columns_of(period, table.columns.values) for period in periods]
    return tuple(tuple(sum(line[at] for at in there) for there in places) for line in table.counts)


def _period_headings(periods: Sequence[Bar]) -> tuple[Heading, ...]:
    return tuple(_period_heading(period) for period in periods)


def _period_heading(period: Bar) -> Heading:
    wide, year = months_of(period), str(period.first.year)
    filed = (Filed(period.first, period.last),)
    if wide == 1:
        text = QLocale().standaloneMonthName(period.first.month, QLocale.FormatType.NarrowFormat)
        return Heading(text, month(period.first), period.count, filed, group=year)
    if wide < 12:
        text = translate("figures", "Q{number}").format(number=(period.first.month + 2) // 3)
        full = f"{month(period.first)} – {month(period.last)}"
        return Heading(text, full, period.count, filed, group=year)
    full = year if wide == 12 else f"{year}–{period.last.year}"
    return Heading(year, full, period.count, filed)


def _iso(period: Bar) -> str:
    """Return a period as ISO 8601 writes it."""
    first, last = f"{period.first:%Y-%m}", f"{period.last:%Y-%m}"
    return first if first == last else f"{first}/{last}"


# --- tables and notes -------------------------------------------------------------------------


def _table(
    corner: str,
    rows: Sequence[Heading],
    columns: Sequence[str],
    counts: Sequence[tuple[int, ...]],
) -> tuple[Line, ...]:
    lines: list[Line] = [(row.full, *line) for row, line in zip(rows, counts, strict=True)]
    return ((corner, *columns), *lines)


def _rest(axis: Axis) -> str:
    """Say which values have no place: those left out, and those that are silent."""
    told = []
    if axis.left_out:
        text = translate("figures", "{facet}: {count} more occur.")
        told.append(text.format(facet=facet_name(axis.facet), count=number(axis.left_out)))
    if axis.silent:
        text = translate("figures", "{facet}: {count} more do not occur.")
        told.append(text.format(facet=facet_name(axis.facet), count=number(axis.silent)))
    return " ".join(told)


def _undated(table: CrossTable) -> str:
    return undated(sum(value.count for value in table.columns.values if not value.value))


def _sentences(*texts: str) -> str:
    return " ".join(text for text in texts if text)
