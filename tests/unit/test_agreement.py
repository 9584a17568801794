"""Krippendorff's alpha, against its textbook and against its definition."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.agreement import alpha, compare_coders
from index.dispatch import AccessionNumber

ANSWERS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30)


def by_definition(said: list[tuple[bool, bool]]) -> float:
    """1 - observed over expected disagreement, for two coders and nominal data."""
    counted = Counter(answer for pair in said for answer in pair)
    total = sum(counted.values())
    observed = sum(one != other for one, other in said) / len(said)
    expected = 2 * counted[True] * counted[False] / (total * (total - 1))
    return 1 - observed / expected


def of(said: list[tuple[bool, bool]]) -> float | None:
    pairs = ((True, True), (True, False), (False, True), (False, False))
    return alpha(*(said.count(pair) for pair in pairs))


def test_the_example_of_the_textbook() -> None:
    # Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), A: binary, two observers
    one = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    other = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    said = [(bool(a), bool(b)) for a, b in zip(one, other, strict=True)]
    assert of(said) == pytest.approx(0.095, abs=0.001)


@given(ANSWERS)
def test_it_is_what_its_definition_says(said: list[tuple[bool, bool]]) -> None:
    found = of(said)
    if len({answer for pair in said for answer in pair}) < 2:
        assert found is None
    else:
        assert found == pytest.approx(by_definition(said))


def test_no_dispatch_in_common_is_no_agreement() -> None:
    one, other = AccessionNumber(1), AccessionNumber(2)
    agreement = compare_coders("Ada", {one: {("Law",)}}, {other: {("Law",)}}, ([one], [other]))
    assert (agreement.dispatches, agreement.concepts) == ((), ())
    assert (agreement.only_mine, agreement.only_theirs) == (1, 1)


def test_concepts_are_the_same_however_they_are_written() -> None:
    number = AccessionNumber(1)
    mine, theirs = {number: {("Âge", "Loi")}}, {number: {("age", "LOI")}}
    agreement = compare_coders("Ada", mine, theirs, ([number], [number]))
    assert agreement.dispatches[0].both == (("Âge", "Loi"),)
    assert agreement.concepts[0].alpha is None, "nothing varies"
