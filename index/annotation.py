"""Annotations: a body (note, concepts, colour) on a target (a passage of a dispatch)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from index.dispatch import AccessionNumber
    from index.keys import AnnotationId, ConceptId
    from index.selectors import Span, TextSelector


class Colour(StrEnum):
    """Eight named colours; each also has an underline pattern in the window."""

    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"
    PINK = "pink"
    PURPLE = "purple"
    BLUE = "blue"
    TEAL = "teal"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One W3C Web Annotation; ``selector`` points into the dispatch's body."""

    id: AnnotationId
    dispatch: AccessionNumber
    selector: TextSelector
    colour: Colour = Colour.YELLOW
    note: str = ""
    concepts: tuple[ConceptId, ...] = ()
    created: datetime | None = None
    modified: datetime | None = None
    creator: str = ""
    orphaned: bool = False
    """Its passage could not be found in a newer version of the dispatch."""


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What would become of the annotations of earlier versions on a newer one."""

    dispatch: AccessionNumber
    """The newer version."""
    placed: tuple[tuple[Annotation, Span], ...] = ()
    """Annotations of earlier versions, and where their passages stand now."""
    lost: tuple[Annotation, ...] = ()
    """Those whose passages cannot be found."""

    def __bool__(self) -> bool:
        return bool(self.placed or self.lost)


@dataclass(frozen=True, slots=True)
class ReportedPassage:
    """One annotation as a report prints it; every text is for people."""

    quote: str
    note: str
    source: str
    """How the dispatch is cited, and where in it the passage stands."""
    colour: Colour
    about: str = ""
    """Who made it and when; that it could not be found again."""


@dataclass(frozen=True, slots=True)
class ReportSection:
    """The annotations of one concept."""

    title: str
    """Full path, or that there is none."""
    passages: tuple[ReportedPassage, ...]


@dataclass(frozen=True, slots=True)
class AnnotationReport:
    """Annotations grouped by concept; one that bears several stands under each."""

    title: str
    language: str
    count: int
    """Of annotations, each counted once."""
    sections: tuple[ReportSection, ...] = ()

    @property
    def counted(self) -> str:
        """Return how many there are, in the words of either language."""
        return f"{self.count} annotation{'' if self.count == 1 else 's'}"
