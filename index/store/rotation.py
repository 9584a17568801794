"""The archive's own backups: one a day at most, thinned out as they grow old."""

from __future__ import annotations

import logging
import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from index.errors import ArchiveError, EncryptionMissing, PassphraseNeeded, StorageFull
from index.reports import Backup, Cancel, ignore
from index.store import counters
from index.store.backup import check, copy_to
from index.store.cipher import is_marked, same_salt
from index.store.connection import Connections
from index.store.failures import translated
from index.store.migrations import BACKUPS
from index.store.schema import RECORD_NAME, inspect, steps
from index.store.verify import Verification

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from index.store.cipher import Passphrase

_log = logging.getLogger(__name__)

AT_MOST_EVERY = timedelta(days=1)
DAYS, WEEKS, MONTHS = 3, 3, 3
"""How many of each are kept; the newest of a day, week or month stands for it."""

_NAME = "%Y-%m-%dT%H-%M-%SZ.sqlite3"
_PERIODS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (DAYS, lambda made: made.date()),
    (WEEKS, lambda made: made.isocalendar()[:2]),
    (MONTHS, lambda made: (made.year, made.month)),
)


def is_due(folder: Path, now: datetime) -> bool:
    """Tell from the names of the backups alone whether another one should be made."""
    newest = max(_rotating(folder).values(), default=None)
    return newest is None or not timedelta(0) <= now - newest < AT_MOST_EVERY


def make(connections: Connections, now: datetime) -> Backup | None:
    """Copy the record into the archive's backups and delete those that are no longer needed.

    A record with faults is copied too, but then nothing is deleted: an older backup may hold
    what is damaged now.

    Returns:
        The backup, or None where nothing was edited since the last one.

    Raises:
        StorageFull: there is no room for it with as much again to spare.
        ArchiveDamaged: the record does not pass SQLite's check.
    """
    folder, passphrase = connections.folder, connections.passphrase
    target = folder / BACKUPS / now.astimezone(UTC).strftime(_NAME)
    with connections.reading_committed() as connection:
        if _edition(connection) in (0, _newest_edition(folder, passphrase)):
            return None
        _prepare(connection, target.parent)
        copy_to(connection, target, connections.key)
    made = examine(target, passphrase)
    _log.info("backup %s: %d bytes, sound: %s", target.name, made.size, made.verified)
    if made.verified:
        _thin_out(folder)
    return made


def list_backups(folder: Path, passphrase: Passphrase | None = None) -> Iterator[Backup]:
    """Read and check every backup beside an archive, the newest first."""
    for path in sorted(_all(folder), key=_made, reverse=True):
        with suppress(OSError):  # deleted meanwhile
            yield examine(path, passphrase)


def examine(path: Path, passphrase: Passphrase | None = None) -> Backup:
    """Read a whole backup and compare it with its own hashes."""
    dispatches, verified, locked = 0, False, False
    try:
        dispatches = _count(path, passphrase)
        verified = _is_sound(path, passphrase)
    except (PassphraseNeeded, EncryptionMissing):
        locked = True
    except ArchiveError:
        verified = False
    return Backup(path, _made(path), path.stat().st_size, dispatches, verified, locked)


def is_encrypted(folder: Path) -> bool:
    """Tell whether the record in a folder is encrypted or, where there is no record, its backups.

    A path to a file is looked at itself.
    """
    if folder.is_file():
        return is_marked(folder)
    record = folder / RECORD_NAME
    if is_marked(record):
        return True
    with suppress(ArchiveError):
        inspect(record, steps()[-1].number)
        return False
    return any(is_marked(path) for path in _all(folder))


def has_salt_of(folder: Path, backup: Path) -> bool:
    """Tell whether a backup was made under the salt of the record in a folder."""
    return same_salt(folder / RECORD_NAME, backup)


def keepers(moments: Iterable[datetime]) -> set[datetime]:
    """Return which of the moments stand for one of the last days, weeks or months."""
    kept: set[datetime] = set()
    ordered = sorted(moments, reverse=True)
    for count, period in _PERIODS:
        newest: dict[object, datetime] = {}
        for made in ordered:
            newest.setdefault(period(made), made)
        kept.update(list(newest.values())[:count])
    return kept


def _all(folder: Path) -> list[Path]:
    return [path for path in (folder / BACKUPS).glob("*.sqlite3") if path.is_file()]


def _rotating(folder: Path) -> dict[Path, datetime]:
    """Return those made by the routine; copies made before a migration have other names."""
    dated = {path: _dated(path) for path in _all(folder)}
    return {path: made for path, made in dated.items() if made is not None}


def _dated(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _made(path: Path) -> datetime:
    return _dated(path) or datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _prepare(connection: sqlite3.Connection, backups: Path) -> None:
    try:
        backups.mkdir(exist_ok=True)
        for unfinished in backups.glob("*.tmp"):
            unfinished.unlink()
        room = shutil.disk_usage(backups).free
    except OSError as error:
        raise StorageFull(folder=backups, detail=error.strerror) from error
    pages, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])  # SQLCipher tells some as text
        for name in ("page_count", "page_size")
    )
    if room < 2 * pages * size:
        raise StorageFull(folder=backups, detail="there is too little room for a backup")


def _thin_out(folder: Path) -> None:
    rotating = _rotating(folder)
    kept = keepers(rotating.values())
    for path, made in rotating.items():
        if made not in kept:
            with suppress(OSError):  # it will be tried again tomorrow
                path.unlink()


def _edition(connection: sqlite3.Connection) -> int:
    return counters.counter(connection, counters.EDITION)


def _newest_edition(folder: Path, passphrase: Passphrase | None) -> int:
    """Return up to which edit the newest backup reaches; -1 where that cannot be told."""
    newest = max(_rotating(folder), key=_made, default=None)
    if newest is None:
        return -1
    try:
        connections = Connections(newest, read_only=True, passphrase=passphrase)
    except ArchiveError:
        return -1
    try:
        with connections.reading() as connection:
            return _edition(connection)
    except ArchiveError:
        return -1
    finally:
        connections.close()


def _count(path: Path, passphrase: Passphrase | None) -> int:
    inspect(path, steps()[-1].number, passphrase)
    connections = Connections(path, read_only=True, passphrase=passphrase)
    try:
        with connections.reading() as connection, translated(path.parent):
            query = "SELECT count(*) FROM dispatch WHERE trashed IS NULL"
            return int(connection.execute(query).fetchone()[0])
    finally:
        connections.close()


def _is_sound(path: Path, passphrase: Passphrase | None) -> bool:
    """Check a backup; one of an older format, whose rows are hashed otherwise, by SQLite alone."""
    current = steps()[-1].number
    if inspect(path, current, passphrase) < current:
        check(path, passphrase)
        return True
    connections = Connections(path, read_only=True, passphrase=passphrase)
    try:
        return not Verification(connections, ignore, Cancel()).run().faults
    finally:
        connections.close()
