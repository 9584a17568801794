"""Annotations: notes and concepts on passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.annotation import Annotation, AnnotationId, Colour
from index.codebook import ConceptId
from index.dispatch import AccessionNumber
from index.errors import PassageNotFound, UnknownAnnotation, UnknownDispatch
from index.selectors import TextSelector, describe
from index.store.carrying import offer
from index.store.records import mend
from index.store.sql import AMONG, insert, numbers, update
from index.store.stamps import now, read_moment, write_moment
from index.store.tags import require_concepts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from index.annotation import CarryOver
    from index.changes import Change
    from index.selectors import Span
    from index.store.connection import Connections
    from index.store.journal import Journal

_SELECTOR = ("exact", "prefix", "suffix", "start", "stop")
_COLUMNS = (
    "id",
    "dispatch",
    *_SELECTOR,
    "colour",
    "note",
    "created",
    "modified",
    "creator",
    "orphaned",
)
_ANNOTATION = f"SELECT {', '.join(_COLUMNS)} FROM annotation"  # noqa: S608
_OF = f"{_ANNOTATION} WHERE dispatch = ? AND trashed IS NULL ORDER BY start, stop, id"
_ONE = f"{_ANNOTATION} WHERE id = ?"
_HELD = "dispatch IN (SELECT id FROM dispatch WHERE trashed IS NULL)"
_ALL = f"{_ANNOTATION} WHERE trashed IS NULL AND {_HELD} ORDER BY id DESC LIMIT ? OFFSET ?"
_TRASHED = f"{_ANNOTATION} WHERE trashed IS NOT NULL ORDER BY trashed DESC, id LIMIT ? OFFSET ?"
_EVER = f"{_ANNOTATION} WHERE dispatch = ? ORDER BY start, stop, id"
_ADD = insert("annotation", _COLUMNS[1:])
_FLAG = f"UPDATE annotation SET orphaned = ? WHERE id IN {AMONG} AND orphaned IS NOT ?"  # noqa: S608


class Annotations:
    """Every annotation, in the trash or not."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._connections = connections
        self._journal = journal

    # --- reading ------------------------------------------------------------------------------

    def of(self, dispatch: AccessionNumber) -> tuple[Annotation, ...]:
        """Return a dispatch's annotations outside the trash, in the order of their passages."""
        return self._read(_OF, (dispatch,))

    def get(self, annotation: AnnotationId) -> Annotation:
        """Return one annotation, in the trash or not.

        Raises:
            UnknownAnnotation: there is none.
        """
        found = self._read(_ONE, (annotation,))
        if not found:
            raise UnknownAnnotation(id=annotation)
        return found[0]

    def all(self, limit: int = -1, offset: int = 0) -> tuple[Annotation, ...]:
        """Return the archive's annotations outside the trash, newest first; -1 = no limit."""
        return self._read(_ALL, (limit, offset))

    def trashed(self, limit: int = -1, offset: int = 0) -> tuple[Annotation, ...]:
        """Return the annotations in the trash, the last one thrown away first."""
        return self._read(_TRASHED, (limit, offset))

    def offer(self, dispatch: AccessionNumber) -> CarryOver:
        """Return what :meth:`carry_over` would do; empty where there is nothing to carry over."""
        with self._connections.reading() as connection:
            return offer(connection, dispatch, self._ever)

    # --- edits --------------------------------------------------------------------------------

    def add(
        self,
        dispatch: AccessionNumber,
        span_start: int,
        span_end: int,
        *,
        colour: Colour = Colour.YELLOW,
        note: str = "",
        concepts: Iterable[ConceptId] = (),
        creator: str = "",
    ) -> tuple[AnnotationId, Change]:
        """Annotate ``body[span_start:span_end]``, in code points.

        Raises:
            UnknownDispatch, UnknownConcept: there is none.
            PassageNotFound: the span is empty or runs outside the body.
        """
        with self._journal.edit("annotate") as edit:
            selector = _describe(edit.connection, dispatch, span_start, span_end)
            row = (
                dispatch,
                *_selector_row(selector),
                str(colour),
                mend(note),
                now(),
                None,
                creator,
                0,
            )
            made = AnnotationId(edit.connection.execute(_ADD, row).lastrowid or 0)
            _set_concepts(edit.connection, made, concepts)
        return made, edit.change

    def edit(
        self,
        annotation: AnnotationId,
        *,
        colour: Colour | None = None,
        note: str | None = None,
        concepts: Iterable[ConceptId] | None = None,
    ) -> Change:
        """Change what is given of an annotation.

        Raises:
            UnknownAnnotation, UnknownConcept: there is none.
        """
        given = {"colour": colour and str(colour), "note": note and mend(note)}
        with self._journal.edit("edit-annotation") as edit:
            _require(edit.connection, [annotation])
            if concepts is not None:
                _set_concepts(edit.connection, annotation, concepts)
            columns = {name: value for name, value in given.items() if value is not None}
            columns["modified"] = now()
            edit.connection.execute(
                update("annotation", columns, ["id"]), (*columns.values(), annotation)
            )
        return edit.change

    def place(self, annotation: AnnotationId, selector: TextSelector | None) -> Change:
        """Point an annotation to where its passage stands now; None: it could not be found.

        Raises:
            UnknownAnnotation: there is none.
        """
        with self._journal.edit("place-annotation") as edit:
            _require(edit.connection, [annotation])
            columns: dict[str, Any] = {"orphaned": int(selector is None)}
            if selector is not None:
                columns |= zip(_SELECTOR, _selector_row(selector), strict=True)
            edit.connection.execute(
                update("annotation", columns, ["id"]), (*columns.values(), annotation)
            )
        return edit.change

    def carry_over(self, dispatch: AccessionNumber) -> Change:
        """Copy the annotations of earlier versions to where their passages stand in this one.

        What cannot be placed stays where it is, marked as orphaned.
        """
        with self._journal.edit("carry-over") as edit:
            found = offer(edit.connection, dispatch, self._ever)
            for annotation, span in found.placed:
                _copy(edit.connection, annotation, dispatch, span)
            recovered = numbers(annotation.id for annotation, _ in found.placed)
            edit.connection.execute(_FLAG, (0, recovered, 0))
            edit.connection.execute(_FLAG, (1, numbers(each.id for each in found.lost), 1))
        return edit.change

    def trash(self, ids: Iterable[AnnotationId]) -> Change:
        """Put annotations into the trash.

        Raises:
            UnknownAnnotation: one does not exist; nothing was trashed.
        """
        return self._set_trashed("trash-annotation", list(ids), now())

    def restore(self, ids: Iterable[AnnotationId]) -> Change:
        """Take annotations out of the trash.

        Raises:
            UnknownAnnotation: one does not exist; nothing was restored.
        """
        return self._set_trashed("restore-annotation", list(ids), None)

    def _set_trashed(self, kind: str, ids: Sequence[AnnotationId], when: str | None) -> Change:
        state = "IS NULL" if when else "IS NOT NULL"
        with self._journal.edit(kind) as edit:
            _require(edit.connection, ids)
            edit.connection.execute(
                f"UPDATE annotation SET trashed = ? WHERE trashed {state} AND id IN {AMONG}",  # noqa: S608
                (when, numbers(ids)),
            )
        return edit.change

    def _ever(self, dispatch: AccessionNumber) -> list[tuple[Annotation, bool]]:
        kept = {annotation.id for annotation in self.of(dispatch)}
        return [(each, each.id not in kept) for each in self._read(_EVER, (dispatch,))]

    def _read(self, query: str, values: Sequence[int]) -> tuple[Annotation, ...]:
        with self._connections.reading() as connection:
            rows = connection.execute(query, values).fetchall()
            concepts = _concepts_of(connection, [row[0] for row in rows])
        return tuple(_annotation(row, concepts.get(row[0], ())) for row in rows)


def _annotation(row: Sequence[Any], concepts: tuple[ConceptId, ...]) -> Annotation:
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


def _copy(
    connection: sqlite3.Connection, made: Annotation, dispatch: AccessionNumber, span: Span
) -> None:
    """Annotate a passage as another annotation does, as its author and at its time."""
    selector = _describe(connection, dispatch, span.start, span.end)
    row = (
        dispatch,
        *_selector_row(selector),
        str(made.colour),
        made.note,
        write_moment(made.created),
        write_moment(made.modified),
        made.creator,
        0,
    )
    copy = AnnotationId(connection.execute(_ADD, row).lastrowid or 0)
    _set_concepts(connection, copy, made.concepts)


def _selector_row(selector: TextSelector) -> tuple[str, str, str, int, int]:
    return selector.exact, selector.prefix, selector.suffix, selector.start, selector.end


def _describe(
    connection: sqlite3.Connection, dispatch: AccessionNumber, start: int, end: int
) -> TextSelector:
    query = "SELECT body FROM text WHERE dispatch = ?"
    row = connection.execute(query, (dispatch,)).fetchone()
    if row is None:
        raise UnknownDispatch(id=dispatch)
    if not 0 <= start < end <= len(row[0]):
        raise PassageNotFound(exact=f"{start}–{end}")
    return describe(row[0], start, end)


def _require(connection: sqlite3.Connection, ids: Iterable[AnnotationId]) -> None:
    query = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM annotation) LIMIT 1"
    missing = connection.execute(query, (numbers(ids),)).fetchone()
    if missing is not None:
        raise UnknownAnnotation(id=missing[0])


def _set_concepts(
    connection: sqlite3.Connection, annotation: AnnotationId, concepts: Iterable[ConceptId]
) -> None:
    wanted = list(dict.fromkeys(concepts))
    if tuple(wanted) == _concepts_of(connection, [annotation]).get(annotation, ()):
        return
    require_concepts(connection, wanted)
    connection.execute("DELETE FROM annotation_concept WHERE annotation = ?", (annotation,))
    connection.executemany(
        "INSERT INTO annotation_concept (annotation, concept, position) VALUES (?, ?, ?)",
        [(annotation, concept, at) for at, concept in enumerate(wanted)],
    )


def _concepts_of(
    connection: sqlite3.Connection, ids: Iterable[int]
) -> dict[int, tuple[ConceptId, ...]]:
    query = (
        f"SELECT annotation, concept FROM annotation_concept WHERE annotation IN {AMONG} "  # noqa: S608
        "ORDER BY annotation, position, concept"
    )
    found: dict[int, tuple[ConceptId, ...]] = {}
    for annotation, concept in connection.execute(query, (numbers(ids),)):
        found[annotation] = (*found.get(annotation, ()), ConceptId(concept))
    return found
