"""More dispatches like the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.panels.frame.message_bar import Tone
from index import ArchiveError, Query

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.window import Window


class Likeness(QObject):
    """Asks for the most telling words of a dispatch, as a query that can be edited."""

    def __init__(self, window: Window, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._session = window, session

    def ask(self) -> None:
        """Ask for what resembles the dispatch that is open, or the first one chosen."""
        session = self._session
        if session.at_hand is None:
            return
        try:
            text = session.archive.like(session.at_hand)
        except ArchiveError as error:
            session.fail(error)
            return
        if text:
            session.ask(Query(text))
        else:
            told = self.tr("No word of this dispatch tells it from the others")
            self._window.messages.say(Tone.INFO, told, passing=True)
