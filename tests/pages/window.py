"""The real window as a user meets it; journeys speak to it in these words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from desktop.app import Program
from desktop.dialogs.import_report import ImportReportDialog
from desktop.models.facets import Role as FacetRole
from desktop.models.results import Role
from desktop.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.desk import Desk
    from desktop.window import Window
    from index import AccessionNumber, Facet

LONG = 30_000
"""Milliseconds after which a test gives up; nothing takes that long when all is well."""


class WindowPage:
    """Starts the program on an archive and drives its window."""

    def __init__(self, bot: QtBot, folder: Path, settings: Path) -> None:
        self.bot, self.folder, self._ended = bot, folder, False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.program = Program(app, Settings(settings), folder)

    @property
    def window(self) -> Window:
        return self.program.window

    @property
    def desk(self) -> Desk:
        assert self.program.desk is not None
        return self.program.desk

    # --- starting and ending --------------------------------------------------------------------

    def start(self) -> WindowPage:
        """Show the window and wait until the archive is open, or the reason why it is not."""
        self.program.start()
        self.bot.waitExposed(self.window)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.until(lambda: self.window.pages.currentWidget() is not self.window.opening)
        if self.program.desk is not None:
            self.until(lambda: self.desk.session.answer is not None)
        return self

    def close(self) -> None:
        """Close the window as the user does, and let go of everything."""
        self.window.close()
        self.end()

    def end(self) -> None:
        """Let go of everything; a second call does nothing."""
        if self._ended:
            return
        self._ended = True
        self.program.close()
        self.window.hide()
        self.window.deleteLater()
        self.program.deleteLater()

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for a condition."""
        self.bot.waitUntil(condition, timeout=LONG)

    # --- searching ------------------------------------------------------------------------------

    def type_query(self, text: str) -> None:
        """Type into the empty search field and wait for the answer."""
        field = self.desk.workspace.search.text
        field.setFocus()
        field.selectAll()
        if text:
            self.bot.keyClicks(field, text)
        else:
            self.bot.keyClick(field, Qt.Key.Key_Delete)
        self.answered(text)

    def answered(self, text: str) -> None:
        """Wait until the results are those of a text."""
        session = self.desk.session
        self.until(lambda: session.answer is not None and session.answer.query == session.query)
        self.until(lambda: session.answer is not None and session.answer.query.text == text)

    @property
    def total(self) -> int:
        """How many dispatches the search found."""
        answer = self.desk.session.answer
        return answer.summary.total if answer else 0

    @property
    def headlines(self) -> list[str]:
        """The headlines of the results, as far as they are read."""
        model = self.desk.workspace.results.model
        matches = [model.index(row, 0).data(Role.MATCH) for row in range(model.rowCount())]
        return [match.headline for match in matches if match is not None]

    @property
    def ids(self) -> list[AccessionNumber]:
        """The dispatches found, in order."""
        model = self.desk.workspace.results.model
        return [model.accession(row) for row in range(model.rowCount())]

    def open_row(self, row: int) -> None:
        """Click a result and wait until it is in the reader."""
        table = self.desk.workspace.results.table
        wanted = self.ids[row]
        index = table.model().index(row, 0)
        table.scrollTo(index)
        place = table.visualRect(index).center()
        self.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.until(lambda: self.current == wanted)

    @property
    def current(self) -> AccessionNumber | None:
        """The dispatch in the reader."""
        shown = self.desk.session.current
        return shown.id if shown else None

    # --- filters --------------------------------------------------------------------------------

    def facet_values(self, facet: Facet) -> dict[str, int]:
        """The values listed for a facet, with their counts."""
        model = self.desk.workspace.facets.model
        heads = [model.index(row, 0) for row in range(model.rowCount())]
        head = next(each for each in heads if each.data(FacetRole.FACET) == facet)
        lines = [model.index(row, 0, head) for row in range(model.rowCount(head))]
        return {str(line.data()): line.data(FacetRole.COUNT) for line in lines}

    def facet_is_shown(self, facet: Facet) -> bool:
        """Whether the facet's heading is on the screen at all."""
        tree = self.desk.workspace.facets.tree
        model = self.desk.workspace.facets.model
        heads = [model.index(row, 0).data(FacetRole.FACET) for row in range(model.rowCount())]
        return not tree.isRowHidden(heads.index(facet), QModelIndex())

    def press_on_facet(self, facet: Facet, value: str, key: Qt.Key) -> None:
        """Go to a facet value by keyboard and press a key."""
        tree = self.desk.workspace.facets.tree
        index = self.desk.workspace.facets.model.find(facet, value)
        assert index is not None
        tree.setFocus()
        tree.setCurrentIndex(index)
        with self.bot.waitSignal(self.desk.session.answered, timeout=LONG):
            self.bot.keyClick(tree, key)

    # --- importing ------------------------------------------------------------------------------

    def drop(self, paths: Sequence[Path]) -> bool:
        """Drop files on the window; tell whether it took them."""
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(50, 50), copy, dragged, left, none)
        enter.ignore()
        QApplication.sendEvent(self.window, enter)
        if enter.isAccepted():
            drop = QDropEvent(QPointF(50, 50), copy, dragged, left, none)
            QApplication.sendEvent(self.window, drop)
        return enter.isAccepted()

    def import_paths(self, paths: Sequence[Path]) -> ImportReportDialog:
        """Drop files, wait for the end of the import, return its report."""
        with self.bot.waitSignal(self.desk.importing.reported, timeout=LONG) as reported:
            assert self.drop(paths)
        self.settle()
        dialog = reported.args[0]
        assert isinstance(dialog, ImportReportDialog)
        return dialog

    def import_samples(self) -> None:
        """Press the welcome page's button and wait until the samples can be searched."""
        self.press(self.window.welcome, "welcome-samples")
        self.until(lambda: self.desk.jobs.running is None)
        self.settle()
        self.until(lambda: self.total > 0)

    def settle(self) -> None:
        """Wait until no job runs, the index is in step, and the results show it."""
        self.until(lambda: self.desk.jobs.running is None)
        assert self.desk.session.archive.settle(timeout=LONG / 1000)
        with self.bot.waitSignal(self.desk.session.answered, timeout=LONG):
            self.desk.session.refresh()

    # --- what is shown --------------------------------------------------------------------------

    def press(self, inside: QWidget, name: str) -> None:
        """Click a button by its name."""

        def shown() -> list[QPushButton]:
            return [b for b in inside.findChildren(QPushButton, name) if b.isVisible()]

        self.until(lambda: bool(shown()))
        self.bot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)

    def trigger(self, name: str) -> None:
        """Choose a menu entry."""
        action = self.window.offered[name]
        assert action.isEnabled(), f"{name} is disabled"
        action.trigger()

    def dialog(self, name: str) -> QWidget:
        """Wait for a dialog and return it."""

        def shown() -> list[QWidget]:
            tops = QApplication.topLevelWidgets()
            return [top for top in tops if top.objectName() == name and top.isVisible()]

        self.until(lambda: bool(shown()))
        return shown()[0]

    def answer_question(self, name: str, button: str) -> None:
        """Wait for a question and press one of its buttons."""
        question = self.dialog(name)
        assert isinstance(question, QMessageBox)
        found = question.findChild(QPushButton, button)
        assert found is not None
        found.click()

    @property
    def page_texts(self) -> list[str]:
        """The labels of the page shown."""
        page = self.window.pages.currentWidget()
        assert page is not None
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    @property
    def messages(self) -> list[str]:
        """The messages at the top of the window."""
        return self.window.messages.texts
