"""Searching as a user does it: what is found, in which order, and what is said about it."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING

import pytest

from index.query import Query, Sort
from index.reports import Cancel, ignore
from index.results import NoticeKind
from index.search import IndexBuilder, SearchEngine
from index.search.deadline import Deadline
from tests.doubles.list_corpus import ListCorpus, Story
from tests.doubles.wire_day import wire_day

if TYPE_CHECKING:
    from pathlib import Path

SEED = Story(
    headline="Pédocriminalité : Prolifération inquiétante des contenus créés par IA",
    standfirst="La diffusion augmente sur des plateformes accessibles au public",
    body=(
        "L’Internet Watch Foundation (IWF) met en garde contre une hausse de 6 % en six mois. "
        "Ces contenus sont désormais diffusés sur des forums publics.\n\n"
        "Selon l’IWF, « aujourd’hui », la loi manque. Mıse à jour prévue à İstanbul’da."
    ),
    byline="Ümit Dönmez",
    boilerplate="Seulement une partie des dépêches est diffusée à ses abonnés",
    source="dossier/seed.txt",
    agency="Anadolu Agency",
    city="Paris",
    language="fr",
    sections=("Politique", "Monde"),
    filed=date(2024, 10, 18),
)
LAW = Story(
    headline="Parliament debates age verification",
    body="Regulators want platforms to report more. The pédo-criminalité directive was named. "
    "Public forums were not. Children’s commissioner spoke of the United States.",
    agency="Agence France-Presse",
    city="London",
    sections=("World",),
    filed=date(2024, 11, 2),
)
OLD = Story(
    headline="Hotline opens",
    body="A hotline for survivors opened. Its œuvre: support. Straße and Ελλάδα. مُحَمَّد قال",
    agency="Agence France-Presse",
    language="en",
    filed=date(2019, 1, 5),
)


@pytest.fixture
def corpus() -> ListCorpus:
    return ListCorpus.of(SEED, LAW, OLD)


@pytest.fixture
def engine(tmp_path: Path, corpus: ListCorpus) -> SearchEngine:
    return opened(tmp_path, corpus)


def opened(folder: Path, corpus: ListCorpus) -> SearchEngine:
    IndexBuilder(folder / "index", corpus).catch_up(ignore, Cancel())
    return SearchEngine(folder / "index", corpus)


def ids(engine: SearchEngine, text: str, **parts: object) -> list[int]:
    return list(engine.search(Query(text, **parts)).ids)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IWF", {1}),
        ("iwf", {1}),
        ("pedocriminalite", {1, 2}),
        ("pédo-criminalité", {1, 2}),
        ("PÉDO*", {1, 2}),
        ("criminalite", {2}),
        ('"forums publics"', {1}),
        ('"publics forums"', set()),
        ('"hausse mois"', set()),
        ('"hausse mois"~5', {1}),
        ('"6 %"', {1}),
        ("6%", {1}),
        ("aujourd'hui", {1}),
        ("oeuvre", {3}),
        ("STRASSE", {3}),
        ("ελλαδα", {3}),
        ("محمد", {3}),
        ("istanbul", {1}),
        ("ISTANBUL", {1}),
        ("mise", {1}),
        ("donmez", {1}),
        ("children", {2}),
        ("abonnés", set()),
        ("boilerplate:abonnés", {1}),
        ("seed", set()),
        ("source:seed", {1}),
        ("headline:iwf", set()),
        ("corps:iwf", {1}),
        ("chapo:diffusion", {1}),
        ("auteur:dönmez", {1}),
        ("agency:anadolu", {1}),
        ("agence:france", {2, 3}),
        ("agency:AFP", {2, 3}),
        ("ville:paris", {1}),
        ("section:monde", {1}),
        ("language:fr", {1}),
        ("langue:français", {1}),
        ("filed:2024-10", {1}),
        ("filed:>2024-10-18", {2}),
        ("date:..2020", {3}),
        ("imported:2024-12", {1, 2, 3}),
        ("updated:2024", {1, 2}),
        ("captured:2024", set()),
        ("-iwf", {2, 3}),
        ("NOT agency:anadolu", {2, 3}),
        ("iwf OR hotline", {1, 3}),
        ("iwf OU hotline", {1, 3}),
        ("public AND forums", {1, 2}),
        ("public ET forums SAUF iwf", {2}),
        ("(iwf OR hotline) -survivors", {1}),
        ("regulator", {2}),
        ("=regulator", set()),
        ("survivor", {3}),
        ("plateforme", {1}),
        ("w?rld", set()),
        ("h?tline", {3}),
        ("*fication", {2}),
        ("hotlin~", {3}),
        ("", {1, 2, 3}),
        ("*", {1, 2, 3}),
    ],
)
def test_what_is_found(engine: SearchEngine, text: str, found: set[int]) -> None:
    assert set(ids(engine, text)) == found


def test_a_word_without_any_dispatch(engine: SearchEngine) -> None:
    summary = engine.search(Query("xylophone")).summary
    assert (summary.total, summary.corrected) == (0, "")


def test_tags_and_notes_are_found_without_indexing_again(
    tmp_path: Path, corpus: ListCorpus
) -> None:
    engine = opened(tmp_path, corpus)
    corpus.define("Laws", "Laws / Encryption", "Actors")
    stamp = (tmp_path / "index" / "built.json").stat().st_mtime_ns
    corpus.tag(2, 2)
    corpus.annotate(1, "Très urgent : à vérifier")
    corpus.annotate(3, "")
    assert ids(engine, "concept:encryption") == [2]
    assert ids(engine, "concept:laws") == [2], "a broader concept finds the narrower ones"
    assert ids(engine, "concept:actors") == []
    assert ids(engine, "note:verifier") == [1]
    assert ids(engine, 'note:"tres urgent"') == [1]
    assert ids(engine, "note:(urgent -laissé)") == [1]
    assert set(ids(engine, "has:annotation")) == {1, 3}
    assert ids(engine, "has:note") == [1]
    assert ids(engine, "has:tag") == [2]
    assert set(ids(engine, "-has:tag")) == {1, 3}
    match = engine.search(Query("concept:laws")).page(0, 1)[0]
    assert (match.concepts, match.annotations) == ((2,), 0)
    assert corpus.read == 3
    assert (tmp_path / "index" / "built.json").stat().st_mtime_ns == stamp


def test_a_match_shows_what_was_met(engine: SearchEngine) -> None:
    (match,) = engine.search(Query('"forums publics" pédocriminalité -hotline')).page(0, 10)[:1]
    shown = [match.snippet.text[span.start : span.end] for span in match.snippet.hits]
    assert "forums publics" in shown
    assert [match.headline[s.start : s.end] for s in match.headline_hits] == ["Pédocriminalité"]
    assert (match.agency, match.city, match.language) == ("Anadolu Agency", "Paris", "fr")
    assert match.filed is not None
    assert match.score > 0


def test_highlights_follow_the_index(engine: SearchEngine) -> None:
    found = engine.highlights(Query('regulator "public forums" united headline:parliament'), LAW)
    body = [LAW.body[span.start : span.end] for span in found.body]
    assert body == ["Regulators", "Public forums", "United"]
    assert [LAW.headline[s.start : s.end] for s in found.headline] == ["Parliament"]


def test_only_whole_phrases_are_highlighted(engine: SearchEngine) -> None:
    text = Story("forums, then publics; forums publics and public forums")
    found = engine.highlights(Query('"forums publics"'), text)
    assert [text.body[span.start : span.end] for span in found.body] == ["forums publics"]


def test_newest_and_oldest(engine: SearchEngine) -> None:
    assert ids(engine, "", sort=Sort.NEWEST) == [2, 1, 3]
    assert ids(engine, "", sort=Sort.OLDEST) == [3, 1, 2]


def test_undated_dispatches_come_last_either_way(tmp_path: Path) -> None:
    engine = opened(tmp_path, ListCorpus.of(Story("law"), Story("law", filed=date(2020, 1, 1))))
    assert ids(engine, "law", sort=Sort.NEWEST) == [2, 1]
    assert ids(engine, "law", sort=Sort.OLDEST) == [2, 1]


def test_the_headline_counts_more(tmp_path: Path) -> None:
    filler = " with several other words about something else"
    corpus = ListCorpus.of(
        Story("encryption" + filler, "Vote" + filler), Story("vote" + filler, "Encryption" + filler)
    )
    assert ids(opened(tmp_path, corpus), "encryption") == [2, 1]


def test_a_sentence_finds_what_fits_best_and_says_so(engine: SearchEngine) -> None:
    results = engine.search(Query("What do the regulators say about verification in the schools?"))
    assert results.ids[0] == 2
    assert [n.kind for n in results.summary.notices] == [NoticeKind.FEWER_WORDS]


def test_matches_with_all_words_come_first(tmp_path: Path) -> None:
    corpus = ListCorpus.of(
        "age age age age", "verification verification verification", "age " * 9 + "verification"
    )
    results = opened(tmp_path, corpus).search(Query("age verification"))
    assert results.ids[0] == 3
    assert [(n.kind, n.detail) for n in results.summary.notices] == [(NoticeKind.FEWER_WORDS, "1")]


def test_conditions_hold_for_matches_with_fewer_words_too(engine: SearchEngine) -> None:
    assert ids(engine, "hotline xylophone agency:anadolu") == []
    assert ids(engine, "hotline xylophone -survivors") == []
    assert ids(engine, "hotline xylophone") == [3]


def test_operators_are_taken_at_their_word(engine: SearchEngine) -> None:
    assert ids(engine, "hotline AND xylophone") == []


def test_a_word_of_another_language_that_is_a_stop_word_there(tmp_path: Path) -> None:
    corpus = ListCorpus.of(
        *[Story("war is the word here", language="en") for _ in range(12)],
        *[Story("es war ein mann", language="de") for _ in range(12)],
        Story("war crimes tribunal", language="en"),
        Story("crimes tribunal", language="en"),
    )
    assert ids(opened(tmp_path, corpus), "war crimes")[0] == 25


def test_unknown_words_are_corrected(engine: SearchEngine) -> None:
    summary = engine.search(Query("fourms -hotlne")).summary
    assert summary.corrected == "forums -hotlne", "what is excluded is left alone"


def test_expansions_are_told(engine: SearchEngine) -> None:
    assert engine.search(Query("regulator")).summary.expanded == {"regulator": ("regulators",)}
    assert engine.search(Query("forum*")).summary.expanded == {"forum*": ("forums",)}
    assert engine.search(Query("=regulator")).summary.expanded == {}


def test_completion(engine: SearchEngine) -> None:
    assert engine.complete("foru") == ["forums"]
    assert engine.complete("les FORU") == ["forums"]
    assert engine.complete("forums ") == []
    assert engine.complete("") == []
    assert "pedocriminalite" in engine.complete("pédo")
    assert len(engine.complete("p", limit=2)) == 2


@pytest.mark.parametrize("text", ["*a*", "?b", "*ab"])
def test_a_wildcard_with_too_few_letters_is_refused(engine: SearchEngine, text: str) -> None:
    results = engine.search(Query(f"iwf {text}"))
    assert list(results.ids) == [1]
    assert [(n.kind, n.detail, n.at) for n in results.summary.notices] == [
        (NoticeKind.REFUSED, text, 4)
    ]
    assert engine.search(Query(text)).summary.total == 0


def test_a_wildcard_for_too_many_words_is_cut_off(tmp_path: Path) -> None:
    rare = " ".join(f"a{number}" for number in range(600))
    engine = opened(tmp_path, ListCorpus.of(rare, "abc abc", "abc"))
    results = engine.search(Query("a*"))
    assert set(results.ids) == {1, 2, 3}, "the most frequent words are kept"
    assert [(n.kind, n.detail) for n in results.summary.notices] == [(NoticeKind.CUT_OFF, "a*")]


def test_time_that_is_up_is_said(engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.search.deadline.time.monotonic", iter(range(10**6)).__next__)
    kinds = [n.kind for n in engine.search(Query("forum* hotlin~")).summary.notices]
    assert NoticeKind.OUT_OF_TIME in kinds


def test_when_time_is_up_the_rest_of_a_query_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = opened(tmp_path, ListCorpus.of("law court", "law", "court bill", "bill"))
    looks = iter(range(10**6))

    class Short(Deadline):
        @property
        def over(self) -> bool:
            self.missed = next(looks) > 2
            return self.missed

    monkeypatch.setattr("index.search.engine.Deadline", Short)
    both = engine.search(Query("=law AND =court AND =bill AND =report")).summary
    assert both.total, "what was looked at in time decides alone"
    assert [n.kind for n in both.notices] == [NoticeKind.OUT_OF_TIME]


def test_a_pasted_page_is_a_question_after_any_of_its_words(tmp_path: Path) -> None:
    words = [f"word{at}" for at in range(60)]
    engine = opened(tmp_path, ListCorpus.of(" ".join(words), "word7", "other"))
    results = engine.search(Query(" ".join(words)))
    assert list(results.ids) == [1, 2]
    assert NoticeKind.FEWER_WORDS in {n.kind for n in results.summary.notices}


def test_no_more_than_three_wildcards_are_named(engine: SearchEngine) -> None:
    found = engine.search(Query("iwf *a* *b* *c* *d* *e*")).summary
    assert [n.detail for n in found.notices] == ["*a*", "*b*", "*c*"]


def test_paging(tmp_path: Path) -> None:
    engine = opened(tmp_path, wire_day(50))
    results = engine.search(Query("law OR bill OR report"))
    pages = [match.id for at in range(0, 60, 7) for match in results.page(at, 7)]
    assert pages == list(results.ids)
    assert results.page(1000, 5) == []
    assert results.page(-3, 0) == []


def test_pages_from_many_threads(tmp_path: Path) -> None:
    engine = opened(tmp_path, wire_day(120))
    alone = engine.search(Query("report")).page(0, 40)
    answers: list[object] = []

    def ask() -> None:
        for _ in range(5):
            answers.append(engine.search(Query("report")).page(0, 40))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [alone] * 20


def test_one_line_a_story_family(tmp_path: Path) -> None:
    corpus = ListCorpus.of(
        Story("law law", family=7), Story("law", family=7), Story("law", family=0), Story("law")
    )
    engine = opened(tmp_path, corpus)
    results = engine.search(Query("law", collapse=True))
    assert sorted(m.family_size for m in results.page(0, 9)) == [1, 1, 2]
    assert (results.summary.total, results.summary.stories) == (4, 3)
    assert len(ids(engine, "law")) == 4
