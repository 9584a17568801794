"""The tags of the open dispatch, under its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.panels.parts.chips import SLIM, Chips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index import ConceptUse


class DispatchTags(QWidget):
    """Chips, and a button that asks for more."""

    pressed = Signal(object)
    removed = Signal(object)
    """Concept."""
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dispatch-tags")
        self.setAccessibleName(self.tr("Tags of the dispatch"))
        self.chips = Chips("dispatch-tag-chips")
        self.chips.pressed.connect(self.pressed)
        self.chips.removed.connect(self.removed)
        self.more = QToolButton()
        self.more.setObjectName("dispatch-tag-more")
        self.more.setText(self.tr("+ Tag"))
        self.more.setToolTip(self.tr("Tag this dispatch (T)"))
        self.more.setAccessibleName(self.tr("Tag this dispatch"))
        self.more.setAutoRaise(True)
        self.more.setStyleSheet(SLIM)
        self.more.clicked.connect(self.wanted)
        self.chips.follow_with(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chips)

    @property
    def labels(self) -> list[str]:
        """The concepts on the dispatch."""
        return self.chips.labels

    def show_concepts(self, uses: Iterable[ConceptUse]) -> None:
        """Show the tags."""
        self.chips.show_concepts(uses)
