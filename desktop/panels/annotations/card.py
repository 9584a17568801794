"""One annotation as a card in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.colour_names import colour_name
from desktop.inks import UNDERLINES, present_inks
from desktop.panels.parts.marked_label import MarkedLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from index import Annotation, AnnotationId, ConceptUse

LINES = 3
"""Of a note, while its card is not the one at hand."""
LINES_AT_HAND = 12
_PEN = {
    1: Qt.PenStyle.SolidLine,
    2: Qt.PenStyle.DashLine,
    3: Qt.PenStyle.DotLine,
    4: Qt.PenStyle.DashDotLine,
    5: Qt.PenStyle.DashDotDotLine,
    6: Qt.PenStyle.SolidLine,
}
"""The nearest pen to each underline; a wave is drawn twice as wide."""


class Card(QFrame):
    """Note and concepts under the colour of the passage; Enter edits, Delete deletes."""

    chosen = Signal(object)
    edited = Signal(object)
    deleted = Signal(object)
    """AnnotationId."""
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotation-card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._annotation: Annotation | None = None
        self._key: tuple[object, ...] = ()
        self.at_hand = False
        self.note = MarkedLabel("card-note", lines=LINES)
        self.concepts = MarkedLabel("card-concepts", lines=LINES)
        self.concepts.setEnabled(False)  # the soft ink
        self._tools = self._make_tools()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(2)
        for part in (self.note, self.concepts, self._tools):
            column.addWidget(part)

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(4)
        edit = _tool("card-edit", self.tr("Edit"), lambda: self.edited.emit(self.id))
        delete = _tool("card-delete", self.tr("Delete"), lambda: self.deleted.emit(self.id))
        row.addWidget(edit)
        row.addWidget(delete)
        row.addStretch()
        tools.hide()
        return tools

    @property
    def id(self) -> AnnotationId | None:
        """The annotation shown; None while the card is blank."""
        return self._annotation.id if self._annotation else None

    def show_annotation(
        self, annotation: Annotation, concepts: Sequence[ConceptUse], *, at_hand: bool
    ) -> None:
        """Show an annotation; the one at hand is shown at length."""
        key = (annotation, tuple(concepts), at_hand)
        if key == self._key:
            return
        self._key, self._annotation, self.at_hand = key, annotation, at_hand
        colour = colour_name(annotation.colour)
        labels = "  ".join(f"# {use.concept.label}" for use in concepts)
        blank = not annotation.note and not labels
        self.note.clamp(LINES_AT_HAND if at_hand else LINES)
        self.note.setEnabled(not blank)
        self.note.show_text(colour if blank else annotation.note)
        self.concepts.show_text(labels)
        self._tools.setVisible(at_hand)
        said = (colour, annotation.note, *(use.full_path for use in concepts))
        self.setAccessibleName(self.tr("Annotation: ") + "; ".join(part for part in said if part))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._key = ()  # shown anew by the margin

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.edited.emit(self.id)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.deleted.emit(self.id)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Space:
                self.chosen.emit(self.id)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.id)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.chosen.emit(self.id)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.edited.emit(self.id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._annotation is None:
            return
        worn, inks = theme.present(), present_inks()
        line = QColor(inks.lines[self._annotation.colour])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outlined = self.at_hand or self.hasFocus()
        painter.setPen(QPen(line if outlined else worn.border, 2 if self.hasFocus() else 1))
        painter.setBrush(worn.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        underline = UNDERLINES[self._annotation.colour]
        painter.setPen(QPen(line, 3, _PEN[underline.style.value], Qt.PenCapStyle.FlatCap))
        painter.drawLine(5, 7, 5, self.height() - 7)


def _tool(name: str, text: str, slot: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setAccessibleName(text)
    button.setAutoRaise(True)
    button.clicked.connect(slot)
    return button
