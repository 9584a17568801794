"""The part of the facade that encrypts archives; none of them has to be open for it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import EncryptionMissing

if TYPE_CHECKING:
    from index.reports import Cancel
    from index.store import Address, Passphrase, Store

_INDEXES = "whoosh*"
"""Derived, and of no use under another key."""


class Secrecy:
    """Passphrases; see docs/adr/ on what they protect."""

    _store: Store

    @property
    def encrypted(self) -> bool:
        """Whether this archive is encrypted; what is exported from it is not."""
        return self._store.encrypted

    def copy_to_encrypted(self, target: Path | str, new: str, cancel: Cancel | None = None) -> bool:
        """Make an encrypted copy of this archive, as :meth:`copy_encrypted` does.

        Returns:
            Whether it was finished; not when cancelled.
        """
        from index.store import Passphrase, Stopped  # loaded already

        try:
            _copy(self._store.address, Path(target).expanduser(), Passphrase(new), cancel)
        except Stopped:
            return False
        return True

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
        from index.store import Address, Passphrase  # as above

        source = Address(Path(folder).expanduser(), Passphrase.of(passphrase))
        _copy(source, Path(target).expanduser(), Passphrase(new))

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


def _copy(source: Address, target: Path, new: Passphrase, cancel: Cancel | None = None) -> None:
    from index.store import Store  # loaded already

    Store.copy_encrypted(source, target, new, cancel)
    key = Store.index_key(source.folder, source.passphrase)
    _hand_over_vocabularies(source.folder, key, target, new)


def _hand_over_vocabularies(
    source: Path, key: bytes | None, target: Path, new: Passphrase | None
) -> None:
    from index.search import Vocabularies  # Whoosh and numpy load with it
    from index.store import Store  # loaded already

    kept = Vocabularies(source, key)
    if kept.imported():
        kept.hand_over(Vocabularies(target, Store.index_key(target, new)))
