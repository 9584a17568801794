"""The codebook in files of other programs: written, and taken in as one step of undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop.dialogs import book_files
from desktop.dialogs.table import TableDialog
from desktop.written import say_written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workers.jobs import Jobs
    from index import Cancel, Change, CodebookReport, ConceptDetail, Listener

MOST = 200
"""Lines of a section of the report."""


class CodebookFiles(QObject):
    """Each runs as a job; an import ends with a list of what it added, filled and kept."""

    def __init__(self, window: Window, session: Session, jobs: Jobs, settings: Settings) -> None:
        super().__init__(jobs)
        self._window, self._session, self._jobs = window, session, jobs
        self._settings = settings

    def write(self) -> None:
        """Write the codebook to a file that the user chooses."""
        path = book_files.ask_codebook_target(self._window, self._settings)
        if path is None:
            return
        archive = self._session.archive

        def work(_listen: Listener, _cancel: Cancel) -> int:
            return archive.export_codebook(path)

        self._jobs.run(self.tr("Exporting the codebook"), work, partial(self._written, path))

    def _written(self, path: Path, count: object) -> None:
        text = self.tr("%n concepts written to {file}", "", cast("int", count))
        say_written(self._window, self._session.archive, text.format(file=path))

    def take_in(self) -> None:
        """Add what the codebook of a chosen file has and this one lacks."""
        path = book_files.ask_codebook(self._window, self._settings)
        if path is None:
            return
        archive = self._session.archive

        def work(_listen: Listener, _cancel: Cancel) -> tuple[CodebookReport, Change]:
            return archive.import_codebook(path)

        self._jobs.run(self.tr("Importing a codebook"), work, self._taken_in)

    def _taken_in(self, ended: object) -> None:
        report, change = cast("tuple[CodebookReport, Change]", ended)
        self._session.keep(self.tr("Import a codebook"), change)
        sections = [
            (self.tr("%n concepts added", "", len(report.added)), [("", p) for p in report.added]),
            (self.tr("%n details filled in", "", len(report.filled)), _filled(report.filled)),
            (self.tr("%n details kept as they were", "", len(report.kept)), _kept(report.kept)),
        ]
        shown = [(heading, lines[:MOST]) for heading, lines in sections]
        title = self.tr("What the import brought")
        TableDialog("codebook-report", title, shown, self._window).open()


def _filled(details: Sequence[ConceptDetail]) -> list[tuple[str, str]]:
    return [(each.concept, f"{each.name}: {each.there}") for each in details]


def _kept(details: Sequence[ConceptDetail]) -> list[tuple[str, str]]:
    return [(each.concept, f"{each.name}: {each.here or '–'} ({each.there})") for each in details]
