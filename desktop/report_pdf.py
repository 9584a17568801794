"""A report of annotations as PDF, set by Qt from plain text: nothing in it is taken for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QIODevice, QMarginsF, QSaveFile, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.inks import LIGHT_GROUNDS, UNDERLINES
from index import ExportRefused

if TYPE_CHECKING:
    from pathlib import Path

    from index import AnnotationReport, Colour, ReportedPassage, ReportSection

_SIZES = {"title": 18.0, "heading": 13.0, "text": 10.5, "small": 8.5}
"""Points."""


def write_pdf(report: AnnotationReport, path: Path) -> int:
    """Write a report to a file, there complete or not at all; return how many annotations.

    May run in any thread.

    Raises:
        ExportRefused: the file cannot be written.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise ExportRefused(path=path, detail=file.errorString())
    timers = QEventLoop()  # the layout of long documents starts one, also in a thread of Python's
    writer = QPdfWriter(file)
    writer.setTitle(report.title)
    writer.setCreator("Dispatch Reader")
    writer.setPageLayout(_page())
    document = as_document(report)
    document.print_(writer)
    del writer, document, timers  # the first writes the end of the file
    if not file.commit():
        raise ExportRefused(path=path, detail=file.errorString())
    return report.count


def as_document(report: AnnotationReport) -> QTextDocument:
    """Return the report as text with formats."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(QFont("serif", int(_SIZES["text"])))
    cursor = QTextCursor(document)
    cursor.setCharFormat(_letters("title", bold=True))
    cursor.insertText(report.title)
    _paragraph(cursor, report.counted, _letters("small", ink="#555555"), below=6)
    for section in report.sections:
        _section(cursor, section)
    return document


def _page() -> QPageLayout:
    """Return A4 without margins: printing a document adds 2 cm and numbers the pages."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    portrait = QPageLayout.Orientation.Portrait
    return QPageLayout(size, portrait, QMarginsF())


def _section(cursor: QTextCursor, section: ReportSection) -> None:
    _paragraph(cursor, section.title, _letters("heading", bold=True), above=14, below=4)
    for passage in section.passages:
        _passage(cursor, passage)


def _passage(cursor: QTextCursor, passage: ReportedPassage) -> None:
    _paragraph(cursor, passage.quote, _marked(passage.colour), above=6)
    if passage.note:
        note = _letters("text")
        note.setFontItalic(True)
        _paragraph(cursor, passage.note, note, above=3, indent=12)
    source = " – ".join(part for part in (passage.source, passage.about) if part)
    _paragraph(cursor, source, _letters("small", ink="#555555"), above=2, below=4, indent=12)


def _paragraph(
    cursor: QTextCursor,
    text: str,
    letters: QTextCharFormat,
    *,
    above: float = 0,
    below: float = 0,
    indent: float = 0,
) -> None:
    """Begin a paragraph and write it; line ends within the text stay in it."""
    shape = QTextBlockFormat()
    shape.setTopMargin(above)
    shape.setBottomMargin(below)
    shape.setLeftMargin(indent)
    cursor.insertBlock(shape, letters)
    cursor.insertText("\u2028".join(text.splitlines()), letters)


def _letters(size: str, *, ink: str = "#1a1a1a", bold: bool = False) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(_SIZES[size])
    letters.setForeground(QColor(ink))
    letters.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return letters


def _marked(colour: Colour) -> QTextCharFormat:
    """Return the look of a quote: its colour, and the underline that tells it without."""
    letters = _letters("text")
    letters.setBackground(QColor(LIGHT_GROUNDS[colour]))
    letters.setUnderlineStyle(UNDERLINES[colour].style)
    letters.setUnderlineColor(QColor(Qt.GlobalColor.darkGray))
    return letters
