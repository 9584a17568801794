"""Two people code the same dispatches; one takes the other's work in and compares, by keyboard."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTableView

from desktop.dialogs.coders import CodersDialog
from desktop.dialogs.layer_export import LayerExportDialog
from index import Query
from tests.pages.keyboard import Keyboard
from tests.pages.reader import ReaderPage

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.models.lines import LinesModel
    from index import Archive
    from tests.journeys.conftest import OpenWindow
    from tests.pages.window import WindowPage

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer the next file dialogs with a path."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def archive_of(window: WindowPage) -> Archive:
    archive: Archive = window.desk.session.archive
    return archive


def said(window: WindowPage, words: str) -> None:
    window.until(lambda: any(words in text for text in window.messages))


def rows(model: LinesModel) -> list[list[str]]:
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(model.rowCount())
    ]


def their_layer(window: WindowPage, path: Path) -> None:
    """Write what Ada found in the same dispatches; one's own work is otherwise afterwards."""
    archive = archive_of(window)
    first, second, third = window.ids[:3]
    law, _ = archive.codebook.create("Lawmaking")
    duty, _ = archive.codebook.create("Duty", broader=law)
    archive.tags.add([first, second], [law])
    body = archive.dispatches.get(third).dispatch.body
    archive.annotations.add(third, 0, len(body.split(" ")[0]), note="Why?", concepts=[duty])
    archive.export_layer(path, "Ada", Query())
    archive.tags.remove([second], [law])
    archive.tags.add([third], [law])
    archive.annotations.trash([each.id for each in archive.annotations.all()])


def compared(window: WindowPage) -> CodersDialog:
    """Open the comparison by its key and wait for what it shows."""
    Keyboard(window.window, window.bot).press(Key.Key_K, CTRL | ALT)
    dialog = window.dialog("coders-dialog")
    assert isinstance(dialog, CodersDialog)
    window.until(lambda: dialog.comparison is not None)
    return dialog


def import_layer(window: WindowPage, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take in what Ada found."""
    their_layer(window, path)
    choose(monkeypatch, path)
    window.trigger("import-layer")
    said(window, "coded by Ada imported")


def test_a_layer_is_taken_in_and_mixes_with_nothing(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ada.jsonl"
    their_layer(filled, path)
    archive = archive_of(filled)
    own = (archive.tags.of(filled.ids), archive.annotations.all())
    choose(monkeypatch, path)
    filled.trigger("import-layer")
    said(filled, "coded by Ada imported")
    assert (archive.tags.of(filled.ids), archive.annotations.all()) == own


def test_a_disputed_concept_leads_to_its_dispatches(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_layer(filled, tmp_path / "ada.jsonl", monkeypatch)
    dialog = compared(filled)
    keys = Keyboard(dialog, filled.bot)
    assert dialog.summary.text().startswith("2 dispatches coded by both")
    assert rows(dialog.concepts) == [
        ["Lawmaking", "1", "1", "0", "0", "0.00"],
        ["Lawmaking / Duty", "0", "0", "1", "1", "0.00"],
    ]
    dialog.tables["concepts"].setFocus()
    dialog.tables["concepts"].selectRow(1)
    keys.press(Key.Key_Return)
    assert [line[2:] for line in rows(dialog.dispatches)] == [["Lawmaking", "Lawmaking / Duty"]]
    keys.press(Key.Key_Return)
    filled.until(lambda: filled.current == filled.ids[2])
    keys.press(Key.Key_Escape)
    assert dialog.isVisible(), "the first Esc only shows all dispatches again"
    assert len(rows(dialog.dispatches)) == 2
    keys.press(Key.Key_Escape)
    assert archive_of(filled).layers.all() != ()


def test_what_was_looked_at_counts_and_is_exported(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_layer(filled, tmp_path / "ada.jsonl", monkeypatch)
    dialog = compared(filled)
    keys = Keyboard(dialog, filled.bot)
    dialog.all_of_it.setFocus()
    keys.press(Key.Key_Space)
    filled.until(lambda: dialog.summary.text().startswith("16 dispatches"))
    assert rows(dialog.concepts)[0][:5] == ["Lawmaking", "1", "1", "1", "13"]
    said_of = {line[1]: line for line in rows(dialog.passages)}
    assert said_of["Ada"][2:4] == ["Lawmaking / Duty", "Why?"]
    choose(monkeypatch, tmp_path / "agreement.csv")
    dialog.export.setFocus()
    keys.press(Key.Key_Space)
    table = list(csv.DictReader((tmp_path / "agreement.csv").open(encoding="utf-8", newline="")))
    assert [row["concept"] for row in table] == ["Lawmaking", "Lawmaking / Duty"]
    dialog.close()


def test_a_layer_is_removed_and_comes_back(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_layer(filled, tmp_path / "ada.jsonl", monkeypatch)
    archive, dialog = archive_of(filled), compared(filled)
    dialog.remove.setFocus()
    Keyboard(dialog, filled.bot).press(Key.Key_Space)
    assert archive.layers.all() == ()
    window = Keyboard(filled.window, filled.bot)
    window.press(Key.Key_Z, CTRL)
    assert [layer.coder for layer in archive.layers.all()] == ["Ada"]
    window.press(Key.Key_Z, CTRL)
    assert archive.layers.all() == (), "the import is a step of its own"


def test_a_passage_of_the_other_coder_is_shown_in_its_text(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_layer(filled, tmp_path / "ada.jsonl", monkeypatch)
    dialog = compared(filled)
    dialog.all_of_it.setChecked(True)
    filled.until(lambda: dialog.passages.rowCount() > 0)
    table: QTableView = dialog.tables["passages"]
    dialog.tabs.setCurrentWidget(table)
    table.setFocus()
    table.selectRow(0)
    Keyboard(dialog, filled.bot).press(Key.Key_Return)
    filled.until(lambda: filled.current == filled.ids[2])
    body = filled.desk.workspace.reader.text.body
    passage = body.passage
    assert passage is not None
    assert body.text_of(passage) == rows(dialog.passages)[0][0]
    dialog.close()


def test_ones_own_coding_is_exported_under_ones_name(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.import_samples()
    window.open_row(0)
    path = tmp_path / "me.jsonl"
    choose(monkeypatch, path)
    window.trigger("export-layer")
    dialog = window.dialog("layer-export-dialog")
    assert isinstance(dialog, LayerExportDialog)
    keys = Keyboard(dialog, window.bot)
    dialog.name.setFocus()
    keys.type("Bo")
    keys.press(Key.Key_Tab)
    keys.press(Key.Key_Down)
    assert dialog.results.isChecked()
    keys.press(Key.Key_Return)
    said(window, "Coding of 16 dispatches exported")
    assert '"coder": "Bo"' in path.read_text("utf-8")
    assert window.program.settings.now.coder == "Bo"

    page = ReaderPage(window.desk.workspace.reader, window.bot)
    page.select(page.text.split(" ")[0])
    page.write_note("signed")
    (note,) = archive_of(window).annotations.all()
    assert note.creator == "Bo", "what is noted from now on bears the name"


def test_without_a_layer_there_is_nothing_to_compare(filled: WindowPage) -> None:
    filled.trigger("compare-coders")
    said(filled, "No layer of another coder")


def test_the_name_is_a_setting(filled: WindowPage) -> None:
    filled.trigger("settings")
    dialog = filled.dialog("settings-dialog")
    name = dialog.findChild(QLineEdit, "setting-coder")
    assert name is not None
    name.setFocus()
    Keyboard(dialog, filled.bot).type("Cem")
    Keyboard(dialog, filled.bot).press(Key.Key_Tab)
    assert filled.desk.session.coder == "Cem"
    dialog.close()
