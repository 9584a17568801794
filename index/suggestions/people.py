"""People named: by a title or role beside the name, or by a verb of saying."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from index.folding import fold
from index.selectors import Span
from index.suggestion import Suggestion, SuggestionKind
from index.suggestions.cover import Cover
from index.suggestions.runs import Run, runs, without_titles
from index.suggestions.words import SPACE, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 4
"""Words of a name, particles aside."""
MOST = 200
"""People that are told apart in one text."""
_NEAR = 70
"""Characters before and behind a name in which something says that it is one."""


def people(text: str, taken: Iterable[Span] = ()) -> list[Suggestion]:
    """Return the people named in a text, each once, with further mentions by surname.

    ``taken``: what has been recognised as something else.
    """
    found: dict[str, list[Span]] = {}
    for name in _names(text, Cover(len(text), taken)):
        key = fold(name.text)
        known = next((each for each in found if _same(each, key)), key)
        if known in found or len(found) < MOST:
            found.setdefault(known, []).append(name.span)
    return [_suggestion(text, spans) for spans in found.values()]


def _suggestion(text: str, spans: list[Span]) -> Suggestion:
    first = spans[0]
    written, named = text[first.start : first.end], Cover(len(text), spans)
    surname = re.compile(rf"(?<!\w){re.escape(written.split()[-1])}(?!\w)")
    later = (Span(*match.span()) for match in surname.finditer(text, first.end))
    places = sorted((*spans, *filter(named.free, later)), key=lambda span: span.start)
    return Suggestion(SuggestionKind.PERSON, written, tuple(places))


def _same(one: str, other: str) -> bool:
    """Tell whether a shorter name may be the longer one's surname, or the name itself."""
    longer, shorter = sorted((one.split(), other.split()), key=len, reverse=True)
    return longer[-len(shorter) :] == shorter


def _names(text: str, taken: Cover) -> Iterator[Run]:
    for run in runs(text):
        name, titled = without_titles(run)
        if taken.free(name.span) and _may_be(name) and _is_named(text, name, titled=titled):
            yield name


def _may_be(name: Run) -> bool:
    lists, held = words(), name.words
    capitals = [word for word in held if word[:1].isupper()]
    if not held or not capitals[:1] or len(capitals) > _LONGEST or not held[-1][:1].isupper():
        return False
    heads = lists.folded("heads_en") | lists.folded("heads_fr") | lists.folded("companies")
    heads |= lists.folded("no_people")
    if any(fold(word) in heads or any(map(str.isdigit, word)) for word in held):
        return False
    if fold(held[-1]) in lists.folded("no_names"):
        return False
    return not all(word.isupper() and len(word) > 1 for word in held)


def _is_named(text: str, name: Run, *, titled: bool) -> bool:
    before = text[max(0, name.span.start - _NEAR) : name.span.start]
    after = text[name.span.end : name.span.end + _NEAR]
    if titled or _titled().search(before):
        return True
    if len(name.words) < 2:
        return False
    signs = (_role_before().search(before), _role_behind().match(after),
             _says_behind().match(after), _says_before().search(before))  # fmt: skip
    return any(signs)


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:Mr|Mrs|Ms|Mx|Dr|Prof|M|MM|Mme|Mmes|Mlle|Pr)\.?{SPACE}$")


@cache
def _role_before() -> re.Pattern[str]:
    """Match a role, at most two words that say more about it, and perhaps a comma."""
    roles = words().either("roles")
    more = rf"(?:{SPACE}(?!(?:and|et|ou|or)\b)[\w’'-]+){{0,2}}"
    return re.compile(rf"(?<!\w)(?:{roles}){more},?{SPACE}$", re.IGNORECASE)


@cache
def _role_behind() -> re.Pattern[str]:
    """Match a comma, and a role among the next words."""
    roles, elided = words().either("roles"), r"(?:[\w’'-]+-|[ld][’'])?"
    near = rf",{SPACE}(?:[\w’'-]+{SPACE}){{0,3}}{elided}(?:{roles})\b"
    return re.compile(near, re.IGNORECASE)


@cache
def _says_behind() -> re.Pattern[str]:
    verbs = words().either("says_en", "says_fr", "said_fr")
    have = rf"(?:(?:has|have|had|also|a|avait|ont){SPACE})*"
    return re.compile(rf"{SPACE}{have}(?:{verbs}|leads|heads|chairs|dirige|préside)\b")


@cache
def _says_before() -> re.Pattern[str]:
    says = words().either("says_en", "says_fr")
    said = words().either("said_fr")
    sources = "according to|selon|d[’']après"
    return re.compile(rf"(?<!\w)(?:{says}|{said}|{sources}){SPACE}$", re.IGNORECASE)
