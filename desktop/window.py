"""The window: one page at a time – opening, a problem, the welcome, or the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop import icons
from desktop.actions import Actions
from desktop.menus import Menus
from desktop.panels.frame.message_bar import MessageBar
from desktop.panels.frame.status import StatusBar
from desktop.panels.frame.unlock import UnlockPage
from desktop.panels.parts.empty_state import EmptyState

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from desktop.settings import Settings

SMALLEST = (900, 560)
FIRST = (1280, 800)
TITLE_BAR = 12
"""Pixels of a title at least; without one nobody manages windows here, and any size will do."""


class Window(QMainWindow):
    """The frame around the pages: menus, messages, status, drag and drop, closing."""

    painted = Signal()
    """The window is on the screen for the first time."""
    dropped = Signal(object)
    """Paths of files and folders dropped on the window."""
    closing = Signal(object)
    """QCloseEvent; whoever must not be interrupted ignores it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Dispatch Reader")
        self.setWindowIcon(icons.application_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self._settings, self._painted, self._takes_drops = settings, False, False
        self.offered = Actions(self)
        self.menus = Menus(self, self.offered, settings)
        self.messages = MessageBar(self)
        self.pages = QStackedWidget(self)
        self.opening = EmptyState("opening", "archive", self)
        self.problem = EmptyState("problem", "lock", self)
        self.unlock = UnlockPage(self)
        self.welcome = EmptyState("welcome", "app", self)
        self.status = StatusBar(self)
        self._lay_out()
        self._restore()

    def _lay_out(self) -> None:
        self.opening.say(self.tr("Opening the archive…"))
        for page in (self.opening, self.problem, self.unlock, self.welcome):
            self.pages.addWidget(page)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)

    def _restore(self) -> None:
        self.resize(*FIRST)
        self.restoreGeometry(_decoded(self._settings.now.geometry))

    def remember(self, panes: str) -> None:
        """Keep the window's place and its panes for the next start."""
        self._settings.change(geometry=encoded(self.saveGeometry()), panes=panes)

    def show_page(self, page: QWidget) -> None:
        """Show a page, adding it where it is new."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def take_drops(self, *, wanted: bool) -> None:
        """Say whether files may be dropped now."""
        self._takes_drops = wanted

    # --- events ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()
            QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Keep the status bar on a screen that has no room for the window and its frame."""
        framed, room = self.frameGeometry(), self.screen().availableGeometry()
        managed = self.geometry().top() - framed.top() >= TITLE_BAR
        if not managed or room.contains(framed) or self.isMaximized():
            return
        frame = framed.size() - self.size()
        self.resize(self.size().boundedTo(room.size() - frame))
        framed.setSize(self.size() + frame)
        self.move(
            max(room.left(), min(framed.left(), room.right() + 1 - framed.width())),
            max(room.top(), min(framed.top(), room.bottom() + 1 - framed.height())),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            icons.redress(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closing.emit(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes_drops and local_paths(event.mimeData()):
            event.acceptProposedAction()
            self.status.showMessage(self.tr("Drop to import"))

    def dragLeaveEvent(self, _event: QEvent) -> None:
        self.status.clearMessage()

    def dropEvent(self, event: QDropEvent) -> None:
        self.status.clearMessage()
        paths = local_paths(event.mimeData())
        if self._takes_drops and paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)


def local_paths(dropped: QMimeData) -> list[Path]:
    """Return the files and folders of this computer among what was dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def encoded(state: QByteArray) -> str:
    """Return a state of Qt's as text."""
    return bytes(state.toBase64().data()).decode("ascii")


def _decoded(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))
