"""An archivist tags coverage by keyboard alone, closes the program, and finds it all again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from index import Facet
from tests.pages.codebook import CodebookPage
from tests.pages.keyboard import PATIENCE
from tests.pages.reader import ReaderPage
from tests.pages.tag_palette import TagPalettePage

if TYPE_CHECKING:
    from tests.journeys.conftest import OpenWindow
    from tests.pages.window import WindowPage

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def reader_of(window: WindowPage) -> ReaderPage:
    return ReaderPage(window.desk.workspace.reader, window.bot)


def codebook_of(window: WindowPage) -> CodebookPage:
    window.trigger("show-codebook")
    return CodebookPage(window.desk.workspace.codebook, window.bot)


def test_tags_given_by_keyboard_are_found_again_after_a_restart(open_window: OpenWindow) -> None:
    first = open_window()
    first.import_samples()
    first.type_query("protection")
    found = first.ids[:3]
    page = reader_of(first)
    page.press(Key.Key_Return)
    page.press(Key.Key_Return)
    assert first.current == found[0]
    page.press(Key.Key_T)
    TagPalettePage(first.bot).take("Coverage / Follow up")
    assert page.tags == ["Follow up"]
    for tagged in found[1:]:
        page.press(Key.Key_Down, SHIFT)
        assert first.current == tagged
        page.press(Key.Key_Q)
        assert page.tags[-1:] == ["Follow up"]
    first.close()

    again = open_window()
    assert again.facet_values(Facet.CONCEPT)["Coverage"] == 3
    book = codebook_of(again)
    book.filter("follow")
    assert book.at_hand == "Coverage"
    assert book.uses("Follow up") == "3"
    book.choose("Coverage")
    with again.bot.waitSignal(again.desk.session.answered, timeout=PATIENCE):
        book.press(Key.Key_Return)
    assert sorted(again.ids) == sorted(found)


def test_several_dispatches_are_tagged_at_once_and_undone_at_once(filled: WindowPage) -> None:
    filled.type_query("protection")
    filled.open_row(0)
    table = filled.desk.workspace.results.table
    for _ in range(2):
        filled.bot.keyClick(table, Key.Key_Down, SHIFT)
    chosen = filled.desk.session.selection
    assert len(chosen) == 3
    page = reader_of(filled)
    page.press(Key.Key_T)
    TagPalettePage(filled.bot).take("Urgent")
    tags = filled.desk.session.archive.tags
    urgent = filled.desk.session.archive.codebook.find("Urgent")
    assert urgent is not None
    assert [urgent.id in concepts for concepts in tags.of(chosen).values()] == [True] * 3
    assert filled.desk.session.undo.undoText() == "Tag 3 dispatches with “Urgent”"
    page.press(Key.Key_Z, CTRL)
    assert filled.desk.session.archive.codebook.find("Urgent") is None
    page.press(Key.Key_Z, CTRL | SHIFT)
    assert [urgent.id in concepts for concepts in tags.of(chosen).values()] == [True] * 3


def test_a_merge_everywhere_is_previewed_and_taken_back(filled: WindowPage) -> None:
    filled.open_row(0)
    page = reader_of(filled)
    for label in ("Cypher", "Ciphers"):
        page.press(Key.Key_T)
        TagPalettePage(filled.bot).take(label)
    book = codebook_of(filled)
    before = book.paths
    book.choose("Cypher")
    preview = book.merge_into("ciphers")
    assert "1 dispatch" in preview
    assert "Cypher" not in book.paths
    assert "Cypher" not in page.tags
    assert "Ciphers" in page.tags
    book.press(Key.Key_Z, CTRL)
    assert book.paths == before
    assert {"Cypher", "Ciphers"} <= set(page.tags)
