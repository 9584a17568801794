"""The closing report of an import: what became of every file."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.import_report import (
    ITEM,
    OUTCOME,
    Column,
    ImportReportModel,
    dropped_text,
    outcome_name,
    reason,
    warnings_text,
)
from desktop.short_text import number
from desktop.theme import GAP, scaled
from index import ExportRefused, Outcome

if TYPE_CHECKING:
    from index import ImportItem, ImportReport

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would run a cell that begins so."""


class ImportReportDialog(QDialog):
    """Stays beside the window; one may go on searching while it is open."""

    retry_wanted = Signal(object)
    """Paths to import once more."""
    open_wanted = Signal(object)
    """AccessionNumber to show in the reader."""
    resume_wanted = Signal()
    """The import that was cancelled is to go on."""
    failed = Signal(object)
    """ArchiveError: the report could not be saved."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import-report")
        self.setWindowTitle(self.tr("Import report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = report
        self.summary = QLabel(self._summary(), self)
        self.outcomes = QComboBox(self)
        self.lines = _Lines(self)
        self.detail = QLabel(self)
        self.table = QTableView(self)
        self.buttons = QDialogButtonBox(self)
        self.lines.setSourceModel(ImportReportModel(report, self))
        self._dress()
        self._add_buttons()
        self._lay_out()
        self._connect()
        self.resize(920, 520)
        self.table.setFocus()
        self.table.selectRow(0)

    # --- built once -----------------------------------------------------------------------------

    def _summary(self) -> str:
        count = self.report.count
        parts = [
            self.tr("%n imported", "", count(Outcome.IMPORTED)),
            self.tr("%n already held", "", count(Outcome.DUPLICATE)),
            self.tr("%n new version(s)", "", count(Outcome.NEW_VERSION)),
            self.tr("%n not imported", "", count(Outcome.FAILED)),
        ]
        shown = [part for part, outcome in zip(parts, Outcome, strict=True) if count(outcome)]
        text = ", ".join(shown) or self.tr("Nothing to import was found")
        if self._nothing_new():
            text = self.tr("Nothing was added: {counts}").format(counts=text)
        return (
            self.tr("{counts} – cancelled").format(counts=text) if self.report.cancelled else text
        )

    def _nothing_new(self) -> bool:
        """Tell whether all that was found was held before."""
        added = self.report.count(Outcome.IMPORTED) + self.report.count(Outcome.NEW_VERSION)
        return not added and self.report.count(Outcome.DUPLICATE) > 0

    def _dress(self) -> None:
        self.summary.setObjectName("report-summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.summary.setFont(scaled(self.font(), 1.15, bold=True))
        self.detail.setObjectName("report-detail")
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setProperty("tone", "muted")
        self.detail.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.outcomes.setObjectName("report-outcomes")
        self.outcomes.setAccessibleName(self.tr("Show lines by outcome"))
        self.outcomes.addItem(
            self.tr("All ({count})").format(count=number(len(self.report.items))), ""
        )
        for outcome in Outcome:
            if self.report.count(outcome):
                text = f"{outcome_name(outcome)} ({number(self.report.count(outcome))})"
                self.outcomes.addItem(text, outcome.value)
        self._dress_table()

    def _dress_table(self) -> None:
        table = self.table
        table.setObjectName("report-lines")
        table.setAccessibleName(self.tr("Lines of the report"))
        table.setModel(self.lines)
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
        head.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(Column.FILE, 240)
        table.resizeColumnToContents(Column.OUTCOME)
        table.resizeColumnToContents(Column.DROPPED)
        table.setColumnWidth(Column.OUTCOME, table.columnWidth(Column.OUTCOME) + 2 * GAP)

    def _add_buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.save_button = self._button("report-save", self.tr("&Save as CSV…"), roles.ActionRole)
        self.retry_button = self._button(
            "report-retry", self.tr("&Retry the failures"), roles.ActionRole
        )
        self.open_button = self._button(
            "report-open", self.tr("&Open the dispatch"), roles.ActionRole
        )
        self.resume_button = self._button(
            "report-resume", self.tr("&Go on with the import"), roles.ActionRole
        )
        self.done_button = self._button("report-close", self.tr("&Close"), roles.RejectRole)
        self.done_button.setDefault(True)
        self.retry_button.setEnabled(bool(self._failures()))
        self.open_button.setEnabled(False)
        self.resume_button.setVisible(self.report.cancelled)

    def _button(self, name: str, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = self.buttons.addButton(text, role)
        button.setObjectName(name)
        button.setAccessibleName(text.replace("&", ""))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.outcomes)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.outcomes.activated.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(self._explain)
        self.table.activated.connect(self._open)
        self.save_button.clicked.connect(self._ask_where_to_save)
        self.retry_button.clicked.connect(self._retry)
        self.open_button.clicked.connect(self._open)
        self.resume_button.clicked.connect(self._resume)
        self.buttons.rejected.connect(self.reject)

    # --- done -----------------------------------------------------------------------------------

    def current(self) -> ImportItem | None:
        """Return the line at hand."""
        item = self.table.currentIndex().data(ITEM)
        return item if self.table.currentIndex().isValid() else None

    def write_csv(self, path: Path) -> None:
        """Save every line of the report.

        Raises:
            ExportRefused: the file cannot be written.
        """
        try:
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                lines = csv.writer(file)
                lines.writerow(("path", "member", "outcome", "id", "text", "left out", "warnings"))
                lines.writerows([_cell(cell) for cell in _row(item)] for item in self.report.items)
        except OSError as error:
            raise ExportRefused(path=path, detail=error.strerror) from error

    def _filter(self) -> None:
        self.lines.show_only(str(self.outcomes.currentData()))

    def _explain(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        item = self.current()
        self.open_button.setEnabled(bool(item and item.id is not None))
        if item is not None:
            told = (item.path, warnings_text(item), reason(item))
            self.detail.setText("\n".join(part for part in told if part))

    def _open(self) -> None:
        item = self.current()
        if item is not None and item.id is not None:
            self.open_wanted.emit(item.id)

    def _failures(self) -> list[Path]:
        failed = [i.path for i in self.report.items if i.outcome is Outcome.FAILED]
        return [Path(path) for path in dict.fromkeys(failed)]

    def _retry(self) -> None:
        self.retry_wanted.emit(self._failures())
        self.close()

    def _resume(self) -> None:
        self.resume_wanted.emit()
        self.close()

    def _ask_where_to_save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), "import-report.csv", self.tr("CSV files (*.csv)")
        )
        if path:
            try:
                self.write_csv(Path(path))
            except ExportRefused as error:
                self.failed.emit(error)


class _Lines(QSortFilterProxyModel):
    """The lines of one outcome, or of all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFilterRole(OUTCOME)

    def show_only(self, outcome: str) -> None:
        """Show the lines of an outcome; an empty text shows all."""
        self.setFilterRegularExpression(f"^{outcome}$" if outcome else "")


def _row(item: ImportItem) -> tuple[str, ...]:
    number = "" if item.id is None else str(item.id)
    return (item.path, item.member, item.outcome.value, number, reason(item), dropped_text(item),
            "; ".join(item.warnings))  # fmt: skip


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
