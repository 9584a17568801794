"""What changed from one version of a story to another, word by word, in one text."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop import icons, theme
from desktop.panels.reader.changed_text import ChangedText, apart, changes_of
from desktop.panels.reader.hits import Hits, HitSteps
from desktop.version_text import COUNTED, details, telling
from desktop.workers.worker import Worker
from index import PieceKind, compare, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction

    from index import Accession, AccessionNumber, Piece

READING_SIZE = 1.08


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
    failed = Signal(object)
    """The exception a comparison ended with."""

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
        self._worker: Worker | None = None
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
        """Compare two dispatches, from the first change on; long ones off the GUI thread."""
        one, other = telling(older.dispatch), telling(newer.dispatch)
        show = partial(self._show, details(older.dispatch, newer.dispatch))
        self._forget()
        if len(one) + len(other) <= COUNTED:
            show(compare(one, other))
            return
        self._show((), ())
        self.count.setText(self.tr("Comparing…"))
        if self._worker is None:
            self._worker = Worker("compare", self)
            self._worker.failed.connect(self.failed)
        self._worker.ask(partial(compare, one, other), show)

    def _show(self, about: tuple[Piece, ...], told: tuple[Piece, ...]) -> None:
        pieces = apart((*about, *told))
        self.text.show_pieces(pieces, "".join(piece.text for piece in told))
        self.changes = Hits(changes_of(pieces))
        self.count.setText(self._counted(told))
        self.step(1)

    def _forget(self) -> None:
        if self._worker is not None:
            self._worker.forget()

    def shut_down(self) -> None:
        """Stop the thread."""
        if self._worker is not None:
            self._worker.close()

    def _counted(self, pieces: Iterable[Piece]) -> str:
        words = dict.fromkeys(PieceKind, 0)
        for piece in pieces:
            words[piece.kind] += word_count(piece.text)
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
