"""An index that is sealed: nothing of it to be read on the disk, and the same answers."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import Query
from index.reports import Cancel, ignore
from index.search import IndexBuilder, IndexDamaged, IndexForeign, SearchEngine, Vocabularies
from index.search.sealing import CHUNK, Opened, seal
from tests.doubles.list_corpus import ListCorpus, Story
from tests.doubles.wire_day import wire_day

if TYPE_CHECKING:
    from pathlib import Path

KEY = bytes(range(32))


def built(folder: Path, corpus: ListCorpus) -> SearchEngine:
    IndexBuilder(folder, corpus).catch_up(ignore, Cancel())
    return SearchEngine(folder, corpus)


@given(st.integers(0, 3 * CHUNK), st.integers(0, 3 * CHUNK), st.integers(0, 3 * CHUNK))
def test_any_run_of_a_sealed_file_reads_as_what_was_written(size: int, a: int, b: int) -> None:
    content = bytes(at * 7 % 251 for at in range(size))
    opened = Opened(KEY, "a.pst", seal(KEY, "a.pst", content))
    assert len(opened) == size
    assert opened[:] == content
    assert opened[a:b] == content[a:b]


@pytest.mark.parametrize("size", [0, 5, CHUNK, 2 * CHUNK + 1])
def test_a_sealed_file_that_was_changed_is_refused(size: int) -> None:
    content = secrets.token_bytes(size)
    sealed = seal(KEY, "a.pst", content)
    for at in {0, 9, 40, len(sealed) - 1}:
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(ValueError, match=r"a\.pst"):
            _ = Opened(KEY, "a.pst", changed)[:] or Opened(KEY, "a.pst", changed)._chunk(0)


def test_chunks_can_be_neither_left_out_nor_exchanged_nor_renamed() -> None:
    sealed = seal(KEY, "a.pst", bytes(3 * CHUNK))
    step, head = CHUNK + 16, 32
    one, two, three = (sealed[head + n * step : head + (n + 1) * step] for n in range(3))
    for spoilt in (one + two, two + one + three, one + three):
        with pytest.raises(ValueError, match="not what was sealed"):
            _ = Opened(KEY, "a.pst", sealed[:head] + spoilt)[:]
    with pytest.raises(ValueError, match="not what was sealed"):
        _ = Opened(KEY, "b.pst", sealed)[:]
    with pytest.raises(ValueError, match="not what was sealed"):
        _ = Opened(bytes(32), "a.pst", sealed)[:]


def test_a_sealed_index_answers_as_a_plain_one_does(tmp_path: Path) -> None:
    plain, sealed = wire_day(400), wire_day(400)
    sealed.index_key = KEY
    engines = built(tmp_path / "plain", plain), built(tmp_path / "sealed", sealed)
    for asked in ("regulator", '"age verification"', "plat*", "agency:wire law", "regulater"):
        one, other = (engine.search(Query(asked)) for engine in engines)
        assert list(one.ids) == list(other.ids)
        assert one.summary.facets == other.summary.facets


def test_no_word_of_a_sealed_index_is_on_the_disk(tmp_path: Path) -> None:
    corpus = ListCorpus.of(*[Story("Ombudsperson zitiert", headline="Quorumsfrage")] * 12)
    for key, found in ((None, True), (KEY, False)):
        corpus.index_key = key
        folder = tmp_path / str(found)
        built(folder, corpus)
        content = b"".join(path.read_bytes() for path in folder.iterdir())
        assert (b"ombudsperson" in content) is found
        assert (b"quorumsfrage" in content) is found


def test_sealed_segments_are_struck_out_and_merged(tmp_path: Path) -> None:
    corpus = ListCorpus.of("first levy")
    corpus.index_key = KEY
    folder = tmp_path / "index"
    for number in range(2, 14):
        built(folder, corpus)
        corpus.change(**{f"_{number}": Story(f"levy number{number}")})
    corpus.change(_1=None)
    engine = built(folder, corpus)
    assert len(list(folder.glob("*.pst"))) < 13
    assert sorted(engine.search(Query("levy")).ids) == list(range(2, 14))


def test_an_index_under_another_key_is_foreign(tmp_path: Path) -> None:
    corpus = ListCorpus.of("a levy on platforms")
    for at, (before, after) in enumerate(((None, KEY), (KEY, None), (KEY, bytes(32)))):
        folder = tmp_path / str(at)
        corpus.index_key = before
        built(folder, corpus)
        corpus.index_key = after
        with pytest.raises(IndexForeign):
            SearchEngine(folder, corpus).search(Query("levy"))


def test_a_flipped_bit_of_a_sealed_file_is_found(tmp_path: Path) -> None:
    corpus = ListCorpus.of("a levy on platforms", "another levy")
    corpus.index_key = KEY
    folder = tmp_path / "index"
    built(folder, corpus)
    for path in sorted(folder.iterdir()):
        raw = path.read_bytes()
        path.write_bytes(raw[:-3] + bytes([raw[-3] ^ 4]) + raw[-2:])
        with pytest.raises(IndexDamaged):
            SearchEngine(folder, corpus).search(Query("levy"))
        path.write_bytes(raw)


def test_a_vocabulary_beside_a_sealed_index_is_sealed_too(tmp_path: Path) -> None:
    source = tmp_path / "topics.ttl"
    source.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<urn:x:1> skos:prefLabel "ombudsperson"@en ; skos:altLabel "mediator"@en .\n',
        "utf-8",
    )
    kept = Vocabularies(tmp_path, KEY)
    assert kept.add(source) == 1
    (file,) = (tmp_path / "vocabulary").iterdir()
    assert b"ombudsperson" not in file.read_bytes()
    assert Vocabularies(tmp_path, KEY).thesaurus().others(("ombudsperson",)) == ("mediator",)
