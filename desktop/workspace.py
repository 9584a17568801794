"""The three panes: what to look for, what was found, what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop.commands.stories import Stories
from desktop.commands.tagging import Tagging
from desktop.concept_labels import ConceptLabels
from desktop.panels.annotations.annotations import AnnotationsPanel
from desktop.panels.codebook.codebook import CodebookPanel
from desktop.panels.reader.reader import Reader
from desktop.panels.results.results import ResultsPanel
from desktop.panels.results.timeline import TimelinePanel
from desktop.panels.search.facets import FacetsPanel
from desktop.panels.search.filter_chips import FilterChips
from desktop.panels.search.saved_searches import SavedSearches
from desktop.panels.search.search_field import SearchField
from desktop.theme import GAP

if TYPE_CHECKING:
    from desktop.session import Session

WIDTHS = (240, 420, 620)
"""Pixels of the three panes in a window 1,280 wide."""
NARROWEST = (180, 320, 360)


class Workspace(QSplitter):
    """Hosts the panels of one session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("workspace")
        self.setChildrenCollapsible(False)
        self.session = session
        self.facets = FacetsPanel(session)
        self.saved = SavedSearches(session)
        self.codebook = CodebookPanel(session)
        self.annotations = AnnotationsPanel(session)
        self.search = SearchField(session)
        self.chips = FilterChips(session, ConceptLabels(session, self))
        self.timeline = TimelinePanel(session)
        self.results = ResultsPanel(session)
        self.reader = Reader(session)
        self.tagging = Tagging(session, self)
        self.stories = Stories(session, self)
        self.sides = self._side_pane()
        self.middle = self._middle_pane()
        self._share_out()
        self._connect()

    def close_down(self) -> None:
        """Stop the workers of the panels; the workspace is going away."""
        self.reader.story.currentChanged.disconnect(self._aim)  # it changes while it is taken apart
        self.results.shut_down()
        self.search.shut_down()
        self.reader.suggestions.shut_down()
        self.reader.story.comparison.shut_down()
        self.saved.news.shut_down()

    def _side_pane(self) -> QTabWidget:
        filters = QWidget()
        filters.setObjectName("filters")
        column = QVBoxLayout(filters)
        column.setContentsMargins(0, GAP // 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.facets, 1)
        column.addWidget(self.saved)
        sides = _Sides()
        sides.setObjectName("sides")
        sides.setAccessibleName(self.tr("Filters, codebook, annotations"))
        sides.setDocumentMode(True)
        sides.tabBar().setDrawBase(False)
        sides.addTab(filters, self.tr("Filters"))
        sides.addTab(self.codebook, self.tr("Codebook"))
        sides.addTab(self.annotations, self.tr("Notes"))
        sides.setTabToolTip(2, self.tr("Every annotation of the archive"))
        return sides

    def _middle_pane(self) -> QWidget:
        middle = QWidget()
        middle.setObjectName("middle")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        chips = QVBoxLayout()
        chips.setContentsMargins(GAP * 3 // 2, GAP, GAP, 0)
        chips.addWidget(self.chips)
        column.addWidget(self.search)
        column.addLayout(chips)
        column.addWidget(self.timeline)
        column.addWidget(self.results, 1)
        return middle

    def _share_out(self) -> None:
        panes = (self.sides, self.middle, self.reader)
        for place, pane in enumerate(panes):
            if pane is not self.sides:
                pane.setMinimumWidth(NARROWEST[place])
            self.addWidget(pane)
            self.setStretchFactor(place, WIDTHS[place])
        self.setSizes(list(WIDTHS))

    def _connect(self) -> None:
        self.reader.attach(self.tagging)
        self.results.table.addActions(self.stories.actions)
        self.annotations.chosen.connect(self.reader.reveal)
        for told in (
            self.reader.text.body.passage_selected,
            self.reader.story.currentChanged,
            self.session.opened,
        ):
            told.connect(self._aim)
        self.reader.text.offer_for_passages(self.annotations.attaching.action)
        self.search.results_wanted.connect(self.results.take_focus)
        self.results.reading_wanted.connect(self.read)
        self._key("Shift+Down", self.reader, lambda: self.results.step(1))
        self._key("Shift+Up", self.reader, lambda: self.results.step(-1))
        self._key("Esc", self.reader, self.results.take_focus)
        self._key("Esc", self.results, self.search.take_focus)
        self._key("Esc", self.sides, self.results.take_focus)

    @staticmethod
    def _key(key: str, where: QWidget, act: object) -> None:
        shortcut = QShortcut(QKeySequence(key), where)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _aim(self, _what: object) -> None:
        self.annotations.attaching.aim_at(self.reader.aim)

    def next_pane(self) -> None:
        """Give the keyboard to the pane after the one that has it."""
        focus = self.focusWidget()
        panes = (self.sides, self.search, self.results, self.reader)
        here = [n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)]
        place = (here[0] + 1 if here else 0) % len(panes)
        goals = (self.show_present_side, self.search.take_focus, self.results.take_focus, self.read)
        goals[place]()

    def show_present_side(self) -> None:
        """Give the keyboard to the side panel shown."""
        self.show_side(self.sides.currentIndex())

    def read(self) -> None:
        """Give the reader the keyboard."""
        self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_side(self, place: int) -> None:
        """Show one of the side panels and give it the keyboard."""
        self.sides.setCurrentIndex(place)
        page = self.sides.currentWidget()
        for target in page.findChildren(QWidget) if page else ():
            if target.focusPolicy() & Qt.FocusPolicy.TabFocus and target.isVisible():
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return


class _Sides(QTabWidget):
    """Never narrower than its tabs, whatever the language and the text size."""

    def minimumSizeHint(self) -> QSize:
        least = QSize(NARROWEST[0], 0).expandedTo(super().minimumSizeHint())
        return least.expandedTo(QSize(self.tabBar().sizeHint().width(), 0))
