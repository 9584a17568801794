"""Word-level comparison of two versions of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rapidfuzz.distance import Opcode

_Part = TypeVar("_Part")

_PARAGRAPHS = re.compile(r"\n+|[^\n]+")
_ENDS, _WIDE_ENDS, _CLOSERS = ".!?…؟۔", "。！？", "\"'”’»)\\]"
_STAYS = rf"[^\n{_ENDS}{_WIDE_ENDS}]|[{_ENDS}](?=[^\s{_ENDS}{_WIDE_ENDS}{_CLOSERS}])"
"""Signs within a sentence: a full stop is one where letters or digits follow at once."""
_SENTENCES = re.compile(rf"\s+|\S(?:{_STAYS})*[{_ENDS}{_WIDE_ENDS}]*[{_CLOSERS}]*")
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0fff"
)
"""Signs above and below letters, vowels of Indic and South-East Asian scripts among them."""
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Kana and Han, which stand without spaces between words."""
_WORD = rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[\w{_MARKS}\u200c\u200d])+"
_SIGNS = re.compile(rf"[{_UNSPACED}]")
_WORDS_ALONE = re.compile(_WORD)
_WORDS = re.compile(rf"{_WORD}|\s+|[^\w\s]")
_LEVELS = (_PARAGRAPHS, _SENTENCES, _WORDS)
"""Ways to cut a text, coarse to fine; the pieces of each are the text again."""
_RUN = 3
_SHARED = 0.15
"""A paragraph or sentence is matched where this share of its runs of three words stands on the
other side."""
_BRIEF = 8
_SHARED_BRIEFLY = 0.4
"""One of fewer words is matched, too, where this share of them stands in others as brief."""
_MOST = 1_000_000_000
"""Pieces of one side times those of the other: 125 MB. Where there are more, all is replaced."""


class PieceKind(StrEnum):
    """What became of a piece of text between the two versions."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters; the SAME and ADDED pieces joined are the newer text."""

    kind: PieceKind
    text: str


def compare(older: str, newer: str) -> tuple[Piece, ...]:
    """Return the newer text word by word beside what was taken out of the older one.

    Whole paragraphs are matched first, then sentences, then the words of the changed ones, so
    that long texts cost little more than what differs between them. A paragraph or sentence that
    has hardly anything in common with the other text is put in or taken out whole.
    """
    return tuple(_joined(_changes(list(_joined(_compared(older, newer))))))


def changed_words(pieces: Iterable[Piece]) -> int:
    """Return how many words were taken out or put in."""
    return sum(word_count(piece.text) for piece in pieces if piece.kind is not PieceKind.SAME)


def word_count(text: str) -> int:
    """Return how many words stand between spaces; each sign of Kana or Han counts as one."""
    return sum(len(_SIGNS.findall(word)) or 1 for word in text.split())


def _compared(
    older: str, newer: str, level: int = 0, whole: frozenset[str] = frozenset()
) -> Iterator[Piece]:
    """Yield what is alike on a level as it is, and what differs as the next level sees it."""
    last = level + 1 == len(_LEVELS)
    cut = partial(_cut, level=level, whole=whole)
    for kind, (before, after) in _matched(cut(older), cut(newer), over_breaks=not last):
        if kind is not None:
            yield Piece(kind, after or before)
        elif not last:
            one, other = cut(before), cut(after)
            apart = whole.union(_unlike(one, other), _unlike(other, one))
            yield from _compared(before, after, level + 1, apart)
        else:
            yield from (Piece(PieceKind.REMOVED, before), Piece(PieceKind.ADDED, after))


def _cut(text: str, level: int, whole: frozenset[str]) -> list[str]:
    """Return the pieces of a level; paragraphs and sentences of ``whole`` stay in one piece."""
    pieces = _PARAGRAPHS.findall(text)
    for finer in _LEVELS[1 : level + 1]:
        pieces = [
            part for each in pieces for part in ([each] if each in whole else finer.findall(each))
        ]
    return pieces


def _unlike(pieces: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs or sentences that share hardly a run of words with any of the others."""
    there = [_words(other) for other in others]
    runs = {run for words in there for run in _runs(words)}
    brief = {word for words in there if len(words) < _BRIEF for word in words}
    for piece in pieces:
        words = _words(piece)
        few = len(words) < _BRIEF and _share(words, brief) >= _SHARED_BRIEFLY
        if words and not few and _share(list(_runs(words)), runs) < _SHARED:
            yield piece


def _share(parts: Sequence[_Part], there: set[_Part]) -> float:
    return sum(part in there for part in parts) / len(parts) if parts else 0.0


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield each three words that follow one another."""
    return zip(*(words[at:] for at in range(_RUN)), strict=False)


def _words(text: str) -> list[str]:
    return _WORDS_ALONE.findall(text)


def _changes(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield what was taken out before what stands there instead, and what follows unchanged.

    A lone space between two changed words counts as changed, too; line breaks stay.
    """
    removed, added = "", ""
    for at, piece in enumerate(pieces):
        if piece.kind is PieceKind.REMOVED:
            removed += piece.text
        elif piece.kind is PieceKind.ADDED:
            added += piece.text
        elif piece.text == " " and 0 < at < len(pieces) - 1:
            removed, added = f"{removed} ", f"{added} "
        else:
            yield from (Piece(PieceKind.REMOVED, removed), Piece(PieceKind.ADDED, added), piece)
            removed, added = "", ""
    yield from (Piece(PieceKind.REMOVED, removed), Piece(PieceKind.ADDED, added))


def _matched(
    older: list[str], newer: list[str], *, over_breaks: bool
) -> Iterator[tuple[PieceKind | None, tuple[str, str]]]:
    """Yield runs of both sequences; None marks a run that stands on both sides but differs.

    ``over_breaks``: such a run goes on where only white space is alike.
    """
    from rapidfuzz.distance import LCSseq  # costs start-up time; loads with the first comparison

    if len(older) * len(newer) > _MOST:
        yield None, ("".join(older), "".join(newer))
        return
    numbers: dict[str, int] = {}
    code = LCSseq.opcodes(_numbered(older, numbers), _numbered(newer, numbers))
    tags = {"equal": PieceKind.SAME, "delete": PieceKind.REMOVED, "insert": PieceKind.ADDED}

    def is_alike(step: Opcode) -> bool:
        alike = newer[step.dest_start : step.dest_end]
        blank = over_breaks and len(alike) == 1 and alike[0].isspace()
        return step.tag == "equal" and not blank

    for same, steps in groupby(code, key=is_alike):
        run = list(steps)
        before = "".join(older[run[0].src_start : run[-1].src_end])
        after = "".join(newer[run[0].dest_start : run[-1].dest_end])
        if same or not (before and after):
            yield tags["equal" if same else "insert" if after else "delete"], (before, after)
        else:
            yield None, (before, after)


def _numbered(items: list[str], numbers: dict[str, int]) -> list[int]:
    """Return the items as numbers, equal ones alike."""
    return [numbers.setdefault(item, len(numbers)) for item in items]


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for kind, run in groupby(pieces, key=lambda piece: piece.kind):
        if text := "".join(piece.text for piece in run):
            yield Piece(kind, text)
