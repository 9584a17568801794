"""Evaluates an expression on arrays: one Boolean and one score a document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from index.corpus import UNDATED
from index.folding import fold
from index.query import (
    And,
    DateRange,
    Expression,
    Facet,
    Fuzzy,
    Has,
    Not,
    Or,
    Phrase,
    Scoped,
    Wildcard,
    Word,
)
from index.search.forms import Expansion
from index.search.in_memory import holds, words_of
from index.search.names import concepts_called, values_called
from index.search.places import following, merged
from index.search.recent import Recent
from index.search.schema import SEARCHED, TEXT_FIELDS
from index.search.scoring import WEIGHTS
from index.search.sequences import Chain, Choice, Leaf, chains_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.search.batch import Numbers
    from index.search.deadline import Deadline
    from index.search.segment import Postings
    from index.search.view import View

_MANY = 8
"""From so many words on, those of a wildcard, their places are not looked for."""
_OWN = 64
"""Parts of one query whose matches are kept while it is answered."""
LEAVES = (Word, Phrase, Wildcard, Fuzzy)
_LABELLED = {
    "agency": Facet.AGENCY,
    "city": Facet.CITY,
    "section": Facet.SECTION,
    "language": Facet.LANGUAGE,
}


@dataclass(frozen=True, slots=True)
class Hits:
    """The documents that an expression is true of."""

    mask: Numbers
    score: Numbers | None = None
    """0 outside the mask; None where nothing is scored."""

    @property
    def count(self) -> int:
        """How many documents."""
        return int(np.count_nonzero(self.mask))


class Evaluation:
    """Evaluates the parts of one query; parts of the last queries are still known."""

    def __init__(self, view: View, deadline: Deadline, *, stems: bool = True) -> None:
        self._view = view
        self._deadline = deadline
        self.expansion = Expansion(view, deadline, stems=stems)
        self._chains: dict[Leaf, tuple[Chain, ...]] = {}
        self._met = Recent(_OWN)

    def hits(self, expression: Expression, fields: tuple[str, ...] = SEARCHED) -> Hits:
        """Evaluate an expression; words are looked for in ``fields``."""
        match expression:
            case Word() | Phrase() | Wildcard() | Fuzzy():
                return self._leaf(expression, fields)
            case And(parts=parts):
                return self._all(parts, fields)
            case Or(parts=parts):
                return reduce(_either, (hits for _, hits in self._in_time(parts, fields)))
            case Not(part=part):
                return Hits(self._view.rows.present & ~self.hits(part, fields).mask)
            case _:
                return self._condition(expression)

    def _condition(self, expression: Expression) -> Hits:
        match expression:
            case Scoped(field=field, inner=inner):
                return self._scoped(field, inner)
            case DateRange():
                return Hits(self._dates(expression))
            case Has(what=what):
                return Hits(self._view.marks.having(what))
            case _:
                return Hits(self._view.rows.present)

    def some_of(self, words: Sequence[Expression]) -> Hits:
        """Evaluate words of which any may match; a word that is asked for twice counts twice.

        The rare ones, which say most, come first: there may not be time for all.
        """
        counts = Counter(words)
        found = dict(self._in_time(sorted(counts, key=self._frequency), SEARCHED))
        mask = reduce(np.logical_or, (hits.mask for hits in found.values()))
        parts = [
            (hits.mask, None if hits.score is None else hits.score * counts[word])
            for word, hits in found.items()
        ]
        return Hits(mask, self._view.scorer.weighed(parts))

    def _frequency(self, part: Expression) -> int:
        """Return about how many dispatches a word finds; the others count as rare ones."""
        folded = fold(part.text) if isinstance(part, Word) else ""
        return self._view.index.lexicon.count(folded)

    def chains(self, leaf: Leaf) -> tuple[Chain, ...]:
        """Return what a part of the query stands for in terms of folded words.

        Nothing when there was no time to look at it.
        """
        found = self._chains.get(leaf)
        if found is None and self._chains and self._deadline.over:
            return ()
        if found is None:
            found = chains_of(leaf, self.expansion.forms, self.expansion.expand)
            self._chains[leaf] = found
        return found

    def _in_time(
        self, parts: Sequence[Expression], fields: tuple[str, ...]
    ) -> Iterator[tuple[Expression, Hits]]:
        """Evaluate the parts one by one, the first in any case.

        When the time is up, the others are left out, the one that took too long among them.
        """
        for at, part in enumerate(parts):
            if at and self._deadline.over:
                return
            hits = self.hits(part, fields)
            if at and self._deadline.over:
                return
            yield part, hits

    def _all(self, parts: Sequence[Expression], fields: tuple[str, ...]) -> Hits:
        found = list(self._in_time(parts, fields))
        kept = [hits for part, hits in found if part not in self.expansion.refused]
        return reduce(both, kept or [hits for _, hits in found])

    def _leaf(self, leaf: Leaf, fields: tuple[str, ...]) -> Hits:
        chains = self.chains(leaf)
        key = (chains, fields)
        found: Hits | None = self._met.get(key) or self._view.recent.get(key)
        if found is None:
            nothing = Hits(np.zeros(self._view.rows.total, dtype=bool))
            found = reduce(_either_once, (self._chain(chain, fields) for chain in chains), nothing)
            if not self._deadline.missed:
                self._met.put(key, found)
                self._view.recent.put(key, found)
        return found

    def _chain(self, chain: Chain, fields: tuple[str, ...]) -> Hits:
        if len(chain.links) == 1:
            return self._choice(chain.links[0], fields)
        mask = np.zeros(self._view.rows.total, dtype=bool)
        for field in fields:
            links = self._links(chain, field)
            if links:
                mask[following(links, chain.slop).documents] = True
        if not mask.any():
            return Hits(mask, self._view.scorer.empty())
        scores = [self._choice(link, fields).score for link in dict.fromkeys(chain.links)]
        total: Numbers = np.sum([score for score in scores if score is not None], axis=0)
        return Hits(mask, np.where(mask, total, np.float32(0)))

    def _links(self, chain: Chain, field: str) -> list[Postings]:
        """Return the postings of each link; nothing where one of them does not occur."""
        found: list[Postings] = []
        for link in chain.links:
            postings = self._merged(link, field)
            if not len(postings.documents) or self._deadline.over:
                return []
            found.append(postings)
        return found

    def _merged(self, choice: Choice, field: str) -> Postings:
        return merged([self._view.index.postings(field, word) for word, _ in choice.words])

    def _choice(self, choice: Choice, fields: tuple[str, ...]) -> Hits:
        """Score words that may stand for one another as if they were one word."""
        scorer = self._view.scorer
        heap = scorer.empty()
        for field in fields:
            scorer.add(heap, field, self._weighted(choice, field, alone=len(fields) == 1))
        mask = heap > 0
        return Hits(mask, scorer.saturate(heap, scorer.rarity(mask)))

    def _weighted(self, choice: Choice, field: str, *, alone: bool) -> list[tuple[Postings, float]]:
        index = self._view.index
        weight = 1.0 if alone else WEIGHTS.get(field, 1.0)
        found: list[tuple[Postings, float]] = []
        for word, factor in choice.words if index.has(field) else ():
            if found and self._deadline.over:
                break
            postings = index.postings(field, word, placed=len(choice.words) < _MANY)
            if len(postings.documents):
                found.append((postings, weight * factor))
        return found

    def _scoped(self, field: str, inner: Expression) -> Hits:
        if field in TEXT_FIELDS:
            return self.hits(inner, (field,))
        if field == "note":
            return Hits(self._notes(inner))
        if field == "concept":
            marks = self._view.marks
            return Hits(marks.concepts.named(concepts_called(inner, marks.uses)))
        labels = self._view.rows.labels[_LABELLED[field]]
        return Hits(labels.bearing(values_called(field, inner, labels.names)))

    def _notes(self, inner: Expression) -> Numbers:
        marks = self._view.marks
        verdicts: dict[str, bool] = {}
        for text in marks.note_texts:
            if text and text not in verdicts:
                verdicts[text] = holds(inner, words_of(text))
        held = np.array([verdicts.get(text, False) for text in marks.note_texts], dtype=bool)
        mask = np.zeros(self._view.rows.total, dtype=bool)
        mask[marks.note_rows[held]] = True
        return mask

    def _dates(self, asked: DateRange) -> Numbers:
        days = self._view.rows.days[asked.field]
        mask: Numbers = days != UNDATED
        if asked.first:
            mask &= days >= asked.first.toordinal()
        if asked.last:
            mask &= days <= asked.last.toordinal()
        return mask


def both(one: Hits, other: Hits) -> Hits:
    """Return the documents that both are true of."""
    mask = one.mask & other.mask
    score = _sum(one.score, other.score)
    return Hits(mask, None if score is None else np.where(mask, score, np.float32(0)))


def _either(one: Hits, other: Hits) -> Hits:
    return Hits(one.mask | other.mask, _sum(one.score, other.score))


def _either_once(one: Hits, other: Hits) -> Hits:
    """Join readings of the same words: the better one counts, not both."""
    if one.score is None or other.score is None:
        return _either(one, other)
    return Hits(one.mask | other.mask, np.maximum(one.score, other.score))


def _sum(one: Numbers | None, other: Numbers | None) -> Numbers | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other
