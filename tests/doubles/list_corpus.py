"""A record over plain lists, for tests of the search index."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Self

from index.codebook import Concept, ConceptUse
from index.corpus import UNDATED, Card, Columns, TextRecord
from index.dispatch import AccessionNumber, Timestamp
from index.keys import ConceptId

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass
class Story:
    """A dispatch, as far as a search knows it."""

    body: str = ""
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    boilerplate: str = ""
    source: str = ""
    agency: str = ""
    city: str = ""
    language: str = "en"
    sections: tuple[str, ...] = ()
    filed: date | None = None
    minutes: int = 0
    family: int = 0
    generation: int = 1


@dataclass
class ListCorpus:
    """Implements :class:`index.corpus.Corpus`."""

    stories: dict[int, Story] = field(default_factory=dict)
    archive_id: str = "archive"
    index_key: bytes | None = None
    generation: int = 1
    edition: int = 1
    gone: dict[int, int] = field(default_factory=dict)
    """Accession number -> generation in which it went."""
    tags: list[tuple[int, int]] = field(default_factory=list)
    written: list[tuple[int, str]] = field(default_factory=list)
    codebook: tuple[ConceptUse, ...] = ()
    read: int = 0
    """How many texts were handed out."""

    @classmethod
    def of(cls, *stories: Story | str) -> Self:
        """Number the stories from 1; a text alone is a body."""
        made = (Story(story) if isinstance(story, str) else story for story in stories)
        return cls(dict(enumerate(made, start=1)))

    def change(self, **stories: Story | None) -> None:
        """Put stories in, replace them or, with None, take them away: ``change(_3=Story())``."""
        self.generation += 1
        self.edition += 1
        for name, story in stories.items():
            number = int(name.lstrip("_"))
            self.stories.pop(number, None)
            if story is None:
                self.gone[number] = self.generation
            else:
                story.generation = self.generation
                self.stories[number] = story
                self.gone.pop(number, None)

    def tag(self, number: int, concept: int) -> None:
        """Tag a dispatch."""
        self.tags.append((number, concept))
        self.edition += 1

    def annotate(self, number: int, note: str) -> None:
        """Write a note on a dispatch."""
        self.written.append((number, note))
        self.edition += 1

    def define(self, *paths: str) -> None:
        """Make concepts of paths such as ``laws / act``, numbered from 1."""
        number = {path: ConceptId(at) for at, path in enumerate(paths, start=1)}
        self.codebook = tuple(
            ConceptUse(
                Concept(number[path], path.split(" / ")[-1], number.get(path.rpartition(" / ")[0])),
                tuple(path.split(" / ")),
            )
            for path in paths
        )
        self.edition += 1

    def count(self) -> int:
        """Return how many stories there are."""
        return len(self.stories)

    def changed(self, since: int, until: int | None = None) -> Iterator[TextRecord]:
        """Yield what is new."""
        for number in self._since(since):
            if until is None or self.stories[number].generation <= until:
                yield from self.texts([number])

    def texts(self, ids: Sequence[int]) -> Iterator[TextRecord]:
        """Yield some texts."""
        for number in sorted(self.stories.keys() & set(ids)):
            story = self.stories[number]
            self.read += 1
            yield TextRecord(
                AccessionNumber(number),
                story.headline,
                story.standfirst,
                story.body,
                story.boilerplate,
                story.byline,
                story.source,
            )

    def changed_count(self, since: int) -> int:
        """Count what is new."""
        return len(self._since(since))

    def _since(self, since: int) -> list[int]:
        return sorted(n for n, story in self.stories.items() if story.generation > since)

    def removed(self, since: int) -> list[int]:
        """Return what went."""
        return [number for number, generation in self.gone.items() if generation > since]

    def columns(self) -> Columns:
        """Return the columns."""
        ordered = sorted(self.stories.items())
        stories = [story for _, story in ordered]
        days = [story.filed.toordinal() if story.filed else UNDATED for story in stories]
        return Columns(
            ids=[number for number, _ in ordered],
            filed=days,
            updated=days,
            captured=[UNDATED] * len(stories),
            imported=[date(2024, 12, 1).toordinal()] * len(stories),
            minutes=[story.minutes for story in stories],
            agency=[story.agency for story in stories],
            city=[story.city for story in stories],
            language=[story.language for story in stories],
            sections=[story.sections for story in stories],
            family=[story.family for story in stories],
        )

    def tag_pairs(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return the tags."""
        return [number for number, _ in self.tags], [concept for _, concept in self.tags]

    def notes(self) -> list[tuple[int, str]]:
        """Return the notes."""
        return self.written

    def concepts(self) -> tuple[ConceptUse, ...]:
        """Return the codebook."""
        return self.codebook

    def cards(self, ids: Sequence[int]) -> list[Card]:
        """Return the cards."""
        return [self._card(number) for number in ids if number in self.stories]

    def _card(self, number: int) -> Card:
        story = self.stories[number]
        filed = story.filed
        return Card(
            AccessionNumber(number),
            story.headline,
            story.standfirst,
            story.body,
            story.agency,
            story.city,
            story.language,
            Timestamp.on(filed.year, filed.month, filed.day) if filed else None,
        )
