"""The lines of an import report."""

from __future__ import annotations

from enum import IntEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.errors import explain
from desktop.part_names import counted_parts
from desktop.phrases import in_a_sentence
from index import Outcome

if TYPE_CHECKING:
    from index import ImportItem, ImportReport

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ITEM = Qt.ItemDataRole.UserRole
OUTCOME = Qt.ItemDataRole.UserRole + 1
translate = QCoreApplication.translate


class Column(IntEnum):
    """What a line says."""

    FILE = 0
    OUTCOME = 1
    WHAT = 2
    DROPPED = 3


def outcome_name(outcome: Outcome) -> str:
    """Return what an outcome is called."""
    names = {
        Outcome.IMPORTED: translate("import_report", "imported"),
        Outcome.DUPLICATE: translate("import_report", "already held"),
        Outcome.NEW_VERSION: translate("import_report", "new version"),
        Outcome.FAILED: translate("import_report", "not imported"),
    }
    return names[outcome]


def dropped_text(item: ImportItem) -> str:
    """Return which parts of an input were left out: ``2 × image, 1 × script``."""
    return counted_parts(item.dropped)


def warnings_text(item: ImportItem) -> str:
    """Return what the user should know of an input, a line for each."""
    return "\n".join(map(in_a_sentence, item.warnings))


def reason(item: ImportItem) -> str:
    """Return the headline, or why there is none and what to do about it."""
    if item.error is None:
        return item.headline
    problem = explain(item.error)
    return f"{problem.text}. {problem.remedy}"


def shown_path(item: ImportItem) -> str:
    """Return the file's name, with the member inside a container."""
    name = PurePath(item.path).name or item.path
    return f"{name} › {item.member}" if item.member else name


class ImportReportModel(QAbstractTableModel):
    """One row an item of the report."""

    def __init__(self, report: ImportReport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = report.items

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = {
            Column.FILE: self.tr("File"),
            Column.OUTCOME: self.tr("Outcome"),
            Column.WHAT: self.tr("Headline, or the reason"),
            Column.DROPPED: self.tr("Left out"),
        }
        return titles[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(item, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.FILE:
            return item.path
        return {ITEM: item, OUTCOME: item.outcome.value}.get(Qt.ItemDataRole(role))


def _text(item: ImportItem, column: Column) -> str:
    match column:
        case Column.FILE:
            return shown_path(item)
        case Column.OUTCOME:
            return outcome_name(item.outcome)
        case Column.WHAT:
            return reason(item)
        case Column.DROPPED:
            return dropped_text(item)
