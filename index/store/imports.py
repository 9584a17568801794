"""The log of imports, kept as they run, so that one cut short can go on where it stopped."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

import index.errors
from index.dispatch import AccessionNumber
from index.errors import ArchiveError
from index.reports import ImportItem, ImportPlan, ImportReport, Outcome
from index.store.plans import read_plan, write_plan
from index.store.records import mend, read_list, write_counts, write_list
from index.store.sql import insert
from index.store.stamps import now, read_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.store.connection import Connections

ImportId = NewType("ImportId", int)

_ITEM = ("path", "member", "outcome", "dispatch", "headline", "error", "dropped", "warnings")
_ADD = insert("import_item", ("batch", *_ITEM))
_ITEMS = f"SELECT {', '.join(_ITEM)} FROM import_item WHERE batch = ? ORDER BY id"  # noqa: S608
_BEGIN = insert("import_batch", ("started", "paths", "plan", "cancelled", "seconds"))
_BATCHES = "SELECT id, started, ended, paths, cancelled, seconds, plan FROM import_batch"


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One run of an import."""

    id: ImportId
    started: datetime
    ended: datetime | None
    """None: still running, or cut short by a crash."""
    paths: tuple[str, ...]
    """As the user named them."""
    cancelled: bool
    seconds: float
    plan: ImportPlan
    """What had been decided before it began."""


class Imports:
    """What each import was asked, and what became of each input.

    Items are written in the transaction of the dispatches they tell of when both are done inside
    ``Store.together()``; then a crash loses neither or both.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def begin(self, paths: Iterable[str], plan: ImportPlan | None = None) -> ImportId:
        """Open a batch."""
        values = (now(), mend(write_list(list(paths))), write_plan(plan or ImportPlan()), 0, 0)
        with self._connections.writing() as transaction:
            cursor = transaction.connection.execute(_BEGIN, values)
        return ImportId(cursor.lastrowid or 0)

    def record(self, batch: ImportId, items: Iterable[ImportItem]) -> None:
        """Add what became of some inputs."""
        rows = [(batch, *_pack(item)) for item in items]
        with self._connections.writing() as transaction:
            transaction.connection.executemany(_ADD, rows)

    def finish(self, batch: ImportId, *, cancelled: bool = False, seconds: float = 0.0) -> None:
        """Close a batch; a cancelled one can still be resumed."""
        with self._connections.writing() as transaction:
            transaction.connection.execute(
                "UPDATE import_batch SET ended = ?, cancelled = ?, seconds = ? WHERE id = ?",
                (now(), int(cancelled), seconds, batch),
            )

    def all(self) -> tuple[ImportBatch, ...]:
        """Return every batch, newest first."""
        return self._batches(f"{_BATCHES} ORDER BY id DESC")

    def unfinished(self) -> tuple[ImportBatch, ...]:
        """Return the batches that were cancelled or cut short, newest first."""
        return self._batches(f"{_BATCHES} WHERE ended IS NULL OR cancelled ORDER BY id DESC")

    def ended(self) -> tuple[str, ...]:
        """Return when each batch that has come to its end was started, oldest first, as stored.

        No two archives, and no two states of one, share such a moment by chance.
        """
        query = "SELECT started FROM import_batch WHERE ended IS NOT NULL ORDER BY id"
        with self._connections.reading() as connection:
            return tuple(started for (started,) in connection.execute(query))

    def done(self, batch: ImportId) -> frozenset[tuple[str, str]]:
        """Return (path, member) of every input of a batch that has its outcome."""
        query = "SELECT path, member FROM import_item WHERE batch = ?"
        with self._connections.reading() as connection:
            return frozenset(connection.execute(query, (batch,)).fetchall())

    def report(self, batch: ImportId) -> ImportReport:
        """Return the report of a batch as it was given at its end."""
        with self._connections.reading() as connection:
            items = connection.execute(_ITEMS, (batch,)).fetchall()
        (found,) = self._batches(f"{_BATCHES} WHERE id = ?", batch)
        return ImportReport(
            tuple(_unpack(row) for row in items), cancelled=found.cancelled, seconds=found.seconds
        )

    def _batches(self, query: str, *values: int) -> tuple[ImportBatch, ...]:
        with self._connections.reading() as connection:
            rows = connection.execute(query, values).fetchall()
        return tuple(
            ImportBatch(
                ImportId(number),
                datetime.fromisoformat(started),
                read_moment(ended),
                read_list(paths),
                bool(cancelled),
                seconds,
                read_plan(plan),
            )
            for number, started, ended, paths, cancelled, seconds, plan in rows
        )


def _pack(item: ImportItem) -> tuple[Any, ...]:
    return (
        mend(item.path),
        mend(item.member),
        str(item.outcome),
        item.id,
        mend(item.headline),
        _write_error(item.error),
        write_counts(item.dropped),
        mend(write_list(item.warnings)),
    )


def _unpack(row: Sequence[Any]) -> ImportItem:
    path, member, outcome, number, headline, error, dropped, warnings = row
    return ImportItem(
        path,
        Outcome(outcome),
        member,
        None if number is None else AccessionNumber(number),
        headline,
        _read_error(error),
        json.loads(dropped),
        read_list(warnings),
    )


def _write_error(error: ArchiveError | None) -> str | None:
    if error is None:
        return None
    return json.dumps([type(error).__name__, error.fields], default=str)


def _read_error(stored: str | None) -> ArchiveError | None:
    if stored is None:
        return None
    name, fields = json.loads(stored)
    kind = getattr(index.errors, name, None)
    if isinstance(kind, type) and issubclass(kind, ArchiveError):
        return kind(**fields)
    return ArchiveError(**fields)
