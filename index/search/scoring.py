"""BM25F: how much the words found in a document's fields say about it.

Source: Robertson, Zaragoza and Taylor, “Simple BM25 extension to multiple weighted fields”, 2004.
A word in the headline counts as several in the body; then the sum is saturated once.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.search.batch import Numbers
    from index.search.opened import OpenIndex
    from index.search.segment import Postings

K1 = 1.2
LENGTH = 0.75
"""How far the length of a field counts (BM25's b)."""
WEIGHTS = {"headline": 3.0, "standfirst": 2.0, "body": 1.0, "byline": 1.0}
"""What one occurrence in a field counts, where more than one field is searched."""


class Scorer:
    """Scores the postings of one word, or of words that stand for one another."""

    def __init__(self, index: OpenIndex, total: int) -> None:
        self._index = index
        self._total = total
        """Rows, with those that have no document."""
        self._norms: dict[str, Numbers] = {}

    def norm(self, field: str) -> Numbers:
        """Return how much an occurrence is worth less in a document because of its length."""
        found = self._norms.get(field)
        if found is None:
            lengths = self._index.lengths(field)
            average = self._index.total_length(field) / max(1, self._index.documents)
            found = 1.0 - LENGTH + LENGTH * lengths / max(average, 1e-9)
            found = self._norms[field] = found.astype(np.float32)
        return found

    def empty(self) -> Numbers:
        """Return the start of a sum: nothing found anywhere."""
        return np.zeros(self._total, dtype=np.float32)

    def add(self, heap: Numbers, field: str, postings: Postings, weight: float) -> None:
        """Add what occurrences in one field are worth."""
        worth = postings.counts * np.float32(weight) / self.norm(field)[postings.documents]
        heap[postings.documents] += worth

    def rarity(self, found: Numbers) -> float:
        """Return the inverse document frequency as Whoosh computes it."""
        return math.log(max(1, self._index.documents) / (int(np.count_nonzero(found)) + 1)) + 1.0

    def saturate(self, heap: Numbers, rarity: float) -> Numbers:
        """Turn sums into scores."""
        return np.float32(rarity) * heap * np.float32(K1 + 1) / (heap + np.float32(K1))
