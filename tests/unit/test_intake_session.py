"""Whole imports, with the real parsers, into a real store."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import (
    EmptyInput,
    InputTooLarge,
    NotText,
    ReadOnlyArchive,
    UnreadableInput,
)
from index.intake import recording
from index.intake.session import Options, import_paths, resume_import
from index.intake.worker import Setup
from index.limits import Limits
from index.reports import Cancel, ImportReport, Outcome, Progress
from index.store import Store
from tests.doubles import wire

OBEDIENT = Setup(Limits(seconds=3.0), "tests.doubles.parsers")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def _noise(size: int) -> bytes:
    """Return bytes that are no text in any encoding."""
    return b"".join(hashlib.sha256(bytes([at % 256])).digest() for at in range(size // 32))


def outcomes(report: ImportReport) -> list[tuple[str, str]]:
    return [(Path(item.path).name, str(item.outcome)) for item in report.items]


def test_a_dispatch_is_recorded_with_its_provenance(store: Store, folder: Path) -> None:
    (path,) = wire.write(folder, 1)
    (item,) = import_paths(store, [path]).items
    assert item.outcome is Outcome.IMPORTED
    assert item.id is not None
    held = store.dispatches.get(item.id)
    assert held.dispatch.headline == item.headline == "Committee 0 weighs age verification"
    assert held.provenance.path == str(path)
    assert held.provenance.size == path.stat().st_size
    assert held.provenance.media_type == "text/plain"
    assert held.provenance.imported is not None
    assert store.dispatches.original(item.id) == path.read_bytes()


def test_the_same_folder_again_adds_nothing_and_says_so(store: Store, folder: Path) -> None:
    wire.write(folder, 5)
    first = import_paths(store, [folder])
    again = import_paths(store, [folder])
    assert first.count(Outcome.IMPORTED) == again.count(Outcome.DUPLICATE) == 5
    assert [item.id for item in again.items] == [item.id for item in first.items]
    assert [item.headline for item in again.items] == [item.headline for item in first.items]
    assert store.corpus.count() == 5


def test_the_same_words_in_another_file_are_a_duplicate(store: Store, folder: Path) -> None:
    (path,) = wire.write(folder, 1)
    (folder / "copy.txt").write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    report = import_paths(store, [folder])
    assert outcomes(report) == [("00000.txt", "imported"), ("copy.txt", "duplicate")]
    assert report.items[0].id == report.items[1].id


def test_a_duplicate_of_a_trashed_dispatch_says_so(store: Store, folder: Path) -> None:
    wire.write(folder, 1)
    (item,) = import_paths(store, [folder]).items
    assert item.id is not None
    store.dispatches.trash([item.id])
    (again,) = import_paths(store, [folder]).items
    assert again.outcome is Outcome.DUPLICATE
    assert again.warnings == (recording.IN_TRASH,)


def test_bad_input_has_its_reason_and_stops_nothing(store: Store, folder: Path) -> None:
    wire.write(folder, 2)
    (folder / "a_empty.txt").write_bytes(b"")
    (folder / "b_binary.txt").write_bytes(_noise(9000))
    (folder / "c_large.txt").write_bytes(b"word " * (5 << 20))
    (folder / "d_gone.txt").symlink_to(folder / "nowhere")
    report = import_paths(store, [folder])
    failed = {Path(i.path).name: type(i.error) for i in report.items if i.error}
    assert failed == {
        "a_empty.txt": EmptyInput,
        "b_binary.txt": NotText,
        "c_large.txt": InputTooLarge,
        "d_gone.txt": UnreadableInput,
    }
    assert report.count(Outcome.IMPORTED) == 2


def test_a_dry_run_shows_everything_and_stores_nothing(store: Store, folder: Path) -> None:
    (path, _) = wire.write(folder, 2)
    (folder / "copy.txt").write_bytes(path.read_bytes() + b"\n")
    before = (store.corpus.generation, store.imports.all())
    report = import_paths(store, [folder], Options(dry_run=True))
    assert outcomes(report) == [
        ("00000.txt", "imported"),
        ("00001.txt", "imported"),
        ("copy.txt", "duplicate"),
    ]
    assert report.dry_run
    assert all(item.dispatch is not None for item in report.items)
    assert (store.corpus.generation, store.imports.all()) == before


def test_progress_counts_to_the_end(store: Store, folder: Path) -> None:
    wire.write(folder, 3)
    seen: list[Progress] = []

    def listen(progress: Progress) -> None:
        seen.append(progress)

    import_paths(store, [folder], Options(listen=listen))
    assert (seen[-1].stage, seen[-1].done, seen[-1].total) == ("import", 3, 3)


def test_an_empty_folder_is_an_empty_report(store: Store, folder: Path) -> None:
    report = import_paths(store, [folder])
    assert report.items == ()
    assert not report.cancelled


def test_a_read_only_archive_takes_nothing_in(store: Store, folder: Path) -> None:
    wire.write(folder, 1)
    with Store.open(store.folder, read_only=True) as reader, pytest.raises(ReadOnlyArchive):
        import_paths(reader, [folder])


# --- cancelled, crashed, resumed --------------------------------------------------------------


def test_a_cancelled_import_keeps_what_it_has(store: Store, folder: Path) -> None:
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"headline {number}\nslow", encoding="utf-8")
    cancel = Cancel()
    asked: list[float] = []

    def stop_at_once(progress: Progress) -> None:
        if progress.done and not asked:
            asked.append(time.monotonic())
            cancel()

    options = Options(listen=stop_at_once, cancel=cancel, setup=OBEDIENT)
    report = import_paths(store, [folder], options)
    assert time.monotonic() - asked[0] < 1.0
    assert report.cancelled
    assert 0 < len(report.items) < 80
    assert store.corpus.count() == report.count(Outcome.IMPORTED) > 0


def test_a_cancelled_import_is_resumed_where_it_stopped(store: Store, folder: Path) -> None:
    names = [f"{number:02}.txt" for number in range(30)]
    for name in names:
        (folder / name).write_text(f"headline of {name}", encoding="utf-8")
    cancel = Cancel()

    def stop(progress: Progress) -> None:
        if progress.done:
            cancel()

    options = Options(listen=stop, cancel=cancel)
    setup = replace(OBEDIENT, limits=Limits(seconds=3.0))
    (folder / "10.txt").write_text("hang", encoding="utf-8")
    first = import_paths(store, [folder], replace(options, setup=setup))
    assert first.cancelled
    (folder / "10.txt").write_text("headline of 10.txt", encoding="utf-8")
    done = {item.path for item in first.items}
    for path in sorted(done)[:-1]:
        Path(path).unlink()  # whoever opened it again would report it as unreadable
    (batch,) = store.imports.unfinished()
    report = resume_import(store, batch, Options(setup=OBEDIENT))
    assert not report.cancelled
    assert outcomes(report) == [(name, "imported") for name in names]
    assert store.imports.unfinished() == ()
    assert store.imports.report(batch.id).items == report.items


def test_other_edits_go_on_during_an_import(store: Store, folder: Path) -> None:
    wire.write(folder, 300)
    working = threading.Thread(target=import_paths, args=(store, [folder]))
    working.start()
    made = 0
    while working.is_alive():
        store.codebook.create(f"concept {made}")
        made += 1
    assert store.corpus.count() == 300
    assert len(store.codebook.all()) == made > 0
