"""The codebook: concepts and their place in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import ConceptCycle, ConceptTaken, UnknownConcept
from index.folding import fold
from index.store import concept_rows
from index.store.counters import EDITION, counter
from index.store.effects import effect_of, listed_uses, uses_of
from index.store.merging import merge_concepts
from index.store.splitting import split_concept
from index.store.tree import Tree, read_tree
from index.store.vocabulary import Taking

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from index.changes import Change
    from index.codebook import Concept, ConceptUse, ConceptUses, Effect, ListedConcept, ListedUse
    from index.dispatch import AccessionNumber
    from index.keys import AnnotationId, ConceptId
    from index.reports import CodebookReport
    from index.store.connection import Connections
    from index.store.journal import Journal


class Codebook:
    """Concepts, at most one broader each, labels unique among siblings."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._connections = connections
        self._journal = journal
        self._kept: Tree | None = None

    # --- reading ------------------------------------------------------------------------------

    def all(self) -> tuple[ConceptUse, ...]:
        """Return every concept, depth first, siblings in alphabetical order."""
        return self._tree().uses

    def get(self, concept: ConceptId) -> Concept:
        """Return one concept.

        Raises:
            UnknownConcept: there is none.
        """
        return self.use(concept).concept

    def use(self, concept: ConceptId) -> ConceptUse:
        """Return one concept with its path and counts.

        Raises:
            UnknownConcept: there is none.
        """
        use = self._tree().by_id.get(concept)
        if use is None:
            raise UnknownConcept(concept=concept)
        return use

    def find(self, path_or_label: str) -> Concept | None:
        """Return the concept with this full path, or the only one with this label or alias."""
        return self._tree().find(path_or_label)

    def narrower(self, concept: ConceptId) -> frozenset[ConceptId]:
        """Return a concept with everything below it."""
        with self._connections.reading() as connection:
            return frozenset(concept_rows.below(connection, concept))

    def effect(self, concept: ConceptId, *, below: bool = False) -> Effect:
        """Count what a change of a concept, or of all below it as well, would touch."""
        concepts = self.narrower(concept) if below else (concept,)
        with self._connections.reading() as connection:
            return effect_of(connection, concepts)

    def uses(self, concept: ConceptId) -> ConceptUses:
        """Name the dispatches and annotations that bear a concept itself."""
        with self._connections.reading() as connection:
            return uses_of(connection, concept)

    def listed_uses(self, concept: ConceptId) -> tuple[ListedUse, ...]:
        """Describe the dispatches and annotations that bear a concept itself, for a list."""
        with self._connections.reading() as connection:
            return listed_uses(connection, concept)

    # --- edits --------------------------------------------------------------------------------

    def create(
        self,
        label: str,
        *,
        broader: ConceptId | None = None,
        colour: str = "",
        scope_note: str = "",
        digit: int | None = None,
        aliases: Iterable[str] = (),
        labels: Mapping[str, str] | None = None,
        uri: str = "",
        alias_languages: Mapping[str, str] | None = None,
    ) -> tuple[ConceptId, Change]:
        """Add a concept.

        Raises:
            ConceptTaken: a sibling bears the label already.
            UnknownConcept: there is no such broader concept.
        """
        label = concept_rows.tidy_label(label)
        with self._journal.edit("create-concept") as edit:
            if broader is not None:
                concept_rows.require(edit.connection, broader)
            _require_free(edit.connection, label, broader)
            made = concept_rows.insert_concept(
                edit.connection, label, broader, colour, scope_note, uri
            )
            concept_rows.set_digit(edit.connection, made, digit)
            concept_rows.set_aliases(edit.connection, made, aliases, alias_languages)
            concept_rows.set_labels(edit.connection, made, labels or {})
        return made, edit.change

    def rename(self, concept: ConceptId, label: str) -> Change:
        """Give a concept another preferred label.

        Raises:
            ConceptTaken: a sibling bears it already.
            UnknownConcept: there is no such concept.
        """
        with self._journal.edit("rename-concept") as edit:
            self._rename(edit.connection, concept, label)
        return edit.change

    def move(self, concept: ConceptId, broader: ConceptId | None) -> Change:
        """Place a concept, with all below it, under another one or at the root.

        Raises:
            ConceptCycle: ``broader`` is the concept itself or below it.
            ConceptTaken: a concept there bears the label already.
            UnknownConcept: one of the two does not exist.
        """
        with self._journal.edit("move-concept") as edit:
            label = concept_rows.require(edit.connection, concept)
            if broader is not None:
                _require_no_ring(edit.connection, concept, broader)
            _require_free(edit.connection, label, broader, but=concept)
            concept_rows.set_columns(edit.connection, concept, broader=broader)
        return edit.change

    def edit(
        self,
        concept: ConceptId,
        *,
        label: str | None = None,
        colour: str | None = None,
        scope_note: str | None = None,
        digit: int | None = -1,
        aliases: Iterable[str] | None = None,
        labels: Mapping[str, str] | None = None,
        uri: str | None = None,
        alias_languages: Mapping[str, str] | None = None,
    ) -> Change:
        """Change what is given of a concept; ``digit`` None takes its shortcut away, -1 leaves it.

        Raises:
            ConceptTaken: a sibling bears the label already.
            UnknownConcept: there is no such concept.
        """
        with self._journal.edit("edit-concept") as edit:
            concept_rows.require(edit.connection, concept)
            if label is not None:
                self._rename(edit.connection, concept, label)
            plain = {"colour": colour, "scope_note": scope_note, "uri": uri}
            given = {name: value for name, value in plain.items() if value is not None}
            concept_rows.set_columns(edit.connection, concept, **given)
            if digit != -1:
                concept_rows.set_digit(edit.connection, concept, digit)
            if aliases is not None:
                concept_rows.set_aliases(edit.connection, concept, aliases, alias_languages)
            if labels is not None:
                concept_rows.set_labels(edit.connection, concept, labels)
        return edit.change

    def retire(self, concept: ConceptId, retired: bool = True) -> Change:
        """Keep a concept where it is used, but offer it no longer; or offer it again.

        Raises:
            UnknownConcept: there is no such concept.
        """
        with self._journal.edit("retire-concept" if retired else "revive-concept") as edit:
            concept_rows.require(edit.connection, concept)
            concept_rows.set_columns(edit.connection, concept, retired=int(retired))
        return edit.change

    def merge(self, source: ConceptId, target: ConceptId) -> Change:
        """Move all of one concept to another: tags, annotations, narrower concepts, names.

        The source's labels become aliases of the target. Narrower concepts of the same label are
        merged in turn.

        Raises:
            ConceptCycle: the target is the source itself or below it.
            UnknownConcept: one of the two does not exist.
        """
        with self._journal.edit("merge-concepts") as edit:
            _require_no_ring(edit.connection, source, target)
            merge_concepts(edit.connection, source, target)
        return edit.change

    def split(
        self,
        concept: ConceptId,
        label: str,
        *,
        dispatches: Iterable[AccessionNumber] = (),
        annotations: Iterable[AnnotationId] = (),
    ) -> tuple[ConceptId, Change]:
        """Make a sibling of a concept, to which some of what bears the concept goes over.

        Raises:
            ConceptTaken: a sibling bears the label already.
            UnknownConcept: there is no such concept.
        """
        label = concept_rows.tidy_label(label)
        with self._journal.edit("split-concept") as edit:
            concept_rows.require(edit.connection, concept)
            broader = concept_rows.broader_of(edit.connection, concept)
            _require_free(edit.connection, label, broader)
            made = split_concept(edit.connection, concept, label, dispatches, annotations)
        return made, edit.change

    def delete(self, concept: ConceptId) -> Change:
        """Delete a concept and all below it, and take them off dispatches and annotations.

        Raises:
            UnknownConcept: there is no such concept.
        """
        with self._journal.edit("delete-concept") as edit:
            concept_rows.require(edit.connection, concept)
            for each in reversed(concept_rows.below(edit.connection, concept)):
                concept_rows.delete_concept(edit.connection, each)
        return edit.change

    def take(self, concepts: Sequence[ListedConcept]) -> tuple[CodebookReport, Change]:
        """Add a codebook of a file: what is missing is added, nothing that is there is replaced.

        Concepts are known again by their URI, then by their path. One edit, all of it or nothing.

        Raises:
            ValueError: a concept has no label, or its shortcut is none.
        """
        with self._journal.edit("import-codebook") as edit:
            report = Taking(edit.connection).take(concepts)
        return report, edit.change

    def _rename(self, connection: sqlite3.Connection, concept: ConceptId, label: str) -> None:
        label = concept_rows.tidy_label(label)
        concept_rows.require(connection, concept)
        _require_free(connection, label, concept_rows.broader_of(connection, concept), but=concept)
        concept_rows.set_columns(connection, concept, label=label, folded=fold(label))

    def _tree(self) -> Tree:
        with self._connections.reading() as connection:
            if connection.in_transaction:  # of this thread: not committed, so not to be kept
                return read_tree(connection, -1)
            kept = self._kept
            if kept is None or kept.edition != counter(connection, EDITION):
                self._kept = kept = _read_whole(connection)
        return kept


def _read_whole(connection: sqlite3.Connection) -> Tree:
    """Read codebook and edition as of one moment."""
    connection.execute("BEGIN")
    try:
        return read_tree(connection, counter(connection, EDITION))
    finally:
        connection.execute("COMMIT")


def _require_free(
    connection: sqlite3.Connection,
    label: str,
    broader: ConceptId | None,
    *,
    but: ConceptId | None = None,
) -> None:
    taken = concept_rows.sibling(connection, fold(label), broader)
    if taken is not None and taken != but:
        raise ConceptTaken(label=label)


def _require_no_ring(
    connection: sqlite3.Connection,
    concept: ConceptId,
    broader: ConceptId,
) -> None:
    label = concept_rows.require(connection, concept)
    parent = concept_rows.require(connection, broader)
    if broader in concept_rows.below(connection, concept):
        raise ConceptCycle(concept=label, parent=parent)
