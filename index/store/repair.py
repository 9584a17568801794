"""Puts a damaged dispatch right from the newest backup that holds it whole."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.errors import ArchiveError, NoSoundCopy
from index.store.cipher import key_of
from index.store.connection import open_reader
from index.store.failures import translated
from index.store.schema import inspect, steps
from index.store.sql import insert, upsert
from index.store.verify import originals_differ, record_differs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.reports import Backup
    from index.store.cipher import Passphrase
    from index.store.journal import Journal

_TABLES = {"dispatch": "id", "text": "dispatch", "provenance": "dispatch", "original": "dispatch"}
"""What a dispatch is made of, parents first -> the column that holds its number."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A dispatch as a backup holds it."""

    rows: dict[str, dict[str, Any]]
    """Table -> its row."""
    corrections: Sequence[dict[str, Any]]


def repair(
    journal: Journal,
    number: AccessionNumber,
    backups: Iterable[Backup],
    passphrase: Passphrase | None,
) -> tuple[Backup, Change]:
    """Replace a dispatch, with what was corrected in it, by its newest sound copy.

    Tags and annotations stay as they are.

    Raises:
        NoSoundCopy: none of the backups holds one.
        ArchiveDamaged: the record is too damaged to be mended in place.
    """
    for backup in backups:
        copy = read_copy(backup.path, number, passphrase)
        if copy is not None:
            return backup, _put_back(journal, number, copy)
    raise NoSoundCopy(id=number)


def read_copy(backup: Path, number: AccessionNumber, passphrase: Passphrase | None) -> Copy | None:
    """Return a dispatch from a backup; None where it is not there, or damaged there as well."""
    try:
        if inspect(backup, steps()[-1].number, passphrase) < steps()[-1].number:
            return None
        key = key_of(backup, passphrase)
        with translated(backup.parent), closing(open_reader(backup, key)) as connection:
            return _read(connection, number)
    except ArchiveError:
        return None


def _read(connection: sqlite3.Connection, number: AccessionNumber) -> Copy | None:
    if record_differs(connection, number) or originals_differ(connection, number):
        return None
    found = {table: _rows(connection, table, key, number) for table, key in _TABLES.items()}
    rows = {table: held[0] for table, held in found.items() if held}
    return Copy(rows, _rows(connection, "correction", "dispatch", number))


def _rows(
    connection: sqlite3.Connection, table: str, key: str, number: AccessionNumber
) -> list[dict[str, Any]]:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {key} = ?", (number,))  # noqa: S608
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _put_back(journal: Journal, number: AccessionNumber, copy: Copy) -> Change:
    with journal.edit("repair") as edit:
        edit.connection.execute("DELETE FROM original WHERE dispatch = ?", (number,))
        edit.connection.execute("DELETE FROM correction WHERE dispatch = ?", (number,))
        description = copy.rows["dispatch"]
        description["generation"] = edit.generation
        description["supersedes"] = _still_held(edit.connection, description["supersedes"])
        for table, row in copy.rows.items():
            edit.connection.execute(upsert(table, row, _TABLES[table]), tuple(row.values()))
        for row in copy.corrections:
            edit.connection.execute(insert("correction", row), tuple(row.values()))
        edit.added = [number]
    return edit.change


def _still_held(connection: sqlite3.Connection, number: int | None) -> int | None:
    row = connection.execute("SELECT id FROM dispatch WHERE id = ?", (number,)).fetchone()
    return None if row is None else number
