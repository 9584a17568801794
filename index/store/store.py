"""The store of record: one folder, one SQLite file, every table behind its own name."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from index.errors import ArchiveExists, ArchiveMissing, StorageFull
from index.reports import Cancel, VerifyReport, ignore
from index.store import rotation
from index.store.annotations import Annotations
from index.store.backup import (
    Stopped,
    awaits_restore,
    copy_to,
    finish_restore,
    restore_record,
)
from index.store.cipher import Address
from index.store.codebook import Codebook
from index.store.connection import Connections
from index.store.corpus import RecordCorpus
from index.store.counters import ensure_index_key
from index.store.dispatches import Dispatches
from index.store.dump import read_all
from index.store.failures import opening
from index.store.history import History
from index.store.imports import Imports
from index.store.journal import Journal
from index.store.layers import Layers
from index.store.load import Loading
from index.store.lock import FolderLock, holding
from index.store.migrations import migrate, require_current
from index.store.patrol import Patrol
from index.store.recryption import (
    awaits_change,
    change,
    finish_change,
    read_index_key,
    rewrite,
)
from index.store.rejections import Rejections
from index.store.repair import repair
from index.store.rules import Rules
from index.store.schema import RECORD_NAME, inspect, steps
from index.store.searches import Searches
from index.store.stats import read_stats
from index.store.tags import Tags
from index.store.verify import Verification

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.reports import Backup, Listener, LoadReport, Stats
    from index.store.cipher import Passphrase
    from index.store.dumped import Dumped
    from index.store.reversal import Reverted

_log = logging.getLogger(__name__)


class Store:
    """An open archive folder; every method may be called from any thread."""

    def __init__(self, folder: Path, connections: Connections, lock: FolderLock | None) -> None:
        """Use :meth:`open`."""
        self._connections = connections
        self._lock = lock
        self._journal = Journal(connections)
        self.folder = folder
        self.dispatches = Dispatches(connections, self._journal)
        self.codebook = Codebook(connections, self._journal)
        self.tags = Tags(connections, self._journal)
        self.annotations = Annotations(connections, self._journal)
        self.layers = Layers(connections, self._journal)
        self.searches = Searches(connections, self._journal)
        self.rules = Rules(connections, self._journal)
        self.rejections = Rejections(connections, self._journal)
        self.imports = Imports(connections)
        self.history = History(connections)
        self.corpus = RecordCorpus(connections, self.codebook.all)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = False,
        read_only: bool = False,
        passphrase: Passphrase | None = None,
    ) -> Self:
        """Open the archive in a folder, bringing an older one up to date.

        Args:
            folder: where ``archive.sqlite3`` lies, or will lie.
            create: make folder and archive where there is none.
            read_only: read beside another window, or from a medium that cannot be written to.
            passphrase: opens an encrypted record; a new one is encrypted with it.

        Raises:
            PassphraseNeeded, PassphraseWrong: the record is encrypted; nothing was touched.
            PassphraseRefused: too short for a new record.
            EncryptionMissing: this installation cannot read encrypted records.
            ArchiveMissing: there is none, and ``create`` was not asked.
            ArchiveHeld: another program writes to it.
            ArchiveTooNew: a newer program made it; not one byte of the folder was touched.
            ArchiveDamaged: the record cannot be read.
            ReadOnlyArchive: the folder cannot be written to, and ``read_only`` was not asked.
            StorageFull: there is no room.
        """
        known = steps()
        try:
            inspect(folder / RECORD_NAME, known[-1].number, passphrase)
        except ArchiveMissing:
            waiting = awaits_restore(folder) or awaits_change(folder)
            if read_only or not (create or waiting):
                raise
            _make_folder(folder)
        return cls._read(folder, passphrase) if read_only else cls._write(folder, passphrase)

    @classmethod
    def restore(
        cls, backup: Path, folder: Path, passphrase: Passphrase | None = None
    ) -> Path | None:
        """Put a backup in the place of the record in a folder that nobody has open.

        Returns:
            Where the record that was there is kept now; None where there was none.

        Raises:
            ArchiveMissing, ArchiveDamaged, ArchiveTooNew: the backup cannot be used.
            PassphraseNeeded, PassphraseWrong: it is encrypted.
            ArchiveHeld: somebody has the folder open.
        """
        _make_folder(folder)
        with holding(folder):
            return restore_record(backup, folder, steps()[-1].number, passphrase)

    @staticmethod
    def copy_encrypted(
        source: Address, target: Path, new: Passphrase, cancel: Cancel | None = None
    ) -> None:
        """Make an encrypted copy of an archive, which may be open, in another folder.

        Raises:
            Stopped: it was cancelled.
            ArchiveExists: there is an archive already.
            PassphraseRefused: the new passphrase is too short.
            PassphraseNeeded, PassphraseWrong, ArchiveDamaged, ArchiveMissing: it cannot be read.
            StorageFull: there is no room.
        """
        new.require_long()
        if (target / RECORD_NAME).exists():
            raise ArchiveExists(folder=target)
        record = source.folder / RECORD_NAME
        inspect(record, steps()[-1].number, source.passphrase)
        _make_folder(target)
        with holding(target):
            rewrite(record, source.passphrase, target / RECORD_NAME, new, cancel)

    @staticmethod
    def index_key(folder: Path, passphrase: Passphrase | None) -> bytes | None:
        """Return the key of the index of an archive that need not be open.

        Raises:
            PassphraseNeeded, PassphraseWrong, ArchiveDamaged: the record cannot be read.
        """
        return read_index_key(folder / RECORD_NAME, passphrase)

    @staticmethod
    def change_passphrase(
        folder: Path, old: Passphrase, new: Passphrase | None
    ) -> tuple[Path, ...]:
        """Put an encrypted archive that nobody has open under another passphrase, or none.

        Returns:
            The backups that could not be rewritten and still have the old passphrase.

        Raises:
            PassphraseRefused: the new passphrase is too short.
            PassphraseWrong, ArchiveDamaged, ArchiveHeld, StorageFull: nothing was changed.
        """
        if new is not None:
            new.require_long()
        inspect(folder / RECORD_NAME, steps()[-1].number, old)
        with holding(folder):
            return change(folder, old, new)

    def close(self) -> None:
        """Wait for running work, close the file and let go of the folder; again is fine."""
        self._connections.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether every edit will be refused."""
        return self._connections.read_only

    @property
    def address(self) -> Address:
        """Where the record is and what opened it, for the program's own child processes."""
        return Address(self.folder, self._connections.passphrase)

    @classmethod
    def read(cls, address: Address) -> Self:
        """Open for reading what another process has open; see :meth:`open`."""
        return cls.open(address.folder, read_only=True, passphrase=address.passphrase)

    @property
    def encrypted(self) -> bool:
        """Whether the record is encrypted."""
        return self._connections.key is not None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Commit all edits made inside at once, or none of them."""
        with self._journal.together():
            yield

    def revert(self, change: Change) -> Reverted:
        """Take a change back where its rows still are what it made of them.

        Reverting the answer does the change again. ``left`` of the answer holds the rows that
        were changed by others since and stay.
        """
        return self._journal.revert(change)

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``listener`` after each commit, in the thread that edited.

        Returns:
            A function that ends this.
        """
        return self._journal.on_change(listener)

    def verify(self, listen: Listener = ignore, cancel: Cancel | None = None) -> VerifyReport:
        """Check the whole record against SQLite's rules and against its own hashes."""
        return Verification(self._connections, listen, cancel or Cancel()).run()

    def patrol(self) -> Patrol:
        """Go on with the round over the record where it was left."""
        return Patrol(self._connections)

    def backup(self, path: Path, listen: Listener = ignore, cancel: Cancel | None = None) -> bool:
        """Copy the record while it is in use; ``path`` is there only when the copy is sound.

        Returns:
            Whether it was finished; not when cancelled.

        Raises:
            StorageFull: the copy could not be written.
            ArchiveDamaged: the record does not pass SQLite's check.
        """
        with self._connections.reading() as connection:
            try:
                copy_to(connection, path, self._connections.key, listen, cancel)
            except Stopped:
                return False
        return True

    def backup_is_due(self, now: datetime) -> bool:
        """Tell whether the day's backup has still to be made."""
        return not self.read_only and rotation.is_due(self.folder, now)

    def keep_backup(self, now: datetime | None = None) -> Backup | None:
        """Make a backup beside the record and delete those that are no longer needed.

        Returns:
            The backup; None where nothing was edited since the last one.

        Raises:
            StorageFull: there is too little room for it.
            ArchiveDamaged: the record does not pass SQLite's check.
        """
        return rotation.make(self._connections, now or datetime.now(UTC))

    def repair(self, number: AccessionNumber) -> tuple[Backup, Change]:
        """Replace a damaged dispatch by its copy in the newest backup that holds it whole.

        Raises:
            NoSoundCopy: none holds one.
            ArchiveDamaged: the record is too damaged to be mended in place.
        """
        backups = rotation.list_backups(self.folder, self._connections.passphrase)
        return repair(self._journal, number, backups, self._connections.passphrase)

    def dump(self) -> list[Dumped]:
        """Return all that the user made, as of one moment and in a fixed order."""
        with self._connections.reading_committed() as connection:
            connection.execute("BEGIN")
            try:
                return list(read_all(connection))
            finally:
                connection.execute("ROLLBACK")

    def load(self, lines: Iterable[Dumped]) -> tuple[LoadReport, Change]:
        """Add what a dump holds and this archive does not; all of it or nothing.

        Raises:
            BadLine: a line cannot be meant so.
        """
        with self._journal.edit("load-dump") as edit:
            report = Loading(edit.connection).take(lines)
        return report, edit.change

    def stats(self) -> Stats:
        """Count what is there, the trash left out; ``indexed`` stays 0."""
        with self._connections.reading() as connection:
            return read_stats(connection, self.folder)

    @classmethod
    def _read(cls, folder: Path, passphrase: Passphrase | None) -> Self:
        with opening(folder):
            connections = Connections(folder / RECORD_NAME, read_only=True, passphrase=passphrase)
        try:
            with connections.reading() as connection:
                require_current(connection, folder, steps())
            with opening(folder):
                return cls(folder, connections, None)
        except BaseException:
            connections.close()
            raise

    @classmethod
    def _write(cls, folder: Path, passphrase: Passphrase | None) -> Self:
        lock = FolderLock(folder)
        try:
            finish_restore(folder)
            finish_change(folder)
            with opening(folder):
                connections = Connections(folder / RECORD_NAME, passphrase=passphrase)
        except BaseException:
            lock.release()
            raise
        try:
            migrate(connections.writer, folder, steps(), connections.key)
            _log.info("opened %s", folder)
            with opening(folder):
                if connections.key is not None:
                    ensure_index_key(connections.writer)
                return cls(folder, connections, lock)
        except BaseException:
            connections.close()
            lock.release()
            raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFull(folder=folder, detail=error.strerror) from error
