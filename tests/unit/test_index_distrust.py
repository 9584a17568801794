"""An index that was damaged, or that somebody else made, never answers: it is built anew."""

from __future__ import annotations

import json
import pickle
import random
import shutil
import struct
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index import Archive
from index.query import Query
from index.reports import Cancel, ignore
from index.search import IndexBuilder, IndexDamaged, IndexForeign, SearchEngine
from index.search.manifest import describe
from index.search.merging import MOST_SMALL
from index.store import Store
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.dispatch import AccessionNumber
    from index.store import NewAccession

    Answers = dict[str, list[AccessionNumber]]
    Damage = Callable[[Path, random.Random], None]

STORIES = 30
QUERIES = ("regulator", "story", '"draft code"', "platforms -march", "head*", "agency:reuters", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with an index of two segments."""
    folder = tmp_path / "archive"
    with Archive.open(folder, create=True, upkeep=False) as archive:
        for half in range(2):
            numbers = range(half * STORIES, (half + 1) * STORIES)
            archive._store.dispatches.add(
                [accession(f"Headline {at}", _body(at), agency="Reuters") for at in numbers]
            )
            assert archive.settle(timeout=60)
    return folder


def _body(at: int) -> str:
    chance = random.Random(at)  # noqa: S311
    words = chance.choices(["regulator", "story", "draft code", "platforms", "march"], k=40)
    return " ".join(words)


def answers(folder: Path) -> Answers:
    """Search as a window does: whatever the state of the index, and when it is in step again."""
    with Archive.open(folder, upkeep=False) as archive:
        for query in QUERIES:
            archive.search(query)
        assert archive.settle(timeout=60)
        found = {query: sorted(archive.search(query).ids) for query in QUERIES}
        assert archive.verify().faults == ()
    return found


def direct_answers(store: Store) -> Answers:
    """Search without the child process; what cannot be trusted is built anew, as upkeep does."""
    index = store.folder / "whoosh"
    engine, builder = SearchEngine(index, store.corpus), IndexBuilder(index, store.corpus)
    try:
        builder.catch_up(ignore, Cancel())
        engine.reload()
    except IndexDamaged:
        builder.rebuild(ignore, Cancel())
    return {query: sorted(engine.search(Query(query)).ids) for query in QUERIES}


def flip(path: Path, chance: random.Random) -> None:
    raw = bytearray(path.read_bytes())
    if raw:
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    path.write_bytes(raw)


def cut(path: Path, chance: random.Random) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[: chance.randrange(len(raw) or 1)])


def delete(path: Path, chance: random.Random) -> None:
    path.unlink()


def swap(path: Path, chance: random.Random) -> None:
    other = chance.choice(sorted(each for each in path.parent.iterdir() if each != path))
    mine, theirs = path.read_bytes(), other.read_bytes()
    path.write_bytes(theirs)
    other.write_bytes(mine)


def append(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes() + chance.randbytes(1 + chance.randrange(64)))


def blank(path: Path, chance: random.Random) -> None:
    path.write_bytes(bytes(path.stat().st_size))


DAMAGE = [flip, cut, delete, swap, append, blank]


@pytest.mark.parametrize("damage", DAMAGE)
def test_no_damage_to_any_file_leads_to_a_wrong_answer(folder: Path, damage: Damage) -> None:
    with Store.open(folder) as store:
        _try_every_file(store, damage, sorted((folder / "whoosh").iterdir()))


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_merge_gives_no_damage_a_fresh_checksum(folder: Path, damage: Damage) -> None:
    with Store.open(folder) as store:
        for at in range(MOST_SMALL - 2):
            _catch_up_with(store, at)
        files = sorted((folder / "whoosh").iterdir())
        _try_every_file(store, damage, files[:: len(files) // 9], more=1)


def test_no_dispatch_is_struck_out_for_the_number_of_a_new_one(folder: Path) -> None:
    index = folder / "whoosh"
    with Store.open(folder) as store:
        _catch_up_with(store, 0)
        (alone,) = [path for path in index.glob("*.accession.col") if path.stat().st_size == 8]
        store.dispatches.add([_new(1)])
        alone.write_bytes(struct.pack(">q", store.dispatches.ids()[-1]))
        found = direct_answers(store)
        shutil.rmtree(index)
        assert direct_answers(store) == found


def _try_every_file(store: Store, damage: Damage, files: list[Path], more: int = 0) -> None:
    """Damage one file after the other; ``more`` dispatches come before the next catching up."""
    index, kept = store.folder / "whoosh", store.folder / "kept"
    shutil.copytree(index, kept)
    for at in range(more):
        store.dispatches.add([_new(1000 + at)])
    sound, chance = direct_answers(store), random.Random(damage.__name__)  # noqa: S311
    for path in files:
        shutil.rmtree(index)
        shutil.copytree(kept, index)
        damage(path, chance)
        assert direct_answers(store) == sound, f"{damage.__name__} {path.name}"


def _catch_up_with(store: Store, at: int) -> None:
    store.dispatches.add([_new(at)])
    IndexBuilder(store.folder / "whoosh", store.corpus).catch_up(ignore, Cancel())


def _new(at: int) -> NewAccession:
    return accession(f"Later {at}", _body(100 + at), agency="Reuters")


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_window_mends_its_index_by_itself(folder: Path, damage: Damage) -> None:
    sound = answers(folder)
    damage(next((folder / "whoosh").glob("*.pst")), random.Random(1))  # noqa: S311
    assert answers(folder) == sound


def test_an_index_of_ones_own_is_opened_as_it_is(folder: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in (folder / "whoosh").iterdir()}
    answers(folder)
    after = {path.name: path.stat().st_mtime_ns for path in (folder / "whoosh").iterdir()}
    assert before == after


def as_somebody_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "somebody else"))


def test_an_index_that_somebody_else_built_is_built_anew(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = answers(folder)
    theirs = {path.name for path in (folder / "whoosh").glob("*.pst")}
    as_somebody_else(monkeypatch, tmp_path)
    with Store.open(folder) as store, pytest.raises(IndexForeign):
        _ = IndexBuilder(folder / "whoosh", store.corpus).built
    assert answers(folder) == sound
    assert theirs.isdisjoint(path.name for path in (folder / "whoosh").glob("*.pst"))


def test_an_index_made_to_hide_a_dispatch_is_not_believed(folder: Path) -> None:
    """Checksums alone could be made to fit by whoever changes a file."""
    sound = answers(folder)
    manifest = folder / "whoosh" / "built.json"
    content, seal = manifest.read_text().splitlines()
    changed = json.loads(content)
    changed["segments"][0]["deleted"] = [0, 1, 2]
    manifest.write_text(f"{json.dumps(changed)}\n{seal}\n")
    assert answers(folder) == sound


class Trap:
    """Leaves a mark where it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.mark,)


def test_a_pickle_in_the_index_is_never_run(folder: Path, tmp_path: Path) -> None:
    sound, mark = answers(folder), tmp_path / "mark"
    trap = pickle.dumps(Trap(mark))
    pickle.loads(trap)  # noqa: S301 - that it would work is what makes this a test
    assert mark.exists()
    mark.unlink()
    for path in (folder / "whoosh").iterdir():
        if path.name != "built.json":
            path.write_bytes(trap)
    assert answers(folder) == sound
    assert not mark.exists()


def test_not_even_one_that_bears_our_own_seal(folder: Path, tmp_path: Path) -> None:
    """Were the seal broken, the index would still only read numbers and words."""
    mark = tmp_path / "mark"
    trap = pickle.dumps(Trap(mark))
    with Store.open(folder) as store:
        index = folder / "whoosh"
        built = IndexBuilder(index, store.corpus).built
        assert built is not None
        for path in index.iterdir():
            if path.name.endswith((".pst", ".toc")):
                raw = path.read_bytes()
                path.write_bytes((raw[:4] + trap + raw)[: max(len(raw), len(trap) + 4)])
        forged = {name: describe(index / name) for name in built.checked}
        replace(built, files=forged).write(index)
    answers(folder)
    assert not mark.exists()
