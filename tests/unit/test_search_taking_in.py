"""Dispatches folded ahead of the pass that writes them: read once, and true to the record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.query import Query
from index.reports import Cancel, ignore
from index.search import IndexBuilder, SearchEngine
from index.search import builder as module
from index.search.manifest import FILE
from tests.doubles.list_corpus import ListCorpus, Story

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def found(folder: Path, corpus: ListCorpus, text: str) -> set[int]:
    return set(SearchEngine(folder, corpus).search(Query(text)).ids)


def documents(folder: Path) -> list[int]:
    """Return how many documents each segment holds."""
    manifest = json.loads((folder / FILE).read_text().splitlines()[0])
    return [segment["documents"] for segment in manifest["segments"]]


def test_what_was_taken_in_is_read_once_and_written_later(folder: Path) -> None:
    corpus = ListCorpus.of("law", "law")
    builder = IndexBuilder(folder, corpus)
    builder.take_in()
    corpus.change(_3=Story("law"))
    builder.take_in()
    assert builder.built is None
    assert found(folder, corpus, "law") == set()
    assert builder.catch_up(ignore, Cancel())
    assert corpus.read == 3
    assert found(folder, corpus, "law") == {1, 2, 3}
    assert documents(folder) == [3]


def test_what_changes_after_it_was_taken_in(folder: Path) -> None:
    corpus = ListCorpus.of("law", "law", "law")
    builder = IndexBuilder(folder, corpus)
    builder.take_in()
    corpus.change(_1=Story("bill"), _2=None)
    builder.catch_up(ignore, Cancel())
    assert (found(folder, corpus, "law"), found(folder, corpus, "bill")) == ({3}, {1})


def test_everything_that_was_taken_in_goes(folder: Path) -> None:
    corpus = ListCorpus.of("law")
    builder = IndexBuilder(folder, corpus)
    builder.take_in()
    corpus.change(_1=None)
    builder.catch_up(ignore, Cancel())
    assert documents(folder) == []
    assert found(folder, corpus, "law") == set()


def test_an_index_that_was_replaced_meanwhile_is_followed(folder: Path) -> None:
    corpus = ListCorpus.of("law")
    builder = IndexBuilder(folder, corpus)
    builder.take_in()
    assert IndexBuilder(folder, corpus).catch_up(ignore, Cancel())
    corpus.change(_2=Story("law"))
    builder.catch_up(ignore, Cancel())
    assert found(folder, corpus, "law") == {1, 2}
    assert sum(documents(folder)) == 2


STEPS = st.lists(
    st.one_of(
        st.just("take in"),
        st.just("catch up"),
        st.tuples(st.integers(1, 5), st.sampled_from(["law", "bill", None])),
    ),
    max_size=14,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_in_any_order_the_index_follows_the_record(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str | tuple[int, str | None]]
) -> None:
    folder = tmp_path_factory.mktemp("any") / "index"
    corpus = ListCorpus.of("law", "bill")
    builder = IndexBuilder(folder, corpus)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SEGMENT_DOCUMENTS", 3)
        patch.setattr(module, "STEP", 2)
        patch.setattr(module, "VOCABULARY_TERMS", 1)
        for step in [*steps, "catch up"]:
            if step == "take in":
                builder.take_in()
            elif isinstance(step, tuple):
                number, text = step
                corpus.change(**{f"_{number}": None if text is None else Story(text)})
            else:
                assert builder.catch_up(ignore, Cancel())
    for word in ("law", "bill"):
        expected = {number for number, story in corpus.stories.items() if story.body == word}
        assert found(folder, corpus, word) == expected
