"""A concept to choose: its tick, its dot, the path above it, its digit and how often it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.delegates.keycap import draw_keycap
from desktop.short_text import number
from desktop.swatch import swatch
from index import PATH_SEPARATOR

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.models.concept_choices import Choice, ConceptChoices

Tick = Qt.CheckState
DOT, BOX, PAD = 12, 14, 8
DIGIT_WIDTH, USES_WIDTH = 24, 44
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_HOOK = (QPoint(3, 7), QPoint(6, 10), QPoint(11, 4))


class ConceptChoiceDelegate(QStyledItemDelegate):
    """Draws the rows of ``ConceptChoices``; ``ticked`` leaves room for the ticks."""

    def __init__(self, model: ConceptChoices, *, ticked: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._ticked = model, ticked

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, option.fontMetrics.height() + PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice: Choice | None = self._model.choice(index.row())
        if choice is None:
            return
        worn = theme.present()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, worn.selection)
        ink = worn.selection_text if chosen else worn.text
        soft = worn.selection_text if chosen else worn.muted
        left = rect.adjusted(PAD, 0, -PAD, 0)
        if choice.use is None:
            painter.setPen(ink)
            painter.drawText(left, _MIDDLE, index.data())
        else:
            if self._ticked:
                tick = self._model.tick(choice.use.concept.id)
                _draw_tick(painter, left, tick, QPen(ink, 1.8))
                left.setLeft(left.left() + BOX + PAD)
            _draw_concept(painter, left, choice, QPen(ink), QPen(soft))
        painter.restore()


def _draw_tick(painter: QPainter, rect: QRect, tick: Tick, pen: QPen) -> None:
    box = QRect(rect.left(), rect.center().y() - BOX // 2, BOX, BOX)
    painter.setPen(QPen(pen.color(), 1))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(pen)
    x, y = box.left(), box.top()
    if tick == Tick.Checked:
        painter.drawPolyline([box.topLeft() + p for p in _HOOK])
    elif tick == Tick.PartiallyChecked:
        painter.drawLine(x + 4, y + BOX // 2, x + BOX - 4, y + BOX // 2)


def _draw_concept(painter: QPainter, rect: QRect, choice: Choice, ink: QPen, soft: QPen) -> None:
    if choice.use is None:
        return
    concept = choice.use.concept
    dot = QRect(rect.left(), rect.center().y() - DOT // 2, DOT, DOT)
    swatch(concept.colour).paint(painter, dot)
    right = rect
    painter.setPen(soft)
    if choice.use.dispatches:
        uses = QRect(right.right() - USES_WIDTH, rect.top(), USES_WIDTH, rect.height())
        painter.drawText(uses, _MIDDLE | Qt.AlignmentFlag.AlignRight, number(choice.use.dispatches))
    if concept.digit:
        at = right.right() - USES_WIDTH - DIGIT_WIDTH
        room = QRect(at, rect.top(), DIGIT_WIDTH, rect.height())
        draw_keycap(painter, room, str(concept.digit), soft.color())
    words = rect.adjusted(DOT + PAD, 0, -USES_WIDTH - DIGIT_WIDTH, 0)
    _draw_path(painter, words, choice.use.path, ink, soft)


def _draw_path(
    painter: QPainter, rect: QRect, path: tuple[str, ...], ink: QPen, soft: QPen
) -> None:
    above = "".join(f"{label}{PATH_SEPARATOR}" for label in path[:-1])
    metrics = painter.fontMetrics()
    label = metrics.elidedText(path[-1], Qt.TextElideMode.ElideRight, rect.width())
    room = rect.width() - metrics.horizontalAdvance(label)
    above = metrics.elidedText(above, Qt.TextElideMode.ElideMiddle, max(room, 0))
    painter.setPen(soft)
    painter.drawText(rect, _MIDDLE, above)
    painter.setPen(ink)
    painter.drawText(rect.adjusted(metrics.horizontalAdvance(above), 0, 0, 0), _MIDDLE, label)
