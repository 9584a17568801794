"""The ordered matches of one query; pages are made when they are looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from index.dispatch import AccessionNumber
from index.results import Match, Snippet
from index.search.excerpts import LOOKED_AT, excerpt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.corpus import Card, Corpus
    from index.results import Summary
    from index.search.batch import Numbers
    from index.search.highlighting import Highlighter
    from index.search.view import View


class Found:
    """Implements :class:`index.results.Results`; holds no lock and never changes."""

    def __init__(
        self,
        view: View,
        corpus: Corpus,
        summary: Summary,
        order: Numbers,
        score: Numbers,
        families: Numbers | None,
        highlighters: dict[str, Highlighter],
    ) -> None:
        self._view = view
        self._corpus = corpus
        self._summary = summary
        self._order = order
        self._score = score
        self._families = families
        self._highlighters = highlighters

    @property
    def summary(self) -> Summary:
        """Totals, facets and notices."""
        return self._summary

    @cached_property
    def ids(self) -> Sequence[AccessionNumber]:
        """Every match in order."""
        return [AccessionNumber(id_) for id_ in self._view.rows.ids[self._order].tolist()]

    def page(self, first: int, count: int) -> list[Match]:
        """Return up to ``count`` matches from position ``first`` with their snippets."""
        first = max(0, first)
        rows = self._order[first : first + max(0, count)].tolist()
        ids = self._view.rows.ids[self._order[first : first + max(0, count)]].tolist()
        cards = {card.id: card for card in self._corpus.cards(ids)}
        return [
            self._match(cards[id_], row, first + at)
            for at, (id_, row) in enumerate(zip(ids, rows, strict=True))
            if id_ in cards
        ]

    def _match(self, card: Card, row: int, at: int) -> Match:
        marks = self._view.marks
        return Match(
            id=card.id,
            score=float(self._score[row]),
            headline=card.headline,
            headline_hits=self._highlighters["headline"].spans(card.headline),
            agency=card.agency,
            city=card.city,
            language=card.language,
            filed=card.filed,
            snippet=self._snippet(card),
            concepts=marks.direct(row),
            annotations=int(marks.annotations[row]),
            family_size=1 if self._families is None else int(self._families[at]),
        )

    def _snippet(self, card: Card) -> Snippet:
        body = card.body[:LOOKED_AT]
        hits = self._highlighters["body"].hits(body)
        if not hits and card.standfirst:
            hits = self._highlighters["standfirst"].hits(card.standfirst)
            body = card.standfirst if hits else body
        return excerpt(body, hits)
