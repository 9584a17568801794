"""What a user asks for, free of Whoosh and of SQL.

A query is its text (the query language), the facet values chosen beside it, and an order. The
text parses into the expression types below (``index.search.language``).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


TOGETHER = "+"
"""Between the concepts of one filter that a dispatch has to bear together."""


class Sort(StrEnum):
    """Order of the matches."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Facet(StrEnum):
    """The fields that results are counted by."""

    AGENCY = "agency"
    SECTION = "section"
    LANGUAGE = "language"
    CONCEPT = "concept"
    MONTH = "month"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Filter:
    """One facet value that matches must have, or must not have."""

    facet: Facet
    value: str
    """Agency name, section, ISO language, ``2024-10``, or concept ids as text joined by ``+``.

    Empty stands for dispatches that bear no value of the facet.
    """
    exclude: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The concepts that have to be there together; of other facets, the value alone."""
        return tuple(self.value.split(TOGETHER)) if self.facet is Facet.CONCEPT else (self.value,)


@dataclass(frozen=True, slots=True)
class Query:
    """All parts must hold; filters on one facet are alternatives. Empty finds everything."""

    text: str = ""
    filters: tuple[Filter, ...] = ()
    sort: Sort = Sort.RELEVANCE
    filed_from: date | None = None
    filed_to: date | None = None
    """Inclusive, as brushed on the timeline."""
    collapse: bool = False
    """Show one line a story family; totals and facets still count every dispatch."""
    thesaurus: bool = True
    """Concepts that the text names are also found by their other names, in any language."""
    unwanted: tuple[str, ...] = ()
    """Of these names, the ones left out."""
    stems: bool = True
    """Words are also found in their other forms: plurals, conjugations."""

    def with_filter(self, chosen: Filter) -> Self:
        """Add a facet value; the opposite of it is taken away."""
        return replace(self, filters=(*self.without(chosen.facet, chosen.value).filters, chosen))

    def narrowed(self, facet: Facet, value: str) -> Self:
        """Ask for those of the present matches that bear a facet value, too."""
        there = [f for f in self.filters if f.facet is facet and not f.exclude]
        others = tuple(f for f in self.filters if f not in there)
        values = [value]
        if facet is Facet.CONCEPT and value:
            known = [dict.fromkeys((*each.parts, value)) for each in there if each.value]
            values = [TOGETHER.join(parts) for parts in known] or values
        chosen = tuple(Filter(facet, each) for each in dict.fromkeys(values))
        return replace(self, filters=(*others, *chosen))

    def without(self, facet: Facet, value: str) -> Self:
        """Take a facet value away."""
        kept = tuple(f for f in self.filters if (f.facet, f.value) != (facet, value))
        return replace(self, filters=kept)


@dataclass(frozen=True, slots=True)
class QueryForm:
    """A query's text taken apart into what a form asks; each part is in the query language.

    What has no place of its own stands under ``further``, so that every query is also a form.
    """

    words: str = ""
    """All of these."""
    phrase: str = ""
    slop: int = 0
    """Words that may stand between two of the phrase."""
    any_of: str = ""
    none_of: str = ""
    fields: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Name of a field -> what it must hold."""
    days: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Name of a date field -> span of days, as written behind its colon."""
    has: frozenset[str] = frozenset()
    """``annotation``, ``note``, ``tag``."""
    further: str = ""
    strict: bool = False
    """All of the words are wanted, even where that finds little."""


# --- expressions ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Word:
    """One word; ``exact`` keeps it from being stemmed or expanded (``=word``)."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in order; with ``slop`` up to that many words may stand between them."""

    text: str
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Wildcard:
    """``*`` any letters, ``?`` one letter; ``word*`` is a prefix."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words at most ``distance`` edits away (1 or 2)."""

    text: str
    distance: int = 1


@dataclass(frozen=True, slots=True)
class DateRange:
    """A closed range over ``filed``, ``updated``, ``captured`` or ``imported``."""

    field: str
    first: date | None
    last: date | None
    said: str = dataclasses.field(default="", compare=False)
    """As written; “last 3 months” means other days tomorrow."""


@dataclass(frozen=True, slots=True)
class Has:
    """Something was added to the dispatch: ``has:annotation``, ``has:note``, ``has:tag``."""

    what: str


@dataclass(frozen=True, slots=True)
class Scoped:
    """An expression looked for in one field only."""

    field: str
    inner: Expression


@dataclass(frozen=True, slots=True)
class And:
    """Every part holds."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Expression


@dataclass(frozen=True, slots=True)
class Everything:
    """Every dispatch."""


Expression = (
    Word | Phrase | Wildcard | Fuzzy | DateRange | Has | Scoped | And | Or | Not | Everything
)
