"""Coverage against a slow and certain count: every cell is what a search for it finds."""

from __future__ import annotations

import gc
import weakref
from datetime import date
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.coverage import Coverage, CoverageRequest, CrossTable, Pair
from index.query import Facet, Filter, Query
from index.reports import Cancel, ignore
from index.search import IndexBuilder, SearchEngine
from tests.doubles.list_corpus import ListCorpus, Story

if TYPE_CHECKING:
    from pathlib import Path

    from index.coverage import Axis
    from index.results import FacetValue

AGENCIES = ("AFP", "Reuters", "dpa", "")
LAWS, ACT, ACTORS, REGULATORS, SILENT = "12345"
ALL = tuple((down, across) for down in Facet for across in Facet if down is not across)


def corpus_of_two_years() -> ListCorpus:
    """Forty dispatches; March 2024 to October 2025 with months of silence, one of them undated."""
    stories = [
        Story(
            f"The regulator on the bill, part {at}",
            agency=AGENCIES[at % 4],
            city="Paris" if at % 3 else "",
            language="en" if at % 5 else "fr",
            sections=("Politics", "World") if at % 2 else (),
            filed=None if at == 7 else date(2024 + at % 2, 3 + at % 8, 1 + at % 28),
        )
        for at in range(40)
    ]
    corpus = ListCorpus.of(*stories)
    corpus.define("laws", "laws / act", "actors", "actors / regulators", "silent")
    for number in range(1, 41):
        for concept, every in ((2, 2), (4, 3), (1, 7)):
            if number % every == 0:
                corpus.tag(number, concept)
    return corpus


@pytest.fixture(scope="module")
def corpus() -> ListCorpus:
    return corpus_of_two_years()


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, corpus: ListCorpus) -> SearchEngine:
    folder = tmp_path_factory.mktemp("spread") / "index"
    IndexBuilder(folder, corpus).catch_up(ignore, Cancel())
    engine = SearchEngine(folder, corpus)
    engine.reload()  # while the settings folder is still the one that the index was sealed in
    return engine


def counted(axis: Axis) -> dict[str, int]:
    return {value.value: value.count for value in axis.values}


def table(coverage: Coverage, down: Facet, across: Facet) -> CrossTable:
    return coverage.tables[down, across]


def test_months_without_a_dispatch_have_their_place(engine: SearchEngine) -> None:
    months = engine.coverage(Query(), CoverageRequest((Facet.MONTH,))).axes[Facet.MONTH].values
    names = [month.value for month in months]
    assert (names[0], names[-2:]) == ("2024-03", ["2025-10", ""])
    dated = [date.fromisoformat(f"{name}-01") for name in names if name]
    assert all((b.year - a.year) * 12 + b.month - a.month == 1 for a, b in pairwise(dated))
    assert counted_of(months)["2024-11"] == 0, "a silence"
    assert counted_of(months)[""] == 1, "the dispatch without a date"


def counted_of(values: tuple[FacetValue, ...]) -> dict[str, int]:
    return {value.value: value.count for value in values}


def test_values_that_do_not_occur_are_zeros(engine: SearchEngine) -> None:
    query = Query(filters=(Filter(Facet.AGENCY, "AFP"),))
    coverage = engine.coverage(query, CoverageRequest(crossed=((Facet.CONCEPT, Facet.AGENCY),)))
    shown = table(coverage, Facet.CONCEPT, Facet.AGENCY)
    assert [value.value for value in shown.columns.values] == ["AFP", "Reuters", "dpa"]
    assert counted(shown.columns) == {"AFP": 10, "Reuters": 0, "dpa": 0}
    assert [value.label for value in shown.rows.values] == [
        "laws", "laws / act", "actors", "actors / regulators", "silent", ""
    ], "in the order of the codebook, those without a concept last"  # fmt: skip
    assert counted(shown.rows)[SILENT] == 0
    assert all(cell == 0 for line in shown.counts for cell in line[1:])


def test_what_there_is_no_room_for_is_counted(engine: SearchEngine) -> None:
    most = {Facet.CONCEPT: 2, Facet.AGENCY: 1}
    request = CoverageRequest((Facet.CONCEPT, Facet.AGENCY), most=most)
    axes = engine.coverage(Query(), request).axes
    assert [value.value for value in axes[Facet.CONCEPT].values] == [LAWS, ACT, ""]
    assert (axes[Facet.CONCEPT].left_out, axes[Facet.CONCEPT].silent) == (2, 1)
    assert (axes[Facet.AGENCY].left_out, axes[Facet.AGENCY].silent) == (2, 0)


def test_dates_of_the_query_bound_the_months(engine: SearchEngine) -> None:
    request = CoverageRequest((Facet.MONTH,))
    brushed = Query(filed_from=date(2024, 5, 10), filed_to=date(2024, 12, 24))
    typed = Query("filed:2024-05..2024-12")
    for query in (brushed, typed):
        names = [value.value for value in engine.coverage(query, request).axes[Facet.MONTH].values]
        assert (names[0], names[-1], len(names)) == ("2024-05", "2024-12", 8)


def test_old_arrays_go_at_once_and_need_no_collector(corpus: ListCorpus, tmp_path: Path) -> None:
    engine = SearchEngine(tmp_path / "none", corpus)
    gc.collect()
    gc.disable()
    try:
        engine.search(Query("regulator -law")).page(0, 5)
        engine.coverage(Query("bill"), CoverageRequest(crossed=ALL, pairs=5))
        engine.highlights(Query("bill"), corpus.cards([1])[0])
        before = weakref.ref(engine._current())
        corpus.edition += 1
        engine.search(Query())
        assert before() is None
    finally:
        gc.enable()


def test_a_query_that_finds_nothing_is_all_silence(engine: SearchEngine) -> None:
    coverage = engine.coverage(Query("nothingofthekind"), CoverageRequest(crossed=ALL, pairs=5))
    assert coverage.total == 0
    assert coverage.pairs == ()
    assert all(sum(map(sum, each.counts)) == 0 for each in coverage.tables.values())
    assert len(table(coverage, Facet.AGENCY, Facet.MONTH).columns.values) == 20


def test_an_empty_archive_has_no_axes(tmp_path_factory: pytest.TempPathFactory) -> None:
    engine = SearchEngine(tmp_path_factory.mktemp("none") / "index", ListCorpus())
    coverage = engine.coverage(Query(), CoverageRequest(crossed=ALL, pairs=5))
    assert [axis.values for axis in coverage.axes.values()] == [()] * 6


def test_concepts_that_meet(corpus: ListCorpus, engine: SearchEngine) -> None:
    pairs = engine.coverage(Query(), CoverageRequest(pairs=9)).pairs
    borne = {
        concept: {n for n, c in corpus.tags if str(c) in below}
        for concept, below in {LAWS: LAWS + ACT, ACT: ACT, ACTORS: REGULATORS}.items()
    }
    borne[REGULATORS] = borne[ACTORS]
    wanted = {
        (a, b): len(borne[a] & borne[b])
        for a, b in combinations(sorted(borne), 2)
        if {a, b} not in ({LAWS, ACT}, {ACTORS, REGULATORS})
    }
    assert {(p.one.value, p.other.value): p.together for p in map(in_order, pairs)} == wanted
    assert [p.together for p in pairs] == sorted((p.together for p in pairs), reverse=True)
    for pair in map(in_order, pairs):
        a, b = borne[pair.one.value], borne[pair.other.value]
        assert pair.jaccard == len(a & b) / len(a | b)
        assert pair.lift == pytest.approx((len(a & b) / 40) / (len(a) / 40 * len(b) / 40))
    assert engine.coverage(Query(), CoverageRequest(pairs=1)).pairs == pairs[:1]


def in_order(pair: Pair) -> Pair:
    one, other = sorted((pair.one, pair.other), key=lambda value: value.value)
    return Pair(one, other, pair.together, pair.of)


queries = st.builds(
    Query,
    st.sampled_from(["", "regulator", "nothingofthekind", "agency:afp"]),
    st.lists(
        st.sampled_from(
            [
                Filter(Facet.AGENCY, "AFP"),
                Filter(Facet.AGENCY, "", exclude=True),
                Filter(Facet.CONCEPT, LAWS),
                Filter(Facet.LANGUAGE, "fr", exclude=True),
                Filter(Facet.MONTH, "2024-07"),
            ]
        ),
        max_size=2,
        unique=True,
    ).map(tuple),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(queries, st.sampled_from(ALL), st.booleans())
def test_a_cell_is_what_a_search_for_it_finds(
    engine: SearchEngine, query: Query, crossed: tuple[Facet, Facet], collapse: bool
) -> None:
    asked = Query(query.text, query.filters, collapse=collapse)
    coverage = engine.coverage(asked, CoverageRequest(crossed=(crossed,)))
    found = set(engine.search(query).ids)
    assert coverage.total == len(found)
    shown = table(coverage, *crossed)
    for row, line in zip(shown.rows.values, shown.counts, strict=True):
        of_row = bearing(engine, shown.rows.facet, row.value) & found
        assert row.count == len(of_row)
        for column, cell in zip(shown.columns.values, line, strict=True):
            of_column = bearing(engine, shown.columns.facet, column.value)
            assert cell == len(of_row & of_column)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.sampled_from([LAWS, ACT, ACTORS, REGULATORS]), max_size=3, unique=True),
    st.sampled_from([LAWS, ACT, ACTORS, REGULATORS, SILENT]),
)
def test_narrowing_keeps_what_was_chosen_before(
    engine: SearchEngine, chosen: list[str], concept: str
) -> None:
    query = Query(filters=tuple(Filter(Facet.CONCEPT, each) for each in chosen))
    narrower = query.narrowed(Facet.CONCEPT, concept)
    wanted = set(engine.search(query).ids) & bearing(engine, Facet.CONCEPT, concept)
    assert set(engine.search(narrower).ids) == wanted
    assert narrower.narrowed(Facet.CONCEPT, concept) == narrower


def test_narrowing_by_an_agency_takes_the_place_of_others() -> None:
    query = Query(filters=(Filter(Facet.AGENCY, "AFP"), Filter(Facet.LANGUAGE, "fr", exclude=True)))
    assert query.narrowed(Facet.AGENCY, "").filters == (
        Filter(Facet.LANGUAGE, "fr", exclude=True),
        Filter(Facet.AGENCY, ""),
    )


def bearing(engine: SearchEngine, facet: Facet, value: str) -> set[int]:
    return set(engine.search(Query(filters=(Filter(facet, value),)), facets=False).ids)
