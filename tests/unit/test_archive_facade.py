"""The one door to an archive."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import (
    AccessionNumber,
    Archive,
    ArchiveHeld,
    ArchiveMissing,
    ArchiveTooNew,
    Change,
    Outcome,
    PassageNotFound,
    Query,
    ReadOnlyArchive,
    Span,
    UnknownDispatch,
    default_archive_folder,
)
from index.archive import ENVIRONMENT
from tests.doubles import wire


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as opened:
        yield opened


def take_in(archive: Archive, folder: Path, count: int) -> list[AccessionNumber]:
    wire.write(folder, count)
    report = archive.import_([folder])
    assert archive.settle(timeout=60)
    return [item.id for item in report.items if item.id is not None]


def test_what_is_imported_is_found(archive: Archive, tmp_path: Path) -> None:
    ids = take_in(archive, tmp_path / "in", 3)
    results = archive.search("committee")
    assert sorted(results.ids) == ids
    assert archive.index_state is None
    assert list(archive.search(Query("flaggers")).ids) == [ids[1]]
    assert archive.search('"trusted flaggers"').page(0, 1)[0].snippet.hits


def test_hits_and_completions_come_from_the_index(archive: Archive, tmp_path: Path) -> None:
    (first, _) = take_in(archive, tmp_path / "in", 2)
    hits = archive.highlights("committee", first)
    body = archive.dispatches.get(first).dispatch.body
    assert [body[span.start : span.end].lower() for span in hits.body] == ["committee"]
    assert archive.complete("commit") == ["committee"]


def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        (number,) = take_in(archive, tmp_path / "in", 1)
        concept, _ = archive.codebook.create("Rules")
        archive.tags.add([number], [concept])
        archive.annotations.add(number, 0, 3, note="first words")
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.tags.of([number]) == {number: (concept,)}
        assert archive.annotations.of(number)[0].note == "first words"
        assert list(archive.search("note:words").ids) == [number]
        assert list(archive.search("tag:rules").ids) == [number]
        assert archive.index_state is None


def test_trashing_can_be_undone_and_redone(archive: Archive, tmp_path: Path) -> None:
    (number,) = take_in(archive, tmp_path / "in", 1)
    change = archive.dispatches.trash([number])
    archive.settle()
    assert archive.search("committee").summary.total == 0
    undone = archive.revert(change)
    archive.settle()
    assert list(archive.search("committee").ids) == [number]
    archive.revert(undone)
    archive.settle()
    assert archive.search("committee").summary.total == 0


def test_a_correction_is_found_by_its_new_words(archive: Archive, tmp_path: Path) -> None:
    (number,) = take_in(archive, tmp_path / "in", 1)
    archive.dispatches.correct(number, "headline", "Zirconium report")
    archive.settle()
    assert list(archive.search("zirconium").ids) == [number]


def test_observers_hear_of_changes_until_they_leave(archive: Archive) -> None:
    heard: list[Change] = []
    leave = archive.on_change(heard.append)
    archive.codebook.create("Rules")
    leave()
    archive.codebook.create("Technology")
    assert [change.kind for change in heard] == ["create-concept"]


def test_observers_hear_of_the_index(archive: Archive, tmp_path: Path) -> None:
    in_step = threading.Event()
    stages: list[str] = []

    def listen(state: object) -> None:
        stages.append(getattr(state, "stage", "in step"))
        if state is None:
            in_step.set()

    wire.write(tmp_path / "in", 5)
    leave = archive.on_progress(listen)
    archive.import_([tmp_path / "in"])
    assert in_step.wait(60)
    leave()
    assert stages[-1] == "in step"


def test_a_passage_is_found_by_its_words(archive: Archive, tmp_path: Path) -> None:
    (number,) = take_in(archive, tmp_path / "in", 1)
    body = archive.dispatches.get(number).dispatch.body
    first = archive.passage(number, "concerns")
    second = archive.passage(number, "concerns", occurrence=2)
    assert body[first.start : first.end] == body[second.start : second.end] == "concerns"
    assert first.start < second.start
    assert first == Span(body.index("concerns"), body.index("concerns") + len("concerns"))


@pytest.mark.parametrize(
    ("exact", "occurrence"), [("nowhere to be read", 1), ("autumn", 2), ("", 1)]
)
def test_a_passage_that_is_not_there_says_so(
    archive: Archive, tmp_path: Path, exact: str, occurrence: int
) -> None:
    (number,) = take_in(archive, tmp_path / "in", 1)
    with pytest.raises(PassageNotFound):
        archive.passage(number, exact, occurrence=occurrence)


def test_an_unknown_dispatch_says_so(archive: Archive) -> None:
    with pytest.raises(UnknownDispatch):
        archive.highlights("x", AccessionNumber(7))


def test_the_welcome_dispatches_are_samples_with_a_codebook(archive: Archive) -> None:
    report = archive.import_samples()
    assert report.count(Outcome.FAILED) == 0
    assert report.count(Outcome.NEW_VERSION) == 2
    assert all(archive.dispatches.get(number).sample for number in archive.dispatches.ids())
    assert any(use.path == ("Rules", "Age verification") for use in archive.codebook.all())
    again = archive.import_samples()
    assert again.count(Outcome.DUPLICATE) == len(again.items) == len(report.items)


def test_stats_count_the_index_too(archive: Archive, tmp_path: Path) -> None:
    take_in(archive, tmp_path / "in", 4)
    stats = archive.stats()
    assert (stats.dispatches, stats.originals, stats.indexed) == (4, 4, 4)


def test_a_backup_restores_to_the_same_state(archive: Archive, tmp_path: Path) -> None:
    (number,) = take_in(archive, tmp_path / "in", 1)
    archive.annotations.add(number, 0, 3, note="kept")
    archive.backup(tmp_path / "copy.sqlite3")
    assert Archive.restore(tmp_path / "copy.sqlite3", tmp_path / "other") is None
    with Archive.open(tmp_path / "other") as other:
        assert other.dispatches.get(number) == archive.dispatches.get(number)
        assert other.annotations.of(number) == archive.annotations.of(number)
        other.settle()
        assert list(other.search("committee").ids) == [number]


# --- who may open it --------------------------------------------------------------------------


def test_a_second_window_is_told_who_holds_the_archive(archive: Archive) -> None:
    with pytest.raises(ArchiveHeld) as told:
        Archive.open(archive.folder)
    assert f"process {os.getpid()}" in str(told.value)


def test_a_second_window_may_read(archive: Archive, tmp_path: Path) -> None:
    ids = take_in(archive, tmp_path / "in", 2)
    with Archive.open(archive.folder, read_only=True) as reader:
        assert reader.read_only
        assert sorted(reader.search("committee").ids) == ids
        with pytest.raises(ReadOnlyArchive):
            reader.codebook.create("Rules")


def test_there_has_to_be_an_archive_unless_one_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing):
        Archive.open(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_a_newer_archive_is_left_untouched(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    Archive.open(folder, create=True, upkeep=False).close()
    connection = sqlite3.connect(folder / "archive.sqlite3")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(ArchiveTooNew):
        Archive.open(folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_closing_twice_is_fine_and_lets_go(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "archive", create=True)
    archive.close()
    archive.close()
    Archive.open(tmp_path / "archive").close()


def test_the_environment_names_the_default_archive(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path))
    assert default_archive_folder() == tmp_path
    monkeypatch.delenv(ENVIRONMENT)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert default_archive_folder().name == "archive"


def test_importing_the_package_loads_nothing_heavy() -> None:
    script = "import sys, index; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    heavy = {"numpy", "whoosh", "lxml", "sqlite3", "multiprocessing", "argparse", "PySide6"}
    assert heavy.isdisjoint(done.stdout.split())
