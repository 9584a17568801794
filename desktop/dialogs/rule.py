"""A new rule: what the present search finds is to bear a concept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.panels.parts.concept_picker import ConceptPicker
from desktop.theme import GAP
from index import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index import Concept, ConceptUse


class RuleForm(NamedTuple):
    """What a user states about a rule."""

    name: str
    concept: Concept


class RuleDialog(QDialog):
    """OK waits for a name that no other rule has, and for a concept."""

    stated = Signal(object)
    """RuleForm."""

    def __init__(
        self,
        finds: str,
        concepts: Sequence[ConceptUse],
        names: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rule-dialog")
        self.setWindowTitle(self.tr("New rule"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._taken = frozenset(map(fold, names))
        self.name = QLineEdit(finds[:60])
        self.name.setObjectName("rule-name")
        self.name.setAccessibleName(self.tr("Name"))
        self.picker = ConceptPicker("rule-concept", concepts)
        self.warning = QLabel(self.tr("There is a rule of this name already."))
        self.warning.setObjectName("rule-warning")
        self.warning.setProperty("tone", "error")
        self._lay_out(finds)
        self.name.textChanged.connect(self._check)
        self.picker.changed.connect(self._check)
        self._check()
        self.name.selectAll()
        self.resize(500, 440)

    def _lay_out(self, finds: str) -> None:
        asked = QLabel(finds)
        asked.setObjectName("rule-finds")
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(GAP)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("Finds"), asked)
        form.addRow(self.tr("&Tags with"), self.picker)
        about = QLabel(
            self.tr(
                "A rule never runs by itself. You see what it would tag first, and each run can "
                "be undone."
            )
        )
        about.setWordWrap(True)
        about.setProperty("tone", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(form, 1)
        column.addWidget(self.warning)
        column.addWidget(about)
        column.addWidget(self._button_box())

    def _button_box(self) -> QDialogButtonBox:
        box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = box.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setProperty("primary", "true")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    @property
    def _typed(self) -> str:
        return " ".join(self.name.text().split())

    def accept(self) -> None:
        """Close, then tell what was stated."""
        concept = self.picker.concept
        if concept is not None:
            form = RuleForm(self._typed, concept)
            super().accept()
            self.stated.emit(form)

    def _check(self) -> None:
        taken = fold(self._typed) in self._taken
        self.warning.setVisible(taken)
        self._ok.setEnabled(bool(self._typed) and not taken and self.picker.concept is not None)
