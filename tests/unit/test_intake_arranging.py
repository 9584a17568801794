"""New versions find their place among the others, and each story is read and written once."""

from __future__ import annotations

from collections.abc import Sequence

from index.dispatch import Accession, AccessionNumber, Dispatch, Provenance, Revision
from index.intake.arranging import arrange


class Record:
    """Holds versions by number, in stories that are in order, and counts what it is asked."""

    def __init__(self, *stories: Sequence[tuple[int, int]]) -> None:
        """Take stories as (accession number, version counted by the agency)."""
        self._counts = {number: count for story in stories for number, count in story}
        self._stories = {
            number: [each for each, _ in story] for story in stories for number, _ in story
        }
        self.asked: list[int] = []
        self.ordered: list[list[int]] = []

    def versions(self, number: AccessionNumber) -> tuple[Accession, ...]:
        self.asked.append(number)
        return tuple(self._accession(each) for each in self._stories[number])

    def put_in_order(self, ids: Sequence[AccessionNumber]) -> None:
        self.ordered.append(list(ids))

    def _accession(self, number: int) -> Accession:
        revision = Revision(number=self._counts[number])
        dispatch = Dispatch("Regulator opens inquiry", "The regulator …", revision=revision)
        return Accession(AccessionNumber(number), dispatch, Provenance("story.xml"))


def linked(number: int, *others: int) -> tuple[AccessionNumber, list[AccessionNumber]]:
    return AccessionNumber(number), [AccessionNumber(each) for each in others]


def test_a_version_between_two_others_stands_between_them() -> None:
    record = Record([(1, 1), (2, 5)], [(3, 3)])
    arrange(record, [linked(3, 2)])
    assert record.ordered == [[1, 3, 2]]


def test_a_version_of_two_stories_makes_one_of_them() -> None:
    record = Record([(1, 1), (2, 5)], [(3, 2), (4, 6)], [(5, 3)])
    arrange(record, [linked(5, 1, 4)])
    assert record.ordered == [[1, 3, 5, 2, 4]]


def test_versions_of_one_batch_know_each_other() -> None:
    record = Record([(1, 3)], [(2, 1)], [(3, 2)])
    arrange(record, [linked(2, 1), linked(3, 2)])
    assert record.ordered == [[2, 3, 1]]


def test_stories_that_have_nothing_in_common_are_written_apart() -> None:
    record = Record([(1, 1)], [(2, 2)], [(3, 1)], [(4, 2)])
    arrange(record, [linked(2, 1), linked(4, 3)])
    assert record.ordered == [[1, 2], [3, 4]]


def test_a_story_of_many_versions_is_read_and_written_once() -> None:
    held = [(number, number) for number in range(1, 501)]
    record = Record(held, *([(number, number)] for number in range(501, 601)))
    fresh = [linked(number, *range(1, number)) for number in range(501, 601)]
    arrange(record, fresh)
    assert sorted(record.asked) == [1, *range(501, 601)]
    assert record.ordered == [list(range(1, 601))]
