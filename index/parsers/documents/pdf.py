"""PDF documents, read with PDFium: text and properties, never the pictures."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING

from index.errors import BrokenInput, LockedInput, NoTextFound
from index.parsers.documents.documents import Document, ReadExport, no_export, stories_of
from index.parsers.documents.pdf_layout import Line, document_paragraphs, without_running_heads

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2 as pdfium

    from index.dispatch import Dispatch
    from index.parsers import RecordRefused, Source

_DATE = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(?:(\d\d)'?)?)?"
)
_BLANK = re.compile(r"(?<=\S)\s+(?=\S)")
_HYPHENATED = re.compile(r"(?<=\ufffe)(?=\S)")
"""PDFium leaves this sign, and no line end, where a word was hyphenated."""
_TOUCH = 1.0
"""Points by which the boxes of two lines may overlap."""
_MARK_WITHIN = 1024
"""PDFium itself accepts the file mark anywhere in the first kibibyte."""
_ENCRYPTED = b"/Encrypt"
_PASSWORD = "password"  # noqa: S105  part of PDFium's message, no secret


class PdfParser:
    """Reads the text layer of one document; a scan without one is refused."""

    format = "pdf"
    version = 3

    def __init__(self, read_export: ReadExport = no_export) -> None:
        """Make a parser.

        Args:
            read_export: reads the stories of a press-database export.
        """
        self._read_export = read_export

    def recognises(self, source: Source) -> bool:
        """Look for the file mark near the beginning."""
        return b"%PDF-" in source.head[:_MARK_WITHIN]

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the document as one dispatch, or the stories of an export.

        Raises:
            LockedInput: it cannot be opened without a password.
            BrokenInput: PDFium cannot read it.
            NoTextFound: it has no text layer.
        """
        document = _document(source.raw)
        if not document.text.strip():
            raise NoTextFound(format="PDF")
        yield from stories_of(document, self.format, source, self._read_export)


def _document(raw: bytes) -> Document:
    import pypdfium2 as pdfium  # late: only needed once a PDF is met

    try:
        with closing(_open(raw)) as pdf:
            return _read(pdf)
    except pdfium.PdfiumError as error:
        raise BrokenInput(format="PDF", detail=str(error)) from error


def _open(raw: bytes) -> pdfium.PdfDocument:
    import pypdfium2 as pdfium  # late: only needed once a PDF is met

    try:
        return pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        # PDFium may still tell of the file before, so the file has to be encrypted, too
        if _PASSWORD in str(error).lower() and _ENCRYPTED in raw:
            raise LockedInput(format="PDF") from error
        raise


def _read(pdf: pdfium.PdfDocument) -> Document:
    about = pdf.get_metadata_dict()
    pages, images, lost = [], 0, []
    for number in range(len(pdf)):
        try:
            lines, pictures = _page(pdf, number)
        except _failure() as error:
            lost.append(f"page {number + 1} was left out: {error}")
        else:
            pages.append(lines)
            images += pictures
    if lost and not pages:
        raise BrokenInput(format="PDF", detail=lost[0])
    pages, heads = without_running_heads(pages)
    return Document(
        text="\n\n".join(document_paragraphs(pages)),
        title=about.get("Title", ""),
        author=about.get("Author", ""),
        created=pdf_date(about.get("CreationDate", "")),
        modified=pdf_date(about.get("ModDate", "")),
        keywords=tuple(re.split(r"[;,]\s*", about.get("Keywords", ""))),
        boilerplate="\n".join(heads),
        warnings=tuple(lost),
        dropped={"image": images, "attachment": pdf.count_attachments()},
    )


def _failure() -> type[Exception]:
    import pypdfium2 as pdfium  # late: only needed once a PDF is met

    return pdfium.PdfiumError  # type: ignore[no-any-return]


def _page(pdf: pdfium.PdfDocument, number: int) -> tuple[list[Line], int]:
    """Return one page's lines, and how many images it shows."""
    with closing(pdf[number]) as page:
        images = sum(1 for _ in page.get_objects(filter=[_IMAGE], max_depth=2))
        return _lines(page), images


_IMAGE = 3
"""FPDF_PAGEOBJ_IMAGE: counted only, never rendered."""


def _lines(page: pdfium.PdfPage) -> list[Line]:
    lines: list[Line] = []
    start = 0
    with closing(page.get_textpage()) as layer:
        text: str = layer.get_text_range()
        for printed in text.split("\r\n"):
            if bare := printed.strip():
                first = start + printed.index(bare[0])
                lines += _parted(layer, bare, first)
            start += len(printed) + 2
    return lines


def _parted(layer: pdfium.PdfTextPage, text: str, first: int) -> Iterator[Line]:
    """Part what PDFium runs together although it stands on lines below each other."""
    start = 0
    for place in _HYPHENATED.finditer(text):
        yield from _parted_at_blanks(layer, text[start : place.start()], first + start)
        start = place.start()
    yield from _parted_at_blanks(layer, text[start:], first + start)


def _parted_at_blanks(layer: pdfium.PdfTextPage, text: str, first: int) -> Iterator[Line]:
    whole = _placed(layer, text, first, first + len(text) - 1)
    if whole.top <= whole.bottom or not _is_below(layer, first, first + len(text) - 1):
        yield whole
        return
    start = 0
    for blank in _BLANK.finditer(text):
        end = first + blank.start() - 1
        if _is_below(layer, end, first + blank.end()):
            yield _placed(layer, text[start : blank.start()], first + start, end)
            start = blank.end()
    yield _placed(layer, text[start:], first + start, first + len(text) - 1)


def _is_below(layer: pdfium.PdfTextPage, before: int, after: int) -> bool:
    """Tell whether a sign stands wholly below another."""
    if after >= layer.count_chars():
        return False
    floor = layer.get_charbox(before, loose=True)[1]
    return bool(layer.get_charbox(after, loose=True)[3] <= floor + _TOUCH)


def _placed(layer: pdfium.PdfTextPage, text: str, first: int, last: int) -> Line:
    """Give a line its place; characters outside the text page's count stand nowhere."""
    count = layer.count_chars()
    if last >= count:
        return Line(text, 0.0, 0.0, 0.0, 0.0)
    left, bottom, _, top = layer.get_charbox(first, loose=True)
    _, _, right, _ = layer.get_charbox(last, loose=True)
    return Line(text, left, right, top, bottom)


def pdf_date(text: str) -> str:
    """Return a PDF date (``D:20241018153000+02'00'``) as ISO 8601, or ''."""
    found = _DATE.match(text)
    if found is None:
        return ""
    year, month, day, hour, minute, second, utc, sign, zone_hour, zone_minute = found.groups()
    if hour is None:
        return "-".join(part for part in (year, month, day) if part)
    zone = "Z" if utc else f"{sign}{zone_hour}:{zone_minute or '00'}" if sign else ""
    return f"{year}-{month}-{day}T{hour}:{minute or '00'}:{second or '00'}{zone}"
