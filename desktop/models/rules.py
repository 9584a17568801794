"""The rules as a table: name, query, concept, and when each ran last."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.query_words import query_words
from desktop.short_text import day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index import ConceptUse, Rule

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Column(IntEnum):
    """What stands in a column."""

    NAME = 0
    QUERY = 1
    CONCEPT = 2
    RAN = 3


class RulesModel(QAbstractTableModel):
    """Shows what it is given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules: Sequence[Rule] = ()
        self._concepts: Mapping[int, ConceptUse] = {}

    def show(self, rules: Sequence[Rule], concepts: Mapping[int, ConceptUse]) -> None:
        """Show rules; ``concepts`` is the codebook by number."""
        self.beginResetModel()
        self._rules, self._concepts = rules, concepts
        self.endResetModel()

    def rule(self, row: int) -> Rule | None:
        """Return what stands in a row."""
        return self._rules[row] if 0 <= row < len(self._rules) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rules)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (self.tr("Rule"), self.tr("Finds"), self.tr("Tags with"), self.tr("Ran last"))
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        rule = self.rule(index.row()) if index.isValid() else None
        if rule is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(rule, Column(index.column()))
        return rule if role == Qt.ItemDataRole.UserRole else None

    def _text(self, rule: Rule, column: Column) -> str:
        match column:
            case Column.NAME:
                return rule.name
            case Column.QUERY:
                return query_words(rule.query, self._concepts)
            case Column.CONCEPT:
                use = self._concepts.get(rule.concept)
                return use.full_path if use else ""
            case Column.RAN:
                return self._ran(rule)

    def _ran(self, rule: Rule) -> str:
        if rule.ran is None:
            return self.tr("never")
        tagged = self.tr("%n tagged", "", rule.tagged)
        return f"{day(rule.ran.astimezone().date())}, {tagged}"
