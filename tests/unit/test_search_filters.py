"""Filters and facet counts against a slow and certain count, and queries of any shape."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.query import Facet, Filter, Query, Sort
from index.reports import Cancel, ignore
from index.search import IndexBuilder, SearchEngine
from tests.doubles.list_corpus import ListCorpus, Story
from tests.doubles.wire_day import wire_day


def has(story: Story, number: int, corpus: ListCorpus, one: Filter) -> bool:
    """Tell whether a dispatch has a facet value, the slow and certain way."""
    if not one.value:
        return not stated(story, number, corpus, one.facet)
    match one.facet:
        case Facet.AGENCY:
            return story.agency == one.value
        case Facet.CITY:
            return story.city == one.value
        case Facet.LANGUAGE:
            return story.language == one.value
        case Facet.SECTION:
            return one.value in story.sections
        case Facet.MONTH:
            return bool(story.filed) and f"{story.filed:%Y-%m}" == one.value
        case Facet.CONCEPT:
            return set(one.value.split("+")) <= borne(number, corpus)


def stated(story: Story, number: int, corpus: ListCorpus, facet: Facet) -> set[str]:
    match facet:
        case Facet.SECTION:
            return set(story.sections)
        case Facet.CONCEPT:
            return borne(number, corpus)
        case Facet.MONTH:
            return {f"{story.filed:%Y-%m}"} if story.filed else set()
        case _:
            return {getattr(story, facet.value)} - {""}


def borne(number: int, corpus: ListCorpus) -> set[str]:
    above = {use.concept.id: use.concept.broader for use in corpus.codebook}
    found = set()
    for tagged, concept in corpus.tags:
        at: int | None = concept if tagged == number else None
        while at is not None:
            found.add(str(at))
            at = above[at]  # type: ignore[index]
    return found


@pytest.fixture(scope="module")
def coded() -> ListCorpus:
    corpus = wire_day(150)
    corpus.define("laws", "laws / act", "laws / act / article", "actors")
    for number in range(1, 150):
        if number % 3 == 0:
            corpus.tag(number, 1 + number % 4)
        if number % 5 == 0:
            corpus.tag(number, 3)
    corpus.tags = list(dict.fromkeys(corpus.tags))
    return corpus


@pytest.fixture(scope="module")
def coded_engine(tmp_path_factory: pytest.TempPathFactory, coded: ListCorpus) -> SearchEngine:
    folder = tmp_path_factory.mktemp("coded") / "index"
    IndexBuilder(folder, coded).catch_up(ignore, Cancel())
    engine = SearchEngine(folder, coded)
    engine.reload()  # while the settings folder is still the one that the index was sealed in
    return engine


values = {
    Facet.AGENCY: ["Reuters", "Anadolu Agency", "nobody", ""],
    Facet.CITY: ["Paris", "London", ""],
    Facet.LANGUAGE: ["en", "fr", "tr"],
    Facet.SECTION: ["Politics", "World", "Society"],
    Facet.MONTH: ["2024-03", "2024-07", "nonsense", ""],
    Facet.CONCEPT: ["1", "2", "3", "4", "99", "1+3", "3+4", ""],
}
filters = st.sampled_from(list(Facet)).flatmap(
    lambda facet: st.builds(Filter, st.just(facet), st.sampled_from(values[facet]), st.booleans())
)


def kept(corpus: ListCorpus, query: Query, but: Facet | None = None) -> list[int]:
    found = []
    for number, story in corpus.stories.items():
        held = {f: has(story, number, corpus, f) for f in query.filters}
        wanted = {f.facet for f in query.filters if not f.exclude and f.facet is not but}
        fits = all(any(held[f] for f in held if f.facet is w and not f.exclude) for w in wanted)
        if fits and not any(held[f] for f in held if f.exclude):
            found.append(number)
    return found


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(filters, max_size=4, unique=True))
def test_filters_and_counts(
    coded: ListCorpus, coded_engine: SearchEngine, chosen: list[Filter]
) -> None:
    query = Query(filters=tuple(chosen))
    results = coded_engine.search(query)
    assert sorted(results.ids) == kept(coded, query)
    for facet in Facet:
        counted = {value.value: value.count for value in results.summary.facets[facet]}
        within = kept(coded, query, but=facet)
        bare = [n for n in within if not stated(coded.stories[n], n, coded, facet)]
        asked = any(f.facet is facet and not f.value for f in chosen)
        wanted = counted_slowly(coded, within, facet)
        assert counted == ({**wanted, "": len(bare)} if asked else wanted)


def counted_slowly(corpus: ListCorpus, numbers: list[int], facet: Facet) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for number in numbers:
        counts.update(stated(corpus.stories[number], number, corpus, facet))
    return dict(counts)


def test_facets_are_labelled_and_ordered(coded_engine: SearchEngine) -> None:
    facets = coded_engine.search(Query()).summary.facets
    assert {v.label for v in facets[Facet.CONCEPT]} == {
        "laws", "laws / act", "laws / act / article", "actors"
    }  # fmt: skip
    counts = [v.count for v in facets[Facet.AGENCY]]
    assert counts == sorted(counts, reverse=True)
    months = [v.value for v in facets[Facet.MONTH]]
    assert months == sorted(months)
    assert coded_engine.search(Query(), facets=False).summary.facets == {}


def test_brushed_dates(coded: ListCorpus, coded_engine: SearchEngine) -> None:
    query = Query(filed_from=date(2024, 3, 5), filed_to=date(2024, 6, 1))
    wanted = {
        number
        for number, story in coded.stories.items()
        if story.filed and date(2024, 3, 5) <= story.filed <= date(2024, 6, 1)
    }
    assert set(coded_engine.search(query).ids) == wanted


# --- nothing raises ---------------------------------------------------------------------------


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(
                ["law", "the", "l’", "-", "(", ")", '"', "“law bill”", " OR ", " AND ", "*", "?",
                 "a*", "lawx~", "~2", "=", "headline:", "concept:", "note:", "agency:", "filed:",
                 "2024", "has:tag", "pédo-criminalité", "%", " ", '"a b c"~9', "NOT "]
            ),
            max_size=12,
        ).map("".join),
    ),
    st.sampled_from(Sort),
    st.booleans(),
)  # fmt: skip
def test_any_query_is_answered(
    coded_engine: SearchEngine, text: str, sort: Sort, collapse: bool
) -> None:
    results = coded_engine.search(Query(text, sort=sort, collapse=collapse))
    summary = results.summary
    lines = summary.total if summary.stories is None else summary.stories
    assert len(results.ids) == len(set(results.ids)) == lines
    for match in results.page(0, 5):
        for span in match.snippet.hits:
            assert 0 <= span.start < span.end <= len(match.snippet.text)
    coded_engine.complete(text)
