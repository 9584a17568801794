"""Building the index: in step with the record, whole after a crash, never trusted when damaged."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import FileStorage

from index.query import Query
from index.reports import Cancel, Progress, ignore
from index.results import NoticeKind
from index.search import IndexBuilder, IndexDamaged, IndexForeign, SearchEngine, builder, merging
from index.search.manifest import FILE
from index.search.segment import Segment
from tests.doubles.list_corpus import ListCorpus, Story
from tests.doubles.wire_day import wire_day

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def build(folder: Path, corpus: ListCorpus) -> bool:
    return IndexBuilder(folder, corpus).catch_up(ignore, Cancel())


def found(folder: Path, corpus: ListCorpus, text: str) -> set[int]:
    return set(SearchEngine(folder, corpus).search(Query(text)).ids)


def manifest(folder: Path) -> dict[str, object]:
    read: dict[str, object] = json.loads((folder / FILE).read_text().splitlines()[0])
    return read


def test_a_new_index(folder: Path) -> None:
    corpus = ListCorpus.of("law", "bill")
    assert build(folder, corpus)
    assert found(folder, corpus, "law") == {1}
    assert SearchEngine(folder, corpus).built_generation == 1
    assert {path.name for path in folder.iterdir()} == {FILE, *manifest(folder)["files"]}  # type: ignore[misc]


def test_an_empty_record(folder: Path) -> None:
    corpus = ListCorpus()
    assert build(folder, corpus)
    assert found(folder, corpus, "") == found(folder, corpus, "law") == set()


def test_only_what_changed_is_indexed_again(folder: Path) -> None:
    corpus = ListCorpus.of(*["law"] * 20)
    build(folder, corpus)
    corpus.change(_3=Story("bill"), _21=Story("act"), _5=None)
    corpus.read = 0
    assert build(folder, corpus)
    assert corpus.read == 2
    assert found(folder, corpus, "bill") == {3}
    assert found(folder, corpus, "act") == {21}
    assert found(folder, corpus, "law") == set(range(1, 21)) - {3, 5}
    assert build(folder, corpus)
    assert corpus.read == 2


def test_a_dispatch_that_went_is_not_found_even_before_the_index_knows(folder: Path) -> None:
    corpus = ListCorpus.of("law", "law")
    build(folder, corpus)
    corpus.change(_1=None)
    assert found(folder, corpus, "law") == {2}


def test_a_dispatch_that_is_not_indexed_yet(folder: Path) -> None:
    corpus = ListCorpus.of("law")
    build(folder, corpus)
    corpus.change(_2=Story("law", agency="Reuters"))
    results = SearchEngine(folder, corpus).search(Query(""))
    assert set(results.ids) == {1, 2}
    assert [n.kind for n in results.summary.notices] == [NoticeKind.REBUILDING]
    assert found(folder, corpus, "agency:reuters") == {2}
    assert found(folder, corpus, "law") == {1}
    assert len(results.page(0, 9)) == 2


def test_without_any_index(folder: Path) -> None:
    corpus = ListCorpus.of("law")
    engine = SearchEngine(folder, corpus)
    assert list(engine.search(Query("")).ids) == [1]
    assert list(engine.search(Query("law")).ids) == []
    assert engine.built_generation == -1
    assert not folder.exists()


def test_an_open_engine_follows(folder: Path) -> None:
    corpus = ListCorpus.of("law")
    engine = SearchEngine(folder, corpus)
    build(folder, corpus)
    before = engine.search(Query("law"))
    corpus.change(_2=Story("law"))
    build(folder, corpus)
    engine.reload()
    assert set(engine.search(Query("law")).ids) == {1, 2}
    assert [match.id for match in before.page(0, 9)] == [1], "earlier results stay as they were"
    engine.close()
    assert set(engine.search(Query("law")).ids) == {1, 2}


def test_progress_and_cancelling(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "STEP", 10)
    monkeypatch.setattr(builder, "SEGMENT_DOCUMENTS", 20)
    corpus, cancel, told = wire_day(100), Cancel(), list[Progress]()

    def listen(progress: Progress) -> None:
        told.append(progress)
        if progress.done == 50:
            cancel()

    assert not IndexBuilder(folder, corpus).catch_up(listen, cancel)
    assert [p.done for p in told] == [0, 10, 20, 30, 40, 50]
    assert {(p.stage, p.total) for p in told} == {("index", 100)}
    engine = SearchEngine(folder, corpus)
    assert engine.built_generation == -1
    assert build(folder, corpus)
    assert engine.built_generation == 1
    assert sum(s.entry.documents - len(s.entry.deleted) for s in segments(engine)) == 100


def segments(engine: SearchEngine) -> list[Segment]:
    return engine._current().index.segments


class KilledError(BaseException):
    """Stands for the end of the process."""


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(fatal=st.integers(0, 45))
def test_killed_at_any_step(tmp_path_factory: pytest.TempPathFactory, fatal: int) -> None:
    """Die at the n-th thing done to the disk; the index is the old one, or the new one."""
    folder = tmp_path_factory.mktemp("killed") / "index"
    corpus = ListCorpus.of(*["law"] * 6)
    build(folder, corpus)
    corpus.change(_2=Story("bill"), _7=Story("bill"), _1=None)
    with pytest.MonkeyPatch.context() as patch:
        died = dying(patch, fatal)
        try:
            build(folder, corpus)
        except KilledError:
            assert died()
    known = found(folder, corpus, "law")
    assert known in ({2, 3, 4, 5, 6}, {3, 4, 5, 6})
    assert build(folder, corpus)
    assert found(folder, corpus, "law") == {3, 4, 5, 6}
    assert found(folder, corpus, "bill") == {2, 7}
    assert {p.name for p in folder.iterdir()} == {FILE, *manifest(folder)["files"]}  # type: ignore[misc]


def dying(patch: pytest.MonkeyPatch, fatal: int) -> Callable[[], bool]:
    """Let the ``fatal``-th opening, renaming or deleting of a file be the last."""
    count = -1

    def watched(action: Callable[..., object]) -> Callable[..., object]:
        def act(*args: object, **kwargs: object) -> object:
            nonlocal count
            count += 1
            if count >= fatal:
                raise KilledError
            return action(*args, **kwargs)

        return act

    for name in ("create_file", "rename_file"):
        patch.setattr(FileStorage, name, watched(getattr(FileStorage, name)))
    patch.setattr(Path, "replace", watched(Path.replace))
    patch.setattr(Path, "unlink", watched(Path.unlink))
    patch.setattr("os.fsync", watched(lambda _handle: None))
    return lambda: count >= fatal


def test_rebuilding_keeps_the_old_index_until_the_new_one_is_whole(folder: Path) -> None:
    corpus = ListCorpus.of("law", "bill")
    build(folder, corpus)
    seen = []

    def listen(progress: Progress) -> None:
        seen.append((progress.stage, found(folder, corpus, "law")))

    assert IndexBuilder(folder, corpus).rebuild(listen, Cancel())
    assert seen == [("rebuild", {1})] * 2
    assert found(folder, corpus, "bill") == {2}
    assert [path.name for path in folder.parent.glob("index*")] == ["index"]


def test_a_cancelled_rebuild_changes_nothing(folder: Path) -> None:
    corpus, cancel = ListCorpus.of("law"), Cancel()
    build(folder, corpus)
    before = manifest(folder)
    cancel()
    assert not IndexBuilder(folder, corpus).rebuild(ignore, cancel)
    assert manifest(folder) == before
    assert [path.name for path in folder.parent.glob("index*")] == ["index"]


# --- merging ----------------------------------------------------------------------------------


def test_small_segments_are_put_together(folder: Path) -> None:
    corpus = wire_day(5)
    build(folder, corpus)
    for number in range(6, 40):
        corpus.change(**{f"_{number}": wire_day(number).stories[number], f"_{number - 4}": None})
        build(folder, corpus)
    engine, fresh = SearchEngine(folder, corpus), SearchEngine(folder.parent / "fresh", corpus)
    IndexBuilder(folder.parent / "fresh", corpus).rebuild(ignore, Cancel())
    assert len(segments(engine)) <= merging.MOST_SMALL
    for text in ("law", '"online safety"~3', "a*", "headline:report", "byline:dönmez", "6 %"):
        assert set(engine.search(Query(text)).ids) == set(fresh.search(Query(text)).ids), text


def test_a_segment_that_is_mostly_struck_out_is_written_anew(folder: Path) -> None:
    corpus = ListCorpus.of(*["law"] * 10)
    build(folder, corpus)
    corpus.change(**{f"_{number}": None for number in range(1, 8)})
    build(folder, corpus)
    (segment,) = segments(SearchEngine(folder, corpus))
    assert (segment.entry.documents, segment.entry.deleted) == (3, ())
    assert found(folder, corpus, "law") == {8, 9, 10}


def test_an_index_without_any_dispatch_left(folder: Path) -> None:
    corpus = ListCorpus.of("law", "law")
    build(folder, corpus)
    corpus.change(_1=None, _2=None)
    assert build(folder, corpus)
    assert found(folder, corpus, "law") == set()
    assert segments(SearchEngine(folder, corpus)) == []


# --- what cannot be trusted -------------------------------------------------------------------


def test_an_index_of_another_archive(folder: Path) -> None:
    build(folder, ListCorpus.of("law"))
    other = ListCorpus.of("law")
    other.archive_id = "other"
    with pytest.raises(IndexForeign):
        SearchEngine(folder, other).search(Query("law"))
    with pytest.raises(IndexForeign):
        build(folder, other)
    assert IndexBuilder(folder, other).rebuild(ignore, Cancel())
    assert found(folder, other, "law") == {1}


def test_an_index_of_another_version(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = ListCorpus.of("law")
    build(folder, corpus)
    monkeypatch.setattr("index.search.manifest.VERSION", 999)
    with pytest.raises(IndexForeign):
        SearchEngine(folder, corpus).search(Query("law"))


def test_an_index_ahead_of_the_record(folder: Path) -> None:
    corpus = ListCorpus.of("law")
    corpus.generation = 9
    build(folder, corpus)
    corpus.generation = 3
    with pytest.raises(IndexForeign):
        build(folder, corpus)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"archive": 1}', "\x00" * 50])
def test_a_broken_manifest(folder: Path, text: str) -> None:
    corpus = ListCorpus.of("law")
    build(folder, corpus)
    (folder / FILE).write_text(text)
    for ask in (
        lambda: SearchEngine(folder, corpus).search(Query("law")),
        lambda: SearchEngine(folder, corpus).built_generation,
        lambda: build(folder, corpus),
    ):
        with pytest.raises(IndexDamaged):
            ask()


def test_damage_to_any_file_is_noticed(folder: Path) -> None:
    corpus = wire_day(30)
    build(folder, corpus)
    for name in manifest(folder)["files"]:  # type: ignore[attr-defined]
        whole = (folder / name).read_bytes()
        for broken in (
            whole[:-1],
            whole + b"x",
            b"",
            bytes([*whole[:-1], whole[-1] ^ 1]) if whole else b"x",
        ):
            if broken != whole:
                (folder / name).write_bytes(broken)
                with pytest.raises(IndexDamaged):
                    SearchEngine(folder, corpus).search(Query("law"))
        (folder / name).unlink()
        with pytest.raises(IndexDamaged):
            SearchEngine(folder, corpus).search(Query("law"))
        (folder / name).write_bytes(whole)
    assert found(folder, corpus, "law")


def test_nothing_is_unpickled_to_open_an_index(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index that somebody sent runs no code, even if its manifest vouches for it."""
    corpus = ListCorpus.of("law")
    build(folder, corpus)
    (terms,) = folder.glob("*.trm")
    (table,) = folder.glob("*.toc")
    bomb = pickle.dumps(print)
    terms.write_bytes(bomb + len(bomb).to_bytes(4, "big"))
    table.write_bytes(bomb)
    monkeypatch.setattr("index.search.manifest.Built.check", lambda *_, **__: None)
    with pytest.raises(IndexDamaged, match="print"):
        SearchEngine(folder, corpus).search(Query("law"))
