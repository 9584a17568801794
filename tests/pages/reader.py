"""The reader as a user drives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget

from desktop.dialogs.note import NoteDialog
from tests.pages.keyboard import Keyboard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.panels.reader.reader import Reader

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class ReaderPage:
    """Keys go to the widget that has the keyboard, as on a desk."""

    def __init__(self, reader: Reader, bot: QtBot) -> None:
        self.reader, self._bot = reader, bot
        self.keys = Keyboard(reader, bot)
        self.body = reader.text.body

    # --- what is seen -----------------------------------------------------------------------

    @property
    def headline(self) -> str:
        return self.reader.header.headline.text

    @property
    def text(self) -> str:
        return self.body.toPlainText()

    @property
    def tags(self) -> list[str]:
        return self.reader.tags.labels

    @property
    def hit_place(self) -> str:
        return self.reader.steps.place

    @property
    def find_place(self) -> str:
        return self.reader.find_bar.place

    @property
    def selected(self) -> str:
        return self.body.textCursor().selectedText()

    @property
    def notes(self) -> list[str]:
        return [card.note.text for card in self.reader.text.margin.cards]

    def says(self, name: str) -> str:
        """Return the text of a label by its name."""
        label = self.reader.findChild(QLabel, name)
        assert label is not None, name
        return label.text()

    def format_at(self, quote: str, inside: int = 0) -> QTextCharFormat:
        """Return the look of a character of a quote."""
        cursor = QTextCursor(self.body.document())
        cursor.setPosition(_units(self.text[: self.text.index(quote) + inside]) + 1)
        return cursor.charFormat()

    # --- what is done -----------------------------------------------------------------------

    def press(self, key: Key, modifier: Modifier = Modifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        self.keys.press(key, modifier)

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        self.keys.type(text)

    def take_keyboard(self) -> None:
        """Put the keyboard into the text."""
        self.reader.setFocus()
        assert self.keys.focus is self.body

    def select(self, quote: str) -> None:
        """Select a passage by keyboard: to its beginning, then Shift+Right over it."""
        self.take_keyboard()
        self.press(Key.Key_Home, Modifier.ControlModifier)
        at = self.text.index(quote)
        cursor = self.body.textCursor()
        cursor.setPosition(_units(self.text[:at]))
        self.body.setTextCursor(cursor)
        for _ in quote:
            self.press(Key.Key_Right, Modifier.ShiftModifier)
        assert self.selected == quote

    def click_on(self, quote: str) -> None:
        """Click into a passage."""
        at = self.text.index(quote) + len(quote) // 2
        place = self.body.rect_of(at).center() + QPoint(1, 0)
        self._bot.mouseClick(self.body.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def open_menu(self) -> QMenu:
        """Ask for the context menu by keyboard; the caller closes it."""
        place = self.body.rect_of(self.body.caret).center()
        asked = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, place, self.body.mapToGlobal(place)
        )
        QApplication.sendEvent(self.body, asked)
        menu = self.reader.findChild(QMenu, "reader-menu")
        assert menu is not None
        return menu

    def find(self, words: str) -> None:
        """Find in the text."""
        self.press(Key.Key_F, Modifier.ControlModifier)
        field = self.keys.focus
        assert isinstance(field, QLineEdit)
        field.clear()
        self.type(words)

    def write_note(self, note: str, *, colour: str = "") -> None:
        """Press N, write, save with Ctrl+Enter."""
        self.press(Key.Key_N)
        dialog = self.note_dialog()
        if colour:
            button = dialog.findChild(QWidget, f"colour-{colour}")
            assert button is not None
            self._bot.keyClick(button, Key.Key_Space)
        field = dialog.findChild(QPlainTextEdit, "note-text")
        assert field is not None
        field.selectAll()
        self._bot.keyClicks(field, note)
        self._bot.keyClick(field, Key.Key_Return, Modifier.ControlModifier)

    def note_dialog(self) -> NoteDialog:
        """Return the open note dialog."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NoteDialog)
        assert dialog.isAncestorOf(self.keys.focus)
        return dialog


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
