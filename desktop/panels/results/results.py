"""What a search found: the count, the order, and the list of matches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.concept_labels import ConceptLabels
from desktop.delegates.match import MatchDelegate
from desktop.models.results import Fold, ResultsModel
from desktop.panels.parts.entered_table import EnteredTable
from desktop.panels.results.no_match import NoMatch
from desktop.short_text import number
from desktop.theme import GAP
from index import Query, Sort

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from desktop.session import Session
    from desktop.workers.answer import Answer

_FOLDING = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
OPEN_MS = 60
"""A row passed faster than this with the arrow keys is not opened."""


class ResultsPanel(QWidget):
    """Rows follow one another without a gap; choosing one opens it in the reader."""

    reading_wanted = Signal()
    """Enter was pressed: the reader should have the keyboard."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self._session = session
        self._asked: Query | None = None
        self._first_wanted = False
        self.count = QLabel(self)
        self.sort = QComboBox(self)
        self.stories = QToolButton(self)
        self.table = _Table(self)
        self.no_match = NoMatch(session, self)
        self.model = ResultsModel(self)
        self._labels = ConceptLabels(session, self)
        self._delegate = MatchDelegate(self._labels.chips, self)
        self._opening = QTimer(self)
        self._arrange()
        self._connect()

    def shut_down(self) -> None:
        """Stop reading; the panel is going away."""
        self.table.selectionModel().currentRowChanged.disconnect(self._row_changed)
        self._opening.stop()
        self.model.close()

    # --- built once -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.count.setObjectName("result-count")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.sort.setObjectName("sort")
        self.sort.setAccessibleName(self.tr("Order of the results"))
        self.sort.setToolTip(self.tr("Order of the results"))
        for order, text in (
            (Sort.RELEVANCE, self.tr("Most relevant")),
            (Sort.NEWEST, self.tr("Newest")),
            (Sort.OLDEST, self.tr("Oldest")),
        ):
            self.sort.addItem(text, order)
        self._name_stories()
        self.table.setItemDelegate(self._delegate)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Results"))
        head = QHBoxLayout()
        head.setContentsMargins(GAP * 3 // 2, GAP // 2, GAP, GAP // 2)
        head.addWidget(self.count, 1)
        head.addWidget(self.stories)
        head.addWidget(self.sort)
        self.body = QStackedWidget(self)
        self.body.addWidget(self.table)
        self.body.addWidget(self.no_match)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.body, 1)
        self._resize_rows()

    def _name_stories(self) -> None:
        self.stories.setObjectName("stories")
        self.stories.setText(self.tr("By story"))
        self.stories.setCheckable(True)
        self.stories.setToolTip(
            self.tr("One line per story; the right arrow key unfolds it, the left one folds it")
        )
        self.stories.setAccessibleName(self.tr("One line per story"))

    def _connect(self) -> None:
        self._opening.setSingleShot(True)
        self._opening.setInterval(OPEN_MS)
        self._opening.timeout.connect(self._open_current)
        self.sort.activated.connect(self._sort_chosen)
        self.stories.clicked.connect(self._stories_chosen)
        self.table.entered_by_key.connect(self._entered)
        self.table.folding.connect(lambda folded: self.fold(folded=folded))
        self._delegate.fold_pressed.connect(self._fold_pressed)
        self.model.failed.connect(self._session.fail)
        self._labels.changed.connect(self.table.viewport().update)
        self.model.modelReset.connect(self._delegate.forget)
        self.model.dataChanged.connect(self._delegate.forget)
        chosen = self.table.selectionModel()
        chosen.currentRowChanged.connect(self._row_changed)
        chosen.selectionChanged.connect(self._selection_changed)
        self.table.activated.connect(self._activated)
        self._session.answered.connect(self._show)
        self._session.queried.connect(self._show_order)
        self._session.indexing.connect(self._show_progress)

    # --- shown ----------------------------------------------------------------------------------

    def _show(self, answer: Answer) -> None:
        again = answer.query == self._asked
        self._asked = answer.query
        row = self.table.currentIndex().row() if again else -1
        self.model.show(answer)
        self._count(answer)
        found = bool(self.model.rowCount())
        self.body.setCurrentWidget(self.table if found else self.no_match)
        if not found:
            self.no_match.explain(answer)
        if not again:
            self.table.scrollToTop()
        elif not self.table.currentIndex().isValid() and row >= 0:
            self._stay_near(row)
        if self._first_wanted and not self._waits():
            self.take_focus()

    def _stay_near(self, row: int) -> None:
        """Keep the place in the list where the rows changed under the user."""
        current = self._session.current
        same = self.model.row_of(current.id) if current else None
        row = min(row, self.model.rowCount() - 1) if same is None else same
        if same is not None:
            self.table.choose(row)
        elif row >= 0:
            self.table.scrollTo(self.model.index(row, 0))

    def _count(self, answer: Answer) -> None:
        total = answer.summary.total
        text = self.tr("%n dispatch(es)", "", total).replace(str(total), number(total))
        if answer.summary.stories is not None:
            lines = answer.summary.stories
            stories = self.tr("%n story(ies)", "", lines).replace(str(lines), number(lines))
            text = self.tr("{dispatches} in {stories}").format(dispatches=text, stories=stories)
        self.count.setText(text)

    def _show_order(self, query: Query) -> None:
        self.sort.setCurrentIndex(self.sort.findData(query.sort))
        self.stories.setChecked(query.collapse)

    def _show_progress(self, _progress: object) -> None:
        if self._session.answer is not None and not self.model.rowCount():
            self.no_match.explain(self._session.answer)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (event.Type.FontChange, event.Type.PaletteChange):
            self._delegate.forget()
            self._resize_rows()

    def _resize_rows(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(MatchDelegate.height(self.table.font()))

    # --- chosen ---------------------------------------------------------------------------------

    def _sort_chosen(self) -> None:
        self._session.ask(replace(self._session.query, sort=Sort(self.sort.currentData())))

    def _stories_chosen(self) -> None:
        query = self._session.query
        self._session.ask(replace(query, collapse=self.stories.isChecked()))

    def fold(self, *, folded: bool) -> None:
        """Fold the story of the current row up, or unfold it."""
        row = self.table.currentIndex().row()
        if row < 0:
            return
        if folded:
            self.table.choose(self.model.fold_up(row))
        else:
            self.model.unfold(row)

    def _fold_pressed(self, row: int) -> None:
        self.table.choose(row)
        self.fold(folded=self.model.fold(row) is Fold.UNFOLDED)

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._opening.start()

    def _open_current(self) -> None:
        row = self.table.currentIndex().row()
        if row < 0 or self._first_wanted:
            return
        number = self.model.accession(row)
        shown = self._session.current
        if shown is None or shown.id != number:
            self._session.open_dispatch(number)

    def _selection_changed(self) -> None:
        ranges = self.table.selectionModel().selection().toList()
        rows = sorted(row for r in ranges for row in range(r.top(), r.bottom() + 1))
        self._session.select(self.model.accession(row) for row in rows)

    def _activated(self, _index: QModelIndex) -> None:
        self._opening.stop()
        self._open_current()
        self.reading_wanted.emit()

    def step(self, by: int) -> None:
        """Open the next dispatch of the list (or, with a negative number, an earlier one)."""
        last = self.model.rowCount() - 1
        if last < 0:
            return
        row = min(max(self.table.currentIndex().row() + by, 0), last)
        self.table.choose(row)
        self._opening.stop()
        self._open_current()

    def take_focus(self) -> None:
        """Give the list the keyboard, with a current row.

        While an answer is awaited that is its first row; what is still listed is not what was
        asked for.
        """
        self._first_wanted = self._waits()
        if not self._first_wanted:
            self._go_to_first()
        if self.body.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _waits(self) -> bool:
        answer = self._session.answer
        return answer is None or answer.query != self._session.query

    def _go_to_first(self) -> None:
        """Choose the current row, or the first one, where none is chosen."""
        if self.model.rowCount() and not self.table.selectionModel().hasSelection():
            self.table.choose(max(self.table.currentIndex().row(), 0))

    def _entered(self) -> None:
        if not self._waits():
            self._go_to_first()


class _Table(EnteredTable):
    """One column, rows of equal height: a million of them show at once."""

    folding = Signal(bool)
    """Left (True) or right was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("matches")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()

    def choose(self, row: int) -> None:
        """Make a row the current one and select it alone, whatever keys are held down."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in _FOLDING:
            towards_start = event.key() == Qt.Key.Key_Left
            self.folding.emit(towards_start == (self.layoutDirection() == _LEFT_TO_RIGHT))
        else:
            super().keyPressEvent(event)
