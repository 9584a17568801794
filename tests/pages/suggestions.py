"""The suggestions below the open dispatch as a user drives them: by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.pages.keyboard import PATIENCE, Keyboard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.panels.reader.reader import Reader

Key = Qt.Key


class SuggestionsPage:
    """Waits for the thread that finds out what to suggest."""

    def __init__(self, reader: Reader, bot: QtBot) -> None:
        self.panel, self._reader, self._bot = reader.suggestions, reader, bot
        self.keys = Keyboard(reader, bot)

    def open(self) -> None:
        """Press S and wait for the list."""
        self.keys.press(Key.Key_S)
        self.wait()

    def wait(self) -> None:
        """Wait until what is shown is what there is."""
        self._bot.waitUntil(self._settled, timeout=PATIENCE)

    def _settled(self) -> bool:
        worker = self.panel._worker
        return worker is not None and not worker.busy

    @property
    def lines(self) -> list[str]:
        """Kind and title of every line."""
        rows = range(self.panel.model.rowCount())
        return [
            f"{line.kind}: {line.title}" for row in rows if (line := self.panel.model.line(row))
        ]

    @property
    def at_hand(self) -> str:
        current = self.panel.current
        return current.text if current else ""

    @property
    def title(self) -> str:
        return self.panel.title.text()

    def go_to(self, text: str) -> None:
        """Press Down until a suggestion is at hand."""
        self.keys.press(Key.Key_Home)
        for _ in range(self.panel.model.rowCount()):
            if self.at_hand == text:
                return
            self.keys.press(Key.Key_Down)
        raise AssertionError(f"{text} is not suggested: {self.lines}")

    def accept(self, text: str) -> None:
        """Go to a suggestion and press Enter."""
        self.go_to(text)
        self.keys.press(Key.Key_Return)
        self.wait()

    def reject(self, text: str) -> None:
        """Go to a suggestion and press Del."""
        self.go_to(text)
        self.keys.press(Key.Key_Delete)
        self.wait()
