"""Reads everything again and compares it with the hashes made when it was written."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.dispatch import AccessionNumber
from index.reports import Fault, Progress, VerifyReport
from index.store import seals
from index.store.failures import failures
from index.store.records import HASHED, RECORD, digest, unpack_original

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.reports import Cancel, Listener
    from index.store.connection import Connections

_Check = Callable[[sqlite3.Connection], "Iterator[Fault]"]

STAGE = "verify"
_CHUNK = 500
_RANGE = "id > ? AND id <= ?"
_CONTENT = f"SELECT id, record, {', '.join(HASHED)} FROM {RECORD} WHERE {_RANGE}"  # noqa: S608
_WHOLE = f"SELECT id FROM {RECORD} WHERE {_RANGE}"  # noqa: S608
_HELD = f"SELECT id FROM dispatch WHERE {_RANGE}"  # noqa: S608
_ORIGINALS = "SELECT dispatch, sha256, packed FROM original WHERE dispatch > ? AND dispatch <= ?"
_QUOTES = """
SELECT annotation.dispatch, annotation.id FROM annotation JOIN text USING (dispatch)
WHERE NOT orphaned AND substr(body, start + 1, stop - start) <> exact
"""
_INTERRUPT_EVERY = 100_000
"""Steps of SQLite's machine between two looks at the switch: a few milliseconds."""


class Verification:
    """One pass over the record.

    A row that cannot be read does not stop the pass: the chunk is read again row by row, so that
    the fault names the dispatch.
    """

    def __init__(self, connections: Connections, listen: Listener, cancel: Cancel) -> None:
        self._connections = connections
        self._listen = listen
        self._cancel = cancel
        self._checked = 0

    def run(self) -> VerifyReport:
        """Return what was found; all of it, or up to the cancellation."""
        with self._connections.reading() as connection:
            connection.set_progress_handler(lambda: self._cancel.asked, _INTERRUPT_EVERY)
            try:
                faults = tuple(self._faults(connection))
            finally:
                connection.set_progress_handler(None, 0)
        return VerifyReport(self._checked, faults)

    def _faults(self, connection: sqlite3.Connection) -> Iterator[Fault]:
        yield from self._guarded(connection, _structure, "database")
        try:
            last = last_number(connection)
        except failures():
            return  # nothing can be read at all, which has been said
        for first in range(0, last, _CHUNK):
            if self._cancel.asked:
                return
            bounds = (first, min(first + _CHUNK, last))
            self._listen(Progress(STAGE, first, last))
            yield from self.records(connection, bounds)
        yield from self._guarded(connection, _sealed, "tables")
        yield from self._guarded(connection, _quotes, "annotations")
        self._listen(Progress(STAGE, last, last))

    def records(self, connection: sqlite3.Connection, bounds: tuple[int, int]) -> Iterator[Fault]:
        """Yield what is wrong with the dispatches above the first number, up to the second."""
        try:
            with _one_moment(connection):
                held = connection.execute(_HELD, bounds).fetchall()
                faults = [*_contents(connection, bounds), *_originals(connection, bounds)]
            self._checked += len(held)
        except failures() as error:
            yield from self._narrow(connection, bounds, error)
        else:
            yield from faults

    def _narrow(
        self, connection: sqlite3.Connection, bounds: tuple[int, int], error: Exception
    ) -> Iterator[Fault]:
        first, last = bounds
        if self._cancel.asked:
            return
        if last - first > 1:
            for number in range(first, last):
                yield from self.records(connection, (number, number + 1))
            return
        yield Fault("dispatch", str(error), AccessionNumber(last))

    def _guarded(
        self, connection: sqlite3.Connection, check: _Check, where: str
    ) -> Iterator[Fault]:
        try:
            with _one_moment(connection):
                found = list(check(connection))
            yield from found
        except failures() as error:
            if not self._cancel.asked:
                yield Fault(where, str(error))


def record_differs(connection: sqlite3.Connection, number: AccessionNumber) -> bool:
    """Tell whether one dispatch is missing or is not what was recorded."""
    bounds = (number - 1, number)
    held = connection.execute(_HELD, bounds).fetchone()
    return held is None or any(True for _ in _contents(connection, bounds))


def originals_differ(connection: sqlite3.Connection, number: AccessionNumber) -> bool:
    """Tell whether the original of one dispatch is kept, and is not what was recorded."""
    return any(True for _ in _originals(connection, (number - 1, number)))


@contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Let several statements see the same state while others go on editing."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def last_number(connection: sqlite3.Connection) -> int:
    """Return the highest accession number; 0 in an empty archive."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM dispatch").fetchone()[0])


def _structure(connection: sqlite3.Connection) -> Iterator[Fault]:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield Fault("database", str(line))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(str(table), f"row {row} refers to a missing {parent}")


def _contents(connection: sqlite3.Connection, bounds: tuple[int, int]) -> Iterator[Fault]:
    for number, record, *content in connection.execute(_CONTENT, bounds):
        if not _says(content, record):
            yield Fault("dispatch", "its content is not what was recorded", AccessionNumber(number))
    held = {number for (number,) in connection.execute(_HELD, bounds)}
    whole = {number for (number,) in connection.execute(_WHOLE, bounds)}
    for number in sorted(held - whole):
        yield Fault("dispatch", "its text or provenance is missing", AccessionNumber(number))


def _originals(connection: sqlite3.Connection, bounds: tuple[int, int]) -> Iterator[Fault]:
    for number, sha256, packed in connection.execute(_ORIGINALS, bounds):
        if not _unpacks(packed, sha256):
            yield Fault("original", "its bytes are not what was recorded", AccessionNumber(number))


def _says(content: Sequence[object], record: str) -> bool:
    try:
        return digest(content) == record
    except TypeError:  # a text that has become bytes
        return False


def _unpacks(packed: bytes, sha256: str) -> bool:
    try:
        return hashlib.sha256(unpack_original(packed)).hexdigest() == sha256
    except (zlib.error, TypeError):
        return False


def _sealed(connection: sqlite3.Connection) -> Iterator[Fault]:
    for table in seals.SEALED:
        if seals.measure(connection, table) != seals.read(connection, table):
            yield Fault(table, "a row is not what was recorded")


def _quotes(connection: sqlite3.Connection) -> Iterator[Fault]:
    for dispatch, annotation in connection.execute(_QUOTES):
        detail = f"annotation {annotation} does not quote the text it points to"
        yield Fault("annotation", detail, AccessionNumber(dispatch))
