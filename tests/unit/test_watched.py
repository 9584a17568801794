"""What a look at watched folders finds new, and what it remembers from start to start."""

from __future__ import annotations

import os
import shutil
import threading
import time
from typing import TYPE_CHECKING

import pytest

import index.surveys
import index.watched
from index import Archive, Cancel, FolderTrouble, ImportReport, Outcome, WatchedFolders, ignore
from index.intake.seen import FORMAT, NAME
from tests.pages.dispatches import TEXTS, write_dispatches, write_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHILE_AGO = 1_700_000_000


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True, upkeep=False) as opened:
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = write_dispatches(tmp_path / "inbox")
    for path in folder.iterdir():
        rest(path)
    return folder


def rest(path: Path) -> None:
    os.utime(path, (WHILE_AGO, WHILE_AGO))


def write(path: Path, text: str = "words") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    rest(path)
    return path


def fresh(watched: WatchedFolders, *folders: Path) -> list[str]:
    return sorted(path.rpartition("/")[2] for path in watched.look(folders, Cancel()).fresh)


def take_in(watched: WatchedFolders, *folders: Path) -> ImportReport:
    return watched.take_in(watched.look(folders, Cancel()), ignore, Cancel())


def test_what_was_read_is_not_new_in_the_next_session(archive: Archive, inbox: Path) -> None:
    assert fresh(WatchedFolders(archive), inbox) == sorted(TEXTS)
    watched = WatchedFolders(archive)
    assert take_in(watched, inbox).count(Outcome.IMPORTED) == 3
    assert fresh(watched, inbox) == []
    assert fresh(WatchedFolders(archive), inbox) == []


def test_a_failure_is_not_new_until_the_file_has_changed(archive: Archive, inbox: Path) -> None:
    empty = write(inbox / "empty.txt", "")
    assert take_in(WatchedFolders(archive), inbox).count(Outcome.FAILED) == 1
    assert fresh(WatchedFolders(archive), inbox) == []
    write(empty, TEXTS["ministers.txt"])
    assert fresh(WatchedFolders(archive), inbox) == ["empty.txt"]


def test_a_file_of_the_same_size_and_time_of_writing_is_told_from_the_one_before(
    archive: Archive, inbox: Path
) -> None:
    watched = WatchedFolders(archive)
    take_in(watched, inbox)
    before = inbox / "ministers.txt"
    write(inbox / "new", before.read_text(encoding="utf-8").replace("PARIS", "MILAN"))
    (inbox / "new").replace(before)
    assert fresh(watched, inbox) == ["ministers.txt"]


def test_what_is_still_being_written_waits(archive: Archive, tmp_path: Path) -> None:
    inbox = write_dispatches(tmp_path / "inbox")
    look = WatchedFolders(archive).look([inbox], Cancel())
    assert look.fresh == {}
    assert look.restless


def test_a_clock_that_is_ahead_keeps_no_file_out(
    archive: Archive, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = time.time() + 86_400
    os.utime(inbox / "ministers.txt", (ahead, ahead))
    watched = WatchedFolders(archive)
    assert "ministers.txt" not in fresh(watched, inbox)
    assert "ministers.txt" not in fresh(watched, inbox)
    later = time.monotonic() + index.watched.SETTLE_SECONDS
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert "ministers.txt" in fresh(watched, inbox)


def test_unfinished_downloads_and_companions_of_pages_are_left_out(
    archive: Archive, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    for name in ("page.html", "page_files/style.css", "story.txt.part", "a.crdownload", ".b.txt"):
        write(inbox / name)
    assert fresh(WatchedFolders(archive), inbox) == ["page.html"]


def test_folders_below_and_within_one_another_are_walked_once(
    archive: Archive, inbox: Path
) -> None:
    write(inbox / "below" / "deep.txt")
    (inbox / "below" / "loop").symlink_to(inbox)
    look = WatchedFolders(archive).look([inbox / "below", inbox, inbox], Cancel())
    assert len(look.fresh) == 4
    assert look.troubles == {}
    assert set(look.entered) == {str(inbox / "below"), str(inbox / "below" / "loop")}


def test_troubles_are_told_apart(
    archive: Archive, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing, closed = tmp_path / "missing", tmp_path / "closed"
    closed.mkdir()
    of_archive = archive.folder / "backups"
    of_archive.mkdir(exist_ok=True)
    listed = os.listdir

    def refuse(path: str) -> list[str]:
        if path == str(closed):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    folders = [missing, closed, archive.folder, of_archive, inbox]
    look = WatchedFolders(archive).look(folders, Cancel())
    assert look.troubles == {
        missing: FolderTrouble.MISSING,
        closed: FolderTrouble.UNREADABLE,
        archive.folder: FolderTrouble.ARCHIVE,
        of_archive: FolderTrouble.ARCHIVE,
    }
    assert len(look.fresh) == 3


def test_a_folder_that_was_away_is_not_read_again(archive: Archive, inbox: Path) -> None:
    watched = WatchedFolders(archive)
    take_in(watched, inbox)
    away = inbox.rename(inbox.with_name("away"))
    assert watched.look([inbox], Cancel()).troubles == {inbox: FolderTrouble.MISSING}
    away.rename(inbox)
    assert fresh(watched, inbox) == []


def test_files_that_the_system_refused_are_tried_again_a_few_times(
    archive: Archive, inbox: Path
) -> None:
    watched = WatchedFolders(archive)
    look = watched.look([inbox], Cancel())
    away = inbox.rename(inbox.with_name("away"))  # a disk is taken out
    assert watched.take_in(look, ignore, Cancel()).count(Outcome.FAILED) == 3
    away.rename(inbox)
    for _ in range(2):
        look = WatchedFolders(archive).look([inbox], Cancel())
        assert len(look.fresh) == 3
        inbox.rename(away)
        watched.take_in(look, ignore, Cancel())
        away.rename(inbox)
    assert fresh(WatchedFolders(archive), inbox) == []


def test_of_a_cancelled_import_only_what_has_its_outcome_is_remembered(
    archive: Archive, tmp_path: Path
) -> None:
    inbox = write_many(tmp_path / "inbox", 300)
    for path in inbox.iterdir():
        rest(path)
    watched, cancel = WatchedFolders(archive), Cancel()
    report = watched.take_in(
        watched.look([inbox], Cancel()),
        lambda progress: cancel() if progress.done else None,
        cancel,
    )
    assert report.cancelled
    assert len(fresh(WatchedFolders(archive), inbox)) == 300 - len(report.items) + 1


def test_a_record_restored_from_a_backup_misses_nothing(
    archive: Archive, inbox: Path, tmp_path: Path
) -> None:
    late = write(tmp_path / "late.txt", TEXTS["ministers.txt"].replace("PARIS", "MILAN"))
    take_in(WatchedFolders(archive), inbox)
    archive.backup(tmp_path / "backup.sqlite3")
    shutil.move(late, inbox / "late.txt")
    take_in(WatchedFolders(archive), inbox)
    assert fresh(WatchedFolders(archive), inbox) == []
    archive.close()
    for path in archive.folder.glob("archive.sqlite3*"):
        path.unlink()
    shutil.copy(tmp_path / "backup.sqlite3", archive.folder / "archive.sqlite3")
    with Archive.open(archive.folder, upkeep=False) as restored:
        assert fresh(WatchedFolders(restored), inbox) == ["late.txt"]


def test_an_import_that_has_not_ended_vouches_for_nothing(archive: Archive) -> None:
    batch = archive.imports.begin(["inbox"])
    assert archive.imports.ended() == ()
    archive.imports.finish(batch)
    assert len(archive.imports.ended()) == 1


@pytest.mark.parametrize("left", [b"", b"\xff\xfe", FORMAT.encode(), b"something else\n1 2\n"])
def test_a_lost_memory_costs_a_second_reading_and_no_more(
    archive: Archive, inbox: Path, left: bytes
) -> None:
    take_in(WatchedFolders(archive), inbox)
    (archive.folder / NAME).write_bytes(left)
    report = take_in(WatchedFolders(archive), inbox)
    assert report.count(Outcome.DUPLICATE) == 3


def test_the_memory_names_no_file(archive: Archive, inbox: Path) -> None:
    take_in(WatchedFolders(archive), inbox)
    kept = (archive.folder / NAME).read_text(encoding="ascii")
    assert len(kept.splitlines()) == 6
    assert "ministers" not in kept


def test_an_empty_mount_point_is_no_empty_folder(
    archive: Archive, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted, really = {str(inbox)}, os.path.ismount
    monkeypatch.setattr(os.path, "ismount", lambda at: str(at) in mounted or really(at))
    watched = WatchedFolders(archive)
    take_in(watched, inbox)
    share = inbox.rename(inbox.with_name("share"))  # it is taken away, and its place is left
    inbox.mkdir()
    mounted.clear()
    away = {inbox: FolderTrouble.UNREACHABLE}
    assert watched.look([inbox], Cancel()).troubles == away
    again = WatchedFolders(archive)
    assert again.look([inbox], Cancel()).troubles == away
    assert again.remembers(inbox)
    inbox.rmdir()
    share.rename(inbox)
    mounted.add(str(inbox))
    look = again.look([inbox], Cancel())
    assert (look.troubles, look.fresh) == ({}, {})


def test_a_folder_that_somebody_has_emptied_is_in_no_trouble(archive: Archive, inbox: Path) -> None:
    watched = WatchedFolders(archive)
    take_in(watched, inbox)
    for path in inbox.iterdir():
        path.unlink()
    assert watched.look([inbox], Cancel()).troubles == {}


def test_a_share_that_gives_no_answer_holds_up_the_others_once(
    archive: Archive, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "share"
    write(share / "late.txt", TEXTS["ministers.txt"].replace("PARIS", "MILAN"))
    answers, asked, listed = threading.Event(), [], os.listdir

    def hang(path: str) -> list[str]:
        if path == str(share):
            asked.append(path)
            answers.wait(60)
        return listed(path)

    monkeypatch.setattr(os, "listdir", hang)
    monkeypatch.setattr(index.surveys, "PATIENCE_SECONDS", 0.2)
    watched = WatchedFolders(archive)
    for _ in range(2):
        look = watched.look([share, inbox], Cancel())
        assert look.troubles == {share: FolderTrouble.SILENT}
        assert len(look.fresh) == 3
    assert len(asked) == 1
    monkeypatch.setattr(index.surveys, "PATIENCE_SECONDS", 60.0)
    answers.set()
    while (
        FolderTrouble.SILENT in (look := watched.look([share, inbox], Cancel())).troubles.values()
    ):
        pass
    assert look.troubles == {}
    assert len(look.fresh) == 4
