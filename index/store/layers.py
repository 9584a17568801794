"""Layers: the work of other coders beside the user's own, and the user's own as a layer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.dispatch import AccessionNumber
from index.errors import UnknownLayer
from index.layers import LayerReport
from index.store import dump, layer_rows, matching
from index.store.dumped import (
    BadLine,
    DumpedAnnotation,
    DumpedCoded,
    DumpedDispatch,
    DumpedLayer,
    DumpedPassage,
    DumpedTag,
)
from index.store.stamps import now
from index.store.tree import read_tree

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from index.changes import Change
    from index.layers import ConceptPath, Layer, LayerId, LayerPassage
    from index.store.connection import Connections
    from index.store.dumped import Dumped
    from index.store.journal import Journal

    Coding = dict[AccessionNumber, frozenset[ConceptPath]]


_MINE = """
SELECT dispatch, concept FROM (
    SELECT dispatch, concept FROM tag
    UNION SELECT dispatch, NULL FROM annotation WHERE trashed IS NULL
    UNION SELECT annotation.dispatch, annotation_concept.concept FROM annotation
    JOIN annotation_concept ON annotation = annotation.id WHERE trashed IS NULL
) WHERE dispatch IN (SELECT id FROM dispatch WHERE trashed IS NULL)
"""


class Layers:
    """Every layer; what is in one never mixes with the user's tags and annotations."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._connections = connections
        self._journal = journal

    # --- reading ------------------------------------------------------------------------------

    def all(self) -> tuple[Layer, ...]:
        """Return every layer, by the names of their coders."""
        with self._connections.reading() as connection:
            return layer_rows.layers(connection)

    def find(self, coder: str) -> Layer:
        """Return the layer of a coder, whose name may be written otherwise.

        Raises:
            UnknownLayer: there is none.
        """
        with self._connections.reading() as connection:
            number = layer_rows.find(connection, coder)
        for layer in self.all():
            if layer.id == number:
                return layer
        raise UnknownLayer(coder=coder)

    def coded(self, layer: LayerId) -> frozenset[AccessionNumber]:
        """Return the dispatches that a coder has looked at."""
        with self._connections.reading() as connection:
            return layer_rows.coded(connection, layer)

    def passages(self, layer: LayerId) -> tuple[LayerPassage, ...]:
        """Return what a coder said of passages, by dispatch and place."""
        with self._connections.reading() as connection:
            return layer_rows.passages(connection, layer)

    def coding(self, layer: LayerId) -> Coding:
        """Return the concepts that a coder put on dispatches or on passages of them."""
        with self._connections.reading() as connection:
            tagged = layer_rows.tags(connection, layer)
            noted = layer_rows.passages(connection, layer)
        found = {number: set(paths) for number, paths in tagged.items()}
        for each in noted:
            found.setdefault(each.dispatch, set()).update(each.concepts)
        return {number: frozenset(paths) for number, paths in found.items()}

    def mine(self) -> Coding:
        """Return the user's own concepts on dispatches or passages, of all that have either.

        A dispatch that is only annotated is there without a concept.
        """
        with self._connections.reading() as connection:
            rows = connection.execute(_MINE).fetchall()
            paths = {int(use.concept.id): use.path for use in read_tree(connection, 0).uses}
        found: dict[AccessionNumber, set[ConceptPath]] = {}
        for number, concept in rows:
            of_it = found.setdefault(AccessionNumber(number), set())
            of_it |= set() if concept is None else {paths[concept]}
        return {number: frozenset(held) for number, held in found.items()}

    def own(self, chosen: Collection[AccessionNumber] | None = None) -> list[Dumped]:
        """Return the user's own coding as the lines of a layer, without its first one.

        Args:
            chosen: the dispatches that the user has looked at; None for those with a tag or an
                annotation.
        """
        with self._connections.reading_committed() as connection:
            connection.execute("BEGIN")
            try:
                return list(_own(connection, chosen))
            finally:
                connection.execute("ROLLBACK")

    # --- edits --------------------------------------------------------------------------------

    def add(self, coder: str, sha256: str, lines: Sequence[Dumped]) -> tuple[LayerReport, Change]:
        """Add a coder's layer in the place of an earlier one of the same coder.

        Raises:
            BadLine: a line is none of a layer; nothing was added.
        """
        wanted = [line for line in lines if isinstance(line, DumpedDispatch)]
        with self._journal.edit("import-layer") as edit:
            held = layer_rows.find(edit.connection, coder)
            if held is not None:
                layer_rows.remove(edit.connection, held)
            numbers = matching.find(edit.connection, wanted)
            gone = [matching.named(each) for each in wanted if numbers[each.dispatch] is None]
            line = DumpedLayer(coder, now(), sha256, tuple(sorted(gone)))
            made = layer_rows.add_layer(edit.connection, line)
            for each in _belonging(lines):
                if each.dispatch not in numbers:
                    raise BadLine(f"the dispatch {each.dispatch} is not described")
                number = numbers[each.dispatch]
                if number is not None:
                    layer_rows.add_line(edit.connection, made, number, each)
        lost = tuple(each for each in self.passages(made) if each.orphaned)
        return LayerReport(self.find(coder), held is not None, lost), edit.change

    def remove(self, layer: LayerId) -> Change:
        """Take a layer away; one that is gone already is fine."""
        with self._journal.edit("remove-layer") as edit:
            layer_rows.remove(edit.connection, layer)
        return edit.change


def _belonging(lines: Iterable[Dumped]) -> Iterator[DumpedCoded | DumpedPassage]:
    for line in lines:
        if isinstance(line, DumpedCoded | DumpedPassage):
            yield line
        elif not isinstance(line, DumpedDispatch):
            raise BadLine(f"a {line.kind} is no part of a layer")


def _own(
    connection: sqlite3.Connection, chosen: Collection[AccessionNumber] | None
) -> Iterator[Dumped]:
    coded = dump.dispatches(connection, chosen)
    keys = {each.dispatch for each in coded}
    tags: dict[str, list[ConceptPath]] = {}
    notes: list[DumpedPassage] = []
    for line in dump.read_all(connection):
        if isinstance(line, DumpedTag) and line.dispatch in keys:
            tags.setdefault(line.dispatch, []).append(line.concept)
        elif isinstance(line, DumpedAnnotation) and line.dispatch in keys and not line.trashed:
            notes.append(_as_passage(line))
    yield from coded
    yield from (
        DumpedCoded("", each.dispatch, tuple(tags.get(each.dispatch, ()))) for each in coded
    )
    yield from notes


def _as_passage(line: DumpedAnnotation) -> DumpedPassage:
    return DumpedPassage(
        coder="",
        dispatch=line.dispatch,
        start=line.start,
        stop=line.stop,
        exact=line.exact,
        prefix=line.prefix,
        suffix=line.suffix,
        note=line.note,
        colour=line.colour,
        concepts=line.concepts,
        created=line.created,
        orphaned=line.orphaned,
    )


def by_coder(lines: Iterable[Dumped], coder: str) -> list[Dumped]:
    """Return the lines of a layer with the coder's name in them."""
    return [
        replace(line, coder=coder) if isinstance(line, DumpedCoded | DumpedPassage) else line
        for line in lines
    ]
