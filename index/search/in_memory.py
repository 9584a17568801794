"""Expressions against a handful of words: names of agencies, labels of concepts, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from index.folding import fold, tokens
from index.query import And, Everything, Fuzzy, Not, Or, Phrase, Wildcard, Word
from index.search.sequences import fold_pattern, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.query import Expression


def words_of(text: str) -> list[tuple[str, int]]:
    """Return the folded words of a short text with their positions."""
    return [(token.folded, token.position) for token in tokens(text)]


def holds(expression: Expression, words: Sequence[tuple[str, int]]) -> bool:
    """Tell whether an expression is true of a short text."""
    match expression:
        case And(parts=parts):
            return all(holds(part, words) for part in parts)
        case Or(parts=parts):
            return any(holds(part, words) for part in parts)
        case Not(part=part):
            return not holds(part, words)
        case Everything():
            return True
        case _:
            return _leaf_holds(expression, words)


def _leaf_holds(leaf: Expression, words: Sequence[tuple[str, int]]) -> bool:
    match leaf:
        case Word(text=text):
            return any(_follow(reading, 0, words) for reading in readings(text))
        case Phrase(text=text, slop=slop):
            return any(_follow(reading, slop, words) for reading in readings(text))
        case Wildcard(pattern=pattern):
            shape = re.escape(fold_pattern(pattern)).replace(r"\*", ".*").replace(r"\?", ".")
            return any(re.fullmatch(shape, word) for word, _ in words)
        case Fuzzy(text=text, distance=distance):
            folded = fold(text)
            return any(OSA.distance(folded, word) <= distance for word, _ in words)
        case _:
            return False  # dates and the like cannot be asked of a label


def _follow(reading: Sequence[str], slop: int, words: Sequence[tuple[str, int]]) -> bool:
    ends: set[int] | None = None
    for wanted in reading:
        places = {place for word, place in words if word == wanted}
        if ends is not None:
            before = ends
            places = {p for p in places if any(p - slop - 1 <= b < p for b in before)}
        ends = places
    return bool(ends)
