"""BM25F: how much the words found in a document's fields say about it.

Source: Robertson, Zaragoza and Taylor, “Simple BM25 extension to multiple weighted fields”, 2004.
A word in the headline counts as several in the body; then the sum is saturated once.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.search.batch import Numbers
    from index.search.opened import OpenIndex
    from index.search.segment import Postings

K1 = 2.0
"""How late the occurrences of a word stop counting (BM25's k1)."""
LENGTH = 0.75
"""How far the length of a field counts (BM25's b)."""
EMPHASIS = 1.15
"""Power by which rare words outweigh frequent ones beyond their plain rarity."""
COVERAGE = 0.2
"""Share of a score that depends on how much of the query a dispatch holds, not on how often."""
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

    def add(self, heap: Numbers, field: str, found: Sequence[tuple[Postings, float]]) -> None:
        """Add what occurrences in one field are worth, given as (postings, weight)."""
        worth = [postings.counts * np.float32(weight) for postings, weight in found]
        if len(found) == 1:
            documents = found[0][0].documents
            heap[documents] += worth[0] / self.norm(field)[documents]
        elif found:
            documents = np.concatenate([postings.documents for postings, _ in found])
            counted = np.bincount(documents, np.concatenate(worth))
            heap[: len(counted)] += counted / self.norm(field)[: len(counted)]

    def rarity(self, found: Numbers) -> float:
        """Return the inverse document frequency, a little sharpened."""
        count = int(np.count_nonzero(found))
        plain = math.log1p((self._index.documents - count + 0.5) / (count + 0.5))
        return float(plain**EMPHASIS)

    def weighed(self, parts: Sequence[tuple[Numbers, Numbers | None]]) -> Numbers:
        """Add up the scores of parts of which any may match, given as (found, score).

        A dispatch that holds more of the query, rare words counting more, comes before one that
        holds less of it more often.
        """
        total, covered, whole = self.empty(), self.empty(), 1e-9
        for found, score in parts:
            rarity = self.rarity(found)
            whole += rarity
            covered += np.float32(rarity) * found
            total += self.empty() if score is None else score
        return total * ((1 - COVERAGE) + COVERAGE * covered / np.float32(whole))

    def saturate(self, heap: Numbers, rarity: float) -> Numbers:
        """Turn sums into scores."""
        return np.float32(rarity) * heap * np.float32(K1 + 1) / (heap + np.float32(K1))
