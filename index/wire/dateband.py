"""The line under a headline that holds dates, and often the writer and the source beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from index.wire import agencies
from index.wire.asides import is_furniture
from index.wire.byline import has_by, split_byline
from index.wire.dates import FoundDate, find_dates

if TYPE_CHECKING:
    from index.dispatch import Timestamp
    from index.wire.agencies import AgencyProfile

_LONGEST = 240
_SHORT = 80
_MOST_UNKNOWN = 60
_SIGNS = " \t\xa0:.,()-–—"
_SENTENCE_END = '.!?…»”"'
_SEPARATOR = re.compile(r"\s*(?:[|•·/;]|\s[-–—]\s|,\s|^[-–—]|[-–—]$|\s{3,}|\t|\xa0{2,})\s*")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*\.?"
_PARTICLE = r"(?:[dD]e|[dD]el|[dD]u|[dD]a|dos|di|la|le|van|von|der|den|ten|ter|bin|al|el|y|e)"
_NAME = re.compile(rf"{_CAPITAL}(?:[ ]{_PARTICLE}(?=[ ])|[ ’'-]{_CAPITAL}){{1,4}}\Z")
_YEAR = re.compile(
    r"[\d'-](?:(?<=\d)(?:\d{3}|[./-]\d{1,2}[./-]\d\d)|(?<=[-'])\d\d\b)"  # one sign leads: fast
)
_NOISE = re.compile(
    r"\W*(?:(?:Lecture|Lesezeit|Lettura|Okuma)?\s?\d{1,3}\s?(?:min|mn|minut[eio]s?|dk)\.?"
    r"(?:\s(?:read|de lecture|de lectura|di lettura|de leitura|Lesezeit|okuma))?|\d{1,2}[:.h]\d\d"
    r"(?:\sUhr)?|\d{1,6}|\d{1,5}\s(?:comments?|commentaires?|Kommentare|comentarios)|\d{1,5}\s(?:mots|words|Wörter|palabras|parole|palavras|kelime|signes)"
    r"|at|à|um|by|le|on|am|tarihinde)?\W*\Z",
    re.IGNORECASE,
)

_PLACE = re.compile(r"[^\W\d_a-zß-öø-ÿ]{3,20}\Z")
_DIGIT = re.compile(r"\d")
_AGO = re.compile(
    r"\W*(?:(?:[^\W\d_]{5,12}\s)?(?:il y a|vor|hace|há)\s(?:\d{1,3}\s?\w{1,9}\.?\s?){1,2}"
    r"|(?:[^\W\d_]{5,12}\s)?(?:\d{1,3}\s?\w{1,9}\.?\s){1,2}(?:ago|atrás|fa|önce|siden|sedan|geleden))\W*\d{0,4}\W*\Z",
    re.IGNORECASE,
)
_CLOCK_ONLY = re.compile(
    r"(?P<label>[^\W\d_][^\d\n]{2,28}?)\s?:?\s(?:(?:a las|à|at|um|alle(?: ore)?|às|kl\.?|saat)\s)?"
    r"\d{1,2}(?:[:.]| ?h ?)\d\d\s?(?:h|hs|hrs|Uhr|[ap]\.?m\.?)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateBand:
    """What such a line says."""

    filed: Timestamp | None = None
    updated: Timestamp | None = None
    byline: tuple[str, ...] = ()
    profile: AgencyProfile | None = None
    source: str = ""
    """Who published it, where that is no known agency."""
    section: tuple[str, ...] = ()
    city: str = ""
    only_updated: bool = False
    """Its one date, ``filed``, is labelled as that of a change."""


@dataclass(slots=True)
class _Pieces:
    """What stands beside the dates, by the role that each piece can have."""

    written_by: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    profiles: list[AgencyProfile] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    """A word in capitals, which is a place where it leads the line."""
    unknown: list[str] = field(default_factory=list)


def is_name(text: str) -> bool:
    """Tell whether a text has the shape of a person's name."""
    return _NAME.match(text) is not None


def is_reading_time(line: str) -> bool:
    """Tell how long a page says that its story takes to read: ``3 min read``."""
    return len(line) <= _SHORT and "mi" in line.lower() and _NOISE.match(line) is not None


def is_page_clock(line: str) -> bool:
    """Tell a line that says when, but no day: ``2 hours ago``, ``Updated at 14:30``."""
    if len(line) > _SHORT or not _DIGIT.search(line):
        return False
    clock = _CLOCK_ONLY.match(line)
    if clock and agencies.load().words.role(clock["label"]) in {"filed", "updated"}:
        return True
    return _AGO.match(line) is not None or is_reading_time(line)


def read_date_band(line: str, profile: AgencyProfile | None = None) -> DateBand | None:
    """Read a line whose dates leave nothing over but names and labels; ``None`` for prose."""
    prose = len(line) > _SHORT and line[-1] in _SENTENCE_END
    if prose or len(line) > _LONGEST or not _YEAR.search(line):
        return None
    profile = profile or next(iter(agencies.load().mentioned(line)), None)
    return _read(line, profile)


@lru_cache(maxsize=64)
def _read(line: str, profile: AgencyProfile | None) -> DateBand | None:
    """Read a line; kept for a while, because those who take a head apart ask more than once."""
    known = agencies.load()
    day_first, zone = (profile.day_first, profile.zone) if profile else (None, None)
    dates = find_dates(line, day_first=day_first, zone=zone)
    if not dates:
        return None
    pieces = _Pieces()
    for piece in _beside(line, dates):
        _sort(piece, pieces, known)
    return _band(line, dates, pieces, known) if _is_band(line, pieces) else None


def _is_band(line: str, pieces: _Pieces) -> bool:
    """Let divided lines keep a piece that fits no role, and those of agencies two."""
    if pieces.places and not line.startswith(f"{pieces.places[0]}, "):
        pieces.unknown += pieces.places
        pieces.places.clear()
    bars = sum(map(line.count, "|•·"))
    allowed = 0 if not bars else 2 if pieces.profiles and bars > 1 else 1
    return len(pieces.unknown) <= allowed and sum(map(len, pieces.unknown)) <= _MOST_UNKNOWN


def _beside(line: str, dates: list[FoundDate]) -> list[str]:
    rest, position = [], 0
    for found in dates:
        rest.append(line[position : found.span[0]])
        position = found.span[1]
    rest.append(line[position:])
    return [piece for part in rest for piece in _SEPARATOR.split(part) if piece.strip(_SIGNS)]


def _sort(piece: str, pieces: _Pieces, known: agencies.Agencies) -> None:
    """Decide what one piece of the line is; labels of the dates are left out."""
    bare = piece.strip(_SIGNS)
    role = known.words.role(bare)
    named = known.named(bare)
    if role in {"filed", "updated"} or _NOISE.match(bare) or _AGO.match(bare):
        return
    if named:
        pieces.profiles.append(named)
    elif role == "section":
        pieces.sections.append(bare)
    elif has_by(bare):
        pieces.written_by += split_byline(piece)
    elif is_furniture(bare):
        return
    elif _PLACE.match(bare) and not pieces.places:
        pieces.places.append(bare)
    elif _NAME.match(bare):
        pieces.names.append(bare)
    else:
        pieces.unknown.append(bare)


def _band(line: str, dates: list[FoundDate], pieces: _Pieces, known: agencies.Agencies) -> DateBand:
    filed, updated = _placed(line, dates, known)
    only_updated = filed is None
    if only_updated:
        filed, updated = updated, None
    divided = pieces.profiles and pieces.unknown
    city = pieces.unknown[0] if divided and pieces.unknown[0].replace("-", "").isalpha() else ""
    city = city or next(iter(pieces.places), "")
    return DateBand(
        filed=filed,
        updated=updated,
        byline=tuple(pieces.written_by or split_byline("; ".join(pieces.names))),
        profile=pieces.profiles[0] if pieces.profiles else None,
        source=pieces.names[0] if pieces.written_by and pieces.names else "",
        section=() if city else tuple(pieces.sections),
        city=city,
        only_updated=only_updated,
    )


def _placed(
    line: str, dates: list[FoundDate], known: agencies.Agencies
) -> tuple[Timestamp | None, Timestamp | None]:
    """Tell the date of first publication from that of the latest change."""
    filed: Timestamp | None = None
    updated: Timestamp | None = None
    position = 0
    for found in dates:
        before = _SEPARATOR.split(line[position : found.span[0]].rstrip(" :(")) or [""]
        role = known.words.role(before[-1])
        position = found.span[1]
        if role == "updated" or (filed and not updated):
            updated = updated or found.stamp
        else:
            filed = filed or found.stamp
    return filed, updated
