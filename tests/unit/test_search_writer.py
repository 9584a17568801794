"""The direct writer against Whoosh's own, posting by posting; blocks there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.index import create_in, open_dir
from whoosh.matching import Matcher
from whoosh.reading import IndexReader

from index.reports import Cancel, ignore
from index.search import IndexBuilder, IndexDamaged
from index.search.block_format import LIMIT, Run
from index.search.block_writer import encode
from index.search.blocks import decode
from index.search.schema import TEXT_FIELDS, Places, make_schema
from index.search.segment import DAMAGE
from tests.doubles.list_corpus import ListCorpus, Story
from tests.doubles.wire_day import wire_day

if TYPE_CHECKING:
    from pathlib import Path

DISPATCHES = 1500
"""More than a block holds, so that the most frequent words have two."""

Entry = tuple[int, float, tuple[int, ...]]


@pytest.fixture(scope="module")
def corpus() -> ListCorpus:
    return wire_day(DISPATCHES)


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory, corpus: ListCorpus
) -> tuple[IndexReader, IndexReader]:
    """Return Whoosh's readers of our index and of one that Whoosh wrote itself."""
    ours, theirs = (tmp_path_factory.mktemp(name) for name in ("ours", "theirs"))
    IndexBuilder(ours, corpus).catch_up(ignore, Cancel())
    write_with_whoosh(theirs, corpus)
    return open_dir(str(ours)).reader(), open_dir(str(theirs)).reader()


def write_with_whoosh(folder: Path, corpus: ListCorpus) -> None:
    writer = create_in(str(folder), make_schema()).writer(compound=False)
    for record in corpus.changed(-1):
        texts = {name: getattr(record, name) for name in TEXT_FIELDS if getattr(record, name)}
        writer.add_document(accession=record.id, **texts)
    writer.commit(merge=False)


def entries(matcher: Matcher) -> list[Entry]:
    found = []
    while matcher.is_active():
        places = tuple(matcher.value_as("positions"))
        found.append((matcher.id(), matcher.weight(), places))
        matcher.next()
    return found


def statistics(reader: IndexReader, field: str, word: bytes) -> list[float]:
    told = reader.term_info(field, word)
    names = [
        "weight",
        "doc_frequency",
        "min_length",
        "max_length",
        "max_weight",
        "min_id",
        "max_id",
    ]
    return [getattr(told, name)() for name in names]


def test_the_same_terms(both: tuple[IndexReader, IndexReader]) -> None:
    ours, theirs = both
    assert list(ours.all_terms()) == list(theirs.all_terms())
    assert len(list(ours.all_terms())) > 150


def test_the_same_postings(both: tuple[IndexReader, IndexReader]) -> None:
    ours, theirs = both
    for field, word in theirs.all_terms():
        assert entries(ours.postings(field, word)) == entries(theirs.postings(field, word))
        assert statistics(ours, field, word) == statistics(theirs, field, word), (field, word)


def test_the_same_lengths(both: tuple[IndexReader, IndexReader]) -> None:
    ours, theirs = both
    for field in TEXT_FIELDS:
        assert ours.field_length(field) == theirs.field_length(field)
        for document in range(DISPATCHES):
            one = ours.doc_field_length(document, field, 0)
            assert (one or 0) == (theirs.doc_field_length(document, field, 0) or 0)


def test_the_same_accession_numbers(both: tuple[IndexReader, IndexReader]) -> None:
    columns = [list(reader.column_reader("accession")) for reader in both]
    assert columns[0] == columns[1] == list(range(1, DISPATCHES + 1))


def test_a_word_far_down_a_long_dispatch(tmp_path: Path) -> None:
    corpus = ListCorpus.of(Story("word " * 70_000 + "needle in the haystack"), "needle")
    IndexBuilder(tmp_path / "ours", corpus).catch_up(ignore, Cancel())
    reader = open_dir(str(tmp_path / "ours")).reader()
    assert entries(reader.postings("body", b"needle")) == [(0, 1.0, (70_000,)), (1, 1.0, (0,))]
    assert entries(reader.postings("body", b"word"))[0][1] == 70_000


@given(st.lists(st.integers(0, 200_000), min_size=1, max_size=30, unique=True).map(sorted))
def test_places_there_and_back(places: list[int]) -> None:
    assert Places().decode_positions(Places().encode(places)) == places


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Return postings of a few terms, also of some with more than a block of them."""
    sizes = draw(
        st.lists(
            st.sampled_from([1, 1, 2, 3, 40, 55, 56, LIMIT, LIMIT + 1]), min_size=1, max_size=6
        )
    )
    seed = draw(st.integers(0, 2**32 - 1))
    most = draw(st.sampled_from([1, 2, 200]))
    reach = draw(st.sampled_from([300, 60_000, 300_000]))
    lot = np.random.default_rng(seed)
    total = sum(sizes)
    counts = lot.integers(1, most + 1, total).astype(np.int32)
    documents = np.concatenate([np.cumsum(lot.integers(1, 5, size)) for size in sizes])
    places = np.concatenate(
        [np.sort(lot.choice(reach, count, replace=False)) for count in counts.tolist()]
    )
    begins = np.concatenate([[0], np.cumsum(sizes)])
    lengths = lot.integers(0, 256, total).astype(np.uint8)
    return Run(begins, documents.astype(np.int32), counts, lengths, places.astype(np.uint32))


def terms_of(run: Run) -> list[bytes]:
    """Return the bytes of each term; together they are all that is written."""
    written = encode(run)
    spans = list(zip(written.begins.tolist(), written.sizes.tolist(), strict=True))
    parts = [written.raw[begin : begin + size] for begin, size in spans]
    assert b"".join(part for _, part in sorted(zip(spans, parts, strict=True))) == written.raw
    return parts


@settings(max_examples=60, deadline=None)
@given(runs())
def test_blocks_there_and_back(run: Run) -> None:
    written = terms_of(run)
    blocks = [block for raw in written for block in decode(raw)]
    assert len(written) == len(run.begins) - 1
    assert np.concatenate([b.documents for b in blocks]).tolist() == run.documents.tolist()
    assert np.concatenate([b.counts for b in blocks]).tolist() == run.counts.tolist()
    assert np.concatenate([b.places for b in blocks]).tolist() == run.places.tolist()
    unplaced = [block for raw in written for block in decode(raw, placed=False)]
    assert np.concatenate([b.documents for b in unplaced]).tolist() == run.documents.tolist()


@settings(max_examples=60, deadline=None)
@given(runs(), st.data())
def test_a_damaged_block_is_noticed_or_harmless(run: Run, data: st.DataObject) -> None:
    """Nothing but an error that the segment turns into damage ever comes out of broken bytes."""
    raw = bytearray(terms_of(run)[0])
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        blocks = list(decode(bytes(raw)))
    except (IndexDamaged, *DAMAGE):
        return
    assert all(isinstance(block.documents, np.ndarray) for block in blocks)
