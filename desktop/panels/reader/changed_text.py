"""Two versions in one text: what was removed struck through, what was added underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor

from desktop.inks import present_inks
from desktop.panels.reader.reader_body import ReaderBody
from desktop.reading_direction import option_for
from desktop.text_positions import TextPositions
from index import Colour, Piece, PieceKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

THIN_SPACE = "\u2009"


class ChangedText(ReaderBody):
    """Both versions in one read-only text."""

    _pieces: tuple[Piece, ...] = ()

    def __init__(self, close: QAction) -> None:
        super().__init__()
        self.setObjectName("comparison-text")
        self.setAccessibleName(self.tr("Text with its changes"))
        self._close = close

    def show_pieces(self, pieces: tuple[Piece, ...], told: str) -> None:
        """Show a comparison; it reads in the direction of ``told``, a part of it."""
        self._pieces = pieces
        self.show_text("".join(piece.text for piece in pieces))
        self.document().setDefaultTextOption(option_for(told))
        self._dress_pieces()

    def _dress_pieces(self) -> None:
        looks = {kind: look_of(kind) for kind in (PieceKind.REMOVED, PieceKind.ADDED)}
        places = TextPositions("".join(piece.text for piece in self._pieces))
        cursor, at = QTextCursor(self.document()), 0
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())  # new text takes over the look of the old
        for piece in self._pieces:
            end = at + len(piece.text)
            if piece.kind is not PieceKind.SAME:
                cursor.setPosition(places.to_qt(at))
                cursor.setPosition(places.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(looks[piece.kind])
            at = end
        cursor.endEditBlock()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress_pieces()

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()  # here it leads back to the text, not out of the reader
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close.trigger()
        else:
            super().keyPressEvent(event)


def apart(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Put a thin space behind a removed word where the added one follows at once.

    Letters of Arabic would join across the change otherwise.
    """
    shown: list[Piece] = []
    for piece in pieces:
        before = shown[-1] if shown else None
        if before and before.kind is PieceKind.REMOVED and piece.kind is PieceKind.ADDED:
            touching = not (before.text[-1].isspace() or piece.text[0].isspace())
            shown[-1] = Piece(before.kind, before.text + THIN_SPACE * touching)
        shown.append(piece)
    return tuple(shown)


def changes_of(pieces: Iterable[Piece]) -> list[Span]:
    """Return where the changes stand; what replaced what is one change."""
    found: list[Span] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        if piece.kind is not PieceKind.SAME:
            if found and found[-1].end == at:
                found[-1] = Span(found[-1].start, end)
            else:
                found.append(Span(at, end))
        at = end
    return found


def look_of(kind: PieceKind) -> QTextCharFormat:
    """Return the look of a removed or added piece, which can be told without colour."""
    inks, look = present_inks(), QTextCharFormat()
    added = kind is PieceKind.ADDED
    colour = Colour.GREEN if added else Colour.RED
    look.setBackground(QColor(inks.annotations[colour]))
    look.setForeground(QColor(inks.text))
    look.setFontStrikeOut(not added)
    if added:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(inks.lines[colour]))
    return look
