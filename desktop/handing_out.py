"""Hands annotations and one's own coding to others, and takes theirs in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QObject

from desktop.dialogs import work_files
from desktop.panels.frame.message_bar import Tone
from desktop.report_pdf import write_pdf
from desktop.written import say_written

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workers.jobs import Jobs
    from index import Cancel, Change, Listener, LoadReport


class HandingOut(QObject):
    """Each runs as a job and ends with a message."""

    def __init__(self, window: Window, session: Session, jobs: Jobs, settings: Settings) -> None:
        super().__init__(jobs)
        self._window, self._session, self._jobs = window, session, jobs
        self._settings = settings

    def export_annotations(self) -> None:
        """Write the annotations on the present results to a file that the user chooses."""
        path = work_files.ask_annotations_target(self._window, self._settings)
        if path is None:
            return
        archive, query, language = self._session.archive, self._session.query, spoken()

        def work(_listen: Listener, _cancel: Cancel) -> int:
            if path.suffix.lower() == ".pdf":
                return write_pdf(archive.annotation_report(query, language=language), path)
            return archive.export_annotations(path, query, language=language)

        self._jobs.run(self.tr("Exporting annotations"), work, partial(self._exported, path))

    def _exported(self, path: Path, count: object) -> None:
        text = self.tr("%n annotation(s) exported to {file}", "", cast("int", count))
        say_written(self._window, self._session.archive, text.format(file=path))

    def import_annotations(self) -> None:
        """Add the Web Annotations of a file that the user chooses; can be undone."""
        path = work_files.ask_annotations(self._window, self._settings)
        if path is None:
            return
        archive = self._session.archive

        def work(_listen: Listener, _cancel: Cancel) -> tuple[LoadReport, Change]:
            return archive.import_annotations(path)

        self._jobs.run(self.tr("Importing annotations"), work, self._imported)

    def _imported(self, ended: object) -> None:
        report, change = cast("tuple[LoadReport, Change]", ended)
        self._session.keep(self.tr("Import annotations"), change)
        text = self.tr("%n annotation(s) imported", "", report.added.get("annotation", 0))
        self._tell_missing(text, report.missing)

    def _tell_missing(self, text: str, missing: tuple[str, ...]) -> None:
        """Say what came in; where dispatches are missing, which."""
        if not missing:
            self._say(text)
            return
        lacking = self.tr("%n dispatch(es) are not in this archive:", "", len(missing))
        named = "\n".join((lacking, *missing[:MOST], *(("…",) if len(missing) > MOST else ())))
        self._window.messages.say(Tone.WARNING, text, named)

    def _say(self, text: str) -> None:
        self._window.messages.say(Tone.INFO, text, passing=True)


MOST = 5
"""Missing dispatches that a message names."""


def spoken() -> str:
    """Return the language of the window."""
    return QLocale().name().partition("_")[0]
