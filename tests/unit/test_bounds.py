"""What may be typed, edited or cancelled costs little, whatever it is."""

from __future__ import annotations

import random
import threading
import time
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Archive, Cancel, Query
from index.search import parse
from index.wire import agencies
from tests.doubles import wire
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.reports import Listener, Progress

TODAY = date(2026, 11, 23)
A_SECOND = 1.0
SLACK = 4.0
"""Times as long on a machine that does much else."""

# --- fuzz -----------------------------------------------------------------------------------------

_pieces = st.sampled_from(
    ["AND", "OR", "NOT", "(", ")", '"', "“", "*", "?", "~", "~2", "^", ":", "filed:", "agency:",
     "concept:", "has:", "[", "]", "TO", "2024", "2024-13", "-", "+", "..", "\\", "é", "ı", "\0",
     "word", "l’", "\ud83d\ude00", " "]
)  # fmt: skip


@settings(max_examples=400, deadline=2000)
@given(st.lists(_pieces | st.text(max_size=5), max_size=25).map(" ".join) | st.text())
def test_any_query_is_understood_or_explained(text: str) -> None:
    parsed = parse(text, TODAY)
    assert parsed.expression is not None


@pytest.mark.parametrize(
    "text",
    ["(" * 20_000, '"' * 20_001, "NOT " * 5000, "a OR " * 5000, "*" * 9999, "x" * 100_000,
     "filed:" * 4000, "-" * 9999, "((a) " * 3000],
    ids=range(9),
)  # fmt: skip
def test_a_query_of_any_length_is_soon_read(text: str) -> None:
    began = time.perf_counter()
    parse(text, TODAY)
    assert time.perf_counter() - began < A_SECOND * SLACK


def test_any_query_is_soon_answered(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311
    with Archive.open(tmp_path / "archive", create=True, upkeep=False) as archive:
        archive._store.dispatches.add([accession(f"Story {at}") for at in range(50)])
        assert archive.settle(timeout=60)
        for _ in range(60):
            words = chance.choices(["regulator", "AND", "(", '"', "re*", "~", "filed:2024", ")", "NOT"], k=9)  # fmt: skip
            archive.search(Query(" ".join(words)))


AGENCIES = files("resources").joinpath("agencies.toml").read_bytes()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(AGENCIES) - 1), st.binary(min_size=0, max_size=6), st.integers(0, 40))
def test_a_spoilt_table_of_agencies_is_read_or_named(
    tmp_path_factory: pytest.TempPathFactory, at: int, put: bytes, cut: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "agencies.toml"
    path.write_bytes(AGENCIES[:at] + put + AGENCIES[at + cut :])
    try:
        agencies.load(path)
    except agencies.MalformedAgencies as error:
        assert str(error)  # noqa: PT017 - either read, or named
    finally:
        agencies.load.cache_clear()


# --- cancelling -----------------------------------------------------------------------------------


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.open(tmp_path / "archive", create=True, upkeep=False)


def cancelled_after(work: Callable[[Listener, Cancel], object]) -> float:
    """Cancel a piece of work as soon as it tells of itself; return how long it took to stop."""
    cancel, began = Cancel(), threading.Event()
    asked = 0.0

    def listen(progress: Progress) -> None:
        nonlocal asked
        if not began.is_set():
            began.set()
            asked = time.perf_counter()
            cancel()

    work(listen, cancel)
    assert began.is_set(), "it never told of itself"
    return time.perf_counter() - asked


def test_an_import_stops_within_a_second(archive: Archive, tmp_path: Path) -> None:
    inbox = wire.write(tmp_path / "inbox", 1500)[0].parent
    with archive:
        took = cancelled_after(
            lambda listen, cancel: archive.import_([inbox], listen=listen, cancel=cancel)
        )
        assert took < A_SECOND * SLACK
        assert len(archive.dispatches.ids()) < 1500
        assert archive.verify().faults == ()


def test_a_rebuild_and_a_verification_stop_within_a_second(archive: Archive) -> None:
    with archive:
        batch = [accession(f"Story {at}", "word " * 300 + str(at)) for at in range(3000)]
        archive._store.dispatches.add(batch)
        assert archive.settle(timeout=90)
        assert cancelled_after(archive.rebuild) < A_SECOND * SLACK
        assert cancelled_after(archive.verify) < A_SECOND * SLACK
        assert archive.stats().indexed == 3000, "the index before it is kept"


def test_a_backup_and_an_export_stop_within_a_second_and_leave_nothing(
    archive: Archive, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    kept = out / "all.csv"
    kept.write_text("as it was")
    with archive:
        batch = [accession(f"Story {at}", "word " * 2000 + str(at)) for at in range(3000)]
        archive._store.dispatches.add(batch)
        works: tuple[Callable[[Listener, Cancel], object], ...] = (
            lambda listen, cancel: archive.backup(out / "copy.sqlite3", listen, cancel),
            lambda listen, cancel: archive.export("csv", kept, listen=listen, cancel=cancel),
            lambda listen, cancel: archive.export(
                "bagit", out / "bag", listen=listen, cancel=cancel
            ),
            lambda listen, cancel: archive.export("qdpx", out / "q", listen=listen, cancel=cancel),
        )
        for work in works:
            assert cancelled_after(work) < A_SECOND * SLACK
    assert [path.name for path in out.iterdir()] == ["all.csv"]
    assert kept.read_text() == "as it was"


def test_a_backup_is_whole_though_others_edit_meanwhile(archive: Archive, tmp_path: Path) -> None:
    with archive:
        batch = [accession(f"Story {at}", "word " * 4000 + str(at)) for at in range(2000)]
        archive._store.dispatches.add(batch)
        steps: list[int] = []

        def edit(progress: Progress) -> None:
            steps.append(progress.done)
            archive.codebook.create(f"Concept {len(steps)}")

        assert archive.backup(tmp_path / "copy.sqlite3", edit)
        assert len(steps) > 1
        assert steps == sorted(steps), "it never had to begin again"
    Archive.restore(tmp_path / "copy.sqlite3", tmp_path / "again")
    with Archive.open(tmp_path / "again", upkeep=False) as again:
        assert again.verify().faults == ()
        assert again.codebook.all() == ()


def test_closing_stops_what_runs(archive: Archive) -> None:
    archive._store.dispatches.add([accession(f"Story {at}", "word " * 300) for at in range(3000)])
    archive._upkeep.start()
    began = time.perf_counter()
    archive.close()
    assert time.perf_counter() - began < A_SECOND * SLACK
