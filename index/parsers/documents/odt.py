"""OpenDocument text (ODT), read from its XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import NoTextFound
from index.parsers.decoding.xml_tree import inside, local, read_xml, text_of
from index.parsers.decoding.zip_parts import ZipParts, is_zip, zip_names
from index.parsers.documents.documents import Document, ReadExport, no_export, stories_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from index.dispatch import Dispatch
    from index.parsers import RecordRefused, Source

_PART = "content.xml"
_BLOCKS = frozenset(("p", "h"))
_SILENT = frozenset(
    ("tracked-changes", "annotation", "annotation-end", "sequence-decls", "ruby-text", "note")
)
_MARKS = {"line-break": "\n", "tab": "\t"}
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".bmp", ".emf", ".wmf", ".svm")


class OdtParser:
    """Reads paragraphs and headings in reading order; comments and deleted text are left out."""

    format = "odt"
    version = 2

    def __init__(self, read_export: ReadExport = no_export) -> None:
        """Make a parser.

        Args:
            read_export: reads the stories of a press-database export.
        """
        self._read_export = read_export

    def recognises(self, source: Source) -> bool:
        """Look for the content's name in a zip file; the media type is not always there."""
        return is_zip(source.head) and _PART in zip_names(source.raw)

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the document as one dispatch, or the stories of an export.

        Raises:
            BrokenInput: a part is missing or damaged.
            SuspiciousArchive: it would unpack to more than the limits allow.
            NoTextFound: it holds no text.
        """
        parts = ZipParts(source.raw, "OpenDocument")
        content = read_xml(parts.read("content.xml"), "OpenDocument")
        texts = [text for part in inside(content, "text") for text in _texts(part)]
        if not any(texts):
            raise NoTextFound(format="OpenDocument")
        document = _with_properties(parts, texts)
        yield from stories_of(document, self.format, source, self._read_export)


def _with_properties(parts: ZipParts, texts: list[str]) -> Document:
    about: dict[str, str] = {}
    keywords: list[str] = []
    if "meta.xml" in parts:
        meta = read_xml(parts.read("meta.xml"), "OpenDocument")
        for element in meta.iter():
            if local(element) == "keyword":
                keywords.append(text_of(element))
            else:
                about.setdefault(local(element), text_of(element))
    return Document(
        text="\n\n".join(texts),
        title=about.get("title", ""),
        author=about.get("initial-creator", "") or about.get("creator", ""),
        created=about.get("creation-date", ""),
        modified=about.get("date", ""),
        language=about.get("language", ""),
        keywords=tuple(keywords),
        dropped={"image": parts.count(*_PICTURES)},
    )


def _texts(top: etree._Element) -> Iterator[str]:
    """Yield the text of each outermost paragraph, then the notes; ``top`` is office:text."""
    outer = top.getparent()
    if outer is None or local(outer) != "body":
        return
    yield from _paragraphs(top)
    for note in inside(top, "note-body"):
        if not _hidden(note, top, _SILENT - {"note"}):
            yield from _paragraphs(note)


def _paragraphs(top: etree._Element) -> Iterator[str]:
    for block in inside(top, *_BLOCKS):
        hidden = _hidden(block, top, _SILENT | _BLOCKS)
        if not hidden and (text := "".join(_printed(block)).strip()):
            yield text


def _hidden(block: etree._Element, top: etree._Element, silent: frozenset[str]) -> bool:
    """Tell whether a block stands in a comment, a note, deleted text or another block."""
    for outer in block.iterancestors():
        if outer is top:
            return False
        if local(outer) in silent:
            return True
    return False


def _printed(block: etree._Element) -> Iterator[str]:
    """Yield a block's text without its comments; an inner block begins a line of its own."""
    pending: list[tuple[etree._Element, bool]] = [(block, True)]
    while pending:
        piece, entering = pending.pop()
        if not entering:
            yield piece.tail or "" if piece is not block else ""
            continue
        pending.append((piece, False))
        name = local(piece)
        if name in _SILENT:
            continue
        yield _mark(piece, name, block)
        yield piece.text or "" if name else ""
        pending.extend((child, True) for child in reversed(piece))


def _mark(piece: etree._Element, name: str, block: etree._Element) -> str:
    if name == "s":
        count = next((v for k, v in piece.attrib.items() if str(k).endswith("}c")), "1")
        return " " * min(int(count), 80) if str(count).isdigit() else " "
    if name in _BLOCKS and piece is not block:
        return "\n"
    return _MARKS.get(name, "")
