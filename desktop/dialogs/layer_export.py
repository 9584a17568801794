"""Under which name, and of which dispatches, one's own coding is handed to another coder."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)


class LayerExportDialog(QDialog):
    """A dispatch without a concept is not one that nobody has looked at: the user says which."""

    wanted = Signal(str, bool)
    """The coder's name, and whether all results have been coded."""

    def __init__(self, coder: str, found: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layer-export-dialog")
        self.setWindowTitle(self.tr("Export my coding"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(coder)
        self.name.setObjectName("layer-coder")
        self.name.setAccessibleName(self.tr("Your name"))
        self.marked = QRadioButton(self.tr("Dispatches with a &tag or an annotation"))
        self.marked.setObjectName("layer-marked")
        self.marked.setChecked(True)
        self.results = QRadioButton(self.tr("&All %n dispatch(es) of the results", "", found))
        self.results.setObjectName("layer-results")
        self._lay_out()
        self._enable()
        self.setMinimumWidth(400)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Your &name"))
        label.setBuddy(self.name)
        asked = QLabel(self.tr("Which dispatches have you coded, with or without a concept?"))
        asked.setWordWrap(True)
        self._box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        self.name.textChanged.connect(lambda _text: self._enable())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        for part in (label, self.name, asked, self.marked, self.results, self._box):
            column.addWidget(part)

    def _enable(self) -> None:
        named = bool(self.name.text().strip())
        self._box.button(QDialogButtonBox.StandardButton.Save).setEnabled(named)

    def accept(self) -> None:
        """Close, then tell."""
        super().accept()
        self.wanted.emit(self.name.text().strip(), self.results.isChecked())
