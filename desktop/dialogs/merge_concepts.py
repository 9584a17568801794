"""Merging a concept into another one, with what that affects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from desktop.delegates.concept_choice import ConceptChoiceDelegate
from desktop.models.concept_choices import ConceptChoices
from desktop.panels.parts.list_keys import ListKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Concept, ConceptUse


class MergeDialog(QDialog):
    """Chooses the concept that stays; the one merged becomes an alias of it."""

    merged = Signal(object)
    """Concept that stays."""

    def __init__(
        self,
        source: ConceptUse,
        narrower: int,
        targets: Sequence[ConceptUse],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("merge-dialog")
        self.setWindowTitle(self.tr("Merge concepts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source, self._narrower = source, narrower
        self._choices = ConceptChoices(creating=False, parent=self)
        self._choices.set_concepts(targets)
        self.field = self._field()
        self.list = self._list()
        ListKeys(self.field, self.list)
        self.preview = QLabel()
        self.preview.setObjectName("merge-preview")
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show_preview)
        self._go_to(0)
        self.resize(460, 420)

    def _field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("merge-field")
        field.setAccessibleName(self.tr("Merge into"))
        field.setPlaceholderText(self.tr("Find the concept that stays"))
        field.textEdited.connect(self._narrow)
        return field

    def _list(self) -> QListView:
        view = QListView()
        view.setObjectName("merge-list")
        view.setAccessibleName(self.tr("Concepts that may stay"))
        view.setModel(self._choices)
        view.setItemDelegate(ConceptChoiceDelegate(self._choices, ticked=False, parent=view))
        view.setUniformItemSizes(True)
        return view

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Merge “{concept}” into:").format(concept=self._source.full_path))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._merge = box.addButton(self.tr("&Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._merge.setObjectName("merge-button")
        self._merge.setProperty("primary", "true")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for part in (heading, self.field, self.list, self.preview, box):
            column.addWidget(part)
        box.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self._merge.setDefault(True)  # only now does the button know its dialog

    @property
    def target(self) -> Concept | None:
        """The concept at hand."""
        choice = self._choices.choice(self.list.currentIndex().row())
        return choice.use.concept if choice and choice.use else None

    def accept(self) -> None:
        """Close, then tell which concept stays."""
        target = self.target
        if target:
            super().accept()
            self.merged.emit(target)

    def _narrow(self, typed: str) -> None:
        self._choices.narrow(typed)
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        self.list.setCurrentIndex(self._choices.index(row))
        self._show_preview(self.list.currentIndex())

    def _show_preview(self, _index: QModelIndex) -> None:
        target = self.target
        self._merge.setEnabled(target is not None)
        self.preview.setText(self._effect(target.label) if target else "")

    def _effect(self, target: str) -> str:
        dispatches = self.tr("%n dispatches", "", self._source.dispatches)
        annotations = self.tr("%n annotations", "", self._source.annotations)
        effect = self.tr("This affects {dispatches} and {annotations}.").format(
            dispatches=dispatches, annotations=annotations
        )
        label = self._source.concept.label
        alias = self.tr("“{source}” becomes an alias of “{target}”.").format(
            source=label, target=target
        )
        moved = self.tr("%n narrower concepts move along.", "", self._narrower)
        return " ".join((effect, alias, moved) if self._narrower else (effect, alias))
