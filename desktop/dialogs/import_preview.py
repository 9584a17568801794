"""Before an import: what was recognised in each file, to be put right or left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.field_names import FIELDS, typed
from desktop.models.import_preview import Column, ImportPreviewModel
from desktop.models.import_report import dropped_text, reason, translate, warnings_text
from desktop.panels.parts.field_form import FieldForm, FormField
from desktop.panels.parts.plain_label import plain_label
from desktop.phrases import in_words
from desktop.theme import GAP, scaled
from index import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from index import FieldValue, ImportItem, ImportReport

SIZE = (1180, 700)
WIDTHS = {
    Column.AGENCY: 84, Column.DATE: 96, Column.LANGUAGE: 80, Column.FILE: 130,
}  # fmt: skip
SHOWN = 4000
"""Characters of the text, enough to tell whether it was recognised rightly."""


class ImportPreviewDialog(QDialog):
    """Nothing is recorded until the user says so."""

    import_wanted = Signal(object)
    """ImportPlan."""

    def __init__(
        self,
        report: ImportReport,
        read: Callable[[str, str], FieldValue],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import-preview")
        self.setWindowTitle(self.tr("Preview of the import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = report
        self.model = ImportPreviewModel(report, self)
        self.summary = _label("preview-summary", self._summary())
        self.table = self._table()
        self.about = _label("preview-about", "", tone="muted")
        self.form = FieldForm(FIELDS, read)
        self.body = self._body()
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.box.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self._enable()
        self.resize(*SIZE)
        self.table.setFocus()
        if report.items:
            self.table.setCurrentIndex(self.model.index(0, 0))

    # --- built once -----------------------------------------------------------------------------

    def _summary(self) -> str:
        count = self.report.count
        parts = {
            Outcome.IMPORTED: self.tr("%n new", "", count(Outcome.IMPORTED)),
            Outcome.NEW_VERSION: self.tr("%n new version(s)", "", count(Outcome.NEW_VERSION)),
            Outcome.DUPLICATE: self.tr("%n already held", "", count(Outcome.DUPLICATE)),
            Outcome.FAILED: self.tr("%n cannot be read", "", count(Outcome.FAILED)),
        }
        shown = [text for outcome, text in parts.items() if count(outcome)]
        return ", ".join(shown) or self.tr("Nothing to import was found")

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("preview-lines")
        table.setAccessibleName(self.tr("What was recognised"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(Column.HEADLINE, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, width)
        table.resizeColumnToContents(Column.OUTCOME)
        table.setColumnWidth(Column.OUTCOME, table.columnWidth(Column.OUTCOME) + GAP)
        return table

    def _body(self) -> QPlainTextEdit:
        body = QPlainTextEdit(self)
        body.setObjectName("preview-body")
        body.setAccessibleName(self.tr("The text"))
        body.setReadOnly(True)
        body.setTabChangesFocus(True)
        body.setMinimumHeight(90)
        return body

    def _lay_out(self) -> None:
        self.summary.setFont(scaled(self.font(), 1.15, bold=True))
        self.ok.setObjectName("preview-import")
        self.ok.setProperty("primary", "true")
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setObjectName("preview-panes")
        panes.setChildrenCollapsible(False)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setObjectName("preview-left")
        left.setChildrenCollapsible(False)
        left.addWidget(self.table)
        left.addWidget(self.body)
        left.setSizes([400, 200])
        panes.addWidget(left)
        panes.addWidget(self._details())
        panes.setStretchFactor(0, 3)
        panes.setStretchFactor(1, 1)
        panes.setSizes([830, 350])
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(self.summary)
        column.addWidget(panes, 1)
        column.addWidget(self.box)

    def _details(self) -> QWidget:
        area = QScrollArea()
        area.setObjectName("preview-fields")
        area.setAccessibleName(self.tr("Recognised fields"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP, 0, GAP, 0)
        column.addWidget(self.about)
        column.addWidget(self.form)
        column.addStretch(1)
        area.setWidget(page)
        return area

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._show)
        self.form.edited.connect(self._put_right)
        self.model.dataChanged.connect(self._enable)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.ok.click)

    # --- done -----------------------------------------------------------------------------------

    def accept(self) -> None:
        """Close, then tell what to import."""
        plan = self.model.plan
        super().accept()
        self.import_wanted.emit(plan)

    def _show(self, current: QModelIndex, _previous: QModelIndex) -> None:
        item = self.model.item(current.row())
        dispatch = item.dispatch
        self.form.setVisible(dispatch is not None)
        self.body.setVisible(dispatch is not None)
        self.about.setText(_about(item))
        if dispatch is None:
            return
        before = self.model.typed(current.row())
        self.body.setPlainText(dispatch.body[:SHOWN])
        self.form.blockSignals(True)
        self.form.show_fields(
            [
                FormField(
                    name,
                    text := typed(dispatch, name),
                    text,
                    in_words(dispatch.origins.get(name, "")),
                    typed=before.get(name),
                )
                for name in FIELDS
            ]
        )
        self.form.blockSignals(False)

    def _put_right(self) -> None:
        self.model.put_right(self.table.currentIndex().row(), self.form.typed, self.form.values)

    def _enable(self) -> None:
        self.ok.setText(self.tr("&Import %n dispatch(es)", "", self.model.wanted))
        self.ok.setEnabled(self.model.wanted > 0)


def _about(item: ImportItem) -> str:
    where = f"{item.path} › {item.member}" if item.member else item.path
    why = reason(item) if item.error else ""
    left_out = translate("import_report", "Left out: {parts}") if item.dropped else ""
    parts = dropped_text(item)
    told = (where, why, warnings_text(item), left_out.format(parts=parts))
    return "\n".join(part for part in told if part)


def _label(name: str, text: str, *, tone: str = "") -> QLabel:
    label = plain_label(name, text, selectable=True)
    if tone:
        label.setProperty("tone", tone)
    return label
