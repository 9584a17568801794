"""Zone names that wires print after a time, and the offsets they mean."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from dateutil import tz

_HOURS = {
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "TU": 0, "WET": 0,
    "WEST": 1, "BST": 1, "CET": 1, "MEZ": 1, "HNEC": 1,
    "CEST": 2, "MESZ": 2, "EET": 2, "SAST": 2,
    "EEST": 3, "MSK": 3, "TRT": 3, "TSİ": 3, "TSI": 3, "AST": -4,
    "HNE": -5, "HAE": -4,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "BRT": -3, "ART": -3, "GST": 4, "PKT": 5, "IST": 5.5, "WIB": 7, "HKT": 8, "SGT": 8, "MYT": 8,
    "PHT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
"""Names that mean one offset all year; the most used meaning where a name has several."""

_PLACES = {
    "HE": "America/Toronto",
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "PT": "America/Los_Angeles",
}
"""Names whose offset depends on the season."""

ZONES = frozenset((*_HOURS, *_PLACES))
"""All the names."""

PATTERN = (
    r"(?:UTC|GMT)[ ]?[+-]\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d(?!\d)|"
    rf"(?:{'|'.join(sorted((*_HOURS, *_PLACES), key=len, reverse=True))})(?!\w)"
)
"""Regular expression for one zone, case-sensitive."""

_OFFSET = re.compile(r"([+-])(\d\d?):?(\d\d)?$")


@lru_cache(maxsize=64)
def place(name: str) -> tzinfo | None:
    """Return the rules of an IANA zone such as ``Europe/Istanbul``."""
    return tz.gettz(name) if name else None


def stated(name: str, local: datetime) -> timezone | None:
    """Return the offset that a printed zone means at a naive local time."""
    offset = _OFFSET.search(name)
    if offset:
        return _fixed(offset)
    if name in _PLACES:
        return at(place(_PLACES[name]), local)
    return timezone(timedelta(hours=_HOURS[name])) if name in _HOURS else None


def at(zone: tzinfo | None, local: datetime) -> timezone | None:
    """Return a zone's offset from UTC at a naive local time."""
    offset = local.replace(tzinfo=zone).utcoffset()
    if offset is None:
        return None
    return timezone(offset) if offset else UTC


def _fixed(found: re.Match[str]) -> timezone | None:
    sign, hours, minutes = found.groups()
    span = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if span >= timedelta(hours=24):
        return None
    return timezone(-span if sign == "-" else span)
