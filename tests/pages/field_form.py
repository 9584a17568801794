"""The fields to put right, as a user types into them; in the dialog and in the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class FieldFormPage:
    """Drives a form by keyboard."""

    def __init__(self, inside: QWidget, bot: QtBot) -> None:
        self._inside, self._bot = inside, bot

    def line(self, name: str) -> QLineEdit:
        found = self._inside.findChild(QLineEdit, f"field-{name}")
        assert found is not None
        return found

    def type(self, name: str, text: str) -> None:
        """Replace what stands in a field."""
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        self._bot.keyClick(line, Qt.Key.Key_Delete)
        self._bot.keyClicks(line, text)

    def text(self, name: str) -> str:
        return self.line(name).text()

    def note(self, name: str) -> str:
        """What the form says below a field."""
        found = self._inside.findChild(QLabel, f"field-{name}-note")
        assert found is not None
        return found.text()

    def offers_original(self, name: str) -> bool:
        return not self._original(name).isHidden()

    def use_original(self, name: str) -> None:
        self._original(name).setFocus()
        self._bot.keyClick(self._original(name), Qt.Key.Key_Space)

    def _original(self, name: str) -> QPushButton:
        found = self._inside.findChild(QPushButton, f"field-{name}-original")
        assert found is not None
        return found
