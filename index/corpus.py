"""What the search index needs from the record: the port between ``store`` and ``search``.

``index.store`` implements :class:`Corpus` over SQLite; ``index.search`` knows only this file, so
that neither imports the other and the index can be tested over plain lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.codebook import ConceptUse
    from index.dispatch import AccessionNumber, Timestamp

UNDATED = -(2**31)
"""The day number of a dispatch without a date."""
_FIRST_WORDS = 5
"""Fewer words than that, with which a text also begins, are a headline all the same."""


@dataclass(frozen=True, slots=True)
class TextRecord:
    """The words of one dispatch that are indexed."""

    id: AccessionNumber
    headline: str
    standfirst: str
    body: str
    boilerplate: str = ""
    byline: str = ""
    source: str = ""
    """Path, member and address: what ``source:`` searches."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One row a dispatch that is not in the trash, ordered by ``ids``; all of equal length.

    Days are proleptic Gregorian ordinals (``date.toordinal``), ``UNDATED`` where there is none.
    """

    ids: Sequence[int]
    filed: Sequence[int]
    updated: Sequence[int]
    captured: Sequence[int]
    imported: Sequence[int]
    minutes: Sequence[int]
    """Minutes into the filed day, for a stable newest-first order; 0 where unknown."""
    agency: Sequence[str]
    """By its one name, whatever the source calls it."""
    city: Sequence[str]
    language: Sequence[str]
    sections: Sequence[tuple[str, ...]]
    family: Sequence[int]


@dataclass(frozen=True, slots=True)
class Card:
    """What a line of the results shows besides its snippet."""

    id: AccessionNumber
    headline: str
    standfirst: str
    body: str
    agency: str
    """By its one name, whatever the source calls it."""
    city: str
    language: str
    filed: Timestamp | None


def own_headline(headline: str, body: str) -> str:
    """Return a headline; nothing where it is only how the text begins, cut off somewhere.

    A text without a headline is listed by its first words. They are no summary by its editors, so
    they must not count more than the words that follow them.
    """
    stem = headline.rstrip("… .")
    goes_on = body[len(stem) : len(stem) + 1] not in {"", "\n"}
    is_cut = goes_on and body.startswith(stem) and len(stem.split()) >= _FIRST_WORDS
    return "" if is_cut else headline


class Corpus(Protocol):
    """Read access to the record; every method is safe from any thread and needs no lock."""

    @property
    def archive_id(self) -> str:
        """The archive's own UUID; an index built for another archive is not used."""
        ...

    @property
    def index_key(self) -> bytes | None:
        """The key under which the index is sealed; None where the record is not encrypted."""
        ...

    @property
    def generation(self) -> int:
        """Grows with every change of indexed text (import, correction, trash, restore)."""
        ...

    @property
    def edition(self) -> int:
        """Grows with every committed edit of any kind, tags and annotations included."""
        ...

    def count(self) -> int:
        """Return how many dispatches are outside the trash."""
        ...

    def changed(self, since: int, until: int | None = None) -> Iterator[TextRecord]:
        """Yield the dispatches whose text was last changed after generation ``since``.

        Those changed again after ``until`` are left out, so that the next question, asked since
        then, yields them once.
        """
        ...

    def texts(self, ids: Sequence[int]) -> Iterator[TextRecord]:
        """Yield the dispatches of these numbers that are held, in order."""
        ...

    def changed_count(self, since: int) -> int:
        """Return how many :meth:`changed` yields."""
        ...

    def removed(self, since: int) -> list[int]:
        """Return the ids that went to the trash, or for good, after generation ``since``."""
        ...

    def columns(self) -> Columns:
        """Return the columns of every dispatch outside the trash."""
        ...

    def tag_pairs(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return (dispatch ids, concept ids), pair by pair."""
        ...

    def notes(self) -> list[tuple[int, str]]:
        """Return (dispatch id, note text) of every annotation outside the trash.

        An annotation without a note has an empty text, so ``has:annotation`` is answered too.
        """
        ...

    def concepts(self) -> tuple[ConceptUse, ...]:
        """Return the codebook."""
        ...

    def cards(self, ids: Sequence[int]) -> list[Card]:
        """Return the cards in the order asked; ids no longer held are left out."""
        ...


class Readable(Protocol):
    """A dispatch, or its indexed text."""

    @property
    def headline(self) -> str:
        """Of the agency."""
        ...

    @property
    def standfirst(self) -> str:
        """May be empty."""
        ...

    @property
    def body(self) -> str:
        """Paragraphs apart by one empty line."""
        ...
