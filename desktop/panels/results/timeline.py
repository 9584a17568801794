"""Coverage in time above the results; brushing it chooses a date range."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.facet_names import range_name
from desktop.models.grain import Grain
from desktop.panels.results.chart import Chart
from desktop.short_text import number, span
from desktop.theme import GAP

if TYPE_CHECKING:
    from desktop.models.coverage import Bar
    from desktop.session import Session
    from desktop.workers.answer import Answer
    from index import Query


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
        self.grain = QComboBox(self)
        self._name_grains()
        self.chart = Chart(self)
        self.strip = Strip(self.chart, self)
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.clear)
        head.addWidget(self.grain)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP * 3 // 2, GAP // 2, GAP, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.strip)
        self.grain.activated.connect(self._divide)
        self.clear.clicked.connect(self.chart.clear)
        self.chart.brushed.connect(self._brushed)
        session.answered.connect(self._show)
        session.queried.connect(self._show_range)
        self._show_range(session.query)
        self.hide()

    def _name_grains(self) -> None:
        self.grain.setObjectName("timeline-grain")
        self.grain.setAccessibleName(self.tr("What a bar stands for"))
        self.grain.setToolTip(self.tr("What a bar stands for"))
        for grain, text in (
            (Grain.FITTING, self.tr("Automatic")),
            (Grain.DAY, self.tr("By day")),
            (Grain.WEEK, self.tr("By week")),
            (Grain.MONTH, self.tr("By month")),
            (Grain.YEAR, self.tr("By year")),
        ):
            self.grain.addItem(text, grain)

    def _divide(self) -> None:
        self.chart.divide(Grain(self.grain.currentData()))
        self.strip.settle()
        self._show_range(self._session.query)

    def _show(self, answer: Answer) -> None:
        self.chart.show_counts(answer.days, answer.coverage)
        self.strip.settle()
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
        return span(shown[0].first, shown[-1].last)

    def _spoken(self, chosen: str) -> str:
        shown = self.chart.bars
        if not shown:
            return ""
        most = max(shown, key=lambda bar: bar.count)
        text = self.tr("Dispatches in time, {range}; most in {span}: {count}.").format(
            range=self._whole(), span=span(most.first, most.last), count=number(most.count)
        )
        return f"{text} " + self.tr("Chosen: {range}").format(range=chosen) if chosen else text

    def _brushed(self, chosen: tuple[Bar, Bar] | None) -> None:
        first, last = (chosen[0].first, chosen[1].last) if chosen else (None, None)
        query = replace(self._session.query, filed_from=first, filed_to=last)
        if query != self._session.query:
            self._session.ask(query)


class Strip(QScrollArea):
    """As much of the chart as there is room for; it scrolls where the bars need more."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline-strip")
        self._chart = chart
        self.setWidget(chart)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        chart.moved.connect(self._follow)

    def settle(self) -> None:
        """Make room for a scroll bar where one is needed; the latest bars are shown first."""
        self.updateGeometry()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.maximum())

    def _follow(self, at: int) -> None:
        place = self._chart.place(at).center().toPoint()
        self.ensureVisible(place.x(), place.y(), 2 * GAP, 0)

    def sizeHint(self) -> QSize:
        hint = self._chart.sizeHint()
        scrolls = self._chart.minimumWidth() > self.width()
        more = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        return QSize(hint.width(), hint.height() + more)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.updateGeometry()
