"""The facade: everything the window and the command line may ask of an archive."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.coders import Coders
from index.coding import Coding
from index.errors import PassageNotFound
from index.exchange import Exchange
from index.inquiry import Inquiry
from index.mending import Mending
from index.query import Query
from index.recovery import Recovery, open_or_offer
from index.reports import Cancel, Fault, ImportPlan, ignore
from index.results import NoticeKind
from index.secrecy import Secrecy
from index.selectors import Span, occurrences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from index.changes import Change
    from index.dispatch import AccessionNumber, FieldValue
    from index.indexing import Upkeep
    from index.reports import (
        ImportReport,
        Listener,
        LoadReport,
        Progress,
        Stats,
        VerifyReport,
    )
    from index.results import Highlights, Results
    from index.safekeeping import Safekeeping
    from index.store import (
        Annotations,
        Codebook,
        Dispatches,
        History,
        ImportId,
        Imports,
        Reverted,
        Searches,
        Store,
        Tags,
    )

ENVIRONMENT = "DISPATCH_READER_ARCHIVE"


def default_archive_folder() -> Path:
    """Return the archive used when none is named: the environment's, else the user's own."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # needed only where the environment names no folder

    return user_data_path("dispatch-reader", appauthor=False) / "archive"


class Archive(Coders, Coding, Exchange, Inquiry, Mending, Recovery, Secrecy):
    """One archive, open. Every method may be called from any thread."""

    def __init__(self, store: Store, upkeep: Upkeep, safekeeping: Safekeeping) -> None:
        self._store, self._upkeep, self._safekeeping = store, upkeep, safekeeping
        self._importing = threading.Lock()

    @classmethod
    def open(
        cls,
        folder: Path | str,
        *,
        create: bool = False,
        read_only: bool = False,
        upkeep: bool = True,
        passphrase: str | None = None,
    ) -> Archive:
        """Open the archive in ``folder`` and start bringing its search index up to date.

        Args:
            folder: where ``archive.sqlite3`` lies, or will lie.
            create: make folder and archive where there is none.
            read_only: read beside another window, or from a medium that cannot be written to.
            upkeep: look after the index and the day's backup in the background from now on;
                without it, the index waits for the first change of text, or for whoever waits.
            passphrase: opens an encrypted archive; a new one is encrypted with it.

        Raises:
            PassphraseNeeded, PassphraseWrong, PassphraseRefused, EncryptionMissing: encryption.
            ArchiveMissing: there is none, and ``create`` is false.
            ArchiveHeld: another program has it open for writing; ``read_only`` still works.
            ArchiveTooNew: a newer program wrote it; nothing was touched.
            ArchiveDamaged: the record cannot be read; as ArchiveRecoverable if a backup is sound.
        """
        # SQLite, and what the index needs, load with the first archive, not with the window
        from index.indexing import Upkeep
        from index.indexing.places import IndexPlace
        from index.safekeeping import Safekeeping
        from index.store import Passphrase

        place, secret = Path(folder).expanduser(), Passphrase.of(passphrase)
        store = open_or_offer(place, secret, create=create, read_only=read_only)
        upkeeping = Upkeep(store, IndexPlace(place, read_only=read_only))
        archive = cls(store, upkeeping, Safekeeping(store))
        if upkeep:
            archive._upkeep.start()
            archive._safekeeping.start()
        return archive

    def close(self) -> None:
        """Stop background work and let go of the folder; a second call does nothing."""
        self._safekeeping.close()
        self._upkeep.close()
        self._store.close()

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

    @property
    def imports(self) -> Imports:
        """The log of imports: all, unfinished, report."""
        return self._store.imports

    @property
    def history(self) -> History:
        """The log of edits."""
        return self._store.history

    def revert(self, change: Change) -> Reverted:
        """Take an edit back, as far as nothing else has touched it since; reverting it redoes."""
        return self._store.revert(change)

    def passage(self, dispatch: AccessionNumber, exact: str, *, occurrence: int = 1) -> Span:
        """Return where ``exact`` stands in the body, the first time or the n-th.

        Raises:
            PassageNotFound: it does not stand there that often.
            UnknownDispatch: there is no such dispatch.
        """
        found = occurrences(self.dispatches.get(dispatch).dispatch.body, exact)
        if not 0 < occurrence <= len(found):
            raise PassageNotFound(exact=exact)
        return found[occurrence - 1]

    @staticmethod
    def read_field(field: str, text: str) -> FieldValue:
        """Return what a typed text states, for ``dispatches.correct``.

        Raises:
            FieldRefused: the field cannot hold it, and why.
        """
        from index.wire.typed_fields import read_field  # the date reader is slow to load

        return read_field(field, text)

    # --- searching ------------------------------------------------------------------------

    def search(
        self, query: Query | str, *, facets: bool = True, within: float | None = None
    ) -> Results:
        """Search; never raises for what the user typed, the summary's notices tell.

        Args:
            query: what is asked.
            facets: count the values of the facets, too.
            within: seconds of work, after which what is left of the query is left out; None is
                as long as somebody who types may wait.
        """
        asked = _as_query(query)
        results = self._upkeep.ask(
            lambda engine: engine.search(asked, facets=facets, within=within)
        )
        if any(notice.kind is NoticeKind.REBUILDING for notice in results.summary.notices):
            self._upkeep.look()
        return results

    def highlights(self, query: Query | str, dispatch: AccessionNumber) -> Highlights:
        """Return where the query's words stand in one dispatch.

        Raises:
            UnknownDispatch: there is no such dispatch.
        """
        asked, record = _as_query(query), self.dispatches.get(dispatch).dispatch
        return self._upkeep.ask(lambda engine: engine.highlights(asked, record))

    def complete(self, prefix: str, limit: int = 8) -> list[str]:
        """Return words of the index that begin so, the most frequent first."""
        return self._upkeep.ask(lambda engine: engine.complete(prefix, limit))

    # --- taking in and handing out --------------------------------------------------------

    def import_(
        self,
        paths: Sequence[Path | str],
        *,
        listen: Listener = ignore,
        cancel: Cancel | None = None,
        dry_run: bool = False,
        plan: ImportPlan | None = None,
    ) -> ImportReport:
        """Import files, folders and zip files; bad input ends up in the report.

        A ``plan`` corrects or leaves out lines of an earlier dry run over the same paths.

        Blocks until the dispatches are recorded; the search index follows in the background.
        A second import waits for the first, so that each sees what is a duplicate.

        Raises:
            ReadOnlyArchive, StorageFull: nothing (further) could be recorded.
        """
        from index.intake import session  # loads with the first import

        asked, plan = cancel or Cancel(), plan or ImportPlan()
        options = session.Options(listen, asked, dry_run=dry_run, plan=plan)
        with self._importing:
            if not dry_run:
                self._upkeep.expect()
            return session.import_paths(self._store, paths, options)

    def resume_import(
        self, batch: ImportId, *, listen: Listener = ignore, cancel: Cancel | None = None
    ) -> ImportReport:
        """Go on with one of ``imports.unfinished()``; the report covers both parts.

        Raises:
            ReadOnlyArchive, StorageFull: nothing (further) could be recorded.
        """
        from index.intake import session  # loads with the first import

        (found,) = [each for each in self.imports.all() if each.id == batch]
        options = session.Options(listen, cancel or Cancel())
        with self._importing:
            self._upkeep.expect()
            return session.resume_import(self._store, found, options)

    def import_samples(
        self, *, listen: Listener = ignore, cancel: Cancel | None = None
    ) -> ImportReport:
        """Import the welcome dispatches that ship with the program, marked as samples.

        An empty codebook is filled with the starter concepts.
        """
        from index.intake import samples  # rarely needed

        with samples.files() as paths:
            report = self.import_(paths, listen=listen, cancel=cancel, plan=ImportPlan(sample=True))
        if not self.codebook.all():
            samples.fill(self.codebook)
        return report

    def export(
        self,
        format: str,  # noqa: A002
        path: Path | str,
        query: Query | str | None = None,
        *,
        listen: Listener = ignore,
        cancel: Cancel | None = None,
    ) -> int:
        """Write the dispatches that match (all without a query) to a file; return how many.

        None are written where the work was cancelled; a file that was there is unchanged then.

        ``format`` is one of ``index.exports.FORMATS``, or ``bagit``, which makes a folder.

        Raises:
            ExportRefused: the file cannot be written; one that was there is unchanged.
        """
        from index import exports  # rarely needed

        ids = self.dispatches.ids() if query is None else self._every_match(query)
        watched = exports.Watched(ids, listen, cancel or Cancel())
        try:
            return exports.write(format, Path(path), watched, self._store)
        except exports.Stopped:
            return 0

    def dump(self, path: Path | str) -> int:
        """Write all that the user made to a text file that compares well; return how many lines.

        Raises:
            ExportRefused: the file cannot be written; one that was there is unchanged.
        """
        from index.exports import dumps  # rarely needed

        return dumps.write(self._store, Path(path).expanduser())

    def load(self, path: Path | str) -> LoadReport:
        """Add what a dump holds and this archive does not; one edit, all of it or nothing.

        Raises:
            DumpRefused: the file is no dump.
            ReadOnlyArchive, StorageFull: nothing was loaded.
        """
        from index.exports import dumps  # rarely needed

        return dumps.load(self._store, Path(path).expanduser())

    def _every_match(self, query: Query | str) -> Sequence[AccessionNumber]:
        """Return what a query finds; a story shown as one line is handed out whole."""
        return self.search(replace(_as_query(query), collapse=False), facets=False).ids

    # --- upkeep ---------------------------------------------------------------------------

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``listener`` after every committed edit, in the editing thread; returns an undo."""
        return self._store.on_change(listener)

    def on_progress(self, listener: Callable[[Progress | None], None]) -> Callable[[], None]:
        """Call ``listener`` from a background thread while the index is being brought up to date.

        None means that the index is in step with the record (again). Returns an undo.
        """
        return self._upkeep.on_progress(listener)

    @property
    def index_state(self) -> Progress | None:
        """How far the index has come; None when it is in step with the record."""
        return self._upkeep.state

    def settle(self, *, timeout: float | None = None) -> bool:
        """Wait until the index is in step; False when ``timeout`` seconds were not enough.

        Raises:
            StorageFull: the index cannot be written.
        """
        return self._upkeep.settle(timeout)

    def rebuild(self, listen: Listener = ignore, cancel: Cancel | None = None) -> bool:
        """Build the search index anew from the record; tells whether it was finished. Blocks.

        Raises:
            StorageFull: the index cannot be written; the old one stays.
        """
        return self._upkeep.rebuild(listen, cancel)

    def verify(self, listen: Listener = ignore, cancel: Cancel | None = None) -> VerifyReport:
        """Read and hash every dispatch again, and compare the index with the record."""
        report = self._store.verify(listen, cancel)
        faults = tuple(Fault("index", detail) for detail in self._upkeep.faults())
        return replace(report, faults=(*report.faults, *faults))

    def stats(self) -> Stats:
        """Count what the archive holds."""
        return replace(self._store.stats(), indexed=self._upkeep.indexed())


def _as_query(query: Query | str) -> Query:
    return Query(query) if isinstance(query, str) else query
