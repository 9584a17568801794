"""Fields to put right, each with where its value came from and a way back to the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop import icons
from desktop.errors import explain
from desktop.field_names import field_name
from desktop.theme import GAP
from index import FieldRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent

    from index import FieldValue

LINES = 2
"""Grid rows a field takes: the text, and what there is to say of it."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as it is, and as the source has it."""

    name: str
    text: str
    original: str
    origin: str = ""
    """The rule or element that the original was read from."""
    hint: str = ""
    """Shown while the field is empty."""
    typed: str | None = None
    """What was typed here before, if anything was."""


class FieldRow:
    """One line of the form: its label, text, note and button stand in the form's grid."""

    def __init__(self, name: str, edited: Callable[[], object]) -> None:
        self.name, self._edited = name, edited
        self.field = FormField(name, "", "")
        self.edit = _Edit()
        self.edit.setObjectName(f"field-{name}")
        self.edit.setAccessibleName(field_name(name).replace("&", ""))
        self.label = QLabel(field_name(name))
        self.label.setBuddy(self.edit)
        self.note = QLabel()
        self.note.setObjectName(f"field-{name}-note")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("tone", "muted")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(GAP // 2, 1, GAP // 2, 2)
        self.back = QPushButton()
        self.back.setObjectName(f"field-{name}-original")
        self.back.setProperty("flat", True)
        self.back.setAutoDefault(False)
        icons.dress(self.back, "undo")
        self.edit.textEdited.connect(edited)
        self.back.clicked.connect(self._go_back)

    def show(self, field: FormField) -> None:
        """Start from a field's present text."""
        self.field = field
        self.edit.setText(_line(field.text if field.typed is None else field.typed))
        self.edit.setCursorPosition(0)
        self.edit.setPlaceholderText(field.hint)

    @property
    def is_changed(self) -> bool:
        """Whether another text stands here than at first."""
        return self.text != _line(self.field.text)

    @property
    def is_original(self) -> bool:
        """Whether the text is the source's own."""
        return self.text == _line(self.field.original)

    @property
    def text(self) -> str:
        """What stands here now."""
        return _line(self.edit.text())

    def _go_back(self) -> None:
        self.edit.setText(_line(self.field.original))
        self.edit.setFocus()
        self._edited()


class FieldForm(QWidget):
    """Checks each text as it is typed; what cannot be read says so below the field."""

    edited = Signal()

    def __init__(
        self,
        names: Sequence[str],
        read: Callable[[str, str], FieldValue],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("field-form")
        self._read = read
        self._faults: dict[str, str] = {}
        self.rows = {name: FieldRow(name, self._check) for name in names}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for place, row in enumerate(self.rows.values()):
            self._place(grid, place * LINES, row)
        grid.setRowStretch(len(self.rows) * LINES, 1)

    def _place(self, grid: QGridLayout, line: int, row: FieldRow) -> None:
        row.back.setToolTip(self.tr("Use the original"))
        row.back.setAccessibleName(self.tr("Use the original: {field}").format(field=row.name))
        keep = row.back.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        row.back.setSizePolicy(keep)
        row.note.setMinimumHeight(row.note.fontMetrics().height() + GAP // 2)
        row.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.note.setMinimumWidth(1)
        grid.addWidget(row.label, line, 0)
        grid.addWidget(row.edit, line, 1)
        grid.addWidget(row.back, line, 2)
        grid.addWidget(row.note, line + 1, 1, 1, 2)

    def show_fields(self, fields: Sequence[FormField]) -> None:
        """Start from these texts."""
        for field in fields:
            self.rows[field.name].show(field)
        self._check()

    @property
    def values(self) -> dict[str, FieldValue]:
        """What was changed and can be read."""
        changed = {name: row for name, row in self.rows.items() if row.is_changed}
        return {
            name: self._read(name, row.text)
            for name, row in changed.items()
            if name not in self._faults
        }

    @property
    def typed(self) -> dict[str, str]:
        """The texts that were changed, whether they can be read or not."""
        return {name: row.text for name, row in self.rows.items() if row.is_changed}

    @property
    def faults(self) -> dict[str, str]:
        """Field -> why its text cannot be read."""
        return dict(self._faults)

    def _check(self) -> None:
        self._faults.clear()
        for row in self.rows.values():
            self._look_at(row)
        self.edited.emit()

    def _look_at(self, row: FieldRow) -> None:
        fault = self._fault(row) if row.is_changed else ""
        if fault:
            self._faults[row.name] = fault
        tone = "error" if fault else "muted"
        if row.note.property("tone") != tone:
            row.note.setProperty("tone", tone)
            row.note.style().polish(row.note)
        text = fault or self._about(row)
        row.note.setText(text)
        row.back.setVisible(not row.is_original and not row.field.hint)

    def _fault(self, row: FieldRow) -> str:
        try:
            self._read(row.name, row.text)
        except FieldRefused as error:
            return explain(error).text
        return ""

    def _about(self, row: FieldRow) -> str:
        field = row.field
        if field.hint:
            return ""
        if not row.is_original:
            return self.tr("Original: {text}").format(text=field.original or self.tr("none"))
        if field.origin and field.original:
            return self.tr("Read from: {origin}").format(origin=field.origin)
        return "" if field.original else self.tr("Not found in the source")


GONE_ON = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class _Edit(QLineEdit):
    """Shows the beginning of a long text again when the keyboard leaves it."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in GONE_ON:
            self.setCursorPosition(0)


def _line(text: str) -> str:
    return " ".join(text.split())
