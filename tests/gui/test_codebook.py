"""The codebook: every edit by keyboard, each one step of undo, previews before what affects much."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from index import ArchiveError, Concept, ConceptTaken, Facet, Filter, Query
from tests.pages.codebook import CodebookPage
from tests.pages.coding_window import CodingWindow
from tests.pages.keyboard import PATIENCE
from tests.pages.small_archive import Desk, open_desk

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TREE = ["Actors", "Actors / Platforms", "Actors / Regulators", "Law", "Law / Encryption"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "archive") as opened:
        book = opened.archive.codebook
        actors, law = book.create("Actors")[0], book.create("Law", digit=3)[0]
        for label in ("Platforms", "Regulators"):
            book.create(label, broader=actors)
        encryption, _ = book.create("Encryption", broader=law, aliases=("Chiffrement",))
        opened.archive.tags.add(opened.ids, [encryption])
        opened.archive.annotations.add(opened.ids[0], 0, 10, concepts=[encryption])
        yield opened


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> CodingWindow:
    return CodingWindow(desk.session, qtbot)


@pytest.fixture
def page(window: CodingWindow, qtbot: QtBot) -> CodebookPage:
    return CodebookPage(window.codebook, qtbot)


def concept(desk: Desk, path: str) -> Concept:
    found = desk.archive.codebook.find(path)
    assert found is not None
    return found


# --- what is shown ---------------------------------------------------------------------------


def test_the_tree_shows_counts_and_digits(page: CodebookPage) -> None:
    assert page.paths == TREE
    assert (page.uses("Encryption"), page.uses("Law")) == ("3", "")
    assert page.digit("Law") == "3"
    assert page.summary == "5 concepts  ·  4 unused"


def test_an_edit_elsewhere_shows_at_once(desk: Desk, page: CodebookPage) -> None:
    platforms = concept(desk, "Platforms")
    desk.session.perform("Tag", lambda: desk.archive.tags.add(desk.ids[:2], [platforms.id]))
    assert page.uses("Platforms") == "2"


def test_what_is_open_and_at_hand_stays_so_when_the_tree_changes(
    desk: Desk, page: CodebookPage
) -> None:
    page.choose("Regulators")
    page.panel.tree.expandAll()
    desk.session.perform("Create", lambda: desk.archive.codebook.create("Aaa")[1])
    assert page.at_hand == "Actors / Regulators"
    model = page.panel.tree.model()
    opened = [
        model.index(row, 0)
        for row in range(model.rowCount())
        if model.hasChildren(model.index(row, 0))
    ]
    assert [page.panel.tree.isExpanded(index) for index in opened] == [True, True]


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        ("chiff", ["Law", "Law / Encryption"]),
        ("actors", ["Actors", "Actors / Platforms", "Actors / Regulators"]),
        ("regul", ["Actors", "Actors / Regulators"]),
        ("zebra", []),
        ("", TREE),
    ],
)
def test_the_filter_keeps_matches_with_their_parents_and_children(
    page: CodebookPage, typed: str, paths: list[str]
) -> None:
    page.filter(typed)
    assert page.paths == paths


def test_an_empty_codebook_offers_the_first_concept(tmp_path: Path, qtbot: QtBot) -> None:
    with open_desk(tmp_path / "empty") as desk:
        page = CodebookPage(CodingWindow(desk.session, qtbot).codebook, qtbot)
        assert page.panel.empty.isVisible()
        page.panel.add()
        page.state("Law")
        assert page.paths == ["Law"]


# --- searching -------------------------------------------------------------------------------


def test_enter_searches_the_concept(desk: Desk, page: CodebookPage, qtbot: QtBot) -> None:
    page.choose("Law")
    with qtbot.waitSignal(desk.session.queried, timeout=PATIENCE) as asked:
        page.press(Key.Key_Return)
    wanted = Filter(Facet.CONCEPT, str(concept(desk, "Law").id))
    assert asked.args == [Query(filters=(wanted,))]


# --- creating, renaming, editing --------------------------------------------------------------


def test_a_concept_is_created_with_all_that_is_known_of_it(desk: Desk, page: CodebookPage) -> None:
    page.choose("Law")
    page.press(Key.Key_Insert, SHIFT)
    page.state(
        "Age verification", aliases="age checks, AV", digit="5", note="Any check.", colour="c62828"
    )
    made = concept(desk, "Law / Age verification")
    assert made.aliases == ("age checks", "AV")
    assert (made.digit, made.scope_note, made.colour) == (5, "Any check.", "#c62828")
    assert page.at_hand == "Law / Age verification"
    assert desk.session.undo.undoText() == "Create concept “Law / Age verification”"
    page.press(Key.Key_Z, CTRL)
    assert page.paths == TREE


def test_ins_creates_beside_the_concept_at_hand(page: CodebookPage) -> None:
    page.choose("Platforms")
    page.press(Key.Key_Insert)
    page.state("NGOs")
    assert "Actors / NGOs" in page.paths


def test_a_name_that_is_taken_is_refused_before_ok(page: CodebookPage, qtbot: QtBot) -> None:
    page.choose("Platforms")
    page.press(Key.Key_Insert)
    dialog = page.dialog()
    box, field = dialog.findChild(QDialogButtonBox), dialog.findChild(QLineEdit, "concept-label")
    assert box is not None
    assert field is not None
    ok = box.button(QDialogButtonBox.StandardButton.Ok)
    for typed, allowed in [("", False), ("REGULATORS", False), ("Regulator", True)]:
        field.clear()
        qtbot.keyClicks(field, typed)
        assert ok.isEnabled() is allowed
    dialog.reject()


def test_f2_renames_in_place_and_undo_gives_the_name_back(desk: Desk, page: CodebookPage) -> None:
    page.rename("Law", "Legislation")
    assert "Legislation / Encryption" in page.paths
    assert desk.session.undo.undoText() == "Rename “Law” to “Legislation”"
    assert page.at_hand == "Legislation"
    page.press(Key.Key_Z, CTRL)
    assert page.paths == TREE


def test_a_name_taken_by_a_sibling_fails_and_says_so(
    desk: Desk, page: CodebookPage, qtbot: QtBot
) -> None:
    failures: list[ArchiveError] = []
    desk.session.failed.connect(failures.append)
    page.rename("Platforms", "regulators")
    assert [type(failure) for failure in failures] == [ConceptTaken]
    assert page.paths == TREE
    assert not desk.session.undo.canUndo()


def test_editing_changes_only_what_was_changed(desk: Desk, page: CodebookPage) -> None:
    page.choose("Encryption")
    page.press(Key.Key_Return, CTRL)
    page.state("Encryption", aliases="Chiffrement, E2EE", note="Not for age checks.")
    edited = concept(desk, "Law / Encryption")
    assert edited.aliases == ("Chiffrement", "E2EE")
    assert edited.scope_note == "Not for age checks."
    assert desk.session.undo.undoText() == "Edit concept “Encryption”"
    page.press(Key.Key_Z, CTRL)
    assert concept(desk, "Law / Encryption").aliases == ("Chiffrement",)


def test_a_retired_concept_stays_in_the_tree_and_can_come_back(
    desk: Desk, page: CodebookPage
) -> None:
    page.choose("Platforms")
    page.press(Key.Key_R)
    assert concept(desk, "Platforms").retired
    index = page.panel.tree.currentIndex()
    assert index.data(Qt.ItemDataRole.FontRole).italic()
    assert "retired" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.panel.retire_action.text() == "Reins&tate"
    page.press(Key.Key_R)
    assert not concept(desk, "Platforms").retired


# --- merging and deleting ---------------------------------------------------------------------


def test_merging_says_what_it_affects_and_can_be_undone(desk: Desk, page: CodebookPage) -> None:
    page.choose("Encryption")
    preview = page.merge_into("regul")
    assert preview.startswith("This affects 3 dispatches and 1 annotation")
    assert "“Encryption” becomes an alias of “Regulators”." in preview
    assert page.paths == TREE[:-1]
    assert page.uses("Regulators") == "3"
    assert "Encryption" in concept(desk, "Regulators").aliases
    assert desk.session.undo.undoText() == "Merge “Encryption” into “Regulators”"
    page.press(Key.Key_Z, CTRL)
    assert page.paths == TREE
    assert page.uses("Encryption") == "3"


def test_a_concept_is_never_merged_into_itself_or_below(page: CodebookPage, qtbot: QtBot) -> None:
    page.choose("Actors")
    page.press(Key.Key_M)
    dialog = page.dialog()
    field = dialog.findChild(QLineEdit, "merge-field")
    preview = dialog.findChild(QLabel, "merge-preview")
    assert field is not None
    assert preview is not None
    assert "2 narrower concepts move along" in preview.text()
    qtbot.keyClicks(field, "platforms")
    assert preview.text() == ""
    qtbot.keyClick(field, Key.Key_Return)
    assert page.paths == TREE
    qtbot.keyClick(field, Key.Key_Escape)


def test_deleting_what_is_used_asks_first(desk: Desk, page: CodebookPage) -> None:
    page.choose("Law")
    page.press(Key.Key_Delete)
    said = page.confirm()
    assert "1 narrower concept" in said
    assert page.paths == TREE[:3]
    assert desk.archive.tags.of(desk.ids) == {}
    page.press(Key.Key_Z, CTRL)
    assert page.paths == TREE
    assert len(desk.archive.tags.of(desk.ids)) == 3


def test_a_question_answered_with_escape_changes_nothing(page: CodebookPage, qtbot: QtBot) -> None:
    page.choose("Encryption")
    page.press(Key.Key_Delete)
    qtbot.keyClick(page.dialog(), Key.Key_Escape)
    assert page.paths == TREE


def test_deleting_what_is_not_used_needs_no_question(page: CodebookPage) -> None:
    page.choose("Platforms")
    page.press(Key.Key_Delete)
    assert QApplication.activeModalWidget() is None
    assert "Actors / Platforms" not in page.paths


# --- nesting ----------------------------------------------------------------------------------


def drop(
    page: CodebookPage, dragged: str, onto: str | None, qtbot: QtBot, *, used: bool = False
) -> bool:
    """Drop one concept on another through the view's own model, as a drag does."""
    page.choose(dragged)
    model = page.panel.tree.model()
    data = model.mimeData([page.panel.tree.currentIndex()])
    parent = QModelIndex()
    if onto:
        page.choose(onto)
        parent = page.panel.tree.currentIndex()
    action = Qt.DropAction.MoveAction
    if not model.canDropMimeData(data, action, -1, -1, parent):
        return False
    with qtbot.waitSignal(page.panel.moving_ended, timeout=PATIENCE):
        model.dropMimeData(data, action, -1, -1, parent)
        if used:
            assert "3 dispatches and 1 annotation" in page.confirm()
    return True


def test_a_concept_is_nested_by_dropping_it(desk: Desk, page: CodebookPage, qtbot: QtBot) -> None:
    assert drop(page, "Platforms", "Law", qtbot)
    assert "Law / Platforms" in page.paths
    assert desk.session.undo.undoText() == "Move “Platforms” below “Law”"
    page.press(Key.Key_Z, CTRL)
    assert page.paths == TREE


def test_dropping_on_free_space_moves_to_the_top(page: CodebookPage, qtbot: QtBot) -> None:
    assert drop(page, "Encryption", None, qtbot, used=True)
    assert "Encryption" in page.paths


@pytest.mark.parametrize(
    ("dragged", "onto"), [("Law", "Encryption"), ("Law", "Law"), ("Law", None)]
)
def test_no_concept_comes_below_itself_or_where_it_is(
    page: CodebookPage, qtbot: QtBot, dragged: str, onto: str | None
) -> None:
    assert not drop(page, dragged, onto, qtbot)
    assert page.paths == TREE


def test_the_menu_offers_what_the_keys_do(page: CodebookPage) -> None:
    page.choose("Encryption")
    page.panel.tree.customContextMenuRequested.emit(QPoint(5, 5))
    menu = page.panel.findChild(QMenu, "codebook-menu")
    assert menu is not None
    offered = [action for action in menu.actions() if not action.isSeparator()]
    assert {action.objectName() for action in offered} == {
        action.objectName() for action in page.panel.tree.actions()
    }
    menu.close()
