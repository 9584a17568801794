"""Watches the tables that edits change, so that whatever SQL an edit runs can be taken back.

TEMP triggers of the write connection call back with each row before and after. They live and die
with the connection; nothing of this is stored in the archive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.changes import RowChange

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Watched:
    """A table whose rows are captured, but for the columns that only mirror others."""

    table: str
    key: tuple[str, ...]
    blind: frozenset[str] = frozenset()
    updates_only: bool = False
    """Rows come by import and go for good: no edit to take back."""


DERIVED = frozenset({"generation", "record", "content"})

WATCHED = (
    Watched("concept", ("id",)),
    Watched("concept_label", ("concept", "language")),
    Watched("concept_alias", ("concept", "alias")),
    Watched("tag", ("dispatch", "concept")),
    Watched("annotation", ("id",)),
    Watched("annotation_concept", ("annotation", "concept")),
    Watched("saved_search", ("id",)),
    Watched("correction", ("dispatch", "field")),
    Watched("rule", ("id",)),
    Watched("rejection", ("dispatch", "kind", "folded")),
    Watched("layer", ("id",)),
    Watched("layer_dispatch", ("layer", "dispatch")),
    Watched("layer_tag", ("layer", "dispatch", "concept")),
    Watched("layer_annotation", ("id",)),
    Watched("dispatch", ("id",), DERIVED, updates_only=True),
    Watched("text", ("dispatch",), frozenset({"body", "boilerplate"}), updates_only=True),
)


class Watch:
    """Reports every row change of the watched tables to ``seen``."""

    def __init__(self, connection: sqlite3.Connection, seen: Callable[[RowChange], None]) -> None:
        self._seen = seen
        self.columns = {each.table: _columns(connection, each) for each in WATCHED}
        self._keys = {each.table: each.key for each in WATCHED}
        connection.create_function("row_came", -1, self._came)
        connection.create_function("row_went", -1, self._went)
        connection.create_function("row_changed", -1, self._changed)
        for each in WATCHED:
            for statement in _triggers(each, self.columns[each.table]):
                connection.execute(statement)

    def _came(self, table: str, *values: object) -> None:
        self._note(table, None, dict(zip(self.columns[table], values, strict=True)))

    def _went(self, table: str, *values: object) -> None:
        self._note(table, dict(zip(self.columns[table], values, strict=True)), None)

    def _changed(self, table: str, *values: object) -> None:
        columns = self.columns[table]
        before = dict(zip(columns, values[: len(columns)], strict=True))
        after = dict(zip(columns, values[len(columns) :], strict=True))
        if before != after:
            self._note(table, before, after)

    def _note(
        self, table: str, before: dict[str, object] | None, after: dict[str, object] | None
    ) -> None:
        row = after or before or {}
        key = tuple(row[name] for name in self._keys[table])
        self._seen(RowChange(table, key, before, after))


def _columns(connection: sqlite3.Connection, watched: Watched) -> tuple[str, ...]:
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (watched.table,))
    return tuple(name for (name,) in rows if name not in watched.blind)


def _triggers(watched: Watched, columns: Sequence[str]) -> list[str]:
    old = ", ".join(f"old.{name}" for name in columns)
    new = ", ".join(f"new.{name}" for name in columns)
    table, names = watched.table, ", ".join(columns)
    update = f"watch_{table}_update AFTER UPDATE OF {names} ON main.{table}"
    insert = f"watch_{table}_insert AFTER INSERT ON main.{table}"
    delete = f"watch_{table}_delete AFTER DELETE ON main.{table}"
    made = [f"{update} BEGIN SELECT row_changed('{table}', {old}, {new}); END"]
    if not watched.updates_only:
        made.append(f"{insert} BEGIN SELECT row_came('{table}', {new}); END")
        made.append(f"{delete} BEGIN SELECT row_went('{table}', {old}); END")
    return [f"CREATE TEMP TRIGGER {trigger}" for trigger in made]
