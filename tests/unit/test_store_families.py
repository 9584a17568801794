"""Story families and versions as a user and an import may arrange them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dispatch import APART, AccessionNumber
from index.errors import UnknownDispatch
from index.store import Store
from tests.strategies.accessions import accession, dump

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

COUNT = 6


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


def filled(store: Store, count: int = COUNT) -> Sequence[AccessionNumber]:
    batch = [accession(f"Story {at}", content=f"c{at}") for at in range(count)]
    return store.dispatches.add(batch)


def chain(store: Store, number: AccessionNumber) -> list[AccessionNumber]:
    return [each.id for each in store.dispatches.versions(number)]


def families(store: Store) -> set[tuple[AccessionNumber, ...]]:
    return {store.dispatches.family(number) for number in store.dispatches.ids()}


def test_dispatches_are_joined_by_hand_with_all_that_their_families_hold(store: Store) -> None:
    a, b, c, d, e, f = filled(store)
    store.dispatches.join([a, b])
    store.dispatches.join([c, d])
    before = dump(store)
    change = store.dispatches.join([b, d])
    assert change.dispatches == {c, d}
    assert families(store) == {(a, b, c, d), (e,), (f,)}
    assert not change.reindex
    store.revert(change)
    assert dump(store) == before


def test_joining_one_dispatch_or_the_same_again_changes_nothing(store: Store) -> None:
    a, b, *_ = filled(store)
    assert not store.dispatches.join([a])
    assert store.dispatches.join([a, b])
    assert not store.dispatches.join([b, a])


def test_a_dispatch_set_apart_leaves_family_and_versions(store: Store) -> None:
    a, b, c, *_ = filled(store)
    store.dispatches.put_in_order([a, b, c])
    before = dump(store)
    change = store.dispatches.separate([b])
    assert store.dispatches.family(a) == (a, c)
    assert store.dispatches.family(b) == (b,)
    assert (chain(store, a), chain(store, b)) == ([a, c], [b])
    assert store.dispatches.get(b).family == APART
    assert store.verify().faults == ()
    store.revert(change)
    assert dump(store) == before
    assert chain(store, b) == [a, b, c]


def test_what_was_set_apart_is_joined_by_hand_only(store: Store) -> None:
    a, b, c, *_ = filled(store)
    store.dispatches.join([a, b, c])
    store.dispatches.separate([a])
    (late,) = store.dispatches.add([accession("Late", content="late", kin=(a, b))])
    assert store.dispatches.family(late) == (b, c, late)
    store.dispatches.join([a, late])
    assert store.dispatches.family(a) == (a, b, c, late)


def test_the_number_of_a_family_is_never_taken_by_another(store: Store) -> None:
    a, b, c, d, *_ = filled(store)
    store.dispatches.join([a, b, c])
    store.dispatches.separate([a])
    store.dispatches.join([a, d])
    assert store.dispatches.family(a) == (a, d)
    assert store.dispatches.family(b) == (b, c)


def test_an_unknown_dispatch_is_neither_joined_nor_set_apart(store: Store) -> None:
    a, *_ = filled(store)
    for edit in (store.dispatches.join, store.dispatches.separate, store.dispatches.put_in_order):
        with pytest.raises(UnknownDispatch):
            edit([a, AccessionNumber(99)])
    assert store.dispatches.get(a).family == 0


def test_an_order_is_written_once(store: Store) -> None:
    a, b, c, *_ = filled(store)
    assert store.dispatches.put_in_order([a, b, c])
    assert not store.dispatches.put_in_order([a, b, c])
    change = store.dispatches.put_in_order([c, a, b])
    assert chain(store, a) == [c, a, b]
    store.revert(change)
    assert chain(store, a) == [a, b, c]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["join", "separate", "put_in_order"]),
        st.lists(st.integers(1, COUNT), min_size=1, max_size=4, unique=True),
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_whatever_is_arranged_chains_end_and_undo_brings_everything_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, list[int]]]
) -> None:
    with Store.open(tmp_path_factory.mktemp("archive") / "a", create=True) as store:
        filled(store)
        before, changes = dump(store), []
        for name, ids in steps:
            numbers = [AccessionNumber(number) for number in ids]
            changes.append(getattr(store.dispatches, name)(numbers))
            if name == "put_in_order":
                order = chain(store, numbers[0])
                places = [order.index(number) for number in numbers]
                assert all(one < other for one, other in pairwise(places))
        for number in store.dispatches.ids():
            assert number in chain(store, number)
            assert number in store.dispatches.family(number)
        for change in reversed(changes):
            store.revert(change)
        assert dump(store) == before
