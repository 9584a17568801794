"""The record's file format: where its number stands, and what this program knows of it."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from index.errors import ArchiveDamaged, ArchiveMissing, ArchiveTooNew
from index.store.cipher import MARK, key_of
from index.store.connection import needs_immutable, open_reader
from index.store.counters import found
from index.store.failures import translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.store.cipher import Passphrase

RECORD_NAME = "archive.sqlite3"
APPLICATION_ID = int.from_bytes(b"DspR", "big")

_MAGIC = b"SQLite format 3\0"
_HEADER = struct.Struct(">60xI4xI28x")
"""``user_version`` and ``application_id``: https://www.sqlite.org/fileformat.html section 1.3."""


@dataclass(frozen=True, slots=True)
class Step:
    """Leads from format ``number - 1`` to ``number``."""

    number: int
    script: str

    def run(self, connection: sqlite3.Connection) -> None:
        """Run the script inside the caller's transaction."""
        for statement in _statements(self.script):
            connection.execute(statement)
        if self.number == 1:
            found(connection)
        connection.execute(f"PRAGMA user_version = {self.number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@cache
def steps() -> tuple[Step, ...]:
    """Read the numbered scripts that ship with this package, in order."""
    scripts = sorted(
        (each for each in files("index.store").joinpath("steps").iterdir()),
        key=lambda each: each.name,
    )
    return tuple(
        Step(int(each.name[:4]), each.read_text(encoding="utf-8"))
        for each in scripts
        if each.name.endswith(".sql")
    )


def inspect(path: Path, known: int, passphrase: Passphrase | None = None) -> int:
    """Return a record's format from its bytes alone: nothing is opened, locked or created.

    Of an encrypted one the bytes say nothing, so that it is opened, for reading.

    Raises:
        PassphraseNeeded, PassphraseWrong: it is encrypted.
        ArchiveMissing: there is no file, or an empty one.
        ArchiveDamaged: it is no record of ours.
        ArchiveTooNew: its format is above ``known``.
    """
    try:
        with path.open("rb") as record:
            head = record.read(_HEADER.size)
    except (FileNotFoundError, NotADirectoryError):
        raise ArchiveMissing(folder=path.parent) from None
    except OSError as error:
        raise ArchiveDamaged(folder=path.parent, detail=error.strerror) from error
    if not head:
        raise ArchiveMissing(folder=path.parent)
    if head.startswith(MARK):
        return check_format(path.parent, *_read_numbers(path, passphrase), known)
    if not head.startswith(_MAGIC) or len(head) < _HEADER.size:
        raise ArchiveDamaged(folder=path.parent, detail="it is not a database")
    version, application = _HEADER.unpack(head)
    return check_format(path.parent, version, application, known)


def _read_numbers(path: Path, passphrase: Passphrase | None) -> tuple[int, int]:
    key = key_of(path, passphrase)
    with translated(path.parent):
        immutable = needs_immutable(path, key)
        with closing(open_reader(path, key, immutable=immutable)) as connection:
            return read_numbers(connection)


def read_numbers(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return format and application as the database itself tells them."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    return version, application


def check_format(folder: Path, version: int, application: int, known: int) -> int:
    """Return ``version`` where it is one of ours that this program can read; 0 = just created.

    Raises:
        ArchiveDamaged: another program's database.
        ArchiveTooNew: a newer program's archive.
    """
    if (version or application) and application != APPLICATION_ID:
        raise ArchiveDamaged(folder=folder, detail="it belongs to another program")
    if version > known:
        raise ArchiveTooNew(folder=folder, found=version, known=known)
    return version


def _statements(script: str) -> Iterator[str]:
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
