from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.anchoring import anchor
from index.selectors import Span, TextSelector, describe, locate, occurrences

BODY = (
    "The regulator published its guidance on age assurance on Monday. Services must assess the "
    "risk to children before July and keep a record of the assessment.\n\nA second consultation "
    "on reporting duties opens in autumn, the regulator said."
)
QUOTE = "Services must assess the risk to children before July"


def selector_of(text: str, body: str = BODY) -> TextSelector:
    start = body.index(text)
    return describe(body, start, start + len(text))


@pytest.mark.parametrize(
    "newer",
    [
        "UPDATE 1: " + BODY,
        BODY.replace("before July", "before the end of July"),
        BODY.replace("must assess", "have to assess"),
        BODY.replace("A second consultation", "A third and last consultation"),
    ],
)
def test_an_edited_passage_is_found_again(newer: str) -> None:
    span = anchor(newer, selector_of(QUOTE))
    assert span is not None
    found = newer[span.start : span.end]
    assert found.startswith("Services")
    assert "risk to children" in found
    assert found.endswith("July")


def test_a_passage_that_is_gone_is_not_guessed() -> None:
    newer = BODY.replace(QUOTE, "Nothing was said about any duty of the companies")
    assert anchor(newer, selector_of(QUOTE)) is None


def test_a_short_word_is_not_placed_elsewhere() -> None:
    assert anchor(BODY.replace("autumn", "winter"), selector_of("autumn")) is None


@given(st.data())
def test_a_quoted_passage_is_found_after_text_is_put_before_it(data: st.DataObject) -> None:
    body = data.draw(st.text(min_size=1, max_size=300))
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    selector = describe(body, start, end)
    moved = "CORRECTED: " + body
    assume(len(occurrences(moved, selector.exact)) == 1)
    span = locate(moved, selector)
    assert span is not None
    assert (span.start, span.end) == (start + 11, end + 11)


def test_context_decides_between_equal_quotes() -> None:
    body = "the regulator said. Then the minister said."
    second = describe(body, body.rindex("said"), body.rindex("said") + 4)
    newer = "As before, the regulator said. Then the minister said."
    span = anchor(newer, second)
    assert span is not None
    assert span.start == newer.rindex("said")


def test_a_short_quote_is_not_placed_in_other_surroundings() -> None:
    newer = BODY.replace("published its guidance on age assurance", "said nothing")
    newer += " Elsewhere, a company offers travel assurance to its customers."
    assert newer.count("assurance") == 1
    assert anchor(newer, selector_of("assurance")) is None


def test_a_passage_that_may_be_meant_in_two_places_is_not_placed() -> None:
    twice = QUOTE.replace("July", "June") + ". " + QUOTE.replace("July", "May") + "."
    assert anchor(twice, selector_of(QUOTE)) is None
    assert anchor("he said so. he said so. he said so.", selector_of("said")) is None


def test_a_word_that_stands_there_often_is_known_by_its_surroundings() -> None:
    newer = "The regulator spoke on Monday. " + BODY.replace("A second", "Another")
    start = newer.index("regulator published")
    assert anchor(newer, selector_of("regulator")) == Span(start, start + len("regulator"))


SENTENCES = [" ".join(f"w{at}x{word}" for word in range(8)) + "." for at in range(9)]


@given(
    kept=st.sets(st.integers(0, 8)),
    at=st.integers(0, 8),
    first=st.integers(0, 7),
    count=st.integers(1, 8),
    opening=st.sampled_from(["", "UPDATE 1: ", "Nothing new here. "]),
)
def test_a_passage_is_found_where_it_stands_or_not_at_all(
    kept: set[int], at: int, first: int, count: int, opening: str
) -> None:
    quote = " ".join(SENTENCES[at].split(" ")[first : first + count])
    selector = selector_of(quote, " ".join(SENTENCES))
    newer = opening + " ".join(SENTENCES[each] for each in sorted(kept))
    found = anchor(newer, selector)
    if at in kept:
        assert found == Span(newer.index(quote), newer.index(quote) + len(quote))
    else:
        assert found is None
