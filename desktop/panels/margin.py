"""The margin beside the text: a card for every annotation that is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.panels.card import Card

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QWheelEvent

    from desktop.panels.reader_body import ReaderBody
    from index import Annotation, AnnotationId, ConceptId, ConceptUse, Span

GAP = 6
LEAST, MOST = 150, 250
"""Width of the margin in pixels."""
SHARE = 0.3
"""Of the reader that the margin takes, between the two."""


class Placed(NamedTuple):
    """An annotation and where its passage stands now."""

    annotation: Annotation
    span: Span


class Margin(QWidget):
    """Sets cards level with their passages, pushing down those that would overlap.

    Cards exist only for what is in view, so that a thousand annotations cost no more than ten.
    """

    chosen = Signal(object)
    edited = Signal(object)
    deleted = Signal(object)
    """AnnotationId."""
    stepped = Signal(int)

    def __init__(self, body: ReaderBody) -> None:
        super().__init__(body)
        self.setObjectName("reader-margin")
        self.setAccessibleName(self.tr("Annotations in view"))
        self._body = body
        self._placed: list[Placed] = []
        self._concepts: Mapping[ConceptId, ConceptUse] = {}
        self._at_hand: AnnotationId | None = None
        self._cards: list[Card] = []
        body.scrolled.connect(self.arrange)

    @property
    def cards(self) -> list[Card]:
        """The cards in view, from the top."""
        return [card for card in self._cards if not card.isHidden()]

    def show_annotations(
        self, placed: Sequence[Placed], concepts: Mapping[ConceptId, ConceptUse]
    ) -> None:
        """Show these annotations beside their passages."""
        self._placed = sorted(placed, key=lambda each: each.span.start)
        self._concepts = concepts
        self.arrange()

    def choose(self, annotation: AnnotationId | None) -> None:
        """Put one annotation at hand: its card stands level and is shown at length."""
        self._at_hand = annotation
        self.arrange()

    def focus_card(self, annotation: AnnotationId) -> None:
        """Give the keyboard to a card that is in view."""
        for card in self.cards:
            if card.id == annotation:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- setting the cards ------------------------------------------------------------------

    def arrange(self) -> None:
        """Set the cards that belong to what is in view."""
        self._take_room()
        bottom, count, at_hand = 0, 0, None
        for each in self._in_view() if self._placed else ():
            top = max(0, self._body.top_of(each.span.start))
            if max(top, bottom) > self.height():
                break
            card = self._card(count)
            self._fill(card, each)
            card.setGeometry(0, max(top, bottom), self.width(), self._height_of(card))
            bottom = card.geometry().bottom() + 1 + GAP
            if each.annotation.id == self._at_hand:
                at_hand = (count, top)
            count += 1
        for card in self._cards[count:]:
            card.hide()
        if at_hand is not None:
            self._level(*at_hand)

    def _level(self, number: int, top: int) -> None:
        """Move the card at hand up to its passage, and those above it out of its way."""
        self._cards[number].move(0, top)
        below = self._cards[number]
        for card in reversed(self._cards[:number]):
            card.move(0, min(card.y(), below.y() - GAP - card.height()))
            below = card

    def _take_room(self) -> None:
        width = max(LEAST, min(MOST, int(self._body.width() * SHARE))) if self._placed else 0
        self._body.set_margin_width(width + 4 * GAP if width else 0)
        view = self._body.viewport().geometry()
        self.setGeometry(QRect(view.right() + 2 * GAP, view.top(), width, view.height()))
        self.setVisible(bool(width))

    def _in_view(self) -> list[Placed]:
        view = self._body.visible_span
        return [
            each
            for each in self._placed
            if each.span.start <= view.end and each.span.end >= view.start
        ]

    def _card(self, number: int) -> Card:
        while number >= len(self._cards):
            card = Card(self)
            card.chosen.connect(self.chosen)
            card.edited.connect(self.edited)
            card.deleted.connect(self.deleted)
            card.stepped.connect(self.stepped)
            self._cards.append(card)
        return self._cards[number]

    def _fill(self, card: Card, each: Placed) -> None:
        used = [self._concepts[c] for c in each.annotation.concepts if c in self._concepts]
        card.show_annotation(each.annotation, used, at_hand=each.annotation.id == self._at_hand)
        card.show()

    def _height_of(self, card: Card) -> int:
        layout = card.layout()
        return layout.totalHeightForWidth(self.width()) if layout else 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._body.wheelEvent(event)
