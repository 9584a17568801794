"""Which searches are remembered: those entered, and what they are narrowed to afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.workers.answer import Answer
    from index import Query


class SearchLog(QObject):
    """Waits for the answer, so that the log holds how many were found."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = ""
        """Of the query entered last; empty when it was empty."""
        self._last: Query | None = None
        session.answered.connect(self._note)

    def enter(self) -> None:
        """Remember the present query, and what filters and dates make of it."""
        self._text, self._last = self._session.query.text.strip(), None
        answer = self._session.answer
        if answer is not None:
            self._note(answer)

    def _note(self, answer: Answer) -> None:
        query = answer.query
        entered = self._text and query.text.strip() == self._text
        archive = self._session.archive
        if not entered or query == self._last or query != self._session.query:
            return
        self._last = query
        if not archive.read_only:
            archive.searches.remember(query, answer.summary.total)
