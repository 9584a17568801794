"""Our answers against those of Whoosh's own searcher, over the same index."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query as whoosh
from whoosh.index import open_dir
from whoosh.scoring import BM25F, BM25FScorer
from whoosh.searching import Searcher

from index.folding import tokens
from index.query import And, Fuzzy, Not, Or, Phrase, Query, Scoped, Wildcard, Word
from index.reports import Cancel, ignore
from index.search import IndexBuilder, SearchEngine
from index.search.deadline import Deadline
from index.search.evaluation import Evaluation
from index.search.ordering import ordered
from index.search.schema import SEARCHED
from index.search.scoring import EMPHASIS, K1, LENGTH
from tests.doubles.wire_day import WORDS, wire_day

if TYPE_CHECKING:
    from pathlib import Path

    from index.query import Expression
    from index.search.view import View

FOLDED = sorted({token.folded for word in WORDS for token in tokens(word)})


class OurWeights(BM25F):  # type: ignore[misc]
    """Whoosh's BM25F with our constants and our rarity."""

    def __init__(self) -> None:
        super().__init__(B=LENGTH, K1=K1)

    def idf(self, searcher: Searcher, fieldname: str, text: str) -> float:
        count, total = searcher.doc_frequency(fieldname, text), searcher.doc_count_all()
        return float(math.log1p((total - count + 0.5) / (count + 0.5)) ** EMPHASIS)

    def scorer(self, searcher: Searcher, fieldname: str, text: str, qf: int = 1) -> BM25FScorer:
        return BM25FScorer(searcher, fieldname, text, self.B, self.K1, qf=qf)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    IndexBuilder(folder, wire_day(400)).catch_up(ignore, Cancel())
    return folder


@pytest.fixture(scope="module")
def engine(folder: Path) -> SearchEngine:
    engine = SearchEngine(folder, wire_day(400))
    engine.reload()  # while the settings folder is still the one that the index was sealed in
    return engine


@pytest.fixture(scope="module")
def view(engine: SearchEngine) -> View:
    return engine._current()


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Searcher:
    return open_dir(str(folder)).searcher(weighting=OurWeights())


def ours(view: View, expression: Expression, fields: tuple[str, ...] = SEARCHED) -> set[int]:
    hits = Evaluation(view, Deadline(60), stems=False).hits(expression, fields)
    return set(np.flatnonzero(hits.mask & view.rows.present).tolist())


def theirs(
    searcher: Searcher, expression: Expression, fields: tuple[str, ...] = SEARCHED
) -> set[int]:
    return set(searcher.docs_for_query(translate(expression, fields)))


def translate(expression: Expression, fields: tuple[str, ...] = SEARCHED) -> whoosh.Query:
    match expression:
        case And(parts=parts):
            return whoosh.And([translate(part, fields) for part in parts])
        case Or(parts=parts):
            return whoosh.Or([translate(part, fields) for part in parts])
        case Not(part=part):
            return whoosh.Not(translate(part, fields))
        case Scoped(field=field, inner=inner):
            return translate(inner, (field,))
        case _:
            return whoosh.Or([leaf(expression, field) for field in fields])


def leaf(expression: Expression, field: str) -> whoosh.Query:
    match expression:
        case Word(text=text):
            return whoosh.Term(field, text)
        case Phrase(text=text, slop=slop):
            return whoosh.Phrase(field, text.split(), slop=slop + 1)
        case Wildcard(pattern=pattern):
            return whoosh.Wildcard(field, pattern)
        case Fuzzy(text=text, distance=distance):
            return whoosh.FuzzyTerm(field, text, maxdist=distance)
        case _:
            raise AssertionError(expression)


folded = st.sampled_from(FOLDED)
simple = st.sampled_from([word for word in FOLDED if word.isascii() and len(word) > 3])
leaves = st.one_of(
    folded.map(lambda word: Word(word, exact=True)),
    st.lists(simple, min_size=2, max_size=3).map(lambda words: Phrase(" ".join(words))),
    st.builds(
        lambda one, other, slop: Phrase(f"{one} {other}", slop), simple, simple, st.integers(1, 4)
    ),
    simple.map(lambda word: Wildcard(f"{word[:3]}*")),
    simple.map(lambda word: Wildcard(f"{word[0]}?{word[2:]}")),
    # to us two letters that changed places are one mistake, to Whoosh they are two
    simple.filter(lambda word: not word.startswith("minist")).map(lambda word: Fuzzy(word, 1)),
)
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        inner.map(Not),
        st.tuples(st.sampled_from(("headline", "body")), leaves).map(lambda pair: Scoped(*pair)),
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(expressions)
def test_the_same_dispatches(view: View, searcher: Searcher, expression: Expression) -> None:
    assert ours(view, expression) == theirs(searcher, expression)


@pytest.mark.parametrize(
    "expression",
    [
        Word("encryption"),
        Word("the"),
        Or((Word("law"), Word("bill"))),
        And((Word("platform"), Word("child"))),
        And((Word("online"), Word("safety"), Word("report"))),
        Or((Word("survivor"), And((Word("court"), Word("ruling"))))),
        Phrase("regulator law"),
    ],
)
def test_the_same_order(view: View, searcher: Searcher, expression: Expression) -> None:
    hits = Evaluation(view, Deadline(60), stems=False).hits(expression, ("body",))
    found = searcher.search(translate(expression, ("body",)), limit=None)
    scores = {document: score for score, document in found.top_n}
    assert hits.score is not None
    for document, score in scores.items():
        assert hits.score[document] == pytest.approx(score, rel=1e-4)
    order = ordered(view.rows, hits.mask, hits.score, None, Query().sort).tolist()
    assert [round(scores[d], 3) for d in order] == sorted(
        (round(score, 3) for score in scores.values()), reverse=True
    )


def test_the_reference_finds_something(searcher: Searcher) -> None:
    assert len(theirs(searcher, Word("encryption"))) > 50
    assert len(theirs(searcher, Phrase("online safety"))) > 1
    assert len(theirs(searcher, Phrase("online safety", 4))) > 5


def test_days_are_compared_on_columns(engine: SearchEngine) -> None:
    corpus = wire_day(400)
    found = engine.search(Query("filed:2024-03..2024-05"))
    wanted = {
        number
        for number, story in corpus.stories.items()
        if story.filed and date(2024, 3, 1) <= story.filed <= date(2024, 5, 31)
    }
    assert set(found.ids) == wanted
