"""The archive's own backups: when, which are kept, what they are worth, what they mend."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dispatch import AccessionNumber
from index.errors import ArchiveDamaged, DispatchDamaged, NoSoundCopy, StorageFull
from index.store import Store, rotation
from tests.strategies.accessions import accession, dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = datetime(2025, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)


class Usage(NamedTuple):
    free: int


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        ids = opened.dispatches.add([
            accession(f"Story {at}", f"The body of story {at}.", original=b"bytes %d" % at)
            for at in range(9)
        ])  # fmt: skip
        concept, _ = opened.codebook.create("Law")
        opened.tags.add(ids, [concept])
        opened.dispatches.correct(ids[4], "headline", "A better headline")
        yield opened


def edit(store: Store) -> None:
    store.codebook.create(f"Concept {store.corpus.edition}")


def names(store: Store) -> list[str]:
    return sorted(path.name for path in (store.folder / "backups").iterdir())


def tamper(folder: Path, statement: str, name: str = "archive.sqlite3") -> None:
    with closing(sqlite3.connect(folder / name)) as connection, connection:
        connection.execute(statement)


# --- when and which -------------------------------------------------------------------------------


def test_a_backup_is_dated_counted_and_verified(store: Store) -> None:
    made = store.keep_backup(NOON)
    assert made is not None
    assert made.path.name == "2025-03-10T12-00-00Z.sqlite3"
    assert (made.made, made.dispatches, made.verified) == (NOON, 9, True)
    assert made.size == made.path.stat().st_size
    assert list(rotation.list_backups(store.folder)) == [made]


def test_one_a_day_is_due(store: Store) -> None:
    assert rotation.is_due(store.folder, NOON)
    store.keep_backup(NOON)
    assert not rotation.is_due(store.folder, NOON + DAY - timedelta(seconds=1))
    assert rotation.is_due(store.folder, NOON + DAY)
    assert rotation.is_due(store.folder, NOON - DAY), "a clock that was put right stops nothing"


def test_nothing_new_needs_no_backup(store: Store) -> None:
    store.keep_backup(NOON)
    assert store.keep_backup(NOON + DAY) is None
    edit(store)
    assert store.keep_backup(NOON + DAY) is not None


def test_an_empty_archive_needs_none(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty", create=True) as empty:
        assert empty.keep_backup(NOON) is None


def test_backups_thin_out_as_they_grow_old(store: Store) -> None:
    for day in range(0, 100, 5):
        edit(store)
        store.keep_backup(NOON + day * DAY)
    kept = ["2025-04-29", "2025-05-29", "2025-06-03", "2025-06-08", "2025-06-13"]
    assert [name[:10] for name in names(store)] == kept


@given(st.sets(st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1)), min_size=1))
def test_what_is_kept_is_bounded_and_holds_the_newest(moments: set[datetime]) -> None:
    kept = rotation.keepers(moments)
    assert max(moments) in kept
    assert kept <= moments
    assert len(kept) <= rotation.DAYS + rotation.WEEKS + rotation.MONTHS
    days = sorted({moment.date() for moment in moments})[-rotation.DAYS :]
    assert {day for day in days if _newest_of(day, moments) in kept} == set(days)


def _newest_of(day: date, moments: set[datetime]) -> datetime:
    return max(moment for moment in moments if moment.date() == day)


def test_backups_of_other_names_are_listed_and_never_deleted(store: Store) -> None:
    backups = store.folder / "backups"
    backups.mkdir()
    store.backup(backups / "before-format-2.sqlite3")
    for day in range(30):
        edit(store)
        store.keep_backup(NOON + day * DAY)
    assert "before-format-2.sqlite3" in names(store)
    assert "before-format-2.sqlite3" in {b.path.name for b in rotation.list_backups(store.folder)}


def test_a_cut_short_copy_is_swept_away(store: Store) -> None:
    (store.folder / "backups").mkdir()
    (store.folder / "backups" / "2025-03-09T12-00-00Z.sqlite3.tmp").write_bytes(b"half")
    store.keep_backup(NOON)
    assert names(store) == ["2025-03-10T12-00-00Z.sqlite3"]


# --- what they are worth --------------------------------------------------------------------------


def test_a_record_with_faults_pushes_no_older_backup_out(store: Store) -> None:
    for day in range(3):
        edit(store)
        store.keep_backup(NOON + day * DAY)
    kept = names(store)
    tamper(store.folder, "UPDATE text SET body = 'x' WHERE dispatch = 5")
    for day in range(3, 9):
        edit(store)
        made = store.keep_backup(NOON + day * DAY)
        assert made is not None
        assert not made.verified
    assert set(kept) < set(names(store))
    assert [backup.verified for backup in rotation.list_backups(store.folder)] == [False] * 6 + [True] * 3  # fmt: skip


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "text"])
def test_a_damaged_backup_is_not_verified(store: Store, damage: str) -> None:
    made = store.keep_backup(NOON)
    assert made is not None
    raw = made.path.read_bytes()
    at = raw.index(b"The body of story 3")
    flipped = raw[:at] + b"th" + raw[at + 2 :]
    made.path.write_bytes(
        {"flip": flipped, "cut": raw[:-9000], "empty": b"", "text": b"no"}[damage]
    )
    (found,) = rotation.list_backups(store.folder)
    assert not found.verified


def test_too_little_room_is_said_and_leaves_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(free=1000))
    with pytest.raises(StorageFull, match="room"):
        store.keep_backup(NOON)
    assert names(store) == []


def test_a_backup_can_be_made_beside_the_window(store: Store) -> None:
    with Store.open(store.folder, read_only=True) as other:
        assert other.keep_backup(NOON) is not None


# --- what they mend -------------------------------------------------------------------------------

DAMAGE = [
    "UPDATE text SET body = 'x' WHERE dispatch = 5",
    "UPDATE text SET headline = 'x' WHERE dispatch = 5",
    "UPDATE dispatch SET filed = 'once upon a time' WHERE id = 5",
    "UPDATE provenance SET origins = '{' WHERE dispatch = 5",
    "UPDATE original SET packed = substr(packed, 2) WHERE dispatch = 5",
    "DELETE FROM text WHERE dispatch = 5",
    "DELETE FROM original WHERE dispatch = 5",
    "UPDATE dispatch SET record = 'x' WHERE id = 5",
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_dispatch_is_put_right_from_the_newest_backup(store: Store, damage: str) -> None:
    before, number = dump(store), AccessionNumber(5)
    original = store.dispatches.original(number)
    store.keep_backup(NOON)
    tamper(store.folder, damage)
    backup, change = store.repair(number)
    assert backup.made == NOON
    assert change.reindex == {5}
    assert store.verify().faults == ()
    assert dump(store) == before
    assert store.dispatches.original(number) == original


def test_a_backup_that_holds_the_damage_too_is_passed_over(store: Store) -> None:
    store.keep_backup(NOON)
    tamper(store.folder, DAMAGE[0])
    edit(store)
    store.keep_backup(NOON + DAY)
    backup, _ = store.repair(AccessionNumber(5))
    assert backup.made == NOON


def test_what_was_made_since_the_backup_stays(store: Store) -> None:
    number = AccessionNumber(5)
    store.keep_backup(NOON)
    concept, _ = store.codebook.create("Later")
    store.tags.add([number], [concept])
    made, _ = store.annotations.add(number, 4, 8, note="later")
    tamper(store.folder, DAMAGE[0])
    store.repair(number)
    assert concept in store.tags.of([number])[number]
    assert [each.id for each in store.annotations.of(number)] == [made]
    assert store.verify().faults == ()


def test_without_a_sound_copy_nothing_is_touched(store: Store) -> None:
    with pytest.raises(NoSoundCopy):
        store.repair(AccessionNumber(5))
    tamper(store.folder, DAMAGE[0])
    edit(store)
    store.keep_backup(NOON)
    before = dump(store)
    with pytest.raises(NoSoundCopy):
        store.repair(AccessionNumber(5))
    assert dump(store) == before


def test_a_dispatch_that_cannot_be_read_is_named(store: Store) -> None:
    tamper(store.folder, "UPDATE dispatch SET filed = 'once upon a time' WHERE id = 5")
    with pytest.raises(DispatchDamaged, match="Dispatch 5") as told:
        store.dispatches.get(AccessionNumber(5))
    assert isinstance(told.value, ArchiveDamaged)
    assert "Repair" in told.value.advice
