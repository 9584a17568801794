"""The log of imports: read again as reported, resumed where it stopped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.errors import ArchiveError, BrokenInput, ConceptTaken, EmptyInput
from index.reports import ImportItem, Outcome
from index.store import Store
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


ITEMS = (
    ImportItem("a.txt", Outcome.FAILED, error=EmptyInput()),
    ImportItem(
        "b.zip",
        Outcome.FAILED,
        "inner/c.xml",
        error=BrokenInput(format="NITF", detail="unclosed tag"),
        warnings=("one", "two"),
    ),
    ImportItem("d.html", Outcome.FAILED, dropped={"image": 3, "script": 1}, headline="Titre"),
)


def test_a_report_is_read_as_it_was_given(store: Store) -> None:
    (number,) = store.dispatches.add([accession()])
    items = (*ITEMS, ImportItem("e.txt", Outcome.IMPORTED, id=number, headline="Story"))
    batch = store.imports.begin(["folder", "b.zip"])
    store.imports.record(batch, items[:2])
    store.imports.record(batch, items[2:])
    store.imports.finish(batch, cancelled=True, seconds=1.5)
    report = store.imports.report(batch)
    assert [str(item.error) for item in report.items] == [str(item.error) for item in items]
    assert type(report.items[1].error) is BrokenInput
    bare = [replace(item, error=None) for item in report.items]
    assert bare == [replace(item, error=None) for item in items]
    assert (report.cancelled, report.seconds) == (True, 1.5)
    assert store.imports.all()[0].paths == ("folder", "b.zip")


def test_an_error_this_program_does_not_know_keeps_its_fields(store: Store) -> None:
    batch = store.imports.begin([])
    later = type("LaterError", (ArchiveError,), {})
    store.imports.record(batch, [ImportItem("a", Outcome.FAILED, error=later(detail="new"))])
    error = store.imports.report(batch).items[0].error
    assert type(error) is ArchiveError
    assert error.fields == {"detail": "new"}


def test_cancelled_and_cut_short_batches_can_be_resumed(store: Store) -> None:
    ended, cancelled, cut = (store.imports.begin([name]) for name in ("a", "b", "c"))
    store.imports.finish(ended)
    store.imports.finish(cancelled, cancelled=True)
    store.imports.record(cut, ITEMS)
    assert [batch.id for batch in store.imports.unfinished()] == [cut, cancelled]
    assert store.imports.done(cut) == {("a.txt", ""), ("b.zip", "inner/c.xml"), ("d.html", "")}
    assert not store.imports.report(cut).cancelled


def test_dispatches_and_their_lines_are_kept_or_lost_together(store: Store) -> None:
    batch = store.imports.begin(["a"])
    store.codebook.create("Law")

    def take_in(label: str) -> None:
        with store.together():
            (number,) = store.dispatches.add([accession()])
            store.imports.record(batch, [ImportItem("a.txt", Outcome.IMPORTED, id=number)])
            store.codebook.create(label)

    with pytest.raises(ConceptTaken):
        take_in("Law")
    assert store.dispatches.ids() == ()
    assert store.imports.done(batch) == frozenset()
    take_in("Act")
    assert len(store.dispatches.ids()) == 1
    assert store.imports.done(batch) == {("a.txt", "")}


def test_a_path_that_is_no_text_can_be_recorded(store: Store) -> None:
    batch = store.imports.begin(["caf\udce9"])
    store.imports.record(batch, [ImportItem("caf\udce9.txt", Outcome.FAILED, error=EmptyInput())])
    assert store.imports.report(batch).items[0].path == "caf\ufffd.txt"
