"""Suggestions below the text: shown, pointed to, accepted, rejected, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.inks import present_inks
from desktop.models.suggestions import SuggestionsModel
from desktop.suggestion_names import NAMES
from index import Colour, Dispatch, Span, Suggestion, SuggestionKind
from tests.pages.coding_window import CodingWindow
from tests.pages.reader import ReaderPage
from tests.pages.small_archive import Desk, open_desk
from tests.pages.suggestions import SuggestionsPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BODY = (
    "Les amendes 𝔸 montent. Ofcom a constaté une hausse de 6 % en 2023, selon l’IWF.\n\n"
    "« Nous voulons un contrôle parental simple », a déclaré Inès Caradec, directrice."
)
SUGGESTED = [
    "New concept: Enforcement and fines",
    "Organisation: Ofcom",
    "Figure: hausse de 6 %  ·  2023 · source: l’IWF",
    "Organisation: Internet Watch Foundation",
    "Quotation: « Nous voulons un contrôle parental simple »  ·  Inès Caradec",
    "New concept: Parental controls",
    "Person: Inès Caradec",
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    held = [Dispatch("Amendes", BODY, language="fr"), Dispatch("Rien", "Rien.", language="fr")]
    with open_desk(tmp_path / "archive", held) as opened:
        yield opened


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[CodingWindow]:
    window = CodingWindow(desk.session, qtbot)
    desk.session.open_dispatch(desk.ids[0])
    yield window
    window.reader.suggestions.shut_down()


@pytest.fixture
def reader(window: CodingWindow, qtbot: QtBot) -> ReaderPage:
    page = ReaderPage(window.reader, qtbot)
    page.take_keyboard()
    return page


@pytest.fixture
def page(reader: ReaderPage, qtbot: QtBot) -> SuggestionsPage:
    return SuggestionsPage(reader.reader, qtbot)


def test_s_opens_the_list_and_esc_gives_the_keyboard_back(
    reader: ReaderPage, page: SuggestionsPage
) -> None:
    assert page.panel.isHidden()
    page.open()
    assert page.lines == SUGGESTED
    assert page.title == "7 suggestions"
    assert page.keys.focus.objectName() == "suggestions-list"
    page.keys.press(Key.Key_Escape)
    assert page.panel.isHidden()
    assert page.keys.focus is reader.body


def test_what_is_at_hand_is_marked_in_the_text(reader: ReaderPage, page: SuggestionsPage) -> None:
    page.open()
    page.go_to("hausse de 6 %")
    current = present_inks().current
    assert reader.format_at("hausse de 6 %").background().color().name() == current
    page.keys.press(Key.Key_Escape)
    assert reader.format_at("hausse de 6 %").background().color().name() != current


def test_a_new_concept_is_created_and_tagged_in_one_step(
    desk: Desk, reader: ReaderPage, page: SuggestionsPage
) -> None:
    page.open()
    page.accept("contrôle parental")
    assert reader.tags == ["Contrôle parental"]
    made = desk.archive.codebook.find("Contrôle parental")
    assert made is not None
    assert made.labels["en"] == "Parental controls"
    assert made.uri.endswith("parental-controls")
    assert "New concept: Parental controls" not in page.lines
    page.keys.press(Key.Key_Z, CTRL)
    page.wait()
    assert reader.tags == []
    assert desk.archive.codebook.all() == ()
    assert page.lines == SUGGESTED
    page.keys.press(Key.Key_Z, CTRL | SHIFT)
    page.wait()
    assert reader.tags == ["Contrôle parental"]


def test_a_concept_of_the_codebook_tags(
    desk: Desk, reader: ReaderPage, page: SuggestionsPage
) -> None:
    desk.archive.codebook.create("Sanctions", aliases=["amendes"])
    page.open()
    assert page.lines[0] == "Concept: Sanctions"
    page.accept("amendes")
    assert reader.tags == ["Sanctions"]
    assert page.lines == SUGGESTED[1:]


@pytest.mark.parametrize(("text", "note", "colour"), [
    ("hausse de 6 %", "Figure · 2023 · source: l’IWF", Colour.GREEN),
    ("Inès Caradec", "Person", Colour.TEAL),
    ("IWF", "Organisation · Internet Watch Foundation", Colour.BLUE),
    ("« Nous voulons un contrôle parental simple »", "Quotation · Inès Caradec", Colour.PURPLE),
])  # fmt: skip
def test_everything_else_becomes_an_annotation(
    desk: Desk, page: SuggestionsPage, text: str, note: str, colour: Colour
) -> None:
    page.open()
    page.accept(text)
    (made,) = desk.archive.annotations.of(desk.ids[0])
    assert (made.selector.exact, made.note, made.colour) == (text, note, colour)
    assert BODY[made.selector.start : made.selector.end] == text
    assert len(page.lines) == len(SUGGESTED) - 1
    page.keys.press(Key.Key_Z, CTRL)
    page.wait()
    assert desk.archive.annotations.of(desk.ids[0]) == ()
    assert page.lines == SUGGESTED


def test_what_is_rejected_is_not_suggested_again_until_it_is_undone(
    desk: Desk, page: SuggestionsPage
) -> None:
    page.open()
    page.reject("Ofcom")
    assert "Organisation: Ofcom" not in page.lines
    assert page.at_hand == "hausse de 6 %", "the next one is at hand"
    assert desk.session.undo.undoText() == "Reject “Ofcom”"
    page.keys.press(Key.Key_Escape)
    page.open()
    assert "Organisation: Ofcom" not in page.lines
    page.keys.press(Key.Key_Z, CTRL)
    page.wait()
    assert page.lines == SUGGESTED


def test_the_list_follows_the_dispatch(desk: Desk, page: SuggestionsPage) -> None:
    page.open()
    desk.session.open_dispatch(desk.ids[1])
    page.wait()
    assert page.lines == []
    assert page.title == "Nothing more to suggest"
    assert not page.panel.accept_button.isEnabled()
    desk.session.open_dispatch(desk.ids[0])
    page.wait()
    assert page.lines == SUGGESTED
    desk.session.open_dispatch(None)
    assert page.panel.isHidden()


def test_the_buttons_do_as_the_keys(desk: Desk, page: SuggestionsPage, qtbot: QtBot) -> None:
    page.open()
    for name in ("suggestion-accept", "suggestion-reject"):
        button = page.panel.findChild(QPushButton, name)
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        page.wait()
    assert page.lines == SUGGESTED[2:]
    assert desk.session.undo.count() == 2


def test_larger_text_keeps_whole_lines(page: SuggestionsPage) -> None:
    page.open()
    before = page.panel.list.height()
    font = page.panel.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    page.panel.setFont(font)
    QApplication.sendEvent(page.panel, QEvent(QEvent.Type.FontChange))
    assert page.panel.list.height() > before


def test_every_kind_has_a_name_and_the_model_holds(qtbot: QtBot) -> None:
    assert set(NAMES) == set(SuggestionKind)
    model = SuggestionsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    suggestion = Suggestion(SuggestionKind.FIGURE, "6 %", (Span(4, 7), Span(9, 12)))
    model.show([suggestion], "so: 6 %, 6 %\nand on")
    line = model.line(0)
    assert line is not None
    assert line.context == "so: [6 %], 6 % and on"
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Figure; 6 %  ·  2 places; so: [6 %], 6 % and on"
