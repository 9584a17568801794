"""Opens the page of coverage, keeps it in step with the query, and turns cells into queries."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.coverage.building import REQUEST, figures_of
from desktop.coverage.figure import Condition, Figure, counted, narrowed
from desktop.coverage.files import DRAWINGS, Sheet
from desktop.coverage.page import CoveragePage
from desktop.dialogs import files
from desktop.facet_names import facet_name, range_name, value_name
from desktop.short_text import DOT, day
from desktop.workers.worker import Worker
from desktop.written import say_written
from index import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workspace import Workspace
    from index import Coverage, Query


class CoverageDesk(QObject):
    """Counts only while the page is shown."""

    def __init__(
        self, window: Window, session: Session, workspace: Workspace, settings: Settings
    ) -> None:
        super().__init__(workspace)
        self._window, self._session = window, session
        self._workspace, self._settings = workspace, settings
        self._total = 0
        self.page = CoveragePage(session)
        self._worker = Worker("coverage", self)
        self._worker.failed.connect(session.fail)
        session.answered.connect(self._follow)
        self.page.left.connect(self.leave)
        self.page.asked.connect(self.narrow)
        self.page.save_wanted.connect(self._ask_where)

    @property
    def shown(self) -> bool:
        """Whether the page is in the window."""
        return self._window.pages.currentWidget() is self.page

    @property
    def busy(self) -> bool:
        """Whether counts are on their way."""
        return self._worker.busy

    def open(self) -> None:
        """Show the coverage of the present query."""
        self.page.wait()
        self._window.show_page(self.page)
        self._count()
        self.page.take_focus()

    def leave(self) -> None:
        """Go back to the results."""
        if self.shown:
            self._window.show_page(self._workspace)
            self._workspace.results.take_focus()

    def first_leaving(self, act: Callable[[], object]) -> Callable[[], None]:
        """Return what goes back to the results before it acts there."""

        def leave_and_act() -> None:
            self.leave()
            act()

        return leave_and_act

    def narrow(self, conditions: tuple[Condition, ...]) -> None:
        """Show the dispatches of a cell."""
        self.leave()
        query = narrowed(self._session.query, conditions)
        if query != self._session.query:
            self._session.ask(query)

    def close_down(self) -> None:
        """Stop counting; the archive is about to be closed."""
        self._worker.close()
        self._window.pages.removeWidget(self.page)
        self.page.deleteLater()

    # --- counting ---------------------------------------------------------------------------

    def _follow(self, _answer: object) -> None:
        if self.shown:
            self._count()

    def _count(self) -> None:
        self._worker.forget()
        query = self._session.searched
        archive = self._session.archive
        self._worker.ask(
            lambda: archive.coverage(query, REQUEST), partial(self._show, self._session.query)
        )

    def _show(self, query: Query, coverage: Coverage) -> None:
        self._total = coverage.total
        had_focus = self.page.isAncestorOf(self._window.focusWidget())
        figures = figures_of(coverage, self.page.labels.uses)
        self.page.show_figures(query, coverage.total, figures)
        if had_focus or not self._window.focusWidget():
            self._keep_focus()

    def _keep_focus(self) -> None:
        focus = self._window.focusWidget()
        if self.shown and (focus is None or focus is self.page.back or not focus.isVisible()):
            self.page.take_focus()

    # --- files ------------------------------------------------------------------------------

    def _ask_where(self, figure: Figure) -> None:
        path = files.ask_figure(self._window, self._settings, figure.name)
        if path is not None:
            self.save(figure, path)

    def save(self, figure: Figure, path: Path) -> None:
        """Write a figure to a file; its ending says as what."""
        try:
            if path.suffix.lower() in DRAWINGS:
                Sheet(figure, self.caption(), self.page.font()).write(path)
            else:
                self._session.archive.write_table(path, figure.table)
        except ArchiveError as error:
            self._session.fail(error)
            return
        text = self.tr("Figure saved: {file}").format(file=path)
        say_written(self._window, self._session.archive, text)

    def caption(self) -> str:
        """Return what was counted, and when."""
        query, uses = self._session.query, self.page.labels.uses
        told = [query.text.strip()] if query.text.strip() else []
        for chosen in query.filters:
            name = value_name(chosen.facet, chosen.value, uses)
            pattern = (
                self.tr("{facet}: not {value}") if chosen.exclude else self.tr("{facet}: {value}")
            )
            told.append(pattern.format(facet=facet_name(chosen.facet), value=name))
        told += [range_name(query)] if range_name(query) else []
        program = f"Dispatch Reader, {day(date.today())}"
        return DOT.join((*told, counted(self._total), program))
