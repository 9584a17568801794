"""Walking through the hits of a text: a row of spans and the one at hand."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from index import Span


class Hits:
    """Spans in order, of which one is current as soon as someone has stepped."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = tuple(spans)
        self._at: int | None = None

    @property
    def current(self) -> Span | None:
        """The hit at hand."""
        return None if self._at is None else self.spans[self._at]

    @property
    def place(self) -> str:
        """``3/17``; ``–/17`` before the first step; empty without hits."""
        if not self.spans:
            return ""
        return f"{'–' if self._at is None else self._at + 1}/{len(self.spans)}"

    def step(self, by: int) -> Span | None:
        """Go on by so many hits, round the ends; the first step forward meets the first hit."""
        if not self.spans:
            return None
        before = self._at if self._at is not None else -1 if by > 0 else 0
        self._at = (before + by) % len(self.spans)
        return self.current

    def meet(self, offset: int) -> Span | None:
        """Go to the first hit at or after an offset, or round to the first of all."""
        if not self.spans:
            return None
        starts = [span.start for span in self.spans]
        self._at = bisect_left(starts, offset) % len(self.spans)
        return self.current


class HitSteps(QWidget):
    """``3/17`` between a button back and a button on; hidden where there is nothing to count."""

    def __init__(self, back: QAction, on: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader-hits")
        self._label = QLabel()
        self._label.setObjectName("reader-hit-place")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(_button(back, Qt.ArrowType.UpArrow))
        row.addWidget(self._label)
        row.addWidget(_button(on, Qt.ArrowType.DownArrow))
        self.show_hits(Hits())

    @property
    def place(self) -> str:
        """What is shown, for example ``3/17``."""
        return self._label.text()

    def show_hits(self, hits: Hits) -> None:
        """Show where one is."""
        self._label.setText(hits.place)
        self._label.setAccessibleName(self.tr("Hit {place}").format(place=hits.place))
        self.setVisible(bool(hits.spans))


def _button(action: QAction, arrow: Qt.ArrowType) -> QToolButton:
    button = QToolButton()
    button.setObjectName(action.objectName() + "-button")
    button.setAccessibleName(action.text().replace("&", ""))
    button.setDefaultAction(action)
    button.setArrowType(arrow)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAutoRaise(True)
    button.setIconSize(QSize(12, 12))
    return button
