"""The three panes: what to look for, what was found, what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from desktop.commands.tagging import Tagging
from desktop.panels.annotations import AnnotationsPanel
from desktop.panels.codebook import CodebookPanel
from desktop.panels.reader import Reader

if TYPE_CHECKING:
    from desktop.session import Session


class Workspace(QSplitter):
    """Hosts the panels of one session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("workspace")
        self.session = session
        self.sides = QTabWidget(self)
        self.sides.setObjectName("sides")
        self.sides.setDocumentMode(True)
        self.codebook = CodebookPanel(session, self.sides)
        self.annotations = AnnotationsPanel(session, self.sides)
        self.sides.addTab(self.codebook, self.tr("Codebook"))
        self.sides.addTab(self.annotations, self.tr("Annotations"))
        self.reader = Reader(session, self)
        self.tagging = Tagging(session, self)
        self.addWidget(self.reader)
