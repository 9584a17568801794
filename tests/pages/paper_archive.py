"""An archive of a few made-up matches, for panels that need one but do not test it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from index import (
    AccessionNumber,
    ArchiveError,
    Facet,
    FacetValue,
    Match,
    Query,
    Snippet,
    Summary,
    Timestamp,
    UnknownDispatch,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from index import Archive, Change, ConceptUse, Progress


def match(number: int) -> Match:
    """Return a match with a number in its headline."""
    snippet = Snippet(f"Members discussed item {number} of the agenda.")
    filed = Timestamp.on(2024, 1 + number % 12, 1)
    return Match(
        AccessionNumber(number), 1.0, f"Item {number}", (), "AP", "Oslo", "en", filed, snippet
    )


@dataclass
class PaperResults:
    """Matches 0 … total-1; pages can be held back."""

    total: int
    facets: dict[Facet, tuple[FacetValue, ...]] = field(default_factory=dict)
    error: ArchiveError | None = None
    gate: threading.Event = field(default_factory=threading.Event)
    asked: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gate.set()
        self.summary = Summary(self.total, self.facets)
        self.ids = [AccessionNumber(number) for number in range(self.total)]

    def page(self, first: int, count: int) -> list[Match]:
        self.gate.wait(10)
        self.asked.append(first)
        if self.error is not None and first > 0:
            raise self.error
        return [match(number) for number in range(first, min(first + count, self.total))]

    def others(self, at: int) -> list[Match]:
        return []


class PaperArchive:
    """Answers every query with the same results."""

    read_only = False
    index_state: Progress | None = None

    def __init__(self, results: PaperResults) -> None:
        self.results = results
        self.asked: list[Query] = []
        self.hears: list[Callable[[Change], None]] = []
        self.progress: list[Callable[[Progress | None], None]] = []
        self.damage: list[Callable[[ArchiveError], None]] = []
        self.dispatches = self.codebook = self.searches = self

    def as_archive(self) -> Archive:
        """Return the same, under the type that panels want."""
        return cast("Archive", self)

    def search(self, query: Query, *, facets: bool = True) -> PaperResults:
        self.asked.append(query)
        return self.results

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        self.hears.append(listener)
        return lambda: self.hears.remove(listener)

    def on_progress(self, listener: Callable[[Progress | None], None]) -> Callable[[], None]:
        self.progress.append(listener)
        return lambda: self.progress.remove(listener)

    def on_damage(self, listener: Callable[[ArchiveError], None]) -> Callable[[], None]:
        self.damage.append(listener)
        return lambda: self.damage.remove(listener)

    def get(self, number: AccessionNumber) -> object:
        if number >= self.results.total:
            raise UnknownDispatch(id=number)
        return self.results.ids[number]

    def all(self) -> tuple[ConceptUse, ...]:
        return ()

    def saved(self) -> tuple[object, ...]:
        return ()

    def revert(self, change: Change) -> Change:
        return change
