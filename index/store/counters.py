"""The archive's own numbers: its id, the generation of its text and the edition of everything."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from index.store.failures import Damage

if TYPE_CHECKING:
    import sqlite3

GENERATION = "generation"
EDITION = "edition"
_ARCHIVE_ID = "archive_id"


def found(connection: sqlite3.Connection) -> None:
    """Write the numbers of a new archive."""
    rows = [(_ARCHIVE_ID, str(uuid.uuid4())), (GENERATION, 0), (EDITION, 0)]
    connection.executemany("INSERT INTO meta (name, value) VALUES (?, ?)", rows)


def rename(connection: sqlite3.Connection) -> None:
    """Give a restored archive an id of its own, so that no older index is taken for its own."""
    connection.execute("UPDATE meta SET value = ? WHERE name = ?", (str(uuid.uuid4()), _ARCHIVE_ID))


def archive_id(connection: sqlite3.Connection) -> str:
    """Return the archive's UUID."""
    return str(_value(connection, _ARCHIVE_ID))


def counter(connection: sqlite3.Connection, name: str) -> int:
    """Return GENERATION or EDITION."""
    value = _value(connection, name)
    if not isinstance(value, int):
        raise Damage(f"the archive's {name} is no number")
    return value


def advance(connection: sqlite3.Connection, name: str) -> int:
    """Count one further and return the new value."""
    connection.execute("UPDATE meta SET value = value + 1 WHERE name = ?", (name,))
    return counter(connection, name)


def _value(connection: sqlite3.Connection, name: str) -> object:
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise Damage(f"the archive's {name} is missing")
    return row[0]
