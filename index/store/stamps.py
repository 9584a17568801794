"""Timestamps as text that loses nothing: ``2024-10-18T15:04:00+02:00 minute stated``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.corpus import UNDATED
from index.dispatch import Precision, Timestamp, Zone

if TYPE_CHECKING:
    from index.dispatch import Provenance

_AMBIGUOUS = "ambiguous"
_TIMED = (Precision.MINUTE, Precision.SECOND)
_PRECISIONS = {str(each): each for each in Precision}
_ZONES = {str(each): each for each in Zone}


def write_stamp(stamp: Timestamp | None) -> str | None:
    """Return the stored form; an aware value keeps its offset from UTC, not its zone's name."""
    if stamp is None:
        return None
    words = f"{stamp.value.isoformat()} {stamp.precision} {stamp.zone}"
    return f"{words} {_AMBIGUOUS}" if stamp.ambiguous else words


def read_stamp(text: str | None) -> Timestamp | None:
    """Undo :func:`write_stamp`."""
    if text is None:
        return None
    value, precision, zone, *rest = text.split(" ")
    return Timestamp(
        datetime.fromisoformat(value), _PRECISIONS[precision], _ZONES[zone], bool(rest)
    )


def day_number(stamp: Timestamp | None) -> int:
    """Return the proleptic Gregorian ordinal of the day as printed, or UNDATED."""
    return UNDATED if stamp is None else stamp.value.toordinal()


def minute_of_day(stamp: Timestamp | None) -> int:
    """Return minutes since midnight as printed, 0 where the source does not say."""
    if stamp is None or stamp.precision not in _TIMED:
        return 0
    return stamp.value.hour * 60 + stamp.value.minute


def import_day(provenance: Provenance) -> int:
    """Return the ordinal of the day of import, or UNDATED."""
    return UNDATED if provenance.imported is None else provenance.imported.toordinal()


def write_moment(moment: datetime | None) -> str | None:
    """Return a plain moment as ISO 8601."""
    return None if moment is None else moment.isoformat()


def read_moment(text: str | None) -> datetime | None:
    """Undo :func:`write_moment`."""
    return None if text is None else datetime.fromisoformat(text)


def now() -> str:
    """Return the present as ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat()
