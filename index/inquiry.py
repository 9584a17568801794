"""What an archive offers around searching: vocabularies that queries know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ReadOnlyArchive

if TYPE_CHECKING:
    from index.indexing import Upkeep
    from index.store import Store


class Inquiry:
    """Part of :class:`index.archive.Archive`."""

    _store: Store
    _upkeep: Upkeep

    def add_vocabulary(self, path: Path | str) -> int:
        """Import a SKOS file whose concepts queries are to know; return how many there are.

        Raises:
            VocabularyRefused: it is none that can be used.
            ReadOnlyArchive, StorageFull: it cannot be kept beside the record.
        """
        if self._store.read_only:
            raise ReadOnlyArchive(folder=self._store.folder)
        source = Path(path).expanduser()
        return self._upkeep.ask(lambda engine: engine.vocabularies.add(source))
