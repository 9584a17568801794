"""Writing dispatches out; one module a format, bound in :data:`FORMATS`."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from index.errors import ExportRefused
from index.exports import bags, bibtex, csl_json, csv_table, json_lines, refi, ris
from index.exports.entries import entries
from index.exports.files import replaced
from index.exports.watched import Stopped, Watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from index.dispatch import AccessionNumber
    from index.exports.entries import Entry
    from index.store import Store

    Writer = Callable[[Iterator[Entry], IO[str]], int]

__all__ = ["BAGIT", "FORMATS", "REFI", "Stopped", "Watched", "write", "write_to"]

FORMATS: dict[str, Writer] = {
    "csv": csv_table.write,
    "jsonl": json_lines.write,
    "ris": ris.write,
    "bibtex": bibtex.write,
    "csl": csl_json.write,
}
"""Name of a format -> what writes it and returns how many dispatches it wrote."""
BAGIT = "bagit"
"""The format that makes a folder instead of a file."""
REFI = "qdpx"
"""The format that makes a zip file."""


def write(form: str, path: Path, ids: Sequence[AccessionNumber], store: Store) -> int:
    """Write dispatches to a file or folder, there complete or not at all; return how many.

    Raises:
        ExportRefused: there is no such format, or the file cannot be written.
    """
    if form == BAGIT:
        return bags.write(path, ids, store)
    if form == REFI:
        return refi.write(path, ids, store)
    with replaced(path) as file:
        return write_to(form, file, ids, store)


def write_to(form: str, file: IO[str], ids: Sequence[AccessionNumber], store: Store) -> int:
    """Write dispatches to an open file.

    Raises:
        ExportRefused: there is no such format.
    """
    if form not in FORMATS:
        raise ExportRefused(path=form, detail=f"the formats are {', '.join(FORMATS)}")
    return FORMATS[form](entries(store, ids), file)
