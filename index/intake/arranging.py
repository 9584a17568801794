"""Put new versions among the others of their stories, as many as a batch holds at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from index.intake.lineage import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.dispatch import Accession, AccessionNumber, Dispatch


class Versions(Protocol):
    """What is asked of the record."""

    def versions(self, number: AccessionNumber) -> Sequence[Accession]:
        """Return every version of a dispatch's story, itself included, the earliest first."""
        ...

    def put_in_order(self, ids: Sequence[AccessionNumber]) -> object:
        """Say that each dispatch is the version after the one before it."""
        ...


class _Version(NamedTuple):
    """What its place is told by; the text is not, and a story may have thousands of versions."""

    number: AccessionNumber
    dispatch: Dispatch


_Story = list[_Version]
"""In order."""


def arrange(
    record: Versions, fresh: Iterable[tuple[AccessionNumber, Sequence[AccessionNumber]]]
) -> None:
    """Put each new version, given with others of its story, wherever in their order it belongs.

    Stories that a new version shows to be one become one. Each story is read once and written
    once, however many of its versions are new.
    """
    stories = _Stories(record)
    for number, others in fresh:
        stories.add(number, others)
    stories.write()


class _Stories:
    """The stories that gain a version."""

    def __init__(self, record: Versions) -> None:
        self._record = record
        self._of: dict[AccessionNumber, _Story] = {}

    def add(self, number: AccessionNumber, others: Sequence[AccessionNumber]) -> None:
        """Put a new version into the story of the others."""
        stories = {id(story): story for story in map(self._story, (*others, number))}
        longest, *rest = sorted(stories.values(), key=len, reverse=True)
        for version in (each for story in rest for each in story):
            at = place(version.dispatch, [each.dispatch for each in longest])
            longest.insert(at, version)
            self._of[version.number] = longest

    def write(self) -> None:
        """Record the order of each."""
        for story in {id(story): story for story in self._of.values()}.values():
            self._record.put_in_order([each.number for each in story])

    def _story(self, number: AccessionNumber) -> _Story:
        if number not in self._of:
            story = [
                _Version(each.id, replace(each.dispatch, body=""))
                for each in self._record.versions(number)
            ]
            self._of |= dict.fromkeys((each.number for each in story), story)
        return self._of[number]
