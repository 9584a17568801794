"""Changes of the codebook that say what they affect first; names, splitting, history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop import dispatch_drag
from desktop.dialogs.concept import ConceptDialog
from desktop.dialogs.split_concept import SplitDialog
from desktop.panels.results.results import ResultsPanel
from index import Concept, Query
from tests.pages.codebook import CodebookPage
from tests.pages.coding_window import CodingWindow
from tests.pages.keyboard import PATIENCE
from tests.pages.small_archive import Desk, open_desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TREE = ["Law", "Law / Encryption"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "archive") as opened:
        book = opened.archive.codebook
        law, _ = book.create("Law", digit=3)
        encryption, _ = book.create("Encryption", broader=law, aliases=("Chiffrement",))
        opened.archive.tags.add(opened.ids, [encryption])
        opened.archive.annotations.add(opened.ids[0], 0, 10, concepts=[encryption])
        yield opened


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> CodebookPage:
    return CodebookPage(CodingWindow(desk.session, qtbot).codebook, qtbot)


def concept(desk: Desk, path: str) -> Concept:
    found = desk.archive.codebook.find(path)
    assert found is not None
    return found


def test_renaming_and_retiring_what_is_used_say_what_they_affect(
    desk: Desk, page: CodebookPage
) -> None:
    said = page.rename("Encryption", "Ciphers", used=True)
    assert said.startswith("This affects 3 dispatches and 1 annotation")
    assert "You can undo this." in said
    assert "Law / Ciphers" in page.paths
    page.choose("Ciphers")
    page.press(Key.Key_R)
    assert not concept(desk, "Ciphers").retired
    assert "3 dispatches" in page.confirm()
    assert concept(desk, "Ciphers").retired
    page.press(Key.Key_R)
    assert not concept(desk, "Ciphers").retired, "to reinstate one affects nothing"
    for _ in range(3):
        page.press(Key.Key_Z, CTRL)
    assert page.paths == TREE


def test_a_name_is_not_given_where_the_question_is_left(
    desk: Desk, page: CodebookPage, qtbot: QtBot
) -> None:
    page.choose("Encryption")
    page.press(Key.Key_F2)
    editor = page.panel.tree.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "Other")
    with qtbot.waitSignal(page.panel.renaming_ended, timeout=PATIENCE):
        qtbot.keyClick(editor, Key.Key_Return)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=PATIENCE)
        qtbot.keyClick(page.dialog(), Key.Key_Escape)
    assert page.paths == TREE
    assert not desk.session.undo.canUndo()


def test_names_in_other_languages_are_stated_in_the_dialog(
    desk: Desk, page: CodebookPage, qtbot: QtBot
) -> None:
    page.choose("Encryption")
    page.press(Key.Key_Return, CTRL)
    dialog = page.dialog()
    assert isinstance(dialog, ConceptDialog)
    effect = dialog.findChild(QLabel, "concept-effect")
    assert effect is not None
    assert effect.text().startswith("This affects 3 dispatches and 1 annotation")
    qtbot.keyClick(dialog.labels.more, Key.Key_Space)
    _, french = dialog.labels.rows[0]
    assert page.keys.focus is french
    qtbot.keyClicks(french, "Chiffrement des messages")
    qtbot.keyClick(dialog.labels.more, Key.Key_Space)
    assert [str(box.currentData()) for box, _ in dialog.labels.rows] == ["fr", "en"]
    dialog.aliases.setText("Chiffrement @fr, E2EE, şifreleme@TR")
    qtbot.keyClick(french, Key.Key_Return, CTRL)
    edited = concept(desk, "Law / Encryption")
    assert edited.labels == {"fr": "Chiffrement des messages"}
    assert edited.aliases == ("Chiffrement", "E2EE", "şifreleme")
    assert edited.alias_languages == {"Chiffrement": "fr", "şifreleme": "tr"}
    page.press(Key.Key_Return, CTRL)
    again = page.dialog()
    assert isinstance(again, ConceptDialog)
    assert again.aliases.text() == "Chiffrement @fr, E2EE, şifreleme @tr"
    assert again.labels.labels == {"fr": "Chiffrement des messages"}
    qtbot.keyClick(again, Key.Key_Escape)
    page.press(Key.Key_Z, CTRL)
    assert concept(desk, "Law / Encryption").alias_languages == {}


# --- splitting and history --------------------------------------------------------------------


def test_a_concept_is_split_by_keyboard_and_put_together_again(
    desk: Desk, page: CodebookPage
) -> None:
    page.choose("Encryption")
    said = page.split("Messaging", ticks=2)
    assert said.startswith("2 dispatches and 0 annotations go to “Messaging”. 1 dispatch")
    assert said.endswith("stay with “Encryption”.")
    assert "Law / Messaging" in page.paths
    assert (page.uses("Messaging"), page.uses("Encryption")) == ("2", "1")
    assert desk.session.undo.undoText() == "Split “Messaging” off “Encryption”"
    page.press(Key.Key_Z, CTRL)
    assert page.paths == TREE
    assert page.uses("Encryption") == "3"


def test_what_goes_to_the_new_concept_is_found_by_its_words(desk: Desk, page: CodebookPage) -> None:
    page.choose("Encryption")
    said = page.split("Votes", filtered="ministers agree", ticks=1)
    assert "and 0 annotations go to “Votes”." in said
    votes = concept(desk, "Law / Votes")
    assert desk.archive.codebook.uses(votes.id).dispatches == (desk.ids[1],)


def test_a_split_needs_a_new_name_and_something_ticked(page: CodebookPage, qtbot: QtBot) -> None:
    page.choose("Encryption")
    page.press(Key.Key_P)
    dialog = page.dialog()
    assert isinstance(dialog, SplitDialog)
    dialog.label.setText("Messaging")
    assert not dialog.split_button.isEnabled()
    dialog.model.tick_shown(ticked=True)
    assert dialog.split_button.isEnabled()
    dialog.label.setText("encryptión")
    assert not dialog.split_button.isEnabled()
    assert "already" in dialog.preview.text()
    dialog.model.tick_shown(ticked=False)
    assert dialog.model.dispatches == []
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert page.paths == TREE


def test_the_history_tells_of_every_change(desk: Desk, page: CodebookPage) -> None:
    book = desk.archive.codebook
    encryption = concept(desk, "Law / Encryption")
    book.edit(encryption.id, colour="#aa0000", aliases=["Ciphers"], labels={"fr": "Chiffrement"})
    change = book.rename(encryption.id, "Encrypting")
    desk.archive.revert(change)
    book.retire(encryption.id, True)
    book.split(encryption.id, "Messaging", dispatches=desk.ids[:2])
    rule, _ = desk.archive.rules.add("Cipher rule", encryption.id, Query("cipher"))
    desk.archive.rules.apply(rule, desk.ids[:1])
    page.panel.refresh()
    page.choose("Encryption")
    texts = page.history()
    deeds = [text.partition("  ·  ")[2] for text in texts if "  ·  " in text]
    assert deeds == [
        "Rule run", "Rule saved", "Split", "Retired", "Undone: Renamed", "Renamed", "Edited",
        "Created",
    ]  # fmt: skip
    for told in ("Encryption → Encrypting", "Encrypting → Encryption", "Ciphers", "#aa0000",
                 "Cipher rule", "2", "Law"):  # fmt: skip
        assert told in texts or any(told in text for text in texts), told
    assert "Label (fr)" in texts


# --- dragging dispatches onto a concept ---------------------------------------------------------


def test_dispatches_dropped_on_a_concept_are_tagged_with_it(
    desk: Desk, page: CodebookPage, qtbot: QtBot
) -> None:
    tree, action = page.panel.tree, Qt.DropAction.CopyAction
    page.choose("Law")
    law, model = tree.currentIndex(), tree.model()
    data = dispatch_drag.packed(desk.ids[:2])
    assert model.canDropMimeData(data, action, -1, -1, law)
    with qtbot.waitSignal(page.panel.tagging_ended, timeout=PATIENCE):
        model.dropMimeData(data, action, -1, -1, law)
    held = desk.archive.codebook.uses(concept(desk, "Law").id)
    assert set(held.dispatches) == set(desk.ids[:2])
    assert desk.session.undo.undoText() == "Tag 2 dispatches with “Law”"
    page.press(Key.Key_Z, CTRL)
    assert desk.archive.codebook.uses(concept(desk, "Law").id).dispatches == ()


def test_what_is_no_drop_of_dispatches_is_refused(desk: Desk, page: CodebookPage) -> None:
    tree, action = page.panel.tree, Qt.DropAction.CopyAction
    model, data = tree.model(), dispatch_drag.packed(desk.ids)
    assert not model.canDropMimeData(data, action, -1, -1, QModelIndex())
    page.choose("Law")
    for broken in (b"", b"{", b"{}", b'["1"]', b"[]"):
        other = QMimeData()
        other.setData(dispatch_drag.MIME, broken)
        assert not model.canDropMimeData(other, action, -1, -1, tree.currentIndex())
    desk.archive.codebook.retire(concept(desk, "Law").id, True)
    page.panel.refresh()
    assert not model.canDropMimeData(data, action, -1, -1, tree.currentIndex())


def test_the_results_hand_their_dispatches_to_a_drag(desk: Desk, qtbot: QtBot) -> None:
    panel = ResultsPanel(desk.session)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(desk.session.answered, timeout=PATIENCE):
        desk.session.ask(Query())
    model = panel.table.model()
    rows = [model.index(row, 0) for row in (0, 1)]
    answer = desk.session.answer
    assert answer is not None
    assert dispatch_drag.unpacked(model.mimeData(rows)) == tuple(answer.ids[:2])
    assert all(model.flags(row) & Qt.ItemFlag.ItemIsDragEnabled for row in rows)
    panel.shut_down()
