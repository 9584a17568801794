"""Imports a SKOS vocabulary that the user chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop.dialogs import files
from desktop.panels.frame.message_bar import Tone

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workers.jobs import Jobs
    from index import Cancel, Listener


class VocabularyImport(QObject):
    """Runs as a job; the present query is asked again with what it brought."""

    def __init__(self, window: Window, session: Session, jobs: Jobs, settings: Settings) -> None:
        super().__init__(jobs)
        self._window, self._session, self._jobs = window, session, jobs
        self._settings = settings

    def ask(self) -> None:
        """Let the user choose a file and import it."""
        path = files.ask_vocabulary(self._window, self._settings)
        if path is None:
            return
        archive = self._session.archive

        def work(_listen: Listener, _cancel: Cancel) -> int:
            return archive.add_vocabulary(path)

        self._jobs.run(self.tr("Importing a vocabulary"), work, self._imported)

    def _imported(self, count: object) -> None:
        self._session.refresh()
        text = self.tr(
            "%n concept(s) imported; queries find them by all their names", "", cast("int", count)
        )
        self._window.messages.say(Tone.INFO, text, passing=True)
