"""Draws one match: headline, agency · city · day with its concepts, and the snippet."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.delegates.chips import draw_chips
from desktop.delegates.lines import lay_out
from desktop.models.results import Fold, Role
from desktop.short_text import meta_line
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QAbstractItemModel, QObject

    from desktop.delegates.chips import Chip
    from index import ConceptId, Match

SNIPPET_LINES = 2
KEPT = 300
EDGE = 12
"""Pixels between the pane's edge and the text."""
HEADLINE = 1.08
SMALL = 0.92


class _Laid(NamedTuple):
    headline: QTextLayout
    snippet: QTextLayout


class MatchDelegate(QStyledItemDelegate):
    """All rows have the same height; texts are laid out once and kept while they are in view."""

    fold_pressed = Signal(int)
    """The mark of a story was clicked in this row."""

    def __init__(
        self,
        concepts: Callable[[Sequence[ConceptId]], list[Chip]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._concepts = concepts
        self._kept: OrderedDict[tuple[object, ...], _Laid] = OrderedDict()

    def forget(self) -> None:
        """Lay every text out anew: the matches, the fonts or the colours are other ones."""
        self._kept.clear()

    @staticmethod
    def height(font: QFont) -> int:
        """Return the height of every row in a font, in pixels."""
        head = QFontMetricsF(scaled(font, HEADLINE, bold=True)).lineSpacing()
        small = QFontMetricsF(scaled(font, SMALL)).lineSpacing()
        return round(head + small + SNIPPET_LINES * QFontMetricsF(font).lineSpacing() + 3.5 * GAP)

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(320, self.height(option.font))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        self._ground(painter, option)
        fold = Fold(index.data(Role.FOLD) or 0)
        inner = option.rect.adjusted(EDGE, GAP, -EDGE, -GAP)
        if fold is Fold.MEMBER:
            inner = self._below(painter, inner)
        found: Match | None = index.data(Role.MATCH)
        if found is None:
            self._placeholder(painter, inner, option.font)
        else:
            self._match(painter, inner, option, found, fold)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        marked = index.data(Role.FOLD) in (Fold.FOLDED, Fold.UNFOLDED)
        if (
            marked
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and self._mark_of(option, index.data(Role.MATCH)).contains(event.position())
        ):
            self.fold_pressed.emit(index.row())
            return True
        return super().editorEvent(event, model, option, index)

    def _mark_of(self, option: QStyleOptionViewItem, found: Match) -> QRectF:
        """Return where the mark of a story is drawn: at the end of the second line."""
        inner = option.rect.adjusted(EDGE, GAP, -EDGE, -GAP)
        small = QFontMetricsF(scaled(option.font, SMALL))
        top = inner.top() + QFontMetricsF(scaled(option.font, HEADLINE, bold=True)).lineSpacing()
        width = small.horizontalAdvance(self._story(found, Fold.FOLDED)) + GAP
        return QRectF(inner.right() - width, top, width, small.lineSpacing() + GAP / 2)

    @staticmethod
    def _below(painter: QPainter, inner: QRect) -> QRect:
        """Draw the line that leads down from an unfolded story; return the room beside it."""
        painter.fillRect(
            QRect(inner.left() + GAP // 2, inner.top() - GAP, 2, inner.height() + 2 * GAP),
            theme.present().strong_border,
        )
        return inner.adjusted(2 * GAP, 0, 0, 0)

    # --- parts ----------------------------------------------------------------------------------

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = theme.present()
        state, rect = option.state, option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.selection)
            active = state & QStyle.StateFlag.State_HasFocus
            mark = colours.accent if active else colours.strong_border
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), mark)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.hover)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    @staticmethod
    def _placeholder(painter: QPainter, inner: QRect, font: QFont) -> None:
        line = QFontMetricsF(font).lineSpacing()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.present().border)
        for row, share in enumerate((0.6, 0.3, 0.9)):
            top = inner.top() + row * line * 1.3
            painter.drawRoundedRect(
                QRectF(inner.left(), top, inner.width() * share, line * 0.6), 3, 3
            )

    def _match(
        self,
        painter: QPainter,
        inner: QRect,
        option: QStyleOptionViewItem,
        found: Match,
        fold: Fold,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        laid = self._laid(found, inner.width(), option.font)
        text, quiet = _pens(chosen=chosen)
        painter.setPen(text)
        laid.headline.draw(painter, QPointF(inner.topLeft()))
        top = inner.top() + laid.headline.boundingRect().height() + GAP / 4
        small = scaled(option.font, SMALL)
        height = QFontMetricsF(small).lineSpacing()
        painter.setFont(small)
        line = QRectF(inner.left(), top, inner.width(), height)
        self._meta(painter, line, found, quiet, fold)
        painter.setFont(option.font)
        painter.setPen(text)
        laid.snippet.draw(painter, QPointF(inner.left(), top + height + GAP / 2))

    def _meta(
        self, painter: QPainter, line: QRectF, found: Match, quiet: object, fold: Fold
    ) -> None:
        counts = self._counts(found, fold)
        painter.setPen(quiet)
        taken = draw_chips(painter, line, self._concepts(found.concepts), counts)
        room = line.adjusted(0, 0, -taken, 0)
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(meta_line(found), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _counts(self, found: Match, fold: Fold) -> list[str]:
        """Say what else hangs on this line: the dispatches it stands for, and annotations."""
        counts = []
        if fold in (Fold.FOLDED, Fold.UNFOLDED):
            counts.append(self._story(found, fold))
        if found.annotations:
            counts.append(self.tr("%n note(s)", "", found.annotations))
        return counts

    def _story(self, found: Match, fold: Fold) -> str:
        mark = "▾" if fold is Fold.UNFOLDED else "▸"
        count = self.tr("%n in this story", "", found.family_size)
        return f"{mark} {count}"

    def _laid(self, found: Match, width: int, font: QFont) -> _Laid:
        key = (found.id, found.snippet.text, width, font.key(), theme.present().name)
        laid = self._kept.get(key)
        if laid is None:
            bold = scaled(font, HEADLINE, bold=True)
            laid = _Laid(
                lay_out(found.headline, found.headline_hits, bold, width),
                lay_out(found.snippet.text, found.snippet.hits, font, width, SNIPPET_LINES),
            )
            self._kept[key] = laid
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return laid


def _pens(*, chosen: bool) -> tuple[object, object]:
    colours = theme.present()
    if chosen:
        return colours.selection_text, colours.selection_text
    return colours.text, colours.muted
