"""Where a dispatch came from: to be read, and copied, with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.button_names import name_buttons
from desktop.panels.parts.plain_label import plain_label
from desktop.provenance_text import as_text
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.provenance_text import Fact, Section

SIZE = (860, 640)
SHARES = (0, 5, 3)
"""Stretch of the columns: what a line is about, what is so, and how that is known."""


class ProvenanceDialog(QDialog):
    """Stays open beside the window, so that dispatches can be compared."""

    def __init__(
        self, title: str, headline: str, sections: Sequence[Section], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("provenance-dialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sections = sections
        self._headline = plain_label("provenance-headline", headline, selectable=True)
        self._headline.setFont(scaled(self.font(), 1.15, bold=True))
        self._grid = QGridLayout()
        for section in sections:
            self._write(section)
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.copy = self._box.addButton(self.tr("Cop&y everything"), action)
        self.copy.setObjectName("provenance-copy")
        self.copy.clicked.connect(self._copy)
        self._lay_out()
        self.resize(*SIZE)

    @property
    def texts(self) -> list[str]:
        """Every text shown."""
        return [label.text() for label in self.findChildren(QLabel)]

    # --- built once -----------------------------------------------------------------------------

    def _write(self, section: Section) -> None:
        row = self._grid.rowCount()
        heading = plain_label("", section.heading)
        heading.setFont(scaled(self.font(), 1.0, bold=True))
        heading.setContentsMargins(0, 2 * GAP if row > 1 else 0, 0, 0)
        self._grid.addWidget(heading, row, 0, 1, len(SHARES))
        for fact in section.facts:
            self._write_fact(fact)

    def _write_fact(self, fact: Fact) -> None:
        row, top = self._grid.rowCount(), Qt.AlignmentFlag.AlignTop
        value = _readable(fact)
        if not fact.name:
            self._grid.addWidget(value, row, 0, 1, len(SHARES), top)
            return
        name, note = plain_label("", fact.name), plain_label("", fact.note)
        name.setWordWrap(False)
        for muted in (name, note):
            muted.setProperty("tone", "muted")
        for column, label in enumerate((name, value, note)):
            self._grid.addWidget(label, row, column, top)

    def _lay_out(self) -> None:
        name_buttons(self._box, "provenance")
        self._box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(self._headline)
        column.addWidget(self._area(), 1)
        column.addWidget(self._box)

    def _area(self) -> QScrollArea:
        self._grid.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._grid.setHorizontalSpacing(3 * GAP)
        self._grid.setVerticalSpacing(GAP // 2)
        for column, share in enumerate(SHARES):
            self._grid.setColumnStretch(column, share)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        page = QWidget()
        page.setLayout(self._grid)
        page.setProperty("surface", "base")
        area = QScrollArea()
        area.setObjectName("provenance-area")
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        return area

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._sections))


def _readable(fact: Fact) -> QLabel:
    """Return what is so, to be reached with Tab and selected with the arrow keys."""
    label = plain_label("", fact.text)
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setAccessibleName(": ".join(part for part in (fact.name, fact.text, fact.note) if part))
    return label
