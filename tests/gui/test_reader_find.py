"""Finding in one text: accents, case and ligatures never matter, offsets stay exact."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.panels.reader.hits import Hits
from desktop.text_find import FoldedText
from index import Span, fold


@pytest.mark.parametrize(
    ("text", "needle", "met"),
    [
        (
            "Pédocriminalité, PÉDOCRIMINALITÉ",
            "pedocriminalite",
            ["Pédocriminalité", "PÉDOCRIMINALITÉ"],
        ),
        ("cœur et coeur", "coeur", ["cœur", "coeur"]),
        ("cœur", "oe", ["œ"]),
        ("Straße", "strasse", ["Straße"]),
        ("İstanbul ıssız", "istanbul", ["İstanbul"]),
        ("L’IWF a dit", "l'iwf", ["L’IWF"]),
        ("the end-to-end case", "END", ["end", "end"]),
        ("كِتَاب", "كتاب", ["كِتَاب"]),
        ("𝔸 b", "b", ["b"]),
        ("nothing here", "elsewhere", []),
        ("nothing", "", []),
    ],
)
def test_folded_words_are_found_where_they_stand(text: str, needle: str, met: list[str]) -> None:
    spans = FoldedText(text).find(needle)
    assert [text[span.start : span.end] for span in spans] == met


WORDS = st.text(st.sampled_from("abcéÉœŒßıİ ’-\n𝔸"), max_size=40)


@given(WORDS, st.data())
def test_every_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = text[start:end]
    found = FoldedText(text).find(part)
    assert bool(found) == bool(fold(part))
    assert all(fold(text[span.start : span.end]) for span in found)
    assert all(a.end <= b.start or a.end - 1 == b.start for a, b in itertools.pairwise(found))


def test_hits_go_round_both_ends() -> None:
    spans = (Span(1, 2), Span(5, 6), Span(9, 10))
    hits = Hits(spans)
    assert (hits.place, hits.current) == ("–/3", None)
    assert [hits.step(1) for _ in range(4)] == [*spans, spans[0]]
    assert hits.step(-1) == spans[2]
    assert hits.place == "3/3"


def test_the_first_step_back_meets_the_last_hit() -> None:
    spans = (Span(1, 2), Span(5, 6))
    assert Hits(spans).step(-1) == spans[1]


def test_a_search_begins_where_one_reads() -> None:
    hits = Hits((Span(1, 2), Span(5, 6)))
    assert hits.meet(3) == Span(5, 6)
    assert hits.meet(7) == Span(1, 2)


def test_without_hits_there_is_no_place() -> None:
    hits = Hits()
    assert (hits.place, hits.step(1), hits.meet(0)) == ("", None, None)
