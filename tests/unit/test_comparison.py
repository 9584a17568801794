from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.comparison import Piece, PieceKind, changed_words, compare

WORDS = st.lists(st.sampled_from(["law", "rule", ".", "\n\n", " ", "é", "18"]), max_size=40).map(
    "".join
)


def joined(pieces: tuple[Piece, ...], *kinds: PieceKind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


@given(WORDS, WORDS)
def test_both_versions_can_be_read_back(older: str, newer: str) -> None:
    pieces = compare(older, newer)
    assert joined(pieces, PieceKind.SAME, PieceKind.ADDED) == newer
    assert joined(pieces, PieceKind.SAME, PieceKind.REMOVED) == older


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert changed_words(compare(text, text)) == 0


def test_only_the_changed_words_are_marked() -> None:
    older = "First paragraph.\n\nThe bill passed with 40 votes.\n\nLast paragraph."
    newer = "First paragraph.\n\nThe bill passed with 42 votes on Monday.\n\nLast paragraph."
    pieces = compare(older, newer)
    assert joined(pieces, PieceKind.REMOVED) == "40"
    assert joined(pieces, PieceKind.ADDED).split() == ["42", "on", "Monday"]


def test_a_paragraph_put_in_is_one_piece() -> None:
    pieces = compare("One.\n\nThree.", "One.\n\nTwo is new.\n\nThree.")
    assert [piece for piece in pieces if piece.kind is not PieceKind.SAME] == [
        Piece(PieceKind.ADDED, "Two is new.\n\n")
    ]


def test_paragraphs_that_run_together_are_compared_with_themselves() -> None:
    paragraphs = [" ".join(f"w{at}x{word}" for word in range(50)) + "." for at in range(60)]
    older = "\n\n".join(paragraphs)
    newer = "\n\n".join(paragraphs[:30]) + " " + "\n\n".join(paragraphs[30:])
    newer = newer.replace("x7", "y7")
    assert changed_words(compare(older, newer)) == 2 * 60


def test_words_that_changed_together_are_one_change() -> None:
    pieces = compare("They met on Monday morning.", "They met last Friday evening.")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        (PieceKind.SAME, "They met "),
        (PieceKind.REMOVED, "on Monday morning"),
        (PieceKind.ADDED, "last Friday evening"),
        (PieceKind.SAME, "."),
    ]


def test_texts_too_long_to_match_word_by_word_are_still_told_apart() -> None:
    older = " ".join(f"old{at}" for at in range(20_000))
    newer = " ".join(f"new{at}" for at in range(20_000))
    assert [piece.kind for piece in compare(older, newer)] == [PieceKind.REMOVED, PieceKind.ADDED]
