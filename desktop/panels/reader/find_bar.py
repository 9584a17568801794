"""Find in the open dispatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

if TYPE_CHECKING:
    from desktop.panels.reader.hits import Hits

_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """A field, a count and a way out; Enter goes on, Shift+Enter back, Esc closes."""

    sought = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.setAccessibleName(self.tr("Find in this dispatch"))
        self.field = QLineEdit()
        self.field.setObjectName("find-field")
        self.field.setAccessibleName(self.tr("Find in this dispatch"))
        self.field.setPlaceholderText(self.tr("Find in this dispatch"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.sought)
        self.field.installEventFilter(self)
        self._place = QLabel()
        self._place.setObjectName("find-place")
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 4)
        row.addWidget(self.field, 1)
        row.addWidget(self._place)
        row.addWidget(self._button("find-back", self.tr("Previous"), Qt.ArrowType.UpArrow, -1))
        row.addWidget(self._button("find-on", self.tr("Next"), Qt.ArrowType.DownArrow, 1))
        close = QToolButton()
        close.setObjectName("find-close")
        close.setText("✕")
        close.setAccessibleName(self.tr("Close"))
        close.setAutoRaise(True)
        close.clicked.connect(self.close_bar)
        row.addWidget(close)

    def _button(self, name: str, text: str, arrow: Qt.ArrowType, by: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    @property
    def place(self) -> str:
        """What the count says, for example ``3/17``."""
        return self._place.text()

    def open_bar(self, text: str = "") -> None:
        """Come up with a text to look for, or the one of the last time."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.sought.emit(self.field.text())

    def close_bar(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def show_hits(self, hits: Hits) -> None:
        """Show how many there are, and that there are none."""
        nothing = bool(self.field.text()) and not hits.spans
        self._place.setText(self.tr("Not found") if nothing else hits.place)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in _KEYS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # here these keys are the field's, not the window's
        elif event.type() == QEvent.Type.KeyPress:
            self._press(event)
        return True

    def _press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
