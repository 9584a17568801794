"""The codebook panel as a user drives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from tests.pages.keyboard import PATIENCE, Keyboard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.panels.codebook.codebook import CodebookPanel

W = TypeVar("W", bound=QWidget)
Key = Qt.Key
Modifier = Qt.KeyboardModifier


class CodebookPage:
    """Everything by keyboard; ``paths`` is what the tree shows, opened or not."""

    def __init__(self, panel: CodebookPanel, bot: QtBot) -> None:
        self.panel, self._bot = panel, bot
        self.keys = Keyboard(panel, bot)

    # --- what is seen -----------------------------------------------------------------------

    @property
    def paths(self) -> list[str]:
        return list(self._paths(QModelIndex(), ""))

    def _paths(self, parent: QModelIndex, above: str) -> list[str]:
        model, found = self.panel.tree.model(), []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            path = f"{above}{index.data()}"
            found += [path, *self._paths(index, f"{path} / ")]
        return found

    def uses(self, label: str) -> str:
        """Return the count beside a concept."""
        return str(self._find(label).siblingAtColumn(2).data())

    def digit(self, label: str) -> str:
        return str(self._find(label).siblingAtColumn(1).data())

    @property
    def at_hand(self) -> str:
        use = self.panel.current
        return use.full_path if use else ""

    @property
    def summary(self) -> str:
        return self.panel.summary.text()

    # --- what is done -----------------------------------------------------------------------

    def choose(self, label: str) -> None:
        """Put a concept at hand by typing its name into the tree, as Qt's views allow."""
        self.panel.tree.setFocus()
        self.panel.tree.setCurrentIndex(self._find(label))

    def press(self, key: Key, modifier: Modifier = Modifier.NoModifier) -> None:
        self.keys.press(key, modifier)

    def filter(self, typed: str) -> None:
        self.panel.field.clear()
        self._bot.keyClicks(self.panel.field, typed)

    def rename(self, label: str, new: str, *, used: bool = False) -> str:
        """F2, type, Enter; where it is used, Enter in the question too. Return what that said."""
        self.choose(label)
        self.press(Key.Key_F2)
        editor = self.panel.tree.findChild(QLineEdit)
        assert editor is not None
        editor.selectAll()
        self._bot.keyClicks(editor, new)
        with self._bot.waitSignal(self.panel.renaming_ended, timeout=PATIENCE):
            self._bot.keyClick(editor, Key.Key_Return)
            return self.confirm() if used else ""

    def state(
        self, label: str, *, aliases: str = "", digit: str = "", note: str = "", colour: str = ""
    ) -> None:
        """Fill the concept dialog that is open, and press its OK."""
        dialog = self.dialog()
        fields = {"concept-label": label, "concept-aliases": aliases}
        for name, text in fields.items():
            field = self._child(dialog, QLineEdit, name)
            field.selectAll()
            self._bot.keyClicks(field, text)
        box = self._child(dialog, QComboBox, "concept-digit")
        if digit:
            self._bot.keyClicks(box, digit)
        scope = self._child(dialog, QPlainTextEdit, "concept-note")
        self._bot.keyClicks(scope, note)
        if colour:
            button = self._child(dialog, QWidget, f"concept-colour-{colour}")
            self._bot.keyClick(button, Key.Key_Space)
        self._bot.keyClick(scope, Key.Key_Return, Modifier.ControlModifier)

    def dialog(self) -> QDialog:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        assert dialog.isAncestorOf(self.keys.focus)
        return dialog

    def merge_into(self, typed: str) -> str:
        """M, type, read the preview, Enter; return the preview."""
        self.press(Key.Key_M)
        dialog = self.dialog()
        field = self._child(dialog, QLineEdit, "merge-field")
        self._bot.keyClicks(field, typed)
        preview = self._child(dialog, QLabel, "merge-preview").text()
        self._bot.keyClick(field, Key.Key_Return)
        return preview

    def split(self, new: str, *, filtered: str = "", ticks: int) -> str:
        """P, a name, a filter, Space on the first lines, Enter; return what the preview said."""
        self.press(Key.Key_P)
        dialog = self.dialog()
        self._bot.keyClicks(self._child(dialog, QLineEdit, "split-label"), new)
        self._bot.keyClicks(self._child(dialog, QLineEdit, "split-filter"), filtered)
        view = self._child(dialog, QListView, "split-list")
        for _ in range(ticks):
            self._bot.keyClick(view, Key.Key_Space)
            self._bot.keyClick(view, Key.Key_Down)
        said = self._child(dialog, QLabel, "split-preview").text()
        self._bot.keyClick(view, Key.Key_Return)
        return said

    def history(self) -> list[str]:
        """H, read, Esc; return every text."""
        self.press(Key.Key_H)
        dialog = self.dialog()
        texts = [label.text() for label in dialog.findChildren(QLabel)]
        self._bot.keyClick(dialog, Key.Key_Escape)
        return texts

    def confirm(self) -> str:
        """Press Enter in the question that is open, or will be; return what it said."""
        self._bot.waitUntil(
            lambda: isinstance(QApplication.activeModalWidget(), QDialog), timeout=PATIENCE
        )
        dialog = self.dialog()
        said = self._child(dialog, QLabel, "confirm-text").text()
        self._bot.keyClick(dialog, Key.Key_Return)
        return said

    @staticmethod
    def _child(parent: QWidget, kind: type[W], name: str) -> W:
        child = parent.findChild(kind, name)
        assert child is not None, name
        return child

    def _find(self, label: str) -> QModelIndex:
        model = self.panel.tree.model()
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, label, 1, flags)
        assert found, label
        return found[0]
