"""A label of plain text in which hits are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme
from desktop.inks import present_inks
from desktop.reading_direction import option_for
from desktop.text_marks import Hit, Style, format_of
from desktop.text_positions import TextPositions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QTextCharFormat

    from index import Span

MOST_IN_A_LINE = 400
"""Characters; more than any line holds."""


class MarkedLabel(QWidget):
    """Wraps its text, to at most so many lines; offsets of the hits are code points."""

    def __init__(self, name: str, *, lines: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._text = ""
        self._hits: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    @property
    def hits(self) -> tuple[Span, ...]:
        """What is marked."""
        return self._hits

    def show_text(self, text: str, hits: Sequence[Span] = ()) -> None:
        """Show a text; an empty one takes no room."""
        self._text, self._hits = text, tuple(hits)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def clamp(self, lines: int) -> None:
        """Show at most so many lines, the last one cut short; 0 shows all."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._laid_out(width).boundingRect().height() + 0.99)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        worn = theme.present()
        painter.setPen(worn.text if self.isEnabled() else worn.muted)
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        full = self._broken(self._text, width)
        if not self._lines or full.lineCount() <= self._lines:
            return full
        last = full.lineAt(self._lines - 1)
        kept, rest = _utf16_cut(self._text, last.textStart())
        tail = self.fontMetrics().elidedText(
            f"{rest[:MOST_IN_A_LINE]} …", Qt.TextElideMode.ElideRight, width
        )
        return self._broken(kept + tail, width)

    def _broken(self, text: str, width: int) -> QTextLayout:
        layout = QTextLayout(text, self.font())
        layout.setTextOption(option_for(text))
        if text == self._text:
            layout.setFormats(self._formats())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() * 1.08
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        positions = TextPositions(self._text)
        look = format_of(Style(hit=Hit.ONE), present_inks())
        return [_range(positions, hit, look) for hit in self._hits]


def _utf16_cut(text: str, position: int) -> tuple[str, str]:
    offset = TextPositions(text).from_qt(position)
    return text[:offset], text[offset:].replace("\n", " ")


def _range(positions: TextPositions, hit: Span, look: QTextCharFormat) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start = positions.to_qt(hit.start)
    marked.length = positions.to_qt(hit.end) - marked.start
    marked.format = look
    return marked
