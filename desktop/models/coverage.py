"""Dispatches in time: counts by month, put together to fewer bars where there is little room."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index import FacetValue

STEPS = (1, 3, 12, 60, 120)
"""Months in a bar, from fine to coarse."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The dispatches filed from ``first`` to ``last``, both included."""

    first: date
    last: date
    count: int


def bars(months: Iterable[FacetValue], most: int) -> tuple[Bar, ...]:
    """Return at most ``most`` bars without gaps from the first month to the last.

    Values that are no ``YYYY-MM`` (dispatches without a date) are left out.
    """
    counts = {place: each.count for each in months if (place := _place(each.value)) is not None}
    if not counts:
        return ()
    step = _step(max(counts) - min(counts) + 1, most)
    start, end = min(counts) // step, max(counts) // step
    sums = dict.fromkeys(range(start, end + 1), 0)
    for place, count in counts.items():
        sums[place // step] += count
    return tuple(_bar(slot * step, step, count) for slot, count in sums.items())


def columns_of(bar: Bar, months: Sequence[FacetValue]) -> list[int]:
    """Return where the months of a bar stand among others."""
    inside = range(_number(bar.first), _number(bar.last) + 1)
    return [at for at, month in enumerate(months) if _place(month.value) in inside]


def months_of(bar: Bar) -> int:
    """Return how many months a bar stands for."""
    return _number(bar.last) - _number(bar.first) + 1


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _place(value: str) -> int | None:
    """Return months since year 0."""
    year, dash, month = value.partition("-")
    if not (dash and year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):
        return None
    return int(year) * 12 + int(month) - 1


def _step(span: int, most: int) -> int:
    return next((step for step in STEPS if span / step <= most), STEPS[-1])


def _bar(start: int, step: int, count: int) -> Bar:
    end = start + step - 1
    year, month = end // 12, end % 12 + 1
    return Bar(
        date(start // 12, start % 12 + 1, 1), date(year, month, monthrange(year, month)[1]), count
    )
