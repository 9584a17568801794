"""Factiva exports: HTML in two layouts, XML, RTF and text; all have the same field codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import InputRefused, NoTextFound
from index.parsers import RecordRefused
from index.parsers.decoding.encoding import decode
from index.parsers.decoding.html_tree import classes, read_html
from index.parsers.decoding.xml_tree import (
    attribute,
    descend,
    inside,
    local,
    read_xml,
    root_of,
    text_of,
)
from index.parsers.documents.rtf import rtf_text
from index.parsers.drafting.markup import read_tree
from index.parsers.press.factiva_fields import FactivaFields, draft_of, from_lines
from index.parsers.press.press_labels import is_word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from index.dispatch import Dispatch
    from index.parsers import Source

_ARTICLE = re.compile(rb"class=[\"'][^\"']{0,80}\barticle\b[^\"']{0,80}\b[a-z]{2,4}Article\b")
_WORD = r"(?:Documento?|Dokument|Belge|Документ|文[書件档])"
_WORDS = (b"Document", b"Dokument", b"Belge")
"""One of these is in whatever ``_ACCESSION`` finds; most texts have none."""
_ACCESSION = rb"(?:Documento?|Dokument|Belge) [A-Za-z0-9_]{4,10}(?:19|20)\d{6}[a-z0-9]{6,12}\b"
_END = re.compile(
    rf"^\W*(?:AN\W+)?{_WORD}\s+(?P<number>(?=\w*\d{{6}})[A-Za-z0-9_]{{12,40}})\W*$",
    re.MULTILINE,
)
"""The line that ends a story, in the language of the interface."""
_CODED_ROW = re.compile(r"WC\W+\d")
_XML_NAMES = (b"leadParagraph", b"tailParagraphs", b"accessionNo")


class FactivaHtmlParser:
    """Reads each ``div.article``: a table of coded rows, or bare lines."""

    format = "factiva-html"
    version = 2

    def recognises(self, source: Source) -> bool:
        """Look for the classes of its articles; its styles push them far down."""
        head = source.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        return head[:1] == b"<" and _ARTICLE.search(source.raw) is not None

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories in order."""
        root, warnings = read_html(source, self.format)
        articles = [e for e in root.iterdescendants("div") if _is_article(e)]
        fields = [_from_table(a) or _from_divisions(a) for a in articles]
        yield from _dispatches(fields, self.format, source, warnings)


class FactivaXmlParser:
    """Reads each ``article`` of an XML response."""

    format = "factiva-xml"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Look for XML that names Factiva's paragraphs."""
        if not root_of(source.head)[0] or source.head.lstrip()[:5].lower() == b"<html":
            return False
        return sum(name in source.raw for name in _XML_NAMES) >= 2

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories in order."""
        root = read_xml(source.raw, self.format)
        articles = [e for e in [root, *root.iterdescendants()] if _holds_story(e)]
        yield from _dispatches([_from_xml(a) for a in articles], self.format, source, ())


class FactivaRtfParser:
    """Reads an RTF export, whose stories end in a document number."""

    format = "factiva-rtf"
    version = 2

    def recognises(self, source: Source) -> bool:
        """Look for RTF with one of Factiva's document numbers."""
        return source.head.startswith(b"{\\rtf") and re.search(_ACCESSION, source.raw) is not None

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories in order."""
        yield from _dispatches(_from_text(rtf_text(source.raw)), self.format, source, ())


class FactivaTextParser:
    """Reads an RTF export that was converted to plain text, as many scripts ask for."""

    format = "factiva-text"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Look for one of Factiva's document numbers, and the line that counts words."""
        if source.head[:1] in (b"<", b"{") or not any(word in source.raw for word in _WORDS):
            return False
        if re.search(_ACCESSION, source.raw) is None:
            return False
        text = decode(source.raw, declared=source.charset).text
        return _END.search(text) is not None and _tells_factiva(text)

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories in order."""
        decoded = decode(source.raw, declared=source.charset)
        text = decoded.text.replace("\r\n", "\n").replace("\f", "\n")
        yield from _dispatches(_from_text(text), self.format, source, decoded.warnings)


def factiva_stories(
    text: str, form: str, source: Source, warnings: tuple[str, ...]
) -> Iterator[Dispatch | RecordRefused] | None:
    """Return the stories of a document's printed text, ``None`` where it is no export."""
    if _END.search(text) is None or not _tells_factiva(text):
        return None
    close = re.sub(r"\n\s*\n", "\n", text)  # each paragraph stands apart, so it tells nothing
    return _dispatches(_from_text(close), form, source, warnings)


def _tells_factiva(text: str) -> bool:
    """Tell the print data of an export: a line that counts words, or coded rows."""
    lines = _lines(text)
    return any(map(is_word_count, lines)) or any(_CODED_ROW.match(line) for line in lines)


def _dispatches(
    records: list[FactivaFields], form: str, source: Source, warnings: tuple[str, ...]
) -> Iterator[Dispatch | RecordRefused]:
    if not records:
        raise NoTextFound(format=form)
    for number, fields in enumerate(records, 1):
        try:
            draft = draft_of(fields, form, source)
            for warning in warnings:
                draft.warn(warning)
            yield draft.finish()
        except InputRefused as reason:
            if len(records) == 1:
                raise
            yield RecordRefused(f"#{number}", reason)


def _is_article(element: Element) -> bool:
    names = classes(element)
    return "article" in names and any(re.fullmatch("[a-z]{2,4}article", name) for name in names)


def _from_table(article: Element) -> FactivaFields | None:
    """Read rows of a code and its value; None where there is no such table."""
    fields = FactivaFields()
    for row in article.iterdescendants("tr"):
        cells = [cell for cell in row if local(cell) == "td"]
        if len(cells) == 2 and re.fullmatch("[A-Z]{2,4}", text_of(cells[0])):
            fields.add(text_of(cells[0]), read_tree(cells[1]).paragraphs)
    return fields if fields.codes else None


def _from_text(text: str) -> list[FactivaFields]:
    """Read stories one after the other; what follows the last number is the search, or a story."""
    fields, start = [], 0
    for end in _END.finditer(text):
        fields.append(from_lines(_lines(text[start : end.start()]), end["number"]))
        start = end.end()
    rest = _lines(text[start:])
    return [*fields, from_lines(rest)] if any(map(is_word_count, rest)) else fields


def _lines(text: str) -> list[str]:
    return [line.strip(" \t|") for line in text.split("\n")]


def _from_divisions(article: Element) -> FactivaFields:
    """Read the layout without codes: a headline, print data, paragraphs, then the publisher."""
    lines: list[str] = []
    closing: list[str] = []
    paragraphs: list[str] = []
    marked = next((text_of(e) for e in article.iterdescendants() if _is_headline(e)), "")
    for child in article.iterdescendants("div", "p"):
        if local(child) == "p" and "articleparagraph" in classes(child):
            paragraphs += read_tree(child).paragraphs
        elif local(child) == "p" or next(inside(child, "div"), None) is None:
            (closing if paragraphs else lines).extend(filter(None, [text_of(child)]))
    number = next((m["number"] for line in [*lines, *closing] if (m := _END.match(line))), "")
    fields = from_lines(_not_ends(lines), number, marked, paragraphs or None)
    fields.add("PUB", _not_ends(closing))
    return fields


def _not_ends(lines: list[str]) -> list[str]:
    return [line for line in lines if not _END.match(line)]


def _is_headline(element: Element) -> bool:
    return any(re.fullmatch("[a-z]{2,4}headline", name) for name in classes(element))


def _holds_story(element: Element) -> bool:
    names = {local(child) for child in element}
    return "headline" in names and not names.isdisjoint(("leadParagraph", "tailParagraphs"))


def _from_xml(article: Element) -> FactivaFields:
    fields = FactivaFields()
    for child in article:
        if code := _XML_CODES.get(local(child)):
            fields.add(code, read_tree(child).paragraphs or [text_of(child)])
    names = [text_of(descend(s, "name")) for s in inside(article, "newsSubject", "region")]
    fields.add("NS", [" | ".join(filter(None, names))])
    fields.add("LA", [attribute(article, "lang")])
    for when in inside(article, "publicationDate"):
        inner = [text_of(e) for e in inside(when, "dateTime", "date")]
        fields.add("PD", [next(iter(inner), text_of(when))])
    return fields


_XML_CODES = {
    "headline": "HD", "byline": "BY", "credit": "CR", "sourceName": "SN", "sectionName": "SE",
    "columnName": "CLM", "baseLang": "LA", "baseLanguage": "LA", "language": "LA",
    "copyright": "CY", "leadParagraph": "LP", "tailParagraphs": "TD", "accessionNo": "AN",
    "edition": "ED", "contact": "CT", "notes": "RF", "corrections": "RF", "artWorks": "ART",
}  # fmt: skip
