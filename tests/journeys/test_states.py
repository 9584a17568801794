"""What the window shows when there is nothing to show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from index import Facet, Filter

if TYPE_CHECKING:
    from tests.pages.window import WindowPage


def offers(window: WindowPage) -> list[str]:
    """Return the names of the ways out."""
    buttons = window.desk.workspace.results.no_match.findChildren(QPushButton)
    return [button.objectName() for button in buttons if button.isVisible()]


def test_a_new_archive_offers_to_import_or_to_look_at_samples(window: WindowPage) -> None:
    assert "No dispatches yet" in window.page_texts
    window.import_samples()
    assert window.window.pages.currentWidget() is window.desk.workspace
    assert window.total == 16


def test_a_misspelt_word_is_offered_in_its_better_spelling(filled: WindowPage) -> None:
    filled.type_query("encrypton")
    assert "No dispatch matches “encrypton”" in filled.page_texts
    filled.press(filled.desk.workspace.results.no_match, "try-spelling")
    filled.answered("encryption")
    assert filled.total > 0
    assert filled.desk.workspace.search.text.text() == "encryption"


def test_the_ways_out_of_no_match_lead_out(filled: WindowPage) -> None:
    session = filled.desk.session
    query = session.query.with_filter(Filter(Facet.LANGUAGE, "tr"))
    impossible = replace(query, filed_from=date(1999, 1, 1), filed_to=date(1999, 1, 31))
    with filled.bot.waitSignal(session.answered, timeout=30_000):
        session.ask(impossible)
    filled.until(lambda: offers(filled) == ["drop-dates", "drop-filters"])
    filled.press(filled.desk.workspace.results.no_match, "drop-dates")
    filled.until(lambda: filled.total > 0)
    assert session.query.filters


def test_a_malformed_query_is_searched_and_says_so(filled: WindowPage) -> None:
    filled.type_query('"online')
    assert filled.total > 0
    assert any(
        "not a complete query" in text for text in filled.desk.workspace.search.notices.texts
    )
    filled.type_query("online")
    assert not any("not a complete" in t for t in filled.desk.workspace.search.notices.texts)


def test_words_are_completed_while_typing(filled: WindowPage) -> None:
    field, completion = filled.desk.workspace.search.text, filled.desk.workspace.search.completion
    field.setFocus()
    filled.bot.keyClicks(field, "encr")
    filled.until(lambda: "encryption" in completion.offered)
    place = completion.offered.index("encryption")
    for _ in range(place + 1):
        filled.bot.keyClick(completion.list, Qt.Key.Key_Down)
    filled.bot.keyClick(completion.list, Qt.Key.Key_Return)
    assert field.text() == "encryption "
    filled.answered("encryption ")


def test_the_sheet_of_shortcuts_lists_the_keys(filled: WindowPage) -> None:
    filled.desk.workspace.results.take_focus()
    filled.bot.keyClick(
        filled.desk.workspace.results.table,
        Qt.Key.Key_Question,
        Qt.KeyboardModifier.ShiftModifier,
    )
    sheet = filled.dialog("shortcuts")
    assert {"Ctrl+L, /", "Ctrl+Z", "F3", "T"} <= set(sheet.texts)  # type: ignore[attr-defined]
    sheet.close()


def test_the_archive_is_counted_and_verified(filled: WindowPage) -> None:
    filled.trigger("statistics")
    counted = filled.dialog("statistics")
    assert "16" in counted.texts  # type: ignore[attr-defined]
    counted.close()
    filled.until(lambda: filled.desk.jobs.running is None)
    filled.trigger("verify")
    filled.until(lambda: any("16 dispatches verified" in text for text in filled.messages))
