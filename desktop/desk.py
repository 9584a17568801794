"""The window at work on one open archive: panels, jobs, and what the menus do."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QMessageBox

from desktop.dialogs import files
from desktop.dialogs.faults import faults
from desktop.dialogs.shortcuts import shortcut_sheet
from desktop.dialogs.statistics import statistics
from desktop.importing import Importing
from desktop.panels.message_bar import Tone
from desktop.short_text import number
from desktop.window import encoded
from desktop.workers.jobs import Jobs
from desktop.workspace import Workspace
from index import Query

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workers.answer import Answer
    from desktop.workers.job import Job
    from index import Cancel, Change, Listener, Stats, VerifyReport


class Desk(QObject):
    """Made when an archive has been opened, closed before another one is."""

    left = Signal()
    """The window closes, and nothing is running any more."""

    def __init__(self, window: Window, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self.window, self.session, self._settings = window, session, settings
        self.jobs = Jobs(self)
        self.importing = Importing(session, self.jobs, window)
        self.workspace = Workspace(session)
        self._closing = False
        self._fill_welcome()
        window.menus.adopt(self.workspace, session.undo)
        window.offered.reach(archive=True, writable=not session.archive.read_only)
        window.take_drops(wanted=not session.archive.read_only)
        self._offer()
        self._connect()
        self._restore_panes()
        window.show_page(self.workspace)
        window.status.show_index(session.archive.index_state)
        session.ask(Query())

    def close(self) -> None:
        """Stop everything that runs for this archive and take its panels away."""
        self.jobs.close()
        self.workspace.close_down()
        self.window.menus.release()
        self.window.offered.reach(archive=False, writable=False)
        self.window.pages.removeWidget(self.workspace)
        self.workspace.deleteLater()
        self.deleteLater()

    # --- built once -----------------------------------------------------------------------------

    def _fill_welcome(self) -> None:
        page = self.window.welcome
        page.withdraw()
        page.say(
            self.tr("No dispatches yet"),
            self.tr(
                "Import saved dispatches: text files, web pages, press-database exports, folders "
                "or zip files. Drop them on this window, or choose them here. Everything stays "
                "on this computer."
            ),
        )
        if self.session.archive.read_only:
            return
        page.offer("welcome-files", self.tr("&Import files …"), self._import_files, primary=True)
        page.offer("welcome-folder", self.tr("Import a &folder …"), self._import_folder)
        samples = self.tr("Open the &sample dispatches")
        page.offer("welcome-samples", samples, self.importing.take_in_samples)

    def _offer(self) -> None:
        offered, space = self.window.offered, self.workspace
        deeds: dict[str, Callable[[], object]] = {
            "import-files": self._import_files,
            "import-folder": self._import_folder,
            "import-samples": self.importing.take_in_samples,
            "export": self._export,
            "trash": self._trash,
            "search": space.search.take_focus,
            "save-search": space.saved.save_present,
            "clear-filters": self._clear_filters,
            "next-dispatch": partial(space.results.step, 1),
            "previous-dispatch": partial(space.results.step, -1),
            "show-filters": partial(space.show_side, 0),
            "show-codebook": partial(space.show_side, 1),
            "show-annotations": partial(space.show_side, 2),
            "verify": self._verify,
            "rebuild": self._rebuild,
            "backup": self._back_up,
            "statistics": self._count,
            "shortcuts": self._show_shortcuts,
        }
        for name, act in deeds.items():
            offered.on(name, act)
        space.results.table.addAction(offered["trash"])

    def _connect(self) -> None:
        session, window, messages = self.session, self.window, self.window.messages
        session.failed.connect(messages.fail)
        session.answered.connect(self._answered)
        session.selected.connect(self._show_counts)
        session.changed.connect(self._changed)
        session.indexing.connect(window.status.show_index)
        window.dropped.connect(self.importing.take_in)
        window.closing.connect(self._ask_before_closing)
        self.jobs.started.connect(window.status.follow)
        self.jobs.failed.connect(session.fail)
        self.jobs.refused.connect(self._refuse)
        self.jobs.idle.connect(self._idle)
        self.importing.open_wanted.connect(self.workspace.read)

    def _restore_panes(self) -> None:
        state = QByteArray.fromBase64(self._settings.now.panes.encode("ascii", "ignore"))
        self.workspace.restoreState(state)

    # --- what is shown --------------------------------------------------------------------------

    def _answered(self, answer: Answer) -> None:
        bare = answer.query == Query(sort=answer.query.sort)
        empty = bare and not answer.held and self.session.archive.index_state is None
        page = self.window.welcome if empty else self.workspace
        if page is not self.window.pages.currentWidget():
            self.window.show_page(page)
            if page is self.workspace:
                self.workspace.results.take_focus()
        self._show_counts()

    def _show_counts(self) -> None:
        answer = self.session.answer
        self.window.status.show_counts(
            answer.held if answer else 0,
            len(self.session.selection),
            read_only=self.session.archive.read_only,
        )

    def _changed(self, change: Change) -> None:
        if change.reindex and self.window.pages.currentWidget() is self.window.welcome:
            self.window.show_page(self.workspace)

    def _refuse(self, running: str) -> None:
        text = self.tr("{what} is still running").format(what=running)
        self.window.messages.say(Tone.WARNING, text, self.tr("Wait for it or cancel it first."))

    # --- what the menus do ----------------------------------------------------------------------

    def _import_files(self) -> None:
        self._take_in(files.ask_files(self.window, self._settings))

    def _import_folder(self) -> None:
        folder = files.ask_folder(self.window, self._settings)
        self._take_in([folder] if folder else [])

    def _take_in(self, paths: list[Path]) -> None:
        if paths:
            self.importing.take_in(paths)

    def _clear_filters(self) -> None:
        query = self.session.query
        self.session.ask(replace(query, filters=(), filed_from=None, filed_to=None))

    def _trash(self) -> None:
        session = self.session
        chosen = session.selection or ((session.current.id,) if session.current else ())
        if chosen:
            text = self.tr("Move %n dispatch(es) to the trash", "", len(chosen))
            session.perform(text, lambda: session.archive.dispatches.trash(chosen))

    def _export(self) -> None:
        chosen = files.ask_export(self.window, self._settings)
        if chosen is None:
            return
        (form, path), query = chosen, self.session.query
        archive = self.session.archive

        def work(_listen: Listener, _cancel: Cancel) -> int:
            return archive.export(form, path, query)

        self.jobs.run(self.tr("Exporting"), work, partial(self._exported, path))

    def _exported(self, path: Path, count: object) -> None:
        text = self.tr("%n dispatch(es) exported to {file}", "", cast("int", count))
        self.window.messages.say(Tone.INFO, text.format(file=path), passing=True)

    def _verify(self) -> None:
        archive = self.session.archive

        def work(listen: Listener, cancel: Cancel) -> VerifyReport:
            return archive.verify(listen=listen, cancel=cancel)

        self.jobs.run(self.tr("Verifying"), work, self._verified)

    def _verified(self, ended: object) -> None:
        report = cast("VerifyReport", ended)
        if report.faults:
            faults(report, self.window).show()
            return
        text = self.tr("{count} dispatches verified, no fault found")
        checked = text.format(count=number(report.checked))
        self.window.messages.say(Tone.INFO, checked, passing=True)

    def _rebuild(self) -> None:
        archive = self.session.archive

        def work(listen: Listener, cancel: Cancel) -> None:
            archive.rebuild(listen=listen, cancel=cancel)

        self.jobs.run(self.tr("Rebuilding the search index"), work, self._rebuilt)

    def _rebuilt(self, _ended: object) -> None:
        self.session.refresh()
        self.window.messages.say(Tone.INFO, self.tr("The search index is rebuilt"), passing=True)

    def _back_up(self) -> None:
        path = files.ask_backup(self.window, self._settings)
        if path is None:
            return
        archive = self.session.archive

        def work(_listen: Listener, _cancel: Cancel) -> None:
            archive.backup(path)

        self.jobs.run(self.tr("Backing up"), work, partial(self._backed_up, path))

    def _backed_up(self, path: Path, _ended: object) -> None:
        text = self.tr("Backed up and checked: {file}").format(file=path)
        self.window.messages.say(Tone.INFO, text, passing=True)

    def _count(self) -> None:
        archive = self.session.archive

        def work(_listen: Listener, _cancel: Cancel) -> Stats:
            return archive.stats()

        self.jobs.run(self.tr("Counting"), work, self._counted)

    def _counted(self, ended: object) -> None:
        statistics(cast("Stats", ended), self.session.archive.folder, self.window).show()

    def _show_shortcuts(self) -> None:
        shortcut_sheet(self.window).show()

    # --- closing --------------------------------------------------------------------------------

    def _ask_before_closing(self, event: QCloseEvent) -> None:
        if self.jobs.running is None:
            self.window.remember(encoded(self.workspace.saveState()))
            self.left.emit()
            return
        event.ignore()
        if not self._closing:
            self._ask_to_stop(self.jobs.running)

    def _ask_to_stop(self, job: Job) -> None:
        question = QMessageBox(self.window)
        question.setObjectName("stop-job")
        question.setWindowTitle(self.tr("Still at work"))
        question.setText(self.tr("{what} is still running").format(what=job.name))
        question.setInformativeText(
            self.tr("Stop it and close the window? What has been done so far is kept.")
        )
        stop = question.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        stop.setObjectName("stop-and-close")
        stay = question.addButton(self.tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        stay.setObjectName("keep-working")
        question.setDefaultButton(stay)
        question.accepted.connect(self._stop_and_close)
        question.open()

    def _stop_and_close(self) -> None:
        self._closing = True
        if self.jobs.running is None:
            self.window.close()
        else:
            self.jobs.running.cancel()

    def _idle(self) -> None:
        if self._closing:
            self._closing = False
            self.window.close()
