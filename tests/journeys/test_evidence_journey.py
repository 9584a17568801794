"""A researcher quotes, cites and reports by keyboard, and others can check it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.dialogs.table import TableDialog
from index import Archive
from tests.pages.reader import ReaderPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages.window import WindowPage

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def reader_of(window: WindowPage) -> ReaderPage:
    return ReaderPage(window.desk.workspace.reader, window.bot)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path, pattern: str = "") -> None:
    """Answer the next file dialogs with a path."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), pattern))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), pattern))


def said(window: WindowPage, words: str) -> None:
    window.until(lambda: any(words in text for text in window.messages))


def test_a_passage_is_copied_saved_and_checked(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.open_row(0)
    page = reader_of(filled)
    quote = page.text.split("\n\n")[1][:40].strip()
    page.select(quote)
    page.press(Key.Key_C, CTRL | SHIFT)
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"“{quote}” — ")
    assert f"accession {filled.current}" in copied
    path = tmp_path / "citation.json"
    choose(monkeypatch, path)
    filled.trigger("save-citation")
    assert json.loads(path.read_text("utf-8"))["quote"] == quote
    filled.trigger("check-citation")
    said(filled, "is confirmed")
    path.write_text(path.read_text("utf-8").replace(quote[:9], "Otherwise"), encoding="utf-8")
    filled.trigger("check-citation")
    dialog = filled.dialog("citation-differences")
    assert isinstance(dialog, TableDialog)
    assert any("Otherwise" in text for text in dialog.texts)
    dialog.close()


def test_without_a_passage_it_says_what_to_do(filled: WindowPage) -> None:
    filled.open_row(0)
    reader_of(filled).take_keyboard()
    filled.trigger("copy-passage")
    said(filled, "Select a passage")


@pytest.mark.parametrize(
    ("key", "expected"),
    [(Key.Key_I, "ISO 690"), (Key.Key_A, "APA"), (Key.Key_C, "Chicago")],
)
def test_dispatches_are_cited_as_a_bibliography_does(
    filled: WindowPage, key: Key, expected: str
) -> None:
    filled.open_row(0)
    reader_of(filled).press(key, CTRL | ALT)
    said(filled, f"copied: {expected}")
    held = filled.desk.session.current
    assert held is not None
    assert held.dispatch.headline in QApplication.clipboard().text()


def annotate(window: WindowPage) -> str:
    """Write a note on the first result and return what it is on."""
    window.open_row(0)
    page = reader_of(window)
    quote = " ".join(page.text.split("\n\n")[1].split()[:4])
    page.select(quote)
    page.write_note("Compare <b>this</b>")
    return quote


@pytest.mark.parametrize("ending", ["html", "md", "csv", "jsonld", "pdf"])
def test_annotations_leave_in_every_form(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    quote, path = annotate(filled), tmp_path / f"notes.{ending}"
    choose(monkeypatch, path)
    reader_of(filled).press(Key.Key_E, CTRL | SHIFT)
    said(filled, "1 annotation exported")
    if ending == "pdf":
        document = pypdfium2.PdfDocument(path)
        text = document[0].get_textpage().get_text_range()
        document.close()
        assert "Compare <b>this</b>" in text, "nothing is taken for markup"
    else:
        text = path.read_text("utf-8")
    assert quote.split()[0] in text


def test_a_report_that_cannot_be_written_says_so(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate(filled)
    choose(monkeypatch, tmp_path / "missing" / "notes.pdf")
    filled.trigger("export-annotations")
    said(filled, "could not be written")


def test_annotations_come_in_as_one_step(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate(filled)
    session, path = filled.desk.session, tmp_path / "notes.jsonld"
    choose(monkeypatch, path)
    filled.trigger("export-annotations")
    said(filled, "1 annotation exported")
    archive: Archive = session.archive
    page = reader_of(filled)
    page.press(Key.Key_F4)
    page.press(Key.Key_Delete)
    assert archive.annotations.all() == ()
    filled.trigger("import-annotations")
    said(filled, "1 annotation imported")
    assert [each.note for each in archive.annotations.all()] == ["Compare <b>this</b>"]
    page.press(Key.Key_Z, CTRL)
    assert archive.annotations.all() == ()
