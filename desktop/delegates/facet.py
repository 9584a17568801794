"""Draws a line of the filters: a box to tick, the name, and how many dispatches it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.models.facets import Choice, Role
from desktop.short_text import number
from desktop.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

BOX = 14
GAP = 8
Index = QModelIndex | QPersistentModelIndex


def exclude_zone(row: QRect) -> QRect:
    """Return where in a row a click excludes the value."""
    return QRect(row.right() - row.height(), row.top(), row.height(), row.height())


class FacetDelegate(QStyledItemDelegate):
    """The minus sign that excludes a value shows on the row under the mouse or the cursor."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = QFontMetrics(option.font).height() + (14 if _is_head(index) else 8)
        return QSize(120, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if _is_head(index):
            self._head(painter, option, index)
        elif index.data(Role.MORE):
            self._more(painter, option, index)
        else:
            self._value(painter, option, index)
        painter.restore()

    @staticmethod
    def _head(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        _ground(painter, option)
        painter.setFont(scaled(option.font, 0.95, bold=True))
        painter.setPen(theme.present().muted)
        row = option.rect.adjusted(2, 4, -GAP, 0)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        chosen = index.data(Role.COUNT)
        if chosen:
            painter.setPen(theme.present().accent)
            painter.drawText(row, _RIGHT, number(chosen))

    @staticmethod
    def _more(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        _ground(painter, option)
        painter.setFont(option.font)
        painter.setPen(theme.present().accent)
        row = option.rect.adjusted(2 + BOX + GAP, 0, -GAP, 0)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, str(index.data()))

    def _value(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.present()
        _ground(painter, option)
        choice = Choice(index.data(Role.CHOICE) or 0)
        row = option.rect.adjusted(2, 0, -GAP, 0)
        _box(painter, QRectF(row.left(), row.center().y() - BOX / 2 + 1, BOX, BOX), choice)
        right = self._right_side(painter, option, index)
        font = option.font
        font.setStrikeOut(choice is Choice.EXCLUDED)
        painter.setFont(font)
        gone = not index.data(Role.COUNT) and choice is Choice.NONE
        painter.setPen(colours.muted if gone else colours.text)
        room = row.adjusted(BOX + GAP, 0, -right, 0)
        text = QFontMetrics(font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    @staticmethod
    def _right_side(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> int:
        """Draw the count, or the minus sign where a click would exclude; return its width."""
        colours = theme.present()
        at_hand = option.state & (
            QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
        )
        if at_hand:
            zone = exclude_zone(option.rect)
            centre = QPointF(zone.center())
            painter.setPen(QPen(colours.muted, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 6, 6)
            painter.drawLine(centre - QPointF(3, 0), centre + QPointF(3, 0))
        count = index.data(Role.COUNT)
        text = number(count) if count else ""
        painter.setFont(option.font)
        painter.setPen(colours.muted)
        room = option.rect.adjusted(0, 0, -(option.rect.height() if at_hand else GAP), 0)
        painter.drawText(room, _RIGHT, text)
        wide = QFontMetrics(option.font).horizontalAdvance(text)
        return wide + GAP + (option.rect.height() - GAP if at_hand else 0)


_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def _is_head(index: Index) -> bool:
    return not index.parent().isValid()


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    colours, rect = theme.present(), QRectF(option.rect).adjusted(-1, 0.5, -2.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colours.accent, 1))
    if option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(colours.hover)
    painter.drawRoundedRect(rect, 4, 4)


def _box(painter: QPainter, box: QRectF, choice: Choice) -> None:
    colours = theme.present()
    filled = choice is not Choice.NONE
    fill = {Choice.INCLUDED: colours.accent, Choice.EXCLUDED: colours.error_text}
    painter.setBrush(fill.get(choice, colours.base))
    painter.setPen(QPen(fill.get(choice, colours.strong_border), 1.2))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if not filled:
        return
    ink = colours.accent_text if choice is Choice.INCLUDED else colours.base
    painter.setPen(QPen(ink, 1.8, c=Qt.PenCapStyle.RoundCap))
    _polyline(painter, box, _TICK if choice is Choice.INCLUDED else _MINUS)


_TICK = ((0.24, 0.52), (0.43, 0.7), (0.76, 0.3))
_MINUS = ((0.26, 0.5), (0.74, 0.5))


def _polyline(painter: QPainter, box: QRectF, points: Sequence[tuple[float, float]]) -> None:
    placed = [
        QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points
    ]
    painter.drawPolyline(placed)
