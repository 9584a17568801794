"""Hashes of records as they stand in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.store.records import CONTENT, RECORD, digest
from index.store.sql import AMONG, numbers

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_CONTENT_OF = f"SELECT id, {', '.join(CONTENT)} FROM {RECORD} WHERE id IN {AMONG}"  # noqa: S608


def rehash(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    """Write the hashes of records whose content was changed on purpose."""
    if not ids:
        return
    rows = connection.execute(_CONTENT_OF, (numbers(ids),)).fetchall()
    fresh = [(digest(content), number) for number, *content in rows]
    connection.executemany("UPDATE dispatch SET record = ? WHERE id = ?", fresh)
