"""What can be done for an archive that is not open: list its backups, put one in its place."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ArchiveRecoverable

if TYPE_CHECKING:
    from index.errors import ArchiveDamaged
    from index.reports import Backup

_log = logging.getLogger(__name__)


class Recovery:
    """The part of the facade that needs no open archive."""

    @staticmethod
    def backups(folder: Path | str) -> tuple[Backup, ...]:
        """Read and check every backup beside an archive, the newest first.

        Takes about a second for 300 MB of backups; the archive may be open, damaged or missing.
        """
        from index.store import list_backups  # SQLite loads with the first archive

        return tuple(list_backups(Path(folder).expanduser()))

    @staticmethod
    def recoverable(folder: Path | str) -> tuple[Backup, ...]:
        """Return the backups beside an archive that are sound, the newest first."""
        return tuple(each for each in Recovery.backups(folder) if each.verified)

    @staticmethod
    def recover(folder: Path | str, backup: Backup) -> Path | None:
        """Put one of its backups in the place of an archive's record; see :meth:`restore`."""
        return Recovery.restore(backup.path, folder)

    @staticmethod
    def restore(backup: Path | str, folder: Path | str) -> Path | None:
        """Make an archive in ``folder`` from a backup.

        Returns:
            Where the record that was there before is kept now; None where there was none.

        Raises:
            ArchiveMissing, ArchiveDamaged, ArchiveTooNew: the backup cannot be used.
            ArchiveHeld: somebody has the folder open.
        """
        from index.store import Store  # SQLite loads with the first archive

        kept = Store.restore(Path(backup).expanduser(), Path(folder).expanduser())
        _log.warning("restored %s in %s; the record before it: %s", backup, folder, kept)
        return kept


def with_offer(error: ArchiveDamaged, folder: Path) -> ArchiveDamaged:
    """Return the error that names the newest sound backup, where there is one."""
    from index.store import list_backups  # loaded already by whoever met the error

    _log.error("cannot open %s: %s", folder, error)

    for backup in list_backups(folder):
        if backup.verified:
            made = f"{backup.made:%Y-%m-%d %H:%M} UTC"
            fields = {**error.fields, "made": made, "dispatches": backup.dispatches}
            return ArchiveRecoverable(**fields)
    return error
