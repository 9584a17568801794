"""The one long job that a window may have at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.workers.job import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.workers.job import Work


class Jobs(QObject):
    """Starts jobs, tells the window, and lets go of them when they have ended."""

    started = Signal(object, str)
    """Job, and what it is called in the status bar."""
    idle = Signal()
    """The job has ended, well or not."""
    refused = Signal(str)
    """Another job is still running: its name."""
    failed = Signal(object)
    """The exception that a job ended with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running: Job | None = None
        self._what = ""
        self._closed = False

    def run(self, what: str, work: Work, done: Callable[[object], None]) -> Job | None:
        """Start a job; ``done`` gets what it returns. None while another one is running.

        Once closed it starts nothing: timers of its users may still run out.
        """
        if self._closed:
            return None
        if self.running is not None:
            self.refused.emit(self._what)
            return None
        job = self.running = Job(what, work, self)
        self._what = what
        job.ended.connect(self._let_go)
        job.failed.connect(self._let_go)
        job.ended.connect(done)
        job.failed.connect(self.failed)
        self.started.emit(job, what)
        job.start()
        return job

    def close(self) -> None:
        """Stop the running job and wait for it; no other one is started."""
        self._closed = True
        if self.running is not None:
            self.running.cancel()
            self.running.wait()

    def _let_go(self, _what: object) -> None:
        if self.running is not None:
            self.running.deleteLater()
            self.running = None
        self.idle.emit()
