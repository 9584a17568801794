"""Word-level comparison of two versions of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PIECES = re.compile(r"\w+|\s+|[^\w\s]")


class Kind(StrEnum):
    """What became of a piece of text between the two versions."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters; the SAME and ADDED pieces joined are the newer text."""

    kind: Kind
    text: str


def compare(older: str, newer: str) -> tuple[Piece, ...]:
    """Return the newer text word by word beside what was taken out of the older one.

    Whole paragraphs are matched first and words inside the changed ones after, so that long texts
    cost little more than what differs between them.
    """
    lines = _matched(older.splitlines(keepends=True), newer.splitlines(keepends=True))
    return tuple(_joined(piece for kind, group in lines for piece in _words(kind, group)))


def changed(pieces: Iterable[Piece]) -> int:
    """Return how many words were taken out or put in."""
    return sum(len(piece.text.split()) for piece in pieces if piece.kind is not Kind.SAME)


def _words(kind: Kind | None, group: tuple[str, str]) -> Iterator[Piece]:
    """Yield a matched group as it is, a changed one word by word."""
    older, newer = group
    if kind is not None:
        yield Piece(kind, newer or older)
        return
    for inner, (before, after) in _matched(_PIECES.findall(older), _PIECES.findall(newer)):
        if inner is not None:
            yield Piece(inner, after or before)
            continue
        yield Piece(Kind.REMOVED, before)
        yield Piece(Kind.ADDED, after)


def _matched(older: list[str], newer: list[str]) -> Iterator[tuple[Kind | None, tuple[str, str]]]:
    """Yield runs of both sequences; None marks a run that stands on both sides but differs."""
    numbers: dict[str, int] = {}
    code = LCSseq.opcodes(_numbered(older, numbers), _numbered(newer, numbers))
    tags = {"equal": Kind.SAME, "delete": Kind.REMOVED, "insert": Kind.ADDED}
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
