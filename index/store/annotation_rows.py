"""Annotations as rows and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.annotation import Annotation, Colour
from index.dispatch import AccessionNumber
from index.errors import PassageNotFound, UnknownAnnotation, UnknownDispatch
from index.keys import AnnotationId, ConceptId
from index.selectors import TextSelector, describe
from index.store.records import mend
from index.store.sql import AMONG, insert, numbers
from index.store.stamps import now, read_moment, write_moment
from index.store.tags import require_concepts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from index.selectors import Span

SELECTOR = ("exact", "prefix", "suffix", "start", "stop")
COLUMNS = (
    "id",
    "dispatch",
    *SELECTOR,
    "colour",
    "note",
    "created",
    "modified",
    "creator",
    "orphaned",
)
ADD = insert("annotation", COLUMNS[1:])


def read_annotation(row: Sequence[Any], concepts: tuple[ConceptId, ...]) -> Annotation:
    """Make an annotation of COLUMNS."""
    number, dispatch, exact, prefix, suffix, start, stop, colour, note, *rest = row
    created, modified, creator, orphaned = rest
    return Annotation(
        AnnotationId(number),
        AccessionNumber(dispatch),
        TextSelector(exact, prefix, suffix, start, stop),
        Colour(colour),
        note,
        concepts,
        read_moment(created),
        read_moment(modified),
        creator,
        bool(orphaned),
    )


def add(
    connection: sqlite3.Connection,
    dispatch: AccessionNumber,
    selector: TextSelector,
    said: tuple[Colour, str, Iterable[ConceptId]],
    creator: str,
) -> AnnotationId:
    """Say a colour, a note and concepts of a passage, now."""
    colour, note, concepts = said
    row = (dispatch, *selector_row(selector), str(colour), mend(note), now(), None, creator, 0)
    made = AnnotationId(connection.execute(ADD, row).lastrowid or 0)
    set_concepts(connection, made, concepts)
    return made


def copy(
    connection: sqlite3.Connection, made: Annotation, dispatch: AccessionNumber, span: Span
) -> AnnotationId:
    """Annotate a passage as another annotation does, as its author and at its time."""
    selector = select(connection, dispatch, span.start, span.end)
    row = (
        dispatch,
        *selector_row(selector),
        str(made.colour),
        made.note,
        write_moment(made.created),
        write_moment(made.modified),
        made.creator,
        0,
    )
    copy = AnnotationId(connection.execute(ADD, row).lastrowid or 0)
    set_concepts(connection, copy, made.concepts)
    return copy


def selector_row(selector: TextSelector) -> tuple[str, str, str, int, int]:
    """Return the values of SELECTOR."""
    return selector.exact, selector.prefix, selector.suffix, selector.start, selector.end


def select(
    connection: sqlite3.Connection, dispatch: AccessionNumber, start: int, end: int
) -> TextSelector:
    """Describe a passage of a dispatch.

    Raises:
        UnknownDispatch: there is none.
        PassageNotFound: the span is empty or runs outside the body.
    """
    query = "SELECT body FROM text WHERE dispatch = ?"
    row = connection.execute(query, (dispatch,)).fetchone()
    if row is None:
        raise UnknownDispatch(id=dispatch)
    if not 0 <= start < end <= len(row[0]):
        raise PassageNotFound(exact=f"{start}–{end}")
    return describe(row[0], start, end)


def require(connection: sqlite3.Connection, ids: Iterable[AnnotationId]) -> None:
    """Check that every annotation exists.

    Raises:
        UnknownAnnotation: names the first that does not.
    """
    query = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM annotation) LIMIT 1"
    missing = connection.execute(query, (numbers(ids),)).fetchone()
    if missing is not None:
        raise UnknownAnnotation(id=missing[0])


def set_concepts(
    connection: sqlite3.Connection, annotation: AnnotationId, concepts: Iterable[ConceptId]
) -> None:
    """Let an annotation bear just these concepts, in this order.

    Raises:
        UnknownConcept: one does not exist.
    """
    wanted = list(dict.fromkeys(concepts))
    if tuple(wanted) == concepts_of(connection, [annotation]).get(annotation, ()):
        return
    require_concepts(connection, wanted)
    connection.execute("DELETE FROM annotation_concept WHERE annotation = ?", (annotation,))
    connection.executemany(
        "INSERT INTO annotation_concept (annotation, concept, position) VALUES (?, ?, ?)",
        [(annotation, concept, at) for at, concept in enumerate(wanted)],
    )


def concepts_of(
    connection: sqlite3.Connection, ids: Iterable[int]
) -> dict[int, tuple[ConceptId, ...]]:
    """Return the concepts of each annotation that has any."""
    query = (
        f"SELECT annotation, concept FROM annotation_concept WHERE annotation IN {AMONG} "  # noqa: S608
        "ORDER BY annotation, position, concept"
    )
    found: dict[int, tuple[ConceptId, ...]] = {}
    for annotation, concept in connection.execute(query, (numbers(ids),)):
        found[annotation] = (*found.get(annotation, ()), ConceptId(concept))
    return found
