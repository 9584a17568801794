"""Suggestions that were said no to: known by their kind and their folded words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.folding import fold
from index.store.dispatches import require_dispatches
from index.store.records import mend
from index.store.stamps import now

if TYPE_CHECKING:
    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.store.connection import Connections
    from index.store.journal import Journal

_ADD = """
INSERT INTO rejection (dispatch, kind, folded, rejected) VALUES (?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""
_FORGET = "DELETE FROM rejection WHERE dispatch = ? AND kind = ? AND folded = ?"


class Rejections:
    """What is not to be suggested for a dispatch again."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._connections = connections
        self._journal = journal

    def of(self, dispatch: AccessionNumber) -> frozenset[tuple[str, str]]:
        """Return the kind and folded words of everything rejected for a dispatch."""
        query = "SELECT kind, folded FROM rejection WHERE dispatch = ?"
        with self._connections.reading() as connection:
            return frozenset(connection.execute(query, (dispatch,)).fetchall())

    def add(self, dispatch: AccessionNumber, kind: str, text: str) -> Change:
        """Remember that a suggestion was rejected; once is enough.

        Raises:
            UnknownDispatch: there is no such dispatch.
        """
        with self._journal.edit("reject-suggestion") as edit:
            require_dispatches(edit.connection, [dispatch])
            edit.connection.execute(_ADD, (dispatch, kind, rejected_words(text), now()))
        return edit.change

    def forget(self, dispatch: AccessionNumber, kind: str, text: str) -> Change:
        """Let a suggestion be made again."""
        with self._journal.edit("forget-rejection") as edit:
            edit.connection.execute(_FORGET, (dispatch, kind, rejected_words(text)))
        return edit.change


def rejected_words(text: str) -> str:
    """Return what a rejected text is known by: its folded words with single spaces."""
    return fold(" ".join(mend(text).split()))
