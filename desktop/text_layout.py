"""A layout for long plain texts with room between the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QPlainTextDocumentLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextLayout

LEADING = 0.36
"""Room between two lines, in line heights."""
PARAGRAPH = 0.6
"""Height of the empty line between two paragraphs, in line heights."""


class SpacedLayout(QPlainTextDocumentLayout):
    """Qt's lazy layout, block by block, with the lines moved apart after it has made them.

    Qt lays a block out again whenever it likes, with its first line at the very top; that is how
    a block that needs spacing is known.
    """

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        layout = block.layout()
        if layout.lineCount() == 0 or layout.lineAt(0).y() != 0:
            return rect
        _space_out(layout, empty=block.length() == 1)
        return super().blockBoundingRect(block)


def _space_out(layout: QTextLayout, *, empty: bool) -> None:
    height = layout.lineAt(0).height()
    first = height * (PARAGRAPH - 1 if empty else LEADING / 2)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(QPointF(line.x(), first + number * height * (1 + LEADING)))
