"""The line under a headline that holds dates, and often the writer and the source beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.wire import agencies
from index.wire.byline import has_by, split_byline
from index.wire.dates import FoundDate, find_dates

if TYPE_CHECKING:
    from index.dispatch import Timestamp
    from index.wire.agencies import AgencyProfile

_LONGEST = 240
_SHORT = 80
_SENTENCE_END = '.!?…»”"'
_SEPARATOR = re.compile(r"\s*(?:[|•·/;]|\s[-–—]\s|,\s|^[-–—]|[-–—]$|\s{3,}|\t|\xa0{2,})\s*")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*\.?"
_PARTICLE = r"(?:[dD]e|[dD]el|[dD]u|[dD]a|dos|di|la|le|van|von|der|den|ten|ter|bin|al|el|y|e)"
_NAME = re.compile(rf"{_CAPITAL}(?:[ ]{_PARTICLE}(?=[ ])|[ ’'-]{_CAPITAL}){{1,5}}\Z")
_YEAR = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d\d|[-']\d\d\b")
_NOISE = re.compile(
    r"\W*(?:\d{1,3}\s?(?:min|mn|minutes?|dk)\.?(?:\s(?:read|de lecture|Lesezeit))?|\d{1,2}[:.h]\d\d"
    r"(?:\sUhr)?|at|à|um|by|le|on|am|tarihinde)?\W*\Z",
    re.IGNORECASE,
)


@dataclass(slots=True)
class DateBand:
    """What such a line says."""

    filed: Timestamp | None = None
    updated: Timestamp | None = None
    byline: tuple[str, ...] = ()
    profile: AgencyProfile | None = None
    section: tuple[str, ...] = ()
    unknown: list[str] = field(default_factory=list)
    """Pieces that fit no role."""


def read_date_band(line: str, profile: AgencyProfile | None = None) -> DateBand | None:
    """Read a line whose dates leave nothing over but names and labels; ``None`` for prose."""
    prose = len(line) > _SHORT and line[-1] in _SENTENCE_END
    if prose or len(line) > _LONGEST or not _YEAR.search(line):
        return None
    words = agencies.load()
    profile = profile or next(iter(words.mentioned(line)), None)
    day_first, zone = (profile.day_first, profile.zone) if profile else (None, None)
    dates = find_dates(line, day_first=day_first, zone=zone)
    if not dates:
        return None
    band = DateBand(profile=None)
    for piece in _pieces(line, dates):
        _sort(piece, band, words)
    _place_dates(line, dates, band, words)
    return band if _is_band(line, band) else None


def _is_band(line: str, band: DateBand) -> bool:
    if not band.unknown:
        return True
    divided = "|" in line or "•" in line or "·" in line
    return divided and len(band.unknown) == 1 and len(band.unknown[0]) <= 60


def _pieces(line: str, dates: list[FoundDate]) -> list[str]:
    rest, position = [], 0
    for found in dates:
        rest.append(line[position : found.span[0]])
        position = found.span[1]
    rest.append(line[position:])
    return [piece for part in rest for piece in _SEPARATOR.split(part) if piece.strip(" :.,()-–")]


def _sort(piece: str, band: DateBand, words: agencies.Agencies) -> None:
    """Decide what one piece of the line is; labels of the dates are left out."""
    bare = piece.strip(" \t\xa0:.,()")
    role = words.words.role(bare)
    named = words.named(bare)
    if role in {"filed", "updated"} or _NOISE.match(bare):
        return
    if named:
        band.profile = band.profile or named
    elif role == "section":
        band.section += (bare,)
    elif has_by(bare):
        band.byline += split_byline(bare)
    elif _NAME.match(bare) and not band.byline:
        band.byline = split_byline(bare)
    else:
        band.unknown.append(bare)


def _place_dates(
    line: str, dates: list[FoundDate], band: DateBand, words: agencies.Agencies
) -> None:
    position = 0
    for found in dates:
        before = _SEPARATOR.split(line[position : found.span[0]].rstrip(" :(")) or [""]
        role = words.words.role(before[-1])
        position = found.span[1]
        if role == "updated" or (band.filed and not band.updated):
            band.updated = band.updated or found.stamp
        else:
            band.filed = band.filed or found.stamp
    if band.filed is None:
        band.filed, band.updated = band.updated, None
