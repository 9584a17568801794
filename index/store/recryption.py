"""Writes a record anew under another passphrase, or under none."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from index.errors import ArchiveDamaged, ArchiveError, StorageFull
from index.reports import Cancel, ignore
from index.store import counters
from index.store.backup import INTERRUPT_EVERY, Stopped, check, set_aside
from index.store.cipher import encrypting, key_of, require_extra
from index.store.connection import Connections
from index.store.failures import failures, translated
from index.store.migrations import BACKUPS
from index.store.schema import RECORD_NAME, inspect, steps
from index.store.verify import Verification

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from index.store.cipher import Passphrase

_FRESH = f"{RECORD_NAME}.recrypted"
_FULL = "disk is full"


def rewrite(
    source: Path,
    old: Passphrase | None,
    target: Path,
    new: Passphrase | None,
    cancel: Cancel | None = None,
) -> None:
    """Write the record in ``source`` to ``target``, which is there only when it is whole.

    Raises:
        Stopped: it was cancelled.
        PassphraseNeeded, PassphraseWrong, ArchiveDamaged, ArchiveTooNew: ``source`` is not read.
        StorageFull: there is no room for it.
        EncryptionMissing: the libraries are not installed.
    """
    require_extra(source.parent)
    cancel = cancel or Cancel()
    found = inspect(source, steps()[-1].number, old)
    unfinished = target.with_name(f"{target.name}.tmp")
    try:
        with translated(target.parent):
            unfinished.unlink(missing_ok=True)
            keys = key_of(source, old) or "", new.new_key() if new else ""
            _export(source, unfinished, keys, cancel)
            _settle(unfinished, new)
            check(unfinished, new, cancel)
        if found == steps()[-1].number:
            _compare(unfinished, new, cancel)
        unfinished.replace(target)
    except OSError as error:
        raise StorageFull(folder=target.parent, detail=error.strerror) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()


def change(folder: Path, old: Passphrase, new: Passphrase | None) -> tuple[Path, ...]:
    """Put the record of a folder, whose lock must be held, under another passphrase, or none.

    Its backups follow, so that the old passphrase opens nothing any more.

    Returns:
        The copies of the record that could not be rewritten and still have the old passphrase.

    Raises:
        PassphraseWrong: ``old`` is not it; nothing was changed.
        ArchiveDamaged, StorageFull: nothing was changed.
    """
    record, fresh = folder / RECORD_NAME, folder / _FRESH
    _fold_log(record, old)
    rewrite(record, old, fresh, new)
    outdated = set_aside(folder)
    fresh.replace(record)
    if outdated is not None:
        for file in folder.glob(f"{outdated.name}*"):
            file.unlink()
    return tuple(_follow(folder, old, new))


def read_index_key(record: Path, passphrase: Passphrase | None) -> bytes | None:
    """Return the key of the index; None where the record is not encrypted.

    Raises:
        PassphraseNeeded, PassphraseWrong, ArchiveDamaged: the record cannot be read.
    """
    connections = Connections(record, read_only=True, passphrase=passphrase)
    try:
        with connections.reading() as connection:
            return counters.index_key(connection)
    finally:
        connections.close()


def finish_change(folder: Path) -> None:
    """Put a rewritten record in its place that a crash left waiting for it."""
    fresh, record = folder / _FRESH, folder / RECORD_NAME
    if not fresh.exists():
        return
    if record.exists():
        fresh.unlink()  # the old one had not been moved away yet, and goes on as it was
    else:
        fresh.replace(record)


def awaits_change(folder: Path) -> bool:
    """Tell whether a crash cut a change of passphrase short after the record was moved away."""
    return (folder / _FRESH).exists() and not (folder / RECORD_NAME).exists()


def _follow(folder: Path, old: Passphrase, new: Passphrase | None) -> Iterator[Path]:
    copies = [*(folder / BACKUPS).glob("*.sqlite3"), *folder.glob("replaced-*.sqlite3")]
    for copy in sorted(copies):
        times = copy.stat()
        try:
            rewrite(copy, old, copy, new)
        except ArchiveError:
            yield copy
        else:
            os.utime(copy, ns=(times.st_atime_ns, times.st_mtime_ns))


def _fold_log(record: Path, old: Passphrase) -> None:
    """Take what is still in the record's log into the record itself."""
    connections = Connections(record, passphrase=old)
    try:
        with translated(record.parent):
            connections.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connections.close()


def _export(source: Path, target: Path, keys: tuple[str, str], cancel: Cancel) -> None:
    (old, new), uri = keys, f"{target.resolve().as_uri()}?mode=rwc"
    with closing(encrypting(uri, new, isolation_level=None)) as made:
        made.set_progress_handler(lambda: cancel.asked, INTERRUPT_EVERY)
        made.execute("PRAGMA journal_mode = OFF")  # a copy that fails is thrown away
        made.execute(
            "ATTACH DATABASE ? AS source KEY ?", (f"{source.resolve().as_uri()}?mode=ro", old)
        )
        _copy_all(made, source.parent, cancel)
        for number in ("user_version", "application_id"):
            (value,) = made.execute(f"PRAGMA source.{number}").fetchone()
            made.execute(f"PRAGMA main.{number} = {value}")
        made.execute("DETACH DATABASE source")


def _copy_all(made: sqlite3.Connection, folder: Path, cancel: Cancel) -> None:
    """Copy every table; of what goes wrong meanwhile SQLCipher tells the words, not the code."""
    try:
        made.execute("SELECT sqlcipher_export('main', 'source')").fetchall()
    except failures() as error:
        if cancel.asked:
            raise Stopped from error
        if _FULL in str(error):
            raise StorageFull(folder=folder, detail=str(error)) from error
        raise ArchiveDamaged(folder=folder, detail=str(error)) from error


def _settle(path: Path, new: Passphrase | None) -> None:
    """Give the copy a key for its own index, or none, and see to it that it is on the disk."""
    uri = f"{path.resolve().as_uri()}?mode=rw"
    with closing(encrypting(uri, key_of(path, new) or "", isolation_level=None)) as made:
        made.execute("PRAGMA journal_mode = DELETE")
        _set_index_key(made, encrypted=new is not None)
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def _set_index_key(connection: sqlite3.Connection, *, encrypted: bool) -> None:
    if encrypted:
        counters.renew_index_key(connection)
    else:
        counters.drop_index_key(connection)


def _compare(path: Path, new: Passphrase | None, cancel: Cancel) -> None:
    """Check every hash of the copy, which came along from the record.

    Raises:
        Stopped: it was cancelled.
        ArchiveDamaged: the copy has faults, so the record has.
    """
    connections = Connections(path, read_only=True, passphrase=new)
    try:
        faults = Verification(connections, ignore, cancel).run().faults
    finally:
        connections.close()
    if cancel.asked:
        raise Stopped
    if faults:
        raise ArchiveDamaged(folder=path.parent, detail=faults[0].detail)
