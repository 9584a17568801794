"""Finds in a text what a query's chains stand for, exactly as the index would."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from index.folding import WordFinder
from index.selectors import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.folding import Token
    from index.search.sequences import Chain

_POSITION = attrgetter("position")


class Hit(NamedTuple):
    """A place in a text; ``part`` numbers the part of the query that was met."""

    start: int
    end: int
    part: int


class Highlighter:
    """Knows the chains of one query for one field."""

    def __init__(self, parts: Sequence[Sequence[Chain]]) -> None:
        self._words: dict[str, set[int]] = defaultdict(set)
        self._chains: list[tuple[int, Chain]] = []
        for number, chains in enumerate(parts):
            for chain in chains:
                if len(chain.links) > 1:
                    self._chains.append((number, chain))
                else:
                    for word in chain.links[0].names:
                        self._words[word].add(number)
        linked = {w for _, chain in self._chains for link in chain.links for w in link.names}
        self._finder = WordFinder(linked | self._words.keys())
        self._idle = not linked and not self._words

    def hits(self, text: str) -> list[Hit]:
        """Return every hit in ``text``, in order; they may overlap."""
        if self._idle:
            return []
        found = list(self._finder.tokens(text))
        hits = [
            Hit(token.start, token.end, part)
            for token in found
            for part in self._words.get(token.folded, ())
        ]
        if self._chains:
            stands = _by_word(found)
            for part, chain in self._chains:
                hits.extend(Hit(start, end, part) for start, end in _runs(chain, stands))
        return sorted(hits)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the hits as spans that do not overlap."""
        return spans_of(self.hits(text))


def spans_of(hits: Iterable[Hit]) -> tuple[Span, ...]:
    """Merge overlapping hits."""
    merged: list[Span] = []
    for hit in hits:
        if merged and hit.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, hit.end))
        else:
            merged.append(Span(hit.start, hit.end))
    return tuple(merged)


def _by_word(found: Iterable[Token]) -> dict[str, list[Token]]:
    stands: dict[str, list[Token]] = defaultdict(list)
    for token in found:
        stands[token.folded].append(token)
    return stands


def _runs(chain: Chain, stands: Mapping[str, Sequence[Token]]) -> Iterable[tuple[int, int]]:
    """Yield where a chain occurs: the whole of a phrase, the single words of a loose one."""
    stages = _reachable(chain, stands)
    if not all(stages):
        return
    if chain.slop:
        for stage in stages:
            yield from ((token.start, token.end) for token in stage)
        return
    last = {token.position: token for token in stages[-1]}
    for token in stages[0]:
        yield token.start, last[token.position + len(chain.links) - 1].end


def _reachable(chain: Chain, stands: Mapping[str, Sequence[Token]]) -> list[list[Token]]:
    """Return, link by link, the tokens that are part of a whole run."""
    stages: list[list[Token]] = []
    for link in chain.links:
        stage = [token for word in link.names for token in stands.get(word, ())]
        if not stage:
            return [[]]
        stages.append(sorted(stage, key=_POSITION))
    reach = chain.slop + 1
    for before, after in pairwise(range(len(stages))):
        places = [token.position for token in stages[before]]
        stages[after] = [
            t for t in stages[after] if _any_in(places, t.position - reach, t.position)
        ]
    for after, before in pairwise(reversed(range(len(stages)))):
        places = [token.position for token in stages[after]]
        stages[before] = [
            t for t in stages[before] if _any_in(places, t.position + 1, t.position + reach + 1)
        ]
    return stages


def _any_in(places: Sequence[int], low: int, high: int) -> bool:
    """Tell whether one of the ordered ``places`` lies in ``low <= place < high``."""
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high
