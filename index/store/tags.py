"""Tags: concepts on dispatches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.dispatch import AccessionNumber
from index.errors import UnknownConcept
from index.keys import ConceptId
from index.store.dispatches import require_dispatches
from index.store.sql import AMONG, numbers
from index.store.stamps import now

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from index.changes import Change
    from index.store.connection import Connections
    from index.store.journal import Journal

_OF = (
    f"SELECT dispatch, concept FROM tag WHERE dispatch IN {AMONG} ORDER BY dispatch, added, concept"  # noqa: S608
)
_COUNTS = f"SELECT concept, count(*) FROM tag WHERE dispatch IN {AMONG} GROUP BY concept"  # noqa: S608
_ADD = """
INSERT INTO tag (dispatch, concept, added)
SELECT dispatch.value, concept.value, ? FROM json_each(?) dispatch, json_each(?) concept WHERE TRUE
ON CONFLICT DO NOTHING
"""
_REMOVE = f"DELETE FROM tag WHERE dispatch IN {AMONG} AND concept IN {AMONG}"  # noqa: S608


class Tags:
    """Which concepts are on which dispatches; never touches the indexed text."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._connections = connections
        self._journal = journal

    def of(self, ids: Iterable[AccessionNumber]) -> dict[AccessionNumber, tuple[ConceptId, ...]]:
        """Return the concepts on each dispatch that has any, in the order they were put there."""
        found: dict[AccessionNumber, tuple[ConceptId, ...]] = {}
        with self._connections.reading() as connection:
            rows = connection.execute(_OF, (numbers(ids),)).fetchall()
        for dispatch, concept in rows:
            number = AccessionNumber(dispatch)
            found[number] = (*found.get(number, ()), ConceptId(concept))
        return found

    def counts(self, ids: Iterable[AccessionNumber]) -> dict[ConceptId, int]:
        """Return how many of the dispatches bear each concept that any of them bears."""
        with self._connections.reading() as connection:
            rows = connection.execute(_COUNTS, (numbers(ids),)).fetchall()
        return {ConceptId(concept): count for concept, count in rows}

    def add(self, ids: Iterable[AccessionNumber], concepts: Iterable[ConceptId]) -> Change:
        """Put every concept on every dispatch; those already there are no part of the change.

        Raises:
            UnknownDispatch, UnknownConcept: nothing was tagged.
        """
        dispatches, wanted = list(ids), list(concepts)
        with self._journal.edit("tag") as edit:
            require_dispatches(edit.connection, dispatches)
            require_concepts(edit.connection, wanted)
            edit.connection.execute(_ADD, (now(), numbers(dispatches), numbers(wanted)))
        return edit.change

    def remove(self, ids: Iterable[AccessionNumber], concepts: Iterable[ConceptId]) -> Change:
        """Take every concept off every dispatch; those that have it not are no part of it."""
        with self._journal.edit("untag") as edit:
            edit.connection.execute(_REMOVE, (numbers(ids), numbers(concepts)))
        return edit.change


def require_concepts(connection: sqlite3.Connection, concepts: Iterable[ConceptId]) -> None:
    """Check that every concept exists.

    Raises:
        UnknownConcept: names the first that does not.
    """
    query = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM concept) LIMIT 1"
    missing = connection.execute(query, (numbers(concepts),)).fetchone()
    if missing is not None:
        raise UnknownConcept(concept=missing[0])
