"""Opening a folder: new, held by another, newer, damaged, foreign, read-only."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.errors import (
    ArchiveDamaged,
    ArchiveHeld,
    ArchiveMissing,
    ArchiveTooNew,
    ReadOnlyArchive,
    StorageFull,
)
from index.store import Store
from index.store.lock import FolderLock
from index.store.migrations import migrate
from index.store.schema import RECORD_NAME, Step, steps
from tests.strategies.accessions import accession, dump

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "archive", create=True) as store:
        store.dispatches.add([accession()])
    return tmp_path / "archive"


def set_header(folder: Path, offset: int, value: int) -> None:
    with (folder / RECORD_NAME).open("rb+") as record:
        record.seek(offset)
        record.write(value.to_bytes(4, "big"))


def test_nothing_is_created_unasked(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing):
        Store.open(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_what_was_added_is_there_after_closing(folder: Path) -> None:
    with Store.open(folder) as store:
        assert len(store.dispatches.ids()) == 1


def test_closing_twice_is_fine_and_a_closed_store_says_so(folder: Path) -> None:
    store = Store.open(folder)
    store.close()
    store.close()
    with pytest.raises(ValueError, match="closed"):
        store.dispatches.ids()
    with pytest.raises(ValueError, match="closed"):
        store.codebook.create("Law")


def test_the_second_to_open_learns_who_was_first(folder: Path) -> None:
    with Store.open(folder), pytest.raises(ArchiveHeld, match=f"process {os.getpid()}"):
        Store.open(folder)
    with Store.open(folder):
        pass


def test_a_second_reader_sees_what_the_first_commits(folder: Path) -> None:
    with Store.open(folder) as writer, Store.open(folder, read_only=True) as reader:
        writer.dispatches.add([accession("Second")])
        assert len(reader.dispatches.ids()) == 2
        with pytest.raises(ReadOnlyArchive):
            reader.codebook.create("Law")
        with pytest.raises(ReadOnlyArchive):
            reader.dispatches.add([accession("Third")])


def test_a_dead_holder_holds_nothing(folder: Path) -> None:
    script = "import sys; from pathlib import Path; from index.store import Store\n"
    script += "Store.open(Path(sys.argv[1])); import os; os.kill(os.getpid(), 9)"
    died = subprocess.run([sys.executable, "-c", script, str(folder)], cwd=ROOT, check=False)
    assert died.returncode != 0
    with Store.open(folder) as store:
        assert len(store.dispatches.ids()) == 1


def test_a_newer_archive_is_left_untouched_to_the_last_byte(folder: Path) -> None:
    set_header(folder, 60, steps()[-1].number + 1)
    before = contents(folder)
    for read_only in (False, True):
        with pytest.raises(ArchiveTooNew) as refused:
            Store.open(folder, create=True, read_only=read_only)
        assert refused.value.fields["found"] == steps()[-1].number + 1
    assert contents(folder) == before


def test_another_programs_database_is_left_untouched(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / RECORD_NAME)) as connection:
        connection.execute("CREATE TABLE recipe (name)")
        connection.execute("PRAGMA application_id = 7")
    before = contents(tmp_path)
    with pytest.raises(ArchiveDamaged, match="another program"):
        Store.open(tmp_path, create=True)
    assert contents(tmp_path) == before


def test_a_database_without_any_mark_is_not_taken_over(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / RECORD_NAME)) as connection:
        connection.execute("CREATE TABLE recipe (name)")
    with pytest.raises(ArchiveDamaged, match="another program"):
        Store.open(tmp_path, create=True)
    with closing(sqlite3.connect(tmp_path / RECORD_NAME)) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("recipe",)]


@pytest.mark.parametrize("head", [b"not a database at all", b"SQLite format 3\0 cut"])
def test_a_file_that_is_no_database_is_damage(tmp_path: Path, head: bytes) -> None:
    (tmp_path / RECORD_NAME).write_bytes(head)
    with pytest.raises(ArchiveDamaged):
        Store.open(tmp_path, create=True)
    assert (tmp_path / RECORD_NAME).read_bytes() == head


def test_a_torn_schema_is_damage_and_the_folder_is_let_go(folder: Path) -> None:
    record = folder / RECORD_NAME
    record.write_bytes(record.read_bytes()[:100] + b"\xff" * 4000)
    for _ in range(2):
        with pytest.raises(ArchiveDamaged):
            Store.open(folder)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises((StorageFull, ArchiveDamaged)):
        Store.open(tmp_path / "file" / "archive", create=True)


READ_ONLY_SCRIPT = """
import os
import sys
from pathlib import Path
from index.errors import ReadOnlyArchive
from index.store import Store
from index.store.schema import steps
folder = Path(sys.argv[1])
steps()  # read while the interpreter's own files still can be
if os.geteuid() == 0:  # permissions mean nothing to root
    os.setuid(65534)
try:
    Store.open(folder)
except ReadOnlyArchive:
    print("refused")
with Store.open(folder, read_only=True) as store:
    print(len(store.dispatches.ids()), store.verify().faults)
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that other users reach; pytest closes its own to them."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permission there")
def test_a_folder_that_may_not_be_written_can_be_read(shared: Path) -> None:
    folder = shared / "archive"
    with Store.open(folder, create=True) as store:
        store.dispatches.add([accession()])
    folder.chmod(0o555)
    (folder / "archive.lock").chmod(0o444)
    try:
        read = subprocess.run(
            [sys.executable, "-c", READ_ONLY_SCRIPT, str(folder)],
            cwd=ROOT, text=True, capture_output=True, check=True,
        )  # fmt: skip
    finally:
        folder.chmod(0o755)
    assert read.stdout.split("\n")[:2] == ["refused", "1 ()"]
    assert not list(folder.glob("*-shm"))


# --- migrations -----------------------------------------------------------------------------------


def later(number: int, script: str) -> Step:
    return Step(number, script)


def test_steps_are_numbered_without_gaps() -> None:
    assert [step.number for step in steps()] == list(range(1, len(steps()) + 1))


def test_a_later_step_runs_once_after_a_backup(folder: Path) -> None:
    more = (*steps(), later(len(steps()) + 1, "CREATE TABLE shelf (name TEXT);"))
    with Store.open(folder) as store:
        before, writer = dump(store), store._connections.writer
        migrate(writer, folder, more)
        migrate(writer, folder, more)
        assert writer.execute("PRAGMA user_version").fetchone() == (len(more),)
        assert dump(store) == before
    backups = list((folder / "backups").iterdir())
    assert [path.name for path in backups] == [f"before-format-{len(more)}.sqlite3"]
    with closing(sqlite3.connect(backups[0])) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (len(steps()),)
        assert backup.execute("SELECT count(*) FROM dispatch").fetchone() == (1,)


def test_a_step_that_fails_leaves_everything_as_it_was(folder: Path) -> None:
    number = len(steps())
    broken = later(number + 1, "CREATE TABLE shelf (name TEXT);\nINSERT INTO nowhere VALUES (1);")
    with Store.open(folder) as store:
        with pytest.raises(sqlite3.OperationalError):
            migrate(store._connections.writer, folder, (*steps(), broken))
        writer = store._connections.writer
        assert writer.execute("PRAGMA user_version").fetchone() == (number,)
        tables = writer.execute("SELECT name FROM sqlite_schema WHERE name = 'shelf'").fetchall()
        assert tables == []


def test_an_older_archive_is_refused_where_it_may_not_be_changed(folder: Path) -> None:
    with Store.open(folder) as store:
        store._connections.writer.execute("PRAGMA user_version = 0")
        store._connections.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with pytest.raises(ReadOnlyArchive):
        Store.open(folder, read_only=True)


@pytest.mark.skipif(sys.platform == "win32", reason="children inherit files of POSIX systems")
def test_a_lock_is_released_though_a_child_still_holds_its_file(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    copy = os.dup(lock._file.fileno())  # as in a child between fork and exec
    try:
        lock.release()
        FolderLock(tmp_path).release()
    finally:
        os.close(copy)
