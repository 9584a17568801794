"""The derived index: lost, damaged, foreign, stopped; nothing of the record depends on it."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from index import Archive, Cancel, Progress, StorageFull, spawning
from index.indexing import building, child, upkeep
from index.indexing.places import IndexPlace
from index.search.manifest import Built
from tests.doubles import wire

COUNT = 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an archive with COUNT dispatches and a finished index, closed."""
    wire.write(tmp_path / "in", COUNT)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.import_([tmp_path / "in"])
        assert archive.settle(timeout=60)
    return tmp_path / "archive"


def found(archive: Archive) -> int:
    assert archive.settle(timeout=60)
    return archive.search("committee").summary.total


def damage_manifest(index: Path) -> None:
    (index / "built.json").write_text("{ not json", encoding="utf-8")


def damage_largest(index: Path) -> None:
    largest = max(index.iterdir(), key=lambda path: path.stat().st_size)
    raw = bytearray(largest.read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    largest.write_bytes(raw)


def lose_a_file(index: Path) -> None:
    max(index.iterdir(), key=lambda path: path.stat().st_size).unlink()


def test_a_deleted_index_is_built_again(folder: Path) -> None:
    shutil.rmtree(folder / "whoosh")
    with Archive.open(folder) as archive:
        assert found(archive) == COUNT


def test_an_index_deleted_while_open_is_built_again(folder: Path) -> None:
    with Archive.open(folder) as archive:
        assert found(archive) == COUNT
        shutil.rmtree(folder / "whoosh")
        archive.search("committee")
        assert found(archive) == COUNT


@pytest.mark.parametrize("damage", [damage_largest, lose_a_file])
def test_a_damaged_index_is_put_aside_and_built_again(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    damage(folder / "whoosh")
    with Archive.open(folder) as archive:
        assert found(archive) == COUNT
        assert archive.verify().faults == ()
    assert (folder / "whoosh.damaged-1").is_dir()


def test_an_index_without_a_seal_is_built_anew(folder: Path) -> None:
    damage_manifest(folder / "whoosh")
    with Archive.open(folder) as archive:
        assert found(archive) == COUNT


@pytest.mark.parametrize("damage", [damage_manifest, damage_largest])
def test_damage_while_open_is_mended_too(folder: Path, damage: Callable[[Path], None]) -> None:
    with Archive.open(folder) as archive:
        assert found(archive) == COUNT
        damage(folder / "whoosh")
        os.utime(folder / "whoosh" / "built.json")
        archive.search("committee")
        assert found(archive) == COUNT


def test_damage_is_what_verify_tells(folder: Path) -> None:
    damage_largest(folder / "whoosh")
    with Archive.open(folder, upkeep=False) as archive:
        (fault,) = archive.verify().faults
        assert fault.where == "index"


def test_only_the_last_damaged_indexes_are_kept(tmp_path: Path) -> None:
    place = IndexPlace(tmp_path)
    for _ in range(5):
        place.folder.mkdir()
        place.set_aside()
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == [f"whoosh.damaged-{number}" for number in (3, 4, 5)]
    assert place.set_aside() is None


def test_an_index_of_another_archive_is_not_believed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    wire.write(tmp_path / "few", 2, first=50)
    with Archive.open(other, create=True) as archive:
        archive.import_([tmp_path / "few"])
        assert found(archive) == 2
    shutil.rmtree(folder / "whoosh")
    shutil.copytree(other / "whoosh", folder / "whoosh")
    with Archive.open(folder) as archive:
        assert found(archive) == COUNT
    assert not (folder / "whoosh.damaged-1").exists()


def test_an_index_of_another_format_is_built_anew(folder: Path) -> None:
    built = Built.read(folder / "whoosh")
    assert built is not None
    replace(built, schema=0).write(folder / "whoosh")
    with Archive.open(folder) as archive:
        assert found(archive) == COUNT


def test_a_rebuild_tells_how_far_it_is(folder: Path) -> None:
    seen: list[Progress] = []

    def listen(progress: Progress) -> None:
        seen.append(progress)

    with Archive.open(folder, upkeep=False) as archive:
        assert archive.rebuild(listen)
        assert found(archive) == COUNT
    assert (seen[-1].stage, seen[-1].done, seen[-1].total) == ("rebuild", COUNT, COUNT)


def test_a_cancelled_rebuild_leaves_the_old_index(folder: Path) -> None:
    cancel = Cancel()
    cancel()
    with Archive.open(folder) as archive:
        assert not archive.rebuild(cancel=cancel)
        assert found(archive) == COUNT
    assert not (folder / "whoosh.new").exists()


def test_closing_stops_the_work_at_once(tmp_path: Path) -> None:
    wire.write(tmp_path / "in", 300)
    archive = Archive.open(tmp_path / "archive", create=True)
    archive.import_([tmp_path / "in"])
    began = time.monotonic()
    archive.close()
    assert time.monotonic() - began < 1.0
    with Archive.open(tmp_path / "archive") as again:
        assert again.settle(timeout=60)
        assert again.search("committee").summary.total == 300


def test_the_work_survives_the_death_of_its_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaths = _die(monkeypatch, times=2)
    shutil.rmtree(folder / "whoosh")
    with Archive.open(folder) as archive:
        assert found(archive) == COUNT
    assert deaths == [1, 1]


def test_work_that_cannot_be_done_is_told_and_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaths = _die(monkeypatch, times=3)
    shutil.rmtree(folder / "whoosh")
    with Archive.open(folder, upkeep=False) as archive:
        with pytest.raises(StorageFull):
            archive.settle(timeout=60)
        assert archive.index_state is not None
        assert archive.index_state.stage == upkeep.STALLED
        assert found(archive) == COUNT
        assert archive.index_state is None
    assert deaths == [1, 1, 1]


def _die(monkeypatch: pytest.MonkeyPatch, times: int) -> list[int]:
    """Have the first processes that write the index killed; return a list that counts them."""
    killed: list[int] = []
    await_answer = building.IndexingProcess._await

    def kill_first(self: building.IndexingProcess, *args: object) -> child.Outcome:
        if len(killed) < times:
            assert self._process is not None
            assert self._process.pid is not None
            os.kill(self._process.pid, signal.SIGKILL)
            killed.append(1)
        return await_answer(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(building.IndexingProcess, "_await", kill_first)
    return killed


# --- imports ----------------------------------------------------------------------------------


def test_what_pours_in_is_folded_before_it_is_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders: list[child.Order] = []
    carry_out = building.IndexingProcess.carry_out

    def note(self: building.IndexingProcess, order: child.Order, *rest: object) -> child.Outcome:
        orders.append(order)
        return carry_out(self, order, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(building.IndexingProcess, "carry_out", note)
    monkeypatch.setattr(upkeep, "_MOUTHFUL", 1)
    monkeypatch.setattr(upkeep, "_LONG_SECONDS", 60.0)
    deadline, more = time.monotonic() + 60, 0
    with Archive.open(folder) as archive:
        assert found(archive) == COUNT
        while child.Order.TAKE_IN not in orders and time.monotonic() < deadline:
            more += 1
            wire.write(tmp_path / f"in-{more}", 1, first=1000 + more)
            archive.import_([tmp_path / f"in-{more}"])
        assert found(archive) == COUNT + more
    assert orders[-1] is child.Order.CATCH_UP


def test_a_process_that_was_got_ready_for_nothing_ends_with_the_archive(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    spawn = spawning.spawn

    def note(name: str, *rest: object) -> SpawnProcess:
        process = spawn(name, *rest)  # type: ignore[arg-type]
        started.append((name, process))
        return process

    monkeypatch.setattr(spawning, "spawn", note)
    (tmp_path / "empty").mkdir()
    with Archive.open(folder, upkeep=False) as archive:
        archive.import_([tmp_path / "empty"], dry_run=True)
        assert started == []
        archive.import_([tmp_path / "empty"])
        ((name, process),) = started
        assert name == "dispatch-reader-indexer"
        assert process.is_alive()
    with pytest.raises(ValueError, match="closed"):
        process.is_alive()


# --- read-only archives -----------------------------------------------------------------------


def test_a_read_only_archive_uses_the_index_that_is_there(folder: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in (folder / "whoosh").iterdir())
    with Archive.open(folder, read_only=True) as archive:
        assert found(archive) == COUNT
    after = sorted((path, path.stat().st_mtime_ns) for path in (folder / "whoosh").iterdir())
    assert after == before


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return where private indexes are made."""
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setattr("index.indexing.places._MEMORY", memory)
    monkeypatch.setattr("index.indexing.upkeep._PATIENCE_SECONDS", 0.0)
    yield memory
    assert list(memory.iterdir()) == []


@pytest.mark.parametrize("harm", [shutil.rmtree, damage_largest, damage_manifest])
def test_a_read_only_archive_without_a_good_index_makes_its_own(
    folder: Path, private: Path, harm: Callable[[Path], None]
) -> None:
    harm(folder / "whoosh")
    before = sorted(folder.glob("whoosh*/*"))
    with Archive.open(folder, read_only=True) as archive:
        assert found(archive) == COUNT
        assert len(list(private.iterdir())) == 1
    assert sorted(folder.glob("whoosh*/*")) == before


# --- several threads --------------------------------------------------------------------------


def test_searches_from_many_threads_while_it_is_built(folder: Path) -> None:
    totals: list[int] = []

    def search(archive: Archive) -> None:
        totals.extend(archive.search("committee").summary.total for _ in range(10))

    with Archive.open(folder) as archive:
        threads = [threading.Thread(target=search, args=(archive,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        assert archive.rebuild()
        for thread in threads:
            thread.join()
    assert set(totals) == {COUNT}
