"""Rules, and what they tag when they are run."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from index.errors import RuleTaken, UnknownRule
from index.folding import fold
from index.keys import ConceptId
from index.rule import Rule, RuleId
from index.store.concept_rows import tidy_label
from index.store.dispatches import require_dispatches
from index.store.searches import read_query, write_query
from index.store.sql import numbers
from index.store.stamps import now, read_moment
from index.store.tags import require_concepts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.query import Query
    from index.store.connection import Connections
    from index.store.journal import Journal

_ALL = "SELECT id, name, concept, query, created, ran, tagged FROM rule ORDER BY folded"
_TAG = """
INSERT INTO tag (dispatch, concept, added)
SELECT value, (SELECT concept FROM rule WHERE id = ?), ? FROM json_each(?) WHERE TRUE
ON CONFLICT DO NOTHING
"""


class Rules:
    """Saved rules; one is run only when somebody asks for it."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._connections = connections
        self._journal = journal

    def all(self) -> tuple[Rule, ...]:
        """Return the rules in alphabetical order."""
        with self._connections.reading() as connection:
            return tuple(_rule(row) for row in connection.execute(_ALL).fetchall())

    def get(self, rule: RuleId) -> Rule:
        """Return one rule.

        Raises:
            UnknownRule: there is none.
        """
        found = next((each for each in self.all() if each.id == rule), None)
        if found is None:
            raise UnknownRule(rule=rule)
        return found

    def named(self, name: str) -> Rule:
        """Return the rule of this name, whatever its accents and case.

        Raises:
            UnknownRule: there is none.
        """
        folded = fold(" ".join(name.split()))
        found = next((each for each in self.all() if fold(each.name) == folded), None)
        if found is None:
            raise UnknownRule(rule=name)
        return found

    def add(self, name: str, concept: ConceptId, query: Query) -> tuple[RuleId, Change]:
        """Save a rule.

        Raises:
            RuleTaken: another one has the name.
            UnknownConcept: there is no such concept.
        """
        name = tidy_label(name)
        with self._journal.edit("create-rule") as edit:
            require_concepts(edit.connection, [concept])
            _require_free(edit.connection, name)
            cursor = edit.connection.execute(
                "INSERT INTO rule (name, folded, concept, query, created) VALUES (?, ?, ?, ?, ?)",
                (name, fold(name), concept, write_query(query), now()),
            )
        return RuleId(cursor.lastrowid or 0), edit.change

    def rename(self, rule: RuleId, name: str) -> Change:
        """Give a rule another name.

        Raises:
            RuleTaken: another one has the name.
            UnknownRule: there is no such rule.
        """
        name = tidy_label(name)
        with self._journal.edit("rename-rule") as edit:
            _require(edit.connection, rule)
            _require_free(edit.connection, name, but=rule)
            values = (name, fold(name), rule)
            edit.connection.execute("UPDATE rule SET name = ?, folded = ? WHERE id = ?", values)
        return edit.change

    def delete(self, rule: RuleId) -> Change:
        """Forget a rule; what it tagged stays tagged.

        Raises:
            UnknownRule: there is no such rule.
        """
        with self._journal.edit("delete-rule") as edit:
            _require(edit.connection, rule)
            edit.connection.execute("DELETE FROM rule WHERE id = ?", (rule,))
        return edit.change

    def apply(self, rule: RuleId, ids: Iterable[AccessionNumber]) -> Change:
        """Tag dispatches with a rule's concept and note in the rule that this was done.

        Where all of them bear the concept already, nothing changes.

        Raises:
            UnknownRule, UnknownDispatch: nothing was tagged.
        """
        wanted, moment = list(ids), now()
        with self._journal.edit("run-rule") as edit:
            _require(edit.connection, rule)
            require_dispatches(edit.connection, wanted)
            done = edit.connection.execute(_TAG, (rule, moment, numbers(wanted))).rowcount
            if done > 0:
                values = (moment, done, rule)
                edit.connection.execute("UPDATE rule SET ran = ?, tagged = ? WHERE id = ?", values)
        return edit.change


def _rule(row: Sequence[Any]) -> Rule:
    number, name, concept, query, created, ran, tagged = row
    return Rule(
        RuleId(number),
        name,
        ConceptId(concept),
        read_query(query),
        datetime.fromisoformat(created),
        read_moment(ran),
        tagged,
    )


def _require(connection: sqlite3.Connection, rule: RuleId) -> None:
    if connection.execute("SELECT 1 FROM rule WHERE id = ?", (rule,)).fetchone() is None:
        raise UnknownRule(rule=rule)


def _require_free(connection: sqlite3.Connection, name: str, *, but: int = 0) -> None:
    held = "SELECT 1 FROM rule WHERE folded = ? AND id <> ?"
    if connection.execute(held, (fold(name), but)).fetchone():
        raise RuleTaken(name=name)
