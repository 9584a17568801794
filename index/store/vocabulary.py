"""Taking a codebook of a file in: what is missing is added, nothing that is there is replaced."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from index.codebook import PATH_SEPARATOR
from index.folding import fold
from index.reports import CodebookReport, ConceptDetail
from index.store import concept_rows
from index.store.records import mend

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from index.codebook import ListedConcept
    from index.keys import ConceptId

_BY_URI = "SELECT id FROM concept WHERE uri = ? AND uri <> '' ORDER BY id LIMIT 1"
_ROW = "SELECT label, broader, colour, scope_note, digit, retired, uri FROM concept WHERE id = ?"


@dataclass(slots=True)
class Taking:
    """One codebook on its way in; concepts are known again by URI, then by path."""

    connection: sqlite3.Connection
    _known: dict[tuple[str, ...], ConceptId] = field(default_factory=dict)
    _added: list[str] = field(default_factory=list)
    _filled: list[ConceptDetail] = field(default_factory=list)
    _kept: list[ConceptDetail] = field(default_factory=list)

    def take(self, concepts: Sequence[ListedConcept]) -> CodebookReport:
        """Add everything, broader concepts first.

        Raises:
            ValueError: a concept without a label, or a shortcut that is none.
        """
        for concept in sorted(concepts, key=lambda each: len(each.path)):
            self._take(_writable(concept))
        return CodebookReport(tuple(self._added), tuple(self._filled), tuple(self._kept))

    def _take(self, listed: ListedConcept) -> None:
        broader = self._place(listed.path[:-1])
        label = concept_rows.tidy_label(listed.path[-1] if listed.path else "")
        held = self._held(listed.uri, label, broader)
        if held is None:
            held = self._add(label, broader)
            self._set(held, listed)
            self._known[listed.path] = held
            return
        self._known[listed.path] = held
        self._compare_place(held, label, broader)
        self._merge(held, listed)

    def _held(self, uri: str, label: str, broader: ConceptId | None) -> ConceptId | None:
        row = self.connection.execute(_BY_URI, (uri,)).fetchone()
        return row[0] if row else concept_rows.sibling(self.connection, fold(label), broader)

    def _place(self, path: tuple[str, ...]) -> ConceptId | None:
        """Return the concept of a path, made where the file does not describe it."""
        if not path:
            return None
        if path not in self._known:
            broader, label = self._place(path[:-1]), concept_rows.tidy_label(path[-1])
            held = concept_rows.sibling(self.connection, fold(label), broader)
            self._known[path] = self._add(label, broader) if held is None else held
        return self._known[path]

    def _add(self, label: str, broader: ConceptId | None) -> ConceptId:
        made = concept_rows.insert_concept(self.connection, label, broader, "", "", "")
        self._added.append(self._path(made))
        return made

    def _set(self, concept: ConceptId, listed: ListedConcept) -> None:
        """Describe a new concept; a shortcut that another one has stays there."""
        concept_rows.set_columns(
            self.connection,
            concept,
            colour=listed.colour,
            scope_note=listed.scope_note,
            uri=listed.uri,
            retired=int(listed.retired),
        )
        if listed.digit is not None and not self._free(concept, listed.digit):
            self._kept.append(ConceptDetail(self._path(concept), "digit", "", str(listed.digit)))
        elif listed.digit is not None:
            concept_rows.set_digit(self.connection, concept, listed.digit)
        concept_rows.set_aliases(self.connection, concept, listed.aliases, listed.alias_languages)
        concept_rows.set_labels(self.connection, concept, listed.labels)

    def _compare_place(self, concept: ConceptId, label: str, broader: ConceptId | None) -> None:
        held_label, held_broader, *_ = self.connection.execute(_ROW, (concept,)).fetchone()
        if fold(held_label) != fold(label):
            self._keep(concept, "label", held_label, label)
        if held_broader != broader:
            here, there = self._path(held_broader), self._path(broader)
            self._keep(concept, "broader", here, there)

    def _merge(self, concept: ConceptId, listed: ListedConcept) -> None:
        """Fill what a concept lacks, and note what it has otherwise."""
        row = self.connection.execute(_ROW, (concept,)).fetchone()
        _, _, colour, scope_note, digit, retired, uri = row
        for name, here, there in (
            ("colour", colour, listed.colour),
            ("scope_note", scope_note, listed.scope_note),
            ("uri", uri, listed.uri),
        ):
            if there and not here:
                concept_rows.set_columns(self.connection, concept, **{name: there})
                self._fill(concept, name, there)
            elif there and here != there:
                self._keep(concept, name, here, there)
        if bool(retired) != listed.retired:
            self._keep(concept, "retired", _word(bool(retired)), _word(listed.retired))
        self._merge_digit(concept, digit, listed.digit)
        self._merge_aliases(concept, listed)
        self._merge_labels(concept, listed)

    def _merge_digit(self, concept: ConceptId, here: int | None, there: int | None) -> None:
        if there is None or here == there:
            return
        if here is None and self._free(concept, there):
            concept_rows.set_digit(self.connection, concept, there)
            self._fill(concept, "digit", str(there))
        else:
            self._keep(concept, "digit", str(here or ""), str(there))

    def _merge_aliases(self, concept: ConceptId, listed: ListedConcept) -> None:
        held = concept_rows.aliases_of(self.connection, concept)
        spoken = concept_rows.alias_languages_of(self.connection, concept)
        languages = {**listed.alias_languages, **dict.fromkeys(held, ""), **spoken}
        concept_rows.set_aliases(self.connection, concept, [*held, *listed.aliases], languages)
        for alias in concept_rows.aliases_of(self.connection, concept)[len(held) :]:
            self._fill(concept, "aliases", alias)

    def _merge_labels(self, concept: ConceptId, listed: ListedConcept) -> None:
        held = concept_rows.labels_of(self.connection, concept)
        for language, label in listed.labels.items():
            if language not in held:
                self._fill(concept, f"label@{language}", label)
            elif held[language] != label:
                self._keep(concept, f"label@{language}", held[language], label)
        concept_rows.set_labels(self.connection, concept, {**listed.labels, **held})

    def _free(self, concept: ConceptId, digit: int) -> bool:
        query = "SELECT 1 FROM concept WHERE digit = ? AND id <> ?"
        return self.connection.execute(query, (digit, concept)).fetchone() is None

    def _fill(self, concept: ConceptId, name: str, there: str) -> None:
        self._filled.append(ConceptDetail(self._path(concept), name, "", there))

    def _keep(self, concept: ConceptId, name: str, here: str, there: str) -> None:
        self._kept.append(ConceptDetail(self._path(concept), name, here, there))

    def _path(self, concept: ConceptId | None) -> str:
        labels: list[str] = []
        while concept is not None:
            labels.append(concept_rows.require(self.connection, concept))
            concept = concept_rows.broader_of(self.connection, concept)
        return PATH_SEPARATOR.join(reversed(labels))


def _writable(listed: ListedConcept) -> ListedConcept:
    """Return a concept whose texts the record can hold."""
    labels = {mend(language): label for language, label in listed.labels.items() if label.strip()}
    return replace(
        listed,
        colour=mend(listed.colour),
        scope_note=mend(listed.scope_note),
        labels={language: concept_rows.tidy_label(label) for language, label in labels.items()},
        uri=mend(listed.uri),
    )


def _word(value: bool) -> str:
    return "yes" if value else "no"
