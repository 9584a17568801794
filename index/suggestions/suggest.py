"""Everything that is suggested for one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.suggestion import Suggestion, SuggestionKind
from index.suggestions.figures import figures
from index.suggestions.organisations import organisations
from index.suggestions.people import people
from index.suggestions.quotations import quotations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.selectors import Span
    from index.suggestions.finder import NameFinder

LONGEST = 60_000
"""Characters of a body that are looked at; what follows is no news story."""


def suggest(text: str, finder: NameFinder) -> list[Suggestion]:
    """Return what may be tagged or noted in a text, in the order of the passages."""
    text = text[:LONGEST]
    named = _named(text, finder)
    bodies = organisations(text, _spans(named))
    known = [*named, *bodies]
    persons = people(text, _spans(known))
    numbers = figures(text)
    quoted = quotations(text, persons)
    found = [*_clear(known, _spans(persons)), *persons, *numbers, *quoted]
    return sorted(found, key=lambda each: (each.span.start, -each.span.end, each.kind))


def _named(text: str, finder: NameFinder) -> list[Suggestion]:
    """Return the terms named in a text, each once with every place of it."""
    places: dict[int, list[Span]] = {}
    for term, span in finder.find(text):
        places.setdefault(term, []).append(span)
    return [
        Suggestion(
            finder.terms[term].kind,
            text[spans[0].start : spans[0].end],
            tuple(spans),
            finder.terms[term],
        )
        for term, spans in places.items()
    ]


def _spans(found: Iterable[Suggestion]) -> list[Span]:
    return [span for each in found for span in each.spans]


def _clear(named: Iterable[Suggestion], persons: list[Span]) -> list[Suggestion]:
    """Leave out bodies that turn out to be people’s names."""
    return [
        each
        for each in named
        if each.kind is not SuggestionKind.ORGANISATION or each.span not in persons
    ]
