"""Saved searches and the log of searches."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import Facet, Filter, Query, Sort
from index.store import Store
from index.store.searches import read_query, write_query
from tests.strategies.accessions import accession, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

queries = st.builds(
    Query,
    text=texts,
    filters=st.lists(
        st.builds(Filter, facet=st.sampled_from(Facet), value=texts, exclude=st.booleans())
    ).map(tuple),
    sort=st.sampled_from(Sort),
    filed_from=st.none() | st.dates(),
    filed_to=st.none() | st.dates(),
    collapse=st.booleans(),
    thesaurus=st.booleans(),
    unwanted=st.lists(texts).map(tuple),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


@given(queries)
def test_a_query_is_read_as_it_was_written(query: Query) -> None:
    assert read_query(write_query(query)) == query


def test_a_search_saved_under_a_name_is_replaced_under_that_name(store: Store) -> None:
    first, _ = store.searches.save("Lois", Query("loi"))
    again, _ = store.searches.save("LOIS", Query("loi", sort=Sort.NEWEST))
    other, _ = store.searches.save("Agencies", Query("agency:afp"))
    assert again == first
    assert [(each.id, each.name) for each in store.searches.saved()] == [
        (other, "Agencies"), (first, "LOIS"),
    ]  # fmt: skip
    assert store.searches.saved()[1].query == Query("loi", sort=Sort.NEWEST)


def test_a_saved_search_knows_up_to_where_it_was_seen(store: Store) -> None:
    (first,) = store.dispatches.add([accession("One")])
    search, _ = store.searches.save("All", Query(""))
    (second,) = store.dispatches.add([accession("Two")])
    assert store.searches.saved()[0].seen == first
    change = store.searches.look_at(search)
    assert store.searches.saved()[0].seen == second
    store.revert(change)
    assert store.searches.saved()[0].seen == first


def test_the_log_is_newest_first_and_can_be_emptied(store: Store) -> None:
    for at in range(5):
        query = Query(f"q{at}", filed_from=date(2024, 1, 1))
        store.searches.remember(query, at, "Dispatch Reader 0.1")
    newest = store.searches.recent(2)
    assert [past.query.text for past in newest] == ["q4", "q3"]
    assert (newest[0].total, newest[0].program) == (4, "Dispatch Reader 0.1")
    store.searches.forget()
    assert store.searches.recent() == ()
