"""An annotation in a list: colour, quote, note, concepts, dispatch and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.inks import present_inks
from desktop.reading_direction import reads_right_to_left

if TYPE_CHECKING:
    from desktop.models.annotations import AnnotationsModel, Line

PAD, BAR, LINES = 8, 4, 3
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AnnotationDelegate(QStyledItemDelegate):
    """Three lines of a fixed height, so that long lists stay fast; four where it is an orphan."""

    def height(self, option: QStyleOptionViewItem, *, orphaned: bool = False) -> int:
        """Return the height of a row in pixels."""
        return (LINES + orphaned) * (option.fontMetrics.height() + 2) + 2 * PAD

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        model: AnnotationsModel = index.model()  # type: ignore[assignment]
        line = model.line(index.row())
        return QSize(160, self.height(option, orphaned=bool(line and line.annotation.orphaned)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model: AnnotationsModel = index.model()  # type: ignore[assignment]
        line = model.line(index.row())
        if line is None:
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _Drawing(painter, option.rect, line, chosen=chosen).draw()
        painter.restore()


class _Drawing:
    """One row being drawn."""

    def __init__(self, painter: QPainter, rect: QRect, line: Line, *, chosen: bool) -> None:
        self._painter, self._rect, self._line = painter, rect, line
        worn = theme.present()
        self._ground = worn.selection if chosen else worn.base
        self._ink = worn.selection_text if chosen else worn.text
        self._soft = worn.selection_text if chosen else worn.muted
        self._warning = worn.selection_text if chosen else worn.warning_text
        self._rule = worn.border
        self._left = rect.left() + PAD + BAR + PAD
        self._step = painter.fontMetrics().height() + 2

    def draw(self) -> None:
        """Draw ground, bar and the three lines."""
        annotation = self._line.annotation
        self._painter.fillRect(self._rect, self._ground)
        self._painter.fillRect(
            QRect(self._rect.left(), self._rect.bottom(), self._rect.width(), 1), self._rule
        )
        lines = LINES + annotation.orphaned
        bar = QRect(self._rect.left() + PAD, self._rect.top() + PAD, BAR, lines * self._step)
        self._painter.fillRect(bar, QColor(present_inks().lines[annotation.colour]))
        self._text(0, f"“{' '.join(annotation.selector.exact.split())}”", self._ink, italic=True)
        self._text(1, self._said(), self._ink)
        self._text(2, self._line.headline, self._soft, beside=self._line.date)
        if annotation.orphaned:
            self._text(LINES, self._line.standing, self._warning)

    def _said(self) -> str:
        tags = "  ".join(f"# {label}" for label in self._line.concepts)
        note = " ".join(self._line.annotation.note.split())
        return "   ".join(part for part in (note, tags) if part)

    def _text(
        self, number: int, text: str, ink: QColor, *, italic: bool = False, beside: str = ""
    ) -> None:
        """Draw a line, cut short before what stands at its end."""
        font = QFont(self._painter.font())
        font.setItalic(italic and not reads_right_to_left(text))  # no Arabic type slants
        self._painter.setFont(font)
        self._painter.setPen(ink)
        metrics = self._painter.fontMetrics()
        top = self._rect.top() + PAD + number * self._step
        room = QRect(self._left, top, self._rect.right() - PAD - self._left, self._step)
        if beside:
            self._painter.drawText(room, _END, beside)
            room.setRight(room.right() - metrics.horizontalAdvance(beside) - PAD)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        self._painter.drawText(room, _START, shown)
