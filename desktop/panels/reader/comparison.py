"""What changed from one version of a story to another, word by word, in one text."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop import icons, theme
from desktop.inks import present_inks
from desktop.panels.reader.hits import Hits, HitSteps
from desktop.panels.reader.reader_body import ReaderBody
from desktop.text_positions import TextPositions
from desktop.version_text import telling
from index import Colour, Piece, PieceKind, Span, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction

    from index import Accession, AccessionNumber

READING_SIZE = 1.08
THIN_SPACE = "\u2009"


class Relation(Enum):
    """What the other text is to the open one."""

    EARLIER = auto()
    LATER = auto()
    OTHER = auto()
    """A telling of the same story that is no version of it."""


class Comparison(QWidget):
    """Removed words are struck through, added ones underlined; colours only help."""

    other_chosen = Signal(object)
    """AccessionNumber of the version to compare with."""

    def __init__(self, back: QAction, on: QAction, close: QAction) -> None:
        super().__init__()
        self.setObjectName("comparison")
        self.setAccessibleName(self.tr("Comparison of two versions"))
        self.text = ChangedText(close)
        self.changes = Hits()
        self.steps = ChangeSteps(back, on)
        self.box = QComboBox()
        self.box.setObjectName("comparison-other")
        self.box.setAccessibleName(self.tr("Version to compare with"))
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(16)
        self.box.activated.connect(lambda row: self.other_chosen.emit(self.box.itemData(row)))
        self.label = QLabel()
        self.label.setObjectName("comparison-label")
        self.label.setBuddy(self.box)
        self.label.setContentsMargins(0, 0, theme.GAP // 2, 0)
        self.count = QLabel()
        self.count.setObjectName("comparison-count")
        self.count.setProperty("tone", "muted")
        self._lay_out(close)
        self.setFocusProxy(self.text)
        self._set_font()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_font()

    def _set_font(self) -> None:
        self.text.setFont(theme.scaled(self.font(), READING_SIZE))

    def _lay_out(self, close: QAction) -> None:
        shut = QToolButton()
        shut.setObjectName("comparison-close")
        shut.setAccessibleName(self.tr("Close the comparison"))
        shut.setToolTip(self.tr("Close the comparison (Esc)"))
        icons.dress(shut, "close")
        shut.clicked.connect(close.trigger)
        row = QHBoxLayout()
        row.setContentsMargins(18, 6, 12, 2)
        for part, stretch in ((self.label, 0), (self.box, 1), (self.steps, 0), (shut, 0)):
            row.addWidget(part, stretch)
        below = QHBoxLayout()
        below.setContentsMargins(18, 0, 12, 4)
        below.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(below)
        column.addWidget(self.text, 1)

    # --- what is shown ----------------------------------------------------------------------

    def offer(
        self,
        others: Sequence[tuple[str, AccessionNumber]],
        chosen: AccessionNumber,
        relation: Relation,
    ) -> None:
        """List what the open version can be compared with; say how it stands to the chosen one."""
        self.label.setText(self._relation(relation))
        self.box.clear()
        for name, number in others:
            self.box.addItem(name, number)
        self.box.setCurrentIndex(self.box.findData(chosen))

    def _relation(self, relation: Relation) -> str:
        match relation:
            case Relation.EARLIER:
                return self.tr("&Changes since:")
            case Relation.LATER:
                return self.tr("&Changes until:")
            case Relation.OTHER:
                return self.tr("&Compared with:")

    def show_versions(self, older: Accession, newer: Accession) -> None:
        """Compare two dispatches, from the first change on."""
        pieces = apart(compare(telling(older.dispatch), telling(newer.dispatch)))
        self.text.show_pieces(pieces)
        self.changes = Hits(changes_of(pieces))
        self.count.setText(self._counted(pieces))
        self.step(1)

    def _counted(self, pieces: Iterable[Piece]) -> str:
        words = dict.fromkeys(PieceKind, 0)
        for piece in pieces:
            words[piece.kind] += len(piece.text.split())
        removed, added = words[PieceKind.REMOVED], words[PieceKind.ADDED]
        if not removed and not added:
            return self.tr("The words are the same")
        parts = (
            self.tr("%n word(s) removed", "", removed),
            self.tr("%n word(s) added", "", added),
        )
        return "  ·  ".join(parts)

    def step(self, by: int) -> None:
        """Go to the next change (or back), round the ends."""
        self.changes.step(by)
        self.steps.show_hits(self.changes)
        if self.changes.current:
            self.text.select(self.changes.current)


class ChangeSteps(HitSteps):
    """``2/5`` between a button back and a button on."""

    def show_hits(self, hits: Hits) -> None:
        """Show at which change one is."""
        super().show_hits(hits)
        self.setAccessibleName(self.tr("Change {place}").format(place=hits.place))


class ChangedText(ReaderBody):
    """Both versions in one read-only text."""

    _pieces: tuple[Piece, ...] = ()

    def __init__(self, close: QAction) -> None:
        super().__init__()
        self.setObjectName("comparison-text")
        self.setAccessibleName(self.tr("Text with its changes"))
        self._close = close

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show a comparison."""
        self._pieces = pieces
        self.show_text("".join(piece.text for piece in pieces))
        self._dress()

    def _dress(self) -> None:
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
                cursor.setCharFormat(look_of(piece.kind))
            at = end
        cursor.endEditBlock()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()

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
