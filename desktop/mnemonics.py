"""Gives entries of one menu letters of their own, in whatever language they are.

Texts are translated one by one and by several hands, so that two of them may underline the same
letter; a key that two entries share chooses neither.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

_STATED = re.compile(r"&(\w)")


class Entry(Protocol):
    """An action, a button: what shows a text with an underlined letter."""

    def text(self) -> str: ...

    def setText(self, text: str, /) -> None: ...


def letter_of(text: str) -> str:
    """Return the letter that a text underlines, in lower case; empty where there is none."""
    stated = _STATED.search(text.replace("&&", ""))
    return stated[1].casefold() if stated else ""


def tell_apart(entries: Iterable[Entry], taken: Set[str] = frozenset()) -> None:
    """Let each entry that underlines a letter underline one that no other does.

    The first to state a letter keeps it; entries that state none are left alone.
    """
    stated = [entry for entry in entries if letter_of(entry.text())]
    used, clashing = set(taken), []
    for entry in stated:
        letter = letter_of(entry.text())
        if letter in used:
            clashing.append(entry)
        used.add(letter)
    for entry in clashing:
        text = _underlined(entry.text(), used)
        used.add(letter_of(text))
        entry.setText(text)


def _underlined(text: str, used: Set[str]) -> str:
    """Underline another letter of a text; none where all are used."""
    bare = _STATED.sub(r"\1", text, count=1)
    place = next((at for at in _candidates(bare) if bare[at].casefold() not in used), None)
    return bare if place is None else f"{bare[:place]}&{bare[place:]}"


def _candidates(text: str) -> Iterator[int]:
    """Yield places to underline: the beginnings of words first."""
    yield from (word.start() for word in re.finditer(r"\b[^\W\d_]", text))
    yield from (word.start() for word in re.finditer(r"[^\W\d_]", text))
