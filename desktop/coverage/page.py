"""The page of the window that shows the figures of the present query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import icons
from desktop.concept_labels import ConceptLabels
from desktop.coverage.figure import counted
from desktop.coverage.panel import FigurePanel
from desktop.panels.parts.empty_state import EmptyState
from desktop.panels.search.filter_chips import FilterChips
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect

    from desktop.coverage.figure import Figure
    from desktop.session import Session
    from index import Query

WIDEST = 1480
"""Pixels of the figures; more would part headings from what they head."""
SIDE_BY_SIDE = ("concept-pairs", "languages")
"""Figures that share a line."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CoveragePage(QWidget):
    """Esc leaves it; letters and digits, which would tag what is not in view, do nothing here."""

    left = Signal()
    asked = Signal(object)
    """Conditions that narrow the query."""
    save_wanted = Signal(object)
    """Figure."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coverage")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.labels = ConceptLabels(session, self)
        self.chips = FilterChips(session, self.labels, self)
        self.back = QPushButton(self.tr("Back to the results"))
        self.title, self.summary = QLabel(self.tr("Coverage")), QLabel()
        self.panels: dict[str, FigurePanel] = {}
        self.empty = EmptyState("coverage-empty", "coverage")
        self.area = QScrollArea()
        self.body = QStackedWidget()
        self._arrange()
        self._dress()
        shortcut = QShortcut(QKeySequence("Esc"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.left)
        self.back.clicked.connect(self.left)

    # --- built once -------------------------------------------------------------------------

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.body, 1)
        self.area.setObjectName("coverage-area")
        self.area.setAccessibleName(self.tr("Figures"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._sheet())
        self.body.addWidget(self.area)
        self.body.addWidget(self.empty)
        self.empty.offer("coverage-back", self.tr("Back to the results"), self.left.emit)

    def _head(self) -> QVBoxLayout:
        self.title.setObjectName("coverage-title")
        self.summary.setObjectName("coverage-summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setProperty("tone", "muted")
        self.back.setObjectName("leave-coverage")
        self.back.setToolTip(self.tr("Back to the results (Esc)"))
        icons.dress(self.back, "undo")
        line = QHBoxLayout()
        line.addWidget(self.title)
        line.addSpacing(GAP)
        line.addWidget(self.summary, 1)
        line.addWidget(self.back)
        head = QVBoxLayout()
        head.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, GAP)
        head.addLayout(line)
        head.addWidget(self.chips)
        return head

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        sheet.setObjectName("coverage-sheet")
        sheet.setProperty("surface", "base")
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4 * GAP)
        self._pair = QHBoxLayout()
        self._pair.setSpacing(5 * GAP)
        self._column.addLayout(self._pair)
        self._column.addStretch()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(3 * GAP, GAP, 3 * GAP, 3 * GAP)
        row.addWidget(inner, WIDEST)
        row.addStretch(1)
        return sheet

    # --- what is shown ----------------------------------------------------------------------

    def wait(self) -> None:
        """Say that the counts are on their way, where there are none yet."""
        if not self.panels:
            self.empty.say(self.tr("Counting…"))
            self.body.setCurrentWidget(self.empty)

    def show_figures(self, query: Query, total: int, figures: Sequence[Figure]) -> None:
        """Show the counts of a query."""
        self.summary.setText(self._told(query, total))
        if not total or not figures:
            self.empty.say(self.tr("Nothing to count"), self.tr("The query finds no dispatch."))
            self.body.setCurrentWidget(self.empty)
            return
        shown = {figure.name: figure for figure in figures}
        for name in [name for name in self.panels if name not in shown]:
            gone = self.panels.pop(name)
            gone.hide()
            gone.deleteLater()
        for place, figure in enumerate(figures):
            self._show(place, figure)
        self.body.setCurrentWidget(self.area)

    def _told(self, query: Query, total: int) -> str:
        text = query.text.strip()
        return f"{counted(total)}  ·  {text}" if text else counted(total)

    def _show(self, place: int, figure: Figure) -> None:
        if figure.name in self.panels:
            self.panels[figure.name].show_figure(figure)
            return
        panel = self.panels[figure.name] = FigurePanel(figure)
        panel.save_wanted.connect(self.save_wanted)
        panel.view.asked.connect(self.asked)
        panel.view.moved.connect(self._reveal)
        if figure.name in SIDE_BY_SIDE:
            self._pair.insertWidget(SIDE_BY_SIDE.index(figure.name), panel, 1)
        else:
            self._column.insertWidget(place, panel)

    def _reveal(self, place: QRect) -> None:
        view = self.sender()
        sheet = self.area.widget()
        if isinstance(view, QWidget) and sheet is not None:
            corner = view.mapTo(sheet, place.topLeft())
            centre = corner + QPoint(place.width() // 2, place.height() // 2)
            self.area.ensureVisible(centre.x(), centre.y(), 0, place.height() + 4 * GAP)

    def take_focus(self) -> None:
        """Give the keyboard to the first figure, or to the way back where there is none."""
        first = next(iter(self.panels.values()), None)
        target = self.back if first is None or first.isHidden() else first.view
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- events -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _types(event):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _dress(self) -> None:
        self.title.setFont(scaled(self.font(), 1.35, bold=True))


def _types(event: QEvent) -> bool:
    """Tell whether a key writes a letter or a digit."""
    if not isinstance(event, QKeyEvent) or event.modifiers() & _COMMANDS:
        return False
    return event.text().isalnum()
