"""What a word, phrase, wildcard or misspelling of a query stands for in terms of folded words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from index.folding import fold, tokens
from index.query import Fuzzy, Phrase, Wildcard, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.folding import Token

Leaf = Word | Phrase | Wildcard | Fuzzy


@dataclass(frozen=True, slots=True)
class Choice:
    """Words of which any may stand at one place, each with what it counts."""

    words: tuple[tuple[str, float], ...]

    @property
    def names(self) -> frozenset[str]:
        """The words alone."""
        return frozenset(word for word, _ in self.words)


@dataclass(frozen=True, slots=True)
class Chain:
    """Choices that must follow one another, with at most ``slop`` words between two."""

    links: tuple[Choice, ...]
    slop: int = 0


def only(word: str) -> Choice:
    """Make a choice without alternatives."""
    return Choice(((word, 1.0),))


def readings(text: str) -> list[tuple[str, ...]]:
    """Return the ways to read a text as folded words: compounds in parts, and joined."""
    found = list(tokens(text))
    parts = tuple(
        one.folded for one, after in zip_longest(found, found[1:]) if not _is_joined(one, after)
    )
    joined = tuple(token.folded for token in _with_compounds(found))
    return [parts] if parts == joined else [parts, joined]


def _is_joined(token: Token, after: Token | None) -> bool:
    """Tell the joined form of a compound: its parts follow it."""
    return (
        after is not None
        and after.start >= token.start
        and after.end <= token.end
        and after.end - after.start < token.end - token.start
    )


def _with_compounds(found: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in found:
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return kept


def chains_of(
    leaf: Leaf,
    forms: Callable[[str], Choice],
    expand: Callable[[Wildcard | Fuzzy], Choice],
) -> tuple[Chain, ...]:
    """Return the chains of which one must occur.

    Args:
        leaf: a part of the query.
        forms: gives a word with its other forms.
        expand: gives the words that a wildcard or a misspelling stands for.
    """
    match leaf:
        case Phrase(text=text, slop=slop):
            return tuple(Chain(tuple(map(only, words)), slop) for words in readings(text) if words)
        case Word(text=text, exact=exact):
            give = only if exact else forms
            found = [words for words in readings(text) if words]
            return tuple(
                Chain((give(words[0]),) if len(words) == 1 else tuple(map(only, words)))
                for words in found
            )
        case Wildcard() | Fuzzy():
            choice = expand(leaf)
            return (Chain((choice,)),) if choice.words else ()


def fold_pattern(pattern: str) -> str:
    """Fold a wildcard: no elided article, and compounds joined."""
    folded = fold(pattern).rsplit("'", 1)[-1]
    return "".join(c for c in folded if c.isalnum() or c in "*?%")
