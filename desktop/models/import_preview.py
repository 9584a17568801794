"""What a dry run has recognised, as the user has put it right so far."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.import_report import outcome_name, reason, shown_path
from desktop.short_text import language_name, short_stamp
from index import ImportPlan, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index import Dispatch, FieldValue, ImportItem, ImportReport

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ITEM = Qt.ItemDataRole.UserRole
FRESH = (Outcome.IMPORTED, Outcome.NEW_VERSION)
Key = tuple[str, str]


class Column(IntEnum):
    """What a line says."""

    HEADLINE = 0
    AGENCY = 1
    DATE = 2
    LANGUAGE = 3
    OUTCOME = 4
    FILE = 5


class ImportPreviewModel(QAbstractTableModel):
    """One row an item of the dry run; those that would be imported can be left out."""

    def __init__(self, report: ImportReport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = report.items
        self._typed: dict[Key, dict[str, str]] = {}
        self._values: dict[Key, dict[str, FieldValue]] = {}
        self._left_out: set[Key] = set()

    @property
    def plan(self) -> ImportPlan:
        """What the user has decided so far."""
        corrections = {key: values for key, values in self._values.items() if values}
        return ImportPlan(corrections, frozenset(self._left_out))

    @property
    def wanted(self) -> int:
        """How many dispatches would be imported."""
        return sum(1 for item in self._fresh() if _key(item) not in self._left_out)

    def item(self, row: int) -> ImportItem:
        """Return the line of the dry run."""
        return self._items[row]

    def typed(self, row: int) -> Mapping[str, str]:
        """Return field -> text, as far as the user has changed it."""
        return self._typed.get(_key(self._items[row]), {})

    def put_right(
        self, row: int, typed: Mapping[str, str], values: Mapping[str, FieldValue]
    ) -> None:
        """Take corrections of a line: what was typed, and what of it could be read."""
        key = _key(self._items[row])
        self._typed[key], self._values[key] = dict(typed), dict(values)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _fresh(self) -> Iterator[ImportItem]:
        return (item for item in self._items if item.outcome in FRESH)

    # --- Qt's questions ---------------------------------------------------------------------

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
            Column.HEADLINE: self.tr("Headline, or the reason"),
            Column.AGENCY: self.tr("Agency"),
            Column.DATE: self.tr("Filed"),
            Column.LANGUAGE: self.tr("Language"),
            Column.OUTCOME: self.tr("Outcome"),
            Column.FILE: self.tr("File"),
        }
        return titles[Column(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_choice = index.column() == Column.HEADLINE and index.isValid()
        if is_choice and self._items[index.row()].outcome in FRESH:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item, column = self._items[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(item, column)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.HEADLINE:
            return self._tick(item)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.FILE:
            return item.path
        return item if role == ITEM else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        key = _key(self._items[index.row()])
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left_out.discard(key)
        else:
            self._left_out.add(key)
        self.dataChanged.emit(index, index)
        return True

    def _tick(self, item: ImportItem) -> Qt.CheckState | None:
        if item.outcome not in FRESH:
            return None
        is_out = _key(item) in self._left_out
        return Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked

    def _text(self, item: ImportItem, column: Column) -> str:
        if column is Column.FILE:
            return shown_path(item)
        if column is Column.OUTCOME:
            foreseen = {
                Outcome.IMPORTED: self.tr("new"),
                Outcome.FAILED: self.tr("cannot be read"),
            }
            return foreseen.get(item.outcome) or outcome_name(item.outcome)
        if item.dispatch is None:
            return reason(item) if column is Column.HEADLINE else ""
        values: dict[str, Any] = dict(self._values.get(_key(item), {}))
        return _field(replace(item.dispatch, **values), column)


def _key(item: ImportItem) -> Key:
    return item.path, item.member


def _field(dispatch: Dispatch, column: Column) -> str:
    match column:
        case Column.HEADLINE:
            return dispatch.headline
        case Column.AGENCY:
            return dispatch.agency
        case Column.LANGUAGE:
            return language_name(dispatch.language)
        case _:
            return short_stamp(dispatch.filed) if dispatch.filed else ""
