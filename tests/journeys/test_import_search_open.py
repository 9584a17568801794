"""A researcher imports files, searches while typing, and opens what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from index import Outcome
from tests.pages.dispatches import write_dispatches

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages.window import WindowPage


def test_dropped_files_are_imported_searched_and_read(window: WindowPage, tmp_path: Path) -> None:
    folder = write_dispatches(tmp_path / "saved")
    (folder / "empty.txt").write_bytes(b"")
    report = window.import_paths([folder])
    assert report.report.count(Outcome.IMPORTED) == 3
    assert report.report.count(Outcome.FAILED) == 1
    report.close()

    window.type_query("verification")
    assert window.total == 2
    window.open_row(0)
    assert window.desk.session.current is not None
    assert "verification" in window.desk.session.current.dispatch.body.casefold()


def test_results_follow_the_typing_and_the_last_ones_stay(filled: WindowPage) -> None:
    everything = filled.total
    filled.type_query("prot")
    some = filled.total
    assert 0 < some < everything
    filled.type_query("protection")
    assert filled.total <= some
    filled.type_query("")
    assert filled.total == everything


def test_the_keyboard_alone_leads_from_the_search_to_the_text_and_back(filled: WindowPage) -> None:
    space, bot = filled.desk.workspace, filled.bot
    filled.type_query("protection")
    bot.keyClick(space.search.text, Qt.Key.Key_Return)
    assert space.results.table.hasFocus()
    bot.keyClick(space.results.table, Qt.Key.Key_Return)
    assert filled.current == filled.ids[0]
    reading = filled.window.focusWidget()
    assert reading is not None
    assert space.reader.isAncestorOf(reading)
    bot.keyClick(reading, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert filled.current == filled.ids[1]
    bot.keyClick(reading, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert filled.current == filled.ids[0]
    bot.keyClick(reading, Qt.Key.Key_Escape)
    assert space.results.table.hasFocus()
    bot.keyClick(space.results.table, Qt.Key.Key_Escape)
    assert space.search.text.hasFocus()


def test_a_slash_leads_to_the_search_field_but_can_be_typed_there(filled: WindowPage) -> None:
    space, bot = filled.desk.workspace, filled.bot
    space.results.take_focus()
    bot.keyClick(space.results.table, Qt.Key.Key_Slash)
    assert space.search.text.hasFocus()
    bot.keyClicks(space.search.text, "a/b")
    assert space.search.text.text() == "a/b"


def test_several_dispatches_can_be_chosen_at_once(filled: WindowPage) -> None:
    table, bot = filled.desk.workspace.results.table, filled.bot
    filled.open_row(0)
    bot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert filled.desk.session.selection == tuple(filled.ids[:2])
    assert "2 selected" in filled.window.status.counts.text()


def test_a_dispatch_moved_to_the_trash_comes_back_with_undo(filled: WindowPage) -> None:
    filled.type_query("protection")
    found = filled.ids
    filled.open_row(0)
    filled.bot.keyClick(filled.desk.workspace.results.table, Qt.Key.Key_Delete)
    filled.until(lambda: found[0] not in filled.ids)
    filled.desk.session.undo.undo()
    filled.until(lambda: sorted(filled.ids) == sorted(found))


def test_the_beginning_of_a_word_is_enough_and_is_marked_in_the_text(filled: WindowPage) -> None:
    filled.type_query("encryp")
    assert filled.total > 0
    assert "Words that begin with “encryp”" in filled.desk.workspace.search.notices.texts
    filled.open_row(0)
    filled.until(lambda: bool(filled.desk.workspace.reader.hits.spans))
