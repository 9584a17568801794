"""How much is new in each saved search since it was last looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.workers.worker import Worker

if TYPE_CHECKING:
    from desktop.session import Session
    from index import Change


class News(QObject):
    """Counts off the GUI thread; again whenever dispatches have come or gone."""

    counted = Signal(object)
    """{SavedSearchId: new dispatches} of every saved search."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = Worker("news", self)
        self._worker.failed.connect(session.fail)
        session.changed.connect(self._changed)
        session.indexing.connect(self._indexed)

    def count(self) -> None:
        """Count all of them."""
        archive = self._session.archive
        self._worker.forget()
        self._worker.ask(
            lambda: {saved.id: archive.unseen(saved) for saved in archive.searches.saved()},
            self.counted.emit,
        )

    def shut_down(self) -> None:
        """Stop counting."""
        self._worker.close()

    def _changed(self, change: Change) -> None:
        if change.reindex:
            self.count()

    def _indexed(self, progress: object) -> None:
        if progress is None:
            self.count()
