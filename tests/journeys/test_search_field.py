"""What the search field offers besides typing: history, help, saved searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton

if TYPE_CHECKING:
    import pytest

    from tests.pages.window import WindowPage


def history(window: WindowPage) -> QMenu:
    """Open the history and return it."""
    window.desk.workspace.search.history.click()
    menu = window.dialog("history-menu")
    assert isinstance(menu, QMenu)
    return menu


def test_searches_made_with_enter_are_remembered(filled: WindowPage) -> None:
    menu = history(filled)
    assert [action.isEnabled() for action in menu.actions()] == [False]
    menu.close()
    field = filled.desk.workspace.search.text
    for text in ("encryption", "protection", "encryption"):
        filled.type_query(text)
        filled.bot.keyClick(field, Qt.Key.Key_Return)
    menu = history(filled)
    lines = [action.text().partition("\t")[0] for action in menu.actions()]
    assert lines == ["encryption", "protection"]
    menu.actions()[1].trigger()
    menu.close()
    filled.answered("protection")
    assert field.text() == "protection"


def test_an_example_of_the_help_is_written_into_the_field(filled: WindowPage) -> None:
    search = filled.desk.workspace.search
    search.help.click()
    sheet = filled.dialog("query-help")
    examples = [b for b in sheet.findChildren(QPushButton) if b.text() == "filed:2024-10"]
    examples[0].click()
    filled.answered("filed:2024-10")
    assert filled.total == 1
    assert not sheet.isVisible()


def test_a_search_is_saved_and_renamed_by_name(
    filled: WindowPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = filled.desk.workspace.saved
    filled.type_query("encryption")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (" Codes ", True))
    filled.trigger("save-search")
    assert [saved.list.item(0).text()] == ["Codes"]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Ciphers", True))
    saved.list.setFocus()
    saved.list.setCurrentRow(0)
    filled.bot.keyClick(saved.list, Qt.Key.Key_F2)
    names = [saved.list.item(row).text() for row in range(saved.list.count())]
    assert names == ["Ciphers"]
    filled.desk.session.undo.undo()
    names = [saved.list.item(row).text() for row in range(saved.list.count())]
    assert names == ["Codes"]
