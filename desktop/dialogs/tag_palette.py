"""The palette that comes up on T: type a part of a concept, press Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.delegates.concept_choice import ConceptChoiceDelegate
from desktop.models.concept_choices import ConceptChoices
from desktop.panels.parts.list_keys import ListKeys
from desktop.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QModelIndex

    from index import ConceptId, ConceptUse

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagPalette(QDialog):
    """Enter takes the concept at hand and closes; Ctrl+Enter takes it and stays.

    The dialog changes nothing itself: it tells what was chosen and shows what it is given.
    """

    chosen = Signal(object)
    """Choice: a concept, or a path to create."""

    def __init__(
        self, title: str, *, creating: bool = True, many: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tag-palette")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._many = many
        self.choices = ConceptChoices(creating=creating, parent=self)
        self.field = self._field(creating)
        self.list = self._list()
        ListKeys(self.field, self.list)
        self._lay_out(title)
        self.resize(440, 380)

    def _field(self, creating: bool) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("tag-palette-field")
        field.setAccessibleName(self.tr("Concept"))
        field.setPlaceholderText(
            self.tr("Find a concept, or type a new one: “Law / Encryption”")
            if creating
            else self.tr("Find a concept")
        )
        field.textEdited.connect(self._narrow)
        field.installEventFilter(self)
        return field

    def _list(self) -> QListView:
        view = QListView()
        view.setObjectName("tag-palette-list")
        view.setAccessibleName(self.tr("Concepts that match"))
        view.setModel(self.choices)
        view.setItemDelegate(ConceptChoiceDelegate(self.choices, ticked=True, parent=view))
        view.setUniformItemSizes(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._click)
        view.installEventFilter(self)
        return view

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        heading = QLabel(title)
        heading.setObjectName("tag-palette-title")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        heading.setFont(scaled(self.font(), 1.05, bold=True))
        hint = QLabel(self._hint())
        hint.setObjectName("tag-palette-hint")
        hint.setProperty("tone", "muted")
        for part in (heading, self.field, self.list, hint):
            column.addWidget(part)

    def _hint(self) -> str:
        if self._many:
            return self.tr("Enter: take it  ·  Ctrl+Enter: take it and go on  ·  Esc: close")
        return self.tr("Enter: take it  ·  Esc: close")

    def show_concepts(
        self, concepts: Iterable[ConceptUse], ticks: Mapping[ConceptId, Qt.CheckState] | None = None
    ) -> None:
        """Offer these concepts; the one at hand stays so where it can."""
        row = self.list.currentIndex().row()
        self.choices.set_concepts(concepts, ticks)
        self._go_to(max(row, 0))

    def _narrow(self, typed: str) -> None:
        self.choices.narrow(typed)
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        row = min(row, self.choices.rowCount() - 1)
        self.list.setCurrentIndex(self.choices.index(row))

    def _click(self, index: QModelIndex) -> None:
        self._take(index.row(), close=not self._many)

    def _take(self, row: int, *, close: bool) -> None:
        choice = self.choices.choice(row)
        if choice is None:
            return
        if close:
            self.accept()
        self.chosen.emit(choice)
        if not close:
            self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _ENTERS:
            stay = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._take(self.list.currentIndex().row(), close=not (self._many and stay))
            return True
        return super().eventFilter(watched, event)
