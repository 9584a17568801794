"""The part of the facade that copies an open archive and mends it from its copies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.reports import ignore

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.dispatch import AccessionNumber
    from index.errors import ArchiveError
    from index.reports import Backup, Cancel, Listener
    from index.safekeeping import Safekeeping
    from index.store import Store


class Mending:
    """Part of :class:`index.archive.Archive`."""

    _store: Store
    _safekeeping: Safekeeping

    def on_damage(self, listener: Callable[[ArchiveError], None]) -> Callable[[], None]:
        """Call ``listener`` from a background thread with damage that a round has found.

        While an archive is open, its dispatches are hashed again in turn, round after round.
        Returns an undo.
        """
        return self._safekeeping.rounds.on_damage(listener)

    def backup(
        self, path: Path | str, listen: Listener = ignore, cancel: Cancel | None = None
    ) -> bool:
        """Write a checked copy of the record to one file; tell whether it was finished.

        Raises:
            StorageFull: the copy could not be written.
        """
        return self._store.backup(Path(path).expanduser(), listen, cancel)

    def keep_backup(self) -> Backup | None:
        """Make a backup beside the archive now; None where nothing was edited since the last.

        Raises:
            StorageFull: there is too little room for it.
        """
        return self._store.keep_backup()

    def repair(self, dispatch: AccessionNumber) -> Backup:
        """Replace a damaged dispatch by its copy in the newest backup that holds it whole.

        Tags and annotations stay as they are; corrections become those of the backup.

        Raises:
            NoSoundCopy: none holds one.
            ArchiveDamaged: the record is too damaged to be mended in place.
        """
        return self._store.repair(dispatch)[0]
