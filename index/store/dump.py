"""Reads what the user made as lines of a dump, in their fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.store import corrections, layer_rows
from index.store.dumped import (
    Dumped,
    DumpedAnnotation,
    DumpedConcept,
    DumpedCorrection,
    DumpedDispatch,
    DumpedRejection,
    DumpedRule,
    DumpedSearch,
    DumpedTag,
)
from index.store.sql import numbers
from index.store.tree import read_tree

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.codebook import ConceptUse
    from index.dispatch import AccessionNumber

    Paths = Mapping[int, tuple[str, ...]]
    Keys = Mapping[int, str]

KEYED = """
SELECT id, content || iif(nth > 1, '#' || nth, '') AS key, sha256, member, path, trashed FROM (
    SELECT id, content, sha256, member, path, trashed,
        row_number() OVER (PARTITION BY content ORDER BY sha256, member, path, id) AS nth
    FROM dispatch JOIN provenance ON provenance.dispatch = id
)
"""
"""Every dispatch with the name by which a dump knows it."""
_TOUCHED = f"""
SELECT key, sha256, member, path, headline, trashed, id FROM ({KEYED})
JOIN text ON text.dispatch = id WHERE trashed IS NOT NULL OR id IN (
    SELECT dispatch FROM tag UNION SELECT dispatch FROM annotation
    UNION SELECT dispatch FROM correction UNION SELECT dispatch FROM rejection
    UNION SELECT dispatch FROM layer_dispatch UNION SELECT dispatch FROM layer_annotation
) ORDER BY key
"""  # noqa: S608 - put together from constants
_CODED = f"""
SELECT key, sha256, member, path, headline, trashed FROM ({KEYED})
JOIN text ON text.dispatch = id WHERE trashed IS NULL AND iif(:chosen IS NULL, id IN (
    SELECT dispatch FROM tag UNION SELECT dispatch FROM annotation WHERE trashed IS NULL
), id IN (SELECT value FROM json_each(:chosen))) ORDER BY key
"""  # noqa: S608 - put together from constants
_TAGS = "SELECT dispatch, concept, added FROM tag"
PLAIN = (
    "start", "stop", "exact", "prefix", "suffix", "note", "colour",
    "created", "modified", "creator", "orphaned", "trashed",
)  # fmt: skip
"""Columns of an annotation that a dump holds as they are."""
_ANNOTATIONS = f"SELECT id, dispatch, {', '.join(PLAIN)} FROM annotation"  # noqa: S608
_CORRECTIONS = "SELECT dispatch, field, corrected_at FROM correction"
_RULES = "SELECT name, concept, query, created, ran, tagged FROM rule ORDER BY folded"
_REJECTIONS = "SELECT dispatch, kind, folded, rejected FROM rejection"
_SEARCHES = "SELECT name, query, created FROM saved_search ORDER BY folded"


def read_all(connection: sqlite3.Connection) -> Iterator[Dumped]:
    """Yield all that the user made; needs a transaction to be of one moment."""
    uses = read_tree(connection, 0).uses
    paths: Paths = {int(use.concept.id): use.path for use in uses}
    yield from _concepts(uses)
    keys: dict[int, str] = {}
    for row in connection.execute(_TOUCHED).fetchall():
        keys[row[-1]] = row[0]
        yield DumpedDispatch(*row[:-1])
    yield from _tags(connection, keys, paths)
    yield from _annotations(connection, keys, paths)
    yield from _corrections(connection, keys)
    yield from _rejections(connection, keys)
    yield from (DumpedSearch(*row) for row in connection.execute(_SEARCHES).fetchall())
    for name, concept, *rest in connection.execute(_RULES).fetchall():
        yield DumpedRule(name, paths[concept], *rest)
    yield from layer_rows.dumped(connection, keys)


def dispatches(
    connection: sqlite3.Connection, chosen: Iterable[AccessionNumber] | None
) -> list[DumpedDispatch]:
    """Return dispatches outside the trash as lines; None for those with tags or annotations."""
    asked = {"chosen": None if chosen is None else numbers(chosen)}
    return [DumpedDispatch(*row) for row in connection.execute(_CODED, asked).fetchall()]


def _concepts(uses: Sequence[ConceptUse]) -> Iterator[DumpedConcept]:
    for use in sorted(uses, key=lambda each: each.path):
        concept = use.concept
        yield DumpedConcept(
            use.path,
            concept.uri,
            concept.colour,
            concept.scope_note,
            concept.digit,
            concept.retired,
            dict(sorted(concept.labels.items())),
            concept.aliases,
            dict(sorted(concept.alias_languages.items())),
        )


def _tags(connection: sqlite3.Connection, keys: Keys, paths: Paths) -> Iterator[DumpedTag]:
    rows = connection.execute(_TAGS).fetchall()
    found = [DumpedTag(keys[number], paths[concept], added) for number, concept, added in rows]
    yield from sorted(found, key=lambda tag: (tag.dispatch, tag.concept))


def _annotations(
    connection: sqlite3.Connection, keys: Keys, paths: Paths
) -> Iterator[DumpedAnnotation]:
    concepts: dict[int, tuple[tuple[str, ...], ...]] = {}
    query = "SELECT annotation, concept FROM annotation_concept ORDER BY annotation, position"
    for number, concept in connection.execute(query).fetchall():
        concepts[number] = (*concepts.get(number, ()), paths[concept])
    found = []
    for number, dispatch, *row in connection.execute(_ANNOTATIONS).fetchall():
        plain: dict[str, Any] = dict(zip(PLAIN, row, strict=True))
        plain["orphaned"] = bool(plain["orphaned"])
        found.append(
            DumpedAnnotation(dispatch=keys[dispatch], concepts=concepts.get(number, ()), **plain)
        )
    yield from sorted(found, key=lambda each: (each.dispatch, each.start, each.stop, repr(each)))


def _corrections(connection: sqlite3.Connection, keys: Keys) -> Iterator[DumpedCorrection]:
    found = [
        DumpedCorrection(keys[number], name, corrections.stored(connection, number, name), when)
        for number, name, when in connection.execute(_CORRECTIONS).fetchall()
    ]
    yield from sorted(found, key=lambda each: (each.dispatch, each.field))


def _rejections(connection: sqlite3.Connection, keys: Keys) -> Iterator[DumpedRejection]:
    rows = connection.execute(_REJECTIONS).fetchall()
    found = [DumpedRejection(keys[number], *rest) for number, *rest in rows]
    yield from sorted(found, key=lambda each: (each.dispatch, each.suggestion, each.folded))
