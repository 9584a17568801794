"""The archive's own numbers: its id, the generation of its text and the edition of everything."""

from __future__ import annotations

import secrets
import uuid
from typing import TYPE_CHECKING

from index.store.failures import Damage

if TYPE_CHECKING:
    import sqlite3

GENERATION = "generation"
EDITION = "edition"
_ARCHIVE_ID = "archive_id"
_INDEX_KEY = "index_key"
_KEY_BYTES = 32
_PATROL = "patrol"


def found(connection: sqlite3.Connection) -> None:
    """Write the numbers of a new archive."""
    rows = [(_ARCHIVE_ID, str(uuid.uuid4())), (GENERATION, 0), (EDITION, 0)]
    connection.executemany("INSERT INTO meta (name, value) VALUES (?, ?)", rows)


def rename(connection: sqlite3.Connection) -> None:
    """Give a restored archive an id of its own, so that no older index is taken for its own."""
    connection.execute("UPDATE meta SET value = ? WHERE name = ?", (str(uuid.uuid4()), _ARCHIVE_ID))


def index_key(connection: sqlite3.Connection) -> bytes | None:
    """Return the key under which the index is sealed; None where there is none."""
    query = "SELECT value FROM meta WHERE name = ?"
    row = connection.execute(query, (_INDEX_KEY,)).fetchone()
    if row is not None and not isinstance(row[0], bytes):
        raise Damage("the key of the index is no key")
    return row[0] if row else None


def place_of_patrol(connection: sqlite3.Connection) -> int:
    """Return how far the round over the record had come."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (_PATROL,)).fetchone()
    return row[0] if row and isinstance(row[0], int) else 0


def set_place_of_patrol(connection: sqlite3.Connection, place: int) -> None:
    """Keep how far the round over the record has come."""
    connection.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_PATROL, place),
    )


def ensure_index_key(connection: sqlite3.Connection) -> None:
    """Make a key for the index of a new encrypted record."""
    if index_key(connection) is None:
        renew_index_key(connection)


def renew_index_key(connection: sqlite3.Connection) -> None:
    """Make a new key for the index: what was sealed under the old one is of no use any more."""
    drop_index_key(connection)
    row = (_INDEX_KEY, secrets.token_bytes(_KEY_BYTES))
    connection.execute("INSERT INTO meta (name, value) VALUES (?, ?)", row)


def drop_index_key(connection: sqlite3.Connection) -> None:
    """Leave the index unsealed from now on."""
    connection.execute("DELETE FROM meta WHERE name = ?", (_INDEX_KEY,))


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
