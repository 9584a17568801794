"""Suggestions for the open dispatch, each with the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.suggestion_names import details, kind_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Suggestion

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
BEFORE, BEHIND = 32, 100
"""Characters of the text before and behind a passage; the passage itself is to be seen."""


class SuggestionLine(NamedTuple):
    """A suggestion with what is shown of it."""

    suggestion: Suggestion
    kind: str
    title: str
    """What is suggested."""
    context: str
    """The passage in its text, on one line."""


class SuggestionsModel(QAbstractListModel):
    """A delegate draws what :meth:`line` returns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[SuggestionLine] = []

    def show(self, suggestions: Sequence[Suggestion], body: str) -> None:
        """Show the suggestions for a text."""
        self.beginResetModel()
        self._lines = [self._made(each, body) for each in suggestions]
        self.endResetModel()

    def line(self, row: int) -> SuggestionLine | None:
        """Return what stands in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _made(self, each: Suggestion, body: str) -> SuggestionLine:
        start, end = max(0, each.span.start - BEFORE), each.span.end + BEHIND
        before, behind = body[start : each.span.start], body[each.span.end : end]
        context = " ".join(f"{before}[{each.text}]{behind}".split())
        context = f"{'…' if start else ''}{context}{'…' if end < len(body) else ''}"
        places = self.tr("%n places", "", len(each.spans)) if len(each.spans) > 1 else ""
        title = "  ·  ".join(part for part in (each.label, details(each), places) if part)
        return SuggestionLine(each, kind_name(each.kind), title, context)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return "; ".join((line.kind, line.title, line.context))
            case Qt.ItemDataRole.UserRole:
                return line
        return None
