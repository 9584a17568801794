from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.comparison import Kind, Piece, changed, compare

WORDS = st.lists(st.sampled_from(["law", "rule", ".", "\n\n", " ", "é", "18"]), max_size=40).map(
    "".join
)


def joined(pieces: tuple[Piece, ...], *kinds: Kind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


@given(WORDS, WORDS)
def test_both_versions_can_be_read_back(older: str, newer: str) -> None:
    pieces = compare(older, newer)
    assert joined(pieces, Kind.SAME, Kind.ADDED) == newer
    assert joined(pieces, Kind.SAME, Kind.REMOVED) == older


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert changed(compare(text, text)) == 0


def test_only_the_changed_words_are_marked() -> None:
    older = "First paragraph.\n\nThe bill passed with 40 votes.\n\nLast paragraph."
    newer = "First paragraph.\n\nThe bill passed with 42 votes on Monday.\n\nLast paragraph."
    pieces = compare(older, newer)
    assert joined(pieces, Kind.REMOVED) == "40"
    assert joined(pieces, Kind.ADDED).split() == ["42", "on", "Monday"]


def test_a_paragraph_put_in_is_one_piece() -> None:
    pieces = compare("One.\n\nThree.", "One.\n\nTwo is new.\n\nThree.")
    assert [piece for piece in pieces if piece.kind is not Kind.SAME] == [
        Piece(Kind.ADDED, "Two is new.\n\n")
    ]
