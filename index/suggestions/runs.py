"""Runs of words with capitals: the stuff of which names of people and bodies are made."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from index.folding import fold
from index.selectors import Span
from index.suggestions.words import CAPITAL, SPACE, words

_PARTICLES = "de|du|des|la|le|van|von|den|der|di|da|dos|bin|ibn|al|el|ter|zu|of"
_ELIDED = re.compile(r"[dDlL][’'](?=\w)")


class Run(NamedTuple):
    """A run of words with capitals, particles among them included."""

    text: str
    span: Span

    @property
    def words(self) -> list[str]:
        """The words as they are written."""
        return self.text.split()


@cache
def _pattern() -> re.Pattern[str]:
    link = rf"(?:{SPACE}(?:{_PARTICLES}))?{SPACE}(?:[dDlL][’'])?"
    run = rf"{CAPITAL}(?:{link}{CAPITAL})*"
    return re.compile(rf"(?<![\w’'.]){run}|(?<=[dlDL][’']){run}")


def runs(text: str) -> list[Run]:
    """Return the runs of a text in order."""
    found = []
    for match in _pattern().finditer(text):
        start = match.start()
        elided = _ELIDED.match(match.group())
        if elided:
            start += elided.end()
        end = match.end()
        for ending in ("’s", "'s"):
            if text[start:end].endswith(ending):
                end -= len(ending)
        if end > start and text[start].isupper():
            found.append(Run(text[start:end], Span(start, end)))
    return found


def without_titles(run: Run) -> tuple[Run, bool]:
    """Drop titles and articles before a name; tell whether a title was among them."""
    lists, start, titled = words(), run.span.start, False
    held = run.words
    while held:
        bare = fold(held[0].rstrip("."))
        title = bare in lists.folded("titles") or bare in lists.folded("roles")
        if not title and bare not in lists.folded("no_names") and bare not in _LINKS:
            break
        titled = title or (titled and bare in _LINKS)
        start += len(held[0]) + 1
        held = held[1:]
    return Run(run.text[start - run.span.start :], Span(start, run.span.end)), titled


_LINKS = frozenset({"of", "de", "du", "des"})
