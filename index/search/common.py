"""Leaves out of a query the words that are everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.folding import tokens
from index.query import And, Word
from index.search.stopwords import stop_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.query import Expression
    from index.search.view import View

_SURE = 3
"""So many stop words of a language tell the language of a query by themselves."""


def without_stop_words(asked: And, view: View) -> Expression:
    """Leave out the stop words of the query's language, unless nothing else remains."""
    found = {part: folded for part in asked.parts if (folded := _folded(part))}
    ignored = _ignored(list(found.values()), view)
    kept = [part for part in asked.parts if found.get(part) not in ignored]
    if not any(isinstance(part, Word) for part in kept) and len(kept) < len(asked.parts):
        return asked
    return kept[0] if len(kept) == 1 else And(tuple(kept))


def _folded(part: Expression) -> str:
    """Return the folded word of a part that is one plain word."""
    if not isinstance(part, Word) or part.exact:
        return ""
    words = [token.folded for token in tokens(part.text)]
    return words[0] if len(words) == 1 else ""


def _ignored(words: Sequence[str], view: View) -> frozenset[str]:
    """Return the stop words of the language that the query is most likely in.

    A word of one language is a stop word of another: “war” is one in German. So a list is
    believed when it knows several words of the query, or when the other words are mostly found
    in dispatches of its language.
    """
    lists = stop_words()
    met = {lang: sum(word in stops for word in words) for lang, stops in lists.items()}
    languages = sorted(lists, key=lambda lang: -met[lang])
    for language in languages:
        if met[language] >= _SURE or (met[language] and _fits(language, words, view)):
            return lists[language]
    return frozenset()


def _fits(language: str, words: Sequence[str], view: View) -> bool:
    others = [word for word in words if word not in stop_words()[language]]
    profiles = [view.profile(word) for word in others]
    inside = sum(profile.get(language, 0) for profile in profiles)
    return inside * 2 >= sum(sum(profile.values()) for profile in profiles) > 0
