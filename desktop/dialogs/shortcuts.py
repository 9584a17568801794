"""The sheet of keyboard shortcuts, read from the actions themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.dialogs.table import TableDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow

translate = QCoreApplication.translate


def shortcut_sheet(window: QMainWindow) -> TableDialog:
    """Return the dialog: each menu with its keys, then the keys of the lists."""
    sections = [
        (_plain(entry.text()), list(_keys(menu)))
        for entry in window.menuBar().actions()
        if isinstance(menu := entry.menu(), QMenu)
    ]
    sections = [(title, keys) for title, keys in sections if keys]
    sections.append((translate("shortcuts", "In the panes"), _in_panes()))
    return TableDialog("shortcuts", translate("shortcuts", "Keyboard shortcuts"), sections, window)


def _keys(menu: QMenu) -> Iterator[tuple[str, str]]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _keys(below)
        keys = [_text(key) for key in action.shortcuts() if not key.isEmpty()]
        if keys:
            yield ", ".join(dict.fromkeys(keys)), _name(action)


def _text(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _name(action: QAction) -> str:
    return _plain(action.text()).removesuffix("…").strip()


def _plain(text: str) -> str:
    return text.replace("&", "")


def _in_panes() -> list[tuple[str, str]]:
    return [
        ("Enter", translate("shortcuts", "Results: read the dispatch")),
        ("Shift+↓, Shift+↑", translate("shortcuts", "Reader: next, previous dispatch")),
        (
            "Esc",
            translate("shortcuts", "Panes: back to the results; results: back to the search"),
        ),
        (_space(), translate("shortcuts", "Filters: include the value")),
        ("-", translate("shortcuts", "Filters: exclude the value")),
        ("←, →", translate("shortcuts", "Timeline: move; with Shift extend; Enter chooses")),
    ]


def _space() -> str:
    return QKeySequence("Space").toString(QKeySequence.SequenceFormat.NativeText)
