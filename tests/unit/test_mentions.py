"""Every place where the same words stand."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.mentions import Mentions


def found(words: str, text: str) -> list[str]:
    return [text[span.start : span.end] for span in Mentions(words).find(text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("age", "Age verification of an age; pages are not.", ["Age", "age"]),
        ("age verification", "Age  verification and age\nverification.", ["Age  verification", "age\nverification"]),
        ("vérification d’âge", "La Verification d'age, la vérification d’âge", ["Verification d'age", "vérification d’âge"]),
        ("IWF", "L’IWF et l'iwf", ["IWF", "iwf"]),
        ("ha ha", "ha ha ha", ["ha ha"]),
        ("cooperate", "They co-operate.", ["co-operate"]),
        ("co-operate", "They co-operate.", ["co-operate"]),
        ("", "Anything.", []),
        ("…", "Anything…", []),
    ],
)  # fmt: skip
def test_words_are_found_as_the_search_finds_them(
    words: str, text: str, expected: list[str]
) -> None:
    assert found(words, text) == expected


@given(
    before=st.lists(st.sampled_from(["law", "bill", "the", "age"]), max_size=6),
    words=st.lists(st.sampled_from(["law", "bill", "the", "age"]), min_size=1, max_size=3),
    after=st.lists(st.sampled_from(["law", "bill", "the", "age"]), max_size=6),
)
def test_words_that_stand_there_are_found(
    before: list[str], words: list[str], after: list[str]
) -> None:
    text = " ".join([*before, *words, *after])
    places = Mentions(" ".join(words)).find(text)
    assert places
    assert {text[span.start : span.end] for span in places} == {" ".join(words)}
    assert all(one.end <= other.start for one, other in itertools.pairwise(places))
