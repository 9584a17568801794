"""The status bar: how much the archive holds, what is being done, and a way to stop it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from desktop.short_text import number
from desktop.theme import GAP

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.workers.job import Job
    from index import Progress

STALLED = "stalled"
"""Stage of an index that cannot be written; ``current`` says why."""
LONGEST = 40
"""Letters of a file name shown while it is read."""


class JobProgress(QWidget):
    """What one job is at, with a bar; hidden while there is none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.text = QLabel(self)
        self.text.setObjectName(f"{name}-text")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setObjectName(f"{name}-bar")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.stop.setObjectName(f"{name}-cancel")
        self.stop.setProperty("flat", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 0, GAP, 0)
        row.setSpacing(GAP)
        for widget in (self.text, self.bar, self.stop):
            row.addWidget(widget)
        self.hide()

    def show_progress(self, what: str, progress: Progress | None) -> None:
        """Show how far something is; a total of 0 means that nobody knows yet."""
        total = progress.total if progress else 0
        done = progress.done if progress else 0
        text = f"{what}  {number(done)} / {number(total)}" if total else f"{what}…"
        if progress and progress.current:
            text += f"  {_short(progress.current)}"
        self.text.setText(text)
        self.bar.show()
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(what)
        self.show()

    def show_trouble(self, what: str, reason: str) -> None:
        """Show why something does not go on."""
        self.text.setText(what)
        self.text.setToolTip(reason)
        self.bar.hide()
        self.show()


class StatusBar(QStatusBar):
    """Counts on the left, work on the right."""

    left = Signal()
    """The button that cancels had the keyboard, and can have it no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self.counts = QLabel(self)
        self.counts.setObjectName("counts")
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.counts.setContentsMargins(GAP, 0, GAP, 0)
        self.job = JobProgress("job", self)
        self.index = JobProgress("indexing", self)
        self.index.stop.hide()
        self.addWidget(self.counts, 1)
        self.addPermanentWidget(self.index)
        self.addPermanentWidget(self.job)
        self._cancel: Callable[[], None] | None = None
        self.job.stop.clicked.connect(self._stop)

    def follow(self, job: Job, what: str) -> None:
        """Show a job until it ends; the button cancels it."""
        self._cancel = job.cancel
        self.job.stop.setEnabled(True)
        self.job.show_progress(what, None)
        job.progressed.connect(lambda progress: self._progressed(job, what, progress))
        job.ended.connect(self._leave)
        job.failed.connect(self._leave)

    def show_index(self, progress: Progress | None) -> None:
        """Show how far the search index is; None when it is in step."""
        if progress is None:
            self.index.hide()
        elif progress.stage == STALLED:
            self.index.show_trouble(self.tr("The search index cannot be written"), progress.current)
        else:
            self.index.show_progress(self.tr("Building the search index"), progress)

    def show_counts(self, held: int, selected: int, *, read_only: bool) -> None:
        """Show how many dispatches the archive holds and how many are chosen."""
        parts = [
            self.tr("%n dispatch(es) in the archive", "", held).replace(str(held), number(held))
        ]
        if selected > 1:
            parts.append(
                self.tr("%n selected", "", selected).replace(str(selected), number(selected))
            )
        if read_only:
            parts.append(self.tr("read-only"))
        self.counts.setText("  ·  ".join(parts))

    def _leave(self) -> None:
        self._pass_keyboard(self.job.hide)

    def _pass_keyboard(self, put_away: Callable[[], object]) -> None:
        """Put the button away; Qt would give its keyboard to whatever comes next."""
        had = self.job.stop.hasFocus()
        put_away()
        if had:
            self.left.emit()

    def _progressed(self, job: Job, what: str, progress: Progress) -> None:
        if not job.finished and not job.cancelled:
            self.job.show_progress(what, progress)

    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._pass_keyboard(partial(self.job.stop.setEnabled, False))
            self.job.text.setText(self.tr("Stopping…"))


def _short(path: str) -> str:
    name = path.rpartition("/")[2] or path
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
