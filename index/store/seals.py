"""A running hash of each table that only the user fills.

A seal is the sum of its rows' hashes modulo 2^63, so that an edit updates it from the rows it
touched alone, and ``verify`` finds a flipped bit wherever it struck.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from index.store.sql import select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from index.changes import RowChange

SEALED = (
    "concept", "concept_label", "concept_alias", "tag",
    "annotation", "annotation_concept", "saved_search", "correction",
    "rule", "rejection",
    "layer", "layer_dispatch", "layer_tag", "layer_annotation",
)  # fmt: skip
_MODULUS = 1 << 63


def reseal(connection: sqlite3.Connection, rows: Iterable[RowChange]) -> None:
    """Bring the seals in step with rows that have just changed."""
    sums: dict[str, int] = {}
    for row in rows:
        if row.table in SEALED:
            sums[row.table] = sums.get(row.table, 0) + _hash(row.after) - _hash(row.before)
    for table, moved in sums.items():
        _write(connection, table, (read(connection, table) or 0) + moved)


def seal_all(connection: sqlite3.Connection) -> None:
    """Set every seal from the rows as they are: after a migration."""
    for table in SEALED:
        _write(connection, table, measure(connection, table))


def read(connection: sqlite3.Connection, table: str) -> int | None:
    """Return the seal as it was kept; None where it cannot be."""
    kept = connection.execute("SELECT digest FROM seal WHERE covers = ?", (table,)).fetchone()
    return kept[0] if kept and isinstance(kept[0], int) else None


def measure(connection: sqlite3.Connection, table: str) -> int:
    """Return the seal that the rows of a table should have."""
    cursor = connection.execute(select(table, ["*"]))
    names = [column[0] for column in cursor.description]
    return sum(_hash_of(names, row) for row in cursor) % _MODULUS


def _write(connection: sqlite3.Connection, table: str, total: int) -> None:
    connection.execute(
        "INSERT INTO seal (covers, digest) VALUES (?, ?) "
        "ON CONFLICT (covers) DO UPDATE SET digest = excluded.digest",
        (table, total % _MODULUS),
    )


def _hash(image: Mapping[str, object] | None) -> int:
    return 0 if image is None else _hash_of(list(image), list(image.values()))


def _hash_of(names: Sequence[str], values: Sequence[object]) -> int:
    canonical = json.dumps([names, values], ensure_ascii=False, default=repr).encode()
    return int.from_bytes(hashlib.blake2b(canonical, digest_size=8).digest(), "big")
