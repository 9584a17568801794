"""What keeps an archive in order: verify, repair, rebuild, back up, count, export."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop.dialogs import files
from desktop.dialogs.faults import faults
from desktop.dialogs.statistics import statistics
from desktop.panels.frame.message_bar import Tone
from desktop.short_text import number
from desktop.written import say_written

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workers.jobs import Jobs
    from index import AccessionNumber, Backup, Cancel, Listener, Stats, VerifyReport


class Care(QObject):
    """Each runs as a job and ends with a message or a dialog."""

    def __init__(self, window: Window, session: Session, jobs: Jobs, settings: Settings) -> None:
        super().__init__(jobs)
        self._window, self._session, self._jobs = window, session, jobs
        self._settings = settings

    def _say(self, text: str) -> None:
        self._window.messages.say(Tone.INFO, text, passing=True)

    def export(self) -> None:
        """Write the present results to a file that the user chooses."""
        chosen = files.ask_export(self._window, self._settings)
        if chosen is None:
            return
        (form, path), query = chosen, self._session.query
        archive = self._session.archive

        def work(listen: Listener, cancel: Cancel) -> int:
            return archive.export(form, path, query, listen=listen, cancel=cancel)

        self._jobs.run(self.tr("Exporting"), work, partial(self._exported, path))

    def _exported(self, path: Path, count: object) -> None:
        text = self.tr("%n dispatch(es) exported to {file}", "", cast("int", count))
        say_written(self._window, self._session.archive, text.format(file=path))

    def export_searches(self) -> None:
        """Write the log of searches to a file that the user chooses."""
        path = files.ask_search_log(self._window, self._settings)
        if path is None:
            return
        archive = self._session.archive

        def work(_listen: Listener, _cancel: Cancel) -> int:
            return archive.export_searches(path)

        text = self.tr("Exporting the log of searches")
        self._jobs.run(text, work, partial(self._searches_exported, path))

    def _searches_exported(self, path: Path, count: object) -> None:
        text = self.tr("%n search(es) exported to {file}", "", cast("int", count))
        say_written(self._window, self._session.archive, text.format(file=path))

    def verify(self) -> None:
        """Read and hash everything again."""
        archive = self._session.archive

        def work(listen: Listener, cancel: Cancel) -> VerifyReport:
            return archive.verify(listen=listen, cancel=cancel)

        self._jobs.run(self.tr("Verifying"), work, self._verified)

    def _verified(self, ended: object) -> None:
        report = cast("VerifyReport", ended)
        if report.faults:
            faults(report, self._window).show()
            return
        text = self.tr("{count} dispatches verified, no fault found")
        checked = text.format(count=number(report.checked))
        self._say(checked)

    def rebuild(self) -> None:
        """Build the search index anew."""
        archive = self._session.archive

        def work(listen: Listener, cancel: Cancel) -> None:
            archive.rebuild(listen=listen, cancel=cancel)

        self._jobs.run(self.tr("Rebuilding the search index"), work, self._rebuilt)

    def _rebuilt(self, _ended: object) -> None:
        self._session.refresh()
        self._say(self.tr("The search index is rebuilt"))

    def back_up(self) -> None:
        """Write a checked copy of the record to a file that the user chooses."""
        path = files.ask_backup(self._window, self._settings)
        if path is None:
            return
        archive = self._session.archive

        def work(listen: Listener, cancel: Cancel) -> bool:
            return archive.backup(path, listen, cancel)

        self._jobs.run(self.tr("Backing up"), work, partial(self._backed_up, path))

    def _backed_up(self, path: Path, finished: object) -> None:
        if not finished:
            return
        text = self.tr("Backed up and checked: {file}").format(file=path)
        self._say(text)

    def count(self) -> None:
        """Show what the archive holds."""
        archive = self._session.archive

        def work(_listen: Listener, _cancel: Cancel) -> Stats:
            return archive.stats()

        self._jobs.run(self.tr("Counting"), work, self._counted)

    def _counted(self, ended: object) -> None:
        statistics(cast("Stats", ended), self._session.archive.folder, self._window).show()

    def repair(self, damaged: AccessionNumber) -> None:
        """Replace a damaged dispatch by its copy in a backup."""
        archive = self._session.archive

        def work(_listen: Listener, _cancel: Cancel) -> Backup:
            return archive.repair(damaged)

        self._jobs.run(self.tr("Repairing"), work, partial(self._repaired, damaged))

    def _repaired(self, number: AccessionNumber, _ended: object) -> None:
        self._session.open_dispatch(number)
        text = self.tr("The dispatch was repaired from a backup")
        self._say(text)
