"""A concept's labels in other languages: one row a language, and a button for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.short_text import OWN_NAMES
from desktop.theme import GAP

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST = ("fr", "en", "tr")
"""Languages that a new row proposes, the next one that has no row yet."""


class LabelRows(QWidget):
    """A row without a text counts as none."""

    def __init__(self, labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("concept-labels")
        self.rows: list[tuple[QComboBox, QLineEdit]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP // 2)
        self.more = QPushButton(self.tr("Add a lan&guage"))
        self.more.setObjectName("concept-label-more")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.add)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for language, label in labels.items():
            self._add(language, label)

    @property
    def labels(self) -> dict[str, str]:
        """The labels stated, by language; the first row of a language counts."""
        found: dict[str, str] = {}
        for language, label in self.rows:
            text = " ".join(label.text().split())
            if text:
                found.setdefault(str(language.currentData()), text)
        return found

    def add(self) -> None:
        """Add an empty row and give it the keyboard."""
        taken = {language.currentData() for language, _ in self.rows}
        free = [code for code in (*FIRST, *OWN_NAMES) if code not in taken]
        if free:
            label = self._add(free[0], "")
            label.show()  # at once, or it could not take the keyboard yet
            label.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, language: str, text: str) -> QLineEdit:
        number = len(self.rows)
        box = QComboBox()
        box.setObjectName(f"concept-label-language-{number}")
        box.setAccessibleName(self.tr("Language"))
        for code, name in OWN_NAMES.items():
            box.addItem(name, code)
        if box.findData(language) < 0:
            box.addItem(language, language)
        box.setCurrentIndex(box.findData(language))
        label = QLineEdit(text)
        label.setObjectName(f"concept-label-text-{number}")
        label.setAccessibleName(self.tr("Label in this language"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(box)
        row.addWidget(label, 1)
        self._column.insertLayout(number, row)
        self.rows.append((box, label))
        return label
