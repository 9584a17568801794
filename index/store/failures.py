"""SQLite's failures in the archive's own words."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.errors import ArchiveDamaged, ArchiveError, ArchiveHeld, ReadOnlyArchive, StorageFull

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ")
_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN")


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn what the disk or the file did wrong into ArchiveErrors; leave our own bugs alone."""
    try:
        yield
    except sqlite3.Error as error:
        known = expected(error, folder)
        if known is None:
            raise
        raise known from error


def expected(error: sqlite3.Error, folder: Path) -> ArchiveError | None:
    """Return the ArchiveError for a failure of the world, or None for one of ours."""
    name = error_name(error)
    if name.startswith(_DAMAGE):
        return ArchiveDamaged(folder=folder, detail=str(error))
    if name.startswith("SQLITE_READONLY"):
        return ReadOnlyArchive(folder=folder)
    if name.startswith(_NO_ROOM):
        return StorageFull(folder=folder, detail=str(error))
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return ArchiveHeld(folder=folder, holder="another program")
    return None


def error_name(error: sqlite3.Error) -> str:
    """Return the extended result code's name, or "" where the module itself raised."""
    return str(getattr(error, "sqlite_errorname", ""))
