"""What is looked for by name: concepts, the vocabulary's terms and bodies, news agencies."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from index.folding import fold
from index.suggestion import SuggestionKind, Term
from index.suggestions.words import words
from index.wire.agencies import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.codebook import Concept, ConceptUse

FILE = "policy.terms"
"""The starter vocabulary as JSON lines, written by ``docs/vocabulary.py``."""


@cache
def starter() -> tuple[Term, ...]:
    """Return topics, laws and bodies of the vocabulary that ships with the program."""
    text = (resources.files("resources.vocabulary") / FILE).read_text("utf-8")
    return tuple(_term(json.loads(line)) for line in text.splitlines())


def _term(held: dict[str, object]) -> Term:
    labels, aliases = held["labels"], held["aliases"]
    if not isinstance(labels, dict) or not isinstance(aliases, list):
        raise TypeError(f"{FILE} is not as it was written")
    names = tuple(dict.fromkeys((*labels.values(), *aliases)))
    label = labels.get("en") or names[0]
    kind = SuggestionKind(str(held["kind"]))
    return Term(kind, label, names, None, labels, tuple(aliases), str(held["uri"]))


@cache
def agencies() -> tuple[Term, ...]:
    """Return the news agencies."""
    return tuple(
        Term(SuggestionKind.AGENCY, each.name, tuple(name for name in each.names if name))
        for each in load().profiles
    )


@cache
def bodies() -> tuple[Term, ...]:
    """Return bodies known by their bare names."""
    return tuple(
        Term(SuggestionKind.ORGANISATION, name, (name,)) for name in words().listed("bodies")
    )


def _names(concept: Concept) -> tuple[str, ...]:
    return (concept.label, *concept.labels.values(), *concept.aliases)


def concepts(uses: Iterable[ConceptUse]) -> list[Term]:
    """Return the concepts that may be given, under all their names."""
    return [
        Term(
            SuggestionKind.CONCEPT,
            use.full_path,
            _names(use.concept),
            use.concept.id,
        )
        for use in uses
        if not use.concept.retired
    ]


def all_terms(uses: Iterable[ConceptUse], imported: Iterable[Sequence[str]] = ()) -> list[Term]:
    """Return everything with a name; what the codebook has, retired or not, comes from it alone.

    ``imported``: the names of the concepts of imported vocabularies, preferred ones first.
    """
    every = list(uses)
    held = concepts(every)
    known = {fold(name) for use in every for name in _names(use.concept)}
    extra = [
        Term(SuggestionKind.TERM, names[0], tuple(names), aliases=tuple(names[1:]))
        for names in imported
        if names
    ]
    others = (*starter(), *extra)
    new = [each for each in others if known.isdisjoint(map(fold, each.names))]
    return [*held, *new, *agencies(), *bodies()]
