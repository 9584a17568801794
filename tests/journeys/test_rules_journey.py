"""Rules by keyboard alone: saved from a search, looked at, run, undone, offered after an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from index import Archive
from tests.pages.keyboard import PATIENCE
from tests.pages.rules import RulesPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import OpenWindow
    from tests.pages.window import WindowPage

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NEW = (
    "Regulator opens a consultation\n\nLONDON (Reuters) - The regulator Ofcom opened a "
    "consultation on complaints on Monday. Answers may be sent until March.\n"
)


def rules_of(window: WindowPage) -> RulesPage:
    return RulesPage(window.window, window.bot)


def archive_of(window: WindowPage) -> Archive:
    return window.desk.session.archive


def test_a_rule_is_saved_looked_at_run_and_taken_back(open_window: OpenWindow) -> None:
    first = open_window()
    first.import_samples()
    archive_of(first).settle(timeout=60)
    first.type_query("ofcom")
    found = set(first.ids)
    assert found
    page = rules_of(first)
    assert page.save_present("Ofcom", "Regulators") == "ofcom"
    page.open()
    (row,) = page.rows
    assert (row[0], row[1], row[3]) == ("Ofcom", "ofcom", "never")
    texts = page.run()
    assert f"Finds {len(found)} dispatch" in " ".join(texts)
    assert any("Ofcom publishes" in text for text in texts)
    archive = archive_of(first)
    regulators = archive.codebook.find("Regulators")
    assert regulators is not None
    assert archive.tags.of(found) == {}, "a preview tags nothing"
    page.confirm()
    assert set(archive.tags.of(found)) == found
    assert "tagged" in page.rows[0][3]
    assert page.rows[0][3].endswith(f"{len(found)} tagged")
    page.close()
    assert first.desk.session.undo.undoText() == "Run rule “Ofcom”"
    page.keys.press(Key.Key_Return)  # from the search field, which has an undo of its own
    page.keys.press(Key.Key_Z, CTRL)
    assert archive.tags.of(found) == {}
    page.keys.press(Key.Key_Z, CTRL | SHIFT)
    assert set(archive.tags.of(found)) == found


def test_rules_are_renamed_and_deleted(open_window: OpenWindow) -> None:
    first = open_window()
    first.import_samples()
    archive_of(first).settle(timeout=60)
    first.type_query("ofcom")
    rules_of(first).save_present("Ofcom", "Regulators")
    first.close()

    again = open_window()
    page = rules_of(again)
    page.open()
    page.rename("Regulator")
    assert page.rows[0][0] == "Regulator"
    assert "1 to be tagged" in " ".join(page.run())
    page.close()
    page.keys.press(Key.Key_Delete)
    assert page.rows == []
    page.close()
    again.desk.session.undo.undo()
    assert [rule.name for rule in archive_of(again).rules.all()] == ["Regulator"]


def test_rules_are_offered_after_an_import_and_never_run_by_themselves(
    filled: WindowPage, tmp_path: Path
) -> None:
    archive = archive_of(filled)
    archive.settle(timeout=60)
    filled.type_query("consultation complaints")
    page = rules_of(filled)
    page.save_present("Consultations", "Regulators")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "new.txt").write_text(NEW, encoding="utf-8")
    before = set(archive.dispatches.ids())
    with filled.bot.waitSignal(filled.desk.importing.reported, timeout=PATIENCE) as reported:
        filled.desk.importing.take_in([tmp_path / "in"])
    reported.args[0].close()
    (new,) = set(archive.dispatches.ids()) - before
    assert archive.tags.of([new]) == {}
    archive.settle(timeout=60)
    button = filled.window.findChild(QPushButton, "run-rules")
    assert button is not None
    button.setFocus()
    filled.bot.keyClick(button, Key.Key_Space)
    assert "Regulator opens a consultation" in page.preview()
    page.confirm()
    assert new in archive.tags.of([new])
