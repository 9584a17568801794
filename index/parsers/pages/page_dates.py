"""When a saved page was filed and updated: stated, marked, printed, or found by htmldate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.parsers.decoding.offline import forbid_probe
from index.parsers.pages.page_tree import classes, is_vast, text_of
from index.parsers.pages.small_print import LONGEST
from index.wire import agencies
from index.wire.dateband import read_date_band
from index.wire.dates import find_dates, read_date, read_iso
from index.wire.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from lxml.html import HtmlElement

    from index.dispatch import Timestamp
    from index.parsers.pages.page_meta import PageMeta
    from index.parsers.pages.small_print import SmallPrint
    from index.wire.agencies import AgencyProfile

_OPENING = 60
_COMMON = "en"
"""What dates are in on many a page that is in another language otherwise."""
_NAMED_THERE = {"no": "nb"}
"""Languages that the parser of dates behind htmldate calls by another code."""
_SIGNS = " \t\xa0:.,;|()-–—"
_FAR = 2_000
"""Characters of one piece of text among which a date is looked for."""
_NEW_YEAR = "-01-01"
"""What htmldate answers where it finds a year only, mostly that of a copyright line."""
_ELSEWHERE = re.compile(r"comment|related|sidebar|widget|teaser|footer|recommend|copyright")


class Dated(NamedTuple):
    """A moment, and where it stands."""

    stamp: Timestamp
    origin: str


class PageDates(NamedTuple):
    """First publication and last change."""

    filed: Dated | None
    updated: Dated | None


def choose_dates(
    tree: HtmlElement,
    page: PageMeta,
    profile: AgencyProfile | None,
    opening: Dated | None,
    language: str = "",
) -> PageDates:
    """Return the two dates of a page.

    Args:
        tree: the parsed page.
        page: what it states outside its text.
        language: of its text, where that is known.
        profile: the agency's, which decides how numeric dates and bare clocks are meant.
        opening: the date that the story itself begins with, where it does.
    """
    day_first, zone = (profile.day_first, profile.zone) if profile else (None, None)
    reader = _Reader(day_first, zone, language)
    filed = reader.stated(page, "filed")
    updated = reader.stated(page, "updated")
    if filed is None:
        filed = next(reader.marked(tree), None) or opening
    if filed is None:
        filed, printed = printed_dates(page.small_print, profile)
        updated = updated or printed
    filed = filed or reader.searched(tree, page)
    if filed and updated and _before(updated.stamp, filed.stamp):
        updated = None
    return PageDates(filed, updated)


def printed_dates(small: SmallPrint, profile: AgencyProfile | None) -> PageDates:
    """Read the first line that holds both dates, as in ``1 May 2024 - Updated: 2 May 2024``."""
    for element, line in small.lines:
        band = read_date_band(line, profile) if 0 < len(line) <= LONGEST else None
        if not (band and band.filed and band.updated) or _is_elsewhere(element):
            continue
        if _labels_update(line):
            origin = "printed dates"
            return PageDates(Dated(band.filed, origin), Dated(band.updated, origin))
    return PageDates(None, None)


def _labels_update(line: str) -> bool:
    """Tell whether one of the dates of a line is said to be that of a change."""
    words = agencies.load().words
    starts = [0, *(found.span[1] for found in find_dates(line))]
    labels = (line[at : found.span[0]] for at, found in zip(starts, find_dates(line), strict=False))
    return any(words.role(label.strip(_SIGNS)) == "updated" for label in labels)


def opening_date(story: list[str]) -> Dated | None:
    """Read the date with which a story's first paragraph opens, as in ``26 juin 2012. -``."""
    found = find_dates(story[0][:_OPENING]) if story else []
    if found and not story[0][: found[0].span[0]].strip(" (–—-"):
        return Dated(found[0].stamp, "opening of the story")
    return None


class _Reader:
    """Reads dates in one agency's manner."""

    def __init__(self, day_first: bool | None, zone: tzinfo | None, language: str) -> None:
        self._day_first = day_first
        self._zone = zone
        self._language = language

    def stated(self, page: PageMeta, name: str) -> Dated | None:
        for one in page.every(name):
            stamp = self._read(one.value)
            if stamp:
                return Dated(stamp, one.origin)
        return None

    def marked(self, tree: HtmlElement) -> Iterator[Dated]:
        """Read microdata and ``time`` elements that belong to the story."""
        for element in tree.xpath(
            '//*[@itemprop="datePublished" or @itemprop="dateCreated" or @pubdate]'
        ):
            value = element.get("content") or element.get("datetime") or text_of(element)
            stamp = self._read(value)
            if stamp and not _is_elsewhere(element):
                yield Dated(stamp, "itemprop datePublished")

    def searched(self, tree: HtmlElement, page: PageMeta) -> Dated | None:
        """Let htmldate search the page."""
        forbid_probe()
        from htmldate import find_date  # late: it loads language data

        if is_vast(tree):
            return None
        _narrow_down(self._language)
        try:
            day = find_date(tree, original_date=True, url=page.url or None)
        except (ValueError, TypeError, AttributeError, RecursionError):
            return None
        if day and day.endswith(_NEW_YEAR) and not _prints(tree, day):
            day = day.removesuffix(_NEW_YEAR)
        stamp = read_iso(day) if day else None
        return Dated(stamp, "htmldate") if stamp else None

    def _read(self, value: str) -> Timestamp | None:
        machine = read_iso(value, assumed=self._zone)
        if machine:
            return machine
        return read_date(value, day_first=self._day_first, zone=self._zone) or self._first(value)

    def _first(self, value: str) -> Timestamp | None:
        if len(value) > 100:
            return None
        found = find_dates(value, day_first=self._day_first, zone=self._zone)
        return found[0].stamp if found else None


def _narrow_down(language: str) -> None:
    """Have htmldate try one language and English instead of two hundred, which takes seconds."""
    from htmldate.extractors import get_external_parser  # late, as above

    tried = dict.fromkeys([language, _COMMON] if language else LANGUAGES)
    get_external_parser().languages = [_NAMED_THERE.get(each, each) for each in tried]


def _prints(tree: HtmlElement, day: str) -> bool:
    """Tell whether a page prints a day, or states it in an address or an attribute."""
    digits = re.compile(day.replace("-", r"\W?"))
    year = day[:4]
    for element in tree.iter():
        if any(digits.search(value) for value in element.attrib.values()):
            return True
        text = element.text or ""
        if year in text and any(found.stamp.iso()[:10] == day for found in find_dates(text[:_FAR])):
            return True
    return False


def _before(stamp: Timestamp, other: Timestamp) -> bool:
    if (stamp.value.tzinfo is None) != (other.value.tzinfo is None):
        return stamp.day < other.day
    return stamp.value < other.value


def _is_elsewhere(element: HtmlElement) -> bool:
    return any(
        _ELSEWHERE.search(classes(one)) or one.tag in {"footer", "aside"}
        for one in (element, *element.iterancestors())
        if one.tag not in {"body", "html"}
    )
