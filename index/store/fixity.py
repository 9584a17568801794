"""Hashes of records as they stand in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.store.records import HASHED, RECORD, digest
from index.store.sql import AMONG, numbers

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_HASHED_OF = f"SELECT id, {', '.join(HASHED)} FROM {RECORD} WHERE id IN {AMONG}"  # noqa: S608


def rehash(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    """Write the hashes of records whose content was changed on purpose."""
    if not ids:
        return
    rows = connection.execute(_HASHED_OF, (numbers(ids),)).fetchall()
    fresh = [(digest(content), number) for number, *content in rows]
    connection.executemany("UPDATE dispatch SET record = ? WHERE id = ?", fresh)
