"""Verifying: damage is found and named, whatever it struck."""

from __future__ import annotations

import random
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from index.dispatch import AccessionNumber, Timestamp
from index.errors import ArchiveDamaged, ArchiveError
from index.reports import Cancel, Progress
from index.store import Store
from tests.strategies.accessions import accession, dump

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    with Store.open(folder, create=True) as store:
        ids = store.dispatches.add([
            accession(f"Story {at}", f"The body of story {at}.", original=b"bytes %d" % at,
                      filed=Timestamp.on(2024, 1, 1 + at))
            for at in range(9)
        ])  # fmt: skip
        concept, _ = store.codebook.create("Law", aliases=["statute"])
        store.tags.add(ids, [concept])
        store.annotations.add(ids[0], 4, 8, note="a note", concepts=[concept])
    return folder


def tamper(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "archive.sqlite3")
    with connection:
        connection.execute(statement)
    connection.close()


def test_an_archive_as_it_was_written_has_no_faults(folder: Path) -> None:
    with Store.open(folder) as store:
        report = store.verify()
    assert (report.checked, report.faults) == (9, ())


DISPATCH_DAMAGE = [
    "UPDATE text SET body = replace(body, 'story 4', 'story 5') WHERE dispatch = 5",
    "UPDATE text SET headline = 'x' WHERE dispatch = 5",
    "UPDATE dispatch SET agency = 'x' WHERE id = 5",
    "UPDATE dispatch SET filed_day = filed_day + 1 WHERE id = 5",
    "UPDATE dispatch SET trashed = 'x' WHERE id = 5",
    "UPDATE dispatch SET content = 'x' WHERE id = 5",
    "UPDATE dispatch SET record = 'x' WHERE id = 5",
    "UPDATE provenance SET sha256 = 'x' WHERE dispatch = 5",
    "UPDATE provenance SET origins = '{' WHERE dispatch = 5",
    "UPDATE original SET packed = substr(packed, 2) WHERE dispatch = 5",
    "UPDATE original SET packed = (SELECT packed FROM original LIMIT 1) WHERE dispatch = 5",
    "DELETE FROM text WHERE dispatch = 5",
    "UPDATE text SET body = CAST(x'ff4142' AS TEXT) WHERE dispatch = 5",
]


@pytest.mark.parametrize("damage", DISPATCH_DAMAGE)
def test_a_damaged_record_is_named(folder: Path, damage: str) -> None:
    tamper(folder, damage)
    with Store.open(folder) as store:
        faults = store.verify().faults
    assert [fault.id for fault in faults if fault.id is not None] == [5]


TABLE_DAMAGE = {
    "concept": "UPDATE concept SET label = 'Lew'",
    "concept_alias": "DELETE FROM concept_alias",
    "tag": "DELETE FROM tag WHERE dispatch = 3",
    "annotation": "UPDATE annotation SET note = 'b note'",
    "annotation_concept": "UPDATE annotation_concept SET position = 7",
}


@pytest.mark.parametrize("table", TABLE_DAMAGE)
def test_damage_to_what_the_user_made_is_found(folder: Path, table: str) -> None:
    tamper(folder, TABLE_DAMAGE[table])
    with Store.open(folder) as store:
        assert [fault.where for fault in store.verify().faults] == [table]


def test_an_annotation_must_quote_its_passage(folder: Path) -> None:
    tamper(folder, "UPDATE annotation SET start = start + 1, stop = stop + 1")
    with Store.open(folder) as store:
        assert {fault.where for fault in store.verify().faults} == {"annotation"}


UNREADABLE = [
    "UPDATE dispatch SET section = '[\"a' WHERE id = 5",
    "UPDATE dispatch SET filed = 'once upon a time' WHERE id = 5",
    "UPDATE provenance SET origins = '{' WHERE dispatch = 5",
    "UPDATE text SET body = CAST(x'ff4142' AS TEXT) WHERE dispatch = 5",
]


@pytest.mark.parametrize("damage", UNREADABLE)
def test_a_dispatch_that_cannot_be_read_is_damage_and_not_a_bug(folder: Path, damage: str) -> None:
    tamper(folder, damage)
    with Store.open(folder) as store:
        with pytest.raises(ArchiveDamaged):
            store.dispatches.get(AccessionNumber(5))
        assert store.dispatches.get(AccessionNumber(6)).id == 6


def test_flipped_bits_are_found_or_harmless(folder: Path) -> None:
    """The file is opened, and either it says that it is damaged, or every row still reads the same."""
    record = folder / "archive.sqlite3"
    sound = record.read_bytes()
    used = [at for at, byte in enumerate(sound) if byte]
    with Store.open(folder) as store:
        expected = dump(store)
    chance, found = random.Random(11), 0  # noqa: S311
    for _ in range(300):
        at = chance.choice(used)
        flipped = bytearray(sound)
        flipped[at] ^= 1 << chance.randrange(8)
        record.write_bytes(flipped)
        try:
            with Store.open(folder) as store:
                damaged = bool(store.verify().faults)
                assert damaged or dump(store) == expected, f"byte {at}"
        except ArchiveError:
            damaged = True
        found += damaged
    assert found > 200, "most of these bytes matter"


def test_progress_is_told_up_to_the_last_number(folder: Path) -> None:
    told: list[Progress] = []

    def listen(progress: Progress) -> None:
        told.append(progress)

    with Store.open(folder) as store:
        store.verify(listen)
    assert {each.stage for each in told} == {"verify"}
    assert (told[-1].done, told[-1].total) == (9, 9)


def test_verifying_stops_when_asked(folder: Path) -> None:
    cancel = Cancel()
    cancel()
    with Store.open(folder) as store:
        report = store.verify(cancel=cancel)
        assert (report.checked, report.faults) == (0, ())
        assert store.verify().checked == 9, "the connection serves on"


def test_others_may_edit_while_it_is_verified(folder: Path) -> None:
    with Store.open(folder) as store, ThreadPoolExecutor(1) as other:
        ids = store.dispatches.ids()
        concept, _ = store.codebook.create("Bill")

        def edit() -> None:
            for turn in range(100):
                change = store.tags.add(ids, [concept])
                added = store.dispatches.add([accession(f"New {turn}")])
                store.dispatches.trash(added)
                store.dispatches.purge(added)
                store.revert(change)

        editing = other.submit(edit)
        reports = [store.verify()]
        while not editing.done():
            reports.append(store.verify())
        editing.result()
    assert [report.faults for report in reports if report.faults] == []


def test_an_archive_can_be_verified_read_only(folder: Path) -> None:
    with Store.open(folder, read_only=True) as store:
        assert store.verify().faults == ()
