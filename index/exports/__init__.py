"""Writing dispatches out; one module a format, bound in :data:`FORMATS`."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from index.errors import ExportRefused
from index.exports import csv_table, json_lines
from index.exports.entries import entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.dispatch import AccessionNumber
    from index.exports.entries import Entry
    from index.store import Store

    Writer = Callable[[Iterator[Entry], IO[str]], int]

__all__ = ["FORMATS", "write", "write_to"]

FORMATS: dict[str, Writer] = {"csv": csv_table.write, "jsonl": json_lines.write}
"""Name of a format -> what writes it and returns how many dispatches it wrote."""


def write(form: str, path: Path, ids: Sequence[AccessionNumber], store: Store) -> int:
    """Write dispatches to a file, which is there complete or not at all; return how many.

    Raises:
        ExportRefused: there is no such format, or the file cannot be written.
    """
    with _replaced(path) as file:
        return write_to(form, file, ids, store)


def write_to(form: str, file: IO[str], ids: Sequence[AccessionNumber], store: Store) -> int:
    """Write dispatches to an open file.

    Raises:
        ExportRefused: there is no such format.
    """
    if form not in FORMATS:
        raise ExportRefused(path=form, detail=f"the formats are {', '.join(FORMATS)}")
    return FORMATS[form](entries(store, ids), file)


@contextmanager
def _replaced(path: Path) -> Iterator[IO[str]]:
    """Open a file beside ``path`` and put it in its place when everything is on the disk."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=".export-", delete=False
        ) as file:
            unfinished = Path(file.name)
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
        _publish(unfinished, path)
    except OSError as error:
        raise ExportRefused(path=path, detail=error.strerror or str(error)) from error


def _publish(unfinished: Path, path: Path) -> None:
    try:
        mask = os.umask(0)
        os.umask(mask)
        unfinished.chmod(0o666 & ~mask)  # as any other file the user makes
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
