from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import UnreadableInput
from index.intake.sources import Input, Unreadable, expand, printable


def walked(*paths: Path) -> list[str]:
    return [Path(each.path).name for each in expand(paths) if isinstance(each, Input)]


def refused(*paths: Path) -> list[Unreadable]:
    return [each for each in expand(paths) if isinstance(each, Unreadable)]


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", encoding="utf-8")


def test_folders_are_walked_by_name_at_every_level(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.txt", "a/y.txt", "c.txt")
    assert walked(tmp_path) == ["y.txt", "z.txt", "b.txt", "c.txt"]


def test_files_come_in_the_order_they_are_named(tmp_path: Path) -> None:
    make(tmp_path, "one.txt", "two.txt")
    assert walked(tmp_path / "two.txt", tmp_path / "one.txt") == ["two.txt", "one.txt"]


def test_the_users_spelling_of_a_path_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "wire/one.txt")
    monkeypatch.chdir(tmp_path)
    assert [each.path for each in expand(["wire"])] == [str(Path("wire") / "one.txt")]


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.txt",
        "~$letter.docx",
        ".~lock.letter.odt#",
        "letter.txt~",
        "Thumbs.db",
        ".git/config",
    ],
)
def test_hidden_files_and_locks_are_left_out_of_folders(tmp_path: Path, name: str) -> None:
    make(tmp_path, name, "seen.txt")
    assert walked(tmp_path) == ["seen.txt"]


def test_a_hidden_file_that_is_named_is_taken(tmp_path: Path) -> None:
    make(tmp_path, ".hidden.txt")
    assert walked(tmp_path / ".hidden.txt") == [".hidden.txt"]


@pytest.mark.parametrize("companion", ["Story_files", "Story_fichiers", "story-Dateien"])
def test_the_companion_folder_of_a_saved_page_is_left_out(tmp_path: Path, companion: str) -> None:
    make(tmp_path, "Story.html", f"{companion}/script.js", "Other_files/kept.txt")
    assert walked(tmp_path) == ["kept.txt", "Story.html"]


def test_an_archive_is_not_imported_into_itself(tmp_path: Path) -> None:
    make(tmp_path, "archive/archive.sqlite3", "archive/whoosh/built.json", "one.txt")
    assert walked(tmp_path) == ["one.txt"]


def test_links_that_form_a_ring_end(tmp_path: Path) -> None:
    make(tmp_path, "a/one.txt")
    (tmp_path / "a" / "ring").symlink_to(tmp_path, target_is_directory=True)
    assert walked(tmp_path) == ["one.txt"]


def test_a_linked_file_is_followed(tmp_path: Path) -> None:
    make(tmp_path, "elsewhere/one.txt")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "elsewhere" / "one.txt")
    assert walked(folder) == ["link.txt"]


def test_what_has_gone_is_reported_and_the_rest_is_walked(tmp_path: Path) -> None:
    make(tmp_path, "one.txt")
    (gone,) = refused(tmp_path / "gone.txt", tmp_path)
    assert isinstance(gone.error, UnreadableInput)
    assert "No such file" in str(gone.error)
    assert walked(tmp_path / "gone.txt", tmp_path) == ["one.txt"]


def test_a_dangling_link_in_a_folder_is_reported(tmp_path: Path) -> None:
    make(tmp_path, "one.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert [Path(each.path).name for each in refused(tmp_path)] == ["link.txt"]
    assert walked(tmp_path) == ["one.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (pipe,) = refused(tmp_path)
    assert "no ordinary file" in str(pipe.error)


def test_an_unreadable_folder_is_reported(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    make(locked, "one.txt")
    locked.chmod(0)
    try:
        if os.access(locked, os.R_OK):
            pytest.skip("this user may read everything")
        (entry,) = refused(tmp_path)
    finally:
        locked.chmod(0o700)
    assert "Permission denied" in str(entry.error)


def test_a_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    name = os.fsdecode(b"d\xe9p\xeache.txt")
    try:
        (tmp_path / name).write_text("words", encoding="utf-8")
    except OSError:
        pytest.skip("the file system wants UTF-8 names")
    (entry,) = expand([tmp_path])
    assert printable(entry.path).endswith(r"d\xe9p\xeache.txt")
    printable(entry.path).encode()
