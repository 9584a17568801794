"""Watched folders: what comes, changes and goes there, and what the window says of it."""

from __future__ import annotations

import os
import shutil
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

import desktop.watching
from desktop.dialogs.watched_folders import WatchedFoldersDialog
from index import Archive, FolderLook, FolderTrouble, Query, StorageFull, WatchedFolders
from tests.pages.dispatches import write_dispatches, write_many
from tests.pages.window import LONG, WindowPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.journeys.conftest import OpenWindow

OMBUDSMAN = (
    "Ombudsman asks for a register\n\nVIENNA, Oct 1, 2024 (AP) - An ombudsman asked for a public "
    "register of risk assessments that platforms have filed with the regulator.\n"
)
CAME_IN = "3 dispatches came in from watched folders"


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look soon again, so that no test has to wait for the calm."""
    monkeypatch.setattr(desktop.watching, "CALM_MS", 100)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with three dispatches that nobody writes to any more."""
    folder = write_dispatches(tmp_path / "watched")
    for path in folder.iterdir():
        let_rest(path)
    return folder


def let_rest(path: Path) -> None:
    """Give a file the age of one that nobody writes to any more."""
    while_ago = time.time() - 60
    os.utime(path, (while_ago, while_ago))


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    let_rest(path)


def held(window: WindowPage) -> int:
    return len(window.desk.session.archive.dispatches.ids())


def batches(window: WindowPage) -> int:
    return len(window.desk.session.archive.imports.all())


@contextmanager
def something_comes_in(window: WindowPage) -> Iterator[None]:
    with window.bot.waitSignal(window.desk.watching.taken_in, timeout=LONG):
        yield


def look(window: WindowPage) -> None:
    """Wait for two whole looks: the first may have begun before the last change."""
    for _ in range(2):
        with window.bot.waitSignal(window.desk.watching.looked, timeout=LONG):
            pass
    window.until(lambda: window.desk.jobs.running is None)


def watch(window: WindowPage, *folders: Path) -> None:
    with something_comes_in(window):
        window.desk.watching.watch(folders)


def dialog(window: WindowPage) -> WatchedFoldersDialog:
    window.trigger("watch-folders")
    found = window.dialog("watched-folders")
    assert isinstance(found, WatchedFoldersDialog)
    return found


def test_new_files_come_in_by_themselves(window: WindowPage, place: Path) -> None:
    assert window.desk.watching.folders == ()
    chosen = dialog(window)
    chosen.add(place)
    with something_comes_in(window):
        chosen.accept()
    assert held(window) == 3
    assert window.messages == [CAME_IN]
    with something_comes_in(window):
        write(place / "late.txt", OMBUDSMAN)
    assert held(window) == 4
    deeper = place / "later" / "still"
    with something_comes_in(window):
        deeper.mkdir(parents=True)
        write(deeper / "deep.txt", OMBUDSMAN.replace("VIENNA", "GRAZ").replace("public", "open"))
    assert held(window) == 5


def test_a_file_written_again_in_its_place_is_read_again(window: WindowPage, place: Path) -> None:
    watch(window, place)
    with something_comes_in(window):
        write(place / "ministers.txt", OMBUDSMAN)
    assert held(window) == 4


def test_a_start_with_nothing_new_reads_nothing(open_window: OpenWindow, place: Path) -> None:
    write(place / "nothing.txt", "")
    first = open_window()
    watch(first, place)
    assert first.messages == [CAME_IN]
    count = batches(first)
    first.close()
    again = open_window()
    look(again)
    assert batches(again) == count
    assert again.messages == []


def test_what_only_failed_is_told_as_such_and_once(open_window: OpenWindow, tmp_path: Path) -> None:
    place = tmp_path / "watched"
    place.mkdir()
    write(place / "nothing.txt", "")
    first = open_window()
    watch(first, place)
    assert first.messages == ["1 file in watched folders could not be read"]
    first.press(first.window.messages, "watched-report")
    first.dialog("import-report").close()
    first.close()
    again = open_window()
    look(again)
    assert again.messages == []
    with something_comes_in(again):
        write(place / "nothing.txt", OMBUDSMAN)
    assert held(again) == 1


def test_a_folder_that_vanishes_is_told_once_and_its_return_is_noticed(
    window: WindowPage, place: Path
) -> None:
    watch(window, place)
    away = place.rename(place.with_name("elsewhere"))
    missing = f"1 watched folder cannot be found: {place}"
    window.until(lambda: missing in window.messages)
    look(window)
    assert window.messages.count(missing) == 1
    window.press(window.window.messages, "watched-folders")
    shown = window.dialog("watched-folders")
    assert isinstance(shown, WatchedFoldersDialog)
    assert shown.list.item(0).text() == f"{place} – not found"
    look(window)
    assert missing not in window.messages  # its button took it away

    write(away / "late.txt", OMBUDSMAN)
    with something_comes_in(window):
        away.rename(place)
    assert f"1 watched folder can be read again: {place}" in window.messages
    assert shown.list.item(0).text() == str(place)
    assert shown.folders == (place,)
    assert held(window) == 4
    assert batches(window) == 2
    shown.reject()


def test_a_folder_missing_at_the_start_is_told(open_window: OpenWindow, place: Path) -> None:
    first = open_window()
    watch(first, place)
    first.close()
    shutil.rmtree(place)
    again = open_window()
    again.until(lambda: bool(again.messages))
    assert again.messages == [f"1 watched folder cannot be found: {place}"]


def test_the_files_of_an_archive_are_never_taken_in(window: WindowPage, place: Path) -> None:
    parent = window.folder.parent
    inbox = parent / "inbox"
    shutil.copytree(place, inbox)
    watch(window, parent)
    look(window)
    assert held(window) == 3
    paths = [path for batch in window.desk.session.archive.imports.all() for path in batch.paths]
    assert str(inbox / "ministers.txt") in paths
    assert not [path for path in paths if path.startswith(str(window.folder))]
    told_of = window.desk.watching.system_watched
    assert str(inbox) in told_of
    assert not [each for each in told_of if each.startswith(str(window.folder))]


def test_the_folder_of_an_archive_is_not_listed(window: WindowPage) -> None:
    shown = dialog(window)
    shown.add(window.folder)
    assert shown.folders == ()
    note = shown.findChild(QLabel, "watched-note")
    assert note is not None
    assert note.isVisible()
    assert str(window.folder) in note.text()
    shown.reject()


def test_an_empty_list_says_so_and_a_long_path_hides_no_trouble(
    window: WindowPage, tmp_path: Path
) -> None:
    shown = dialog(window)
    assert shown.note.text() == "No folder is watched."
    deep = tmp_path.joinpath(*["legislative monitoring"] * 8)
    shown.add(deep)
    assert shown.note.isHidden()
    shown.show_troubles({deep: FolderTrouble.MISSING})
    item = shown.list.item(0)
    assert item.text().endswith(" – not found")
    assert item.toolTip() == str(deep)
    assert shown.list.textElideMode() is Qt.TextElideMode.ElideMiddle
    assert not shown.list.horizontalScrollBar().isVisible()
    shown.reject()


def test_what_was_put_into_the_trash_does_not_come_again(
    open_window: OpenWindow, place: Path
) -> None:
    first = open_window()
    watch(first, place)
    archive = first.desk.session.archive
    archive.dispatches.trash(archive.dispatches.ids())
    first.close()
    (first.folder / "watched.seen").unlink()  # so that all is read again
    again = open_window()
    again.until(lambda: batches(again) == 2)
    again.until(lambda: again.desk.jobs.running is None)
    assert held(again) == 0
    assert again.messages == []


def test_after_a_cancel_nothing_is_looked_at_until_the_user_goes_on(
    window: WindowPage, tmp_path: Path
) -> None:
    place = write_many(tmp_path / "watched", 600)
    for path in place.iterdir():
        let_rest(path)
    watching = window.desk.watching
    with window.bot.waitSignal(watching.taken_in, timeout=LONG):
        watching.watch([place])
        window.until(lambda: held(window) > 0)
        assert window.desk.jobs.running is not None
        window.desk.jobs.running.cancel()
    assert watching.paused
    partly = held(window)
    assert 0 < partly < 600
    with something_comes_in(window):
        window.press(window.window.messages, "watched-go-on")
    assert not watching.paused
    assert held(window) == 600
    newest, _ = window.desk.session.archive.imports.all()
    assert len(newest.paths) <= 601 - partly  # what had its outcome was not read again


def test_after_a_failure_nothing_is_looked_at_until_the_user_goes_on(
    window: WindowPage, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> NoReturn:
        raise StorageFull(folder=window.folder, detail="disk full")

    with monkeypatch.context() as full:
        full.setattr(WatchedFolders, "take_in", refuse)
        window.desk.watching.watch([place])
        window.until(lambda: window.desk.watching.paused)
    assert len(window.messages) == 2
    with something_comes_in(window):
        window.press(window.window.messages, "watched-go-on")
    assert held(window) == 3


def test_a_share_that_hangs_does_not_keep_the_window_open(
    open_window: OpenWindow, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, asked = threading.Event(), threading.Event()

    def hang(*_asked: object) -> FolderLook:
        asked.set()
        answered.wait(LONG / 1000)
        return FolderLook()

    monkeypatch.setattr(WatchedFolders, "look", hang)
    monkeypatch.setattr(desktop.watching, "CLOSING_SECONDS", 0.1)
    window = open_window()
    window.desk.watching.watch([place])
    assert asked.wait(LONG / 1000)
    (left_behind,) = [each for each in threading.enumerate() if each.name == "watched folders"]
    window.close()
    assert not window.window.isVisible()
    assert left_behind.is_alive()
    answered.set()
    left_behind.join(LONG / 1000)
    assert not left_behind.is_alive()


def test_an_archive_that_is_only_read_takes_nothing_in(
    open_window: OpenWindow, place: Path
) -> None:
    first = open_window()
    watch(first, place)
    write(place / "late.txt", OMBUDSMAN)
    first.close()
    with Archive.open(first.folder):
        second = open_window()
        second.press(second.window.problem, "open-read-only")
        second.until(lambda: second.program.desk is not None)
        assert second.desk.session.archive.read_only
        second.desk.watching.look()
        assert second.desk.watching.system_watched == ()
        assert second.desk.jobs.running is None
        second.close()


def test_a_folder_that_is_watched_no_more_is_left_alone(window: WindowPage, place: Path) -> None:
    watch(window, place)
    shown = dialog(window)
    remove = shown.findChild(QPushButton, "watched-remove")
    assert remove is not None
    remove.click()
    with window.bot.waitSignal(window.desk.watching.looked, timeout=LONG):
        shown.accept()
    assert window.desk.watching.folders == ()
    assert window.desk.watching.system_watched == ()


def test_folders_are_watched_for_their_own_archive_only(
    open_window: OpenWindow, own_folders: Path, place: Path
) -> None:
    first = open_window()
    watch(first, place)
    first.close()
    other = open_window(own_folders / "other")
    assert other.desk.watching.folders == ()
    other.close()
    (own_folders / "alias").symlink_to(first.folder)
    again = open_window(own_folders / "alias")
    assert again.desk.watching.folders == (place,)
    look(again)
    assert batches(again) == 1


def test_an_archive_that_was_moved_offers_its_folders_again(
    open_window: OpenWindow, own_folders: Path, place: Path
) -> None:
    first = open_window()
    watch(first, place)
    first.close()
    before, now = first.folder, own_folders / "elsewhere"
    before.rename(now)
    again = open_window(now)
    again.until(lambda: bool(again.messages))
    assert again.messages == ["This archive has moved: 1 folder is not watched"]
    watching = again.desk.watching
    assert not watching.folders
    again.press(again.window.messages, "watch-again")
    assert again.desk.watching.folders == (place,)
    look(again)
    assert batches(again) == 1
    again.close()
    last = open_window(now)
    look(last)
    assert last.messages == []
    assert last.program.settings.now.watched == ((str(now), str(place)),)


def test_the_folders_of_another_archive_are_not_offered(
    open_window: OpenWindow, own_folders: Path, place: Path
) -> None:
    first = open_window()
    watch(first, place)
    first.close()
    shutil.rmtree(first.folder)
    other = open_window(own_folders / "other")
    assert other.messages == []


def test_rules_are_offered_for_what_came_in(window: WindowPage, place: Path) -> None:
    archive = window.desk.session.archive
    concept, _ = archive.codebook.create("Regulators")
    archive.rules.add("Ofcom", concept, Query("ofcom"))
    watch(window, place)
    assert window.messages == [CAME_IN, "Your rules have not run on what was just imported"]
