"""A question before something that affects much; what it does can still be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.dialogs.button_names import name_buttons
from desktop.panels.parts.plain_label import plain_label
from desktop.theme import scaled


class ConfirmDialog(QDialog):
    """Says what will happen; the button names it."""

    confirmed = Signal()

    def __init__(self, title: str, text: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confirm-dialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = plain_label("confirm-title", title)
        heading.setFont(scaled(self.font(), 1.1, bold=True))
        self.text = plain_label("confirm-text", text)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button = box.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setObjectName("confirm-button")
        self.button.setProperty("primary", "true")
        name_buttons(box, "confirm")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        for part in (heading, self.text, box):
            column.addWidget(part)
        self.setMinimumWidth(400)
        box.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.button.setDefault(True)  # only now does the button know its dialog

    def accept(self) -> None:
        """Close, then tell."""
        super().accept()
        self.confirmed.emit()
