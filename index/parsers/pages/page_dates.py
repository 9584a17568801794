"""When a saved page was filed and updated: stated, marked, printed, or found by htmldate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.parsers.decoding.offline import forbid_probe
from index.parsers.pages.page_tree import classes, is_vast, text_of
from index.wire.dates import find_dates, read_date, read_iso
from index.wire.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from lxml.html import HtmlElement

    from index.dispatch import Timestamp
    from index.parsers.pages.page_meta import PageMeta
    from index.wire.agencies import AgencyProfile

_OPENING = 60
_COMMON = "en"
"""What dates are in on many a page that is in another language otherwise."""
_NAMED_THERE = {"no": "nb"}
"""Languages that the parser of dates behind htmldate calls by another code."""
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
        marked = next(reader.marked(tree), None)
        filed = marked or opening or reader.searched(tree, page)
    if filed and updated and _before(updated.stamp, filed.stamp):
        updated = None
    return PageDates(filed, updated)


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
