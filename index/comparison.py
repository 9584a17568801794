"""Word-level comparison of two versions of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PARAGRAPHS = re.compile(r"[^\n]*\n+|[^\n]+")
_SENTENCES = re.compile(r"[^.!?…。！？؟\n]*[.!?…。！？؟\n]+\s*|[^.!?…。！？؟\n]+")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_LEVELS = (_PARAGRAPHS, _SENTENCES, _WORDS)
"""Ways to cut a text, coarse to fine; the pieces of each are the text again."""
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
    that long texts cost little more than what differs between them.
    """
    return tuple(_joined(_without_islands(list(_joined(_compared(older, newer))))))


def changed_words(pieces: Iterable[Piece]) -> int:
    """Return how many words were taken out or put in."""
    return sum(len(piece.text.split()) for piece in pieces if piece.kind is not PieceKind.SAME)


def _compared(older: str, newer: str, level: int = 0) -> Iterator[Piece]:
    """Yield what is alike on a level as it is, and what differs as the next level sees it."""
    cut = _LEVELS[level].findall
    for kind, (before, after) in _matched(cut(older), cut(newer)):
        if kind is not None:
            yield Piece(kind, after or before)
        elif level + 1 < len(_LEVELS):
            yield from _compared(before, after, level + 1)
        else:
            yield from (Piece(PieceKind.REMOVED, before), Piece(PieceKind.ADDED, after))


def _without_islands(pieces: list[Piece]) -> Iterator[Piece]:
    """Count a lone space between two changed words as changed, too; line breaks stay."""
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
    older: list[str], newer: list[str]
) -> Iterator[tuple[PieceKind | None, tuple[str, str]]]:
    """Yield runs of both sequences; None marks a run that stands on both sides but differs."""
    from rapidfuzz.distance import LCSseq  # costs start-up time; loads with the first comparison

    if len(older) * len(newer) > _MOST:
        yield None, ("".join(older), "".join(newer))
        return
    numbers: dict[str, int] = {}
    code = LCSseq.opcodes(_numbered(older, numbers), _numbered(newer, numbers))
    tags = {"equal": PieceKind.SAME, "delete": PieceKind.REMOVED, "insert": PieceKind.ADDED}
    for same, steps in groupby(code, key=lambda step: step.tag == "equal"):
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
