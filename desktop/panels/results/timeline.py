"""Coverage in time above the results; brushing it chooses a date range."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.facet_names import range_name
from desktop.models.coverage import Bar, bars
from desktop.short_text import month, number
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.workers.answer import Answer
    from index import FacetValue, Query

CHART = 44
"""Pixels the highest bar may have."""
NARROWEST, WIDEST = 5, 28
"""Pixels from one bar to the next."""


class TimelinePanel(QWidget):
    """The bars, what is chosen of them, and a button that takes the choice away."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self._session = session
        self.summary = QLabel(self)
        self.summary.setObjectName("timeline-summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setProperty("tone", "muted")
        self.clear = QPushButton(self.tr("All dates"), self)
        self.clear.setObjectName("clear-dates")
        self.clear.setProperty("flat", True)
        self.clear.setAccessibleName(self.tr("Remove the date range"))
        self.chart = Chart(self)
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP * 3 // 2, GAP // 2, GAP, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.chart)
        self.clear.clicked.connect(self.chart.clear)
        self.chart.brushed.connect(self._brushed)
        session.answered.connect(self._show)
        session.queried.connect(self._show_range)
        self._show_range(session.query)
        self.hide()

    def _show(self, answer: Answer) -> None:
        self.chart.show_months(answer.coverage)
        self.setVisible(bool(self.chart.bars))
        self._show_range(answer.query)

    def _show_range(self, query: Query) -> None:
        chosen = range_name(query)
        self.chart.choose(query.filed_from, query.filed_to)
        self.clear.setVisible(bool(chosen))
        self.summary.setText(chosen or self._whole())
        self.chart.setAccessibleDescription(self._spoken(chosen))

    def _whole(self) -> str:
        shown = self.chart.bars
        if not shown:
            return ""
        first, last = month(shown[0].first), month(shown[-1].last)
        return first if first == last else f"{first} – {last}"

    def _spoken(self, chosen: str) -> str:
        shown = self.chart.bars
        if not shown:
            return ""
        most = max(shown, key=lambda bar: bar.count)
        text = self.tr("Dispatches by month, {range}; most in {month}: {count}.").format(
            range=self._whole(), month=month(most.first), count=number(most.count)
        )
        return f"{text} " + self.tr("Chosen: {range}").format(range=chosen) if chosen else text

    def _brushed(self, chosen: tuple[Bar, Bar] | None) -> None:
        first, last = (chosen[0].first, chosen[1].last) if chosen else (None, None)
        query = replace(self._session.query, filed_from=first, filed_to=last)
        if query != self._session.query:
            self._session.ask(query)


class Chart(QWidget):
    """Bars by month. Drag over them, or move with ←/→, extend with Shift, choose with Enter."""

    brushed = Signal(object)
    """(first Bar, last Bar), or None when the choice was taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline-chart")
        self.setAccessibleName(self.tr("Coverage by month"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._months: tuple[FacetValue, ...] = ()
        self.bars: tuple[Bar, ...] = ()
        self._chosen: tuple[object, object] = (None, None)
        self._anchor = self._cursor = 0
        self._dragging = False

    # --- what is shown --------------------------------------------------------------------------

    def show_months(self, months: tuple[FacetValue, ...]) -> None:
        """Show other counts."""
        self._months = months
        self._put_together()

    def choose(self, first: object, last: object) -> None:
        """Show which dates are chosen."""
        self._chosen = first, last
        self.update()

    def clear(self) -> None:
        """Take the choice away."""
        self.brushed.emit(None)

    def _put_together(self) -> None:
        self.bars = bars(self._months, max(1, self.width() // NARROWEST))
        last = max(0, len(self.bars) - 1)
        self._anchor, self._cursor = min(self._anchor, last), min(self._cursor, last)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, CHART + self.fontMetrics().height() + 6)

    def resizeEvent(self, _event: object) -> None:
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
        first, last = month(shown[0].first), month(shown[-1].last)
        when = first if first == last else f"{first} – {last}"
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_bars(painter)
        self._draw_years(painter)
        if self.hasFocus() or self._dragging:
            self._draw_cursor(painter)

    def _draw_bars(self, painter: QPainter) -> None:
        colours = theme.present()
        highest = max((bar.count for bar in self.bars), default=0) or 1
        painter.setPen(QPen(colours.border, 1))
        painter.drawLine(QPointF(0, CHART + 2.5), QPointF(self.width(), CHART + 2.5))
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 1 if self._step < WIDEST / 2 else 3
        for at, bar in enumerate(self.bars):
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
        return (first is None or bar.last >= first) and (last is None or bar.first <= last)  # type: ignore[operator]

    def _draw_years(self, painter: QPainter) -> None:
        font = scaled(self.font(), 0.82)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.present().muted)
        free, year = -1.0, None
        for at, bar in enumerate(self.bars):
            x, text = self.place(at).left(), str(bar.first.year)
            if bar.first.year != year and x >= free:
                painter.drawText(QPointF(x, CHART + 3 + metrics.ascent()), text)
                free = x + metrics.horizontalAdvance(text) + GAP
            year = bar.first.year

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
