"""EPUB books and reports: the chapters in the order of the spine, one dispatch a book."""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import html as lxml_html

from index.errors import BrokenInput, InputRefused, NoTextFound
from index.parsers.decoding.xml_tree import attribute, inside, read_xml, text_of
from index.parsers.decoding.zip_parts import ZipParts, is_zip, zip_names
from index.parsers.documents.documents import Document, dispatch_of
from index.parsers.drafting.markup import Reading, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from index.dispatch import Dispatch
    from index.parsers import Source

_CONTAINER = "META-INF/container.xml"


class EpubParser:
    """Reads the chapters that the package's spine lists."""

    format = "epub"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Look for the container's name in a zip file."""
        return is_zip(source.head) and _CONTAINER in zip_names(source.raw)

    def parse(self, source: Source) -> Iterator[Dispatch]:
        """Yield the book as one dispatch.

        Raises:
            BrokenInput: the package or its container file is damaged.
            SuspiciousArchive: it would unpack to more than the limits allow.
            NoTextFound: no chapter holds text.
        """
        parts = ZipParts(source.raw, "EPUB")
        name = _package_name(parts)
        document = _read(parts, name, read_xml(parts.read(name), "EPUB"))
        if not document.text.strip():
            raise NoTextFound(format="EPUB")
        yield dispatch_of(document, self.format, source)


def _package_name(parts: ZipParts) -> str:
    container = read_xml(parts.read(_CONTAINER), "EPUB")
    for rootfile in inside(container, "rootfile"):
        if name := attribute(rootfile, "full-path"):
            return name
    raise BrokenInput(format="EPUB", detail="its container names no package")


def _read(parts: ZipParts, package_name: str, package: etree._Element) -> Document:
    chapters, warnings, dropped = [], [], Counter[str]()
    for name in _spine(package, posixpath.dirname(package_name)):
        try:
            reading = _chapter(parts.read(name))
        except InputRefused as refusal:
            warnings.append(f"chapter {name} was left out: {refusal}")
        else:
            chapters.append(reading.body)
            dropped.update(reading.dropped)
    return Document(
        text="\n\n".join(text for text in chapters if text),
        title=_first(package, "title"),
        author=_first(package, "creator"),
        publisher=_first(package, "publisher"),
        created=_first(package, "date"),
        language=_first(package, "language"),
        keywords=tuple(text_of(subject) for subject in inside(package, "subject")),
        warnings=tuple(warnings),
        dropped=dropped,
    )


def _spine(package: etree._Element, folder: str) -> list[str]:
    """Return the names of the chapters in reading order; a list of them is no chapter."""
    names = {
        attribute(item, "id"): attribute(item, "href")
        for item in inside(package, "item")
        if "nav" not in attribute(item, "properties").split()
    }
    order = [names.get(attribute(ref, "idref"), "") for ref in inside(package, "itemref")]
    return [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in order if href]


def _chapter(raw: bytes) -> Reading:
    try:
        return read_tree(read_xml(raw, "EPUB"))
    except BrokenInput:
        tree = lxml_html.document_fromstring(raw) if raw.strip() else None
        if tree is None:
            return Reading()
        return read_tree(tree)


def _first(package: etree._Element, name: str) -> str:
    return next((text for item in inside(package, name) if (text := text_of(item))), "")
