"""A field and a list in which one concept is chosen by typing a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.delegates.concept_choice import ConceptChoiceDelegate
from desktop.models.concept_choices import ConceptChoices
from desktop.panels.parts.list_keys import ListKeys
from desktop.theme import GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Concept, ConceptUse


class ConceptPicker(QWidget):
    """Up and Down in the field go through the list."""

    changed = Signal()
    """Another concept is chosen, or none."""

    def __init__(
        self, name: str, concepts: Sequence[ConceptUse], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._choices = ConceptChoices(creating=False, parent=self)
        self._choices.set_concepts(concepts)
        self.field = QLineEdit()
        self.field.setObjectName(f"{name}-field")
        self.field.setAccessibleName(self.tr("Concept"))
        self.field.setPlaceholderText(self.tr("Find a concept"))
        self.field.textEdited.connect(self._narrow)
        self.list = QListView()
        self.list.setObjectName(f"{name}-list")
        self.list.setAccessibleName(self.tr("Concepts"))
        self.list.setModel(self._choices)
        ListKeys(self.field, self.list)
        delegate = ConceptChoiceDelegate(self._choices, ticked=False, parent=self.list)
        self.list.setItemDelegate(delegate)
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.field)
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self.changed.emit())
        self._go_to(0)

    @property
    def concept(self) -> Concept | None:
        """The concept at hand."""
        choice = self._choices.choice(self.list.currentIndex().row())
        return choice.use.concept if choice and choice.use else None

    def _narrow(self, typed: str) -> None:
        self._choices.narrow(typed)
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        self.list.setCurrentIndex(self._choices.index(row))
        self.changed.emit()
