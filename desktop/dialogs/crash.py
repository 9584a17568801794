"""The one dialog for what should never happen: versions, where, and a report to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.button_names import name_buttons
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class CrashDialog(QDialog):
    """What the archive holds is safe, and says so; the report holds no text of any dispatch."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash")
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(self.tr("Dispatch Reader made a mistake"))
        title.setFont(scaled(self.font(), 1.25, bold=True))
        text = QLabel(
            self.tr(
                "Everything you tagged and annotated so far is saved. You can go on working; if "
                "the window behaves oddly, close it and start it again. The report below names "
                "versions and places in the program, but no text of any dispatch."
            )
        )
        text.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setObjectName("crash-report")
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setReadOnly(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        for widget in (title, text):
            column.addWidget(widget)
        column.addWidget(self.report, 1)
        column.addWidget(self._buttons())
        self.resize(680, 440)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy: QPushButton = buttons.addButton(
            self.tr("&Copy the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy.setObjectName("crash-copy")
        name_buttons(buttons, "crash")
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
