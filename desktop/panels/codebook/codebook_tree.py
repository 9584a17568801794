"""The tree of concepts as a view: what is unfolded and at hand survives every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from desktop.delegates.keycap import KeycapDelegate
from desktop.models.codebook import DIGIT, USES, CodebookFilter, CodebookModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index import ConceptId, ConceptUse

DIGIT_WIDTH, USES_WIDTH = 22, 38


class CodebookTree(QTreeView):
    """Shows ``codebook`` through a filter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codebook-tree")
        self.setAccessibleName(self.tr("Concepts"))
        self.codebook = CodebookModel(self)
        self._filter = CodebookFilter(self.codebook, self)
        self._unfolded: set[ConceptId] = set()
        self._at_hand: ConceptUse | None = None
        self.setModel(self._filter)
        self._set_up()
        self._size_columns()
        self.codebook.modelAboutToBeReset.connect(self._remember)
        self.codebook.modelReset.connect(self._restore)

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(12, 12))
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setItemDelegateForColumn(DIGIT, KeycapDelegate(self))

    def _size_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(DIGIT_WIDTH)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((DIGIT, DIGIT_WIDTH), (USES, USES_WIDTH)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)

    @property
    def current(self) -> ConceptUse | None:
        """The concept at hand."""
        return self.codebook.use(self._filter.mapToSource(self.currentIndex()))

    def choose(self, concept: ConceptId) -> None:
        """Put a concept at hand and show it."""
        index = self._index_of(concept)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def unfold(self, concept: ConceptId) -> None:
        """Show what is below a concept."""
        self.expand(self._index_of(concept))

    def narrow(self, typed: str) -> None:
        """Show what meets the words typed, and the first of it at hand."""
        self._filter.narrow(typed)
        if typed:
            self.expandAll()
            self.setCurrentIndex(self._filter.index(0, 0))

    def _index_of(self, concept: ConceptId) -> QModelIndex:
        return self._filter.mapFromSource(self.codebook.index_of(concept))

    def _remember(self) -> None:
        self._at_hand = self.current
        uses = (self.codebook.use(self._filter.mapToSource(each)) for each in self._expanded())
        self._unfolded = {use.concept.id for use in uses if use}

    def _expanded(self) -> Iterator[QModelIndex]:
        ahead = [QModelIndex()]
        while ahead:
            parent = ahead.pop()
            below = (
                self._filter.index(row, 0, parent) for row in range(self._filter.rowCount(parent))
            )
            for index in below:
                if self.isExpanded(index):
                    yield index
                    ahead.append(index)

    def _restore(self) -> None:
        for concept in self._unfolded:
            self.unfold(concept)
        if self._at_hand:
            self.choose(self._at_hand.concept.id)
