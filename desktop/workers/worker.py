"""Questions answered one after another in a thread of their own."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class _Question:
    future: Future[object]
    answer: Callable[[object], None]


class Worker(QObject):
    """Runs questions off the GUI thread; each answer arrives on the GUI thread.

    A question that was forgotten is not run, or its answer is dropped when it is already running,
    so that no stale answer ever reaches the window.
    """

    failed = Signal(object)
    """The exception a question ended with."""
    _ended = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._waiting: dict[Future[object], _Question] = {}
        self._closed = False
        # Queued also when the answer is there at once: askers never see it before ask() returns.
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(self, question: Callable[[], T], answer: Callable[[T], None]) -> None:
        """Run ``question`` in the thread, then ``answer`` with its result on this one.

        A closed worker runs nothing: signals may still be on their way to its owner.
        """
        if self._closed:
            return
        future: Future[object] = self._thread.submit(question)
        self._waiting[future] = _Question(future, answer)  # type: ignore[arg-type]
        future.add_done_callback(self._ended.emit)

    def forget(self) -> None:
        """Drop every question that has not been answered yet."""
        waiting, self._waiting = self._waiting, {}
        for future in waiting:
            future.cancel()

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._waiting)

    def close(self) -> None:
        """Forget everything and wait for the running question to end; asking is over."""
        if self._closed:
            return
        self._closed = True
        self.forget()
        self._ended.disconnect(self._deliver)
        self._thread.shutdown(wait=True)

    def _deliver(self, future: Future[object]) -> None:
        question = self._waiting.pop(future, None)
        if question is None or future.cancelled():
            return
        error = future.exception()
        if error is not None:
            self.failed.emit(error)
        else:
            question.answer(future.result())
