"""What a change of a concept touches, counted before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.codebook import ConceptUses, Effect, ListedUse
from index.dispatch import AccessionNumber
from index.keys import AnnotationId
from index.store.sql import AMONG, numbers

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from index.keys import ConceptId

_TAGGED = f"""
SELECT DISTINCT dispatch FROM tag JOIN dispatch ON dispatch.id = tag.dispatch
WHERE concept IN {AMONG} AND trashed IS NULL ORDER BY dispatch DESC
"""  # noqa: S608 - put together from constants
_CODED = f"""
SELECT DISTINCT annotation.id FROM annotation_concept
JOIN annotation ON annotation.id = annotation
JOIN dispatch ON dispatch.id = annotation.dispatch
WHERE concept IN {AMONG} AND annotation.trashed IS NULL AND dispatch.trashed IS NULL
ORDER BY annotation.dispatch DESC, start, annotation.id
"""  # noqa: S608 - put together from constants
_TAGGED_LISTED = """
SELECT tag.dispatch, headline FROM tag JOIN dispatch ON dispatch.id = tag.dispatch
JOIN text ON text.dispatch = tag.dispatch
WHERE concept = ? AND trashed IS NULL ORDER BY tag.dispatch DESC
"""
_CODED_LISTED = """
SELECT annotation.dispatch, headline, annotation.id, exact FROM annotation_concept
JOIN annotation ON annotation.id = annotation
JOIN dispatch ON dispatch.id = annotation.dispatch
JOIN text ON text.dispatch = annotation.dispatch
WHERE concept = ? AND annotation.trashed IS NULL AND dispatch.trashed IS NULL
ORDER BY annotation.dispatch DESC, start, annotation.id
"""
_RULES = f"SELECT count(*) FROM rule WHERE concept IN {AMONG}"  # noqa: S608


def effect_of(connection: sqlite3.Connection, concepts: Collection[ConceptId]) -> Effect:
    """Count each dispatch and annotation once, however many of the concepts it bears."""
    chosen = (numbers(concepts),)
    (dispatches,) = connection.execute(f"SELECT count(*) FROM ({_TAGGED})", chosen).fetchone()  # noqa: S608
    (annotations,) = connection.execute(f"SELECT count(*) FROM ({_CODED})", chosen).fetchone()  # noqa: S608
    (rules,) = connection.execute(_RULES, chosen).fetchone()
    return Effect(dispatches, annotations, len(concepts) - 1, rules)


def uses_of(connection: sqlite3.Connection, concept: ConceptId) -> ConceptUses:
    """Name what bears a concept, newest accession first, the trash left out."""
    chosen = (numbers([concept]),)
    tagged = connection.execute(_TAGGED, chosen).fetchall()
    coded = connection.execute(_CODED, chosen).fetchall()
    return ConceptUses(
        tuple(AccessionNumber(number) for (number,) in tagged),
        tuple(AnnotationId(number) for (number,) in coded),
    )


def listed_uses(connection: sqlite3.Connection, concept: ConceptId) -> tuple[ListedUse, ...]:
    """Describe what bears a concept, dispatches first; the trash is left out."""
    tagged = connection.execute(_TAGGED_LISTED, (concept,)).fetchall()
    coded = connection.execute(_CODED_LISTED, (concept,)).fetchall()
    return (
        *(ListedUse(AccessionNumber(number), headline) for number, headline in tagged),
        *(
            ListedUse(AccessionNumber(number), headline, AnnotationId(annotation), exact)
            for number, headline, annotation, exact in coded
        ),
    )
