"""The margin beside the text: a card for every annotation that is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.panels.annotations.card import Card

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QWheelEvent

    from desktop.panels.reader.reader_body import ReaderBody
    from index import Annotation, AnnotationId, ConceptUse, Span

GAP = 6
LEAST, MOST = 150, 250
"""Width of the margin in pixels."""
MOST_CARDS = 40
"""More do not fit beside a screenful of text."""
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
        self._concepts: Mapping[int, ConceptUse] = {}
        self._at_hand: AnnotationId | None = None
        self._cards: list[Card] = []
        body.scrolled.connect(self.arrange)

    @property
    def cards(self) -> list[Card]:
        """The cards in view, from the top."""
        shown = (card for card in self._cards if not card.isHidden())
        return sorted(shown, key=lambda card: card.y())

    def show_annotations(
        self, placed: Sequence[Placed], concepts: Mapping[int, ConceptUse]
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
        seen = self._not_too_many(self._in_view()) if self._placed else []
        cards = self._cards_for(seen)
        bottom = 0
        for number, (card, each) in enumerate(zip(cards, seen, strict=True)):
            top = max(0, self._body.top_of(each.span.start))
            self._fill(card, each)
            card.setGeometry(0, max(top, bottom), self.width(), self._height_of(card))
            if card.at_hand:
                self._level(cards[: number + 1], top)
            bottom = card.geometry().bottom() + 1 + GAP
        for card in cards:
            card.setVisible(-card.height() < card.y() <= self.height())

    @staticmethod
    def _level(cards: list[Card], top: int) -> None:
        """Move the last of the cards up to its passage, and those above it out of its way."""
        cards[-1].move(0, top)
        for card, below in zip(cards[-2::-1], cards[:0:-1], strict=True):
            card.move(0, min(card.y(), below.y() - GAP - card.height()))

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

    def _not_too_many(self, seen: list[Placed]) -> list[Placed]:
        """Keep as many as fit beside a screenful, those about the one at hand before others."""
        numbers = [each.annotation.id for each in seen]
        middle = numbers.index(self._at_hand) if self._at_hand in numbers else 0
        first = max(0, min(middle - MOST_CARDS // 2, len(seen) - MOST_CARDS))
        return seen[first : first + MOST_CARDS]

    def _cards_for(self, seen: Sequence[Placed]) -> list[Card]:
        """Return a card for each, the same one as before where it had one; others go."""
        wanted = [each.annotation.id for each in seen]
        kept = {card.id: card for card in self._cards if card.id in wanted}
        free = [card for card in self._cards if card.id not in kept]
        for card in free:
            if card.hasFocus():
                self._body.setFocus()
            card.hide()
        return [kept.get(number) or (free.pop() if free else self._new_card()) for number in wanted]

    def _new_card(self) -> Card:
        card = Card(self)
        card.chosen.connect(self.chosen)
        card.edited.connect(self.edited)
        card.deleted.connect(self.deleted)
        card.stepped.connect(self.stepped)
        self._cards.append(card)
        return card

    def _fill(self, card: Card, each: Placed) -> None:
        used = [self._concepts[c] for c in each.annotation.concepts if c in self._concepts]
        card.show_annotation(each.annotation, used, at_hand=each.annotation.id == self._at_hand)

    def _height_of(self, card: Card) -> int:
        layout = card.layout()
        return layout.totalHeightForWidth(self.width()) if layout else 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._body.wheelEvent(event)
