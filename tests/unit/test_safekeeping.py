"""Backups of an open archive, and recovery of one that cannot be opened any more."""

from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from index import Archive, ArchiveDamaged, ArchiveRecoverable, run_command, safekeeping
from index.errors import ArchiveHeld
from index.store import Store, list_backups
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "archive", create=True) as store:
        store.dispatches.add([accession(str(at)) for at in range(3)])
    return tmp_path / "archive"


def wreck(folder: Path) -> None:
    record = folder / "archive.sqlite3"
    record.write_bytes(record.read_bytes()[:100] + b"\xff" * 8000)


class Routine(safekeeping.Safekeeping):
    """Says when it has made one."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, delay=0)
        self.made = threading.Event()

    def _make(self) -> None:
        super()._make()
        self.made.set()


def test_the_days_backup_is_made_while_the_archive_is_open(folder: Path) -> None:
    with Store.open(folder) as store:
        routine = Routine(store)
        routine.start()
        assert routine.made.wait(60)
        routine.close()
        (backup,) = list_backups(folder)
    assert (backup.dispatches, backup.verified) == (3, True)


def test_closing_does_not_wait_for_a_backup(folder: Path) -> None:
    with Store.open(folder) as store:
        routine = safekeeping.Safekeeping(store, delay=0)
        routine.start()
        routine.close()
    assert not list((folder / "backups").glob("*.sqlite3"))


def test_an_archive_that_is_read_only_gets_no_backup(folder: Path) -> None:
    now = datetime.now(UTC)
    with Store.open(folder) as store:
        assert store.backup_is_due(now)
    with Store.open(folder, read_only=True) as store:
        assert not store.backup_is_due(now)


def test_a_damaged_archive_offers_its_newest_sound_backup(folder: Path) -> None:
    with Archive.open(folder, upkeep=False) as archive:
        backup = archive.keep_backup()
    assert backup is not None
    wreck(folder)
    with pytest.raises(ArchiveRecoverable) as told:
        Archive.open(folder)
    assert f"{backup.made:%Y-%m-%d}" in told.value.advice
    assert "3 dispatches" in told.value.advice
    assert Archive.recoverable(folder) == (backup,)
    kept = Archive.recover(folder, backup)
    assert kept is not None
    assert kept.read_bytes().endswith(b"\xff" * 8000)
    with Archive.open(folder, upkeep=False) as archive:
        assert len(archive.dispatches.ids()) == 3
        assert archive.verify().faults == ()


def test_without_a_sound_backup_nothing_is_offered(folder: Path) -> None:
    with Archive.open(folder, upkeep=False) as archive:
        backup = archive.keep_backup()
    assert backup is not None
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    wreck(folder)
    with pytest.raises(ArchiveDamaged) as told:
        Archive.open(folder)
    assert not isinstance(told.value, ArchiveRecoverable)
    assert Archive.recoverable(folder) == ()
    assert [each.path for each in Archive.backups(folder)] == [backup.path]


def test_an_open_archive_is_not_replaced(folder: Path) -> None:
    with Archive.open(folder, upkeep=False) as archive:
        backup = archive.keep_backup()
        assert backup is not None
        with pytest.raises(ArchiveHeld):
            Archive.recover(folder, backup)


# --- the command line -----------------------------------------------------------------------------


def command(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, list[str]]:
    code = run_command(["--archive", str(folder), *words])
    told = capsys.readouterr()
    return code, (told.out or told.err).splitlines()


def test_backups_are_made_and_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(capsys, folder, "backups") == (0, [])
    code, lines = command(capsys, folder, "backups", "--make")
    assert code == 0
    assert len(lines) == 1
    assert "3 dispatches" in lines[0]
    assert "sound" in lines[0]
    (again,) = command(capsys, folder, "backups", "--make", "--json")[1]
    assert json.loads(again)["verified"]


def test_a_damaged_archive_is_recovered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command(capsys, folder, "backups", "--make")
    wreck(folder)
    code, lines = command(capsys, folder, "stats")
    assert code == 3
    assert "Recover the backup of" in lines[0]
    code, lines = command(capsys, folder, "recover")
    assert code == 0
    assert "replaced-" in lines[0]
    assert command(capsys, folder, "verify")[0] == 0


def test_there_may_be_nothing_to_recover(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(capsys, folder, "recover")[0] == 3
    with Store.open(folder) as store:
        assert len(store.dispatches.ids()) == 3


def test_a_damaged_dispatch_is_repaired(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command(capsys, folder, "backups", "--make")
    with closing(sqlite3.connect(folder / "archive.sqlite3")) as connection, connection:
        connection.execute("UPDATE text SET body = 'x' WHERE dispatch = 2")
    code, lines = command(capsys, folder, "verify")
    assert (code, lines) == (3, ["dispatch 2: its content is not what was recorded"])
    assert command(capsys, folder, "repair", "2")[0] == 0
    assert command(capsys, folder, "verify")[0] == 0
    assert command(capsys, folder, "repair", "99")[0] == 3
