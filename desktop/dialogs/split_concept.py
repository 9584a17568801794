"""Splitting a concept: which of its uses go to a new one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.concept_uses import ConceptUsesModel
from desktop.theme import GAP
from index import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from index import AccessionNumber, AnnotationId, ConceptUse, ListedUse


class SplitForm(NamedTuple):
    """What a user states about a split."""

    label: str
    dispatches: tuple[AccessionNumber, ...]
    annotations: tuple[AnnotationId, ...]


class SplitDialog(QDialog):
    """Space ticks what goes to the new concept; a line says what goes and what stays."""

    stated = Signal(object)
    """SplitForm."""

    def __init__(
        self,
        source: ConceptUse,
        uses: Sequence[ListedUse],
        siblings: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("split-dialog")
        self.setWindowTitle(self.tr("Split “{concept}”").format(concept=source.concept.label))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source, self._uses = source, uses
        self._taken = frozenset(map(fold, siblings))
        self.model = ConceptUsesModel(uses, self)
        self.label = _line("split-label", self.tr("New concept"))
        self.field = _line("split-filter", self.tr("Filter"))
        self.field.setPlaceholderText(self.tr("Filter by words of headline or quote"))
        self.list = QListView()
        self.list.setObjectName("split-list")
        self.list.setAccessibleName(self.tr("What goes to the new concept"))
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.preview = QLabel()
        self.preview.setObjectName("split-preview")
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self._lay_out()
        self.label.textChanged.connect(self._check)
        self.field.textChanged.connect(self._narrow)
        self.model.ticked.connect(self._check)
        self._narrow("")
        self._check()
        self.resize(560, 500)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(GAP)
        form.addRow(self.tr("&New concept"), self.label)
        form.addRow(self.tr("&Filter"), self.field)
        all_of_it = self._button("split-all", self.tr("&Tick all shown"), lambda: self._tick(True))
        none = self._button("split-none", self.tr("T&ick none shown"), lambda: self._tick(False))
        row = QHBoxLayout()
        row.addWidget(all_of_it)
        row.addWidget(none)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.preview)
        column.addWidget(self._button_box())
        self.split_button.setDefault(True)  # only now does the button know its dialog

    def _button(self, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _button_box(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        box.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.split_button = box.addButton(self.tr("&Split"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.split_button.setObjectName("split-button")
        self.split_button.setProperty("primary", "true")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    @property
    def form(self) -> SplitForm:
        """What is stated as it stands in the dialog."""
        label = " ".join(self.label.text().split())
        return SplitForm(label, tuple(self.model.dispatches), tuple(self.model.annotations))

    def accept(self) -> None:
        """Close, then tell."""
        form = self.form
        super().accept()
        self.stated.emit(form)

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        self.list.setCurrentIndex(self.model.index(0))

    def _tick(self, ticked: bool) -> None:
        self.model.tick_shown(ticked=ticked)

    def _check(self) -> None:
        form = self.form
        taken = fold(form.label) in self._taken
        some = bool(form.dispatches or form.annotations)
        self.split_button.setEnabled(bool(form.label) and not taken and some)
        if taken:
            self.preview.setText(self.tr("There is a concept of this name here already."))
        else:
            self.preview.setText(self._effect(form))

    def _effect(self, form: SplitForm) -> str:
        tagged = sum(use.annotation is None for use in self._uses)
        coded = len(self._uses) - tagged
        going, noted = len(form.dispatches), len(form.annotations)
        moves = self.tr("{dispatches} and {annotations} go to “{new}”.").format(
            dispatches=self.tr("%n dispatches", "", going),
            annotations=self.tr("%n annotations", "", noted),
            new=form.label or "…",
        )
        stays = self.tr("{dispatches} and {annotations} stay with “{old}”.").format(
            dispatches=self.tr("%n dispatches", "", tagged - going),
            annotations=self.tr("%n annotations", "", coded - noted),
            old=self._source.concept.label,
        )
        return f"{moves} {stays}"


def _line(name: str, spoken: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(spoken)
    return line
