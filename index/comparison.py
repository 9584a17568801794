"""Word-level comparison of two versions of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rapidfuzz.distance import Opcode

_PARAGRAPHS = re.compile(r"\n+|[^\n]+")
_ENDS = ".!?…。！？؟۔"
_SENTENCES = re.compile(rf"\s+|[^\s{_ENDS}][^{_ENDS}\n]*[{_ENDS}]*|[{_ENDS}]+")
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0fff"
)
"""Signs above and below letters, vowels of Indic and South-East Asian scripts among them."""
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Kana and Han, which stand without spaces between words."""
_WORDS = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[\w{_MARKS}\u200c\u200d])+|\s+|[^\w\s]")
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
    changes = _changes(list(_joined(_compared(older, newer))))
    return tuple(_joined(piece for change in changes for piece in _by_paragraph(*change)))


def changed_words(pieces: Iterable[Piece]) -> int:
    """Return how many words were taken out or put in."""
    return sum(len(piece.text.split()) for piece in pieces if piece.kind is not PieceKind.SAME)


def _compared(older: str, newer: str, level: int = 0) -> Iterator[Piece]:
    """Yield what is alike on a level as it is, and what differs as the next level sees it."""
    cut, last = _LEVELS[level].findall, level + 1 == len(_LEVELS)
    for kind, (before, after) in _matched(cut(older), cut(newer), over_breaks=not last):
        if kind is not None:
            yield Piece(kind, after or before)
        elif not last:
            yield from _compared(before, after, level + 1)
        else:
            yield from (Piece(PieceKind.REMOVED, before), Piece(PieceKind.ADDED, after))


def _changes(pieces: list[Piece]) -> Iterator[tuple[str, str, str]]:
    """Yield what was taken out, what stands there instead, and what follows unchanged.

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
            yield removed, added, piece.text
            removed, added = "", ""
    yield removed, added, ""


def _by_paragraph(removed: str, added: str, same: str) -> Iterator[Piece]:
    """Yield a change so that a paragraph put in or taken out whole keeps its own last sign.

    Between “old.” and “new.⏎More.” the full stop that stays is that of the first paragraph, not
    that of the last.
    """
    longer, kind = (removed, PieceKind.REMOVED) if "\n" in removed else (added, PieceKind.ADDED)
    head, line_break, tail = longer.partition("\n")
    stays = _shared_end(head, same) if line_break and ("\n" in removed) != ("\n" in added) else ""
    if stays:
        head, moved = head.removesuffix(stays), f"{line_break}{tail}{stays}"
        removed, added = (head, added) if kind is PieceKind.REMOVED else (removed, head)
    yield from (Piece(PieceKind.REMOVED, removed), Piece(PieceKind.ADDED, added))
    if stays:
        yield from (Piece(PieceKind.SAME, stays), Piece(kind, moved))
    yield Piece(PieceKind.SAME, same.removeprefix(stays))


def _shared_end(text: str, same: str) -> str:
    """Return with what signs both a text and the paragraph end that ``same`` begins with."""
    end, _, _ = same.partition("\n")
    return end if end and text.endswith(end) else ""


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
