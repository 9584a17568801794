"""A codebook is worked over by keyboard alone, with a look at what each change affects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from tests.pages.codebook import CodebookPage

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.journeys.conftest import OpenWindow
    from tests.pages.window import WindowPage

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def codebook_of(window: WindowPage) -> CodebookPage:
    window.trigger("show-codebook")
    return CodebookPage(window.desk.workspace.codebook, window.bot)


def test_a_concept_is_renamed_split_and_traced(open_window: OpenWindow) -> None:
    first = open_window()
    first.import_samples()
    archive = first.desk.session.archive
    hotlines = archive.codebook.find("Hotlines")
    assert hotlines is not None
    ids = archive.dispatches.ids()[:5]
    archive.tags.add(ids, [hotlines.id])
    book = codebook_of(first)
    said = book.rename("Hotlines", "Reporting lines", used=True)
    assert said.startswith("This affects 5 dispatches and 0 annotations.")
    book.choose("Reporting lines")
    said = book.split("Helplines", ticks=2)
    assert said.startswith("2 dispatches and 0 annotations go to “Helplines”. 3 dispatches")
    assert (book.uses("Helplines"), book.uses("Reporting lines")) == ("2", "3")
    book.choose("Helplines")
    book.press(Key.Key_R)
    assert "2 dispatches" in book.confirm()
    for _ in range(3):
        book.press(Key.Key_Z, CTRL)
    assert book.uses("Hotlines") == "5"
    assert not any("Helplines" in path for path in book.paths)
    for _ in range(3):
        book.press(Key.Key_Z, CTRL | SHIFT)
    assert book.uses("Helplines") == "2"
    first.close()

    again = open_window()
    book = codebook_of(again)
    book.filter("reporting l")
    book.choose("Reporting lines")
    texts = book.history()
    deeds = [text.partition("  ·  ")[2] for text in texts if "  ·  " in text]
    assert deeds[0] == "Split"
    assert deeds[-1] == "Created"
    assert "Undone: Renamed" in deeds
    assert "Hotlines → Reporting lines" in texts


def test_a_codebook_is_written_taken_in_elsewhere_and_taken_back(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_window()
    first.import_samples()
    written = {use.full_path for use in first.desk.session.archive.codebook.all()}
    path = tmp_path / "book"
    chosen = (str(path), "SKOS JSON-LD (*.jsonld)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    first.trigger("export-codebook")
    first.until(lambda: path.with_suffix(".jsonld").exists())
    first.until(lambda: first.desk.jobs.running is None)
    first.close()

    other = open_window(tmp_path / "other")
    book = other.desk.session.archive.codebook
    chosen = (str(path.with_suffix(".jsonld")), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)
    other.trigger("import-codebook")
    other.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert f"{len(written)} concepts added" in texts
    assert written <= set(texts)
    other.bot.keyClick(dialog, Key.Key_Escape)
    assert {use.full_path for use in book.all()} == written
    assert other.desk.session.undo.undoText() == "Import a codebook"
    other.desk.session.undo.undo()
    assert book.all() == ()
