"""Words too common to constrain a search, language by language; folded."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from index.folding import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def stop_words() -> Mapping[str, frozenset[str]]:
    """Return language -> its stop words."""
    text = (files("resources") / "search" / "stopwords.txt").read_text("utf-8")
    found: dict[str, frozenset[str]] = {}
    language = ""
    for line in text.splitlines():
        if line.startswith("#"):
            language = line.removeprefix("#").strip()
        else:
            found[language] = frozenset(token.folded for token in tokens(line))
    return found


def is_stop_word(folded: str) -> bool:
    """Tell whether a folded word says nothing by itself in some language."""
    return any(folded in words for words in stop_words().values())
