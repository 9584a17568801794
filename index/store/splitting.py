"""One concept becomes two: some of what bears it goes to a new sibling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.store import concept_rows
from index.store.sql import AMONG, numbers

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from index.dispatch import AccessionNumber
    from index.keys import AnnotationId, ConceptId

_COLOUR = "SELECT colour FROM concept WHERE id = ?"
_COPY_TAGS = f"""
INSERT INTO tag (dispatch, concept, added)
SELECT dispatch, ?, added FROM tag WHERE concept = ? AND dispatch IN {AMONG}
"""  # noqa: S608 - put together from constants
_DROP_TAGS = f"DELETE FROM tag WHERE concept = ? AND dispatch IN {AMONG}"  # noqa: S608
_COPY_CODES = f"""
INSERT INTO annotation_concept (annotation, concept, position)
SELECT annotation, ?, position FROM annotation_concept WHERE concept = ? AND annotation IN {AMONG}
"""  # noqa: S608 - put together from constants
_DROP_CODES = f"DELETE FROM annotation_concept WHERE concept = ? AND annotation IN {AMONG}"  # noqa: S608


def split_concept(
    connection: sqlite3.Connection,
    source: ConceptId,
    label: str,
    dispatches: Iterable[AccessionNumber],
    annotations: Iterable[AnnotationId],
) -> ConceptId:
    """Make a sibling of the same colour and move what is named, as far as it bears the source."""
    (colour,) = connection.execute(_COLOUR, (source,)).fetchone()
    broader = concept_rows.broader_of(connection, source)
    made = concept_rows.insert_concept(connection, label, broader, colour, "", "")
    moves = (
        (_COPY_TAGS, _DROP_TAGS, numbers(dispatches)),
        (_COPY_CODES, _DROP_CODES, numbers(annotations)),
    )
    for copy, drop, chosen in moves:
        connection.execute(copy, (made, source, chosen))
        connection.execute(drop, (source, chosen))
    return made
