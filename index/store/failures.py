"""SQLite's failures in the archive's own words."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.errors import ArchiveDamaged, ArchiveError, ArchiveHeld, ReadOnlyArchive, StorageFull

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ")
_NO_TEXT = "Could not decode to UTF-8"
"""Raised by Python's module itself, so without a result code."""
_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN")


class Damage(sqlite3.DatabaseError):
    """Something that every archive has is not there."""


def failures() -> tuple[type[Exception], ...]:
    """Return what SQLite raises and, once it is loaded, SQLCipher, which has classes of its own."""
    return _of_modules("Error")


def conflicts() -> tuple[type[Exception], ...]:
    """Return what either raises when an edit would break a rule of the schema."""
    return _of_modules("IntegrityError")


def _of_modules(name: str) -> tuple[type[Exception], ...]:
    loaded = (sys.modules.get("sqlite3"), sys.modules.get("sqlcipher3.dbapi2"))
    return tuple(getattr(module, name) for module in loaded if module is not None)


def _is_operational(error: Exception) -> bool:
    return isinstance(error, _of_modules("OperationalError"))


@contextmanager
def opening(folder: Path) -> Iterator[None]:
    """While an archive is opened, also take a schema that does not fit for damage."""
    with translated(folder):
        try:
            yield
        except failures() as error:
            if not _is_operational(error):
                raise
            known = expected(error, folder) or ArchiveDamaged(folder=folder, detail=str(error))
            raise known from error


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn what the disk or the file did wrong into ArchiveErrors; leave our own bugs alone."""
    try:
        yield
    except UnicodeDecodeError as error:
        # Of a damaged schema, SQLite's message quotes bytes that are no text.
        raise ArchiveDamaged(folder=folder, detail=str(error)) from error
    except failures() as error:
        known = expected(error, folder)
        if known is None:
            raise
        raise known from error


def expected(error: Exception, folder: Path) -> ArchiveError | None:
    """Return the ArchiveError for a failure of the world, or None for one of ours."""
    name = error_name(error)
    damaged = isinstance(error, Damage) or str(error).startswith(_NO_TEXT)
    if damaged or name.startswith(_DAMAGE):
        return ArchiveDamaged(folder=folder, detail=str(error))
    if name.startswith("SQLITE_READONLY"):
        return ReadOnlyArchive(folder=folder)
    if name.startswith(_NO_ROOM):
        return StorageFull(folder=folder, detail=str(error))
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return ArchiveHeld(folder=folder, holder="another program")
    return None


def error_name(error: Exception) -> str:
    """Return the extended result code's name, or "" where the module itself raised."""
    return str(getattr(error, "sqlite_errorname", ""))
