"""Puts an annotation that is orphaned on a passage that the user has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import AnotherStory
from index.store.annotation_rows import SELECTOR, copy, select, selector_row
from index.store.families import chain_of
from index.store.sql import update

if TYPE_CHECKING:
    import sqlite3

    from index.annotation import Annotation
    from index.dispatch import AccessionNumber
    from index.keys import AnnotationId
    from index.selectors import Span

_STANDS = "SELECT substr(body, ? + 1, ?) = ? FROM text WHERE dispatch = ?"
_PLACED = ("dispatch", *SELECTOR, "orphaned")


def attach(
    connection: sqlite3.Connection, held: Annotation, dispatch: AccessionNumber, span: Span
) -> AnnotationId:
    """Put an annotation on a passage of its dispatch or of another version; return what is there.

    On another version it is a copy, as when annotations are carried over, unless the passage is
    gone from its own version, too: then the annotation moves.

    Raises:
        AnotherStory: the dispatch is not a version of the annotation's own.
        PassageNotFound: the span is empty or runs outside the body.
    """
    if dispatch not in chain_of(connection, held.dispatch):
        raise AnotherStory(annotation=held.id, dispatch=dispatch)
    if dispatch != held.dispatch and _stands(connection, held):
        made = copy(connection, held, dispatch, span)
        _set(connection, held.id, {"orphaned": 0})
        return made
    selector = select(connection, dispatch, span.start, span.end)
    values = (dispatch, *selector_row(selector), 0)
    _set(connection, held.id, dict(zip(_PLACED, values, strict=True)))
    return held.id


def _stands(connection: sqlite3.Connection, held: Annotation) -> bool:
    at = held.selector
    values = (at.start, at.end - at.start, at.exact, held.dispatch)
    return bool(connection.execute(_STANDS, values).fetchone()[0])


def _set(
    connection: sqlite3.Connection, annotation: AnnotationId, columns: dict[str, str | int]
) -> None:
    connection.execute(update("annotation", columns, ["id"]), (*columns.values(), annotation))
