"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.dispatch import AccessionNumber, Timestamp
    from index.keys import ConceptId
    from index.query import Facet
    from index.selectors import Span


class NoticeKind(StrEnum):
    """Things a search says about itself."""

    MALFORMED = "malformed"
    """The text is no well-formed query and was searched as plain words."""
    FEWER_WORDS = "fewer-words"
    """All words together found little: matches with fewer words follow."""
    CUT_OFF = "cut-off"
    """A wildcard met too many words; only the most frequent were searched."""
    TOO_LONG = "too-long"
    """Only the beginning of the text was read; ``at`` is where reading ended."""
    OUT_OF_TIME = "out-of-time"
    """The search took too long; what had not been looked at by then was left out."""
    REFUSED = "refused"
    """A part was left out, for example a wildcard with too few letters."""
    REBUILDING = "rebuilding"
    """The index is behind the record; some dispatches cannot be found yet."""


@dataclass(frozen=True, slots=True)
class Notice:
    """``detail`` is the part of the query concerned, ``at`` its code-point offset or -1."""

    kind: NoticeKind
    detail: str = ""
    at: int = -1


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of the body around the best hits; spans are offsets into ``text``."""

    text: str
    hits: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """One line of the results."""

    id: AccessionNumber
    score: float
    headline: str
    headline_hits: tuple[Span, ...]
    agency: str
    city: str
    language: str
    filed: Timestamp | None
    snippet: Snippet
    concepts: tuple[ConceptId, ...] = ()
    annotations: int = 0
    family_size: int = 1
    """How many dispatches of the results this line stands for, when collapsed."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """``value`` as used in a Filter; ``label`` as shown; ``count`` within the results."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Highlights:
    """Hits in the text of one dispatch, sorted, not overlapping, in code points."""

    body: tuple[Span, ...] = ()
    headline: tuple[Span, ...] = ()
    standfirst: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """Words of the query that name a concept, and its other names whose words all occur."""

    asked: str
    names: tuple[str, ...] = ()
    """Those searched, too."""
    off: tuple[str, ...] = ()
    """Those that the query leaves out."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a search found, without the matches themselves."""

    total: int
    """Dispatches that match, whether or not they have a line of their own; facets count these."""
    facets: Mapping[Facet, tuple[FacetValue, ...]] = field(default_factory=dict)
    days: tuple[tuple[int, int], ...] = ()
    """(Proleptic Gregorian ordinal of a day of filing, dispatches), in order; with the facets."""
    notices: tuple[Notice, ...] = ()
    corrected: str = ""
    """A better spelling of the query, where a word is unknown; empty otherwise."""
    expanded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words of the query -> the other word forms and names that were searched for them."""
    related: tuple[Related, ...] = ()
    """What the thesaurus knows of the query."""
    stories: int | None = None
    """Lines of collapsed results; None where each dispatch has its own."""


class Results(Protocol):
    """The ordered matches of one query, read a page at a time; safe to use from any thread."""

    @property
    def summary(self) -> Summary:
        """Totals, facets and notices."""
        ...

    @property
    def ids(self) -> Sequence[AccessionNumber]:
        """Every match in order; of collapsed results, the first of each story."""
        ...

    def page(self, first: int, count: int) -> list[Match]:
        """Return up to ``count`` matches from position ``first`` with their snippets."""
        ...

    def others(self, at: int) -> list[Match]:
        """Return the matches that line ``at`` of collapsed results stands for beside itself."""
        ...
