"""Tagging by keyboard: palette, tri-state, repeat, digits, one step of undo each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.concept_choices import ConceptChoices
from desktop.models.concept_match import Folded, path_parts, ranked
from index import AccessionNumber, Concept, ConceptId, ConceptUse, Dispatch
from tests.pages.coding_window import CodingWindow
from tests.pages.reader import ReaderPage
from tests.pages.small_archive import Desk, open_desk
from tests.pages.tag_palette import TagPalettePage

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Tick = Qt.CheckState


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ReaderPage:
    desk.session.open_dispatch(desk.ids[0])
    page = ReaderPage(CodingWindow(desk.session, qtbot).reader, qtbot)
    page.take_keyboard()
    return page


def palette(page: ReaderPage, bot: QtBot) -> TagPalettePage:
    page.press(Key.Key_T)
    return TagPalettePage(bot)


def tags(desk: Desk, dispatch: AccessionNumber) -> list[str]:
    uses = {use.concept.id: use.full_path for use in desk.archive.codebook.all()}
    return [uses[concept] for concept in desk.archive.tags.of([dispatch]).get(dispatch, ())]


# --- one dispatch ----------------------------------------------------------------------------


def test_t_and_three_letters_tag_the_open_dispatch(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    law, _ = desk.archive.codebook.create("Law")
    desk.archive.codebook.create("Encryption", broader=law, aliases=("chiffrement",))
    opened = palette(page, qtbot)
    assert opened.title == "Tag this dispatch"
    opened.take("enc")
    assert not opened.is_open
    assert tags(desk, desk.ids[0]) == ["Law / Encryption"]
    assert page.tags == ["Encryption"]
    assert desk.session.undo.undoText() == "Tag with “Encryption”"


def test_undo_and_redo_take_the_tag_off_and_on(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    desk.archive.codebook.create("Law")
    palette(page, qtbot).take("law")
    page.press(Key.Key_Z, CTRL)
    assert page.tags == []
    page.press(Key.Key_Z, CTRL | SHIFT)
    assert page.tags == ["Law"]


def test_an_alias_without_accents_finds_its_concept(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    desk.archive.codebook.create("Encryption", aliases=("Chiffrement de bout en bout",))
    palette(page, qtbot).take("CHIFFREMENT")
    assert page.tags == ["Encryption"]


def test_a_new_path_is_created_and_set_in_one_step(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    opened = palette(page, qtbot)
    opened.type("Law / Age  verification")
    assert opened.offers == ["Create “Law / Age verification”"]
    opened.press(Key.Key_Return)
    assert tags(desk, desk.ids[0]) == ["Law / Age verification"]
    page.press(Key.Key_Z, CTRL)
    assert desk.archive.codebook.all() == ()
    assert page.tags == []
    page.press(Key.Key_Z, CTRL | SHIFT)
    assert page.tags == ["Age verification"]


def test_a_path_that_is_there_is_not_offered_anew(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    law, _ = desk.archive.codebook.create("Law")
    desk.archive.codebook.create("Encryption", broader=law)
    opened = palette(page, qtbot)
    opened.type("law/encryption")
    assert opened.offers == ["Law / Encryption"]
    opened.type("encryption")
    assert opened.offers == ["Law / Encryption", "Create “encryption”"]


def test_ctrl_enter_goes_on_and_a_second_time_takes_off(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    for label in ("Law", "Platforms"):
        desk.archive.codebook.create(label)
    opened = palette(page, qtbot)
    opened.take_and_stay("law")
    opened.take_and_stay("plat")
    assert opened.is_open
    assert opened.tick("Platforms") == Tick.Checked
    assert page.tags == ["Law", "Platforms"]
    opened.take_and_stay("law")
    assert page.tags == ["Platforms"]
    assert desk.session.undo.undoText() == "Take tag “Law” off"
    opened.press(Key.Key_Escape)
    assert not opened.is_open


def test_the_arrows_walk_the_offers(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    for label in ("Actors", "Law", "Platforms"):
        desk.archive.codebook.create(label)
    opened = palette(page, qtbot)
    assert opened.at_hand == "Actors"
    opened.press(Key.Key_Down)
    opened.press(Key.Key_Down)
    opened.press(Key.Key_Up)
    opened.press(Key.Key_Return)
    assert page.tags == ["Law"]


def test_retired_concepts_are_not_offered(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    old, _ = desk.archive.codebook.create("Old")
    desk.archive.codebook.create("New")
    desk.archive.codebook.retire(old, True)
    assert palette(page, qtbot).offers == ["New"]


def test_delete_on_a_chip_takes_the_tag_off(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    law, _ = desk.archive.codebook.create("Law")
    other, _ = desk.archive.codebook.create("Platforms")
    desk.archive.tags.add(desk.ids[:1], [law, other])
    page.reader.tags.chips.chip("Law").setFocus()
    page.press(Key.Key_Delete)
    assert page.tags == ["Platforms"]
    assert page.reader.tags.chips.chip("Platforms").isAncestorOf(page.keys.focus)
    page.press(Key.Key_Z, CTRL)
    assert page.tags == ["Law", "Platforms"]


# --- several dispatches ----------------------------------------------------------------------


def test_several_dispatches_show_what_all_and_what_some_have(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    made = [desk.archive.codebook.create(label)[0] for label in ("All", "None", "Some")]
    desk.archive.tags.add(desk.ids, [made[0]])
    desk.archive.tags.add(desk.ids[:1], [made[2]])
    desk.session.select(desk.ids)
    opened = palette(page, qtbot)
    assert opened.title == "Tag 3 dispatches"
    ticks = [opened.tick(path) for path in ("All", "None", "Some")]
    assert ticks == [Tick.Checked, Tick.Unchecked, Tick.PartiallyChecked]
    opened.take_and_stay("some")
    assert [tags(desk, each)[-1] for each in desk.ids] == ["Some"] * 3
    assert desk.session.undo.undoText() == "Tag 3 dispatches with “Some”"
    opened.take("all")
    assert [tags(desk, each) for each in desk.ids] == [["Some"]] * 3
    assert desk.session.undo.undoText() == "Take tag “All” off 3 dispatches"


def test_undo_gives_each_dispatch_what_it_had(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    law, _ = desk.archive.codebook.create("Law")
    desk.archive.tags.add(desk.ids[1:2], [law])
    desk.session.select(desk.ids)
    palette(page, qtbot).take("law")
    page.press(Key.Key_Z, CTRL)
    assert [tags(desk, each) for each in desk.ids] == [[], ["Law"], []]


# --- keys ------------------------------------------------------------------------------------


def test_q_repeats_the_last_concept_on_the_next_dispatch(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    desk.archive.codebook.create("Law")
    palette(page, qtbot).take("law")
    desk.session.open_dispatch(desk.ids[1])
    page.press(Key.Key_Q)
    assert tags(desk, desk.ids[1]) == ["Law"]


def test_q_does_nothing_once_its_concept_is_gone(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    law, _ = desk.archive.codebook.create("Law")
    palette(page, qtbot).take("law")
    desk.session.perform("Delete", lambda: desk.archive.codebook.delete(law))
    desk.session.open_dispatch(desk.ids[1])
    page.press(Key.Key_Q)
    assert tags(desk, desk.ids[1]) == []


def test_a_digit_sets_its_concept_and_takes_it_off_again(desk: Desk, page: ReaderPage) -> None:
    desk.archive.codebook.create("Law", digit=4)
    page.press(Key.Key_4)
    assert page.tags == ["Law"]
    page.press(Key.Key_4)
    assert page.tags == []
    page.press(Key.Key_5)
    assert page.tags == []


def test_a_digit_typed_into_a_field_tags_nothing(desk: Desk, page: ReaderPage) -> None:
    desk.archive.codebook.create("Law", digit=2)
    page.find("2028 tq")
    assert page.reader.find_bar.field.text() == "2028 tq"
    assert page.tags == []


def test_without_a_dispatch_t_asks_nothing(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(None)
    page.press(Key.Key_T)
    assert QApplication.activeModalWidget() is None


def test_with_a_passage_selected_the_keys_code_the_passage(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    desk.archive.codebook.create("Law", digit=1)
    desk.archive.codebook.create("Platforms")
    page.select("risk")
    page.press(Key.Key_1)
    opened = palette(page, qtbot)
    assert opened.title == "Code the passage"
    assert opened.tick("Law") == Tick.Checked
    opened.take("plat")
    (annotation,) = desk.archive.annotations.of(desk.ids[0])
    labels = [desk.archive.codebook.get(concept).label for concept in annotation.concepts]
    assert labels == ["Law", "Platforms"]
    assert page.tags == []


# --- parts -----------------------------------------------------------------------------------


def use(number: int, *path: str, aliases: tuple[str, ...] = (), dispatches: int = 0) -> ConceptUse:
    concept = Concept(ConceptId(number), path[-1], aliases=aliases)
    return ConceptUse(concept, path, dispatches)


CODEBOOK = [
    use(1, "Law"),
    use(2, "Law", "Encryption", aliases=("E2EE",)),
    use(3, "Law", "Age verification", dispatches=9),
    use(4, "Actors", "Régulateurs"),
    use(5, "Actors", "Age groups", dispatches=2),
    use(6, "Courts", aliases=("law courts",)),
]


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("law", ["Law", "Age verification", "Encryption", "Courts"]),
        ("age", ["Age verification", "Age groups"]),
        ("e2", ["Encryption"]),
        ("regul", ["Régulateurs"]),
        ("law / enc", ["Encryption"]),
        ("ver age", ["Age verification"]),
        ("crypt", ["Encryption"]),
        ("zzz", []),
    ],
)
def test_the_best_match_comes_first(typed: str, labels: list[str]) -> None:
    found = ranked([Folded(each) for each in CODEBOOK], typed)
    assert [each.concept.label for each in found] == labels


@pytest.mark.parametrize(
    ("typed", "parts"),
    [("a / b", ("a", "b")), (" a/b ", ("a", "b")), ("a // b", ("a", "b")), (" / ", ()), ("", ())],
)
def test_paths_are_taken_apart_at_slashes(typed: str, parts: tuple[str, ...]) -> None:
    assert path_parts(typed) == parts


def test_the_choices_are_a_sound_model(qtbot: QtBot) -> None:
    model = ConceptChoices()
    tester = QAbstractItemModelTester(model)
    model.set_concepts(CODEBOOK, {ConceptId(2): Tick.Checked})
    for typed in ("law", "new one", "", "zzz"):
        model.narrow(typed)
    assert tester.model() is model
    row = model.index(0)
    assert model.data(row) == "Create “zzz”"


def test_five_thousand_concepts_are_narrowed_while_typing(qtbot: QtBot) -> None:
    model = ConceptChoices()
    model.set_concepts([use(n, f"Group {n % 70}", f"Concept {n}") for n in range(5_000)])
    model.narrow("concept 49")
    assert model.rowCount() > 100


def test_a_thousand_dispatches_are_tagged_in_one_step(tmp_path: Path, qtbot: QtBot) -> None:
    held = [Dispatch(f"Story {n}", f"Text {n}.") for n in range(1_000)]
    with open_desk(tmp_path / "many", held) as desk:
        page = ReaderPage(CodingWindow(desk.session, qtbot).reader, qtbot)
        desk.archive.codebook.create("Law", digit=1)
        desk.session.open_dispatch(desk.ids[0])
        desk.session.select(desk.ids)
        page.take_keyboard()
        page.press(Key.Key_1)
        assert len(desk.archive.tags.of(desk.ids)) == 1_000
        assert desk.session.undo.undoText() == "Tag 1000 dispatches with “Law”"
