"""Spans of days as a query writes them.

::

    days     = day | month | year | range | bound | spoken
    range    = [point] ".." [point]            2024-01..2024-06, ..2023
    bound    = (">" | ">=" | "<" | "<=" | "after" | "since" | "before" | "until") point
    point    = year | year "-" month | year "-" month "-" day | day "." month "." year
             | [day] name year                  18 octobre 2024, October 2024
    spoken   = "today" | "yesterday" | "last" n unit | "this" unit      (French alike)

A point stands for all of its days: ``>2024`` begins on 1 January 2025. A range may be written
backwards.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from index.folding import fold
from index.wire.months import MONTHS, plain


@dataclass(frozen=True, slots=True)
class Days:
    """A closed range; None is open."""

    first: date | None
    last: date | None


_POINT = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_EUROPEAN = re.compile(r"(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)?\.? )?([^\W\d_]+)\.? (\d{4})")
_BOUND = re.compile(
    r"(>=|<=|>|<|≥|≤|(?:after|since|before|until|apres|depuis|avant|jusqu'a)(?= ))\s*(.+)"
)
_LAST = re.compile(
    r"(?:(?:the )?(?:last|past) (?:(\d+) )?|(?:les )?(?:(\d+) )?dernier(?:e|s|es)? )"
    r"(day|week|month|year|jour|semaine|mois|annee|an)s?"
)
_LAST_AFTER = re.compile(r"(?:le |la |l')?(jour|semaine|mois|annee|an) (?:dernier|derniere)")
_THIS = re.compile(r"(?:this|cette|ce) (day|week|month|year|jour|semaine|mois|annee|an)(?:-ci)?")
_UNITS = {
    "jour": "day", "semaine": "week", "mois": "month", "annee": "year", "an": "year",
}  # fmt: skip
_SPOKEN_DAYS = {"today": 0, "aujourd'hui": 0, "yesterday": 1, "hier": 1}
_MOST = 10_000


def read_days(text: str, today: date) -> Days | None:
    """Read a span of days; None when it is none."""
    said = " ".join(fold(text).split())
    try:
        return _range(said) or _bound(said) or _point(said) or _spoken(said, today)
    except (ValueError, OverflowError):
        return None


def _point(said: str) -> Days | None:
    if found := _POINT.fullmatch(said):
        year, month, day = (int(part) if part else None for part in found.groups())
        return _days_of(year or 0, month, day)
    if found := _EUROPEAN.fullmatch(said):
        day, month, year = (int(part) if part else None for part in found.groups())
        return _days_of(year or 0, month, day)
    return _named(said)


def _named(said: str) -> Days | None:
    found = _NAMED.fullmatch(said)
    month = MONTHS.get(plain(found[2])) if found else None
    if not found or not month:
        return None
    return _days_of(int(found[3]), month, int(found[1]) if found[1] else None)


def _days_of(year: int, month: int | None, day: int | None) -> Days:
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Days(date(year, month, day), date(year, month, day))


def _range(said: str) -> Days | None:
    left, dots, right = said.partition("..")
    first, last = _point(left.strip()), _point(right.strip(". "))
    sound = dots and (first or last) and (first or not left) and (last or not right.strip("."))
    if not sound:
        return None
    if first and last and first.first and last.first and first.first > last.first:
        first, last = last, first
    return Days(first.first if first else None, last.last if last else None)


def _bound(said: str) -> Days | None:
    found = _BOUND.fullmatch(said)
    point = _point(found[2]) if found else None
    if not found or not point or not point.first or not point.last:
        return None
    match found[1]:
        case ">" | "after" | "apres":
            return Days(point.last + timedelta(1), None)
        case ">=" | "≥" | "since" | "depuis":
            return Days(point.first, None)
        case "<" | "before" | "avant":
            return Days(None, point.first - timedelta(1))
        case _:
            return Days(None, point.last)


def _spoken(said: str, today: date) -> Days | None:
    if said in _SPOKEN_DAYS:
        day = today - timedelta(_SPOKEN_DAYS[said])
        return Days(day, day)
    if found := _THIS.fullmatch(said):
        return Days(_begin(today, _unit(found[1])), today)
    if found := _LAST_AFTER.fullmatch(said):
        return Days(_back(today, 1, _unit(found[1])), today)
    if found := _LAST.fullmatch(said):
        count = int(found[1] or found[2] or 1)
        return Days(_back(today, count, _unit(found[3])), today) if count <= _MOST else None
    return None


def _unit(word: str) -> str:
    return _UNITS.get(word, word)


def _back(today: date, count: int, unit: str) -> date:
    """Return the first day of the last ``count`` units, today's among them."""
    match unit:
        case "day":
            return today - timedelta(count - 1)
        case "week":
            return today - timedelta(7 * count - 1)
        case "month":
            months = today.year * 12 + today.month - 1 - count
            year, month = divmod(months, 12)
            day = min(today.day, monthrange(year, month + 1)[1])
            return date(year, month + 1, day) + timedelta(1)
        case _:
            return _back(today, 12 * count, "month")


def _begin(today: date, unit: str) -> date:
    match unit:
        case "day":
            return today
        case "week":
            return today - timedelta(today.weekday())
        case "month":
            return today.replace(day=1)
        case _:
            return today.replace(month=1, day=1)
