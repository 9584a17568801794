"""The query as a form, as a user fills it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.pages.window import WindowPage


class AdvancedSearchPage:
    """Drives the form that :meth:`open` brings up."""

    def __init__(self, window: WindowPage) -> None:
        self._window = window
        window.trigger("advanced-search")
        self.dialog: QWidget = window.dialog("advanced-search")

    def line(self, name: str) -> QLineEdit:
        found = self.dialog.findChild(QLineEdit, f"search-{name}")
        assert found is not None
        return found

    @property
    def filled(self) -> dict[str, str]:
        """Every line with something in it."""
        lines = self.dialog.findChildren(QLineEdit)
        return {
            line.objectName().removeprefix("search-"): line.text()
            for line in lines
            if line.text() and line.objectName().startswith("search-")
        }

    def type(self, name: str, text: str) -> None:
        """Replace what stands in a line."""
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        self._window.bot.keyClick(line, Qt.Key.Key_Delete)
        self._window.bot.keyClicks(line, text)

    def tick(self, name: str) -> None:
        """Tick a box by keyboard, or take its tick away."""
        self._window.bot.keyClick(self.box(name), Qt.Key.Key_Space)

    def box(self, name: str) -> QCheckBox:
        found = self.dialog.findChild(QCheckBox, f"search-{name}")
        assert found is not None
        return found

    def clear(self) -> None:
        found = self.dialog.findChild(QPushButton, "search-clear")
        assert found is not None
        found.click()

    def said(self, name: str) -> str:
        """The text of a label; empty while it is hidden."""
        found = self.dialog.findChild(QLabel, f"search-{name}")
        assert found is not None
        return "" if found.isHidden() else found.text()
