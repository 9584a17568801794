"""A plain table of text in a dialog that one closes with Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
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
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from collections.abc import Iterable

Section = tuple[str, "Iterable[tuple[str, str]]"]


class TableDialog(QDialog):
    """Sections of lines, each with a name and a text."""

    def __init__(
        self, name: str, title: str, sections: Iterable[Section], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * GAP)
        self._grid.setVerticalSpacing(GAP // 2)
        self._grid.setColumnStretch(1, 1)
        for heading, lines in sections:
            self._section(heading, lines)
        self._lay_out()

    @property
    def texts(self) -> list[str]:
        """Every text shown."""
        return [label.text() for label in self.findChildren(QLabel)]

    def _section(self, heading: str, lines: Iterable[tuple[str, str]]) -> None:
        title = _label(heading)
        title.setFont(scaled(self.font(), 1.1, bold=True))
        title.setContentsMargins(0, GAP if self._grid.rowCount() > 1 else 0, 0, 0)
        self._grid.addWidget(title, self._grid.rowCount(), 0, 1, 2)
        for name, text in lines:
            row = self._grid.rowCount()
            quiet = _label(name)
            quiet.setProperty("tone", "muted")
            self._grid.addWidget(quiet, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_label(text), row, 1)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setLayout(self._grid)
        page.setProperty("surface", "base")
        self._grid.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        area = QScrollArea()
        area.setObjectName(f"{self.objectName()}-area")
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        name_buttons(buttons, self.objectName())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        wanted = page.sizeHint()
        self.resize(wanted.width() + 5 * GAP, min(wanted.height() + 10 * GAP, 680))


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(False)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
