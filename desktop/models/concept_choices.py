"""Concepts to choose from while typing, with a tick for those that are already there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.concept_match import Folded, ranked, tidy_path
from index import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from index import ConceptId, ConceptUse

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Tick = Qt.CheckState


class Choice(NamedTuple):
    """A concept, or the offer to create one of the path typed (``use`` is None then)."""

    path: str
    use: ConceptUse | None = None


class ConceptChoices(QAbstractListModel):
    """Retired concepts are left out unless they are ticked."""

    def __init__(self, *, creating: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._creating = creating
        self._concepts: tuple[Folded, ...] = ()
        self._paths: frozenset[str] = frozenset()
        self._ticks: Mapping[ConceptId, Tick] = {}
        self._typed = ""
        self._shown: list[Choice] = []

    def set_concepts(
        self, concepts: Iterable[ConceptUse], ticks: Mapping[ConceptId, Tick] | None = None
    ) -> None:
        """Choose among these; ``ticks`` names those that are set, wholly or in part."""
        self._ticks = ticks or {}
        offered = (c for c in concepts if not c.concept.retired or c.concept.id in self._ticks)
        self._concepts = tuple(Folded(use) for use in offered)
        self._paths = frozenset(concept.path for concept in self._concepts)
        self.narrow(self._typed)

    def narrow(self, typed: str) -> None:
        """Show what meets the words typed."""
        self.beginResetModel()
        self._typed = typed
        self._shown = [Choice(use.full_path, use) for use in ranked(self._concepts, typed)]
        path = tidy_path(typed)
        if self._creating and path and fold(path) not in self._paths:
            self._shown.append(Choice(path))
        self.endResetModel()

    def choice(self, row: int) -> Choice | None:
        """Return what stands in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def tick(self, concept: ConceptId) -> Tick:
        """Tell whether a concept is set: wholly, in part or not at all."""
        return self._ticks.get(concept, Tick.Unchecked)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        choice = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(choice)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(choice)
            case Qt.ItemDataRole.UserRole:
                return choice
        return None

    def _text(self, choice: Choice) -> str:
        if choice.use is None:
            return self.tr("Create “{path}”").format(path=choice.path)
        return choice.path

    def _spoken(self, choice: Choice) -> str:
        text = self._text(choice)
        if choice.use is None:
            return text
        match self.tick(choice.use.concept.id):
            case Tick.Checked:
                return self.tr("{concept}, set").format(concept=text)
            case Tick.PartiallyChecked:
                return self.tr("{concept}, set on some").format(concept=text)
        return text
