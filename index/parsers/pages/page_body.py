"""The story on a saved page, without what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.parsers.decoding.offline import forbid_probe
from index.parsers.drafting.markup import read_tree
from index.parsers.pages.page_repairs import (
    gather_loose_prose,
    join_source_lines,
    unfold_tables,
)
from index.parsers.pages.page_tree import bare_words, is_vast
from index.wire.asides import (
    is_aside,
    is_heading_of_links,
    is_notice,
    is_offer,
    opens_comments,
    outside_galleries,
)
from index.wire.byline import is_byline
from index.wire.dateband import read_date_band
from index.wire.dateline import Dateline, find_dateline, find_place
from index.wire.tidy import one_line, same_words, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

WHOLE = "whole page"
"""Origin of a body that could not be told from the rest of its page."""
_FEW_WORDS = 60
_PROSE = 25
"""Words of a paragraph that is surely prose."""
_AROUND = frozenset(("nav", "footer", "aside", "header"))
_WHOLE = 1.25
"""How much longer than what was found on the page a stated body must be to replace it."""
_ABOVE = 6
"""Paragraphs from the top that may repeat headline, byline and dates."""
_MOST_LINKS = 10
_LONGEST_NAME = 80
_WORD = re.compile(r"\w+")


class PageBody(NamedTuple):
    """Paragraphs, and where they were read."""

    paragraphs: list[str]
    origin: str


def extract_body(tree: HtmlElement, stated: str, url: str) -> PageBody:
    """Return the story's paragraphs.

    Args:
        tree: the parsed page, whose tables for layout become plain divisions.
        stated: the body that the page states in its metadata, often a summary or nothing.
        url: address of the page, or ``""``.
    """
    if is_vast(tree):
        return PageBody(_whole(tree), WHOLE)
    join_source_lines(tree)
    unfold_tables(tree)
    gather_loose_prose(tree)
    found = PageBody(_extract(tree, url, precise=True), "page text")
    if _count(found.paragraphs) < _FEW_WORDS:
        generous = _extract(tree, url, precise=False)
        if _count(generous) > 1.5 * _count(found.paragraphs):
            found = PageBody(generous, "page text")
    told = [line for line in tidy(stated).split("\n") if line.strip()]
    if _count(told) > max(_FEW_WORDS, _WHOLE * _count(found.paragraphs)):
        return PageBody(told, "json-ld articleBody")
    return found if found.paragraphs else PageBody(_without_asides(_whole(tree)), WHOLE)


def _extract(tree: HtmlElement, url: str, *, precise: bool) -> list[str]:
    forbid_probe()
    from trafilatura import bare_extraction  # late: it takes a quarter of a second

    try:
        document = bare_extraction(
            tree,
            url=url or None,
            favor_precision=precise,
            favor_recall=not precise,
            include_comments=False,
            include_tables=True,
        )
    except RecursionError:
        return []
    text = tidy(getattr(document, "text", None) or "")
    return _without_asides([one_line(line) for line in text.split("\n") if line.strip()])


def _whole(tree: HtmlElement) -> list[str]:
    """Read a page as it stands, unless none of its paragraphs is prose."""
    body = tree.find("body")
    paragraphs = read_tree(tree if body is None else body, skip=_AROUND).paragraphs
    return paragraphs if any(map(_is_prose, paragraphs)) else []


def _is_prose(paragraph: str) -> bool:
    words = len(paragraph.split())
    return words >= _PROSE or (words >= _PROSE // 2 and paragraph.endswith((".", "!", "?", "…")))


def _without_asides(lines: list[str]) -> list[str]:
    """Drop what leads to other stories, galleries, and all from the heading of the comments on."""
    kept: list[str] = []
    lines = [lines[place] for place in outside_galleries(lines)]
    for place, line in enumerate(lines):
        late = len(kept) > len(lines) // 2
        if late and (opens_comments(line) or _closes_with_links(lines[place:])):
            break
        if not _is_aside(line, late=late) and _WORD.search(line):
            kept.append(line)
    return kept


def _is_aside(line: str, *, late: bool) -> bool:
    offered = (late or len(line.split()) < _PROSE // 2) and is_offer(line)
    return offered or is_aside(line) or is_notice(line)


def _closes_with_links(rest: list[str]) -> bool:
    """Tell the heading of a short list of links with which the page ends."""
    entries = rest[1:]
    listed = 0 < len(entries) <= _MOST_LINKS and all(line.startswith("- ") for line in entries)
    return listed and is_heading_of_links(rest[0])


def _count(paragraphs: list[str]) -> int:
    return sum(len(_WORD.findall(paragraph)) for paragraph in paragraphs)


class Trimmed(NamedTuple):
    """A story without the furniture above it, and the dateline that stood there."""

    paragraphs: list[str]
    dateline: Dateline | None


def trim_top(paragraphs: list[str], headline: str, known: frozenset[str] = frozenset()) -> Trimmed:
    """Drop repetitions of headline, dates and byline above the story's first paragraph.

    Args:
        paragraphs: the story, with what stands above it.
        headline: as printed elsewhere.
        known: bare words of section, site and writers, which are none of the story.
    """
    kept: list[str] = []
    dateline: Dateline | None = None
    for place, paragraph in enumerate(paragraphs):
        if place >= _ABOVE or dateline:
            return Trimmed(kept + paragraphs[place:], dateline)
        if same_words(paragraph, headline) or _is_furniture(paragraph, known):
            continue
        dateline = find_dateline(paragraph) or (find_place(paragraph) if not kept else None)
        if dateline is None or dateline.rest:
            kept.append(paragraph)
    return Trimmed(kept, dateline)


def _is_furniture(paragraph: str, known: frozenset[str]) -> bool:
    if len(paragraph) <= _LONGEST_NAME and bare_words(paragraph) in known:
        return True
    return is_byline(paragraph) or read_date_band(paragraph) is not None


def trim_end(paragraphs: list[str]) -> list[str]:
    """Drop lines below the story that say when it was published and changed."""
    end = len(paragraphs)
    while end > 1 and _says_when(paragraphs[end - 1]):
        end -= 1
    return paragraphs[:end]


def _says_when(paragraph: str) -> bool:
    """Tell two dates, or one with its label, from the day that a letter or a notice bears."""
    band = read_date_band(paragraph)
    return band is not None and (band.updated is not None or band.only_updated)
