"""Rules: what a query finds is to bear a concept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import datetime

    from index.dispatch import AccessionNumber
    from index.keys import ConceptId
    from index.query import Query

RuleId = NewType("RuleId", int)


@dataclass(frozen=True, slots=True)
class Rule:
    """A query and the concept that what it finds is tagged with, whenever the user says so."""

    id: RuleId
    name: str
    concept: ConceptId
    query: Query
    created: datetime
    ran: datetime | None = None
    """When it tagged something last."""
    tagged: int = 0
    """How many dispatches it tagged then."""


@dataclass(frozen=True, slots=True)
class RulePreview:
    """What running a rule now would do."""

    rule: Rule
    found: tuple[AccessionNumber, ...]
    """What its query finds."""
    fresh: tuple[AccessionNumber, ...]
    """Those of them that do not bear the concept yet, in the same order."""
    headlines: tuple[str, ...] = ()
    """Of the first fresh ones."""
    behind: bool = False
    """The index is behind the record: some dispatches cannot be found yet."""
