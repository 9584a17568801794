"""Puts an annotation that is orphaned on a passage that the user has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import AnotherStory
from index.keys import AnnotationId
from index.store.annotation_rows import SELECTOR, copy, select, selector_row
from index.store.families import chain_of
from index.store.sql import update
from index.store.stamps import write_moment

if TYPE_CHECKING:
    import sqlite3

    from index.annotation import Annotation
    from index.dispatch import AccessionNumber
    from index.selectors import Span

_STANDS = "SELECT substr(body, ? + 1, ?) = ? FROM text WHERE dispatch = ?"
_COPY = """
SELECT id FROM annotation
WHERE dispatch = ? AND created = ? AND creator = ? AND trashed IS NULL ORDER BY id
"""
_PLACED = ("dispatch", *SELECTOR, "orphaned")


def attach(
    connection: sqlite3.Connection, held: Annotation, dispatch: AccessionNumber, span: Span
) -> AnnotationId:
    """Put an annotation on a passage of its dispatch or of another version; return what is there.

    On another version it is a copy, as when annotations are carried over; one that stands there
    already moves to the passage. Where the passage is gone from its own version, too, the
    annotation itself moves.

    Raises:
        AnotherStory: the dispatch is not a version of the annotation's own.
        PassageNotFound: the span is empty or runs outside the body.
    """
    if dispatch not in chain_of(connection, held.dispatch):
        raise AnotherStory(annotation=held.id, dispatch=dispatch)
    if dispatch != held.dispatch and _stands(connection, held):
        if held.orphaned:
            _set(connection, held.id, {"orphaned": 0})
        there = _copy_of(connection, held, dispatch)
        if there is None:
            return copy(connection, held, dispatch, span)
        return _move(connection, there, dispatch, span)
    return _move(connection, held.id, dispatch, span)


def _copy_of(
    connection: sqlite3.Connection, held: Annotation, dispatch: AccessionNumber
) -> AnnotationId | None:
    """Return the copy of an annotation on another version, known by moment and author."""
    values = (dispatch, write_moment(held.created), held.creator)
    row = connection.execute(_COPY, values).fetchone()
    return AnnotationId(row[0]) if row else None


def _move(
    connection: sqlite3.Connection, annotation: AnnotationId, dispatch: AccessionNumber, span: Span
) -> AnnotationId:
    selector = select(connection, dispatch, span.start, span.end)
    values = (dispatch, *selector_row(selector), 0)
    _set(connection, annotation, dict(zip(_PLACED, values, strict=True)))
    return annotation


def _stands(connection: sqlite3.Connection, held: Annotation) -> bool:
    at = held.selector
    values = (at.start, at.end - at.start, at.exact, held.dispatch)
    return bool(connection.execute(_STANDS, values).fetchone()[0])


def _set(
    connection: sqlite3.Connection, annotation: AnnotationId, columns: dict[str, str | int]
) -> None:
    connection.execute(update("annotation", columns, ["id"]), (*columns.values(), annotation))
