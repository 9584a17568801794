"""The dialogs of rules as a user drives them: by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QTableView, QWidget

from desktop.dialogs.rule import RuleDialog
from desktop.dialogs.rule_preview import RulePreviewDialog
from desktop.dialogs.rules import RulesDialog
from tests.pages.keyboard import PATIENCE, Keyboard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)
Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class RulesPage:
    """Keys go to the dialog in front."""

    def __init__(self, window: QWidget, bot: QtBot) -> None:
        self._bot = bot
        self.keys = Keyboard(window, bot)

    def open(self) -> None:
        """Press Ctrl+R."""
        self.keys.press(Key.Key_R, CTRL)
        self._front(RulesDialog)

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """Name, query, concept and last run of every rule."""
        table = self._child(self._front(RulesDialog), QTableView, "rules-table")
        model = table.model()
        return [
            tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def choose(self, name: str) -> None:
        """Put a rule at hand with the arrow keys."""
        table = self._child(self._front(RulesDialog), QTableView, "rules-table")
        table.setFocus()
        self.keys.press(Key.Key_Home, CTRL)
        for _ in self.rows:
            if table.currentIndex().siblingAtColumn(0).data() == name:
                return
            self.keys.press(Key.Key_Down)
        raise AssertionError(name)

    def save_present(self, name: str, concept: str) -> str:
        """Press Ctrl+Shift+R, or N in the list, fill the dialog, Enter; return what it finds."""
        if isinstance(QApplication.activeModalWidget(), RulesDialog):
            self.keys.press(Key.Key_N, ALT)
        else:
            self.keys.press(Key.Key_R, CTRL | SHIFT)
        dialog = self._front(RuleDialog)
        field = self._child(dialog, QLineEdit, "rule-name")
        field.selectAll()
        self._bot.keyClicks(field, name)
        chooser = self._child(dialog, QLineEdit, "rule-concept-field")
        self._bot.keyClicks(chooser, concept)
        finds = self._child(dialog, QLabel, "rule-finds").text()
        self._bot.keyClick(chooser, Key.Key_Return)
        return finds

    def rename(self, name: str) -> None:
        """Press F2 in the list, type, Enter."""
        self.keys.press(Key.Key_F2)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.selectAll()
        self._bot.keyClicks(field, name)
        self._bot.keyClick(field, Key.Key_Return)

    def run(self, *, every: bool = False) -> list[str]:
        """Press Enter, or Alt+A for all, in the list; return what the preview says."""
        if every:
            self.keys.press(Key.Key_A, ALT)
        else:
            self.keys.press(Key.Key_Return)
        return self.preview()

    def preview(self) -> list[str]:
        """Wait for the preview; return what it says."""
        self._bot.waitUntil(
            lambda: isinstance(QApplication.activeModalWidget(), RulePreviewDialog),
            timeout=PATIENCE,
        )
        return self._front(RulePreviewDialog).texts

    def confirm(self) -> None:
        """Press Enter in the preview."""
        self._bot.keyClick(self._front(RulePreviewDialog), Key.Key_Return)

    def close(self) -> None:
        """Press Esc in the dialog in front."""
        self.keys.press(Key.Key_Escape)

    def _front(self, kind: type[D]) -> D:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind), dialog
        return dialog

    @staticmethod
    def _child(parent: QWidget, kind: type[W], name: str) -> W:
        child = parent.findChild(kind, name)
        assert child is not None, name
        return child
