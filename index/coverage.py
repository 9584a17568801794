"""How the dispatches of a query are spread over agencies, concepts, months and the like.

What does not occur is counted too: a silence is a zero, never a gap.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.query import Facet
    from index.results import FacetValue


@dataclass(frozen=True, slots=True)
class Axis:
    """The values of one facet; each counts the dispatches of the query that bear it."""

    facet: Facet
    values: tuple[FacetValue, ...]
    """Months in the order of time, concepts in that of the codebook, others the frequent first."""
    left_out: int = 0
    """Further values that occur, which there was no room for."""
    silent: int = 0
    """Further values of the archive that do not occur."""


@dataclass(frozen=True, slots=True)
class CrossTable:
    """How many dispatches bear a row's value and a column's."""

    rows: Axis
    columns: Axis
    counts: tuple[tuple[int, ...], ...]
    """Row by row."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two concepts that meet on dispatches, neither of them broader than the other."""

    one: FacetValue
    other: FacetValue
    together: int
    """Dispatches that bear both."""
    of: int
    """Dispatches of the query."""

    @property
    def jaccard(self) -> float:
        """Share of the dispatches with either that have both (Jaccard 1901)."""
        return self.together / (self.one.count + self.other.count - self.together)

    @property
    def lift(self) -> float:
        """How often both meet, over how often they would if neither drew the other."""
        return self.together * self.of / (self.one.count * self.other.count)


@dataclass(frozen=True, slots=True)
class CoverageRequest:
    """What is to be counted."""

    facets: tuple[Facet, ...] = ()
    crossed: tuple[tuple[Facet, Facet], ...] = ()
    """Rows by columns."""
    pairs: int = 0
    """How many pairs of concepts, the most frequent first."""
    most: Mapping[Facet, int] = field(default_factory=dict)
    """Values that an axis has room for; months, and facets not named, have no bound."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The answer."""

    total: int
    axes: Mapping[Facet, Axis]
    tables: Mapping[tuple[Facet, Facet], CrossTable]
    pairs: tuple[Pair, ...] = ()
