"""The facade: everything the window and the command line may ask of an archive."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.errors import PassageNotFound, UnknownDispatch
from index.query import Query
from index.reports import ignore
from index.selectors import Span, occurrences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.indexing import Upkeep
    from index.reports import Cancel, ImportReport, Listener, Progress, Stats, VerifyReport
    from index.results import Highlights, Results
    from index.store import Annotations, Codebook, Dispatches, Searches, Store, Tags

ENVIRONMENT = "DISPATCH_READER_ARCHIVE"


def default_archive_folder() -> Path:
    """Return the archive used when none is named: the environment's, else the user's own."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # needed only where the environment names no folder

    return user_data_path("dispatch-reader", appauthor=False) / "archive"


class Archive:
    """One archive, open. Every method may be called from any thread."""

    def __init__(self, store: Store, upkeep: Upkeep) -> None:
        self._store, self._upkeep = store, upkeep

    @classmethod
    def open(
        cls, folder: Path | str, *, create: bool = False, read_only: bool = False
    ) -> Archive:
        """Open the archive in ``folder`` and start bringing its search index up to date.

        Raises:
            ArchiveMissing: there is none, and ``create`` is false.
            ArchiveHeld: another program has it open for writing; ``read_only`` still works.
            ArchiveTooNew: a newer program wrote it.
            ArchiveDamaged: the record cannot be read.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Stop background work and let go of the folder; a second call does nothing."""

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
    def folder(self) -> Path:
        """Where the archive is."""
        return self._store.folder

    @property
    def read_only(self) -> bool:
        """Whether edits raise ReadOnlyArchive."""
        return self._store.read_only

    # --- the record -----------------------------------------------------------------------

    @property
    def dispatches(self) -> Dispatches:
        """Accessions: get, versions, correct, trash, restore."""
        return self._store.dispatches

    @property
    def codebook(self) -> Codebook:
        """Concepts: all, find, create, rename, move, edit, merge, delete."""
        return self._store.codebook

    @property
    def tags(self) -> Tags:
        """Concepts on dispatches: of, add, remove."""
        return self._store.tags

    @property
    def annotations(self) -> Annotations:
        """Notes on passages: of, add, edit, trash, restore."""
        return self._store.annotations

    @property
    def searches(self) -> Searches:
        """Saved searches and the history."""
        return self._store.searches

    def revert(self, change: Change) -> Change:
        """Take an edit back, as far as nothing else has touched it since; reverting it redoes."""
        return self._store.revert(change)

    def passage(self, id: AccessionNumber, exact: str, *, occurrence: int = 1) -> Span:
        """Return where ``exact`` stands in the body, the first time or the n-th.

        Raises:
            PassageNotFound: it does not stand there that often.
        """
        raise NotImplementedError

    # --- searching ------------------------------------------------------------------------

    def search(self, query: Query | str, *, facets: bool = True) -> Results:
        """Search; never raises for what the user typed, the summary's notices tell."""
        raise NotImplementedError

    def highlights(self, query: Query | str, id: AccessionNumber) -> Highlights:
        """Return where the query's words stand in one dispatch."""
        raise NotImplementedError

    def complete(self, prefix: str, limit: int = 8) -> list[str]:
        """Return words of the index that begin so, the most frequent first."""
        raise NotImplementedError

    # --- taking in and handing out --------------------------------------------------------

    def import_(
        self,
        paths: Sequence[Path | str],
        *,
        listen: Listener = ignore,
        cancel: Cancel | None = None,
        dry_run: bool = False,
        sample: bool = False,
    ) -> ImportReport:
        """Import files, folders and zip files; bad input ends up in the report.

        Blocks until the dispatches are recorded; the search index follows in the background.

        Raises:
            ReadOnlyArchive, StorageFull: nothing (further) could be recorded.
        """
        raise NotImplementedError

    def import_samples(
        self, *, listen: Listener = ignore, cancel: Cancel | None = None
    ) -> ImportReport:
        """Import the welcome dispatches that ship with the program, marked as samples."""
        raise NotImplementedError

    def export(self, format: str, path: Path | str, query: Query | str | None = None) -> int:
        """Write the dispatches that match (all without a query) to a file; return how many.

        ``format`` is one of ``index.exports.FORMATS``: ``csv``, ``jsonl``.

        Raises:
            ExportRefused: the file cannot be written; one that was there is unchanged.
        """
        raise NotImplementedError

    # --- upkeep ---------------------------------------------------------------------------

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``listener`` after every committed edit, in the editing thread; returns an undo."""
        return self._store.on_change(listener)

    def on_progress(self, listener: Callable[[Progress | None], None]) -> Callable[[], None]:
        """Call ``listener`` from a background thread while the index is being brought up to date.

        None means that the index is in step with the record (again). Returns an undo.
        """
        raise NotImplementedError

    @property
    def index_state(self) -> Progress | None:
        """How far the index has come; None when it is in step with the record."""
        raise NotImplementedError

    def settle(self, *, timeout: float | None = None) -> bool:
        """Wait until the index is in step; False when ``timeout`` seconds were not enough."""
        raise NotImplementedError

    def rebuild(self, *, listen: Listener = ignore, cancel: Cancel | None = None) -> None:
        """Build the search index anew from the record; blocks."""
        raise NotImplementedError

    def verify(self, *, listen: Listener = ignore, cancel: Cancel | None = None) -> VerifyReport:
        """Read and hash every dispatch again, and compare the index with the record."""
        raise NotImplementedError

    def stats(self) -> Stats:
        """Count what the archive holds."""
        raise NotImplementedError

    def backup(self, path: Path | str) -> None:
        """Write a checked copy of the record to one file."""
        raise NotImplementedError

    @staticmethod
    def restore(backup: Path | str, folder: Path | str) -> None:
        """Make an archive in ``folder`` from a backup; a record that is there is moved aside."""
        raise NotImplementedError
