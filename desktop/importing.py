"""Importing from the window: files, folders, the samples, and the report at the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from desktop.dialogs.import_preview import ImportPreviewDialog
from desktop.dialogs.import_report import ImportReportDialog
from index import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from desktop.workers.jobs import Jobs
    from index import AccessionNumber, Cancel, ImportPlan, ImportReport, Listener


class Importing(QObject):
    """Runs imports as jobs and shows their reports."""

    reported = Signal(object)
    """ImportReportDialog that has just been opened."""
    previewed = Signal(object)
    """ImportPreviewDialog that has just been opened."""
    nothing_to_resume = Signal()
    """No import is unfinished."""
    taken_in = Signal(int)
    """How many dispatches an import has brought."""
    open_wanted = Signal(object)
    """AccessionNumber chosen in a report."""

    def __init__(self, session: Session, jobs: Jobs, window: QWidget) -> None:
        super().__init__(jobs)
        self._session, self._jobs, self._window = session, jobs, window

    def take_in(self, paths: Sequence[Path], plan: ImportPlan | None = None) -> None:
        """Import files, folders and zip files, as planned in a preview where there was one."""
        archive = self._session.archive

        def work(listen: Listener, cancel: Cancel) -> ImportReport:
            return archive.import_(paths, listen=listen, cancel=cancel, plan=plan)

        self._jobs.run(self.tr("Importing"), work, partial(self._report, plan=plan))

    def preview(self, paths: Sequence[Path]) -> None:
        """Show what would be imported, to be put right or left out first."""
        archive = self._session.archive

        def work(listen: Listener, cancel: Cancel) -> ImportReport:
            return archive.import_(paths, listen=listen, cancel=cancel, dry_run=True)

        self._jobs.run(self.tr("Previewing"), work, partial(self._show_preview, paths))

    def _show_preview(self, paths: Sequence[Path], ended: object) -> None:
        report = cast("ImportReport", ended)
        if report.cancelled:
            return
        dialog = ImportPreviewDialog(report, self._session.archive.read_field, self._window)
        dialog.import_wanted.connect(partial(self.take_in, paths))
        dialog.open()
        self.previewed.emit(dialog)

    def take_in_samples(self) -> None:
        """Import the dispatches that ship with the program."""
        archive = self._session.archive

        def work(listen: Listener, cancel: Cancel) -> ImportReport:
            return archive.import_samples(listen=listen, cancel=cancel)

        self._jobs.run(self.tr("Importing the samples"), work, partial(self._report, quiet=True))

    def interrupted(self) -> bool:
        """Tell whether an import was cut short, as by a crash; one that was cancelled was not."""
        archive = self._session.archive
        return not archive.read_only and any(
            batch.ended is None for batch in archive.imports.unfinished()
        )

    def resume(self) -> None:
        """Go on with the import that was cut short or cancelled last."""
        archive = self._session.archive
        unfinished = archive.imports.unfinished()
        if not unfinished:
            self.nothing_to_resume.emit()
            return

        last = unfinished[0]

        def work(listen: Listener, cancel: Cancel) -> ImportReport:
            return archive.resume_import(last.id, listen=listen, cancel=cancel)

        self._jobs.run(self.tr("Importing"), work, partial(self._report, plan=last.plan))

    def _report(
        self, ended: object, *, quiet: bool = False, plan: ImportPlan | None = None
    ) -> None:
        """Show the report; after the samples only where something went wrong."""
        report = cast("ImportReport", ended)
        self._session.refresh()
        self.taken_in.emit(brought(report))
        if not quiet or any(item.error for item in report.items):
            self.show_report(report, plan)

    def show_report(self, report: ImportReport, plan: ImportPlan | None = None) -> None:
        """Open a report beside the window; a retry follows the plan that the import followed."""
        dialog = ImportReportDialog(report, self._window)
        dialog.retry_wanted.connect(partial(self.take_in, plan=plan))
        dialog.resume_wanted.connect(self.resume)
        dialog.open_wanted.connect(self._open)
        dialog.failed.connect(self._session.fail)
        dialog.show()
        self.reported.emit(dialog)

    def _open(self, number: AccessionNumber) -> None:
        self._session.open_dispatch(number)
        self.open_wanted.emit(number)


def brought(report: ImportReport) -> int:
    """Return how many dispatches an import has added."""
    return report.count(Outcome.IMPORTED) + report.count(Outcome.NEW_VERSION)
