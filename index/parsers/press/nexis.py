"""LexisNexis exports as text, HTML, RTF and Word, in the classic and the modern layout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import InputRefused, NoTextFound
from index.parsers import RecordRefused
from index.parsers.decoding.encoding import decode
from index.parsers.decoding.html_tree import classes, read_html
from index.parsers.decoding.xml_tree import attribute, inside, local, read_xml
from index.parsers.decoding.zip_parts import ZipParts
from index.parsers.documents.docx import DocxParser
from index.parsers.documents.rtf import paragraphs_apart, rtf_text
from index.parsers.drafting.markup import read_tree
from index.parsers.press.nexis_classic import COUNTED, Block, read_classic
from index.parsers.press.nexis_labels import above, is_shouted, read_label, surely_below
from index.parsers.press.nexis_modern import ENDS, is_modern, modern_records, read_modern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from index.dispatch import Dispatch
    from index.parsers import Source
    from index.parsers.drafting.draft import Draft

_OF = rb"\d{1,7}\s{1,8}(?:of|de|von|di|van|sur)\s{1,8}\d{1,7}"
_COUNTED = re.compile(
    rb"(?<!\d)"
    + _OF
    + rb"\s{1,8}(?:DOCUMENT|DOKUMENT|Document|Dokument)[A-Za-z]{0,4}\s{0,8}[<\r\n]"
    rb"|(?:DOCUMENT|DOKUMENT|Document|Dokument)[Oo]?[ ]" + _OF + rb"\s{0,8}[<\r\n]"
)
_WORDS = (b"DOCUMENT", b"DOKUMENT", b"Document", b"Dokument")
"""One of these is in whatever ``_COUNTED`` finds; a page has hardly ever one."""
_LONE = (b"load-date: ", b"publication-type: ", b"date-chargement: ", b"type-publication: ")
_TELLING = (b"document", b"dokument", b"belgenin sonu", *_LONE)
"""In lower case: every line that opens or closes a story has one of these; most texts have none."""
_LABELS = re.compile(rb"^\s*[A-Z][A-Z\x80-\xff]{3,12}(?:-[A-Z]+)?: ", re.MULTILINE)
_CENTRED_RULE = re.compile(
    r"\.([\w-]{1,60})\s{0,9}\{[^}]{0,400}text-align:\s{0,9}center", re.IGNORECASE
)
_CENTRED_WORD = re.compile(rb"\\qc(?![a-z])[ ]?")
_CENTRED_MARK = "\x0e"
_INDENT = 8


class NexisTextParser:
    """Reads a plain-text export."""

    format = "nexis-text"
    version = 2

    def recognises(self, source: Source) -> bool:
        """Look for the line that opens or closes a story, with one of the labels."""
        if source.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"<", b"{") or b"\0" in source.head:
            return False
        folded = source.raw.lower()
        if not any(word in folded for word in _TELLING):
            return False
        opened = _COUNTED.search(source.head) and _LABELS.search(source.raw)
        lone = any(mark in folded for mark in _LONE) and _is_lone(source)
        return bool(opened) or lone or _closes_stories(source.raw)

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories in order."""
        decoded = decode(source.raw, declared=source.charset)
        text = decoded.text.replace("\r\n", "\n").replace("\f", "\n")
        records = list(_counted(text)) or ([text] if _has_labels(text) else [])
        drafts = (read_classic(list(_blocks(record)), self.format, source) for record in records)
        if not records:
            drafts = (
                read_modern(record, self.format, source)
                for record in modern_records(text.split("\n"))
            )
        yield from _dispatches(drafts, self.format, decoded.warnings)


class NexisHtmlParser:
    """Reads an HTML export."""

    format = "nexis-html"
    version = 3

    def recognises(self, source: Source) -> bool:
        """Look for HTML with a line that opens or closes a story, or the service's comments."""
        head = source.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if head[:1] != b"<" or head[:5] == b"<?xml":
            return False
        return _is_classic(source.raw) or self._is_modern(source)

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories in order."""
        root, warnings = read_html(source, self.format)
        if _is_classic(source.raw):
            drafts = (read_classic(blocks, self.format, source) for blocks in _html_records(root))
        else:
            records = modern_records(_html_lines(root))
            drafts = (read_modern(record, self.format, source) for record in records)
        yield from _dispatches(drafts, self.format, warnings)

    def _is_modern(self, source: Source) -> bool:
        if not any(end.encode() in source.raw for end in ENDS):
            return False
        try:
            root, _ = read_html(source, self.format)
        except InputRefused:
            return False  # the parser of any page says what is wrong with it
        return is_modern("\n".join(_html_lines(root)))


class NexisRtfParser:
    """Reads an RTF export."""

    format = "nexis-rtf"
    version = 2

    def recognises(self, source: Source) -> bool:
        """Look for RTF with a line that opens or closes a story."""
        marks = (*_WORDS, *(end.encode() for end in ENDS))
        if not source.head.startswith(b"{\\rtf") or not any(mark in source.raw for mark in marks):
            return False
        try:
            text = rtf_text(source.raw)
        except InputRefused:
            return False  # the parser of any RTF file says what is wrong with it
        return is_modern(text) or (COUNTED.search(text) is not None and _has_labels(text))

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories in order."""
        text = rtf_text(source.raw)
        if COUNTED.search(text):
            drafts = (
                read_classic(list(_blocks(paragraphs_apart(record))), self.format, source)
                for record in _counted(_centred_rtf(source.raw))
            )
        else:
            records = modern_records(text.split("\n"))
            drafts = (read_modern(record, self.format, source) for record in records)
        yield from _dispatches(drafts, self.format, ())


class NexisDocxParser:
    """Reads a Word export in the modern layout."""

    format = "nexis-docx"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Look for a Word file with a closing mark among its paragraphs."""
        if not DocxParser().recognises(source):
            return False
        try:
            return is_modern("\n".join(_word_lines(source.raw)))
        except InputRefused:
            return False  # the parser of any Word file says what is wrong with it

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories in order."""
        lines = _word_lines(source.raw)
        drafts = (read_modern(record, self.format, source) for record in modern_records(lines))
        yield from _dispatches(drafts, self.format, ())


def nexis_stories(
    text: str, form: str, source: Source, warnings: tuple[str, ...]
) -> Iterator[Dispatch | RecordRefused] | None:
    """Return the stories of a document's printed text, ``None`` where it is no export."""
    if is_modern(text):
        records = modern_records(text.split("\n"))
        drafts = (read_modern(record, form, source) for record in records)
    elif COUNTED.search(text) and _has_labels(text):
        classic = (list(_blocks(record)) for record in _counted(text))
        drafts = (read_classic(blocks, form, source) for blocks in classic)
    else:
        return None
    return _dispatches(drafts, form, warnings)


def _dispatches(
    drafts: Iterable[Draft], form: str, warnings: tuple[str, ...]
) -> Iterator[Dispatch | RecordRefused]:
    number = 0
    for number, draft in enumerate(drafts, 1):
        for warning in warnings:
            draft.warn(warning)
        try:
            yield draft.finish()
        except InputRefused as reason:
            yield RecordRefused(f"#{number}", reason)
    if not number:
        raise NoTextFound(format=form)


def _is_lone(source: Source) -> bool:
    """Tell one story in the classic layout without the line that counts it."""
    text = decode(source.raw, declared=source.charset).text
    return _has_labels(text) and any(
        above(read_label(line)[0]) == "length" for line in text.split("\n") if is_shouted(line)
    )


def _has_labels(text: str) -> bool:
    """Tell whether lines have a label that no story uses for a paragraph of its own."""
    return any(surely_below(read_label(line)[0]) for line in text.split("\n") if is_shouted(line))


def _centred_rtf(raw: bytes) -> str:
    """Return the text of an RTF file, its centred lines indented as in plain text."""
    text = rtf_text(_CENTRED_WORD.sub(rb"\g<0>" + _CENTRED_MARK.encode(), raw))
    return re.sub(f"{_CENTRED_MARK}+", " " * _INDENT, text)


def _word_lines(raw: bytes) -> list[str]:
    """Return the paragraphs of a Word file's main part."""
    root = read_xml(ZipParts(raw, "Word").read("word/document.xml"), "Word")
    return ["".join(_printed(paragraph)) for paragraph in inside(root, "p")]


def _printed(paragraph: Element) -> Iterator[str]:
    for piece in inside(paragraph, "t", "br", "tab"):
        yield piece.text or "" if local(piece) == "t" else " "


def _is_classic(raw: bytes) -> bool:
    if b"<DOCFULL>" in raw:
        return True
    return any(word in raw for word in _WORDS) and _COUNTED.search(raw) is not None


def _html_lines(root: Element) -> list[str]:
    return [line for paragraph in read_tree(root).paragraphs for line in paragraph.split("\n")]


def _closes_stories(raw: bytes) -> bool:
    return any(end.encode() in raw for end in ENDS) and is_modern(raw.decode("utf-8", "replace"))


def _counted(text: str) -> Iterator[str]:
    """Yield the text of each story behind the line that counts it."""
    starts = list(COUNTED.finditer(text))
    for at, start in enumerate(starts):
        end = starts[at + 1].start() if at + 1 < len(starts) else len(text)
        yield text[start.end() : end]


def _blocks(record: str) -> Iterator[Block]:
    for part in re.split(r"\n[ \t\xa0]*\n", record):
        block = part.strip("\n")
        if block.strip():
            indent = len(block) - len(block.lstrip(" \t"))
            yield Block(block, centred=indent >= _INDENT)


def _html_records(root: Element) -> Iterator[list[Block]]:
    """Yield the blocks of each story; a block is a paragraph, whatever stands around it."""
    centred = {
        name.lower()
        for style in root.iter("style")
        for name in _CENTRED_RULE.findall(style.text or "")
    }
    record: list[Block] | None = None
    for element in root.iter("p"):
        text = "\n".join(read_tree(element).paragraphs)
        if COUNTED.fullmatch(text.strip()):
            if record:
                yield record
            record = []
        elif text and record is not None:
            record.append(Block(text, centred=_is_centred(element, centred)))
    if record:
        yield record


def _is_centred(element: Element, rules: set[str]) -> bool:
    for place in (element, element.getparent()):
        if place is not None and (
            rules & classes(place)
            or attribute(place, "align").lower() == "center"
            or "text-align:center" in attribute(place, "style").replace(" ", "").lower()
        ):
            return True
    return False
