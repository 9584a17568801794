"""Lays out a few lines of plain text with marked hits, cut short with an ellipsis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from desktop.inks import present_inks
from desktop.reading_direction import option_for
from desktop.text_marks import Hit, Style, format_of
from desktop.text_positions import TextPositions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Span


def lay_out(
    text: str, hits: Sequence[Span], font: QFont, width: float, lines: int = 1
) -> QTextLayout:
    """Return a layout of at most ``lines`` lines; hits are code points into ``text``.

    Text that reads from the right is set from the right.
    """
    text = text.replace("\n", " ")
    positions = TextPositions(text)
    layout = _layout(text, hits, font, positions)
    last, end = _fill(layout, width, lines)
    if end >= positions.to_qt(len(text)):
        return layout
    start = positions.from_qt(last)
    rest = QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
    short = text[:start] + rest
    kept = [hit for hit in hits if hit.end < len(short)]
    layout = _layout(short, kept, font, positions)
    _fill(layout, width, lines)
    return layout


def _layout(text: str, hits: Sequence[Span], font: QFont, positions: TextPositions) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setTextOption(option_for(text))
    layout.setCacheEnabled(True)
    layout.setFormats([_mark(hit, positions) for hit in hits])
    return layout


def _mark(hit: Span, positions: TextPositions) -> QTextLayout.FormatRange:
    mark = QTextLayout.FormatRange()
    mark.start = positions.to_qt(hit.start)
    mark.length = positions.to_qt(hit.end) - mark.start
    mark.format = format_of(Style(hit=Hit.ONE), present_inks())
    return mark


def _fill(layout: QTextLayout, width: float, lines: int) -> tuple[int, int]:
    """Break the layout into lines; return where the last one starts and ends, in UTF-16 units."""
    layout.beginLayout()
    height, start, end = 0.0, 0, 0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        start, end = line.textStart(), line.textStart() + line.textLength()
    layout.endLayout()
    return start, end
