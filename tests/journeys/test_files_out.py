"""What leaves the window as a file: exports and backups."""

from __future__ import annotations

import csv
import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.dialogs import files
from desktop.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages.window import WindowPage


def choose(monkeypatch: pytest.MonkeyPatch, path: Path, pattern: str = "") -> None:
    """Answer the next file dialogs with a path."""
    chosen = (str(path), pattern) if str(path) != "." else ("", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen[0])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([chosen[0]], ""))


def test_the_results_are_exported_as_a_table(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.type_query("encryption")
    choose(monkeypatch, tmp_path / "found.csv")
    filled.trigger("export")
    filled.until(lambda: any("exported to" in text for text in filled.messages))
    with (tmp_path / "found.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == filled.total


def test_an_export_without_an_ending_takes_the_one_of_its_format(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "found", "JSON Lines (*.jsonl)")
    filled.trigger("export")
    filled.until(lambda: any("16 dispatches exported" in text for text in filled.messages))
    lines = (tmp_path / "found.jsonl").read_text(encoding="utf-8").splitlines()
    assert len([json.loads(line) for line in lines]) == 16


def test_an_export_that_cannot_be_written_says_so_in_the_window(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "missing" / "found.csv")
    filled.trigger("export")
    filled.until(lambda: any("could not be written" in text for text in filled.messages))


def test_a_cancelled_dialog_does_nothing(
    filled: WindowPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    for name in ("export", "backup", "import-files", "import-folder", "open-archive"):
        filled.trigger(name)
    assert filled.desk.jobs.running is None
    assert filled.messages == []


def test_a_backup_is_a_record_that_can_be_read(
    filled: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "backup.sqlite3")
    filled.trigger("backup")
    filled.until(lambda: any("Backed up and checked" in text for text in filled.messages))
    connection = sqlite3.connect(tmp_path / "backup.sqlite3")
    assert connection.execute("SELECT count(*) FROM dispatch").fetchone() == (16,)
    connection.close()


def test_files_are_imported_through_the_menu(
    window: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "one.txt"
    file.write_text(
        "Council adopts code\n\nOSLO, Oct 1, 2024 (AP) - The council adopted a code on Tuesday "
        "that asks services to explain how they assess risks.\n",
        encoding="utf-8",
    )
    choose(monkeypatch, file)
    with window.bot.waitSignal(window.desk.importing.reported, timeout=30_000) as reported:
        window.trigger("import-files")
    reported.args[0].close()
    assert window.program.settings.now.last_folder == str(tmp_path)


@pytest.mark.parametrize(
    ("name", "pattern", "form"),
    [("a.csv", "JSON Lines (*.jsonl)", "csv"), ("a.jsonl", "", "jsonl"), ("a.txt", "", "csv")],
)
def test_the_ending_decides_the_format(
    qapp: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    pattern: str,
    form: str,
) -> None:
    choose(monkeypatch, tmp_path / name, pattern)
    asked = files.ask_export(None, Settings(tmp_path / "s.json"))  # type: ignore[arg-type]
    assert asked == (form, tmp_path / name)
