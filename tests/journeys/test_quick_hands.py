"""Keys that are pressed before the answer to the last one is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from tests.pages.window import WindowPage


def test_enter_before_the_answer_opens_what_was_asked_for(filled: WindowPage) -> None:
    filled.open_row(3)
    stale = filled.current
    filled.bot.keyClick(filled.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    field = filled.desk.workspace.search.text
    filled.bot.keyClicks(field, "encryption heart")
    filled.bot.keyClick(field, Qt.Key.Key_Return)
    filled.answered("encryption heart")
    filled.until(lambda: filled.current not in {None, stale})
    assert filled.current == filled.ids[0]
    assert filled.desk.workspace.results.table.currentIndex().row() == 0
    assert filled.desk.workspace.results.table.hasFocus()


def test_enter_opens_the_first_of_what_is_listed_already(filled: WindowPage) -> None:
    filled.type_query("encryption")
    field = filled.desk.workspace.search.text
    filled.bot.keyClick(field, Qt.Key.Key_Return)
    filled.until(lambda: filled.current == filled.ids[0])


def test_the_next_dispatch_is_chosen_alone_while_shift_is_held(filled: WindowPage) -> None:
    filled.open_row(0)
    filled.desk.workspace.read()
    handle = filled.window.windowHandle()
    for row in (1, 2):
        # through the window system, so that Qt knows which keys are down
        QTest.keyClick(handle, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        filled.until(lambda row=row: filled.current == filled.ids[row])  # type: ignore[misc]
        assert filled.desk.session.selection == (filled.ids[row],)


def test_a_row_that_has_the_keyboard_is_selected(filled: WindowPage) -> None:
    filled.type_query("nothingofthekind")
    filled.bot.keyClick(filled.desk.workspace.search.text, Qt.Key.Key_Return)
    filled.type_query("encryption")
    filled.desk.workspace.next_pane()
    results = filled.desk.workspace.results.table
    filled.until(results.hasFocus)
    assert [index.row() for index in results.selectionModel().selectedRows()] == [0]
    filled.until(lambda: filled.current == filled.ids[0])


def test_what_is_still_listed_is_not_opened_while_an_answer_is_awaited(
    filled: WindowPage,
) -> None:
    opened: list[object] = []
    filled.desk.session.opened.connect(opened.append)
    field = filled.desk.workspace.search.text
    filled.bot.keyClicks(field, "encryption heart")
    filled.bot.keyClick(field, Qt.Key.Key_Return)
    filled.answered("encryption heart")
    filled.until(lambda: filled.current == filled.ids[0])
    assert len(opened) == 1
