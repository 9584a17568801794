"""What can be done for an archive that is not open: list its backups, put one in its place."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import (
    ArchiveDamaged,
    ArchiveRecoverable,
    PassphraseNeeded,
    PassphraseWrong,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.errors import ArchiveError
    from index.reports import Backup
    from index.store import Passphrase, Store

_log = logging.getLogger(__name__)


class Recovery:
    """The part of the facade that needs no open archive."""

    @staticmethod
    def is_there(folder: Path | str) -> bool:
        """Tell whether a folder holds an archive, whatever state it is in."""
        return (Path(folder).expanduser() / "archive.sqlite3").exists()

    @staticmethod
    def backups(folder: Path | str, passphrase: str | None = None) -> tuple[Backup, ...]:
        """Read and check every backup beside an archive, the newest first.

        Those that are encrypted with another passphrase are ``locked``. Takes about a second for
        300 MB of backups; the archive may be open, damaged or missing.
        """
        from index.store import Passphrase, list_backups  # SQLite loads with the first archive

        return tuple(list_backups(Path(folder).expanduser(), Passphrase.of(passphrase)))

    @staticmethod
    def recoverable(folder: Path | str, passphrase: str | None = None) -> tuple[Backup, ...]:
        """Return the backups beside an archive that are sound, the newest first."""
        return tuple(each for each in Recovery.backups(folder, passphrase) if each.verified)

    @staticmethod
    def recover(folder: Path | str, backup: Backup, passphrase: str | None = None) -> Path | None:
        """Put one of its backups in the place of an archive's record; see :meth:`restore`."""
        return Recovery.restore(backup.path, folder, passphrase)

    @staticmethod
    def restore(
        backup: Path | str, folder: Path | str, passphrase: str | None = None
    ) -> Path | None:
        """Make an archive in ``folder`` from a backup, encrypted if the backup is.

        Returns:
            Where the record that was there before is kept now; None where there was none.

        Raises:
            ArchiveMissing, ArchiveDamaged, ArchiveTooNew: the backup cannot be used.
            PassphraseNeeded, PassphraseWrong: the backup is encrypted.
            ArchiveHeld: somebody has the folder open.
        """
        from index.store import Passphrase, Store  # SQLite loads with the first archive

        source, place = Path(backup).expanduser(), Path(folder).expanduser()
        kept = Store.restore(source, place, Passphrase.of(passphrase))
        _log.warning("restored %s in %s; the record before it: %s", backup, folder, kept)
        return kept


def open_or_offer(
    folder: Path, passphrase: Passphrase | None, *, create: bool, read_only: bool
) -> Store:
    """Open the store in a folder; where the record is damaged, name the backup that is sound.

    Raises:
        ArchiveError: as :meth:`index.archive.Archive.open` says.
    """
    from index.store import Store  # SQLite loads with the first archive

    try:
        return Store.open(folder, create=create, read_only=read_only, passphrase=passphrase)
    except (ArchiveDamaged, PassphraseWrong) as error:
        raise _with_offer(error, folder, passphrase) from error


def _with_offer(
    error: ArchiveDamaged | PassphraseWrong, folder: Path, passphrase: Passphrase | None
) -> ArchiveError:
    """Return the error that names the newest sound backup, where there is one.

    A passphrase that opens a backup under the record's own salt, but not the record, is right:
    it is the record's first page that is damaged.
    """
    _log.error("cannot open %s: %s", folder, error)
    for backup in _witnesses(error, folder, passphrase):
        if backup.verified:
            made = f"{backup.made:%Y-%m-%d %H:%M} UTC"
            known = {"detail": "its first page cannot be decrypted", **error.fields}
            return ArchiveRecoverable(**known, made=made, dispatches=backup.dispatches)
        if backup.locked and passphrase is None:
            return PassphraseNeeded(folder=folder)
    return error


def _witnesses(
    error: ArchiveError, folder: Path, passphrase: Passphrase | None
) -> Iterator[Backup]:
    """Yield the backups that can tell something about the record."""
    from index.store import has_salt_of, list_backups  # loaded already by whoever met the error

    for backup in list_backups(folder, passphrase):
        if isinstance(error, ArchiveDamaged) or has_salt_of(folder, backup.path):
            yield backup
