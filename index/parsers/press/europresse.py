"""Europresse (also Eureka): HTML exports of press articles, in the old and the new layout.

New: an ``<article>`` a story. Old: a table cell a story. In both, classes name the publication,
the header line and the title; only the new layout marks author and text.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from index.errors import InputRefused, NoTextFound
from index.parsers import RecordRefused
from index.parsers.decoding.html_tree import classes, of_class, read_html
from index.parsers.decoding.xml_tree import attribute, local, text_of
from index.parsers.drafting.draft import Draft
from index.parsers.drafting.markup import read_tree
from index.parsers.press.press_labels import around_date, is_page
from index.wire.dates import find_dates
from index.wire.tidy import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from index.dispatch import Dispatch
    from index.parsers import Source

_MARKS = (b"DocPublicationName", b"docpublicationname")
_TITLES = ("titrearticlevisu", "rdp__articletitle")
_TEXTS = ("dococurrcontainer", "doctext")
_ISSUE = re.compile(r"\s*[,(]\s*(?:no|n°|nº|vol|#)\.?\s*\d.*\Z", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:news|web|pub|bio|rpt|tv)?·(\d{8})·([A-Z0-9_]+)·([\w.-]+)")
_CLOSING = re.compile(
    r"\s*(?:©|\(c\)|Tous droits réservés|All rights reserved|Numéro de document|Document number"
    r"|Cet article est paru dans|This article appeared in)",
    re.IGNORECASE,
)
_NO_AUTHOR = frozenset(("dococurrcontainer", "doctext", "rdp__subtitle"))
_LONGEST_NAME = 120


class EuropresseParser:
    """Reads every story of an export."""

    format = "europresse"
    version = 2

    def recognises(self, source: Source) -> bool:
        """Look for the class of the publication's name; styles may push it far down."""
        head = source.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        return head[:1] == b"<" and any(mark in source.raw for mark in _MARKS)

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories in order."""
        root, warnings = read_html(source, self.format)
        records = _records(root)
        if not records:
            raise NoTextFound(format=self.format)
        for number, record in enumerate(records, 1):
            try:
                draft = _read(record, source)
                for warning in warnings:
                    draft.warn(warning)
                yield draft.finish()
            except InputRefused as reason:
                if len(records) == 1:
                    raise
                yield RecordRefused(f"#{number}", reason)


def _records(root: Element) -> list[Element]:
    """Return the largest element around each publication name that holds no other one."""
    names = list(of_class(root, "docpublicationname"))
    names = [
        name
        for name in names
        if not any("docpublicationname" in classes(a) for a in name.iterancestors())
    ]
    held: Counter[Element] = Counter(above for name in names for above in name.iterancestors())
    records = []
    for name in names:
        alone = [above for above in name.iterancestors() if held[above] == 1]
        articles = [above for above in alone if local(above) == "article"]
        records.append((articles or alone or [name])[-1])
    return _in_order(root, [*records, *_unnamed(root, records)])


def _unnamed(root: Element, records: list[Element]) -> list[Element]:
    """Return the articles whose publication no class names, as those of broadcasters."""
    known = set(records)
    return [
        article
        for article in root.iter("article")
        if article not in known
        and next(of_class(article, *_TEXTS), None) is not None
        and not any(inner in known for inner in article.iterdescendants())
    ]


def _in_order(root: Element, records: list[Element]) -> list[Element]:
    chosen = set(records)
    return [element for element in root.iter() if element in chosen]


def _read(record: Element, source: Source) -> Draft:
    draft = Draft(EuropresseParser.format, source)
    _take_elsewhere(draft, record)
    name, line = next(of_class(record, "docpublicationname"), None), ""
    if name is None:
        name, line = _lines_of_header(record)
    draft.take_agency(
        "" if name is None else _ISSUE.sub("", _first_line(name)), "DocPublicationName"
    )
    _take_header(draft, record, line)
    if next(of_class(record, *_TEXTS), None) is not None:
        _take_new_layout(draft, record)
    else:
        _take_old_layout(draft, record)
    _take_number(draft, record)
    return draft


def _take_elsewhere(draft: Draft, record: Element) -> None:
    """Set apart the list of other publications that printed the story, too."""
    for other in list(of_class(record, "apd-wrapper")):
        draft.take_text("boilerplate", read_tree(other).body, "apd-wrapper")
        other.tag = "aside"


def _lines_of_header(record: Element) -> tuple[Element | None, str]:
    """Return the publication and the line with the date, which nothing but their order tells."""
    lines = [part for part in of_class(record, "sm-margin-bottom") if local(part) == "div"]
    return (lines[0] if lines else None), text_of(lines[1]) if len(lines) > 1 else ""


def _first_line(element: Element) -> str:
    return one_line(next(iter(read_tree(element).paragraphs), "").partition("\n")[0])


def _take_header(draft: Draft, record: Element, line: str) -> None:
    line = line or " ".join(text_of(part) for part in of_class(record, "docheader"))
    for part in of_class(record, "doctitresoussection"):
        line = f"{line}, {text_of(part)} {text_of(part.getnext())}"
    for found in find_dates(line)[:1]:
        draft.take_stamp("filed", found.stamp, "DocHeader")
    draft.take_several("section", around_date(line), "DocHeader")


def _take_new_layout(draft: Draft, record: Element) -> None:
    title = next(of_class(record, *_TITLES), None)
    if title is None:
        title = next(of_class(record, "titrearticle"), None)
    draft.take("headline", text_of(title), "titreArticleVisu")
    for part in of_class(record, "rdp__subtitle"):
        draft.take_text("standfirst", text_of(part), "rdp__subtitle")
    for part in () if title is None else title.itersiblings("p", preceding=True):
        draft.take_text("standfirst", text_of(part), "line above the title")
    for part in of_class(record, "docauthors"):
        draft.take_byline(text_of(part), "docAuthors")
    _take_line_below(draft, record)
    text = next(of_class(record, *_TEXTS))
    reading = read_tree(text, skip=frozenset(("aside", "footer")))
    draft.drop(reading.dropped)
    _take_story(draft, reading.paragraphs, "docOcurrContainer")
    for link in text.iterdescendants("a"):
        if "paru dans" in text_of(link):
            draft.take("source_url", attribute(link, "href"), "link in the text")
    for footer in record.iterdescendants("footer"):
        draft.take_text("boilerplate", read_tree(footer).body, "footer")


def _take_line_below(draft: Draft, record: Element) -> None:
    """Take the author from the line below the block of titles, where none is marked."""
    for place in of_class(record, "titrearticle", *_TITLES):
        beside = place.getnext()
        if beside is None or next(of_class(beside, *_TEXTS), None) is not None:
            continue
        named = "sm-margin-bottomnews" in classes(beside) or local(beside) == "div"
        if named and not classes(beside) & _NO_AUTHOR and _is_name(text_of(beside)):
            draft.take_byline(text_of(beside), "line below the title")


def _take_old_layout(draft: Draft, record: Element) -> None:
    """Take what stands between the title and the copyright line; only position tells."""
    title = next(of_class(record, *_TITLES), None)
    draft.take("headline", text_of(title), "TitreArticleVisu")
    if title is None or title.getparent() is None:
        _take_story(draft, read_tree(record).paragraphs, "table cell")
        return
    _take_above_title(draft, title)
    below = _Below(title)
    author, paragraphs = below.read()
    draft.take_byline(author, "line below the title")
    draft.drop(below.dropped)
    _take_story(draft, paragraphs, "text below the title")


def _take_above_title(draft: Draft, title: Element) -> None:
    """Take a bare line between header and title as the standfirst."""
    pieces = []
    for before in title.itersiblings(preceding=True):
        pieces.append((before.tail or "").strip())
        if "docheader" in classes(before) or "docpublicationname" in classes(before):
            break
    line = one_line(" ".join(reversed(pieces)))
    draft.take_text("standfirst", "" if is_page(line) else line, "line above the title")


def _take_story(draft: Draft, paragraphs: list[str], origin: str) -> None:
    end = next((at for at, p in enumerate(paragraphs) if _CLOSING.match(p)), len(paragraphs))
    draft.take_text("body", "\n\n".join(paragraphs[:end]), origin)
    notice = [p for p in paragraphs[end:] if len(p) < _LONGEST_NAME][:2]
    draft.take_text("boilerplate", "\n\n".join(notice), "closing lines")


def _take_number(draft: Draft, record: Element) -> None:
    """Take the document number, and its day where the header prints no date."""
    if found := _NUMBER.search(read_tree(record).body):
        draft.take_revision("guid", found.group())
        draft.take_date("filed", found[1], "document number")


class _Below:
    """What follows the title in the old layout, where ``<p></p>`` only parts paragraphs."""

    def __init__(self, title: Element) -> None:
        self.dropped: Counter[str] = Counter()
        self._title = title
        self._paragraphs: list[str] = [""]
        self._author = ""

    def read(self) -> tuple[str, list[str]]:
        """Return the author's line, if there is one, and the paragraphs."""
        self._add(self._title.tail)
        for element in self._title.itersiblings():
            name = local(element)
            if name == "table":
                break
            if name in ("p", "div") or (name == "br" and self._next_is_break(element)):
                self._break(author=name == "br")
            self._add_element(element)
            self._add(element.tail)
        return self._author, [p for p in map(str.strip, self._paragraphs) if p]

    def _add_element(self, element: Element) -> None:
        reading = read_tree(element)
        self.dropped.update(reading.dropped)
        for number, paragraph in enumerate(reading.paragraphs):
            if number:
                self._break(author=False)
            self._add(paragraph)

    def _add(self, text: str | None) -> None:
        self._paragraphs[-1] += re.sub(r"\s+", " ", text or "")

    def _break(self, *, author: bool) -> None:
        """Begin a paragraph; a short first line that ends in a break of its own is the author."""
        first = self._paragraphs[-1].strip()
        if author and len(self._paragraphs) == 1 and _is_name(first):
            self._author = first
            self._paragraphs = [""]
        elif first:
            self._paragraphs.append("")

    @staticmethod
    def _next_is_break(element: Element) -> bool:
        after = element.getnext()
        return (
            not (element.tail or "").strip() and after is not None and local(after) in ("p", "br")
        )


def _is_name(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_NAME and line[-1] not in '.!?…:»”"' and len(line.split()) <= 12
