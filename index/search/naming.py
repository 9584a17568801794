"""What the thesaurus adds to one search."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.query import And, Word
from index.search.evaluation import Hits
from index.search.thesaurus import Thesaurus, Widening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.query import Expression, Query
    from index.results import Related
    from index.search.evaluation import Evaluation
    from index.search.language import Parsed
    from index.search.view import View

WORTH = np.float32(0.7)
"""What a match by another name counts, beside one by the words that were typed."""


class Naming:
    """Finds the concepts that a query names by their other names."""

    def __init__(
        self, view: View, query: Query, parsed: Parsed, thesaurus: Thesaurus | None
    ) -> None:
        self._query, self._parsed = query, parsed
        known = thesaurus or Thesaurus()
        # no method of this object: the cycle would keep the arrays of an old view
        self._widening = Widening(
            known, lambda word: word in view.index.lexicon, query.unwanted, off=not query.thesaurus
        )

    @cached_property
    def _widened(self) -> Expression | None:
        """The query under other names, with its stop words; None where nothing is added."""
        asked = self._parsed.expression
        widened = self._widening.widened(asked)
        return None if widened == asked else widened

    @property
    def related(self) -> tuple[Related, ...]:
        """What was named, searched for or not."""
        _ = self._widened
        return tuple(self._widening.met.values())

    def expression(self, searched: Expression) -> Expression | None:
        """Return the query under other names, without the words that ``searched`` leaves out."""
        widened = self._widened
        if not isinstance(widened, And) or not self._parsed.loose:
            return widened
        kept = set(searched.parts) if isinstance(searched, And) else {searched}
        parts = [part for part in widened.parts if not isinstance(part, Word) or part in kept]
        return And(tuple(parts)) if len(parts) > 1 else parts[0]

    def hits(self, searched: Expression, evaluation: Evaluation) -> Hits | None:
        """Return what the query finds under other names; None where it has none."""
        expression = self.expression(searched)
        if expression is None:
            return None
        found = evaluation.hits(expression)
        return Hits(found.mask, None if found.score is None else found.score * WORTH)

    def told(self, forms: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Return the word forms searched together with the names searched."""
        told = dict(forms)
        for each in self.related:
            if each.names:
                told[each.asked] = (*told.get(each.asked, ()), *each.names)
        return told


def beside(hits: Hits, named: Hits | None) -> Hits:
    """Add what was found under other names; a document keeps the better of its scores."""
    if named is None:
        return hits
    mask = hits.mask | named.mask
    if hits.score is None or named.score is None:
        return Hits(mask, named.score if hits.score is None else hits.score)
    return Hits(mask, np.maximum(hits.score, named.score))
