"""Edits: one transaction each, captured row by row, logged, told to listeners, taken back."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.changes import Change
from index.store import counters, history, seals
from index.store.fixity import rehash
from index.store.reversal import Reverted, take_back
from index.store.sql import AMONG, numbers
from index.store.touched import Touched, touched_by
from index.store.watch import Watch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from index.changes import RowChange
    from index.store.connection import Connections, Transaction


@dataclass(slots=True)
class Edit:
    """An edit while it runs; ``change`` is there once it has ended well."""

    kind: str
    connection: sqlite3.Connection
    captured: list[RowChange]
    """Rows changed so far in the transaction."""
    added: Sequence[int] = ()
    """Dispatches that came by import, already marked with ``generation``."""
    gone: Sequence[int] = ()
    """Dispatches deleted for good."""
    _generation: int = 0
    _change: Change | None = field(default=None)

    @property
    def generation(self) -> int:
        """The generation that this edit begins; asking for it counts one further."""
        if not self._generation:
            self._generation = counters.advance(self.connection, counters.GENERATION)
        return self._generation

    @property
    def change(self) -> Change:
        """What the edit did."""
        if self._change is None:
            raise RuntimeError("the edit has not ended")
        return self._change

    def end(self, rows: tuple[RowChange, ...]) -> Change:
        """Settle what follows from the rows: generation, hashes, seals, edition, history."""
        touched = touched_by(rows, self.connection)
        self._mark(rows, touched)
        reindex = frozenset((*touched.reindex, *self.added, *self.gone))
        change = Change(
            self.kind,
            () if self.added or self.gone else rows,
            frozenset((*touched.dispatches, *reindex)),
            frozenset(touched.concepts),
            frozenset(touched.annotations),
            reindex,
        )
        if change:
            seals.reseal(self.connection, rows)
            counters.advance(self.connection, counters.EDITION)
            history.log(self.connection, change)
        self._change = change
        return change

    def _mark(self, rows: Sequence[RowChange], touched: Touched) -> None:
        if any(row.table in ("dispatch", "text") for row in rows):
            marked = (self.generation, numbers(touched.reindex))
            self.connection.execute(
                f"UPDATE dispatch SET generation = ? WHERE id IN {AMONG}",  # noqa: S608
                marked,
            )
        rehash(self.connection, touched.rehash)


class Journal:
    """Runs edits over the one write connection."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._listeners: list[Callable[[Change], None]] = []
        self._watch = None if connections.read_only else Watch(connections.writer, self._seen)

    @contextmanager
    def edit(self, kind: str) -> Iterator[Edit]:
        """Run an edit as one transaction, or as part of the one that this thread has open.

        Raises:
            ReadOnlyArchive: the archive is open read-only.
            StorageFull: nothing was kept.
        """
        with self._connections.writing() as transaction:
            mark = len(transaction.rows)
            edit = Edit(kind, transaction.connection, transaction.rows)
            try:
                yield edit
                change = edit.end(tuple(transaction.rows[mark:]))
            except BaseException:
                del transaction.rows[mark:]
                raise
            if change:
                transaction.changes.append(change)
        self._tell(transaction)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Commit all edits made inside at once, or none of them."""
        with self._connections.writing() as transaction:
            yield
        self._tell(transaction)

    def revert(self, change: Change) -> Reverted:
        """Restore the rows before a change, where they still are what it made of them."""
        with self.edit(f"revert-{change.kind}".replace("revert-revert-", "")) as edit:
            left = take_back(edit.connection, change, edit.captured)
        return Reverted.of(edit.change, left)

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``listener`` after each commit, in the thread that edited; returns the way out."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _seen(self, row: RowChange) -> None:
        transaction = self._connections.transaction
        if transaction is not None:
            transaction.rows.append(row)

    def _tell(self, transaction: Transaction) -> None:
        if transaction.depth:
            return
        for change in transaction.changes:
            for listener in tuple(self._listeners):
                listener(change)
