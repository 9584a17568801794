"""What the window works on: one archive, the present query, selection and undo stack."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from desktop.commands.edit import ArchiveEdit
from desktop.workers.answer import find
from desktop.workers.worker import Worker
from index import ArchiveError, Query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.workers.answer import Answer
    from index import Accession, AccessionNumber, Archive, Change, Progress

REFRESH_MS = 150
"""Edits that follow one another faster than this are shown by one search."""


class Session(QObject):
    """Panels know only this: they ask it, tell it, and listen to it."""

    opened = Signal(object)
    """Accession, or None when nothing is open."""
    selected = Signal(object)
    """Tuple of the accession numbers chosen in the results."""
    queried = Signal(object)
    """Query that has just been asked; the answer follows."""
    answered = Signal(object)
    """Answer (it has everything that ``index.Results`` has)."""
    changed = Signal(object)
    """Change, always on the GUI thread."""
    indexing = Signal(object)
    """Progress of the search index; None when it is in step with the record."""
    failed = Signal(object)
    """ArchiveError to be shown where the user is."""

    _change_seen = Signal(object)
    _progress_seen = Signal(object)
    _damage_seen = Signal(object)

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.archive = archive
        self.undo = QUndoStack(self)
        self.coder = ""
        """The name under which annotations are made."""
        self._query = Query()
        self._answer: Answer | None = None
        self._current: Accession | None = None
        self._selection: tuple[AccessionNumber, ...] = ()
        self._searcher = Worker("search", self)
        self._searcher.failed.connect(self.fail)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self.refresh)
        self._listen()

    def _listen(self) -> None:
        # A signal emitted in a foreign thread is delivered on the thread of its receiver.
        self._change_seen.connect(self._take_change)
        self._progress_seen.connect(self._take_progress)
        self._damage_seen.connect(self.fail)
        self._leave = (
            self.archive.on_damage(self._damage_seen.emit),
            self.archive.on_change(self._change_seen.emit),
            self.archive.on_progress(self._progress_seen.emit),
        )

    def close(self) -> None:
        """Stop listening and searching; the archive stays open."""
        for leave in self._leave:
            leave()
        self._refresh.stop()
        self._searcher.close()

    # --- what is shown ----------------------------------------------------------------------

    @property
    def query(self) -> Query:
        """What was asked last."""
        return self._query

    @property
    def answer(self) -> Answer | None:
        """The answer shown; None before the first one has come."""
        return self._answer

    @property
    def current(self) -> Accession | None:
        """The dispatch open in the reader."""
        return self._current

    @property
    def at_hand(self) -> AccessionNumber | None:
        """The dispatch that is open, or else the first of those chosen in the results."""
        return self.current.id if self.current else next(iter(self.selection), None)

    @property
    def selection(self) -> tuple[AccessionNumber, ...]:
        """The dispatches chosen in the results, in their order."""
        return self._selection

    @property
    def searched(self) -> Query:
        """The query whose words are marked in a text: the present one, as it was answered."""
        answer = self._answer
        return answer.searched if answer and answer.query == self._query else self._query

    def ask(self, query: Query) -> None:
        """Search; answers to earlier questions are dropped."""
        self._query = query
        self.queried.emit(query)
        self.refresh()

    def refresh(self) -> None:
        """Ask the present query again."""
        self._refresh.stop()
        self._searcher.forget()
        self._searcher.ask(partial(find, self.archive, self._query), self._take_answer)

    def open_dispatch(self, number: AccessionNumber | None) -> None:
        """Show a dispatch in the reader; None closes the one shown."""
        try:
            self._current = None if number is None else self.archive.dispatches.get(number)
        except ArchiveError as error:
            self.fail(error)
            return
        self.opened.emit(self._current)

    def select(self, ids: Iterable[AccessionNumber]) -> None:
        """Choose dispatches in the results."""
        chosen = tuple(ids)
        if chosen != self._selection:
            self._selection = chosen
            self.selected.emit(chosen)

    # --- what is done -----------------------------------------------------------------------

    def perform(self, text: str, edit: Callable[[], Change]) -> None:
        """Do an edit that can be undone; ``text`` names it in the Edit menu."""
        try:
            change = edit()
        except ArchiveError as error:
            self.fail(error)
            return
        self.keep(text, change)

    def keep(self, text: str, change: Change) -> None:
        """Put an edit that was made elsewhere, by a job for instance, on the undo stack."""
        if change:
            self.undo.push(ArchiveEdit(text, change, self.archive.revert, self.fail))

    def fail(self, error: BaseException) -> None:
        """Show an expected failure in the window; anything else is a bug and goes on."""
        if not isinstance(error, ArchiveError):
            raise error
        self.failed.emit(error)

    # --- what the archive tells -------------------------------------------------------------

    def _take_answer(self, answer: Answer) -> None:
        self._answer = answer
        self.answered.emit(answer)

    def _take_change(self, change: Change) -> None:
        self.changed.emit(change)
        self._refresh.start()

    def _take_progress(self, progress: Progress | None) -> None:
        self.indexing.emit(progress)
        if progress is None:
            self._refresh.start()
