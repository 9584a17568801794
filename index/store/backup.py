"""Copies of the record that are opened and checked before they count."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.errors import ArchiveDamaged, StorageFull
from index.reports import Cancel, Progress, ignore
from index.store import counters
from index.store.cipher import connect, key_of
from index.store.failures import failures, translated
from index.store.schema import RECORD_NAME, inspect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from index.reports import Listener
    from index.store.cipher import Passphrase

_INCOMING = f"{RECORD_NAME}.restored"
STAGE = "backup"
_PAGES_A_STEP = 2000
"""8 MB: less than a tenth of a second."""
INTERRUPT_EVERY = 100_000
"""Steps of SQLite's machine between two looks at the switch: a few milliseconds."""
_SIDE_FILES = ("", "-wal", "-shm")


class Stopped(Exception):
    """The copying was asked to stop; there is no copy."""


def copy_to(
    connection: sqlite3.Connection,
    target: Path,
    key: str | None,
    listen: Listener = ignore,
    cancel: Cancel | None = None,
) -> None:
    """Copy the record while it is in use; ``target`` is there only when the copy is sound.

    The copy of an encrypted record has the record's own ``key``.

    Raises:
        Stopped: it was cancelled.
        StorageFull: the copy could not be written.
        ArchiveDamaged: the copy does not pass SQLite's check, so the record does not either.
    """
    unfinished = target.with_name(target.name + ".tmp")
    try:
        with translated(target.parent):
            _copy(connection, unfinished, key, _Steps(listen, cancel))
            _check(unfinished, key, cancel)
            _flush(unfinished)
            unfinished.replace(target)
    except OSError as error:
        raise StorageFull(folder=target.parent, detail=error.strerror) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()


def check(path: Path, passphrase: Passphrase | None, cancel: Cancel | None = None) -> None:
    """Read a whole database file as one that does not change.

    Raises:
        Stopped: it was cancelled.
        PassphraseNeeded, PassphraseWrong: it is encrypted.
        ArchiveDamaged: SQLite finds it inconsistent.
    """
    _check(path, key_of(path, passphrase), cancel)


def _check(path: Path, key: str | None, cancel: Cancel | None = None) -> None:
    cancel = cancel or Cancel()
    with translated(path.parent), closing(_open(path, "immutable=1", key)) as connection:
        connection.set_progress_handler(lambda: cancel.asked, INTERRUPT_EVERY)
        try:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
        except failures() as error:
            raise (Stopped() if cancel.asked else error) from error
    if found != ("ok",):
        raise ArchiveDamaged(folder=path.parent, detail=str(found[0]))


def restore_record(
    source: Path, folder: Path, known: int, passphrase: Passphrase | None
) -> Path | None:
    """Put a backup in the place of a folder's record; the folder's lock must be held.

    Returns:
        Where the record that was there before is kept now, or None if there was none.

    Raises:
        ArchiveMissing, ArchiveDamaged, ArchiveTooNew: the backup cannot be used; nothing was done.
        PassphraseNeeded, PassphraseWrong: it is encrypted; nothing was done.
        StorageFull: there is no room; the old record is still in place.
    """
    inspect(source, known, passphrase)
    check(source, passphrase)
    key = key_of(source, passphrase)
    incoming = folder / _INCOMING
    staged = incoming.with_name(f"{_INCOMING}.new")
    with closing(_open(source, "immutable=1", key)) as connection:
        copy_to(connection, staged, key)
    _rename_archive(staged, key)
    staged.replace(incoming)
    kept = set_aside(folder)
    finish_restore(folder)
    return kept


def finish_restore(folder: Path) -> None:
    """Put a restored record in its place, also one that a crash left waiting for it.

    Where the old record still stands, the restoring had not yet begun to replace it.
    """
    if not awaits_restore(folder):
        (folder / _INCOMING).unlink(missing_ok=True)
        return
    set_aside(folder)  # side files without their record would be read as the new one's
    (folder / _INCOMING).replace(folder / RECORD_NAME)


def awaits_restore(folder: Path) -> bool:
    """Tell whether a crash cut a restore short after the old record was moved away."""
    return (folder / _INCOMING).exists() and not (folder / RECORD_NAME).exists()


def set_aside(folder: Path) -> Path | None:
    """Rename a record and its side files out of the way; nothing is ever deleted."""
    record = folder / RECORD_NAME
    held = record.exists()
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    kept = folder / f"replaced-{stamp}.sqlite3"
    for suffix in _SIDE_FILES:
        side = record.with_name(record.name + suffix)
        if side.exists():
            side.replace(kept.with_name(kept.name + suffix))
    return kept if held else None


class _Steps:
    """Tells how far a copy is, and ends it when that is asked."""

    def __init__(self, listen: Listener, cancel: Cancel | None) -> None:
        self._listen, self._cancel = listen, cancel or Cancel()

    def __call__(self, _status: int, left: int, total: int) -> None:
        self._listen(Progress(STAGE, total - left, total))
        if self._cancel.asked:
            raise Stopped


def _copy(connection: sqlite3.Connection, target: Path, key: str | None, steps: _Steps) -> None:
    target.unlink(missing_ok=True)
    with closing(_open(target, "mode=rwc", key)) as copy, _one_moment(connection):
        connection.backup(copy, pages=_PAGES_A_STEP, progress=steps)
        # One file that can be moved about, without a log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold what is read still, or every edit of others would begin the copy again."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield
    finally:
        connection.execute("ROLLBACK")


def _rename_archive(path: Path, key: str | None) -> None:
    with translated(path.parent), closing(_open(path, "mode=rw", key)) as connection, connection:
        counters.rename(connection)


def _open(path: Path, mode: str, key: str | None) -> sqlite3.Connection:
    return connect(f"{path.resolve().as_uri()}?{mode}", key, path.parent)


def _flush(path: Path) -> None:
    with path.open("rb+") as written:
        os.fsync(written.fileno())
