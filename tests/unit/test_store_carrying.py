"""Annotations of earlier versions on a newer one: placed, orphaned, never twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from index.annotation import CarryOver, Colour
from index.dispatch import AccessionNumber
from index.errors import AnotherStory, PassageNotFound, UnknownAnnotation
from index.keys import AnnotationId
from index.selectors import Span, describe
from index.store import Store
from tests.strategies.accessions import accession, dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST = (
    "The regulator published its guidance on age assurance on Monday. Services must assess the "
    "risk to children before July.\n\nA second consultation opens in autumn, the regulator said."
)
SECOND = FIRST.replace("on Monday. ", "on Monday, its first since the act. ").replace(
    "\n\nA second consultation opens in autumn", "\n\nNo date was given"
)
THIRD = "UPDATE 2\n\n" + FIRST.replace("before July", "before June")
KEPT = "Services must assess the risk to children"
CUT = "A second consultation opens in autumn"


class Story(NamedTuple):
    """Three versions, the first one annotated."""

    store: Store
    first: AccessionNumber
    second: AccessionNumber
    third: AccessionNumber
    kept: AnnotationId
    cut: AnnotationId

    def quotes(self, dispatch: AccessionNumber) -> list[str]:
        return [each.selector.exact for each in self.store.annotations.of(dispatch)]


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with Store.open(tmp_path / "archive", create=True) as store:
        bodies = (FIRST, SECOND, THIRD)
        ids = store.dispatches.add([accession("Guidance", body) for body in bodies])
        store.dispatches.put_in_order(ids)
        law, _ = store.codebook.create("Law")
        kept, _ = store.annotations.add(
            ids[0],
            *span(FIRST, KEPT),
            colour=Colour.TEAL,
            note="Who checks?",
            concepts=[law],
            creator="me",
        )
        cut, _ = store.annotations.add(ids[0], *span(FIRST, CUT), note="When?")
        yield Story(store, ids[0], ids[1], ids[2], kept, cut)


def span(body: str, quote: str) -> tuple[int, int]:
    return body.index(quote), body.index(quote) + len(quote)


def test_what_is_carried_over_says_the_same_at_its_new_place(story: Story) -> None:
    annotations = story.store.annotations
    offered = annotations.offer(story.second)
    assert [each.id for each, _ in offered.placed] == [story.kept]
    assert [each.id for each in offered.lost] == [story.cut]
    change = annotations.carry_over(story.second)
    assert change.dispatches == {story.first, story.second}
    original = annotations.get(story.kept)
    (copy,) = annotations.of(story.second)
    assert (copy.selector.start, copy.selector.end) == span(SECOND, KEPT)
    for name in ("colour", "note", "concepts", "created", "modified", "creator"):
        assert getattr(copy, name) == getattr(original, name)
    assert not original.orphaned
    assert annotations.get(story.cut).orphaned
    assert story.quotes(story.first) == [KEPT, CUT]
    assert story.store.verify().faults == ()


def test_carrying_over_is_one_edit_to_take_back_and_do_again(story: Story) -> None:
    before = dump(story.store)
    change = story.store.annotations.carry_over(story.second)
    after = dump(story.store)
    undone = story.store.revert(change)
    assert dump(story.store) == before
    assert story.store.annotations.offer(story.second)
    story.store.revert(undone)
    assert dump(story.store) == after


def test_nothing_is_offered_twice(story: Story) -> None:
    annotations = story.store.annotations
    annotations.carry_over(story.second)
    (copy,) = annotations.of(story.second)
    annotations.edit(copy.id, note="Otherwise", colour=Colour.RED)
    assert annotations.offer(story.second) == CarryOver(story.second)
    assert not annotations.carry_over(story.second)
    annotations.trash([copy.id])
    assert not annotations.offer(story.second)


def test_a_later_version_takes_what_the_last_one_says(story: Story) -> None:
    annotations = story.store.annotations
    annotations.carry_over(story.second)
    (copy,) = annotations.of(story.second)
    annotations.edit(copy.id, note="Seen in the second version")
    annotations.carry_over(story.third)
    notes = {each.selector.exact: each.note for each in annotations.of(story.third)}
    assert notes == {KEPT: "Seen in the second version", CUT: "When?"}
    assert not annotations.get(story.cut).orphaned


def test_what_was_deleted_from_a_version_is_not_brought_back_from_an_older_one(
    story: Story,
) -> None:
    annotations = story.store.annotations
    annotations.carry_over(story.second)
    annotations.trash([annotations.of(story.second)[0].id])
    assert [each.id for each, _ in annotations.offer(story.third).placed] == [story.cut]


def test_older_versions_and_lone_dispatches_are_offered_nothing(story: Story) -> None:
    (alone,) = story.store.dispatches.add([accession("Alone")])
    story.store.annotations.add(story.third, 0, 6)
    assert not story.store.annotations.offer(story.first)
    assert not story.store.annotations.offer(alone)


def test_an_orphan_is_attached_to_a_passage_of_the_newer_version(story: Story) -> None:
    annotations = story.store.annotations
    annotations.carry_over(story.second)
    assert annotations.get(story.cut).orphaned
    place = Span(*span(SECOND, "No date was given"))
    made, change = annotations.attach(story.cut, story.second, place)
    assert change.dispatches == {story.first, story.second}
    there, original = annotations.get(made), annotations.get(story.cut)
    assert (there.selector.exact, there.dispatch) == ("No date was given", story.second)
    assert (there.note, there.created) == (original.note, original.created)
    assert (original.orphaned, original.selector.exact) == (False, CUT)
    assert not annotations.offer(story.second)
    assert story.store.verify().faults == ()


def test_attaching_is_one_edit_to_take_back_and_do_again(story: Story) -> None:
    story.store.annotations.carry_over(story.second)
    before = dump(story.store)
    _, change = story.store.annotations.attach(story.cut, story.second, Span(0, 13))
    after = dump(story.store)
    undone = story.store.revert(change)
    assert dump(story.store) == before
    story.store.revert(undone)
    assert dump(story.store) == after


@pytest.mark.parametrize("version", ["first", "second"])
def test_an_orphan_whose_passage_stands_nowhere_moves(story: Story, version: str) -> None:
    annotations, number = story.store.annotations, getattr(story, version)
    gone = describe("An autumn consultation was announced.", 3, 22)
    annotations.place(story.cut, gone)
    annotations.place(story.cut, None)
    made, _ = annotations.attach(story.cut, number, Span(4, 13))
    held = annotations.get(made)
    assert (made, held.dispatch, held.selector.exact) == (story.cut, number, "regulator")
    assert not held.orphaned
    assert story.store.verify().faults == ()


def test_an_annotation_that_is_attached_again_moves_and_is_no_second_copy(story: Story) -> None:
    annotations = story.store.annotations
    annotations.carry_over(story.second)
    first, _ = annotations.attach(story.cut, story.second, Span(0, 13))
    again, _ = annotations.attach(story.cut, story.second, Span(4, 13))
    assert again == first
    assert story.quotes(story.second) == ["regulator", KEPT]


def test_what_stood_nowhere_moves_to_the_version_that_has_its_passage(story: Story) -> None:
    annotations, at = story.store.annotations, THIRD.index("before June")
    annotations.place(story.cut, describe(THIRD, at - 40, at + 11))
    annotations.place(story.cut, None)
    annotations.carry_over(story.third)
    assert annotations.get(story.cut).dispatch == story.third
    assert not annotations.get(story.cut).orphaned
    assert story.store.verify().faults == ()


def test_an_orphan_is_attached_only_where_its_story_is_told(story: Story) -> None:
    (alone,) = story.store.dispatches.add([accession("Alone")])
    attach = story.store.annotations.attach
    with pytest.raises(AnotherStory):
        attach(story.cut, alone, Span(0, 3))
    with pytest.raises(PassageNotFound):
        attach(story.cut, story.second, Span(5, 5))
    story.store.annotations.trash([story.cut])
    with pytest.raises(UnknownAnnotation):
        attach(story.cut, story.second, Span(0, 3))
