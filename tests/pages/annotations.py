"""The panel of all annotations as a user drives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.pages.keyboard import PATIENCE, Keyboard
from tests.pages.tag_palette import TagPalettePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.panels.annotations.annotations import AnnotationsPanel

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class AnnotationsPage:
    """Newest first, as the panel lists them."""

    def __init__(self, panel: AnnotationsPanel, bot: QtBot) -> None:
        self.panel, self._bot = panel, bot
        self.keys = Keyboard(panel, bot)

    # --- what is seen -----------------------------------------------------------------------

    @property
    def quotes(self) -> list[str]:
        model = self.panel.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def at_hand(self) -> str:
        current = self.panel.current
        return current.selector.exact if current else ""

    @property
    def summary(self) -> str:
        return self.panel.summary.text()

    def spoken(self, row: int) -> str:
        """What a screen reader says of a line."""
        role = Qt.ItemDataRole.AccessibleTextRole
        return str(self.panel.model.index(row, 0).data(role))

    # --- what is done -----------------------------------------------------------------------

    def choose(self, *quotes: str) -> None:
        """Select lines by keyboard: to the first, then down with Shift."""
        table = self.panel.list
        table.setFocus()
        table.setCurrentIndex(self.panel.model.index(self.quotes.index(quotes[0]), 0))
        for _ in quotes[1:]:
            self.press(Key.Key_Down, Modifier.ShiftModifier)

    def press(self, key: Key, modifier: Modifier = Modifier.NoModifier) -> None:
        self.keys.press(key, modifier)

    def filter(self, words: str) -> None:
        """Type words into the filter, and wait until it has filtered."""
        self.panel.field.clear()
        with self._bot.waitSignal(self.panel.model.modelReset, timeout=PATIENCE):
            self._bot.keyClicks(self.panel.field, words)

    def filter_colour(self, name: str) -> None:
        """Choose a colour by its first letters; none = all colours."""
        self._bot.keyClick(self.panel.colours, Key.Key_Home)
        self._bot.keyClicks(self.panel.colours, name)

    def filter_concept(self, typed: str) -> None:
        """Press the concept button and choose."""
        self._bot.keyClick(self.panel.concept_button, Key.Key_Space)
        TagPalettePage(self._bot).take(typed)

    def drop_concept(self) -> None:
        """Let go of the concept filtered by."""
        self._bot.keyClick(self.panel.concept_button, Key.Key_Space)
