"""Dispatches in time, as fine as somebody wants to see them: by day, week, month or year."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.models.coverage import Bar, bars

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index import FacetValue

MOST = 20_000
"""Bars of a finer division; where there were more, the next coarser one is shown."""
SHORT, MIDDLING = 45, 180
"""Days of a whole coverage up to which it is shown by day, and by week, if nobody chose."""
_WEEK = 7


class Grain(StrEnum):
    """What a bar stands for."""

    FITTING = "fitting"
    """Whatever there is room for."""
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_FROM_FINE = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR)


def bars_by(
    grain: Grain, days: Sequence[tuple[int, int]], months: Sequence[FacetValue], most: int
) -> tuple[Bar, ...]:
    """Return bars without gaps from the first dispatch to the last.

    Args:
        grain: what a bar is to stand for.
        days: (ordinal of a day, dispatches), in order.
        months: the same by month.
        most: bars that there is room for, where the grain is to be the fitting one.
    """
    if not days:
        return ()
    if grain is not Grain.FITTING:
        return next(found for finer in _coarser(grain) if (found := _filled(finer, days)))
    span = days[-1][0] - days[0][0] + 1
    short = Grain.DAY if span <= SHORT else Grain.WEEK if span <= MIDDLING else None
    found = _filled(short, days) if short else ()
    return found if 0 < len(found) <= most else bars(months, most)


def _coarser(grain: Grain) -> tuple[Grain, ...]:
    return _FROM_FINE[_FROM_FINE.index(grain) :]


def _filled(grain: Grain, days: Sequence[tuple[int, int]]) -> tuple[Bar, ...]:
    """Return the bars; none where they would be too many."""
    number, span = _DIVISIONS[grain]
    sums: dict[int, int] = defaultdict(int)
    for day, count in days:
        sums[number(day)] += count
    first, last = min(sums), max(sums)
    if last - first >= MOST:
        return ()
    return tuple(Bar(*span(at), sums.get(at, 0)) for at in range(first, last + 1))


def _day_span(at: int) -> tuple[date, date]:
    return date.fromordinal(at), date.fromordinal(at)


def _week_span(at: int) -> tuple[date, date]:
    monday = date.fromordinal(at * _WEEK + 1)  # 1 January of the year 1 was a Monday
    return monday, monday + timedelta(_WEEK - 1)


def _month_span(at: int) -> tuple[date, date]:
    year, month = at // 12, at % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _year_span(at: int) -> tuple[date, date]:
    return date(at, 1, 1), date(at, 12, 31)


def _month_of(day: int) -> int:
    found = date.fromordinal(day)
    return found.year * 12 + found.month - 1


_DIVISIONS: dict[Grain, tuple[Callable[[int], int], Callable[[int], tuple[date, date]]]] = {
    Grain.DAY: (int, _day_span),
    Grain.WEEK: (lambda day: (day - 1) // _WEEK, _week_span),
    Grain.MONTH: (_month_of, _month_span),
    Grain.YEAR: (lambda day: date.fromordinal(day).year, _year_span),
}
"""Grain -> number of the bar that a day belongs to, and the first and last day of a bar."""
