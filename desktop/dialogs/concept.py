"""A concept's label, place, colour, digit, aliases and scope note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.concepts import ConceptForm
from desktop.effect_text import effect_text
from desktop.models.concept_match import path_parts
from desktop.panels.parts.label_rows import LabelRows
from desktop.panels.parts.swatch_row import SwatchRow
from index import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index import ConceptUse, Effect

DIGITS = range(1, 10)
_SPOKEN = re.compile(r"(.+?)\s*@\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")
"""An alias with its language behind it."""


class ConceptDialog(QDialog):
    """OK waits for a label that no sibling bears."""

    stated = Signal(object)
    """ConceptForm."""

    def __init__(
        self,
        form: ConceptForm,
        concepts: Sequence[ConceptUse],
        *,
        below: Sequence[str] = (),
        effect: Effect | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("concept-dialog")
        self.setWindowTitle(self.tr("Concept") if form.label else self.tr("New concept"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before, self._above, self._effect = form.label, tuple(below), effect
        self._taken = _labels_below(concepts, tuple(below))
        self.label = _line("concept-label", self.tr("Label"), form.label)
        self.aliases = _line("concept-aliases", self.tr("Aliases"), written_aliases(form))
        self.aliases.setPlaceholderText(self.tr("Other words for it: act, statute, loi @fr"))
        self.labels = LabelRows(form.labels)
        self.note = self._scope_note(form.scope_note)
        self.colours = SwatchRow()
        self.colours.choose(form.colour)
        self.digit = self._digits(concepts, form)
        self.warning = QLabel()
        self.warning.setObjectName("concept-warning")
        self.warning.setProperty("tone", "error")
        self._lay_out()
        self.label.textChanged.connect(self._check)
        self._check(form.label)
        self.label.selectAll()
        self.resize(520, 520)

    def _scope_note(self, text: str) -> QPlainTextEdit:
        note = QPlainTextEdit(text)
        note.setObjectName("concept-note")
        note.setAccessibleName(self.tr("Scope note"))
        note.setPlaceholderText(self.tr("When to use it, and when not"))
        note.setProperty("field", "true")
        note.setTabChangesFocus(True)
        return note

    def _digits(self, concepts: Iterable[ConceptUse], form: ConceptForm) -> QComboBox:
        used = {use.concept.digit: use.concept.label for use in concepts if use.concept.digit}
        box = QComboBox()
        box.setObjectName("concept-digit")
        box.setAccessibleName(self.tr("Shortcut digit"))
        box.addItem(self.tr("None"), None)
        for digit in DIGITS:
            holder = used.get(digit) if digit != form.digit else None
            text = self.tr("{digit} (now “{holder}”)") if holder else "{digit}"
            box.addItem(text.format(digit=digit, holder=holder), digit)
        box.setCurrentIndex(form.digit or 0)
        return box

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Label"), self.label)
        if self._above:
            place = QLabel(" / ".join(self._above))
            place.setObjectName("concept-place")
            form.addRow(self.tr("Below"), place)
        form.addRow(self.tr("&Aliases"), self.aliases)
        form.addRow(self.tr("Other languages"), self.labels)
        form.addRow(self.tr("&Colour"), self.colours)
        form.addRow(self.tr("&Digit"), self.digit)
        form.addRow(self.tr("&Scope note"), self.note)
        column.addLayout(form)
        if self._effect:
            used = QLabel(effect_text(self._effect))
            used.setObjectName("concept-effect")
            used.setWordWrap(True)
            used.setProperty("tone", "muted")
            column.addWidget(used)
        column.addWidget(self.warning)
        column.addWidget(self._button_box())

    def _button_box(self) -> QDialogButtonBox:
        self._box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = self._box.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setProperty("primary", "true")
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._ok.click)
        return self._box

    @property
    def form(self) -> ConceptForm:
        """What is stated as it stands in the dialog."""
        spoken = read_aliases(self.aliases.text())
        return ConceptForm(
            " ".join(self.label.text().split()),
            self.colours.colour,
            self.note.toPlainText().strip(),
            self.digit.currentData(),
            tuple(spoken),
            self.labels.labels,
            {alias: language for alias, language in spoken.items() if language},
        )

    def accept(self) -> None:
        """Close, then tell what was stated."""
        form = self.form
        super().accept()
        self.stated.emit(form)

    def _check(self, _typed: str) -> None:
        label = self.form.label
        taken = fold(label) in self._taken and fold(label) != fold(self._before)
        self.warning.setText(self.tr("There is a concept of this name here already."))
        self.warning.setVisible(taken)
        self._ok.setEnabled(bool(path_parts(label)) and not taken)


def written_aliases(form: ConceptForm) -> str:
    """Return aliases on one line, each with its language behind it where it has one."""
    return ", ".join(f"{name} @{language}" if language else name for name, language in form.names)


def read_aliases(typed: str) -> dict[str, str]:
    """Return the aliases typed, in order, with their languages."""
    found: dict[str, str] = {}
    for part in (" ".join(part.split()) for part in typed.split(",")):
        spoken = _SPOKEN.fullmatch(part)
        alias, language = (spoken[1], spoken[2].lower()) if spoken else (part, "")
        if alias:
            found.setdefault(alias, language)
    return found


def _labels_below(concepts: Iterable[ConceptUse], above: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(use.concept.label) for use in concepts if use.path[:-1] == above)


def _line(name: str, spoken: str, text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setObjectName(name)
    line.setAccessibleName(spoken)
    return line
