"""A window with the reader, the codebook and the annotations, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QSplitter

from desktop.commands.tagging import Tagging
from desktop.panels.annotations.annotations import AnnotationsPanel
from desktop.panels.codebook.codebook import CodebookPanel
from desktop.panels.reader.reader import Reader
from tests.pages.keyboard import PATIENCE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session


class CodingWindow(QMainWindow):
    """Wired as the real window wires it, with undo and redo on their keys."""

    def __init__(self, session: Session, bot: QtBot) -> None:
        super().__init__()
        bot.addWidget(self)
        self.reader = Reader(session)
        self.codebook = CodebookPanel(session)
        self.annotations = AnnotationsPanel(session)
        self.tagging = Tagging(session, self)
        self.reader.attach(self.tagging)
        self.annotations.chosen.connect(self.reader.reveal)
        self.addActions(self.tagging.actions)
        for action, key in (
            (session.undo.createUndoAction(self), "Ctrl+Z"),
            (session.undo.createRedoAction(self), "Ctrl+Shift+Z"),
        ):
            action.setShortcut(key)
            self.addAction(action)
        panes = QSplitter()
        for pane in (self.codebook, self.reader, self.annotations):
            panes.addWidget(pane)
        panes.setSizes([260, 640, 300])
        self.setCentralWidget(panes)
        self.resize(1200, 760)
        self.show()
        bot.waitExposed(self)
        self.activateWindow()
        bot.waitUntil(self.isActiveWindow, timeout=PATIENCE)
