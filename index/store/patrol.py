"""Hashes a few dispatches at a time, round and round, so that damage is found while copies last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.reports import ignore
from index.store import counters
from index.store.verify import Verification, last_number

if TYPE_CHECKING:
    from index.reports import Cancel, Fault
    from index.store.connection import Connections


class Patrol:
    """One round after the other over the record; the place is kept from session to session."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        with connections.reading() as connection:
            self._place = self._kept = counters.place_of_patrol(connection)

    @property
    def place(self) -> int:
        """The accession number that was checked last; 0 where a round is about to begin."""
        return self._place

    def step(self, count: int, cancel: Cancel) -> tuple[Fault, ...]:
        """Check the next dispatches, as many accession numbers as said; return what is wrong.

        Raises:
            ArchiveDamaged: nothing can be read any more.
        """
        with self._connections.reading_committed() as connection:
            last = last_number(connection)
            first = self._place if self._place < last else 0
            until = min(first + count, last)
            check = Verification(self._connections, ignore, cancel)
            faults = tuple(check.records(connection, (first, until)))
        self._place = until if until < last else 0
        return faults

    def keep_place(self) -> None:
        """Write down how far the round has come; not in an archive that is open read-only."""
        if self._place == self._kept or self._connections.read_only:
            return
        with self._connections.writing() as transaction:
            counters.set_place_of_patrol(transaction.connection, self._place)
        self._kept = self._place
