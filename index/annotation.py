"""Annotations: a body (note, concepts, colour) on a target (a passage of a dispatch)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import datetime

    from index.codebook import ConceptId
    from index.dispatch import AccessionNumber
    from index.selectors import TextSelector

AnnotationId = NewType("AnnotationId", int)


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
    """The passage could not be found again in the version that it was moved to."""
