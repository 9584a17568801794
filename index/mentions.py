"""Every place where the same words stand, as the search understands "the same"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index.folding import WordFinder, tokens
from index.selectors import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.dispatch import AccessionNumber
    from index.folding import Token


class Mention(NamedTuple):
    """One place."""

    dispatch: AccessionNumber
    span: Span
    """Of its body."""


class Mentions:
    """Finds the words of a passage, in their order, in texts; case and accents never matter."""

    def __init__(self, words: str) -> None:
        self._wanted = _in_order(words)
        self._finder = WordFinder(frozenset(self._wanted))

    def find(self, text: str) -> tuple[Span, ...]:
        """Return the places from left to right, not overlapping, in code points."""
        if not self._wanted:
            return ()
        places: dict[int, dict[str, Token]] = {}
        for token in self._finder.tokens(text):
            places.setdefault(token.position, {})[token.folded] = token
        return tuple(self._runs(places))

    def _runs(self, places: dict[int, dict[str, Token]]) -> Iterator[Span]:
        last = 0
        for at in sorted(places):
            run = [places.get(at + step, {}).get(word) for step, word in enumerate(self._wanted)]
            met = [token for token in run if token is not None]
            if len(met) == len(run) and met[0].start >= last:
                last = met[-1].end
                yield Span(met[0].start, last)


def _in_order(words: str) -> tuple[str, ...]:
    """Return one folded word a position; of a compound, its parts."""
    found: dict[int, str] = {}
    for token in tokens(words):
        found[token.position] = token.folded
    return tuple(found[position] for position in sorted(found))
