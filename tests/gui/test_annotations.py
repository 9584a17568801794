"""Annotating: passages, margin cards, the panel of all annotations; one step of undo each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.inks import UNDERLINES
from desktop.panels.annotations.card import Card
from desktop.panels.annotations.many_passages import whole_words
from index import Annotation, AnnotationId, Colour, Dispatch, Span
from tests.pages.annotations import AnnotationsPage
from tests.pages.coding_window import CodingWindow
from tests.pages.keyboard import PATIENCE
from tests.pages.reader import ReaderPage
from tests.pages.small_archive import BODY, Desk, open_desk

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "archive") as opened:
        opened.session.open_dispatch(opened.ids[0])
        yield opened


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> CodingWindow:
    return CodingWindow(desk.session, qtbot)


@pytest.fixture
def page(window: CodingWindow, qtbot: QtBot) -> ReaderPage:
    return ReaderPage(window.reader, qtbot)


@pytest.fixture
def panel(window: CodingWindow, qtbot: QtBot) -> AnnotationsPage:
    return AnnotationsPage(window.annotations, qtbot)


def annotate(
    desk: Desk, quote: str, colour: Colour = Colour.YELLOW, note: str = ""
) -> AnnotationId:
    start = BODY.index(quote)
    made, _ = desk.archive.annotations.add(
        desk.ids[0], start, start + len(quote), colour=colour, note=note
    )
    return made


def held(desk: Desk) -> list[Annotation]:
    return list(desk.archive.annotations.of(desk.ids[0]))


# --- a new annotation -------------------------------------------------------------------------


def test_n_writes_a_note_on_the_selected_passage(desk: Desk, page: ReaderPage) -> None:
    page.select("𝔸 will publish guidelines")
    page.write_note("Which guidelines?", colour="teal")
    (made,) = held(desk)
    assert (made.selector.exact, made.note) == ("𝔸 will publish guidelines", "Which guidelines?")
    assert made.colour is Colour.TEAL
    assert page.notes == ["Which guidelines?"]
    assert desk.session.undo.undoText() == "Add note"
    look = page.format_at("𝔸 will publish", 5)
    assert look.underlineStyle() == UNDERLINES[Colour.TEAL].style


def test_undo_takes_note_and_mark_away_and_redo_brings_them(desk: Desk, page: ReaderPage) -> None:
    page.select("platforms")
    page.write_note("Which ones?")
    page.press(Key.Key_Z, CTRL)
    assert held(desk) == []
    assert page.notes == []
    assert not page.format_at("platforms", 2).hasProperty(QTextCharFormat.Property.BackgroundBrush)
    page.press(Key.Key_Z, CTRL | SHIFT)
    assert page.notes == ["Which ones?"]


def test_the_bar_beside_the_passage_is_reached_with_tab(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    page.select("platforms")
    bar = page.reader.text.bar
    assert bar.isVisible()
    page.press(Key.Key_Tab)
    yellow = page.keys.focus
    assert bar.isAncestorOf(yellow)
    assert yellow.accessibleName() == "Yellow"
    page.press(Key.Key_Tab)
    page.press(Key.Key_Space)
    (made,) = held(desk)
    assert (made.colour, made.selector.exact) == (Colour.ORANGE, "platforms")
    assert not bar.isVisible()
    assert page.keys.focus is page.body
    assert desk.session.undo.undoText() == "Highlight in Orange"


def test_escape_leaves_the_bar(page: ReaderPage) -> None:
    page.select("platforms")
    page.press(Key.Key_Tab)
    page.press(Key.Key_Escape)
    assert page.keys.focus is page.body


def test_blanks_around_a_passage_are_left_out(desk: Desk, page: ReaderPage) -> None:
    page.select(" platforms must ")
    page.write_note("")
    assert [made.selector.exact for made in held(desk)] == ["platforms must"]


def test_n_without_a_passage_asks_nothing(page: ReaderPage) -> None:
    page.take_keyboard()
    page.press(Key.Key_N)
    assert QApplication.activeModalWidget() is None


def test_a_note_given_up_leaves_nothing(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    page.select("platforms")
    page.press(Key.Key_N)
    qtbot.keyClick(page.note_dialog().note, Key.Key_Escape)
    assert held(desk) == []
    assert page.selected == "platforms"


def test_concepts_are_chosen_within_the_note(desk: Desk, page: ReaderPage) -> None:
    law, _ = desk.archive.codebook.create("Law")
    page.select("platforms")
    page.press(Key.Key_N)
    dialog = page.note_dialog()
    dialog.choose_concepts()
    keys = page.keys
    keys.type("law")
    keys.press(Key.Key_Return)
    assert dialog.chips.labels == ["Law"]
    keys.press(Key.Key_Return, CTRL)
    assert [made.concepts for made in held(desk)] == [(law,)]


def test_overlapping_passages_keep_both_marks(desk: Desk, page: ReaderPage) -> None:
    annotate(desk, "will publish guidelines on age verification", Colour.YELLOW)
    annotate(desk, "guidelines on", Colour.BLUE)
    desk.session.open_dispatch(desk.ids[0])
    alone = page.format_at("will publish guidelines", 2)
    both = page.format_at("guidelines on", 3)
    assert alone.underlineStyle() == UNDERLINES[Colour.YELLOW].style
    assert (both.underlineStyle(), both.fontOverline()) == UNDERLINES[Colour.BLUE]
    assert alone.background() != both.background()


# --- the annotation at hand -------------------------------------------------------------------


def test_a_click_on_a_passage_opens_its_card(desk: Desk, page: ReaderPage) -> None:
    annotate(desk, "risk", note="Whose risk?")
    annotate(desk, "platforms", Colour.RED, note="Which?")
    desk.session.open_dispatch(desk.ids[0])
    page.click_on("must report")
    at_hand = page.reader.text.at_hand
    assert at_hand is None
    page.click_on("platforms")
    at_hand = page.reader.text.at_hand
    assert at_hand is not None
    assert at_hand.note == "Which?"
    assert [card.at_hand for card in page.reader.text.margin.cards] == [True, False]


def test_f4_walks_from_annotation_to_annotation(desk: Desk, page: ReaderPage) -> None:
    for quote in ("risk", "platforms", "Conseil"):
        annotate(desk, quote, note=quote)
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    seen = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 4 + (SHIFT,):
        page.press(Key.Key_F4, modifier)
        at_hand = page.reader.text.at_hand
        assert at_hand is not None
        seen.append(at_hand.note)
    assert seen == ["Conseil", "platforms", "risk", "Conseil", "risk"]


def test_n_edits_the_annotation_at_hand(desk: Desk, page: ReaderPage) -> None:
    annotate(desk, "platforms", note="Which?")
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    page.press(Key.Key_F4)
    page.write_note("The large ones", colour="purple")
    (edited,) = held(desk)
    assert (edited.note, edited.colour) == ("The large ones", Colour.PURPLE)
    assert desk.session.undo.undoText() == "Edit annotation"
    page.press(Key.Key_Z, CTRL)
    assert [a.note for a in held(desk)] == ["Which?"]


def test_an_edit_that_changes_nothing_is_no_step(desk: Desk, page: ReaderPage) -> None:
    annotate(desk, "platforms", note="Which?")
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    page.press(Key.Key_F4)
    page.write_note("Which?")
    assert not desk.session.undo.canUndo()


def test_del_sends_the_annotation_at_hand_to_the_trash(desk: Desk, page: ReaderPage) -> None:
    made = annotate(desk, "platforms", note="Which?")
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    page.press(Key.Key_Delete)
    assert len(held(desk)) == 1
    page.press(Key.Key_F4)
    page.press(Key.Key_Delete)
    assert held(desk) == []
    assert [each.id for each in desk.archive.annotations.trashed()] == [made]
    page.press(Key.Key_Z, CTRL)
    assert page.notes == ["Which?"]


# --- the margin -------------------------------------------------------------------------------


def level(card: Card, page: ReaderPage, quote: str) -> int:
    return card.y() - page.body.top_of(BODY.index(quote))


def test_cards_stand_level_with_their_passages(desk: Desk, page: ReaderPage) -> None:
    annotate(desk, "Le Conseil", note="one")
    annotate(desk, "Smaller services", note="two")
    desk.session.open_dispatch(desk.ids[0])
    cards = page.reader.text.margin.cards
    assert [
        level(card, page, q) for card, q in zip(cards, ("Le Conseil", "Smaller"), strict=True)
    ] == [0, 0]


def test_crowded_cards_do_not_overlap_and_the_one_at_hand_is_level(
    desk: Desk, page: ReaderPage
) -> None:
    quotes = ("will", "publish", "guidelines", "age", "verification")
    ids = [annotate(desk, quote, note=f"{quote} " * 20) for quote in quotes]
    desk.session.open_dispatch(desk.ids[0])
    page.reader.text.choose(ids[3])
    cards = page.reader.text.margin.cards
    places = [card.geometry() for card in cards]
    assert all(a.bottom() < b.top() for a, b in itertools.pairwise(places))
    at_hand = next(card for card in cards if card.at_hand)
    assert level(at_hand, page, "age verification before") == 0


def test_a_card_says_everything_and_obeys_the_keyboard(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    law, _ = desk.archive.codebook.create("Law")
    start = BODY.index("platforms")
    desk.archive.annotations.add(
        desk.ids[0], start, start + 9, note="Which?", concepts=[law], colour=Colour.PINK
    )
    annotate(desk, "risk", note="Whose?")
    desk.session.open_dispatch(desk.ids[0])
    card = page.reader.text.margin.cards[0]
    assert card.accessibleName() == "Annotation: Pink; Which?; Law"
    card.setFocus()
    page.press(Key.Key_Down)
    focus = page.keys.focus
    assert isinstance(focus, Card)
    assert focus.note.text == "Whose?"
    page.press(Key.Key_Delete)
    assert [a.note for a in held(desk)] == ["Which?"]


def test_del_deletes_the_card_that_has_the_keyboard(desk: Desk, page: ReaderPage) -> None:
    first = annotate(desk, "Le Conseil", note="first")
    annotate(desk, "chiffrement", note="second")
    desk.session.open_dispatch(desk.ids[0])
    page.reader.text.choose(first)
    page.reader.text.margin.cards[1].setFocus()
    page.press(Key.Key_Delete)
    assert [a.note for a in held(desk)] == ["first"]
    assert page.keys.focus is page.body


def test_a_card_scrolled_away_gives_the_keyboard_back(qtbot: QtBot, tmp_path: Path) -> None:
    body = "\n\n".join(f"Paragraph {number} of the report." for number in range(200))
    with open_desk(tmp_path / "long", [Dispatch("Long", body)]) as other:
        other.archive.annotations.add(other.ids[0], 0, 9, note="at the top")
        other.archive.annotations.add(other.ids[0], len(body) - 9, len(body), note="at the end")
        other.session.open_dispatch(other.ids[0])
        page = ReaderPage(CodingWindow(other.session, qtbot).reader, qtbot)
        assert page.notes == ["at the top"]
        page.reader.text.margin.cards[0].setFocus()
        page.press(Key.Key_Down)
        assert page.notes == ["at the end"]
        focus = page.keys.focus
        assert isinstance(focus, Card)
        bar = page.body.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        qtbot.waitUntil(lambda: page.notes == [], timeout=PATIENCE)
        assert page.keys.focus is page.body


def test_a_thousand_annotations_need_no_thousand_cards(desk: Desk, qtbot: QtBot) -> None:
    for at in range(1_000):
        desk.archive.annotations.add(desk.ids[0], at % 200, at % 200 + 5, note=str(at))
    page = ReaderPage(CodingWindow(desk.session, qtbot).reader, qtbot)
    margin = page.reader.text.margin
    assert 5 < len(margin.findChildren(Card)) < 60
    (last,) = (each for each in held(desk) if each.note == "999")
    page.reader.text.choose(last.id)
    assert [card.note.text for card in margin.cards if card.at_hand] == ["999"]


def test_without_annotations_the_text_has_the_room(desk: Desk, page: ReaderPage) -> None:
    assert not page.reader.text.margin.isVisible()
    wide = page.body.viewport().width()
    desk.session.perform("Add", lambda: desk.archive.annotations.add(desk.ids[0], 0, 9)[1])
    assert page.reader.text.margin.isVisible()
    assert page.body.viewport().width() < wide


def test_the_menu_of_a_passage_offers_the_colours(page: ReaderPage) -> None:
    page.select("platforms")
    menu = page.open_menu()
    colours = next(a.menu() for a in menu.actions() if "Highlight" in a.text())
    assert isinstance(colours, QMenu)
    assert len(colours.actions()) == len(Colour)
    colours.actions()[4].trigger()
    menu.close()
    at_hand = page.reader.text.at_hand
    assert at_hand is not None
    assert at_hand.colour is Colour.PURPLE


@pytest.mark.parametrize(
    ("selected", "widened"),
    [("erify ag", "verify age"), ("age", "age"), (" age", " age"), ("l’âg", "l’âge")],
)
def test_a_passage_is_widened_to_whole_words(selected: str, widened: str) -> None:
    body = "They verify age, 𝔸 selon l’âge."
    start = body.index(selected)
    span = whole_words(body, Span(start, start + len(selected)))
    assert body[span.start : span.end] == widened
