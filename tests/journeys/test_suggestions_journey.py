"""An archivist decides on suggestions by keyboard alone, and finds the decisions again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.pages.reader import ReaderPage
from tests.pages.suggestions import SuggestionsPage

if TYPE_CHECKING:
    from tests.journeys.conftest import OpenWindow
    from tests.pages.window import WindowPage

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def open_dispatch(window: WindowPage) -> tuple[ReaderPage, SuggestionsPage]:
    """Search, open the first match, and put the keyboard into its text."""
    window.type_query('"18 million pounds"')
    reader = window.desk.workspace.reader
    page = ReaderPage(reader, window.bot)
    page.press(Key.Key_Return)
    page.press(Key.Key_Return)
    assert "Ofcom" in page.headline
    return page, SuggestionsPage(reader, window.bot)


def test_suggestions_are_accepted_and_rejected_for_good(open_window: OpenWindow) -> None:
    first = open_window()
    first.import_samples()
    page, suggestions = open_dispatch(first)
    suggestions.open()
    suggestions.accept("hash matching")
    suggestions.accept("18 million pounds")
    suggestions.reject("Internet Watch Foundation")
    assert page.tags == ["Hash matching"]
    assert page.notes == ["Figure"]
    assert first.desk.session.undo.count() == 3
    left = suggestions.lines
    suggestions.keys.press(Key.Key_Escape)
    first.close()

    again = open_window()
    page, suggestions = open_dispatch(again)
    assert page.tags == ["Hash matching"]
    assert page.notes == ["Figure"]
    suggestions.open()
    assert suggestions.lines == left
    assert not any("Watch" in line for line in left)


def test_a_rejection_taken_back_is_suggested_again(filled: WindowPage) -> None:
    _, suggestions = open_dispatch(filled)
    suggestions.open()
    before = suggestions.lines
    suggestions.reject("Ofcom")
    assert len(suggestions.lines) == len(before) - 1
    suggestions.keys.press(Key.Key_Z, CTRL)
    suggestions.wait()
    assert suggestions.lines == before
