"""What may be tagged or annotated in a text, found by recognisers and decided by the user."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.keys import ConceptId
    from index.selectors import Span


class SuggestionKind(StrEnum):
    """What was recognised; the word is kept with a rejection."""

    CONCEPT = "concept"
    """A concept of the codebook, by its label or an alias."""
    TERM = "term"
    """A topic or law of a vocabulary that the codebook does not have."""
    ORGANISATION = "organisation"
    AGENCY = "agency"
    PERSON = "person"
    FIGURE = "figure"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Term:
    """Something with names that are looked for in texts."""

    kind: SuggestionKind
    label: str
    names: tuple[str, ...]
    """Every name in every language, the label included."""
    concept: ConceptId | None = None
    """Of the codebook, where it has it."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Preferred labels by language."""
    aliases: tuple[str, ...] = ()
    uri: str = ""

    @property
    def tags(self) -> bool:
        """Whether accepting it tags the dispatch; everything else annotates the passage."""
        return self.kind in (SuggestionKind.CONCEPT, SuggestionKind.TERM)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to tag with, or to note on a passage."""

    kind: SuggestionKind
    text: str
    """The passage as it stands in the body."""
    spans: tuple[Span, ...]
    """Where it stands, the passage first and then further mentions; code points of the body."""
    term: Term | None = None
    """What is named, for what has names."""
    speaker: str = ""
    """Who is quoted."""
    period: str = ""
    source: str = ""
    """When a figure holds and who says so, as far as its sentence tells."""

    @property
    def span(self) -> Span:
        """The passage itself."""
        return self.spans[0]

    @property
    def label(self) -> str:
        """What is suggested, in a few words."""
        return self.term.label if self.term else " ".join(self.text.split())

    @property
    def note(self) -> str:
        """What an annotation of it says."""
        said = (self.speaker, self.period, self.source)
        return " · ".join((str(self.kind), *(part for part in said if part)))
