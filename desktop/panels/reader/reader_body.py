"""The text of the open dispatch: read-only, plain, at a readable measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop import theme
from desktop.inks import present_inks
from desktop.reading_direction import option_for
from desktop.text_layout import SpacedLayout
from desktop.text_marks import Run, TextMarks
from desktop.text_positions import TextPositions
from index import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

MEASURE = 62
"""Width of the text in average letters of the font; about 78 characters of a real text."""
SIDE = 18
"""Pixels between the pane's edge and the text."""

_STANDARD = QKeySequence.StandardKey
_WINDOW_KEYS = (_STANDARD.Undo, _STANDARD.Redo, _STANDARD.Cut, _STANDARD.Paste)


class ReaderBody(QPlainTextEdit):
    """Body and boilerplate of one dispatch; every offset in and out is in code points.

    The boilerplate stands after the body, dimmed; it is no part of what can be selected as a
    passage. The room at the right, ``margin_width`` pixels, belongs to the margin.
    """

    passage_selected = Signal(object)
    """Span of the body that is selected, or None."""
    passage_clicked = Signal(int)
    """Code point offset of a click that selected nothing."""
    menu_asked = Signal(object)
    """QContextMenuEvent."""
    scrolled = Signal()
    """What stands where has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader-body")
        self.setAccessibleName(self.tr("Text of the dispatch"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.setDocument(_document(self))
        self.margin_width = 0
        self._body, self._boilerplate = "", ""
        self._positions = TextPositions("")
        self._marks = TextMarks(self.document(), present_inks())
        self._runs: tuple[Run, ...] = ()
        self._passage: Span | None = None
        self._dragging = False
        self._dress()
        self.selectionChanged.connect(self._tell_passage)
        self.updateRequest.connect(self._tell_scrolled)

    # --- the text ---------------------------------------------------------------------------

    def show_text(self, body: str, boilerplate: str = "") -> None:
        """Replace the text; marks and selection are gone."""
        self._body, self._boilerplate = body, boilerplate
        self._positions = TextPositions(body)
        self.document().setDefaultTextOption(option_for(body))
        self._runs, self._passage = (), None
        self._marks.forget()
        self.setPlainText(f"{body}\n\n{boilerplate}" if boilerplate else body)
        self._dim_boilerplate()

    def show_runs(self, runs: Iterable[Run]) -> None:
        """Draw these marks and no others."""
        self._runs = tuple(runs)
        self._marks.show(self._runs, self._positions)

    def _dim_boilerplate(self) -> None:
        if not self._boilerplate:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_qt(len(self._body)))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        dimmed = QTextCharFormat()
        dimmed.setForeground(QColor(present_inks().dimmed))
        dimmed.setFontItalic(True)
        cursor.mergeCharFormat(dimmed)

    # --- the passage ------------------------------------------------------------------------

    @property
    def passage(self) -> Span | None:
        """The selected part of the body without white space around it, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        span = self._positions.span(cursor.selectionStart(), cursor.selectionEnd())
        text = self.text_of(span)
        start = span.start + len(text) - len(text.lstrip())
        end = start + len(text.strip())
        return Span(start, end) if start < end else None

    def text_of(self, span: Span) -> str:
        """Return the part of the body between two offsets."""
        return self._body[span.start : span.end]

    @property
    def caret(self) -> int:
        """Where the text cursor stands."""
        return self._positions.from_qt(self.textCursor().position())

    @property
    def selecting(self) -> bool:
        """Whether the mouse is just dragging over the text."""
        return self._dragging

    def select(self, span: Span) -> None:
        """Select a passage and bring it into view."""
        self.reveal(span)
        self.setTextCursor(self._cursor_over(span))

    def clear_passage(self) -> None:
        """Select nothing; the text cursor stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def reveal(self, span: Span) -> None:
        """Put the text cursor before a passage, and it amid the view where it is not in it."""
        visible = self.visible_span
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_qt(span.start))
        self.setTextCursor(cursor)
        if not visible.start <= span.start <= span.end <= visible.end:
            self.centerCursor()

    # --- where things stand -----------------------------------------------------------------

    @property
    def visible_span(self) -> Span:
        """The offsets that are in view."""
        area = self.viewport().rect()
        first = self.cursorForPosition(area.topLeft()).position()
        last = self.cursorForPosition(area.bottomRight()).position()
        return self._positions.span(first, last)

    def top_of(self, offset: int) -> int:
        """Return the y of an offset that is near the view, in pixels of the viewport."""
        return self.rect_of(offset).top()

    def rect_of(self, offset: int) -> QRect:
        """Return the caret's place at an offset, in pixels of the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_qt(offset))
        return self.cursorRect(cursor)

    def offset_at(self, position: QPointF) -> int:
        """Return the offset of the character under a point of the viewport."""
        return self._positions.from_qt(
            self.cursorForPosition(self._on_line(position).toPoint()).position()
        )

    def _cursor_over(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_qt(span.start))
        cursor.setPosition(self._positions.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # --- looks ------------------------------------------------------------------------------

    def set_margin_width(self, width: int) -> None:
        """Keep room at the right for the margin."""
        if width != self.margin_width:
            self.margin_width = width
            self._keep_measure()

    def _keep_measure(self) -> None:
        readable = self.fontMetrics().averageCharWidth() * MEASURE
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        spare = max(0, room - SIDE - self.margin_width - readable)
        right = self.margin_width + spare if self.margin_width else min(spare, room)
        self.setViewportMargins(SIDE, 6, max(right, SIDE), 0)
        self.scrolled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_measure()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Qt drops a resize of the viewport that comes while the first one is being delivered
        super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))
        self.scrolled.emit()

    def _dress(self) -> None:
        """Select in the accent: the pale selection of lists looks like an annotation."""
        worn, dressed = theme.present(), self.palette()
        dressed.setColor(QPalette.ColorRole.Highlight, worn.accent)
        dressed.setColor(QPalette.ColorRole.HighlightedText, worn.accent_text)
        if dressed != self.palette():
            self.setPalette(dressed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()
            self._marks.dye(present_inks())
            self._marks.show(self._runs, self._positions, anew=True)
            self._dim_boilerplate()
        elif event.type() == QEvent.Type.FontChange:
            self._keep_measure()

    # --- keys and mouse ---------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _WINDOW_KEYS):
                event.ignore()  # they are the window's: this text has no history of its own
                return False
            if self.textCursor().hasSelection() and _extends_by_line(event):
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(self._snapped(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._snapped(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._snapped(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._snapped(event))
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._dragging = False
        if self.textCursor().hasSelection():
            self.passage_selected.emit(self.passage)
        else:
            self.passage_clicked.emit(self.offset_at(event.position()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event)

    def _snapped(self, event: QMouseEvent) -> QMouseEvent:
        """Move the event from the room between two lines onto the nearer one."""
        return QMouseEvent(
            event.type(),
            self._on_line(event.position()),
            event.scenePosition(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def _on_line(self, position: QPointF) -> QPointF:
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if position.y() < box.bottom():
                layout = block.layout()
                lines = [layout.lineAt(n).rect() for n in range(layout.lineCount())]
                middles = [box.top() + line.center().y() for line in lines]
                nearest = min(middles, key=lambda y: abs(y - position.y()), default=position.y())
                return QPointF(position.x(), nearest)
            block = block.next()
        return position

    # --- telling ----------------------------------------------------------------------------

    def _tell_passage(self) -> None:
        passage = self.passage
        if passage != self._passage:
            self._passage = passage
            self.passage_selected.emit(passage)

    def _tell_scrolled(self, area: QRect, by: int) -> None:
        if by or area.contains(self.viewport().rect()):  # not for a blinking text cursor
            self.scrolled.emit()


def _document(parent: QPlainTextEdit) -> QTextDocument:
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(2)
    document.setDocumentLayout(SpacedLayout(document))
    return document


def _extends_by_line(event: QKeyEvent) -> bool:
    vertical = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    return vertical and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
