"""Keys as a user presses them: they go to the window in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key
Modifier = Qt.KeyboardModifier
PATIENCE = 20_000
"""Milliseconds to wait on a busy machine; nothing takes that long when all is well."""


class Keyboard:
    """Waits for the window in front before it presses, as a user's eyes do."""

    def __init__(self, window: QWidget, bot: QtBot) -> None:
        self._window, self._bot = window, bot

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        self._wait()
        return QApplication.focusWidget() or self._front()

    def press(self, key: Key, modifier: Modifier = Modifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        self._bot.keyClick(self.focus, key, modifier)

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        self._bot.keyClicks(self.focus, text)

    def _front(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window.window()

    def _wait(self) -> None:
        front = self._front()
        if not front.isActiveWindow():
            front.activateWindow()
            self._bot.waitUntil(front.isActiveWindow, timeout=PATIENCE)
