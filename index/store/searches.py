"""Saved searches, and the log of searches made."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NewType

from index.dispatch import AccessionNumber
from index.folding import fold
from index.query import Facet, Filter, Query, Sort
from index.store.records import mend
from index.store.stamps import now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.changes import Change
    from index.store.connection import Connections
    from index.store.journal import Journal

SavedSearchId = NewType("SavedSearchId", int)


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query under a name."""

    id: SavedSearchId
    name: str
    query: Query
    created: datetime
    seen: AccessionNumber
    """The newest dispatch when it was last looked at; those above it are new since."""


@dataclass(frozen=True, slots=True)
class PastSearch:
    """A line of the search log."""

    searched: datetime
    query: Query
    total: int
    program: str
    """Name and version of the program that searched."""


class Searches:
    """What was searched for, by name and in time."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._connections = connections
        self._journal = journal

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches in alphabetical order."""
        query = "SELECT id, name, query, created, seen FROM saved_search ORDER BY folded"
        with self._connections.reading() as connection:
            rows = connection.execute(query).fetchall()
        return tuple(
            SavedSearch(
                SavedSearchId(number),
                name,
                read_query(stored),
                datetime.fromisoformat(created),
                AccessionNumber(seen),
            )
            for number, name, stored, created, seen in rows
        )

    def save(self, name: str, query: Query) -> tuple[SavedSearchId, Change]:
        """Keep a query under a name; a search of that name is replaced."""
        name = mend(name)
        with self._journal.edit("save-search") as edit:
            edit.connection.execute(
                "INSERT INTO saved_search (name, folded, query, created, seen) "
                "VALUES (?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM dispatch)) "
                "ON CONFLICT (folded) DO UPDATE SET name = excluded.name, query = excluded.query",
                (name, fold(name), write_query(query), now()),
            )
            held = "SELECT id FROM saved_search WHERE folded = ?"
            (number,) = edit.connection.execute(held, (fold(name),)).fetchone()
        return SavedSearchId(number), edit.change

    def look_at(self, search: SavedSearchId) -> Change:
        """Take every dispatch held now as seen."""
        with self._journal.edit("look-at-search") as edit:
            edit.connection.execute(
                "UPDATE saved_search SET seen = (SELECT coalesce(max(id), 0) FROM dispatch) "
                "WHERE id = ?",
                (search,),
            )
        return edit.change

    def delete(self, search: SavedSearchId) -> Change:
        """Forget a saved search; one that is gone already is fine."""
        with self._journal.edit("delete-search") as edit:
            edit.connection.execute("DELETE FROM saved_search WHERE id = ?", (search,))
        return edit.change

    def remember(self, query: Query, total: int, program: str = "") -> None:
        """Add a search to the log; no edit, so nothing that could be undone.

        ``program`` is this one and its version where nothing else is said.
        """
        with self._connections.writing() as transaction:
            transaction.connection.execute(
                "INSERT INTO search_history (searched_at, query, total, program) "
                "VALUES (?, ?, ?, ?)",
                (now(), write_query(query), total, program or _this_program()),
            )

    def recent(self, limit: int = 50) -> tuple[PastSearch, ...]:
        """Return the log, newest first."""
        statement = (
            "SELECT searched_at, query, total, program FROM search_history ORDER BY id DESC LIMIT ?"
        )
        with self._connections.reading() as connection:
            rows: Sequence[Any] = connection.execute(statement, (limit,)).fetchall()
        return tuple(
            PastSearch(datetime.fromisoformat(when), read_query(stored), total, program)
            for when, stored, total, program in rows
        )

    def forget(self) -> None:
        """Empty the log."""
        with self._connections.writing() as transaction:
            transaction.connection.execute("DELETE FROM search_history")


@cache
def _this_program() -> str:
    from importlib.metadata import version  # slow to load

    return f"dispatch-reader {version('dispatch-reader')}"


def write_query(query: Query) -> str:
    """Return a query as JSON."""
    return json.dumps(asdict(query), default=str, sort_keys=True)


def read_query(stored: str) -> Query:
    """Undo :func:`write_query`."""
    fields = json.loads(stored)
    return Query(
        fields["text"],
        tuple(
            Filter(Facet(each["facet"]), each["value"], each["exclude"])
            for each in fields["filters"]
        ),
        Sort(fields["sort"]),
        _day(fields["filed_from"]),
        _day(fields["filed_to"]),
        fields["collapse"],
        fields.get("thesaurus", True),
        tuple(fields.get("unwanted", ())),
        fields.get("stems", True),
    )


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
