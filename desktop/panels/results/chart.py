"""Bars in time that are brushed by mouse or keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop import theme
from desktop.models.grain import Grain, bars_by
from desktop.short_text import month, number, span
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop.models.coverage import Bar
    from index import FacetValue

CHART = 44
"""Pixels the highest bar may have."""
NARROWEST, WIDEST = 5, 28
"""Pixels from one bar to the next."""
_SHORT = 20
"""Days of a bar below which the months are written."""


class Chart(QWidget):
    """Drag over the bars, or move with ←/→, extend with Shift, choose with Enter."""

    brushed = Signal(object)
    """(first Bar, last Bar), or None when the choice was taken away."""
    moved = Signal(int)
    """The bar that the keyboard is at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline-chart")
        self.setAccessibleName(self.tr("Coverage in time"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._months: tuple[FacetValue, ...] = ()
        self._days: tuple[tuple[int, int], ...] = ()
        self.grain = Grain.FITTING
        self.bars: tuple[Bar, ...] = ()
        self._chosen: tuple[date | None, date | None] = (None, None)
        self._anchor = self._cursor = 0
        self._dragging = False

    # --- what is shown --------------------------------------------------------------------------

    def show_counts(
        self, days: tuple[tuple[int, int], ...], months: tuple[FacetValue, ...]
    ) -> None:
        """Show other counts."""
        self._days, self._months = days, months
        self._put_together()

    def divide(self, grain: Grain) -> None:
        """Show bars by day, week, month or year; the chart grows as wide as they need."""
        self.grain = grain
        self._put_together()

    def choose(self, first: date | None, last: date | None) -> None:
        """Show which dates are chosen."""
        self._chosen = first, last
        self.update()

    def clear(self) -> None:
        """Take the choice away."""
        self.brushed.emit(None)

    def _put_together(self) -> None:
        most = max(1, self.width() // NARROWEST)
        self.bars = bars_by(self.grain, self._days, self._months, most)
        fitting = self.grain is Grain.FITTING
        self.setMinimumWidth(0 if fitting else len(self.bars) * NARROWEST)
        last = max(0, len(self.bars) - 1)
        self._anchor, self._cursor = min(self._anchor, last), min(self._cursor, last)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, CHART + self.fontMetrics().height() + 6)

    def resizeEvent(self, _event: object) -> None:
        if self.grain is Grain.FITTING:
            self._put_together()

    # --- brushed --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.bars:
            self._anchor = self._cursor = self._at(event.position().x())
            self._dragging = True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.bars:
            return
        at = self._at(event.position().x())
        if self._dragging:
            self._cursor = at
            self.update()
        QToolTip.showText(event.globalPosition().toPoint(), self._tip(self._brush_bars(at)), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._dragging:
            self._dragging = False
            self._brush()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Home | Qt.Key.Key_End if self.bars:
                self._move(event)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.bars:
                self._brush()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.clear()
            case _:
                super().keyPressEvent(event)

    def _move(self, event: QKeyEvent) -> None:
        last = len(self.bars) - 1
        goals = {
            Qt.Key.Key_Left: max(0, self._cursor - 1),
            Qt.Key.Key_Right: min(last, self._cursor + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        self._cursor = goals[Qt.Key(event.key())]
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = self._cursor
        self.moved.emit(self._cursor)
        self.update()

    def _brush(self) -> None:
        first, last = sorted((self._anchor, self._cursor))
        self.brushed.emit((self.bars[first], self.bars[last]))

    def _brush_bars(self, at: int) -> tuple[Bar, ...]:
        if not self._dragging:
            return (self.bars[at],)
        first, last = sorted((self._anchor, self._cursor))
        return self.bars[first : last + 1]

    def _tip(self, shown: tuple[Bar, ...]) -> str:
        when = span(shown[0].first, shown[-1].last)
        count = sum(bar.count for bar in shown)
        counted = self.tr("%n dispatch(es)", "", count).replace(str(count), number(count))
        return f"{when}: {counted}"

    # --- drawn ----------------------------------------------------------------------------------

    @property
    def _step(self) -> float:
        return min(WIDEST, self.width() / max(1, len(self.bars)))

    def _at(self, x: float) -> int:
        return min(len(self.bars) - 1, max(0, int(x / self._step)))

    def place(self, bar: int) -> QRectF:
        """Return the column of a bar, from top to bottom of the chart."""
        return QRectF(bar * self._step, 2, self._step, CHART)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_bars(painter, event.rect().left(), event.rect().right())
        self._draw_labels(painter)
        if self.hasFocus() or self._dragging:
            self._draw_cursor(painter)

    def _draw_bars(self, painter: QPainter, left: int, right: int) -> None:
        colours = theme.present()
        highest = max((bar.count for bar in self.bars), default=0) or 1
        painter.setPen(QPen(colours.border, 1))
        painter.drawLine(QPointF(0, CHART + 2.5), QPointF(self.width(), CHART + 2.5))
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 1 if self._step < WIDEST / 2 else 3
        first, last = int(left / self._step), int(right / self._step) + 1
        for at, bar in enumerate(self.bars[first:last], start=first):
            if not bar.count:
                continue
            high = max(3.0, CHART * bar.count / highest)
            box = self.place(at).adjusted(0, CHART - high, -gap, 0)
            painter.setBrush(colours.bar_chosen if self._is_chosen(bar) else colours.bar)
            painter.drawRoundedRect(box, 1.5, 1.5)

    def _is_chosen(self, bar: Bar) -> bool:
        first, last = self._chosen
        if first is None and last is None:
            return False
        return (first is None or bar.last >= first) and (last is None or bar.first <= last)

    def _draw_labels(self, painter: QPainter) -> None:
        font = scaled(self.font(), 0.82)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.present().muted)
        for x, text in self.labels(metrics):
            painter.drawText(QPointF(x, CHART + 3 + metrics.ascent()), text)

    def labels(self, metrics: QFontMetrics) -> Iterator[tuple[float, str]]:
        """Yield what stands below the bars, and where it begins; all of it within the chart."""
        free, before = 0.0, ""
        for at, bar in enumerate(self.bars):
            text = self._label(bar)
            wide = metrics.horizontalAdvance(text)
            x = max(0.0, min(self.place(at).left(), self.width() - wide))
            if text != before and x >= free:
                yield x, text
                free = x + wide + GAP
            before = text

    def _label(self, bar: Bar) -> str:
        """Return the year that a bar begins in, or the month where bars are shorter than one."""
        fine = (bar.last - bar.first).days < _SHORT
        return month(bar.first) if fine else str(bar.first.year)

    def _draw_cursor(self, painter: QPainter) -> None:
        if not self.bars:
            return
        first, last = sorted((self._anchor, self._cursor))
        box = self.place(first).united(self.place(last)).adjusted(0.5, -1, -0.5, 0)
        painter.setPen(QPen(theme.present().accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)

    def focusInEvent(self, _event: object) -> None:
        self.update()

    def focusOutEvent(self, _event: object) -> None:
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
