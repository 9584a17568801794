"""What an edit did, row by row: enough to show it, to log it and to take it back.

Every edit of the archive returns a :class:`Change`. Reverting one restores the row images before
the edit, but only where a row still is what the edit made of it, so that undo reverses only what
redo changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None stands for "not there"."""

    table: str
    key: tuple[object, ...]
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class Change:
    """The rows that one edit touched, in the order it touched them."""

    kind: str
    """What was done, as a stable word: ``tag``, ``rename-concept``, ``annotate`` …"""
    rows: tuple[RowChange, ...] = ()
    dispatches: frozenset[int] = field(default_factory=frozenset)
    """Dispatches whose tags, annotations or fields are now other than before."""
    concepts: frozenset[int] = field(default_factory=frozenset)
    annotations: frozenset[int] = field(default_factory=frozenset)
    reindex: frozenset[int] = field(default_factory=frozenset)
    """Dispatches whose indexed text changed (imports, corrections, trash); never a tag edit."""

    def __bool__(self) -> bool:
        return bool(self.rows or self.dispatches or self.reindex)


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the log."""

    done: datetime
    kind: str
    rows: int
    dispatches: int
    """How many were touched."""
    codebook: tuple[Mapping[str, object], ...] = ()
    """Rows of the codebook: ``table``, ``before`` and ``after``."""
