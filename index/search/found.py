"""The ordered matches of one query; pages are made when they are looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.dispatch import AccessionNumber
from index.results import Match, Snippet
from index.search.excerpts import LOOKED_AT, excerpt
from index.search.ordering import Stories

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
        order: Numbers | Stories,
        score: Numbers,
        highlighters: dict[str, Highlighter],
    ) -> None:
        self._view = view
        self._corpus = corpus
        self._summary = summary
        self._stories = order if isinstance(order, Stories) else None
        self._order = order.lines if isinstance(order, Stories) else order
        self._score = score
        self._highlighters = highlighters

    @property
    def summary(self) -> Summary:
        """Totals, facets and notices."""
        return self._summary

    @cached_property
    def ids(self) -> Sequence[AccessionNumber]:
        """Every match in order, or the first of each story."""
        return [AccessionNumber(id_) for id_ in self._view.rows.ids[self._order].tolist()]

    @property
    def rows(self) -> Numbers:
        """The row of every match in order, or of the first of each story."""
        return self._order

    def page(self, first: int, count: int) -> list[Match]:
        """Return up to ``count`` matches from position ``first`` with their snippets."""
        first = max(0, first)
        last = first + max(0, count)
        rows = self._order[first:last]
        sizes = np.ones_like(rows) if self._stories is None else self._stories.sizes[first:last]
        return self._matches(rows, sizes)

    def others(self, at: int) -> list[Match]:
        """Return the matches that a line of collapsed results stands for beside itself."""
        if self._stories is None:
            return []
        rows = self._stories.others(at)
        return self._matches(rows, np.ones_like(rows))

    def _matches(self, rows: Numbers, sizes: Numbers) -> list[Match]:
        ids = self._view.rows.ids[rows].tolist()
        cards = {card.id: card for card in self._corpus.cards(ids)}
        return [
            self._match(cards[id_], row, size)
            for id_, row, size in zip(ids, rows.tolist(), sizes.tolist(), strict=True)
            if id_ in cards
        ]

    def _match(self, card: Card, row: int, size: int) -> Match:
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
            family_size=size,
        )

    def _snippet(self, card: Card) -> Snippet:
        body = card.body[:LOOKED_AT]
        hits = self._highlighters["body"].hits(body)
        if not hits and card.standfirst:
            hits = self._highlighters["standfirst"].hits(card.standfirst)
            body = card.standfirst if hits else body
        return excerpt(body, hits)
