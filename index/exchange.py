"""The part of the facade that hands work to other programs and takes it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.changes import Change
    from index.reports import CodebookReport
    from index.store import Store


class Exchange:
    """Codebooks in files of other programs."""

    _store: Store

    def export_codebook(self, path: Path | str) -> int:
        """Write the codebook as SKOS (``.ttl``, ``.jsonld``) or CSV; return how many concepts.

        Raises:
            ExportRefused: the ending says no format, or the file cannot be written.
        """
        from index.exports import codebooks  # rarely needed

        return codebooks.write(self._store.codebook, Path(path).expanduser())

    def import_codebook(self, path: Path | str) -> tuple[CodebookReport, Change]:
        """Add the concepts of a SKOS or CSV file; nothing that is there is replaced.

        Concepts are known again by their URI, then by their path. One edit, all of it or nothing.

        Raises:
            CodebookRefused: the file is no codebook.
            ReadOnlyArchive, StorageFull: nothing was added.
        """
        from index.exports import codebooks  # rarely needed

        return codebooks.load(self._store.codebook, Path(path).expanduser())
