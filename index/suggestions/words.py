"""The word lists of ``resources/recognisers.toml``, read once, as sets and as patterns."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from index.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE = "recognisers.toml"

UPPER = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
"""The capitals of Latin scripts, for character classes."""
SPACE = "[ \u00a0\u202f\u2009]"
DASHES = "-‐‑"
CAPITAL = rf"(?:[{UPPER}][\w’'{DASHES}]*\w|[{UPPER}]\.?)"
"""A word with a capital, or an initial."""


@dataclass(frozen=True)
class WordLists:
    """Lists by name."""

    lists: Mapping[str, tuple[str, ...]]
    _folded: dict[str, frozenset[str]] = field(default_factory=dict)

    def listed(self, *names: str) -> tuple[str, ...]:
        """Return the words of some lists as they are written."""
        return tuple(word for name in names for word in self.lists[name])

    def folded(self, name: str) -> frozenset[str]:
        """Return the words of a list folded."""
        if name not in self._folded:
            self._folded[name] = frozenset(map(fold, self.lists[name]))
        return self._folded[name]

    def either(self, *names: str) -> str:
        """Return a pattern of the words of some lists, the longest first."""
        found = sorted(set(self.listed(*names)), key=lambda word: (-len(word), word))
        return "|".join(re.escape(word).replace("’", "[’']") for word in found)


@cache
def words() -> WordLists:
    """Return the lists that ship with the program."""
    text = (resources.files("resources") / SOURCE).read_text("utf-8")
    return WordLists({name: tuple(found) for name, found in tomllib.loads(text).items()})
