"""Every field of a dispatch comes out of the store as it went in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dispatch import AccessionNumber, Dispatch, Timestamp
from index.errors import UnknownDispatch
from index.store import Store
from index.store.stamps import read_stamp, write_stamp
from tests.strategies.accessions import accession, accessions, timestamps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.store import NewAccession


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("records"), create=True) as opened:
        yield opened


@given(timestamps())
def test_a_timestamp_keeps_value_offset_precision_zone_and_doubt(stamp: Timestamp) -> None:
    read = read_stamp(write_stamp(stamp))
    assert read == stamp
    assert read is not None
    assert read.value.utcoffset() == stamp.value.utcoffset()


def test_no_timestamp_stays_none() -> None:
    assert read_stamp(write_stamp(None)) is None


@given(st.lists(accessions, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_batch_is_read_back_field_by_field(store: Store, batch: list[NewAccession]) -> None:
    numbers = store.dispatches.add(batch)
    read = list(store.dispatches.each(numbers))
    assert [each.id for each in read] == list(numbers)
    for new, held in zip(batch, read, strict=True):
        assert held.dispatch == new.dispatch
        assert held.provenance == new.provenance
        assert held.sample is new.sample
        assert not held.trashed
        assert store.dispatches.original(held.id) == new.original


@given(st.lists(accessions, min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_what_was_just_written_verifies(store: Store, batch: list[NewAccession]) -> None:
    store.dispatches.add(batch)
    assert store.verify().faults == ()


def test_half_a_surrogate_pair_is_replaced_and_stops_nothing(store: Store) -> None:
    broken, whole = store.dispatches.add([
        accession("Broken \ud83d headline", "Text", byline=("A\udc00",), path="f\udce9.txt"),
        accession("Whole", "Text"),
    ])  # fmt: skip
    held = store.dispatches.get(broken)
    assert held.dispatch.headline == "Broken \ufffd headline"
    assert held.dispatch.byline == ("A\ufffd",)
    assert held.provenance.path == "f\ufffd.txt"
    assert store.dispatches.get(whole).dispatch.headline == "Whole"


def test_numbers_go_on_and_are_never_given_again(store: Store) -> None:
    (first,) = store.dispatches.add([accession("One")])
    store.dispatches.trash([first])
    store.dispatches.purge([first])
    (second,) = store.dispatches.add([accession("Two")])
    assert second > first
    with pytest.raises(UnknownDispatch):
        store.dispatches.get(first)


def test_an_empty_batch_is_nothing(store: Store) -> None:
    before = store.corpus.edition
    assert store.dispatches.add([]) == ()
    assert store.corpus.edition == before


def test_a_dispatch_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(UnknownDispatch, match="999999"):
        store.dispatches.get(AccessionNumber(999_999))


def test_the_defaults_of_a_dispatch_survive(store: Store) -> None:
    (number,) = store.dispatches.add([accession("Bare", "Body")])
    assert store.dispatches.get(number).dispatch == Dispatch("Bare", "Body")
