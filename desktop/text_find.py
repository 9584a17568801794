"""Find in one text as the search does: case, accents and ligatures never matter."""

from __future__ import annotations

from functools import lru_cache

from index import Span, fold


class FoldedText:
    """A text with its folded form; every folded character knows which one it came from."""

    def __init__(self, text: str) -> None:
        pieces = [_fold_char(char) for char in text]
        self._folded = "".join(pieces)
        self._plain = len(self._folded) == len(text) and all(map(len, pieces))
        self._from = [] if self._plain else _origins(pieces)
        self._length = len(text)

    def find(self, needle: str) -> tuple[Span, ...]:
        """Return the places of ``needle``, left to right, not overlapping."""
        wanted = fold(needle)
        if not wanted:
            return ()
        found, at = [], self._folded.find(wanted)
        while at >= 0:
            found.append(self._span(at, at + len(wanted)))
            at = self._folded.find(wanted, at + len(wanted))
        return tuple(found)

    def _span(self, start: int, end: int) -> Span:
        if self._plain:
            return Span(start, end)
        return Span(self._from[start], self._from[end - 1] + 1)


def _origins(pieces: list[str]) -> list[int]:
    return [at for at, piece in enumerate(pieces) for _ in piece]


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    return fold(char)
