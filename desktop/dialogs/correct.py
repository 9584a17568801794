"""Putting fields right: of one dispatch all of them, of several what they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.dialogs.button_names import name_buttons
from desktop.panels.parts.field_form import FieldForm
from desktop.theme import GAP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.panels.parts.field_form import FormField
    from index import FieldValue

WIDTH = 620


class CorrectDialog(QDialog):
    """OK waits until something is changed and everything can be read."""

    corrected = Signal(object)
    """Field name -> value."""

    def __init__(
        self,
        fields: Sequence[FormField],
        count: int,
        read: Callable[[str, str], FieldValue],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("correct-dialog")
        self.setWindowTitle(self.tr("Correct fields"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = FieldForm([field.name for field in fields], read)
        self.about = QLabel(self._about(count))
        self.about.setObjectName("correct-about")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.setProperty("tone", "muted")
        self._lay_out()
        self.form.edited.connect(self._enable)
        self.form.show_fields(fields)
        first = next(iter(self.form.rows.values())).edit
        first.setFocus()
        first.selectAll()
        self.resize(WIDTH, self.sizeHint().height())

    def _about(self, count: int) -> str:
        if count == 1:
            return self.tr("What the source says is kept beside every correction.")
        return self.tr(
            "Only what you fill in is changed, in %n dispatch(es). "
            "What the source says is kept beside every correction.",
            "",
            count,
        )

    def _lay_out(self) -> None:
        box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = box.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("&Correct"))
        name_buttons(box, "correct")
        self.ok.setObjectName("correct-ok")
        self.ok.setProperty("primary", "true")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.ok.click)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(self.about)
        column.addWidget(self.form, 1)
        column.addWidget(box)

    def accept(self) -> None:
        """Close, then tell what was changed."""
        values = self.form.values
        super().accept()
        self.corrected.emit(values)

    def _enable(self) -> None:
        self.ok.setEnabled(bool(self.form.values) and not self.form.faults)
