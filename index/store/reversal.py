"""Takes back row changes, last first, and says which ones it had to leave alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from index.changes import Change
from index.store.failures import conflicts
from index.store.sql import delete, insert, select, update
from index.store.touched import changed_columns
from index.store.watch import WATCHED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from index.changes import RowChange

_KEYS = {each.table: each.key for each in WATCHED}


@dataclass(frozen=True, slots=True)
class Reverted(Change):
    """A change that took another one back."""

    left: tuple[RowChange, ...] = ()
    """Rows that were changed again since and stay as they are now."""

    @classmethod
    def of(cls, change: Change, left: tuple[RowChange, ...]) -> Self:
        """Add what was left alone."""
        return cls(
            change.kind,
            change.rows,
            change.dispatches,
            change.concepts,
            change.annotations,
            change.reindex,
            left,
        )


def take_back(
    connection: sqlite3.Connection, change: Change, captured: list[RowChange]
) -> tuple[RowChange, ...]:
    """Restore the images before the change; return the rows that are no longer its own.

    A row that already is as it was before needs nothing and is not returned. ``captured`` is the
    journal's list of what is being changed now.
    """
    backwards = reversed(change.rows)
    return tuple(row for row in backwards if not _restored(connection, row, captured))


def _restored(connection: sqlite3.Connection, row: RowChange, captured: list[RowChange]) -> bool:
    mark = len(captured)
    try:
        return _restore(connection, row) or _stands(connection, row, row.before)
    except conflicts():
        # What the row refers to is gone, or its name has been given to another. SQLite took the
        # statement back, but not what the journal had already heard of it.
        del captured[mark:]
        return False


def _restore(connection: sqlite3.Connection, row: RowChange) -> bool:
    if row.after is None:
        return _bring_back(connection, row)
    if row.before is None:
        return _remove(connection, row, row.after)
    changed = [name for name in row.before if name in changed_columns(row)]
    keys = _KEYS[row.table]
    statement = update(row.table, changed, (*keys, *changed))
    values = [row.before[name] for name in changed]
    place = [row.after[name] for name in (*keys, *changed)]
    return connection.execute(statement, (*values, *place)).rowcount == 1


def _bring_back(connection: sqlite3.Connection, row: RowChange) -> bool:
    image = row.before or {}
    if _current(connection, row, list(image)) is not None:
        return False
    connection.execute(insert(row.table, image), tuple(image.values()))
    return True


def _remove(connection: sqlite3.Connection, row: RowChange, image: Mapping[str, object]) -> bool:
    statement = delete(row.table, image)
    return connection.execute(statement, tuple(image.values())).rowcount == 1


def _stands(
    connection: sqlite3.Connection, row: RowChange, image: Mapping[str, object] | None
) -> bool:
    if image is None:
        return _current(connection, row, ["1"]) is None
    return _current(connection, row, list(image)) == tuple(image.values())


def _current(
    connection: sqlite3.Connection, row: RowChange, columns: Sequence[str]
) -> tuple[object, ...] | None:
    statement = select(row.table, columns, _KEYS[row.table])
    found: tuple[object, ...] | None = connection.execute(statement, row.key).fetchone()
    return found
