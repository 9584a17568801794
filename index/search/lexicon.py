"""Every word of the index: what a prefix, a wildcard, a stem or a misspelling may stand for."""

from __future__ import annotations

import re
import threading
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

import Stemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.search.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from index.search.deadline import Deadline

MOST = 512
"""Words that one wildcard, prefix or misspelling may stand for: the most frequent ones."""
_STRIDE = 4096
"""Words looked at between two looks at the clock; also bounds how long a C loop holds the GIL."""
_RECENT = 64
"""Wildcards and misspellings whose words are remembered."""
_LAST = "\U0010ffff"
_LONGEST_STEMMED = 40

STEMMERS = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fr": "french",
    "tr": "turkish",
}  # fmt: skip
"""ISO 639-1 -> name of the Snowball stemmer."""


class Lexicon:
    """The words in order, each with the number of documents (field by field) that hold it."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.words = sorted(counts)
        self._counts = counts
        self._forms = Recent(_STRIDE)
        self._expansions = Recent(_RECENT)

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def count(self, word: str) -> int:
        """Return how frequent a word is."""
        return self._counts.get(word, 0)

    def beginning(self, prefix: str) -> list[str]:
        """Return the words that begin so, in order."""
        low = bisect_left(self.words, prefix)
        return self.words[low : bisect_left(self.words, prefix + _LAST, low)]

    def frequent(self, words: Iterable[str], limit: int = MOST) -> list[str]:
        """Return the most frequent of ``words``."""
        return sorted(words, key=lambda word: (-self._counts.get(word, 0), word))[:limit]

    def matching(self, pattern: str, deadline: Deadline) -> list[str]:
        """Return the words that a folded pattern with ``*`` and ``?`` stands for."""
        known: list[str] | None = self._expansions.get(pattern)
        if known is None:
            known = self._find_matching(pattern, deadline)
            if not deadline.missed:
                self._expansions.put(pattern, known)
        return known

    def _find_matching(self, pattern: str, deadline: Deadline) -> list[str]:
        literal = re.split(r"[*?]", pattern, maxsplit=1)[0]
        candidates = self.beginning(literal) if literal else self.words
        if pattern == f"{literal}*":
            return candidates
        parts = (
            ".*" if c == "*" else "." if c == "?" else re.escape(c)
            for c in re.sub(r"\*+", "*", pattern)
        )
        matches = re.compile("".join(parts)).fullmatch
        found: list[str] = []
        for at in range(0, len(candidates), _STRIDE):
            if deadline.over:
                break
            found.extend(word for word in candidates[at : at + _STRIDE] if matches(word))
        return found

    def near(self, word: str, distance: int, deadline: Deadline) -> dict[str, int]:
        """Return the words at most ``distance`` edits away, with how many edits."""
        known: dict[str, int] | None = self._expansions.get((word, distance))
        if known is None:
            known = self._find_near(word, distance, deadline)
            if not deadline.missed:
                self._expansions.put((word, distance), known)
        return known

    def _find_near(self, word: str, distance: int, deadline: Deadline) -> dict[str, int]:
        found: dict[str, int] = {}
        for at in range(0, len(self.words), _STRIDE):
            if deadline.over:
                break
            for near, edits, _ in process.extract(
                word,
                self.words[at : at + _STRIDE],
                scorer=OSA.distance,
                score_cutoff=distance,
                limit=None,
            ):
                found[near] = int(edits)
        return found

    def forms(self, word: str, language: str) -> tuple[str, ...]:
        """Return the other words that have the same stem in a language."""
        known: tuple[str, ...] | None = self._forms.get((word, language))
        if known is None:
            known = self._find_forms(word, language)
            self._forms.put((word, language), known)
        return known

    def _find_forms(self, word: str, language: str) -> tuple[str, ...]:
        if language not in STEMMERS or word.isdecimal() or len(word) > _LONGEST_STEMMED:
            return ()
        stem = _stems(language, [word])[0]
        if language == "ar":
            candidates = self._arabic
        else:
            candidates = self.beginning(stem[: max(2, len(stem) - 2)])
        stems = _stems(language, candidates)
        return tuple(w for w, s in zip(candidates, stems, strict=True) if s == stem and w != word)

    @property
    def _arabic(self) -> list[str]:
        """Arabic puts articles and particles before the stem, so all its words are candidates."""
        low, high = bisect_left(self.words, "\u0600"), bisect_left(self.words, "\u0700")
        return self.words[low:high]

    def suggestion(self, word: str, deadline: Deadline) -> str:
        """Return the most likely spelling of an unknown word; empty when there is none."""
        distance = 1 if len(word) < 5 else 2
        near = self.near(word, distance, deadline)
        if not near:
            return ""
        return min(near, key=lambda w: (near[w], w[:1] != word[:1], -self.count(w), w))


@cache
def _stemmer(language: str) -> tuple[Stemmer.Stemmer, threading.Lock]:
    return Stemmer.Stemmer(STEMMERS[language]), threading.Lock()


def _stems(language: str, words: list[str]) -> list[str]:
    stemmer, lock = _stemmer(language)
    with lock:
        return list(stemmer.stemWords(words))
