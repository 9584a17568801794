"""One search: from a query to its results."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from index.folding import tokens
from index.query import And, Everything, Expression, Not, Or, Scoped, Word
from index.results import Notice, NoticeKind, Summary
from index.search.common import without_stop_words
from index.search.deadline import Deadline
from index.search.evaluation import LEAVES, Evaluation, Hits, both
from index.search.facets import apply_filters, count_days, count_facets
from index.search.found import Found
from index.search.highlighting import Highlighter
from index.search.language import parse
from index.search.naming import Naming, beside
from index.search.ordering import collapsed, ordered
from index.search.schema import SEARCHED, TEXT_FIELDS
from index.search.sequences import readings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from index.corpus import Corpus
    from index.query import Query
    from index.search.batch import Numbers
    from index.search.sequences import Chain, Leaf
    from index.search.thesaurus import Thesaurus
    from index.search.view import View

LITTLE = 10
"""Fewer matches with all words than this, and matches with fewer words follow."""
SENTENCE = 5
"""From so many words on, holding all of them is luck rather than the best match."""
PAGE = 48
"""Words up to which a dispatch with all of them is looked for; more are a text, not a question."""

MOST_NOTICES = 3
"""Wildcards that were cut off or refused and are named; a query may hold a hundred."""


class Search:
    """Answers one query over one view."""

    def __init__(
        self,
        view: View,
        corpus: Corpus,
        query: Query,
        today: date | None,
        thesaurus: Thesaurus | None = None,
        deadline: Deadline | None = None,
    ) -> None:
        self._view = view
        self._corpus = corpus
        self._query = query
        self._parsed = parse(query.text, today)
        self._deadline = deadline or Deadline()
        self._evaluation = Evaluation(view, self._deadline, stems=query.stems)
        self._naming = Naming(view, query, self._parsed, thesaurus)

    @cached_property
    def expression(self) -> Expression:
        """What is searched: the query without words that do not constrain."""
        asked = self._parsed.expression
        if self._parsed.loose and isinstance(asked, And):
            return without_stop_words(asked, self._view)
        return asked

    @property
    def shown(self) -> Expression:
        """What is marked in a text: the query, and the other names of what it names."""
        named = self._naming.expression(self.expression)
        return self.expression if named is None else Or((self.expression, named))

    def results(self, *, facets: bool, strict: bool = False) -> Found:
        """Search, filter, count and order; ``strict``: nothing that lacks one of the words."""
        filtered = apply_filters(self._view, self._query)
        left = filtered.all()
        named = self._naming.hits(self.expression, self._evaluation)
        full = beside(self._full(strict=strict), named)
        hits, first, notices = (full, None, []) if strict else self._loosened(full, left)
        hits = beside(hits, named)
        order = self._order(hits, left, first)
        stories = collapsed(self._view.rows, order) if self._query.collapse else None
        summary = Summary(
            total=len(order),
            stories=None if stories is None else len(stories.lines),
            facets=count_facets(self._view, hits.mask, filtered) if facets else {},
            days=count_days(self._view, order) if facets else (),
            notices=(*self._parsed.notices, *notices, *self._own_notices()),
            corrected=self._corrected(),
            expanded=self._naming.told(self._evaluation.expansion.added),
            related=self._naming.related,
        )
        score = self._score(hits)
        parts = highlighters(self.shown, self._evaluation)
        return Found(self._view, self._corpus, summary, stories or order, score, parts)

    def _order(self, hits: Hits, left: Numbers, first: Numbers | None) -> Numbers:
        mask = hits.mask & left
        return ordered(self._view.rows, mask, self._score(hits), first, self._query.sort)

    def _score(self, hits: Hits) -> Numbers:
        if hits.score is None:
            return np.zeros(self._view.rows.total, dtype=np.float32)
        return hits.score

    def _full(self, *, strict: bool) -> Hits:
        """Return what holds all that is asked; not looked for where that would be a page."""
        words, _ = self._divided()
        if len(words) > PAGE and not strict:
            return Hits(np.zeros(self._view.rows.total, dtype=bool), self._view.scorer.empty())
        return self._evaluation.hits(self.expression)

    def _loosened(self, full: Hits, left: Numbers) -> tuple[Hits, Numbers | None, list[Notice]]:
        """Add matches with fewer words when all words together find little."""
        count = int(np.count_nonzero(full.mask & left))
        words, conditions = self._divided()
        if count >= LITTLE or len(words) < 2:
            return full, None, []
        some = self._evaluation.some_of(list(_loosely(words)))
        if conditions:
            some = both(some, self._evaluation.hits(And(tuple(conditions))))
        if int(np.count_nonzero(some.mask & left)) <= count:
            return full, None, []
        more = Hits(full.mask | some.mask, some.score)
        first = full.mask if len(words) < SENTENCE else None
        return more, first, [Notice(NoticeKind.FEWER_WORDS, str(count))]

    def _divided(self) -> tuple[list[Leaf], list[Expression]]:
        """Divide a query without operators into words and conditions."""
        asked = self.expression
        if not self._parsed.loose or not isinstance(asked, And):
            return [], []
        words = [part for part in asked.parts if isinstance(part, LEAVES)]
        return words, [part for part in asked.parts if not isinstance(part, LEAVES)]

    def _own_notices(self) -> Iterator[Notice]:
        said = dict.fromkeys(self._evaluation.expansion.notices)
        for notice in islice(said, MOST_NOTICES):
            yield Notice(notice.kind, notice.detail, self._query.text.find(notice.detail))
        if self._deadline.missed:
            yield Notice(NoticeKind.OUT_OF_TIME)
        if self._view.behind:
            yield Notice(NoticeKind.REBUILDING)

    def _corrected(self) -> str:
        """Return the query with its unknown words spelled like known ones."""
        text = self._query.text
        for leaf, _ in leaves(self.expression):
            if isinstance(leaf, Word) and not self._deadline.over:
                text = self._respelled(text, leaf)
        return text if text != self._query.text else ""

    def _respelled(self, text: str, word: Word) -> str:
        lexicon = self._view.index.lexicon
        found = [token.folded for token in tokens(word.text)]
        if len(found) != 1 or found[0] in lexicon or not found[0].isalpha():
            return text
        if self._evaluation.hits(word).mask.any():
            return text
        better = lexicon.suggestion(found[0], self._deadline)
        return text.replace(word.text, better, 1) if better else text


def _loosely(words: list[Leaf]) -> Iterator[Expression]:
    """Yield the words; instead of a word with parts, each part by itself."""
    for word in words:
        parts = readings(word.text)[0] if isinstance(word, Word) and not word.exact else ()
        if len(parts) > 1 and max(map(len, parts)) > 1:
            yield from (Word(part) for part in parts)
        else:
            yield word


def leaves(
    expression: Expression, fields: tuple[str, ...] = SEARCHED
) -> Iterator[tuple[Leaf, tuple[str, ...]]]:
    """Yield the words and phrases that a match may hold, with the fields they are sought in."""
    match expression:
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from leaves(part, fields)
        case Scoped(field=field, inner=inner) if field in TEXT_FIELDS:
            yield from leaves(inner, (field,))
        case Not() | Scoped() | Everything():
            return
        case _:
            if isinstance(expression, LEAVES):
                yield expression, fields


def highlighters(expression: Expression, evaluation: Evaluation) -> dict[str, Highlighter]:
    """Return, for each field that is shown, what finds the query's words in it."""
    found = list(dict.fromkeys(leaves(expression)))
    shown: dict[str, list[tuple[Chain, ...]]] = {
        field: [evaluation.chains(leaf) for leaf, fields in found if field in fields]
        for field in ("headline", "standfirst", "body")
    }
    return {field: Highlighter(parts) for field, parts in shown.items()}
