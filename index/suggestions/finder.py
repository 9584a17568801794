"""Names found in a text by Aho–Corasick over its folded words, with offsets mapped back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import ahocorasick

from index.folding import tokens
from index.selectors import Span
from index.suggestions.cover import Cover

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.suggestion import Term

_GAPS = frozenset(" \t\u00a0\u202f\u2009-‐‑'’&\u00ad")
"""What may stand between two words of one name, beside the elided articles and endings that the
folding drops; anything else, or a line's end, parts names."""
_BREAK = "|"
_INITIALS = 6
"""Names of capitals up to this length have to stand in capitals: WHO is not “who”."""
_PLURAL = 5
"""Letters from which a word of a longer name is the same with and without its plural s."""


class Found(NamedTuple):
    """A name in a text."""

    term: int
    """Position among the terms."""
    span: Span


class NameFinder:
    """Knows the names of many terms; built once, then used on any number of texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        self._automaton = ahocorasick.Automaton()
        keys: dict[str, list[tuple[int, str]]] = {}
        for number, term in enumerate(self.terms):
            for name in dict.fromkeys(term.names):
                for key in _keys(name):
                    keys.setdefault(key, []).append((number, name))
        for key, named in keys.items():
            self._automaton.add_word(key, (len(key), named))
        self._knows = bool(keys)
        if self._knows:
            self._automaton.make_automaton()

    def find(self, text: str) -> list[Found]:
        """Return the names in a text, in order; of names that overlap the longest stands.

        A name that several terms bear is found once for each of them.
        """
        if not self._knows:
            return []
        hits = [hit for stream in _streams(text) for hit in self._hits(text, stream)]
        return _longest(list(set(hits)), len(text))

    def _hits(self, text: str, stream: _Stream) -> Iterator[Found]:
        for last, (length, named) in self._automaton.iter(stream.folded):
            span = stream.span(last - length + 1, last)
            written = text[span.start : span.end]
            for number, name in named:
                if _as_written(name, written, bare=self.terms[number].tags):
                    yield Found(number, span)


class _Stream(NamedTuple):
    """Folded words with blanks around each, and where each blank's words stand in the text."""

    folded: str
    begins: dict[int, int]
    """Position of the blank before a word -> start of the word in the text."""
    ends: dict[int, int]
    """Position of the blank behind a word -> end of the word in the text."""

    def span(self, first: int, last: int) -> Span:
        return Span(self.begins[first], self.ends[last])


def _streams(text: str) -> list[_Stream]:
    """Return the words of a text part by part, with compounds in one piece, and without plurals."""
    apart, joined = _words(text)
    bare = [(_singular(word), start, end) for word, start, end in apart]
    return [_stream(text, words) for words in (apart, joined, bare)]


def _words(text: str) -> tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]]:
    """Return the words with compounds taken apart, and those with compounds in one piece."""
    apart: list[tuple[str, int, int]] = []
    joined: list[tuple[str, int, int]] = []
    covered = -1
    found = list(tokens(text))
    for at, token in enumerate(found):
        follower = found[at + 1] if at + 1 < len(found) else None
        whole = follower is not None and follower.position == token.position
        if not whole:
            apart.append((token.folded, token.start, token.end))
        if whole or token.start >= covered:
            joined.append((token.folded, token.start, token.end))
            covered = token.end
    return apart, joined


def _stream(text: str, words: Iterable[tuple[str, int, int]]) -> _Stream:
    pieces, at, behind = [" "], 0, 0
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    for word, start, end in words:
        if not all(sign.isalpha() or sign in _GAPS for sign in text[behind:start]):
            pieces.append(f"{_BREAK} ")
            at += 2
        begins[at] = start
        pieces.append(f"{word} ")
        at += len(word) + 1
        ends[at] = behind = end
    return _Stream("".join(pieces), begins, ends)


def _keys(name: str) -> set[str]:
    """Return how a name is looked for: as parts, in one piece, and with its plurals off."""
    apart, joined = _words(name)
    forms = {tuple(word for word, _, _ in words) for words in (apart, joined) if words}
    if len(apart) > 1:
        forms.add(tuple(_singular(word) for word, _, _ in apart))
    return {f" {' '.join(form)} " for form in forms if form}


def _singular(word: str) -> str:
    ends = word.endswith("s") and not word.endswith("ss")
    return word[:-1] if ends and len(word) >= _PLURAL else word


def _as_written(name: str, written: str, *, bare: bool) -> bool:
    """Tell whether a name of capitals, or a proper name of one word, has them here as well.

    ``bare``: the capital of a single word may be that of a label alone, as in “Deepfake”.
    """
    letters = [letter for letter in name if letter.isalpha()]
    if len(name) <= _INITIALS and letters and all(letter.isupper() for letter in letters):
        return written.isupper()
    if bare or len(name.split()) > 1:
        return True
    return name[:1].isupper() == written[:1].isupper()


def _longest(hits: list[Found], length: int) -> list[Found]:
    by_length = sorted(hits, key=lambda hit: (hit.span.start - hit.span.end, hit.span.start))
    taken, spans = Cover(length), set[Span]()
    kept = []
    for hit in by_length:
        if hit.span in spans or taken.free(hit.span):
            kept.append(hit)
            spans.add(hit.span)
            taken.take(hit.span)
    return sorted(kept, key=lambda hit: (hit.span.start, hit.term))
