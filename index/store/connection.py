"""The connections to ``archive.sqlite3``: one that writes, and one a thread that reads."""

from __future__ import annotations

import threading
import weakref
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.errors import ReadOnlyArchive
from index.store.cipher import connect, key_of, require_extra
from index.store.failures import error_name, failures, translated

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from index.changes import Change, RowChange
    from index.store.cipher import Passphrase

_READING = ("trusted_schema = OFF", "temp_store = MEMORY")
"""An archive may come from somebody else: what its schema says runs nothing of ours."""
_WRITING = (
    *_READING,
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "cache_size = -32768",  # KiB
    "wal_autocheckpoint = 4000",  # pages
)


@dataclass(slots=True)
class Transaction:
    """What the outermost ``writing()`` and those inside it do together, all or nothing."""

    connection: sqlite3.Connection
    thread: int
    depth: int = 0
    """0 once it has ended."""
    rows: list[RowChange] = field(default_factory=list)
    """Rows changed so far; kept by the journal."""
    changes: list[Change] = field(default_factory=list)
    """Edits that ended; told to listeners after the commit."""


class _Reader:
    """A connection of one thread; closed with the thread, or by the archive when idle."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.in_use = threading.RLock()

    def close(self) -> None:
        with self.in_use:
            self.connection.close()

    def __del__(self) -> None:
        self.connection.close()


class Connections:
    """Hands out the writer, one thread at a time, and readers that never wait for it.

    Raises:
        ArchiveDamaged: the file is no readable database.
        PassphraseNeeded, PassphraseWrong: it is encrypted.
        StorageFull: the file cannot be opened.
    """

    def __init__(
        self, path: Path, *, read_only: bool = False, passphrase: Passphrase | None = None
    ) -> None:
        self.path = path
        self.folder = path.parent
        self.read_only = read_only
        self._lock = threading.RLock()
        self._transaction: Transaction | None = None
        self._local = threading.local()
        self._readers: weakref.WeakSet[_Reader] = weakref.WeakSet()
        self._roster = threading.Lock()
        self._closed = False
        self.passphrase = passphrase
        self.key = _key(path, passphrase)
        """As SQLCipher reads it; None for a record that is not encrypted."""
        with translated(self.folder):
            self._immutable = read_only and needs_immutable(path, self.key)
            self._writer = None if read_only else open_writer(path, self.key)

    @property
    def transaction(self) -> Transaction | None:
        """The transaction that is open now, in whichever thread."""
        return self._transaction

    @property
    def writer(self) -> sqlite3.Connection:
        """The write connection, for set-up before other threads come in."""
        if self._writer is None:
            raise ReadOnlyArchive(folder=self.folder)
        return self._writer

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Run a transaction; one inside another is undone alone when it fails.

        Raises:
            ReadOnlyArchive: this archive is open read-only.
            StorageFull: nothing of the transaction was kept.
        """
        writer = self.writer
        with self._lock, translated(self.folder):
            self._check_open()
            current = self._transaction or Transaction(writer, threading.get_ident())
            self._transaction = current
            try:
                with _level(current):
                    yield current
            finally:
                if current.depth == 0:
                    self._transaction = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend this thread's reader; inside a transaction of this thread, the writer itself."""
        self._check_open()
        current = self._transaction
        if current is not None and current.thread == threading.get_ident():
            yield current.connection
            return
        with self.reading_committed() as connection:
            yield connection

    @contextmanager
    def reading_committed(self) -> Iterator[sqlite3.Connection]:
        """Lend this thread's reader, which never sees what may still be undone."""
        self._check_open()
        reader = self._reader()
        with reader.in_use, translated(self.folder):
            yield reader.connection

    def close(self) -> None:
        """Wait for running reads and writes, then close every connection."""
        with self._roster:
            self._closed = True
            readers = list(self._readers)
        for reader in readers:
            reader.close()
        with self._lock, translated(self.folder):
            if self._writer is not None:
                self._writer.close()

    def _reader(self) -> _Reader:
        held: _Reader | None = getattr(self._local, "reader", None)
        if held is None:
            with translated(self.folder):
                held = _Reader(open_reader(self.path, self.key, immutable=self._immutable))
            self._local.reader = held
            with self._roster:
                self._readers.add(held)
        return held

    def _check_open(self) -> None:
        if self._closed:
            raise ValueError("the archive is closed")


def open_writer(path: Path, key: str | None = None) -> sqlite3.Connection:
    """Open for reading and writing, durable and with foreign keys checked."""
    return _connect(path, "mode=rwc", _WRITING, key)


def open_reader(
    path: Path, key: str | None = None, *, immutable: bool = False
) -> sqlite3.Connection:
    """Open for reading only; ``immutable`` where SQLite may not even make its own files."""
    return _connect(path, "immutable=1" if immutable else "mode=ro", _READING, key)


def _key(path: Path, passphrase: Passphrase | None) -> str | None:
    """Return the key of a record, or of the one that is about to be made."""
    if passphrase is not None and not (path.exists() and path.stat().st_size):
        passphrase.require_long()
        require_extra(path.parent)
        return passphrase.new_key()
    return key_of(path, passphrase)


def _connect(
    path: Path, mode: str, settings: tuple[str, ...], key: str | None
) -> sqlite3.Connection:
    connection = connect(
        f"{path.resolve().as_uri()}?{mode}",
        key,
        path.parent,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def needs_immutable(path: Path, key: str | None = None) -> bool:
    """Tell whether SQLite cannot make the files it needs to read beside a writer."""
    try:
        with closing(open_reader(path, key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except failures() as error:
        if error_name(error).startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
            return True
        raise
    return False


@contextmanager
def _level(current: Transaction) -> Iterator[None]:
    """Begin and commit on the outermost level, set and release a savepoint on inner ones."""
    connection, inner = current.connection, current.depth > 0
    connection.execute("SAVEPOINT inner_edit" if inner else "BEGIN IMMEDIATE")
    current.depth += 1
    try:
        yield
        connection.execute("RELEASE inner_edit" if inner else "COMMIT")
    except BaseException:
        _undo(connection, inner=inner)
        raise
    finally:
        current.depth -= 1


def _undo(connection: sqlite3.Connection, *, inner: bool) -> None:
    if not connection.in_transaction:
        return  # a full disk makes SQLite roll back by itself
    if inner:
        connection.execute("ROLLBACK TO inner_edit")
        connection.execute("RELEASE inner_edit")
    else:
        connection.execute("ROLLBACK")
