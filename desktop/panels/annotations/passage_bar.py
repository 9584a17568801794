"""The small bar beside a selected passage: eight colours, a concept, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop import theme
from desktop.panels.parts.colour_row import ColourRow

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QAction, QPaintEvent

GAP = 6
SLIM = "QToolButton { padding: 3px 6px; }"


class PassageBar(QFrame):
    """Floats over the text; leaves the keyboard to it, but can be reached with Tab."""

    coloured = Signal(object)
    """Colour pressed."""
    left = Signal()
    """Esc was pressed in it."""

    def __init__(self, code: QAction, note: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("passage-bar")
        self.setAccessibleName(self.tr("Annotate the passage"))
        self.colours = ColourRow(checkable=False)
        self.colours.set_focus_policy(Qt.FocusPolicy.TabFocus)
        self.colours.pressed.connect(self.coloured)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(0)
        row.addWidget(self.colours)
        row.addWidget(_button(code))
        row.addWidget(_button(note))
        self._row = row
        self.hide()

    def offer(self, action: QAction) -> None:
        """Add a button that is there while its action is possible."""
        button = _button(action)
        self._row.addWidget(button)
        button.setVisible(action.isEnabled())
        action.enabledChanged.connect(button.setVisible)

    def show_near(self, first: QRect, last: QRect, room: QRect) -> None:
        """Come up under the end of the passage, over its beginning, or at the bottom."""
        self.adjustSize()
        y = last.bottom() + GAP
        if y + self.height() > room.bottom():
            y = first.top() - GAP - self.height()
        if y < room.top():
            y = room.bottom() - self.height() - GAP
        x = min(max(last.left() - self.width() // 2, room.left()), room.right() - self.width())
        self.move(QPoint(max(x, room.left()), y))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = theme.present()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(worn.strong_border)
        painter.setBrush(worn.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()  # here it leads back to the text, not out of the reader
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(action.objectName() + "-button")
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setAccessibleName(action.text().replace("&", ""))
    button.setAutoRaise(True)
    button.setStyleSheet(SLIM)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
