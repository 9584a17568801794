"""Which dispatches, concepts and annotations a set of row changes is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from index.store.sql import AMONG, numbers

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from index.changes import RowChange

_DISPATCH = {"tag": "dispatch", "annotation": "dispatch", "correction": "dispatch",
             "dispatch": "id", "text": "dispatch", "rejection": "dispatch"}  # fmt: skip
_CONCEPT = {"tag": "concept", "annotation_concept": "concept", "concept": "id",
            "concept_label": "concept", "concept_alias": "concept", "rule": "concept"}  # fmt: skip
_ANNOTATION = {"annotation": "id", "annotation_concept": "annotation"}

_RELATIONS = frozenset({"family", "supersedes"})
"""Columns of a dispatch that the index of words does not depend on."""


@dataclass(slots=True)
class Touched:
    """Ids by kind; ``reindex``: whose words are others; ``rehash``: whose record is."""

    dispatches: set[int] = field(default_factory=set)
    concepts: set[int] = field(default_factory=set)
    annotations: set[int] = field(default_factory=set)
    reindex: set[int] = field(default_factory=set)
    rehash: set[int] = field(default_factory=set)


def touched_by(rows: Iterable[RowChange], connection: sqlite3.Connection) -> Touched:
    """Collect what the rows are about; annotations lead to their dispatches."""
    found = Touched()
    for row in rows:
        image = row.after or row.before or {}
        _note(found.dispatches, _DISPATCH, row.table, image)
        _note(found.concepts, _CONCEPT, row.table, image)
        _note(found.annotations, _ANNOTATION, row.table, image)
        if row.table in ("dispatch", "text"):
            _note_text(found, row)
    if found.annotations:
        found.dispatches |= _annotated(found.annotations, connection)
    return found


def changed_columns(row: RowChange) -> frozenset[str]:
    """Return the columns in which the two images differ; all of them where there is only one."""
    if row.before is None or row.after is None:
        return frozenset(row.before or row.after or {})
    return frozenset(name for name, value in row.before.items() if row.after[name] != value)


def _note(
    into: set[int], columns: Mapping[str, str], table: str, image: Mapping[str, object]
) -> None:
    column = columns.get(table)
    if column is not None:
        into.add(cast("int", image[column]))


def _note_text(found: Touched, row: RowChange) -> None:
    number = cast("int", row.key[0])
    found.rehash.add(number)
    if not changed_columns(row) <= _RELATIONS:
        found.reindex.add(number)


def _annotated(annotations: Iterable[int], connection: sqlite3.Connection) -> set[int]:
    query = f"SELECT dispatch FROM annotation WHERE id IN {AMONG}"  # noqa: S608
    return {number for (number,) in connection.execute(query, (numbers(annotations),))}
