"""Layers of other coders as rows and back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from index.anchoring import anchor
from index.annotation import Colour
from index.dispatch import AccessionNumber
from index.folding import fold
from index.layers import Layer, LayerId, LayerPassage
from index.selectors import TextSelector, describe
from index.store.dumped import BadLine, DumpedCoded, DumpedLayer, DumpedPassage
from index.store.records import read_list, write_list
from index.store.sql import insert
from index.store.stamps import read_moment

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.layers import ConceptPath

_LAYERS = """
SELECT id, coder, imported, sha256,
    (SELECT count(*) FROM layer_dispatch WHERE layer = layer.id),
    (SELECT count(*) FROM layer_tag WHERE layer = layer.id),
    (SELECT count(*) FROM layer_annotation WHERE layer = layer.id),
    (SELECT count(*) FROM layer_annotation WHERE layer = layer.id AND orphaned),
    missing
FROM layer ORDER BY folded
"""
_FIND = "SELECT id FROM layer WHERE folded = ?"
_LAYER = insert("layer", ("coder", "folded", "imported", "sha256", "missing"))
_CODED = insert("layer_dispatch", ("layer", "dispatch")) + " ON CONFLICT DO NOTHING"
_TAG = insert("layer_tag", ("layer", "dispatch", "concept")) + " ON CONFLICT DO NOTHING"
PLAIN = ("exact", "prefix", "suffix", "start", "stop", "colour", "note")
"""Columns of a passage that a dump holds as they are, beside ``created`` and ``orphaned``."""
_COLUMNS = ("layer", "dispatch", *PLAIN, "concepts", "created", "orphaned")
_PASSAGE = insert("layer_annotation", _COLUMNS)
_PASSAGES = (
    f"SELECT dispatch, {', '.join(PLAIN)}, concepts, created, orphaned "  # noqa: S608
    "FROM layer_annotation WHERE layer = ? ORDER BY dispatch, start, stop, id"
)
_EVERY_CODED = """
SELECT coder, layer_dispatch.dispatch, concept FROM layer
JOIN layer_dispatch ON layer_dispatch.layer = layer.id
LEFT JOIN layer_tag ON layer_tag.layer = layer.id AND layer_tag.dispatch = layer_dispatch.dispatch
"""
_EVERY_PASSAGE = (
    f"SELECT coder, dispatch, {', '.join(PLAIN)}, concepts, created, orphaned "  # noqa: S608
    "FROM layer_annotation JOIN layer ON layer.id = layer"
)
_PARTS = ("layer_annotation", "layer_tag", "layer_dispatch")


# --- writing --------------------------------------------------------------------------------------


def find(connection: sqlite3.Connection, coder: str) -> LayerId | None:
    """Return the layer of a coder, whose name may be written otherwise."""
    row = connection.execute(_FIND, (fold(coder),)).fetchone()
    return LayerId(row[0]) if row else None


def add_layer(connection: sqlite3.Connection, line: DumpedLayer) -> LayerId:
    """Add an empty layer.

    Raises:
        BadLine: the coder has no name.
    """
    if not fold(line.coder).strip():
        raise BadLine("a layer without a coder")
    values = (line.coder, fold(line.coder), line.imported, line.sha256, write_list(line.missing))
    return LayerId(connection.execute(_LAYER, values).lastrowid or 0)


def add_line(
    connection: sqlite3.Connection, layer: int, dispatch: int, line: DumpedCoded | DumpedPassage
) -> bool:
    """Add what a coder did to one dispatch; tell whether it was not there.

    Raises:
        BadLine: the line cannot be meant so.
    """
    if isinstance(line, DumpedPassage):
        return _add_passage(connection, layer, dispatch, line)
    added = connection.execute(_CODED, (layer, dispatch)).rowcount > 0
    paths = [(layer, dispatch, write_path(path)) for path in line.concepts]
    connection.executemany(_TAG, paths)
    return added


def _add_passage(
    connection: sqlite3.Connection, layer: int, dispatch: int, line: DumpedPassage
) -> bool:
    if line.colour not in set(Colour):
        raise BadLine(f"no colour {line.colour}")
    try:
        read_moment(line.created)
    except ValueError as error:
        raise BadLine(f"no moment: {line.created!r}") from error
    stated = TextSelector(line.exact, line.prefix, line.suffix, line.start, line.stop)
    placed = None if line.orphaned else _placed(connection, dispatch, stated)
    at = placed or stated
    plain = (at.exact, at.prefix, at.suffix, at.start, at.end, line.colour, line.note)
    concepts = write_list([write_path(path) for path in line.concepts])
    values = (layer, dispatch, *plain, concepts, line.created, int(placed is None))
    connection.execute(_PASSAGE, values)
    return True


def _placed(
    connection: sqlite3.Connection, dispatch: int, stated: TextSelector
) -> TextSelector | None:
    """Return the passage as it stands in the body here, or None where it cannot be placed."""
    query = "SELECT body FROM text WHERE dispatch = ?"
    (body,) = connection.execute(query, (dispatch,)).fetchone()
    if stated.exact and body[max(0, stated.start) : max(0, stated.end)] == stated.exact:
        return stated
    span = anchor(body, stated) if stated.exact.strip() else None
    return describe(body, span.start, span.end) if span else None


def remove(connection: sqlite3.Connection, layer: LayerId) -> None:
    """Delete a layer, its parts first, so that undo finds it before them."""
    for part in _PARTS:
        connection.execute(f"DELETE FROM {part} WHERE layer = ?", (layer,))  # noqa: S608
    connection.execute("DELETE FROM layer WHERE id = ?", (layer,))


def write_path(path: ConceptPath) -> str:
    """Return a concept's path as it is stored.

    Raises:
        BadLine: it has no label.
    """
    if not path or not all(label.strip() for label in path):
        raise BadLine("a concept without a label")
    return write_list(path)


# --- reading --------------------------------------------------------------------------------------


def layers(connection: sqlite3.Connection) -> tuple[Layer, ...]:
    """Return every layer, by the names of their coders."""
    return tuple(_layer(row) for row in connection.execute(_LAYERS).fetchall())


def _layer(row: Sequence[Any]) -> Layer:
    number, coder, imported, sha256, dispatches, tagged, noted, orphaned, missing = row
    return Layer(
        LayerId(number),
        coder,
        datetime.fromisoformat(imported),
        sha256,
        dispatches,
        tagged,
        noted,
        orphaned,
        read_list(missing),
    )


def coded(connection: sqlite3.Connection, layer: LayerId) -> frozenset[AccessionNumber]:
    """Return the dispatches that a coder has looked at."""
    query = "SELECT dispatch FROM layer_dispatch WHERE layer = ?"
    return frozenset(AccessionNumber(n) for (n,) in connection.execute(query, (layer,)))


def tags(
    connection: sqlite3.Connection, layer: LayerId
) -> dict[AccessionNumber, tuple[ConceptPath, ...]]:
    """Return the concepts that a coder put on each dispatch as a whole."""
    query = "SELECT dispatch, concept FROM layer_tag WHERE layer = ? ORDER BY dispatch, concept"
    found: dict[AccessionNumber, tuple[ConceptPath, ...]] = {}
    for number, path in connection.execute(query, (layer,)):
        dispatch = AccessionNumber(number)
        found[dispatch] = (*found.get(dispatch, ()), read_list(path))
    return found


def passages(connection: sqlite3.Connection, layer: LayerId) -> tuple[LayerPassage, ...]:
    """Return what a coder said of passages, by dispatch and place."""
    rows = connection.execute(_PASSAGES, (layer,)).fetchall()
    return tuple(_passage(row) for row in rows)


def _passage(row: Sequence[Any]) -> LayerPassage:
    number, exact, prefix, suffix, start, stop, colour, note, concepts, created, orphaned = row
    return LayerPassage(
        AccessionNumber(number),
        TextSelector(exact, prefix, suffix, start, stop),
        Colour(colour),
        note,
        tuple(read_list(path) for path in read_list(concepts)),
        read_moment(created),
        bool(orphaned),
    )


def dumped(
    connection: sqlite3.Connection, keys: Mapping[int, str]
) -> Iterator[DumpedLayer | DumpedCoded | DumpedPassage]:
    """Yield every layer as lines of a dump, each before what belongs to it."""
    query = "SELECT coder, imported, sha256, missing FROM layer ORDER BY folded"
    for coder, imported, sha256, missing in connection.execute(query).fetchall():
        yield DumpedLayer(coder, imported, sha256, read_list(missing))
    yield from _dumped_coded(connection, keys)
    yield from sorted(_dumped_passages(connection, keys), key=_in_order)


def _dumped_coded(connection: sqlite3.Connection, keys: Mapping[int, str]) -> Iterable[DumpedCoded]:
    found: dict[tuple[str, str], list[ConceptPath]] = {}
    for coder, dispatch, path in connection.execute(_EVERY_CODED).fetchall():
        concepts = found.setdefault((coder, keys[dispatch]), [])
        concepts += [read_list(path)] if path else []
    return [DumpedCoded(*key, tuple(sorted(found[key]))) for key in sorted(found)]


def _dumped_passages(
    connection: sqlite3.Connection, keys: Mapping[int, str]
) -> Iterator[DumpedPassage]:
    for coder, dispatch, *row in connection.execute(_EVERY_PASSAGE).fetchall():
        *values, concepts, created, orphaned = row
        plain: dict[str, Any] = dict(zip(PLAIN, values, strict=True))
        paths = tuple(read_list(path) for path in read_list(concepts))
        yield DumpedPassage(
            coder=coder,
            dispatch=keys[dispatch],
            concepts=paths,
            created=created,
            orphaned=bool(orphaned),
            **plain,
        )


def _in_order(line: DumpedPassage) -> tuple[object, ...]:
    return line.coder, line.dispatch, line.start, line.stop, repr(line)
