"""Snippets: the right passage, whole words, spans that fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.folding import tokens
from index.query import Phrase, Word
from index.search.excerpts import LENGTH, excerpt
from index.search.highlighting import Highlighter, spans_of
from index.search.sequences import Chain, Choice, chains_of, only, readings

FILLER = "Nothing of the kind was said by anyone at the meeting on that long day. "


def chains(text: str) -> tuple[Chain, ...]:
    leaf = Phrase(text.strip('"')) if text.startswith('"') else Word(text)
    return chains_of(leaf, only, lambda _: Choice(()))


def shown(text: str, *asked: str) -> tuple[str, list[str]]:
    finder = Highlighter([chains(part) for part in asked])
    snippet = excerpt(text, finder.hits(text))
    return snippet.text, [snippet.text[hit.start : hit.end] for hit in snippet.hits]


def test_the_passage_with_most_different_hits_is_shown() -> None:
    text = "law law law law. " + FILLER * 5 + "A law on platforms passed. " + FILLER * 5
    snippet, hits = shown(text, "law", "platforms")
    assert hits == ["law", "platforms"]
    assert "A law on platforms passed." in snippet


def test_a_snippet_begins_with_a_sentence() -> None:
    snippet, _ = shown(FILLER * 5 + "The vote on encryption failed.", "encryption")
    assert snippet.endswith("The vote on encryption failed.")
    assert snippet.startswith("… ")


def test_without_hits_the_beginning_is_shown() -> None:
    snippet, hits = shown(FILLER * 9, "absent")
    assert snippet.startswith("Nothing of the kind")
    assert snippet.endswith(" …")
    assert hits == []


def test_lines_are_joined_without_moving_hits() -> None:
    assert shown("one\n\ntwo\tthree", "two") == ("one  two three", ["two"])


def test_an_empty_text() -> None:
    assert shown("", "word") == ("", [])


def test_a_phrase_is_one_hit_and_its_words_alone_are_none() -> None:
    _, hits = shown("public forums, public and forums. Forums public.", '"public forums"')
    assert hits == ["public forums"]


def test_loose_phrases_show_their_words() -> None:
    finder = Highlighter([chains_of(Phrase("age checks", 2), only, lambda _: Choice(()))])
    text = "age and identity checks; checks of age"
    assert [text[s.start : s.end] for s in finder.spans(text)] == ["age", "checks"]


def test_a_compound_is_shown_whole_or_in_part() -> None:
    assert shown("la pédo-criminalité", "pédocriminalité")[1] == ["pédo-criminalité"]
    assert shown("la pédo-criminalité", "criminalité")[1] == ["criminalité"]
    assert shown("la pédocriminalité", "pédo-criminalité")[1] == ["pédocriminalité"]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("l’IWF", [("iwf",)]),
        ("pédo-criminalité en ligne", [("pedo", "criminalite", "en", "ligne"),
                                       ("pedocriminalite", "en", "ligne")]),
        ("aujourd’hui", [("aujourdhui",)]),
        ("", [()]),
    ],
)  # fmt: skip
def test_readings(text: str, ways: list[tuple[str, ...]]) -> None:
    assert readings(text) == ways


prose = st.lists(
    st.sampled_from(["law", "bill", "l’État", "act.", "six-month", "\n\n", "é!", "—", "x" * 30]),
    max_size=120,
).map(" ".join)


@given(prose, st.lists(st.sampled_from(["law", "etat", '"law bill"', "six-month"]), max_size=3))
def test_hits_fit_and_say_what_they_met(text: str, asked: list[str]) -> None:
    finder = Highlighter([chains(part) for part in asked])
    snippet = excerpt(text, finder.hits(text))
    assert len(snippet.text) <= LENGTH + 90 + 4
    ends = [0]
    for hit in snippet.hits:
        assert ends[-1] <= hit.start < hit.end <= len(snippet.text)
        assert list(tokens(snippet.text[hit.start : hit.end]))
        ends.append(hit.end)


@given(prose)
def test_every_word_is_its_own_highlight(text: str) -> None:
    for token in tokens(text):
        finder = Highlighter([(Chain((only(token.folded),)),)])
        assert any(s.start <= token.start and token.end <= s.end for s in finder.spans(text))


def test_overlapping_hits_become_one() -> None:
    finder = Highlighter([chains("six"), chains('"six months"')])
    text = "six months, six"
    assert [text[s.start : s.end] for s in spans_of(finder.hits(text))] == ["six months", "six"]
