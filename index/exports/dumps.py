"""The text file of everything the user made, written and loaded."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from index.errors import DumpRefused
from index.exports.files import replaced
from index.store import BadLine, check_header, header, read_line, write_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.reports import LoadReport
    from index.store import Dumped, Store

LONGEST_LINE = 16 << 20
"""Characters; a note of that length has not been written by hand."""


def write(store: Store, path: Path) -> int:
    """Write a dump; return how many things it holds.

    Raises:
        ExportRefused: the file cannot be written; one that was there is unchanged.
    """
    dumped = store.dump()
    with replaced(path) as file:
        file.write(f"{header()}\n")
        file.writelines(f"{write_line(each)}\n" for each in dumped)
    return len(dumped)


def load(store: Store, path: Path) -> LoadReport:
    """Add what a dump holds and the archive does not, all of it or nothing.

    Raises:
        DumpRefused: the file is no dump, or cannot be read.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            return store.load(list(_lines(file)))[0]
    except UnicodeDecodeError as error:
        raise DumpRefused(path=path, detail="it is no text in UTF-8") from error
    except BadLine as error:
        raise DumpRefused(path=path, detail=str(error)) from error
    except OSError as error:
        raise DumpRefused(path=path, detail=error.strerror or str(error)) from error


def _lines(file: IO[str]) -> Iterator[Dumped]:
    check_header(file.readline(LONGEST_LINE))
    number = 1
    while line := file.readline(LONGEST_LINE):
        number += 1
        try:
            yield read_line(line)
        except BadLine as error:
            raise BadLine(f"line {number}: {error}") from error
