"""Word documents (Office Open XML), read with python-docx."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from index.errors import BrokenInput, NoTextFound
from index.parsers.decoding.zip_parts import ZipParts, is_zip, zip_names
from index.parsers.documents.documents import Document, dispatch_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from docx.document import Document as WordDocument

    from index.dispatch import Dispatch
    from index.parsers import Source

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPAT = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TYPES = "[Content_Types].xml"
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg")
_EMBEDDED = re.compile(r"word/embeddings/")
_BREAKS = {
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_WORD}tab": "\t",
    f"{_WORD}noBreakHyphen": "-",
}
_NOT_PRINTED = (
    f"{_WORD}instrText",
    f"{_WORD}delText",
    f"{_WORD}delInstrText",
    f"{_COMPAT}Fallback",
)


_DAMAGED = (
    KeyError, ValueError, AttributeError, OSError, EOFError, NotImplementedError,
    etree.LxmlError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What python-docx, zipfile and lxml raise on damaged packages."""


class DocxParser:
    """Reads paragraphs, tables, headers and notes in reading order."""

    format = "docx"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Look for Word's folder among the names of a zip file."""
        names = zip_names(source.raw) if is_zip(source.head) else frozenset()
        return _TYPES in names and any(name.startswith("word/") for name in names)

    def parse(self, source: Source) -> Iterator[Dispatch]:
        """Yield the document as one dispatch.

        Raises:
            BrokenInput: a part that Word needs is missing or damaged.
            SuspiciousArchive: it would unpack to more than the limits allow.
            NoTextFound: it holds no text.
        """
        parts = ZipParts(source.raw, "Word")
        document = _read(parts, _open(source.raw))
        if not document.text.strip():
            raise NoTextFound(format="Word")
        yield dispatch_of(document, self.format, source)


def _open(raw: bytes) -> WordDocument:
    import docx  # late: takes 60 ms and is only needed once a Word file is met
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(io.BytesIO(raw))
    except (PackageNotFoundError, *_DAMAGED) as error:
        raise BrokenInput(format="Word", detail=str(error)) from error


def _read(parts: ZipParts, word: WordDocument) -> Document:
    about = word.core_properties
    return Document(
        text="\n\n".join(_texts(word)),
        title=about.title or "",
        author=about.author or "",
        created=_iso(about.created),
        modified=_iso(about.modified),
        keywords=tuple(re.split(r"[;,]\s*", about.keywords or "")),
        dropped={
            "image": parts.count(*_PICTURES),
            "attachment": sum(bool(_EMBEDDED.match(name)) for name in parts.names),
        },
    )


def _texts(word: WordDocument) -> Iterator[str]:
    """Yield the body, then what stands in headers, footers and notes, each text once."""
    seen: set[str] = set()
    for text in _paragraphs(word.element.body):
        seen.add(text)
        yield text
    for part in word.part.package.iter_parts():
        if re.search(r"/(header|footer|footnotes|endnotes)\d*\.xml$", str(part.partname)):
            for text in _paragraphs(etree.fromstring(part.blob)):
                if text not in seen:
                    seen.add(text)
                    yield text


def _paragraphs(top: etree._Element) -> Iterator[str]:
    """Yield every paragraph's printed text; the cells of a table row share a line."""
    for paragraph in top.iter(f"{_WORD}p"):
        nested = next(paragraph.iterancestors(f"{_WORD}p"), None)
        if nested is None and (text := "".join(_printed(paragraph)).strip()):
            yield text


def _printed(paragraph: etree._Element) -> Iterator[str]:
    for piece in paragraph.iter():
        if any(True for _ in piece.iterancestors(_NOT_PRINTED[-1])):
            continue
        if piece.tag == f"{_WORD}t":
            yield piece.text or ""
        elif piece.tag == f"{_WORD}p" and piece is not paragraph:
            yield "\n"
        elif isinstance(piece.tag, str):
            yield _BREAKS.get(piece.tag, "")


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
