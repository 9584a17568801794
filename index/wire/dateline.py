"""The line that says where, when and by whom a story was filed, in the style of its agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.dispatch import Precision
from index.wire import agencies
from index.wire.asides import is_furniture
from index.wire.byline import has_by, split_byline
from index.wire.dates import find_dates
from index.wire.months import MONTHS, WEEKDAYS, plain
from index.wire.tidy import one_line
from index.wire.zones import ZONES

if TYPE_CHECKING:
    from index.dispatch import Timestamp
    from index.wire.agencies import AgencyProfile
    from index.wire.styles import Style

_OPENING = 140
"""Characters within which a dateline must have ended."""
_SIGN = re.compile(r"[(/|–—]|\s-|-\s")
"""Some sign that every style has; most lines of prose are passed over without it."""
_HYPHENED = re.compile(r"-\w")
"""Inside a word: ``ANTI-TERRORISM``."""
_OTHER_WORD = re.compile(r"(?P<word>[^\W\d_]{2,12}),?[ ](?=\w)")
_REGION = re.compile(r",.*$|\s*\([^)]*\)$")
_DAY = re.compile(
    r",?\s+(?:(?P<month>[^\W\d_]{3,})\.?\s+\d{1,2}|\d{1,2}\.?\s+(?P<name>[^\W\d_]{3,}))\.?$"
)
_PLACE_ALONE = re.compile(r"[^\W\d_][^\d,/()–—:;]{0,39}")
_DATED_PLACE = re.compile(
    r"(?P<place>[^\W\d_][^\d,;:/()|]{1,38}?)(?:,|\s[-–—]|(?=\s(?:le|den)\s))\s*"
    r"(?P<article>(?:le|den|the|el|lì|li|il|a)\s+)?(?P<date>.{6,40}?)\.?",
    re.IGNORECASE,
)
_LONGEST_DATED = 80
_CLOCK_WORDS = frozenset(("T", "h", "a", "p", "m", "am", "pm", "AM", "PM", "Uhr", *ZONES))
_YEAR = re.compile(r"\d{4}")
_MOST_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline taken apart."""

    printed: str
    profile: AgencyProfile | None
    city: str
    style: str
    """The template that matched, as it stands in the table of agencies."""
    byline: tuple[str, ...] = ()
    filed: Timestamp | None = None
    """Only where the year is printed."""
    day: str = ""
    """The date as printed, with or without a year."""
    rest: str | None = None
    """The story's opening where it stands on the same line."""


def find_dateline(line: str) -> Dateline | None:
    """Read the dateline that a line is, or begins with."""
    opening = line[:_OPENING]
    if not _SIGN.search(opening):
        return None
    for profile in agencies.load().mentioned(opening):
        signs = set(opening)
        for style in profile.styles:
            found = _match(style, line) if style.signs <= signs else None
            if found:
                return _dateline(found, style, profile)
    return None


def find_place(line: str) -> Dateline | None:
    """Read a dateline in capitals that names no agency, as in ``WASHINGTON —``."""
    for style in agencies.load().words.places:
        found = _match(style, line)
        if found and not _HYPHENED.match(line, found.end() - 1):
            return _dateline(found, style, None)
    return None


def find_dated_place(line: str) -> Dateline | None:
    """Read the line of a release that says where and when, as in ``Paris, le 9 mars 2024``.

    Without an article before the date only a place of one word is told from a person.
    """
    short = len(line) <= _LONGEST_DATED and _YEAR.search(line) is not None
    found = _DATED_PLACE.fullmatch(line) if short else None
    dates = find_dates(found["date"]) if found else []
    if found is None or len(dates) != 1 or dates[0].span != (0, len(found["date"])):
        return None
    place, stamp = found["place"].strip(), dates[0].stamp
    alone = found["article"] or " " not in place
    if stamp.precision in (Precision.YEAR, Precision.MONTH) or not (alone and _is_place(place)):
        return None
    return Dateline(line, None, plain_city(place), "place, date", filed=stamp)


def _is_place(name: str) -> bool:
    words, known = name.split(), agencies.load()
    other = known.named(name) or known.words.role(name) or is_furniture(name) or has_by(name)
    dated = any(plain(word) in MONTHS or plain(word) in WEEKDAYS for word in words)
    return not (other or dated) and len(words) <= _MOST_WORDS and words[0][0].isupper()


def stated_city(dateline: str) -> str:
    """Return the city of a dateline that stands in an element of its own, or ''."""
    printed = one_line(dateline).rstrip(" -–—_:.")
    if (found := find_dateline(f"{printed} -")) and found.city:
        return found.city
    place = _PLACE_ALONE.match(printed)
    words = place.group().split() if place else []
    known = agencies.load()
    while words and (known.named(words[0]) or plain(words[0]) in MONTHS):
        words = words[1:]
    return _city(" ".join(words)) if 0 < len(words) <= _MOST_WORDS else ""


def is_date_alone(dateline: str) -> bool:
    """Tell a line that holds a day, perhaps with a time, and no place."""
    words = [word for word in _WORD.findall(dateline) if word not in _CLOCK_WORDS]
    dated = any(map(str.isdigit, dateline))
    return dated and all(plain(word) in MONTHS or plain(word) in WEEKDAYS for word in words)


def plain_city(printed: str) -> str:
    """Return a city without its state or country, in ordinary case."""
    city = _REGION.sub("", _DAY.sub(_undated, one_line(printed))).strip(" .,،-–—")
    return _WORD.sub(_capital, city) if city.isupper() and len(city) > 3 else city


def _undated(found: re.Match[str]) -> str:
    """Leave out a day without a year behind a place, as in ``BANGKOK Jan 20``."""
    return "" if plain(found["month"] or found["name"]) in MONTHS else found.group()


def _city(printed: str) -> str:
    return "" if plain(printed) in WEEKDAYS else plain_city(printed)


def _capital(found: re.Match[str]) -> str:
    word = found.group()
    rest = word[1:].replace("İ", "i").lower()
    return word[0] + rest


def _bare_day(printed: str) -> str:
    """Return a date without the country that stood where weekdays stand: ``Spain, Jan. 1``."""
    word = _OTHER_WORD.match(printed)
    if not word or plain(word["word"]) in WEEKDAYS or plain(word["word"]) in MONTHS:
        return printed
    return printed[word.end() :]


def _match(style: Style, line: str) -> re.Match[str] | None:
    if not style.inline and len(line) > _OPENING:
        return None
    return style.match(line)


def _dateline(found: re.Match[str], style: Style, profile: AgencyProfile | None) -> Dateline:
    part = found.groupdict()
    day = part.get("date") or ""
    day_first, zone = (profile.day_first, profile.zone) if profile else (None, None)
    moment = f"{day} {part.get('time') or ''}".strip()
    dates = find_dates(moment, day_first=day_first, zone=zone) if day else []
    return Dateline(
        printed=one_line(found.group()),
        profile=profile,
        city=_city(part.get("city") or part.get("place") or ""),
        style=style.template,
        byline=split_byline(part.get("byline") or part.get("writer") or ""),
        filed=dates[0].stamp if dates else None,
        day=_bare_day(day),
        rest=found.string[found.end() :] if style.inline else None,
    )
