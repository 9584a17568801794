"""Dates as wires print them: a small grammar finds them, python-dateutil reads the clock.

Day, month and year must all be there and make a calendar day; a lone number, month or version
number is never a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from index.dispatch import Precision, Timestamp, Zone
from index.wire import date_grammar as grammar
from index.wire import zones
from index.wire.months import (
    MONTHS,
    MONTHS_BEFORE_DAYS,
    MONTHS_BEHIND_ORDINALS,
    MONTHS_BEHIND_YEARS,
    WEEKDAYS,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

_YEARS = range(1800, 2101)
_CENTURY = 70
"""Years of two digits from here on are of the last century."""
_LOOK_BACK = 48
_LONGEST = 120
_AFTER_NOON = re.compile(r"(?<=^1[3-9][:h.]\d\d)\s?pm|(?<=^2[0-3][:h.]\d\d)\s?pm")
"""Said once more of hours that need no half of the day: ``15:04 PM``."""

_HOUR_SIGN = re.compile(r"\s?[h.]\s?(?=\d\d)")
_EASTERN = re.compile(
    r"(?P<half>오전|오후|上午|下午|午前|午後)?\s?(?P<hour>\d\d?)\s?[点點時时시:：]"
    r"\s?(?P<minute>\d\d?)?\s?[分분]?\Z"
)
_EASTERN_PM = frozenset({"오후", "下午", "午後"})


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands, weekday and clock included."""

    span: tuple[int, int]
    stamp: Timestamp


@dataclass(frozen=True, slots=True)
class _Day:
    year: int
    month: int
    day: int
    ambiguous: bool = False

    @property
    def midnight(self) -> datetime:
        return datetime(self.year, self.month, self.day)

    @property
    def stamp(self) -> Timestamp:
        return Timestamp(self.midnight, Precision.DAY, ambiguous=self.ambiguous)


def find_dates(
    text: str, *, day_first: bool | None = None, zone: tzinfo | None = None
) -> list[FoundDate]:
    """Return the dates in reading order.

    Args:
        text: any text; Arabic-Indic digits count as digits.
        day_first: how ``03/04/2024`` is meant; either way it is flagged as ambiguous.
        zone: assumed where a clock has no zone of its own.
    """
    return list(_scan(text.translate(grammar.WESTERN), day_first, zone))


def read_date(
    text: str, *, day_first: bool | None = None, zone: tzinfo | None = None
) -> Timestamp | None:
    """Read a text that is a date and nothing else; ``None`` for anything else."""
    if len(text) > _LONGEST:
        return None
    line = " ".join(text.split()).translate(grammar.WESTERN)
    for found in _scan(line, day_first, zone):
        start, end = found.span
        whole = grammar.FILLER.match(line[:start]) and grammar.FILLER.match(line[end:])
        return found.stamp if whole else None
    return _month_alone(line)


def read_iso(text: str, *, assumed: tzinfo | None = None) -> Timestamp | None:
    """Read a machine date: ISO 8601 from a year on, or compact ``20241018T150405Z``."""
    found = grammar.MACHINE.match(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, fraction, offset = found.groups()
    try:
        value = datetime(
            int(year),
            int(month or 1),
            int(day or 1),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            int((fraction or "0")[:6].ljust(6, "0")),
        )
    except ValueError:
        return None
    if value.year not in _YEARS:
        return None
    if hour:
        precision = Precision.SECOND if second else Precision.MINUTE
        return _moment(value, precision, (offset or "").upper(), assumed)
    return Timestamp(value, Precision.DAY if day else Precision.MONTH if month else Precision.YEAR)


def _scan(line: str, day_first: bool | None, zone: tzinfo | None) -> Iterator[FoundDate]:
    for core in grammar.DAY.finditer(line):
        day = _day(core, day_first)
        if day is not None:
            yield _with_clock(line, core, day, zone)


def _day(core: re.Match[str], day_first: bool | None) -> _Day | None:
    part = core.groupdict()
    ambiguous = False
    if part["a"]:
        year, month, day, ambiguous = _numeric(part, day_first)
    else:
        order = next(order for order in "134567" if part["d" + order])
        year, day = _year(part["y" + order]), int(part["d" + order])
        month = int(part.get("m" + order) or 0) or _named_month(part)
    try:
        datetime(year, month, day)
    except ValueError:
        return None
    return _Day(year, month, day, ambiguous) if year in _YEARS else None


def _numeric(part: dict[str, str], day_first: bool | None) -> tuple[int, int, int, bool]:
    first, second = int(part["a"]), int(part["b"])
    either = first <= 12 and second <= 12
    dotted = part["s2"].startswith(".")
    forwards = (dotted or day_first is not False) if either else second <= 12
    day, month = (first, second) if forwards else (second, first)
    return _year(part["y2"]), month, day, either and first != second and not dotted


def _year(printed: str) -> int:
    """Read a year; one of two digits is of this century or the last, 0001 is what it says."""
    year = int(printed)
    return year if len(printed) > 2 else year + (2000 if year < _CENTURY else 1900)


def _named_month(part: dict[str, str]) -> int:
    """Read a month's name as languages do that print the parts of a date in this order."""
    if part["n3"]:
        return _month(part["n3"], MONTHS_BEHIND_ORDINALS if part["o3"] == "." else MONTHS)
    if part["n4"]:
        return _month(part["n4"], MONTHS_BEFORE_DAYS)
    return _month(part["n6"] or part["n7"] or "", MONTHS_BEHIND_YEARS)


def _month(name: str, names: dict[str, int]) -> int:
    return names.get(plain(name.rstrip(".")), 0)


def _with_clock(line: str, core: re.Match[str], day: _Day, zone: tzinfo | None) -> FoundDate:
    start, end = _weekday_start(line, core.start()), _weekday_end(line, core.end())
    if core["mid"]:
        return FoundDate((start, end), _stamp(day, core["mid"].strip(), zone))
    after = grammar.CLOCK_AFTER.match(line, end)
    if after:
        return FoundDate((start, after.end()), _stamp(day, _clock(after), zone))
    before = grammar.CLOCK_BEFORE.search(line[max(0, start - _LOOK_BACK) : start])
    if before:
        return FoundDate((start - len(before.group()), end), _stamp(day, _clock(before), zone))
    return FoundDate((start, end), day.stamp)


def _weekday_start(line: str, start: int) -> int:
    found = grammar.WEEKDAY_BEFORE.search(line[max(0, start - _LOOK_BACK) : start])
    if found and plain(found[1]) in WEEKDAYS:
        return start - len(found.group())
    return start


def _weekday_end(line: str, end: int) -> int:
    found = grammar.WEEKDAY_AFTER.match(line, end)
    return found.end() if found and (found[2] or plain(found[1]) in WEEKDAYS) else end


def _clock(found: re.Match[str]) -> str:
    return f"{found['clock']} {found['zone'] or ''}".strip()


def _stamp(day: _Day, clock: str, zone: tzinfo | None) -> Timestamp:
    """Let dateutil read hours, minutes, seconds and am/pm; the zone is ours."""
    from dateutil import parser  # late: most wire dates have no clock

    named = grammar.ZONE_PRINTED.search(clock)
    hours = _plain_hours(clock[: named.start()] if named else clock)
    try:
        value = parser.parse(hours, default=day.midnight)
    except (ValueError, OverflowError):
        return day.stamp
    precision = Precision.SECOND if hours.count(":") == 2 else Precision.MINUTE
    return _moment(value, precision, named.group() if named else "", zone, day.ambiguous)


def _plain_hours(clock: str) -> str:
    """Return hours as dateutil reads them: ``14:30``, ``3:04 pm``."""
    if not clock.isascii() and (eastern := _EASTERN.match(clock)):
        half = " pm" if eastern["half"] in _EASTERN_PM else " am" if eastern["half"] else ""
        return f"{eastern['hour']}:{eastern['minute'] or '00'}{half}"
    hours = clock.lower().replace("uhr", "").replace("min", "").replace(".m", "m").rstrip(". ")
    hours = _AFTER_NOON.sub("", hours)
    if ":" not in hours:
        hours = _HOUR_SIGN.sub(":", hours, count=1).rstrip(" h")
    return hours if ":" in hours or hours.endswith("m") else f"{hours}:00"


def _moment(
    value: datetime,
    precision: Precision,
    printed: str,
    assumed: tzinfo | None,
    ambiguous: bool = False,
) -> Timestamp:
    offset = zones.stated(printed, value) if printed else None
    if offset is not None:
        return Timestamp(value.replace(tzinfo=offset), precision, Zone.STATED, ambiguous)
    offset = zones.at(assumed, value)
    if offset is not None:
        return Timestamp(value.replace(tzinfo=offset), precision, Zone.ASSUMED, ambiguous)
    return Timestamp(value, precision, Zone.UNKNOWN, ambiguous)


def _month_alone(line: str) -> Timestamp | None:
    found = grammar.MONTH.match(line)
    month = _month(found["name"], MONTHS) if found else 0
    if not found or not month or int(found["year"]) not in _YEARS:
        return None
    return Timestamp(datetime(int(found["year"]), month, 1), Precision.MONTH)
