"""The codebook as read at one edition: concepts with their paths, and ways to find one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.codebook import Concept, ConceptUse
from index.folding import fold
from index.keys import ConceptId

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

_CONCEPTS = "SELECT id, label, broader, colour, scope_note, digit, retired, uri FROM concept"
_ALIASES = "SELECT concept, alias, language FROM concept_alias ORDER BY position"
_TAGGED = "SELECT concept, count(*) FROM tag GROUP BY concept"
_TAGGED_TRASH = """
SELECT concept, count(*) FROM dispatch CROSS JOIN tag ON tag.dispatch = dispatch.id
WHERE trashed IS NOT NULL GROUP BY concept
"""
_ANNOTATED = """
SELECT concept, count(*) FROM annotation_concept
JOIN annotation ON annotation.id = annotation
JOIN dispatch ON dispatch.id = annotation.dispatch
WHERE annotation.trashed IS NULL AND dispatch.trashed IS NULL GROUP BY concept
"""


@dataclass(frozen=True, slots=True)
class Tree:
    """Every concept, depth first, siblings in alphabetical order."""

    edition: int
    uses: tuple[ConceptUse, ...]
    by_id: Mapping[int, ConceptUse]
    _named: Mapping[str, tuple[int, ...]]
    """Folded path -> concept, and folded label or alias -> those that bear it."""

    def find(self, path_or_label: str) -> Concept | None:
        """Return the concept with this full path, or the only one with this label or alias."""
        for key in (_path_key(path_or_label), fold(path_or_label)):
            found = self._named.get(key, ())
            if len(found) == 1:
                return self.by_id[found[0]].concept
        return None


def read_tree(connection: sqlite3.Connection, edition: int) -> Tree:
    """Read the codebook with its counts."""
    concepts = _read_concepts(connection)
    tagged, annotated = _tag_counts(connection), dict(connection.execute(_ANNOTATED).fetchall())
    uses = tuple(
        ConceptUse(concepts[number], path, tagged.get(number, 0), annotated.get(number, 0))
        for number, path in _walk(concepts)
    )
    return Tree(edition, uses, {use.concept.id: use for use in uses}, _names(uses))


def _read_concepts(connection: sqlite3.Connection) -> dict[int, Concept]:
    labels = _gather(connection, "SELECT concept, language, label FROM concept_label")
    aliases = _gather(
        connection, "SELECT concept, alias, language FROM concept_alias ORDER BY position"
    )
    return {
        row[0]: _concept(row, dict(labels.get(row[0], ())), aliases.get(row[0], []))
        for row in connection.execute(_CONCEPTS).fetchall()
    }


def _concept(
    row: Sequence[Any], labels: Mapping[str, str], aliases: Sequence[tuple[str, str]]
) -> Concept:
    number, label, broader, colour, scope_note, digit, retired, uri = row
    return Concept(
        ConceptId(number),
        label,
        None if broader is None else ConceptId(broader),
        colour,
        scope_note,
        digit,
        bool(retired),
        labels,
        tuple(alias for alias, _ in aliases),
        uri,
        {alias: language for alias, language in aliases if language},
    )


def _gather(connection: sqlite3.Connection, query: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for concept, *rest in connection.execute(query):
        found.setdefault(concept, []).append(tuple(rest))
    return found


def _tag_counts(connection: sqlite3.Connection) -> dict[int, int]:
    """Count all and take off the trash: the trash is small, the join of all is not."""
    counts: dict[int, int] = dict(connection.execute(_TAGGED).fetchall())
    for concept, trashed in connection.execute(_TAGGED_TRASH):
        counts[concept] -= trashed
    return counts


def _walk(concepts: Mapping[int, Concept]) -> list[tuple[int, tuple[str, ...]]]:
    """Return (concept, path) depth first; the stack spares deep trees Python's recursion."""
    below: dict[int | None, list[Concept]] = {}
    for concept in concepts.values():
        below.setdefault(concept.broader, []).append(concept)
    for siblings in below.values():
        siblings.sort(key=lambda each: fold(each.label), reverse=True)
    walked: list[tuple[int, tuple[str, ...]]] = []
    stack: list[tuple[Concept, tuple[str, ...]]]
    stack = [(root, (root.label,)) for root in below.get(None, ())]
    while stack:
        concept, path = stack.pop()
        walked.append((concept.id, path))
        stack += [(each, (*path, each.label)) for each in below.get(concept.id, ())]
    return walked


def _names(uses: Iterable[ConceptUse]) -> dict[str, tuple[int, ...]]:
    labels: dict[str, set[int]] = {}
    aliases: dict[str, set[int]] = {}
    for use in uses:
        concept = use.concept
        labels.setdefault(_path_key(use.full_path), set()).add(concept.id)
        for label in (concept.label, *concept.labels.values()):
            labels.setdefault(fold(label), set()).add(concept.id)
        for alias in concept.aliases:
            aliases.setdefault(fold(alias), set()).add(concept.id)
    return {key: tuple(found) for key, found in (aliases | labels).items()}


def _path_key(path: str) -> str:
    """Fold a path; marked, so that a root is found although another concept bears its label."""
    return f"/{fold(path)}"
