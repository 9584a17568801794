"""Two concepts become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.folding import fold
from index.store import concept_rows

if TYPE_CHECKING:
    import sqlite3

    from index.keys import ConceptId

_MOVE_TAGS = """
INSERT INTO tag (dispatch, concept, added) SELECT dispatch, ?, added FROM tag WHERE concept = ?
ON CONFLICT DO NOTHING
"""
_MOVE_ANNOTATIONS = """
INSERT INTO annotation_concept (annotation, concept, position)
SELECT annotation, ?, position FROM annotation_concept WHERE concept = ? ON CONFLICT DO NOTHING
"""
_MOVE_RULES = "UPDATE rule SET concept = ? WHERE concept = ?"
_FILL = """
UPDATE concept SET
    colour = coalesce(nullif(colour, ''), (SELECT colour FROM concept WHERE id = :source)),
    scope_note = coalesce(
        nullif(scope_note, ''), (SELECT scope_note FROM concept WHERE id = :source)),
    uri = coalesce(nullif(uri, ''), (SELECT uri FROM concept WHERE id = :source))
WHERE id = :target
"""


def merge_concepts(connection: sqlite3.Connection, source: ConceptId, target: ConceptId) -> None:
    """Move everything of ``source`` to ``target``, which keeps its own where both have it."""
    connection.execute(_MOVE_TAGS, (target, source))
    connection.execute(_MOVE_ANNOTATIONS, (target, source))
    connection.execute(_MOVE_RULES, (target, source))
    connection.execute(_FILL, {"source": source, "target": target})
    _move_names(connection, source, target)
    _move_digit(connection, source, target)
    _move_narrower(connection, source, target)
    concept_rows.delete_concept(connection, source)


def _move_names(connection: sqlite3.Connection, source: ConceptId, target: ConceptId) -> None:
    theirs = concept_rows.labels_of(connection, source)
    ours = concept_rows.labels_of(connection, target)
    label, kept = concept_rows.require(connection, source), concept_rows.require(connection, target)
    known = {fold(name) for name in (kept, *ours.values())}
    aliases = [
        *concept_rows.aliases_of(connection, target),
        label,
        *(name for language, name in theirs.items() if language in ours),
        *concept_rows.aliases_of(connection, source),
    ]
    concept_rows.set_labels(connection, target, theirs | ours)
    new = [alias for alias in aliases if fold(alias) not in known]
    spoken = {
        **{name: language for language, name in theirs.items() if language in ours},
        **concept_rows.alias_languages_of(connection, source),
        **dict.fromkeys(concept_rows.aliases_of(connection, target), ""),
        **concept_rows.alias_languages_of(connection, target),
    }
    concept_rows.set_aliases(connection, target, new, spoken)


def _move_digit(connection: sqlite3.Connection, source: ConceptId, target: ConceptId) -> None:
    query = "SELECT digit FROM concept WHERE id = ?"
    (theirs,) = connection.execute(query, (source,)).fetchone()
    (ours,) = connection.execute(query, (target,)).fetchone()
    if ours is None and theirs is not None:
        concept_rows.set_digit(connection, target, theirs)


def _move_narrower(connection: sqlite3.Connection, source: ConceptId, target: ConceptId) -> None:
    # The source may be a sibling of what moves; its label must not stand in the way.
    concept_rows.set_columns(connection, source, folded=f"\n{source}")
    query = "SELECT id, folded FROM concept WHERE broader = ?"
    for child, folded in connection.execute(query, (source,)).fetchall():
        taken = concept_rows.sibling(connection, folded, target)
        if taken is None:
            concept_rows.set_columns(connection, child, broader=target)
        else:
            merge_concepts(connection, child, taken)
