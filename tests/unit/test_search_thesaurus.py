"""Names of concepts: found in a query, searched in other languages, shown and switched off."""

from __future__ import annotations

import time
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import pytest

from index import Archive, Query, ReadOnlyArchive, VocabularyRefused
from index.query import And, Not, Or, Phrase, Scoped, Word
from index.reports import Cancel, ignore
from index.search import IndexBuilder, SearchEngine, Vocabularies
from index.search.thesaurus import Thesaurus, Widening
from index.search.vocabulary import read, read_skos, starter, written
from tests.doubles.list_corpus import ListCorpus, Story

if TYPE_CHECKING:
    from pathlib import Path

AGE = ("Age verification", "Vérification de l’âge", "Yaş doğrulama", "age-verification")
BODY = ("Ofcom", "Office of Communications", "Régulateur britannique")
QUOTED = '"age verification"'
STORIES = (
    Story("Ministers discussed age verification for platforms.", language="en"),
    Story("Le Sénat examine la vérification de l’âge.", language="fr"),
    Story("Komisyon yaş doğrulama sistemini görüştü.", language="tr"),
    Story("The committee checked the age of its verification report.", language="en"),
    Story("Un rapport sur les impôts, sans rapport.", language="fr"),
)
SKOS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:a> a skos:Concept ; skos:prefLabel "levy"@en , "impôts"@fr ; skos:altLabel "duty"@en .
<urn:b> a skos:Concept ; skos:prefLabel "alone"@en .
"""


def everything(word: str) -> bool:
    return True


def widening(*unwanted: str, off: bool = False) -> Widening:
    return Widening(Thesaurus([AGE, BODY]), everything, unwanted, off=off)


@pytest.fixture
def engine(tmp_path: Path) -> SearchEngine:
    corpus = ListCorpus.of(*STORIES)
    IndexBuilder(tmp_path / "index", corpus).catch_up(ignore, Cancel())
    return SearchEngine(tmp_path / "index", corpus, Vocabularies(tmp_path))


def test_the_longest_run_of_words_that_is_a_name_counts() -> None:
    asked = And((Word("new"), Word("age"), Word("verification"), Word("law")))
    new, named, law = widening().widened(asked).parts  # type: ignore[union-attr]
    assert (new, law) == (Word("new"), Word("law"))
    assert named == Or(
        (
            And((Word("age"), Word("verification"))),
            Phrase("Vérification de l’âge"),
            Phrase("Yaş doğrulama"),
        )
    )


@pytest.mark.parametrize(
    "asked",
    [
        Word("ofcom", exact=True),
        Not(Word("ofcom")),
        Phrase("age verification", slop=3),
        Scoped("agency", Word("ofcom")),
        And((Word("verification"), Word("age"))),
    ],
)
def test_what_is_asked_for_as_written_stays(asked: Word) -> None:
    assert widening().widened(asked) == asked


@pytest.mark.parametrize("name", ["OFCOM", "office of communications", "regulateur britannique"])
def test_accents_and_case_do_not_matter(name: str) -> None:
    widened = widening().widened(Phrase(name))
    assert isinstance(widened, Or)
    assert len(widened.parts) == 3


def test_a_query_finds_other_languages(engine: SearchEngine) -> None:
    results = engine.search(Query(QUOTED))
    assert set(results.ids) == {1, 2, 3}
    (related,) = results.summary.related
    assert related.asked == "age verification"
    assert "Vérification de l’âge" in related.names
    assert "Vérification de l’âge" in results.summary.expanded["age verification"]


def test_names_that_no_dispatch_holds_are_not_offered(engine: SearchEngine) -> None:
    (related,) = engine.search(Query(QUOTED)).summary.related
    assert "age assurance" not in related.names + related.off


def test_single_names_are_switched_off(engine: SearchEngine) -> None:
    query = Query(QUOTED, unwanted=("vérification de l'âge",))
    results = engine.search(query)
    assert 2 not in results.ids
    assert 3 in results.ids
    assert results.summary.related[0].off == ("Vérification de l’âge",)


def test_all_are_switched_off_and_still_told(engine: SearchEngine) -> None:
    results = engine.search(Query(QUOTED, thesaurus=False))
    assert set(results.ids) == {1}
    assert results.summary.related[0].names == ()
    assert len(results.summary.related[0].off) >= 2
    assert "age verification" not in results.summary.expanded


def test_other_names_are_marked_in_the_text(engine: SearchEngine) -> None:
    record = STORIES[1]
    (span,) = engine.highlights(Query('"age verification"'), record).body
    assert record.body[span.start : span.end] == "vérification de l’âge"


def test_a_condition_holds_for_other_names_too(engine: SearchEngine) -> None:
    assert set(engine.search(Query("age verification language:tr")).ids) == {3}
    assert 3 not in engine.search(Query("age verification -komisyon")).ids


def test_an_imported_vocabulary_is_searched_at_once(engine: SearchEngine, tmp_path: Path) -> None:
    source = tmp_path / "taxes.ttl"
    source.write_text(SKOS, "utf-8")
    assert not engine.search(Query("levy")).ids
    assert engine.vocabularies.add(source) == 1
    assert list(engine.search(Query("levy")).ids) == [5]
    assert Vocabularies(tmp_path).imported() == ["taxes"]
    assert Vocabularies(tmp_path).thesaurus().others(("duty",)) == ("impôts", "levy")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("broken.ttl", "<urn:a> <urn:b> ."),
        ("broken.rdf", "<rdf:RDF><unclosed>"),
        ("broken.nt", "nothing like it"),
        ("empty.ttl", ""),
        ("context.jsonld", '{"@context": "https://example.org/context"}'),
    ],
)
def test_what_is_no_vocabulary_is_refused(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(VocabularyRefused):
        read_skos(tmp_path / name)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyRefused):
        read_skos(tmp_path / "nowhere.ttl")


def test_the_short_form_is_in_step_with_its_source() -> None:
    with as_file(files("resources.vocabulary") / "policy.ttl") as source:
        assert starter() == read_skos(source), "run docs/vocabulary.py"


def test_the_short_form_is_read_as_written() -> None:
    assert list(read(written([AGE, BODY]) + "no JSON\n{}\n[1]\n")) == [AGE, BODY]


def test_the_starter_vocabulary_is_read_within_the_time_of_a_keystroke() -> None:
    best = min(_timed() for _ in range(3))
    assert best < 0.1


def _timed() -> float:
    began = time.perf_counter()
    Thesaurus(starter())
    return time.perf_counter() - began


def test_an_archive_open_read_only_takes_no_vocabulary(tmp_path: Path) -> None:
    Archive.open(tmp_path / "held", create=True, upkeep=False).close()
    with (
        Archive.open(tmp_path / "held", read_only=True, upkeep=False) as archive,
        pytest.raises(ReadOnlyArchive),
    ):
        archive.add_vocabulary(tmp_path / "taxes.ttl")
