"""Several passages annotated at once, and several annotations made one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index import Archive
from index.annotation import Colour
from index.errors import PassageNotFound, PassagesApart, UnknownAnnotation, UnknownConcept
from index.keys import AnnotationId, ConceptId
from index.selectors import Span
from tests.strategies.accessions import BODY, accession, dump
from tests.strategies.coded import Coded, coded_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[Coded]:
    with coded_store(tmp_path / "archive") as opened:
        yield opened


def places(coded: Coded, *words: str) -> list[tuple[int, int]]:
    return [(BODY.index(word), BODY.index(word) + len(word)) for word in words]


# --- several passages -------------------------------------------------------------------------


def test_one_edit_annotates_every_passage(coded: Coded) -> None:
    store, before = coded.store, dump(coded.store)
    chosen = [(number, Span(4, 13)) for number in coded.ids]
    made, change = store.annotations.add_each(
        chosen, colour=Colour.TEAL, note="n", concepts=[coded.law], creator="Ada"
    )
    assert len(made) == 4
    assert coded.note in made, "what annotated just this passage bears the concept too"
    kept = store.annotations.get(coded.note)
    assert (kept.note, kept.colour) == ("who?", Colour.YELLOW)
    assert kept.concepts == (coded.bill, coded.draft, coded.law)
    (fresh,) = store.annotations.of(coded.ids[1])
    assert (fresh.colour, fresh.note, fresh.creator) == (Colour.TEAL, "n", "Ada")
    assert store.revert(change).left == ()
    assert dump(store) == before


def test_annotating_twice_adds_nothing(coded: Coded) -> None:
    chosen = [(number, Span(4, 13)) for number in coded.ids]
    coded.store.annotations.add_each(chosen, concepts=[coded.law])
    made, change = coded.store.annotations.add_each(chosen, concepts=[coded.law])
    assert made == ()
    assert not change


def test_one_passage_that_is_not_there_refuses_all(coded: Coded) -> None:
    before = dump(coded.store)
    with pytest.raises(PassageNotFound):
        coded.store.annotations.add_each(
            [(coded.ids[1], Span(0, 3)), (coded.ids[2], Span(0, 9999))]
        )
    with pytest.raises(UnknownConcept):
        coded.store.annotations.add_each([(coded.ids[1], Span(0, 3))], concepts=[ConceptId(99)])
    assert dump(coded.store) == before


def test_mentions_of_words_in_several_dispatches(coded: Coded) -> None:
    other = coded.store.dispatches.add([accession("Other", "PLATFORMS, platforms; platform.")])
    with Archive.open(coded.store.folder, read_only=True, upkeep=False) as archive:
        found = archive.mentions("platforms", [coded.ids[0], *other])
    assert [(each.dispatch, each.span.start) for each in found] == [
        (coded.ids[0], BODY.index("Platforms")), (other[0], 0), (other[0], 11),
    ]  # fmt: skip


# --- one of several ---------------------------------------------------------------------------


def test_annotations_that_touch_become_one(coded: Coded) -> None:
    annotations, number = coded.store.annotations, coded.ids[1]
    (a, b), (c, d) = places(coded, "published its", "draft code on")
    one, _ = annotations.add(number, a, b, colour=Colour.RED, note="one", concepts=[coded.law])
    two, _ = annotations.add(number, c, d, note="two", concepts=[coded.bill, coded.law])
    three, _ = annotations.add(number, a + 10, c + 5, note="one")
    before = dump(coded.store)
    kept, change = annotations.merge([three, two, one])
    assert kept == one
    (merged,) = annotations.of(number)
    assert merged.selector.exact == "published its draft code on"
    assert (merged.colour, merged.note) == (Colour.RED, "one\n\ntwo")
    assert merged.concepts == (coded.law, coded.bill)
    assert {each.id for each in annotations.trashed()} == {two, three}
    assert coded.store.verify().faults == ()
    undone = coded.store.revert(change)
    assert undone.left == ()
    assert dump(coded.store) == before


def test_annotations_of_the_same_passage_become_one(coded: Coded) -> None:
    annotations = coded.store.annotations
    second, _ = annotations.add(coded.ids[0], 4, 13, note="they")
    kept, _ = annotations.merge([second, coded.note])
    assert kept == coded.note
    assert annotations.get(kept).note == "who?\n\nthey"


def test_what_is_apart_is_not_merged(coded: Coded) -> None:
    annotations, store = coded.store.annotations, coded.store
    apart, _ = annotations.add(coded.ids[0], 30, 40)
    elsewhere, _ = annotations.add(coded.ids[1], 4, 13)
    gone, _ = annotations.add(coded.ids[0], 5, 9)
    annotations.trash([gone])
    lost, _ = annotations.add(coded.ids[0], 5, 9)
    annotations.place(lost, None)
    before = dump(store)
    for other in (apart, elsewhere, gone, lost, coded.note):
        with pytest.raises(PassagesApart):
            annotations.merge([coded.note, other])
    with pytest.raises(PassagesApart):
        annotations.merge([coded.note])
    with pytest.raises(PassagesApart):
        annotations.merge([])
    with pytest.raises(UnknownAnnotation):
        annotations.merge([coded.note, AnnotationId(99)])
    assert dump(store) == before
