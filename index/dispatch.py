"""A dispatch as filed by an agency, and what the archive knows of the file it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

AccessionNumber = NewType("AccessionNumber", int)
"""The number under which the archive holds a dispatch: positive, never reused."""

APART = -1
"""The family of a dispatch that the user set apart: no import joins it to others again."""


class Precision(StrEnum):
    """The finest unit that the source states."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Zone(StrEnum):
    """Where the offset from UTC comes from."""

    STATED = "stated"
    ASSUMED = "assumed"
    """From the agency's profile."""
    UNKNOWN = "unknown"
    """The value is local time of an unnamed place."""


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A moment as far as the source states it; ``value`` is aware unless ``zone`` is unknown."""

    value: datetime
    precision: Precision = Precision.SECOND
    zone: Zone = Zone.UNKNOWN
    ambiguous: bool = False
    """Day and month could be read the other way round; the agency's profile decided."""

    def __reduce__(self) -> tuple[type[Timestamp], tuple[object, ...]]:
        """Cross between processes as the plain values: several times faster than field by field."""
        return Timestamp, (self.value, self.precision, self.zone, self.ambiguous)

    @property
    def day(self) -> date:
        """The calendar day as printed in the source (no conversion to another zone)."""
        return self.value.date()

    def iso(self) -> str:
        """Return ISO 8601 down to the stated precision: ``2024-10``, ``2024-10-18T15:04+02:00``."""
        match self.precision:
            case Precision.YEAR:
                return f"{self.value:%Y}".zfill(4)
            case Precision.MONTH:
                return self.value.date().isoformat()[:7]
            case Precision.DAY:
                return self.value.date().isoformat()
            case Precision.MINUTE:
                return self.value.isoformat(timespec="minutes")
            case Precision.SECOND:
                return self.value.isoformat(timespec="seconds")

    @classmethod
    def on(cls, year: int, month: int, day: int) -> Timestamp:
        """Make a calendar day."""
        return cls(datetime(year, month, day), Precision.DAY)

    @classmethod
    def at(cls, value: datetime, *, assumed: tzinfo | None = None) -> Timestamp:
        """Make a moment to the second; a naive one takes ``assumed`` as its zone where given."""
        if value.tzinfo is not None:
            return cls(value, Precision.SECOND, Zone.STATED)
        if assumed is not None:
            return cls(value.replace(tzinfo=assumed), Precision.SECOND, Zone.ASSUMED)
        return cls(value, Precision.SECOND, Zone.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Revision:
    """How the source says that it is one version of a story among several."""

    guid: str | None = None
    """The story's identifier at the agency, the same in each version."""
    number: int | None = None
    label: str | None = None
    """As printed: ``1st Ld-Writethru``, ``Mise à jour``, ``CORRECTIF``."""
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One item moved on a wire; the same bytes always give an equal dispatch.

    Text fields are NFC, without leading or trailing white space; an absent one is ``""``
    or ``()``. ``body`` separates paragraphs by one empty line. Offsets into it are code points.
    """

    headline: str
    body: str
    format: str = "text"
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    agency: str = ""
    """As the source's own metadata spells it out; where the source has a code or an address, or the
    text alone tells, the name in ``resources/agencies.toml``. What groups or compares dispatches
    asks ``index.wire.authority`` for one name an agency."""
    dateline: str = ""
    """As printed, for example ``AA / Paris / Ümit Dönmez``."""
    city: str = ""
    section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    slug: str = ""
    language: str = ""
    """ISO 639-1, lower case."""
    filed: Timestamp | None = None
    updated: Timestamp | None = None
    captured: Timestamp | None = None
    embargo: Timestamp | None = None
    boilerplate: str = ""
    """Subscription notices and the like: kept, but not part of the body."""
    source_url: str = ""
    revision: Revision | None = None
    partial: bool = False
    """The source holds an excerpt only."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Field name -> the rule or element that it was read from."""
    warnings: tuple[str, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)
    """Kind of part left out (``image``, ``script``, ``attachment`` …) -> how many."""

    def __reduce__(self) -> tuple[type[Dispatch], tuple[object, ...]]:
        """Cross between processes as the plain values: several times faster than field by field."""
        return Dispatch, _values(self)


_values: Callable[[Dispatch], tuple[object, ...]] = attrgetter(*Dispatch.__slots__)

FieldValue = str | tuple[str, ...] | Timestamp | None
"""What a field of a dispatch may hold that can be corrected."""


def field_text(value: FieldValue) -> str:
    """Return a value as a person may type it; ``Archive.read_field`` reads it."""
    if isinstance(value, Timestamp):
        return value.iso().replace("T", " ")
    return "; ".join(value) if isinstance(value, tuple) else value or ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an accession came from, and the fixity of the original bytes."""

    path: str
    """The file as the user named it."""
    member: str = ""
    """Name inside a container, or ``#3`` for the third record of an export."""
    sha256: str = ""
    """Of the original bytes (of the member, where there is one): 64 hex digits."""
    size: int = 0
    """Bytes."""
    media_type: str = ""
    parser: str = ""
    """Name and version, for example ``aa-text 1``."""
    imported: datetime | None = None
    """UTC, aware."""


@dataclass(frozen=True, slots=True)
class Accession:
    """A dispatch once taken into the archive."""

    id: AccessionNumber
    dispatch: Dispatch
    provenance: Provenance
    family: int = 0
    """Number of the story family (dispatches that tell the same story); 0 = alone, or APART."""
    supersedes: AccessionNumber | None = None
    """The version of the same story before this one."""
    trashed: bool = False
    sample: bool = False
    """One of the welcome dispatches that ship with the program."""
