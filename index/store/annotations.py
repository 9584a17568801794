"""Annotations: notes and concepts on passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.annotation import Colour
from index.errors import PassagesApart, UnknownAnnotation
from index.store.annotation_rows import (
    COLUMNS,
    SELECTOR,
    add,
    concepts_of,
    read_annotation,
    require,
    select,
    selector_row,
    set_concepts,
)
from index.store.attaching import attach
from index.store.carrying import offer
from index.store.records import mend
from index.store.sql import AMONG, numbers, update
from index.store.stamps import now

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from index.annotation import Annotation, CarryOver
    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.keys import AnnotationId, ConceptId
    from index.selectors import Span, TextSelector
    from index.store.connection import Connections
    from index.store.journal import Journal

_ANNOTATION = f"SELECT {', '.join(COLUMNS)} FROM annotation"  # noqa: S608
_OF = f"{_ANNOTATION} WHERE dispatch = ? AND trashed IS NULL ORDER BY start, stop, id"
_ONE = f"{_ANNOTATION} WHERE id = ?"
_HELD = "dispatch IN (SELECT id FROM dispatch WHERE trashed IS NULL)"
_ALL = f"{_ANNOTATION} WHERE trashed IS NULL AND {_HELD} ORDER BY id DESC LIMIT ? OFFSET ?"
_TRASHED = f"{_ANNOTATION} WHERE trashed IS NOT NULL ORDER BY trashed DESC, id LIMIT ? OFFSET ?"
_EVER = f"{_ANNOTATION} WHERE dispatch = ? ORDER BY start, stop, id"
_FLAG = f"UPDATE annotation SET orphaned = ? WHERE id IN {AMONG} AND orphaned IS NOT ?"  # noqa: S608
_LIVE = f"{_ANNOTATION} WHERE trashed IS NULL AND id = ?"
_EXACTLY = """
SELECT id FROM annotation
WHERE dispatch = ? AND start = ? AND stop = ? AND trashed IS NULL AND NOT orphaned ORDER BY id
"""
_TRASH = f"UPDATE annotation SET trashed = ? WHERE trashed IS NULL AND id IN {AMONG}"  # noqa: S608
_MERGEABLE = f"SELECT count(*) FROM annotation WHERE trashed IS NULL AND id IN {AMONG}"  # noqa: S608


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
            selector = select(edit.connection, dispatch, span_start, span_end)
            made = add(edit.connection, dispatch, selector, (colour, note, concepts), creator)
        return made, edit.change

    def add_each(
        self,
        places: Iterable[tuple[AccessionNumber, Span]],
        *,
        colour: Colour = Colour.YELLOW,
        note: str = "",
        concepts: Iterable[ConceptId] = (),
        creator: str = "",
    ) -> tuple[tuple[AnnotationId, ...], Change]:
        """Say the same of several passages, as one edit; return the annotations made or added to.

        Where just this passage is annotated already, that annotation gets the concepts too.

        Raises:
            UnknownDispatch, UnknownConcept: there is none; nothing was annotated.
            PassageNotFound: a span is empty or runs outside its body.
        """
        wanted, touched = tuple(concepts), []
        with self._journal.edit("annotate-each") as edit:
            for dispatch, span in places:
                there = edit.connection.execute(_EXACTLY, (dispatch, span.start, span.end))
                row = there.fetchone()
                if row is None:
                    selector = select(edit.connection, dispatch, span.start, span.end)
                    said = (colour, note, wanted)
                    touched.append(add(edit.connection, dispatch, selector, said, creator))
                elif _add_concepts(edit.connection, row[0], wanted):
                    touched.append(row[0])
        return tuple(touched), edit.change

    def merge(self, ids: Iterable[AnnotationId]) -> tuple[AnnotationId, Change]:
        """Make one annotation of several on one stretch of text; the others go to the trash.

        The first in the text stays and keeps its colour and creator. It gets the whole stretch, all
        notes, one below the other, and all concepts.

        Raises:
            UnknownAnnotation: one does not exist.
            PassagesApart: they are on several dispatches, or do not touch, or cannot be found.
        """
        chosen = sorted(map(self.get, ids), key=lambda each: (each.selector.start, each.id))
        with self._journal.edit("merge-annotations") as edit:
            start, end = _stretch(edit.connection, chosen)
            first, *others = chosen
            selector = select(edit.connection, first.dispatch, start, end)
            notes = dict.fromkeys(each.note for each in chosen if each.note)
            columns: dict[str, Any] = dict(zip(SELECTOR, selector_row(selector), strict=True))
            columns |= {"note": "\n\n".join(notes), "modified": now()}
            edit.connection.execute(
                update("annotation", columns, ["id"]), (*columns.values(), first.id)
            )
            _add_concepts(edit.connection, first.id, [c for each in chosen for c in each.concepts])
            edit.connection.execute(_TRASH, (now(), numbers(each.id for each in others)))
        return first.id, edit.change

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
            require(edit.connection, [annotation])
            if concepts is not None:
                set_concepts(edit.connection, annotation, concepts)
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
            require(edit.connection, [annotation])
            columns: dict[str, Any] = {"orphaned": int(selector is None)}
            if selector is not None:
                columns |= zip(SELECTOR, selector_row(selector), strict=True)
            edit.connection.execute(
                update("annotation", columns, ["id"]), (*columns.values(), annotation)
            )
        return edit.change

    def attach(
        self, annotation: AnnotationId, dispatch: AccessionNumber, span: Span
    ) -> tuple[AnnotationId, Change]:
        """Put an annotation on a passage that was chosen, in its dispatch or another version.

        On another version it is a copy, and the annotation counts as found again; where its passage
        is gone from its own version, too, the annotation itself moves. Returns what stands there.

        Raises:
            UnknownAnnotation: there is none outside the trash.
            AnotherStory: the dispatch is not a version of the annotation's own.
            PassageNotFound: the span is empty or runs outside the body.
        """
        held = self._read(_LIVE, (annotation,))
        if not held:
            raise UnknownAnnotation(id=annotation)
        with self._journal.edit("attach-annotation") as edit:
            made = attach(edit.connection, held[0], dispatch, span)
        return made, edit.change

    def carry_over(self, dispatch: AccessionNumber) -> Change:
        """Copy the annotations of earlier versions to where their passages stand in this one.

        What cannot be placed stays where it is, marked as orphaned. One whose passage is gone from
        its own version, too, moves.
        """
        with self._journal.edit("carry-over") as edit:
            found = offer(edit.connection, dispatch, self._ever)
            for annotation, span in found.placed:
                attach(edit.connection, annotation, dispatch, span)
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
            require(edit.connection, ids)
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
            concepts = concepts_of(connection, [row[0] for row in rows])
        return tuple(read_annotation(row, concepts.get(row[0], ())) for row in rows)


def _add_concepts(
    connection: sqlite3.Connection, annotation: AnnotationId, concepts: Iterable[ConceptId]
) -> bool:
    """Let an annotation bear further concepts; tell whether it lacked one."""
    held = concepts_of(connection, [annotation]).get(annotation, ())
    wanted = tuple(dict.fromkeys((*held, *concepts)))
    set_concepts(connection, annotation, wanted)
    return wanted != held


def _stretch(connection: sqlite3.Connection, chosen: Sequence[Annotation]) -> tuple[int, int]:
    """Return from where to where passages reach that overlap or have only white space between."""
    ids = {each.id for each in chosen}
    (held,) = connection.execute(_MERGEABLE, (numbers(ids),)).fetchone()
    lost = any(each.orphaned for each in chosen)
    if len({each.dispatch for each in chosen}) != 1 or held < 2 or held != len(chosen) or lost:
        raise PassagesApart
    query = "SELECT body FROM text WHERE dispatch = ?"
    (body,) = connection.execute(query, (chosen[0].dispatch,)).fetchone()
    start, end = chosen[0].selector.start, chosen[0].selector.end
    for each in chosen:
        if body[end : each.selector.start].strip():
            raise PassagesApart
        end = max(end, each.selector.end)
    return start, end
