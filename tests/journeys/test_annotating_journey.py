"""A researcher reads, annotates passages by keyboard, restarts, and finds every note again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.inks import UNDERLINES
from index import Colour
from tests.pages.annotations import AnnotationsPage
from tests.pages.dispatches import write_dispatches
from tests.pages.reader import ReaderPage
from tests.pages.tag_palette import TagPalettePage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import OpenWindow
    from tests.pages.window import WindowPage

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def reader_of(window: WindowPage) -> ReaderPage:
    return ReaderPage(window.desk.workspace.reader, window.bot)


def annotations_of(window: WindowPage) -> AnnotationsPage:
    window.trigger("show-annotations")
    return AnnotationsPage(window.desk.workspace.annotations, window.bot)


def first_words(page: ReaderPage, count: int) -> str:
    """Return the first words of the second paragraph."""
    return " ".join(page.text.split("\n\n")[1].split()[:count])


def test_from_import_to_a_note_that_survives_a_restart(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    first = open_window()
    first.import_paths([write_dispatches(tmp_path / "saved")]).close()
    first.type_query("verification")
    first.open_row(0)
    page = reader_of(first)
    assert page.hit_place.startswith("1/")
    quote = first_words(page, 4)
    page.select(quote)
    page.write_note("Compare with the zebra paragraph", colour="green")
    page.select(quote.split()[0])
    page.press(Key.Key_T)
    TagPalettePage(first.bot).take("Wording")
    annotated = first.current
    first.close()

    again = open_window()
    again.type_query("note:zebra")
    assert again.ids == [annotated]
    again.open_row(0)
    page = reader_of(again)
    assert sorted(page.notes) == ["", "Compare with the zebra paragraph"]
    held = again.desk.session.archive.annotations.of(again.ids[0])
    assert [a.selector.exact for a in held if a.note] == [quote]
    assert page.format_at(quote, len(quote) - 2).underlineStyle() == UNDERLINES[Colour.GREEN].style


def test_the_list_of_all_notes_leads_back_to_each_passage(filled: WindowPage) -> None:
    page = reader_of(filled)
    for row, note in ((0, "the first one"), (1, "the second one")):
        filled.open_row(row)
        page.select(first_words(page, 3))
        page.write_note(note)
    first = filled.ids[0]
    panel = annotations_of(filled)
    panel.filter("first")
    assert len(panel.quotes) == 1
    panel.choose(panel.quotes[0])
    panel.press(Key.Key_Return)
    assert filled.current == first
    assert page.notes == ["the first one"]
    at_hand = page.reader.text.at_hand
    assert at_hand is not None
    assert at_hand.note == "the first one"


def test_one_undo_stack_takes_everything_back_in_order(filled: WindowPage) -> None:
    filled.open_row(0)
    page, stack = reader_of(filled), filled.desk.session.undo
    dispatch = filled.ids[0]
    archive = filled.desk.session.archive
    before = (archive.tags.of([dispatch]), archive.codebook.all())
    page.take_keyboard()
    page.press(Key.Key_T)
    TagPalettePage(filled.bot).take("Debate / Encryption")
    page.select(first_words(page, 2))
    page.write_note("By whom?")
    page.press(Key.Key_F4)
    page.write_note("By which side?", colour="red")
    page.press(Key.Key_Delete)
    steps = [stack.text(step) for step in range(stack.count())]
    assert steps == [
        "Tag with “Encryption”",
        "Add note",
        "Edit annotation",
        "Delete annotation",
    ]
    seen = []
    for _ in steps:
        page.press(Key.Key_Z, CTRL)
        seen.append(list(page.notes))
    assert seen == [["By which side?"], ["By whom?"], [], []]
    assert (archive.tags.of([dispatch]), archive.codebook.all()) == before
    for _ in steps:
        page.press(Key.Key_Z, CTRL | SHIFT)
    assert page.notes == []
    assert "Encryption" in page.tags
