"""A table that tells a keyboard that comes to it from a window that comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView

from desktop import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_Reason = Qt.FocusReason
BY_KEY = (_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason)


class EnteredTable(QTableView):
    """Has no current row until somebody goes to one, or comes here by key."""

    entered_by_key = Signal()
    """The keyboard came here; Qt makes a row current then, without selecting it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabKeyNavigation(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in BY_KEY:
            super().focusInEvent(event)
            self.entered_by_key.emit()
        else:  # as with the mouse, for which Qt makes no row current
            super().focusInEvent(QFocusEvent(event.type(), _Reason.MouseFocusReason))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())  # no row shows yet where the keyboard is
            painter.setPen(QPen(theme.present().accent, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
