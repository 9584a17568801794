"""Nothing acknowledged is lost and nothing is half done: full disk, kill -9, many threads."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.errors import ArchiveDamaged, ArchiveHeld, ArchiveMissing, StorageFull
from index.store import Store
from index.store import backup as backup_module
from tests.strategies.accessions import accession, dump

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


# --- a full disk ----------------------------------------------------------------------------------


def limit(store: Store, spare: int) -> None:
    writer = store._connections.writer
    (pages,) = writer.execute("PRAGMA page_count").fetchone()
    writer.execute(f"PRAGMA max_page_count = {pages + spare}")


def noise(size: int) -> str:
    chance = random.Random(1)  # noqa: S311
    return "".join(chance.choices("abcdefghij", k=size))


def test_a_batch_that_finds_no_room_leaves_nothing_and_work_goes_on(store: Store) -> None:
    store.dispatches.add([accession("Before")])
    before, generation = dump(store), store.corpus.generation
    limit(store, 20)
    told: list[object] = []
    store.on_change(told.append)
    with pytest.raises(StorageFull, match="full"):
        store.dispatches.add([accession(str(at), noise(20_000)) for at in range(50)])
    assert (dump(store), store.corpus.generation, told) == (before, generation, [])
    store.codebook.create("Law")
    limit(store, 10_000)
    assert len(store.dispatches.add([accession(str(at), noise(20_000)) for at in range(50)])) == 50
    assert store.verify().faults == ()


def test_an_edit_that_finds_no_room_leaves_nothing(store: Store) -> None:
    ids = store.dispatches.add([accession(str(at)) for at in range(2000)])
    concept, _ = store.codebook.create("Law")
    before = dump(store)
    limit(store, 0)
    with pytest.raises(StorageFull):
        store.tags.add(ids, [concept])
    assert dump(store) == before
    limit(store, 10_000)
    assert len(store.tags.add(ids, [concept]).rows) == 2000


def test_a_backup_that_cannot_be_written_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StorageFull):
        store.backup(tmp_path / "nowhere" / "copy.sqlite3")
    (tmp_path / "taken").mkdir()
    with pytest.raises(StorageFull):
        store.backup(tmp_path / "taken")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "taken"]


# --- kill -9 --------------------------------------------------------------------------------------

WRITER = """
import sys
from pathlib import Path
from index.store import Store
from tests.strategies.accessions import accession
store = Store.open(Path(sys.argv[1]), create=True)
concept, _ = store.codebook.create("Law")
for at in range(10_000):
    with store.together():
        ids = store.dispatches.add([accession(f"{at} {each}") for each in range(8)])
        store.tags.add(ids[:4], [concept])
    print(ids[-1], flush=True)
"""


@pytest.mark.parametrize("lines", [1, 3, 17])
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, lines: int) -> None:
    folder = tmp_path / "archive"
    child = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    acknowledged = [int(child.stdout.readline()) for _ in range(lines)]
    child.send_signal(signal.SIGKILL)
    acknowledged += [int(line) for line in child.stdout.read().split()]
    child.wait()
    child.stdout.close()
    with Store.open(folder) as store:
        ids = store.dispatches.ids()
        assert ids[-1] >= acknowledged[-1]
        assert len(ids) % 8 == 0, "a batch came whole or not at all"
        assert len(store.tags.of(ids)) == len(ids) / 2
        assert store.verify().faults == ()


MIDWAY = """
import os, signal, sys
from pathlib import Path
from index.store import Store
from tests.strategies.accessions import accession
store = Store.open(Path(sys.argv[1]))
with store.together():
    store.dispatches.add([accession(f"lost {each}") for each in range(500)])
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_transaction_cut_in_the_middle_never_happened(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Store.open(folder, create=True) as store:
        store.dispatches.add([accession()])
        before = dump(store)
    died = subprocess.run([sys.executable, "-c", MIDWAY, str(folder)], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    with Store.open(folder) as store:
        assert dump(store) == before
        assert store.verify().faults == ()


# --- threads --------------------------------------------------------------------------------------


def test_readers_in_other_threads_see_what_is_committed_and_nothing_else(store: Store) -> None:
    (number,) = store.dispatches.add([accession()])
    concept, _ = store.codebook.create("Law")

    def tags() -> int:
        return len(store.tags.of([number]))

    with ThreadPoolExecutor(1) as other:
        with store.together():
            store.tags.add([number], [concept])
            assert tags() == 1
            assert other.submit(tags).result() == 0
        assert other.submit(tags).result() == 1


def test_threads_that_edit_and_read_at_once_lose_nothing(store: Store) -> None:
    ids = store.dispatches.add([accession(str(at)) for at in range(8)])
    concept, _ = store.codebook.create("Law")
    begin = threading.Barrier(8)

    def work(at: int) -> int:
        begin.wait()
        for turn in range(10):
            store.tags.add([ids[at]], [concept])
            store.dispatches.add([accession(f"{at} {turn}")])
            assert store.tags.of([ids[at]]) == {ids[at]: (concept,)}
            if turn < 9:
                store.tags.remove([ids[at]], [concept])
        return at

    with ThreadPoolExecutor(8) as crowd:
        assert list(crowd.map(work, range(8))) == list(range(8))
    assert len(store.dispatches.ids()) == 88
    assert store.codebook.use(concept).dispatches == 8
    assert store.verify().faults == ()


def test_closing_waits_for_the_edit_of_another_thread(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "archive", create=True)
    inside, go_on = threading.Event(), threading.Event()

    def edit() -> None:
        with store.together():
            store.codebook.create("Law")
            inside.set()
            go_on.wait(10)

    with ThreadPoolExecutor(2) as others:
        editing = others.submit(edit)
        inside.wait(10)
        closing = others.submit(store.close)
        assert not closing.done()
        go_on.set()
        editing.result(10)
        closing.result(10)
    with Store.open(tmp_path / "archive") as again:
        assert again.codebook.find("Law") is not None


# --- backup and restore ---------------------------------------------------------------------------


def fill(store: Store) -> None:
    ids = store.dispatches.add([accession(str(at)) for at in range(20)])
    concept, _ = store.codebook.create("Law")
    store.tags.add(ids[:5], [concept])
    store.annotations.add(ids[0], 0, 3, note="a note", concepts=[concept])


def test_a_backup_restores_to_the_same_rows_elsewhere(store: Store, tmp_path: Path) -> None:
    fill(store)
    store.backup(tmp_path / "copy.sqlite3")
    assert Store.restore(tmp_path / "copy.sqlite3", tmp_path / "other") is None
    with Store.open(tmp_path / "other") as other:
        assert dump(other) == dump(store)
        assert other.verify().faults == ()
        assert other.corpus.archive_id != store.corpus.archive_id, "no old index may serve it"


def test_restoring_keeps_the_record_that_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Store.open(folder, create=True) as store:
        fill(store)
        store.backup(tmp_path / "copy.sqlite3")
        backed_up = dump(store)
        store.codebook.create("Made later")
        later = dump(store)
    kept = Store.restore(tmp_path / "copy.sqlite3", folder)
    assert kept is not None
    with Store.open(folder) as store:
        assert dump(store) == backed_up
    (tmp_path / "kept").mkdir()
    kept.rename(tmp_path / "kept" / "archive.sqlite3")
    with Store.open(tmp_path / "kept") as store:
        assert dump(store) == later


def test_a_restore_that_a_crash_cut_short_is_finished_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "archive"
    with Store.open(folder, create=True) as store:
        fill(store)
        store.backup(tmp_path / "copy.sqlite3")
        backed_up = dump(store)
    (folder / "archive.sqlite3-wal").write_bytes(b"of the old record")

    def crash(_: Path) -> None:
        (folder / "archive.sqlite3").rename(folder / "moved.sqlite3")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(backup_module, "set_aside", crash)
        with pytest.raises(KeyboardInterrupt):
            Store.restore(tmp_path / "copy.sqlite3", folder)
    with Store.open(folder) as store:
        assert dump(store) == backed_up
    assert [path.read_bytes() for path in folder.glob("replaced-*-wal")] == [b"of the old record"]


def test_a_backup_that_is_none_restores_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Store.open(folder, create=True) as store:
        fill(store)
        before = dump(store)
    (tmp_path / "broken").write_bytes((folder / "archive.sqlite3").read_bytes()[:-8192])
    (tmp_path / "text").write_text("not a backup" * 20)
    for name, refusal in (
        ("broken", ArchiveDamaged),
        ("text", ArchiveDamaged),
        ("-", ArchiveMissing),
    ):
        with pytest.raises(refusal):
            Store.restore(tmp_path / name, folder)
    with Store.open(folder) as store:
        assert dump(store) == before


def test_nothing_is_restored_under_an_open_archive(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "copy.sqlite3")
    with pytest.raises(ArchiveHeld):
        Store.restore(tmp_path / "copy.sqlite3", store.folder)


def test_the_second_backup_takes_the_place_of_the_first(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "copy.sqlite3")
    fill(store)
    store.backup(tmp_path / "copy.sqlite3")
    Store.restore(tmp_path / "copy.sqlite3", tmp_path / "other")
    with Store.open(tmp_path / "other") as other:
        assert len(other.dispatches.ids()) == 20
