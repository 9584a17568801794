"""The tag palette as a user drives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.dialogs.tag_palette import TagPalette
from tests.pages.keyboard import PATIENCE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key
Tick = Qt.CheckState


class TagPalettePage:
    """The palette that is open now."""

    def __init__(self, bot: QtBot) -> None:
        palette = QApplication.activeModalWidget()
        assert isinstance(palette, TagPalette)
        self.palette, self._bot = palette, bot
        bot.waitUntil(palette.isActiveWindow, timeout=PATIENCE)

    @property
    def title(self) -> str:
        return self.palette.windowTitle()

    @property
    def offers(self) -> list[str]:
        model = self.palette.choices
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    @property
    def at_hand(self) -> str:
        return str(self.palette.list.currentIndex().data())

    @property
    def is_open(self) -> bool:
        return QApplication.activeModalWidget() is self.palette

    def tick(self, path: str) -> Tick:
        """Return whether a concept is set."""
        model = self.palette.choices
        choice = model.choice(self.offers.index(path))
        assert choice is not None
        assert choice.use is not None
        return model.tick(choice.use.concept.id)

    def type(self, text: str) -> None:
        self.palette.field.clear()
        self._bot.keyClicks(self.palette.field, text)

    def press(
        self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self._bot.keyClick(self.palette.field, key, modifier)

    def take(self, text: str) -> None:
        """Type and press Enter."""
        self.type(text)
        self.press(Key.Key_Return)

    def take_and_stay(self, text: str) -> None:
        """Type and press Ctrl+Enter."""
        self.type(text)
        self.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
