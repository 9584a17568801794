"""The log of everything that was done to the archive, in the archive."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from index.changes import Happening
from index.store.stamps import now

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from index.changes import Change, RowChange
    from index.keys import ConceptId
    from index.store.connection import Connections

_CODEBOOK = frozenset({"concept", "concept_label", "concept_alias", "rule"})
_WHOLESALE = frozenset({"split-concept", "merge-concepts", "run-rule"})
"""Edits that belong to the history of every concept whose uses they move."""


class History:
    """Reads the log."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def recent(self, limit: int = 100) -> tuple[Happening, ...]:
        """Return the newest lines, newest first."""
        return self._read(
            "SELECT done_at, kind, rows, dispatches, detail FROM history ORDER BY id DESC LIMIT ?",
            (limit,),
        )

    def of_concept(self, concept: ConceptId) -> tuple[Happening, ...]:
        """Return what was done to one concept of the codebook, oldest first."""
        return self._read(
            "SELECT done_at, kind, rows, dispatches, detail FROM history_concept "
            "JOIN history ON history.id = history WHERE concept = ? ORDER BY history.id",
            (concept,),
        )

    def _read(self, query: str, values: Sequence[int]) -> tuple[Happening, ...]:
        with self._connections.reading() as connection:
            rows = connection.execute(query, values).fetchall()
        return tuple(
            Happening(
                datetime.fromisoformat(done), kind, count, dispatches, tuple(json.loads(detail))
            )
            for done, kind, count, dispatches, detail in rows
        )


def log(connection: sqlite3.Connection, change: Change) -> None:
    """Add a change; of the codebook every row, of the rest how much there was."""
    codebook = list(_codebook_rows(change.rows))
    line = (now(), change.kind, len(change.rows), len(change.dispatches))
    done = connection.execute(
        "INSERT INTO history (done_at, kind, rows, dispatches, detail) VALUES (?, ?, ?, ?, ?)",
        (*line, json.dumps(codebook, ensure_ascii=False)),
    )
    connection.executemany(
        "INSERT INTO history_concept (concept, history) VALUES (?, ?)",
        [(concept, done.lastrowid) for concept in _concepts(change)],
    )


def _codebook_rows(rows: Sequence[RowChange]) -> Iterator[dict[str, object]]:
    for row in rows:
        if row.table in _CODEBOOK:
            yield {"table": row.table, "before": row.before, "after": row.after}


def _concepts(change: Change) -> set[object]:
    """Return the concepts that were changed themselves, or wholesale in their uses."""
    if change.kind.removeprefix("revert-") in _WHOLESALE:
        return set(change.concepts)
    return {
        image["id" if row.table == "concept" else "concept"]
        for row in change.rows
        if row.table in _CODEBOOK
        for image in (row.before, row.after)
        if image is not None
    }
