"""The window at work on one open archive: panels, jobs, and what the menus do."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.care import Care
from desktop.citing import Citing
from desktop.codebook_files import CodebookFiles
from desktop.coding_together import CodingTogether
from desktop.commands.correcting import Correcting
from desktop.coverage.desk import CoverageDesk
from desktop.dialogs import files
from desktop.dialogs.shortcuts import shortcut_sheet
from desktop.dialogs.trash import TrashDialog
from desktop.handing_out import HandingOut
from desktop.importing import Importing, brought
from desktop.likeness import Likeness
from desktop.mnemonics import tell_apart
from desktop.orphans import Orphans
from desktop.panels.frame.message_bar import Tone
from desktop.provenance import Provenances
from desktop.ruling import Ruling
from desktop.secrecy import Secrecy
from desktop.vocabulary_import import VocabularyImport
from desktop.watching import Watching
from desktop.window import encoded
from desktop.workers.jobs import Jobs
from desktop.workspace import Workspace
from index import AccessionNumber, CitationStyle, DispatchDamaged, Query

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workers.answer import Answer
    from desktop.workers.job import Job
    from index import (
        ArchiveError,
        Change,
    )


class Desk(QObject):
    """Made when an archive has been opened, closed before another one is."""

    archive_wanted = Signal(object)
    """Folder of another archive that is to be opened instead."""
    passphrase_wanted = Signal(object)
    """Chosen: what the archive is to be opened with from now on."""
    left = Signal()
    """The window closes, and nothing is running any more."""

    def __init__(self, window: Window, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self.window, self.session, self._settings = window, session, settings
        self.jobs = Jobs(self)
        self.importing = Importing(session, self.jobs, window)
        self.care = Care(window, session, self.jobs, settings)
        self.secrecy = Secrecy(window, session, self.jobs)
        self.likeness = Likeness(window, session, self)
        self.provenances = Provenances(window, session, self)
        self.ruling = Ruling(window, session, self)
        self.codebook_files = CodebookFiles(window, session, self.jobs, settings)
        self.vocabularies = VocabularyImport(window, session, self.jobs, settings)
        self.watching = Watching(session, self.jobs, self.importing, window, settings)
        self.correcting = Correcting(session, window, self)
        self.workspace = Workspace(session)
        self.orphans = Orphans(window.messages, session, self.workspace)
        self.coverage = CoverageDesk(window, session, self.workspace, settings)
        self.handing_out = HandingOut(window, session, self.jobs, settings)
        self.together = CodingTogether(window, session, self.jobs, self.workspace.reader, settings)
        self.citing = Citing(window, session, self.workspace.reader, settings)
        self._closing, self._new_here = False, True
        self._fill_welcome()
        window.menus.adopt(self.workspace, session.undo)
        window.offered.reach(archive=True, writable=not session.archive.read_only)
        window.take_drops(wanted=not session.archive.read_only)
        self._offer()
        self._connect()
        self._restore_panes()
        window.show_page(self.workspace)
        window.status.show_index(session.archive.index_state)
        session.ask(session.query)
        self._offer_to_resume()

    def close(self) -> None:
        """Stop everything that runs for this archive and take its panels away."""
        self.watching.close()
        self.jobs.close()
        self.coverage.close_down()
        self.workspace.close_down()
        self.ruling.shut_down()
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
        page.offer("welcome-files", self.tr("&Import files…"), self._import_files, primary=True)
        page.offer("welcome-folder", self.tr("Import a &folder…"), self._import_folder)
        samples = self.tr("Open the &sample dispatches")
        page.offer("welcome-samples", samples, self.importing.take_in_samples)
        tell_apart(page.buttons, self.window.menus.letters)

    def _offer(self) -> None:
        offered, space = self.window.offered, self.workspace
        deeds: dict[str, Callable[[], object]] = {
            "import-files": self._import_files,
            "import-folder": self._import_folder,
            "preview-files": self._preview_files,
            "preview-folder": self._preview_folder,
            "resume-import": self.importing.resume,
            "watch-folders": self.watching.choose,
            "correct": self.correcting.ask,
            "provenance": self.provenances.show,
            "import-samples": self.importing.take_in_samples,
            "export": self.care.export,
            **self._exchanges(),
            "trash": self._trash,
            "coverage": self.coverage.open,
            "search": self.coverage.first_leaving(space.search.take_focus),
            "advanced-search": self.coverage.first_leaving(space.search.show_form),
            "save-search": space.saved.save_present,
            "clear-filters": self._clear_filters,
            "next-dispatch": self.coverage.first_leaving(partial(space.results.step, 1)),
            "previous-dispatch": self.coverage.first_leaving(partial(space.results.step, -1)),
            "next-pane": self.coverage.first_leaving(space.next_pane),
            "show-filters": self.coverage.first_leaving(partial(space.show_side, 0)),
            "show-codebook": self.coverage.first_leaving(partial(space.show_side, 1)),
            "show-annotations": self.coverage.first_leaving(partial(space.show_side, 2)),
            "verify": self.care.verify,
            "rebuild": self.care.rebuild,
            "backup": self.care.back_up,
            "statistics": self.care.count,
            "import-vocabulary": self.vocabularies.ask,
            "export-searches": self.care.export_searches,
            "more-like-this": self.coverage.first_leaving(self.likeness.ask),
            "shortcuts": self._show_shortcuts,
        }
        offered.on_each({**deeds, **self._deeds_of_coding})
        self._offer_in_place()

    def _offer_in_place(self) -> None:
        """Offer some of it where it is wanted, too: in the results and in the reader."""
        offered, space = self.window.offered, self.workspace
        more, source = offered["more-like-this"], offered["provenance"]
        space.results.table.addActions([more, offered["correct"], source, offered["trash"]])
        space.reader.header.offer(source)
        cite, suggest = offered["copy-passage"], space.reader.suggest_action
        space.reader.text.more_actions = (cite, more, suggest)

    def _exchanges(self) -> dict[str, Callable[[], object]]:
        """Return what hands work to others and takes theirs in."""
        cite = self.citing.copy_reference
        return {
            "copy-encrypted": self.secrecy.ask_copy,
            "passphrase": self.secrecy.ask_change,
            "export-annotations": self.handing_out.export_annotations,
            "import-annotations": self.handing_out.import_annotations,
            "copy-passage": self.citing.copy_passage,
            "cite-iso690": partial(cite, CitationStyle.ISO690),
            "cite-apa": partial(cite, CitationStyle.APA),
            "cite-chicago": partial(cite, CitationStyle.CHICAGO),
            "show-trash": self._show_trash,
            "export-layer": self.together.export,
            "import-layer": self.together.take_in,
            "compare-coders": self.together.compare,
            "save-citation": self.citing.save_citation,
            "check-citation": self.citing.check_citation,
        }

    @property
    def _deeds_of_coding(self) -> dict[str, Callable[[], object]]:
        return {
            "import-codebook": self.codebook_files.take_in,
            "export-codebook": self.codebook_files.write,
            "rules": self.ruling.open,
            "save-rule": self.ruling.save_present,
        }

    def _connect(self) -> None:
        session, window = self.session, self.window
        session.failed.connect(self._show_failure)
        session.answered.connect(self._answered)
        session.selected.connect(self._show_counts)
        session.changed.connect(self._changed)
        session.indexing.connect(window.status.show_index)
        window.dropped.connect(self.importing.take_in)
        window.closing.connect(self._ask_before_closing)
        self.jobs.started.connect(window.status.follow)
        window.status.left.connect(self._give_keyboard)
        self.jobs.failed.connect(session.fail)
        self.jobs.refused.connect(self._refuse)
        self.jobs.idle.connect(self._idle)
        self.importing.nothing_to_resume.connect(self._nothing_to_resume)
        self.secrecy.open_wanted.connect(self.archive_wanted)
        self.secrecy.change_wanted.connect(self.passphrase_wanted)
        self.importing.taken_in.connect(self.ruling.offer)
        self.watching.taken_in.connect(lambda report: self.ruling.offer(brought(report)))
        self.importing.open_wanted.connect(self.coverage.first_leaving(self.workspace.read))

    def _restore_panes(self) -> None:
        state = QByteArray.fromBase64(self._settings.now.panes.encode("ascii", "ignore"))
        self.workspace.restoreState(state)

    # --- what is shown --------------------------------------------------------------------------

    def _answered(self, answer: Answer) -> None:
        bare = answer.query == Query(sort=answer.query.sort, collapse=answer.query.collapse)
        empty = bare and not answer.held and self.session.archive.index_state is None
        page: QWidget = self.window.welcome if empty else self.workspace
        if self.coverage.shown and not empty:
            page = self.coverage.page
        if page is not self.window.pages.currentWidget():
            self.window.show_page(page)
            if page is self.workspace:
                self.workspace.results.take_focus()
        if self._new_here and self.workspace.results.model.rowCount():
            self._new_here = False
            self._give_keyboard()
        self._show_counts()

    def _give_keyboard(self) -> None:
        """Let keys go to the results, as where they took a page's place; opens none of them.

        Qt gave them to whatever came next, such as the button that cancels the import.
        """
        search = self.workspace.search
        here = self.window.pages.currentWidget() is self.workspace
        if here and not search.isAncestorOf(self.window.focusWidget()):
            self.workspace.results.table.setFocus()

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
            self._new_here = True

    def _offer_to_resume(self) -> None:
        if self.importing.interrupted():
            text = self.tr("The last import was interrupted")
            kept = self.tr("What it had taken in is here.")
            message = self.window.messages.say(Tone.WARNING, text, kept)
            message.offer("resume-import", self.tr("Go on with it"), self.importing.resume)

    def _show_failure(self, error: ArchiveError) -> None:
        message = self.window.messages.fail(error)
        number = error.fields.get("id")
        if isinstance(error, DispatchDamaged) and isinstance(number, int):
            text = self.tr("Repair it from a backup")
            message.offer("repair", text, partial(self.care.repair, AccessionNumber(number)))

    def _refuse(self, running: str) -> None:
        text = self.tr("{what} is still running").format(what=running)
        self.window.messages.say(Tone.WARNING, text, self.tr("Wait for it or cancel it first."))

    # --- what the menus do ----------------------------------------------------------------------

    def _import_files(self) -> None:
        self._take_in(files.ask_files(self.window, self._settings))

    def _import_folder(self) -> None:
        folder = files.ask_folder(self.window, self._settings)
        self._take_in([folder] if folder else [])

    def _preview_files(self) -> None:
        paths = files.ask_files(self.window, self._settings)
        if paths:
            self.importing.preview(paths)

    def _preview_folder(self) -> None:
        folder = files.ask_folder(self.window, self._settings, self.tr("Preview a folder"))
        if folder:
            self.importing.preview([folder])

    def _nothing_to_resume(self) -> None:
        text = self.tr("No import is unfinished")
        self.window.messages.say(Tone.INFO, text, passing=True)

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

    def _show_trash(self) -> None:
        dispatches = self.session.archive.dispatches
        held = tuple(dispatches.each(dispatches.ids(trashed=True)))
        dialog = TrashDialog(held, self.window)
        dialog.restored.connect(partial(self._restore, dialog))
        dialog.open()

    def _restore(self, dialog: TrashDialog, chosen: tuple[AccessionNumber, ...]) -> None:
        text = self.tr("Restore %n dispatch(es)", "", len(chosen))
        dispatches = self.session.archive.dispatches
        self.session.perform(text, lambda: dispatches.restore(chosen))
        dialog.show_dispatches(tuple(dispatches.each(dispatches.ids(trashed=True))))

    def _show_shortcuts(self) -> None:
        self.workspace.tagging.name_digits()
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
