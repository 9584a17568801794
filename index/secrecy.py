"""The part of the facade that encrypts archives; none of them has to be open for it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import EncryptionMissing

if TYPE_CHECKING:
    from index.store import Passphrase, Store

_INDEXES = "whoosh*"
"""Derived, and of no use under another key."""


class Secrecy:
    """Passphrases; see docs/adr/ on what they protect."""

    _store: Store

    def copy_to_encrypted(self, target: Path | str, new: str) -> None:
        """Make an encrypted copy of this archive, as :meth:`copy_encrypted` does."""
        from index.store import Passphrase  # loaded already

        source, copy, fresh = self._store.address, Path(target).expanduser(), Passphrase(new)
        _copy(source.folder, source.passphrase, copy, fresh)

    @staticmethod
    def is_encrypted(folder: Path | str) -> bool:
        """Tell whether a passphrase is needed to open an archive, or a backup of it, from a file.

        ``folder`` may also be the file of a backup.
        """
        from index.store import is_encrypted  # SQLite loads with the first archive

        return is_encrypted(Path(folder).expanduser())

    @staticmethod
    def can_encrypt() -> bool:
        """Tell whether the optional libraries are installed."""
        from index.store import require_extra  # as above

        try:
            require_extra(Path())
        except EncryptionMissing:
            return False
        return True

    @staticmethod
    def copy_encrypted(
        folder: Path | str, target: Path | str, new: str, *, passphrase: str | None = None
    ) -> None:
        """Make an encrypted copy of an archive, which may be open, in another folder.

        The archive itself stays as it is. Its backups are not copied.

        Raises:
            ArchiveExists: there is an archive in ``target``.
            PassphraseRefused: ``new`` is too short.
            EncryptionMissing: the optional libraries are not installed.
            PassphraseWrong, ArchiveDamaged, ArchiveMissing: the archive cannot be read.
            StorageFull: there is no room.
        """
        from index.store import Passphrase  # as above

        source, copy = Path(folder).expanduser(), Path(target).expanduser()
        _copy(source, Passphrase.of(passphrase), copy, Passphrase(new))

    @staticmethod
    def change_passphrase(folder: Path | str, passphrase: str, new: str | None) -> tuple[Path, ...]:
        """Put an encrypted archive and its backups under another passphrase, or under none.

        Returns:
            The copies of the record that could not be rewritten and still have the old passphrase.

        Raises:
            PassphraseRefused: ``new`` is too short.
            PassphraseWrong, ArchiveHeld, ArchiveDamaged, StorageFull: nothing was changed.
        """
        from index.store import Passphrase, Store  # as above

        place, old, fresh = Path(folder).expanduser(), Passphrase(passphrase), Passphrase.of(new)
        if fresh is not None:
            fresh.require_long()
        key = Store.index_key(place, old)
        left = Store.change_passphrase(place, old, fresh)
        _hand_over_vocabularies(place, key, place, fresh)
        for index in place.glob(_INDEXES):
            shutil.rmtree(index, ignore_errors=True)
        return left


def _copy(source: Path, old: Passphrase | None, target: Path, new: Passphrase) -> None:
    from index.store import Store  # loaded already

    Store.copy_encrypted(source, old, target, new)
    _hand_over_vocabularies(source, Store.index_key(source, old), target, new)


def _hand_over_vocabularies(
    source: Path, key: bytes | None, target: Path, new: Passphrase | None
) -> None:
    from index.search import Vocabularies  # Whoosh and numpy load with it
    from index.store import Store  # loaded already

    kept = Vocabularies(source, key)
    if kept.imported():
        kept.hand_over(Vocabularies(target, Store.index_key(target, new)))
