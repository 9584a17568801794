"""Finding concepts by what is typed: over full paths and aliases, accents and case aside."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from index import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index import ConceptUse

SEPARATOR = "/"


class Rank(IntEnum):
    """How well a concept meets what was typed, the best first."""

    WHOLE = 0
    BEGINNING = 1
    WORDS = 2
    ALIAS = 3
    INSIDE = 4


class Folded:
    """A concept with everything it may be found by, folded once."""

    __slots__ = ("aliases", "label", "path", "use", "words")

    def __init__(self, use: ConceptUse) -> None:
        concept = use.concept
        self.use = use
        self.label = fold(concept.label)
        self.path = fold(use.full_path)
        self.words = f" {self.path.replace(SEPARATOR, ' ')}".replace("-", " ")
        others = (*concept.aliases, *concept.labels.values())
        self.aliases = tuple(fold(name) for name in others)

    def rank(self, typed: str, words: list[str]) -> Rank | None:
        """Tell how well this meets the folded words; None where it does not."""
        if typed in (self.label, self.path) or typed in self.aliases:
            return Rank.WHOLE
        if self.label.startswith(typed):
            return Rank.BEGINNING
        if all(f" {word}" in self.words for word in words):
            return Rank.WORDS
        if any(alias.startswith(typed) or f" {typed}" in alias for alias in self.aliases):
            return Rank.ALIAS
        return Rank.INSIDE if typed in self.path else None


def ranked(concepts: Iterable[Folded], typed: str) -> list[ConceptUse]:
    """Return the concepts that meet what was typed, the best and most used first."""
    wanted = fold(tidy_path(typed))
    words = wanted.replace(SEPARATOR, " ").replace("-", " ").split()
    if not words:
        return [concept.use for concept in concepts]
    found = [(rank, c) for c in concepts if (rank := c.rank(wanted, words)) is not None]
    found.sort(key=lambda pair: (pair[0], -pair[1].use.dispatches, pair[1].path))
    return [concept.use for _, concept in found]


def path_parts(typed: str) -> tuple[str, ...]:
    """Take ``a / b`` apart; blank parts and doubled spaces are dropped."""
    parts = (" ".join(part.split()) for part in typed.split(SEPARATOR))
    return tuple(part for part in parts if part)


def tidy_path(typed: str) -> str:
    """Write a path as the codebook does."""
    return f" {SEPARATOR} ".join(path_parts(typed))
