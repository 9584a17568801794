"""Archives that cannot be opened as they are: the window says why and offers what helps."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from index import Archive, Outcome
from tests.pages.dispatches import write_dispatches

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import OpenWindow


def test_a_second_window_says_who_holds_the_archive_and_reads(open_window: OpenWindow) -> None:
    first = open_window()
    first.import_samples()
    second = open_window()
    assert second.program.desk is None
    assert any(str(second.folder) in text for text in second.page_texts)
    second.press(second.window.problem, "open-read-only")
    second.until(lambda: second.program.desk is not None)
    second.until(lambda: second.desk.session.answer is not None)
    second.type_query("encryption")
    assert second.total > 0
    assert "read-only" in second.window.status.counts.text()
    assert not second.window.offered["import-files"].isEnabled()
    assert not second.drop([second.folder])


def test_it_opens_as_soon_as_the_first_is_closed(open_window: OpenWindow) -> None:
    first = open_window()
    second = open_window()
    assert second.program.desk is None
    first.close()
    second.press(second.window.problem, "try-again")
    second.until(lambda: second.program.desk is not None)


def test_another_archive_can_be_opened_instead(open_window: OpenWindow, tmp_path: Path) -> None:
    first = open_window()
    second = open_window()
    assert first.program.desk is not None
    second.program.open_archive(tmp_path / "other")
    second.until(lambda: second.program.desk is not None)
    assert second.desk.session.archive.folder == tmp_path / "other"


def test_what_is_dropped_goes_into_the_archive_that_is_open(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window()
    window.program.open_archive(tmp_path / "other")
    window.until(lambda: window.program.desk is not None)
    report = window.import_paths([write_dispatches(tmp_path / "saved")])
    assert report.report.count(Outcome.IMPORTED) == 3
    report.close()
    assert window.messages == []
    window.close()
    with Archive.open(tmp_path / "other") as archive:
        assert len(archive.dispatches.ids()) == 3


def make_archive(folder: Path) -> Path:
    """Make an archive and return its record."""
    Archive.open(folder, create=True).close()
    return folder / "archive.sqlite3"


def test_a_newer_archive_is_refused_untouched(open_window: OpenWindow, tmp_path: Path) -> None:
    record = make_archive(tmp_path / "newer")
    with sqlite3.connect(record) as connection:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {found + 1000}")
    connection.close()
    before = record.read_bytes()
    window = open_window(record.parent)
    assert any("newer version of Dispatch Reader" in text for text in window.page_texts)
    assert record.read_bytes() == before


def test_a_damaged_record_is_named_and_kept(open_window: OpenWindow, tmp_path: Path) -> None:
    record = make_archive(tmp_path / "damaged")
    record.write_bytes(b"this is no database " * 500)
    window = open_window(record.parent)
    assert any("is damaged" in text for text in window.page_texts)
    assert any(b"this is no database" in p.read_bytes() for p in record.parent.glob("archive*"))


def test_a_damaged_record_is_recovered_from_its_backup(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "damaged"
    with Archive.open(folder, create=True) as archive:
        archive.import_samples()
        assert archive.keep_backup() is not None
    (folder / "archive.sqlite3").write_bytes(b"this is no database " * 500)
    window = open_window(folder)
    window.press(window.window.problem, "recover")
    window.until(lambda: window.program.desk is not None)
    window.settle()
    assert window.total == 16


def test_an_interrupted_import_can_be_gone_on_with(open_window: OpenWindow, tmp_path: Path) -> None:
    saved = write_dispatches(tmp_path / "saved")
    with Archive.open(tmp_path / "cut", create=True) as archive:
        archive.import_samples()
        archive.imports.begin([str(saved)])
    window = open_window(tmp_path / "cut")
    assert "The last import was interrupted" in window.messages
    with window.bot.waitSignal(window.desk.importing.reported, timeout=30_000) as reported:
        window.press(window.window.messages, "resume-import")
    assert reported.args[0].report.count(Outcome.IMPORTED) == 3
    reported.args[0].close()
