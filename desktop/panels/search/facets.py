"""The filters: tick a value to have it, exclude it to be rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QVBoxLayout, QWidget

from desktop.concept_labels import ConceptLabels
from desktop.delegates.facet import FacetDelegate, exclude_zone
from desktop.models.facets import Choice, FacetsModel, Role
from index import Facet, Filter

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from desktop.session import Session
    from desktop.workers.answer import Answer

INDENT = 12


class FacetsPanel(QWidget):
    """Values of one facet are alternatives, facets narrow one another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self._session = session
        self._labels = ConceptLabels(session, self)
        self.model = FacetsModel(self)
        self.tree = _Tree(self)
        self.tree.setAccessibleName(self.tr("Filters"))
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(FacetDelegate(self.tree))
        self.tree.expandAll()
        self.tree.toggled.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        session.answered.connect(self._show)
        self._labels.changed.connect(self._show_again)

    def _show_again(self) -> None:
        if self._session.answer is not None:
            self._show(self._session.answer)

    def _show(self, answer: Answer) -> None:
        current = self.tree.currentIndex()
        facet, value = current.data(Role.FACET), current.data(Role.VALUE)
        self.model.show(answer.query, answer.summary, self._labels.uses)
        self.tree.expand_new()
        if value is not None and self.tree.currentIndex().data(Role.VALUE) != value:
            found = self.model.find(Facet(facet), value)
            if found is not None:
                self.tree.setCurrentIndex(found)

    def _toggle(self, index: QModelIndex, wanted: Choice) -> None:
        facet = Facet(index.data(Role.FACET))
        if index.data(Role.MORE):
            self.model.show_all(facet)
            return
        value = index.data(Role.VALUE)
        if value is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
            return
        query = self._session.query
        if Choice(index.data(Role.CHOICE) or 0) is wanted:
            self._session.ask(query.without(facet, value))
        else:
            chosen = Filter(facet, value, exclude=wanted is Choice.EXCLUDED)
            self._session.ask(query.with_filter(chosen))


class _Tree(QTreeView):
    """Space or a click includes, minus or a click on the sign excludes."""

    toggled = Signal(QModelIndex, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("facet-tree")
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._pressed = QModelIndex()

    def expand_new(self) -> None:
        """Show what is below rows that have come since; rows closed by the user stay closed.

        A facet without any value is hidden.
        """
        for row in range(self.model().rowCount()):
            head = self.model().index(row, 0)
            self.setRowHidden(row, QModelIndex(), not self.model().rowCount(head))
            if self.isExpanded(head):
                self.expandRecursively(head)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (
            Qt.Key.Key_Space,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            self.toggled.emit(index, Choice.INCLUDED)
        elif index.isValid() and event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Delete):
            self.toggled.emit(index, Choice.EXCLUDED)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        on_row = index.isValid() and self.visualRect(index).contains(place)
        if not on_row or index != self._pressed or event.button() is not Qt.MouseButton.LeftButton:
            return
        exclude = exclude_zone(self.visualRect(index)).contains(place)
        self.toggled.emit(index, Choice.EXCLUDED if exclude else Choice.INCLUDED)

    def _show_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.data(Role.VALUE) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, choice in (
            (self.tr("Only with “{value}”"), Choice.INCLUDED),
            (self.tr("Without “{value}”"), Choice.EXCLUDED),
        ):
            line = QAction(text.format(value=str(index.data())).replace("&", "&&"), menu)
            line.triggered.connect(lambda _=False, wanted=choice: self.toggled.emit(index, wanted))
            menu.addAction(line)
        menu.popup(self.viewport().mapToGlobal(place))
