"""Brings an older archive up to this program's format, step by step, after a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import ArchiveDamaged, ReadOnlyArchive
from index.store.backup import copy_to
from index.store.failures import translated
from index.store.schema import check_format, read_numbers
from index.store.seals import seal_all

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from index.store.schema import Step

BACKUPS = "backups"


def migrate(
    connection: sqlite3.Connection,
    folder: Path,
    steps: Sequence[Step],
    key: str | None = None,
) -> None:
    """Run the steps that are missing, all in one transaction: all of them or none.

    The copy made before is encrypted where the record is: under ``key``.

    Raises:
        ArchiveTooNew: a newer program wrote the archive.
        ArchiveDamaged: the file is another program's.
        StorageFull: there is no room; the archive is as it was.
    """
    with translated(folder):
        version = read_format(connection, folder, steps)
        if not version and _has_tables(connection):
            raise ArchiveDamaged(folder=folder, detail="it belongs to another program")
        missing = [step for step in steps if step.number > version]
        if not missing:
            return
        if version:
            copy_to(connection, backup_before(folder, missing[-1]), key)
        _run(connection, missing)


def require_current(connection: sqlite3.Connection, folder: Path, steps: Sequence[Step]) -> None:
    """Check an archive that may not be changed.

    Raises:
        ReadOnlyArchive: it would have to be migrated first.
    """
    with translated(folder):
        if read_format(connection, folder, steps) < steps[-1].number:
            raise ReadOnlyArchive(folder=folder)


def read_format(connection: sqlite3.Connection, folder: Path, steps: Sequence[Step]) -> int:
    """Return the format as the database itself tells it, changes not yet checkpointed included."""
    return check_format(folder, *read_numbers(connection), steps[-1].number)


def backup_before(folder: Path, step: Step) -> Path:
    """Return where the copy made before a step is kept."""
    kept = folder / BACKUPS
    kept.mkdir(exist_ok=True)
    return kept / f"before-format-{step.number}.sqlite3"


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None


def _run(connection: sqlite3.Connection, missing: Sequence[Step]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in missing:
            step.run(connection)
        seal_all(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    # Puts the new format number into the file itself, where an older program looks for it.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
