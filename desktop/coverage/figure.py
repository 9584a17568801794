"""A figure before it is drawn: headings, counts, and what each cell asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject

from desktop.short_text import number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from index import Facet, Query

translate = QCoreApplication.translate
HEAD = -1
"""The row of the column headings, and the column of the row headings."""


class Kind(Enum):
    """How counts are drawn."""

    MATRIX = auto()
    """A shade and a number a cell."""
    COLUMNS = auto()
    """Upright bars, a row of them for each heading; the first row is the sum."""
    BARS = auto()
    """One lying bar a row, its number and more numbers beside it."""


@dataclass(frozen=True, slots=True)
class Bears:
    """The dispatch has a facet value; an empty one stands for none."""

    facet: Facet
    value: str


@dataclass(frozen=True, slots=True)
class Filed:
    """The dispatch was filed on one of these days, both included."""

    first: date
    last: date


Condition = Bears | Filed


def narrowed(query: Query, conditions: Iterable[Condition]) -> Query:
    """Return what is asked by a cell: the present query, and the conditions of row and column."""
    for condition in conditions:
        if isinstance(condition, Bears):
            query = query.narrowed(condition.facet, condition.value)
        else:
            first, last = query.filed_from or condition.first, query.filed_to or condition.last
            query = replace(
                query,
                filed_from=max(first, condition.first),
                filed_to=min(last, condition.last),
            )
    return query


@dataclass(frozen=True, slots=True)
class Heading:
    """Of a row or a column."""

    text: str
    full: str
    """What is said where there is room: a full path, a month with its year."""
    count: int = 0
    conditions: tuple[Condition, ...] = ()
    depth: int = 0
    """How many of the rows above it are broader."""
    group: str = ""
    """Written below the first heading of a run that shares it: the year of months."""
    more: tuple[str, ...] = ()
    """Further numbers of a lying bar, one a heading of ``Figure.more``."""


class Spot(NamedTuple):
    """A cell, or a heading where one of the two is :data:`HEAD`."""

    row: int
    column: int


Line = tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure."""

    name: str
    """Of its widget and its files."""
    title: str
    kind: Kind
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    counts: tuple[tuple[int, ...], ...]
    """Row by row."""
    table: tuple[Line, ...]
    """What a CSV file of it holds, the heading first."""
    more: tuple[str, ...] = ()
    note: str = ""

    @property
    def highest(self) -> int:
        """The largest count that shares the scale; at least 1."""
        rows = self.counts[1:] if self.kind is Kind.COLUMNS else self.counts
        return max((count for line in rows for count in line), default=0) or 1

    @property
    def highest_sum(self) -> int:
        """The largest count of the first row; at least 1."""
        return max(self.counts[0] if self.counts else (), default=0) or 1

    def count(self, spot: Spot) -> int:
        """Return how many dispatches a cell or a heading stands for."""
        if spot.column == HEAD:
            return self.rows[spot.row].count
        if spot.row == HEAD:
            return self.columns[spot.column].count
        return self.counts[spot.row][spot.column]

    def conditions(self, spot: Spot) -> tuple[Condition, ...]:
        """Return what the dispatches of a cell or a heading have in common."""
        row = () if spot.row == HEAD else self.rows[spot.row].conditions
        return row if spot.column == HEAD else (*row, *self.columns[spot.column].conditions)

    def spoken(self, spot: Spot) -> str:
        """Return a cell or a heading in words, with its count."""
        row = "" if spot.row == HEAD else self.rows[spot.row].full
        column = "" if spot.column == HEAD else self.columns[spot.column].full
        where = ", ".join(text for text in (row, column) if text)
        return f"{where}: {counted(self.count(spot))}"


class _Spoken(QObject):
    """Texts with plurals, which only an object's own ``tr`` can be collected from."""

    def counted(self, count: int) -> str:
        return self.tr("%n dispatch(es)", "", count).replace(str(count), number(count))

    def undated(self, count: int) -> str:
        text = self.tr("%n dispatch(es) without a date have no place here.", "", count)
        return text.replace(str(count), number(count))


def counted(count: int) -> str:
    """Return ``12 dispatches``, or that there is none."""
    return _Spoken().counted(count) if count else translate("figures", "no dispatch")


def undated(count: int) -> str:
    """Say that so many dispatches have no date; nothing where there is none."""
    return _Spoken().undated(count) if count else ""
