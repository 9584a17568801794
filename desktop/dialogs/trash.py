"""The dispatches in the trash, to be taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.date_text import stamp_text
from desktop.models.lines import Line, LinesModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Accession, AccessionNumber


class TrashDialog(QDialog):
    """Enter restores what is selected; Ctrl+A selects everything."""

    restored = Signal(object)
    """Tuple of AccessionNumber."""

    def __init__(self, held: Sequence[Accession], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trash-dialog")
        self.setWindowTitle(self.tr("Dispatches in the trash"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        headings = (self.tr("Headline"), self.tr("Agency"), self.tr("Filed"))
        self.model = LinesModel(headings, parent=self)
        self.table = self._make_table()
        self.hint = QLabel()
        self.hint.setObjectName("trash-hint")
        self.hint.setWordWrap(True)
        self.hint.setProperty("tone", "muted")
        self._lay_out()
        self.show_dispatches(held)
        self.resize(640, 400)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("trash-list")
        table.setAccessibleName(self.tr("Dispatches in the trash"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        heads = table.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.doubleClicked.connect(lambda _index: self.restore())
        for key in ("Return", "Enter"):
            QShortcut(
                QKeySequence(key), table, self.restore, context=Qt.ShortcutContext.WidgetShortcut
            )
        return table

    def _lay_out(self) -> None:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.button = box.addButton(self.tr("&Restore"), QDialogButtonBox.ButtonRole.ActionRole)
        self.button.setObjectName("trash-restore")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.restore)
        box.rejected.connect(self.reject)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for part in (self.table, self.hint, box):
            column.addWidget(part, 1 if part is self.table else 0)

    def show_dispatches(self, held: Sequence[Accession]) -> None:
        """Show what is in the trash now."""
        self.model.show([self._line(each) for each in held])
        if held:
            self.table.selectRow(0)
            self.hint.setText(
                self.tr("Tags and annotations on them are kept. Enter restores what is selected.")
            )
        else:
            self.hint.setText(self.tr("The trash is empty."))
        self.table.setFocus()
        self._enable()

    @staticmethod
    def _line(held: Accession) -> Line:
        dispatch = held.dispatch
        filed = stamp_text(dispatch.filed) if dispatch.filed else ""
        return Line((dispatch.headline, dispatch.agency, filed), held.id)

    @property
    def chosen(self) -> tuple[AccessionNumber, ...]:
        """The dispatches selected."""
        rows = self.table.selectionModel().selectedRows()
        lines = (self.model.line(index.row()) for index in rows)
        return tuple(line.leads_to for line in lines if line)  # type: ignore[misc]

    def restore(self) -> None:
        """Tell what is to be taken out."""
        if self.chosen and self.button.isEnabled():
            self.restored.emit(self.chosen)

    def _enable(self) -> None:
        self.button.setEnabled(bool(self.chosen))
