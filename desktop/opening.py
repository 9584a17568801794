"""Opens an archive behind the window, and explains when that is not possible."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import explain
from desktop.workers.job import Job
from index import ArchiveError, ArchiveHeld, ArchiveRecoverable

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.window import Window
    from desktop.workers.job import Work
    from index import Archive, Cancel, Listener


class Opening(QObject):
    """Works in a thread, so that the window is there before SQLite and the panels are."""

    opened = Signal(object)
    """Archive."""
    other_wanted = Signal()
    """The user wants another archive instead."""

    def __init__(self, window: Window, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._folder = window, folder
        self._job: Job | None = None
        self._archive: Archive | None = None
        """Opened, but not told yet."""

    def start(self, *, read_only: bool = False) -> None:
        """Open the archive; it is made where there is none."""
        folder = self._folder

        def work(_listen: Listener, _cancel: Cancel) -> Archive:
            # Both take time to import; the window is on the screen already.
            from desktop import desk  # noqa: F401
            from index import Archive

            self._archive = Archive.open(folder, create=not read_only, read_only=read_only)
            return self._archive

        self._run(work, self._hand_over)

    def abandon(self) -> None:
        """Wait for the thread and close what it has opened, if nobody has it yet."""
        if self._job is not None:
            self._job.wait()
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    def _hand_over(self) -> None:
        archive, self._archive = self._archive, None
        if archive is not None:
            self.opened.emit(archive)

    def _run(self, work: Work, then: object) -> None:
        if self._job is not None:
            return
        self._window.show_page(self._window.opening)
        job = self._job = Job("open", work, self)
        job.ended.connect(self._let_go)
        job.ended.connect(then)
        job.failed.connect(self._let_go)
        job.failed.connect(self._fail)
        job.start()

    def _let_go(self) -> None:
        self._job = None

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            raise error
        page, problem = self._window.problem, explain(error)
        page.withdraw()
        page.say(problem.text, problem.remedy)
        if isinstance(error, ArchiveHeld):
            read = partial(self.start, read_only=True)
            page.offer("open-read-only", self.tr("Open it read-&only"), read, primary=True)
        if isinstance(error, ArchiveRecoverable):
            text = self.tr("&Recover the backup")
            page.offer("recover", text, self._recover, primary=True)
        page.offer("open-other", self.tr("Open another &archive…"), self.other_wanted.emit)
        page.offer("try-again", self.tr("&Try again"), self.start)
        self._window.show_page(page)

    def _recover(self) -> None:
        folder = self._folder

        def work(_listen: Listener, _cancel: Cancel) -> None:
            from index import Archive  # loaded by the failed opening

            Archive.recover(folder, Archive.recoverable(folder)[0])

        self._run(work, self._recovered)

    def _recovered(self) -> None:
        self.start()
