"""A coder's layer as a file: JSON lines, each dispatch named by what it says, concepts by paths."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from index.errors import LayerRefused
from index.exports.files import read_text, replaced
from index.limits import STANDARD
from index.store import BadLine, by_coder, read_line, read_object, write_line, write_object

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.layers import LayerReport
    from index.store import Dumped, Store

_FORMAT = "dispatch-reader-layer"
_VERSION = 1


def write(store: Store, path: Path, coder: str, chosen: Collection[AccessionNumber] | None) -> int:
    """Write the user's own coding; return how many dispatches it covers.

    Raises:
        LayerRefused: the coder has no name.
        ExportRefused: the file cannot be written; one that was there is unchanged.
    """
    if not coder.strip():
        raise LayerRefused(path=path, detail="the coder needs a name")
    lines = by_coder(store.layers.own(chosen), coder.strip())
    with replaced(path) as file:
        file.write(write_object({_FORMAT: _VERSION, "coder": coder.strip()}) + "\n")
        file.writelines(f"{write_line(each)}\n" for each in lines)
    return sum(line.kind == "coded" for line in lines)


def load(store: Store, path: Path) -> tuple[LayerReport, Change]:
    """Add a coder's layer, all of it or nothing.

    Raises:
        LayerRefused: the file is none, or cannot be read.
    """
    try:
        text = read_text(path, STANDARD.member_bytes)
        first, *rest = text.split("\n")
        coder, digest = _coder(first), hashlib.sha256(text.encode()).hexdigest()
        return store.layers.add(coder, digest, list(_lines(rest, coder)))
    except OSError as error:
        raise LayerRefused(path=path, detail=error.strerror or str(error)) from error
    except ValueError as error:
        raise LayerRefused(path=path, detail=str(error)) from error


def _coder(line: str) -> str:
    held = read_object(line)
    number, coder = held.get(_FORMAT), held.get("coder")
    if not isinstance(number, int) or not isinstance(coder, str):
        raise BadLine("it is no layer of a coder")
    if number != _VERSION:
        raise BadLine(f"it has format {number}; this program knows {_VERSION}")
    return coder


def _lines(lines: Iterable[str], coder: str) -> Iterator[Dumped]:
    for number, line in enumerate(lines, 2):
        if not line:
            continue
        try:
            yield _of(read_line(line), coder)
        except BadLine as error:
            raise BadLine(f"line {number}: {error}") from error


def _of(line: Dumped, coder: str) -> Dumped:
    if getattr(line, "coder", coder) != coder:
        raise BadLine("it belongs to another coder")
    return line
