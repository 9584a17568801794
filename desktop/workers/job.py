"""Long work off the GUI thread, with progress and a way to stop."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from index import Cancel

if TYPE_CHECKING:
    from collections.abc import Callable

    from index import Listener, Progress

    Work = Callable[[Listener, Cancel], object]

REPORTS_A_SECOND = 20


class Job(QObject):
    """Runs one callable in a thread of its own; exactly one of ``ended`` and ``failed`` follows.

    Its signals are emitted on the thread the job lives in.
    """

    progressed = Signal(object)
    """Progress, at most 20 times a second."""
    ended = Signal(object)
    """What the work returned, also when it was cancelled."""
    failed = Signal(object)
    """The exception that it ended with."""

    _told = Signal(object)
    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(self, name: str, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.finished = False
        self._work, self._cancel, self._last = work, Cancel(), 0.0
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        queued = Qt.ConnectionType.QueuedConnection
        self._told.connect(self._pass_on, queued)
        self._returned.connect(self._end, queued)
        self._raised.connect(self._fail, queued)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; ``ended`` tells when it has."""
        self._cancel()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancel.asked

    def wait(self, seconds: float | None = None) -> None:
        """Block until the work has ended, or for so long."""
        self._thread.join(seconds)

    # --- in the thread of the work ----------------------------------------------------------------

    def _run(self) -> None:
        try:
            found = self._work(self._listen, self._cancel)
        except Exception as error:  # noqa: BLE001  the last frame of this thread
            self._raised.emit(error)
        else:
            self._returned.emit(found)

    def _listen(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last >= 1 / REPORTS_A_SECOND or progress.done == progress.total:
            self._last = now
            self._told.emit(progress)

    # --- in the thread of the window --------------------------------------------------------------

    def _pass_on(self, progress: Progress) -> None:
        if not self.finished:
            self.progressed.emit(progress)

    def _end(self, found: object) -> None:
        self.finished = True
        self.ended.emit(found)

    def _fail(self, error: Exception) -> None:
        self.finished = True
        self.failed.emit(error)
