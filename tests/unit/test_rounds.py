"""Every dispatch is hashed again in turn while an archive is open."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from index.dispatch import AccessionNumber
from index.errors import ArchiveError, DispatchDamaged
from index.reports import Cancel
from index.rounds import Rounds
from index.store import Store
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from pathlib import Path

    from index.reports import Fault

COUNT = 25


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "archive", create=True) as store:
        store.dispatches.add([accession(f"Story {at}") for at in range(COUNT)])
    return tmp_path / "archive"


def spoil(store: Store, number: int) -> None:
    with store._connections.writing() as transaction:
        transaction.connection.execute(
            "UPDATE text SET body = body || '!' WHERE dispatch = ?", (number,)
        )


def round_of(store: Store, count: int = 10) -> list[Fault]:
    """Go once over everything."""
    patrol = store.patrol()
    found: list[Fault] = []
    while True:
        found += patrol.step(count, Cancel())
        if patrol.place == 0:
            return found


@pytest.mark.parametrize("number", range(1, COUNT + 1, 4))
def test_one_round_finds_a_dispatch_that_was_changed_behind_its_hash(
    folder: Path, number: int
) -> None:
    with Store.open(folder) as store:
        assert round_of(store) == []
        spoil(store, number)
        assert [fault.id for fault in round_of(store)] == [AccessionNumber(number)]


def test_the_round_goes_on_where_the_last_session_left_it(folder: Path) -> None:
    with Store.open(folder) as store:
        patrol = store.patrol()
        patrol.step(10, Cancel())
        edition = store.corpus.edition
        patrol.keep_place()
        assert store.corpus.edition == edition, "which is no edit"
    with Store.open(folder, read_only=True) as store:
        patrol = store.patrol()
        assert patrol.place == 10
        patrol.step(10, Cancel())
        patrol.keep_place()
    with Store.open(folder) as store:
        patrol = store.patrol()
        assert patrol.place == 10, "an archive that is read only keeps nothing"
        patrol.step(10, Cancel())
        patrol.step(10, Cancel())
        assert patrol.place == 0, "then it begins again"


def test_an_empty_archive_has_nothing_to_check(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        patrol = store.patrol()
        assert patrol.step(10, Cancel()) == ()
        assert patrol.place == 0


def test_the_rounds_tell_of_damage_once_and_name_the_dispatch(folder: Path) -> None:
    told: list[ArchiveError] = []
    heard, again = threading.Event(), threading.Event()

    class Counted(Rounds):
        rounds = 0

        def _go_on(self, step: object) -> None:
            super()._go_on(step)  # type: ignore[arg-type]
            self.rounds += 1
            if self.rounds == 3:
                again.set()

    with Store.open(folder) as store:
        spoil(store, 7)
        rounds = Counted(store, every=0.01)
        rounds.on_damage(told.append)
        rounds.on_damage(lambda _error: heard.set())
        rounds.start()
        assert heard.wait(30)
        assert again.wait(30)
        rounds.close()
    (error,) = told
    assert isinstance(error, DispatchDamaged)
    assert error.fields["id"] == 7
    assert "Repair it from a backup" in error.advice


def test_closing_does_not_wait_for_the_next_minute(folder: Path) -> None:
    with Store.open(folder) as store:
        rounds = Rounds(store)
        rounds.start()
        rounds.close()
