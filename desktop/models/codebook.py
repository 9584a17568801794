"""The codebook as a tree: concept, shortcut digit, how often it is used."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFont

from desktop import dispatch_drag, theme
from desktop.models.concept_match import Folded, tidy_path
from desktop.short_text import number
from desktop.swatch import swatch
from index import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import AccessionNumber, Concept, ConceptId, ConceptUse

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole
CONCEPT_ROLE = Role.UserRole
MIME = "application/x-dispatch-reader-concept"
LABEL, DIGIT, USES = range(3)


class Renaming(NamedTuple):
    """A label typed in the tree."""

    concept: Concept
    label: str


class Move(NamedTuple):
    """A concept dropped on another one, or on no one."""

    concept: Concept
    broader: Concept | None


class TagDrop(NamedTuple):
    """Dispatches of the results dropped on a concept."""

    concept: Concept
    dispatches: tuple[AccessionNumber, ...]


class _Node:
    """A concept's place in the tree."""

    __slots__ = ("below", "folded", "parent", "row", "use")

    def __init__(self, use: ConceptUse, parent: ConceptId | None, row: int) -> None:
        self.use, self.parent, self.row = use, parent, row
        self.below: list[ConceptId] = []
        self.folded: Folded | None = None


class CodebookModel(QAbstractItemModel):
    """Edits nothing itself: it tells what the user wants and shows what is."""

    renamed = Signal(object)
    tagged = Signal(object)
    """TagDrop."""
    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: dict[int, _Node] = {}
        self._roots: list[ConceptId] = []

    # --- filling ----------------------------------------------------------------------------

    def show(self, uses: Sequence[ConceptUse]) -> None:
        """Show a codebook, depth first; where the tree is the same, only what differs changes."""
        if self._same_tree(uses):
            self._refresh(uses)
            return
        self.beginResetModel()
        self._nodes, self._roots = {}, []
        for use in uses:
            broader = use.concept.broader
            siblings = self._siblings(broader)
            self._nodes[use.concept.id] = _Node(use, broader, len(siblings))
            siblings.append(use.concept.id)
        self.endResetModel()

    def _same_tree(self, uses: Sequence[ConceptUse]) -> bool:
        places = [(use.concept.id, use.concept.broader) for use in uses]
        return places == [(id_, node.parent) for id_, node in self._nodes.items()]

    def _refresh(self, uses: Sequence[ConceptUse]) -> None:
        for use in uses:
            node = self._nodes[use.concept.id]
            if node.use != use:
                node.use, node.folded = use, None
                first = self.index_of(use.concept.id)
                self.dataChanged.emit(first, first.siblingAtColumn(USES))

    def _siblings(self, broader: int | None) -> list[ConceptId]:
        return self._roots if broader is None else self._nodes[broader].below

    # --- looking up -------------------------------------------------------------------------

    def index_of(self, concept: ConceptId) -> QModelIndex:
        """Return where a concept stands; invalid where it does not."""
        node = self._nodes.get(concept)
        return self.createIndex(node.row, 0, concept) if node else QModelIndex()

    def use(self, index: Index) -> ConceptUse | None:
        """Return the concept of an index."""
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return node.use if node else None

    def below(self, concept: ConceptId) -> list[ConceptUse]:
        """Return the concept itself and everything narrower."""
        node = self._nodes[concept]
        return [node.use, *(use for child in node.below for use in self.below(child))]

    def meets(self, index: Index, typed: str, words: list[str]) -> bool:
        """Tell whether a concept meets folded words."""
        node = self._nodes[index.internalId()]
        if node.folded is None:
            node.folded = Folded(node.use)
        return node.folded.rank(typed, words) is not None

    # --- Qt's model -------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        siblings = self._siblings(parent.internalId() if parent.isValid() else None)
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(self._nodes[node.parent].row, 0, node.parent)

    def rowCount(self, parent: Index = ROOT) -> int:
        if parent.isValid() and parent.column() > 0:
            return 0
        return len(self._siblings(parent.internalId() if parent.isValid() else None))

    def columnCount(self, _parent: Index = ROOT) -> int:
        return 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if role != Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Concept"), self.tr("Key"), self.tr("Dispatches"))[section]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        use = self.use(index)
        if use is None:
            return None
        match role:
            case Role.DisplayRole | Role.EditRole:
                return self._text(use, index.column())
            case Role.ToolTipRole:
                return self._tip(use)
            case Role.AccessibleTextRole if index.column() == LABEL:
                return self._spoken(use)
            case Role.UserRole:
                return use
        return _look(use, index.column(), role)

    def _text(self, use: ConceptUse, column: int) -> str:
        if column == LABEL:
            return use.concept.label
        if column == DIGIT:
            return str(use.concept.digit or "")
        return number(use.dispatches) if use.dispatches else ""

    def _tip(self, use: ConceptUse) -> str:
        counts = self.tr("{dispatches} dispatches, {annotations} annotations").format(
            dispatches=number(use.dispatches), annotations=number(use.annotations)
        )
        also = self.tr("Also: {aliases}").format(aliases=", ".join(use.concept.aliases))
        lines = (use.full_path, use.concept.scope_note, also if use.concept.aliases else "", counts)
        return "<br>".join(escape(line) for line in lines if line)

    def _spoken(self, use: ConceptUse) -> str:
        text = self.tr("{path}, on {count} dispatches").format(
            path=use.full_path, count=number(use.dispatches)
        )
        return self.tr("{text}, retired").format(text=text) if use.concept.retired else text

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        use = self.use(index)
        label = " ".join(str(value).split())
        if role != Role.EditRole or use is None or not label or label == use.concept.label:
            return False
        self.renamed.emit(Renaming(use.concept, label))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return flags
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == LABEL else flags

    # --- dragging ---------------------------------------------------------------------------

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME, dispatch_drag.MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        dragged.setData(MIME, str(indexes[0].internalId()).encode())
        return dragged

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        return self._move(data, parent) is not None or self._tagging(data, parent) is not None

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        move = self._move(data, parent)
        if move:
            self.moved.emit(move)
        tagging = self._tagging(data, parent)
        if tagging:
            self.tagged.emit(tagging)
        return False  # the view must not take the row away: the tree is shown anew

    def _tagging(self, data: QMimeData, parent: Index) -> TagDrop | None:
        onto, ids = self.use(parent), dispatch_drag.unpacked(data)
        return TagDrop(onto.concept, ids) if onto and ids and not onto.concept.retired else None

    def _move(self, data: QMimeData, parent: Index) -> Move | None:
        if not data.hasFormat(MIME):
            return None
        dragged = self._nodes.get(int(data.data(MIME).toStdString()))
        if dragged is None:
            return None
        onto = self.use(parent)
        concept = dragged.use.concept
        target = onto.concept if onto else None
        if target and target.id in {use.concept.id for use in self.below(concept.id)}:
            return None
        same = (target.id if target else None) == concept.broader
        return None if same else Move(concept, target)


def _look(use: ConceptUse, column: int, role: int) -> object:
    if role == Role.DecorationRole and column == LABEL:
        return swatch(use.concept.colour)
    if role == Role.TextAlignmentRole and column != LABEL:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if role == Role.ForegroundRole and (column != LABEL or use.concept.retired):
        return QBrush(theme.present().muted)
    if role == Role.FontRole and use.concept.retired:
        font = QFont()
        font.setItalic(True)
        return font
    return None


class CodebookFilter(QSortFilterProxyModel):
    """Keeps the concepts that meet what is typed, those above them, and those below."""

    def __init__(self, source: CodebookModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed, self._words = "", list[str]()
        self._codebook = source
        self.setRecursiveFilteringEnabled(True)
        self.setAutoAcceptChildRows(True)
        self.setSourceModel(source)

    def narrow(self, typed: str) -> None:
        """Show what meets the words typed; nothing typed shows all."""
        self._typed = fold(tidy_path(typed))
        self._words = self._typed.replace("/", " ").replace("-", " ").split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        if not self._words:
            return True
        index = self._codebook.index(row, 0, parent)
        return self._codebook.meets(index, self._typed, self._words)
