"""The clock in the trailer of a wire message, in the orders that wires use."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from index.dispatch import Precision, Timestamp, Zone
from index.wire import zones
from index.wire.dates import find_dates
from index.wire.months import MONTHS, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

_DAY_FIRST = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) ?(?P<zone>[A-Z]{1,5})? ?"
    r"(?P<month>[^\W\d_]{3,9})\.? ?(?P<year>\d\d(?:\d\d)?)\b"
)
_NUMBERS = re.compile(r"(?<![\d:])(?P<a>\d\d)-(?P<b>\d\d)-(?P<year>\d\d)(?!\d)")
_CLOCK = re.compile(r"(?<!\d)(?P<hour>\d\d):?(?P<minute>\d\d)(?: ?(?P<zone>[A-Z]{1,5}))?(?![\d:])")


def read_clock(
    trailer: str, opening: str, *, day_first: bool | None, zone: tzinfo | None
) -> Timestamp | None:
    """Return the moment printed in a trailer such as ``071341 GMT Okt 15``.

    Args:
        trailer: what stands behind ETX.
        opening: the first paragraphs; a date printed there settles which number is the day.
        day_first: the agency's habit; None where the agency is unknown.
        zone: taken where the trailer names none.
    """
    if found := _DAY_FIRST.search(trailer):
        month = MONTHS.get(plain(found["month"]), 0)
        return _moment(found["year"], month, int(found["day"]), found, zone, ambiguous=False)
    found = _NUMBERS.search(trailer)
    if found is None:
        return None
    clock = _CLOCK.search(trailer[: found.start()] + " " + trailer[found.end() :])
    first, second = int(found["a"]), int(found["b"])
    month, day, sure = _order(first, second, opening, day_first)
    return _moment(found["year"], month, day, clock, zone, ambiguous=not sure)


def _order(first: int, second: int, opening: str, day_first: bool | None) -> tuple[int, int, bool]:
    """Return month and day, and whether that is certain."""
    if first == second or first > 12 or second > 12:
        return (second, first, True) if first > 12 else (first, second, True)
    printed = set(_printed(opening))
    for month, day in ((first, second), (second, first)):
        if (month, day) in printed and (day, month) not in printed:
            return month, day, True
    return (first, second, False) if day_first is False else (second, first, False)


def _printed(opening: str) -> Iterator[tuple[int, int]]:
    """Yield month and day of the dates in the text; datelines leave the year out."""
    for full in find_dates(opening):
        yield full.stamp.value.month, full.stamp.value.day
    for found in re.finditer(
        r"([^\W\d_]{3,9})\.? (\d{1,2})\b|\b(\d{1,2})\.? ([^\W\d_]{3,9})", opening
    ):
        month = MONTHS.get(plain(found[1] or found[4]), 0)
        if month:
            yield month, int(found[2] or found[3])


def _moment(
    year: str,
    month: int,
    day: int,
    clock: re.Match[str] | None,
    zone: tzinfo | None,
    *,
    ambiguous: bool,
) -> Timestamp | None:
    try:
        value = datetime(int(year) + (2000 if len(year) == 2 else 0), month, day)
        if clock is None:
            return Timestamp(value, Precision.DAY, Zone.UNKNOWN, ambiguous)
        value = value.replace(hour=int(clock["hour"]), minute=int(clock["minute"]))
    except ValueError:
        return None
    stated = zones.stated(clock["zone"] or "", value)
    status = Zone.STATED if stated else Zone.ASSUMED if zone else Zone.UNKNOWN
    offset = stated or (zones.at(zone, value) if zone else None)
    return Timestamp(value.replace(tzinfo=offset), Precision.MINUTE, status, ambiguous)
