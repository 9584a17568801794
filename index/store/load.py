"""Puts the lines of a dump back: adds what is not there, changes nothing that is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from index.annotation import Colour
from index.codebook import PATH_SEPARATOR
from index.folding import fold
from index.reports import LoadReport
from index.selectors import TextSelector, locate
from index.store import concept_rows, corrections, layer_rows, matching
from index.store.dump import PLAIN
from index.store.dumped import (
    BadLine,
    Dumped,
    DumpedAnnotation,
    DumpedCoded,
    DumpedConcept,
    DumpedCorrection,
    DumpedDispatch,
    DumpedLayer,
    DumpedPassage,
    DumpedRejection,
    DumpedRule,
    DumpedSearch,
    DumpedTag,
)
from index.store.searches import read_query
from index.store.sql import insert

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from index.keys import ConceptId

_TAG = "INSERT INTO tag (dispatch, concept, added) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_TRASH = "UPDATE dispatch SET trashed = ? WHERE id = ? AND trashed IS NULL"
_SEARCH = """
INSERT INTO saved_search (name, folded, query, created, seen)
SELECT ?, ?, ?, ?, coalesce(max(id), 0) FROM dispatch WHERE TRUE ON CONFLICT DO NOTHING
"""
_RULE = """
INSERT INTO rule (name, folded, concept, query, created, ran, tagged)
VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
_REJECT = """
INSERT INTO rejection (dispatch, kind, folded, rejected) VALUES (?, ?, ?, ?)
ON CONFLICT DO NOTHING
"""
_CORRECTED = "SELECT 1 FROM correction WHERE dispatch = ? AND field = ?"
_CORRECTED_AT = "UPDATE correction SET corrected_at = ? WHERE dispatch = ? AND field = ?"
_SAME = f"""
SELECT 1 FROM annotation WHERE dispatch = ? AND {" AND ".join(f"{name} IS ?" for name in PLAIN)}
"""  # noqa: S608 - put together from constants
_ADD = insert("annotation", ("dispatch", *PLAIN))
_CHOOSE = "INSERT INTO annotation_concept (annotation, concept, position) VALUES (?, ?, ?)"

Path = tuple[str, ...]


@dataclass
class Loading:
    """One dump on its way in; the caller owns the edit and undoes it when a line is refused."""

    connection: sqlite3.Connection
    _added: Counter[str] = field(default_factory=Counter)
    _missing: list[str] = field(default_factory=list)
    _concepts: dict[Path, ConceptId] = field(default_factory=dict)
    _dispatches: dict[str, int | None] = field(default_factory=dict)
    _layers: dict[str, int | None] = field(default_factory=dict)
    """Coder -> the layer that was just made; None for one that was there."""

    def take(self, lines: Iterable[Dumped]) -> LoadReport:
        """Add everything.

        Raises:
            BadLine: a line cannot be meant so.
        """
        held = list(lines)
        self._find([line for line in held if isinstance(line, DumpedDispatch)])
        for line in held:
            self._added[line.kind] += self._add(line)
        del self._added[DumpedDispatch.kind]
        return LoadReport(+self._added, tuple(self._missing))

    def _find(self, wanted: Sequence[DumpedDispatch]) -> None:
        self._dispatches = matching.find(self.connection, wanted)
        self._missing += [
            matching.named(each) for each in wanted if self._dispatches[each.dispatch] is None
        ]

    def _add(self, line: Dumped) -> bool:
        match line:
            case DumpedConcept():
                return self._add_concept(line)
            case DumpedSearch():
                return self._add_search(line)
            case DumpedRule():
                return self._add_rule(line)
            case DumpedLayer():
                return self._add_layer(line)
            case DumpedCoded() | DumpedPassage():
                return self._add_to_layer(line)
            case _:
                number = self._dispatch(line.dispatch)
                return number is not None and self._add_to(number, line)

    def _add_to(
        self,
        number: int,
        line: DumpedDispatch | DumpedTag | DumpedAnnotation | DumpedCorrection | DumpedRejection,
    ) -> bool:
        match line:
            case DumpedDispatch():
                return self._add_trash(number, line)
            case DumpedTag():
                values = (number, self._concept(line.concept), _moment(line.added))
                return self.connection.execute(_TAG, values).rowcount > 0
            case DumpedAnnotation():
                return self._add_annotation(number, line)
            case DumpedCorrection():
                return self._add_correction(number, line)
            case DumpedRejection():
                said = (number, line.suggestion, line.folded, _moment(line.rejected))
                return self.connection.execute(_REJECT, said).rowcount > 0

    def _add_concept(self, line: DumpedConcept) -> bool:
        if not line.path:
            raise BadLine("a concept without a path")
        *above, label = line.path
        broader = self._concept(tuple(above)) if above else None
        held = concept_rows.sibling(self.connection, fold(label), broader)
        self._concepts[line.path] = held or self._insert(label, broader, line)
        return held is None

    def _insert(self, label: str, broader: ConceptId | None, line: DumpedConcept) -> ConceptId:
        try:
            label = concept_rows.tidy_label(label)
            made = concept_rows.insert_concept(
                self.connection, label, broader, line.colour, line.scope_note, line.uri
            )
            concept_rows.set_digit(self.connection, made, self._free(line.digit))
        except ValueError as error:
            raise BadLine(str(error)) from error
        concept_rows.set_columns(self.connection, made, retired=int(line.retired))
        try:
            concept_rows.set_aliases(self.connection, made, line.aliases, line.alias_languages)
        except ValueError as error:
            raise BadLine(str(error)) from error
        concept_rows.set_labels(self.connection, made, line.labels)
        return made

    def _free(self, digit: int | None) -> int | None:
        """Return a shortcut where no concept has it."""
        query = "SELECT 1 FROM concept WHERE digit = ?"
        return None if self.connection.execute(query, (digit,)).fetchone() else digit

    def _add_search(self, line: DumpedSearch) -> bool:
        _require_query(line)
        values = (line.name, fold(line.name), line.query, _moment(line.created))
        return self.connection.execute(_SEARCH, values).rowcount > 0

    def _add_rule(self, line: DumpedRule) -> bool:
        _require_query(line)
        values = (
            line.name, fold(line.name), self._concept(line.concept), line.query,
            _moment(line.created), _moment(line.ran), line.tagged,
        )  # fmt: skip
        return self.connection.execute(_RULE, values).rowcount > 0

    def _add_trash(self, number: int, line: DumpedDispatch) -> bool:
        if line.trashed is None:
            return False
        done = self.connection.execute(_TRASH, (_moment(line.trashed), number)).rowcount > 0
        self._added["trash"] += done
        return done

    def _add_annotation(self, number: int, line: DumpedAnnotation) -> bool:
        if line.colour not in set(Colour):
            raise BadLine(f"no colour {line.colour}")
        for moment in (line.created, line.modified, line.trashed):
            _moment(moment)
        placed = self._placed(number, line)
        values = (number, *(placed[name] for name in PLAIN))
        if self.connection.execute(_SAME, values).fetchone():
            return False
        made = self.connection.execute(_ADD, values).lastrowid
        concepts = dict.fromkeys(self._concept(path) for path in line.concepts)
        self.connection.executemany(
            _CHOOSE, [(made, concept, at) for at, concept in enumerate(concepts)]
        )
        return True

    def _placed(self, number: int, line: DumpedAnnotation) -> dict[str, Any]:
        """Return the columns of an annotation, pointing to where its passage stands here."""
        columns: dict[str, Any] = {name: getattr(line, name) for name in PLAIN}
        query = "SELECT body FROM text WHERE dispatch = ?"
        (body,) = self.connection.execute(query, (number,)).fetchone()
        selector = TextSelector(line.exact, line.prefix, line.suffix, line.start, line.stop)
        span = None if line.orphaned or not line.exact else locate(body, selector)
        if span is None:
            return columns | {"orphaned": 1}
        return columns | {"start": span.start, "stop": span.end, "orphaned": 0}

    def _add_correction(self, number: int, line: DumpedCorrection) -> bool:
        if line.field not in corrections.CORRECTABLE:
            raise BadLine(f"{line.field} cannot be corrected")
        try:
            value = corrections.read_value(line.field, line.value)
            if self.connection.execute(_CORRECTED, (number, line.field)).fetchone():
                return False
            corrections.correct(self.connection, number, line.field, value)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise BadLine(f"no {line.field}: {line.value!r}") from error
        when = (_moment(line.corrected_at), number, line.field)
        return self.connection.execute(_CORRECTED_AT, when).rowcount > 0

    def _add_layer(self, line: DumpedLayer) -> bool:
        """Add a coder's layer; one that is there already is left as it is."""
        _moment(line.imported)
        held = layer_rows.find(self.connection, line.coder)
        self._layers[line.coder] = None if held else layer_rows.add_layer(self.connection, line)
        return held is None

    def _add_to_layer(self, line: DumpedCoded | DumpedPassage) -> bool:
        if line.coder not in self._layers:
            raise BadLine(f"the layer of {line.coder} is not described before")
        layer, number = self._layers[line.coder], self._dispatch(line.dispatch)
        if layer is None or number is None:
            return False
        return layer_rows.add_line(self.connection, layer, number, line)

    def _concept(self, path: Path) -> ConceptId:
        if path not in self._concepts:
            raise BadLine(f"the concept “{PATH_SEPARATOR.join(path)}” is not described before")
        return self._concepts[path]

    def _dispatch(self, key: str) -> int | None:
        if key not in self._dispatches:
            raise BadLine(f"the dispatch {key} is not described")
        return self._dispatches[key]


def _require_query(line: DumpedSearch | DumpedRule) -> None:
    try:
        read_query(line.query)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadLine(f"the query of “{line.name}” cannot be read") from error


def _moment(stored: str | None) -> str | None:
    """Return a moment that the archive will be able to read.

    Raises:
        BadLine: it is none.
    """
    try:
        if stored is not None:
            datetime.fromisoformat(stored)
    except ValueError as error:
        raise BadLine(f"no moment: {stored!r}") from error
    return stored
