"""A digit drawn as the key that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

SIDE = 16
"""Pixels of a key's edge."""


def draw_keycap(painter: QPainter, room: QRect, digit: str, ink: QColor) -> None:
    """Draw a key in the middle of a room."""
    middle = QRectF(room).center()
    key = QRectF(middle.x() - SIDE / 2, middle.y() - SIDE / 2, SIDE, SIDE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.present().strong_border, 1))
    painter.drawRoundedRect(key, 3, 3)
    painter.setFont(theme.scaled(painter.font(), 0.85))
    painter.setPen(ink)
    painter.drawText(key, Qt.AlignmentFlag.AlignCenter, digit)
    painter.restore()


class KeycapDelegate(QStyledItemDelegate):
    """Draws the column of digits in the codebook."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        worn = theme.present()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, worn.selection)
        digit = str(index.data() or "")
        if digit:
            ink = worn.selection_text if chosen else worn.muted
            draw_keycap(painter, option.rect, digit, ink)
