"""A figure on the screen: pointed at with the mouse, walked through with the arrow keys."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.coverage.drawing import draw
from desktop.coverage.figure import HEAD, Figure, Spot
from desktop.coverage.look import Look
from desktop.coverage.plan import Plan

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHelpEvent, QMouseEvent, QPaintEvent, QResizeEvent

NARROWEST = 360
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FigureView(QWidget):
    """Takes the width it is given and the height it needs."""

    asked = Signal(object)
    """Conditions of the cell or heading that was clicked, or on which Enter was pressed."""
    moved = Signal(object)
    """QRect of the cell the keyboard is on now."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"figure-{figure.name}")
        self.figure = figure
        self.at = Spot(0, 0)
        self._plan: Plan | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setMinimumWidth(NARROWEST)
        self.setAccessibleDescription(
            self.tr("Arrow keys go from cell to cell; Enter shows the dispatches of a cell.")
        )
        self._speak()

    def show_figure(self, figure: Figure) -> None:
        """Show other counts; the keyboard stays where it is, as far as that is still there."""
        self.figure = figure
        self.at = Spot(
            min(self.at.row, len(figure.rows) - 1), min(self.at.column, len(figure.columns) - 1)
        )
        self._replan()
        self._speak()

    @property
    def plan(self) -> Plan:
        """Where everything stands at the present width."""
        if self._plan is None:
            self._plan = Plan(self.figure, Look.of(self.font()), float(self.width()))
        return self._plan

    def _replan(self) -> None:
        self._plan = None
        self.setFixedHeight(round(self.plan.height) + 2)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NARROWEST * 2, round(self.plan.height) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._replan()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._replan()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw(QPainter(self), self.plan, at=self.at if self.hasFocus() else None)

    # --- the mouse --------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.plan.spot_at(event.position())
        conditions = self.figure.conditions(spot) if spot else ()
        shape = Qt.CursorShape.PointingHandCursor if conditions else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self.plan.spot_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and spot is not None:
            self._go(spot)
            self._ask()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            help_event: QHelpEvent = event  # type: ignore[assignment]
            self._tip(help_event)
            return True
        return super().event(event)

    def _tip(self, event: QHelpEvent) -> None:
        spot = self.plan.spot_at(QPointF(event.pos()))
        place = self.plan.place(spot).toRect() if spot else QRect()
        QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self, place)

    def tip_at(self, point: QPointF) -> str:
        """Return what is said of the cell under a point, as a tip shows it; or nothing."""
        spot = self.plan.spot_at(point)
        return escape(self.figure.spoken(spot)) if spot else ""

    # --- the keyboard -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            down, across = _STEPS[key]
            self._go(Spot(self.at.row + down, self.at.column + across))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(event, first=key == Qt.Key.Key_Home)
        elif key in _ENTERS:
            self._ask()
        else:
            super().keyPressEvent(event)

    def _go_to_end(self, event: QKeyEvent, *, first: bool) -> None:
        """Go to the end of the row, or with Ctrl to that of the figure."""
        rows, columns = len(self.figure.rows), len(self.figure.columns)
        row = self.at.row
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            row = 0 if first else rows - 1
        self._go(Spot(row, 0 if first else columns - 1))

    def _go(self, spot: Spot) -> None:
        rows, columns = self.plan.spots
        if spot.row not in rows or spot.column not in columns or spot.row == spot.column == HEAD:
            return
        self.at = spot
        self.moved.emit(self.place)
        self._speak()
        self.update()

    @property
    def place(self) -> QRect:
        """Where the cell is that the keyboard is on."""
        return self.plan.place(self.at).toRect()

    def _ask(self) -> None:
        self.asked.emit(self.figure.conditions(self.at))

    def _speak(self) -> None:
        said = self.figure.spoken(self.at)
        self.setAccessibleName(f"{self.figure.title}. {said}")
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.moved.emit(self.place)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
