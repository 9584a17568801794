"""A concept is split, and what each change of one would touch is counted before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.codebook import Effect
from index.errors import ConceptTaken, UnknownConcept
from index.query import Query
from index.store import Store
from tests.strategies.accessions import accession, dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        opened.dispatches.add([accession(f"Story {at}") for at in range(5)])
        yield opened


def test_what_is_chosen_goes_to_a_new_sibling(store: Store) -> None:
    first, second, third, *_ = store.dispatches.ids()
    rules, _ = store.codebook.create("Rules")
    law, _ = store.codebook.create("Law", broader=rules, colour="#aa0000", digit=3)
    other, _ = store.codebook.create("Other")
    store.tags.add([first, second, third], [law])
    kept, _ = store.annotations.add(first, 0, 3, concepts=[law])
    moved, _ = store.annotations.add(first, 4, 9, concepts=[other, law])
    before = dump(store)
    made, change = store.codebook.split(law, "Bills", dispatches=[second], annotations=[moved])
    assert store.codebook.use(made).full_path == "Rules / Bills"
    assert store.codebook.get(made).colour == "#aa0000"
    assert store.tags.of([first, second, third]) == {
        first: (law,), second: (made,), third: (law,),
    }  # fmt: skip
    assert store.annotations.get(moved).concepts == (other, made)
    assert store.annotations.get(kept).concepts == (law,)
    assert change.reindex == frozenset()
    for concept in (law, made):
        assert store.history.of_concept(concept)[-1].kind == "split-concept"
    assert store.revert(change).left == ()
    assert dump(store) == before
    assert store.verify().faults == ()


def test_what_does_not_bear_the_concept_stays_as_it_is(store: Store) -> None:
    first, second, *_ = store.dispatches.ids()
    law, _ = store.codebook.create("Law")
    store.tags.add([first], [law])
    made, _ = store.codebook.split(law, "Bills", dispatches=[first, second])
    assert store.tags.of([first, second]) == {first: (made,)}


def test_a_sibling_of_that_name_is_in_the_way(store: Store) -> None:
    law, _ = store.codebook.create("Law")
    store.codebook.create("Bills")
    with pytest.raises(ConceptTaken):
        store.codebook.split(law, "bills")
    with pytest.raises(UnknownConcept):
        store.codebook.split(type(law)(99), "x")


def test_effects_count_each_dispatch_once_and_leave_the_trash_out(store: Store) -> None:
    first, second, third, *_ = store.dispatches.ids()
    rules, _ = store.codebook.create("Rules")
    law, _ = store.codebook.create("Law", broader=rules)
    store.tags.add([first, second], [rules, law])
    store.tags.add([third], [law])
    store.dispatches.trash([third])
    store.annotations.add(first, 0, 3, concepts=[rules, law])
    gone, _ = store.annotations.add(first, 0, 3, concepts=[law])
    store.annotations.trash([gone])
    store.rules.add("Laws", law, Query("law"))
    assert store.codebook.effect(rules) == Effect(2, 1, 0, 0)
    assert store.codebook.effect(rules, below=True) == Effect(2, 1, 1, 1)
    assert not store.codebook.effect(store.codebook.create("Unused")[0])
    uses = store.codebook.uses(law)
    assert uses.dispatches == (second, first)
    assert len(uses.annotations) == 1
    listed = store.codebook.listed_uses(law)
    assert [(use.dispatch, use.headline, use.quote) for use in listed] == [
        (second, "Story 1", ""), (first, "Story 0", ""), (first, "Story 0", "The"),
    ]  # fmt: skip
    assert tuple(use.annotation for use in listed if use.annotation) == uses.annotations
