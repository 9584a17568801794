"""A suggestion in its list: kind, what is suggested, and the words around the passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.inks import present_inks
from desktop.suggestion_names import COLOURS

if TYPE_CHECKING:
    from desktop.models.suggestions import SuggestionLine, SuggestionsModel

PAD, BAR, LINES, KIND = 6, 4, 2, 104
"""Pixels around and of the bar, lines, and pixels of the column of kinds."""
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SuggestionDelegate(QStyledItemDelegate):
    """Two lines of a fixed height."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, LINES * (option.fontMetrics.height() + 2) + 2 * PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model: SuggestionsModel = index.model()  # type: ignore[assignment]
        line = model.line(index.row())
        if line is None:
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _draw(painter, option.rect, line, chosen=chosen)
        painter.restore()


def _draw(painter: QPainter, rect: QRect, line: SuggestionLine, *, chosen: bool) -> None:
    worn = theme.present()
    soft = worn.selection_text if chosen else worn.muted
    ink = worn.selection_text if chosen else worn.text
    painter.fillRect(rect, worn.selection if chosen else worn.base)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), worn.border)
    step = painter.fontMetrics().height() + 2
    colour = COLOURS.get(line.suggestion.kind)
    bar = QRect(rect.left() + PAD, rect.top() + PAD, BAR, LINES * step)
    painter.fillRect(bar, QColor(present_inks().lines[colour]) if colour else worn.accent)
    left, top = bar.right() + 2 * PAD, rect.top() + PAD
    wide = rect.right() - PAD - left
    _write(painter, QRect(left, top, KIND, step), line.kind, soft)
    _write(painter, QRect(left + KIND, top, wide - KIND, step), line.title, ink, bold=True)
    _write(painter, QRect(left, top + step, wide, step), line.context, soft)


def _write(painter: QPainter, room: QRect, text: str, ink: QColor, *, bold: bool = False) -> None:
    font = QFont(painter.font())
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _START, shown)
