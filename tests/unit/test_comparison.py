from __future__ import annotations

import pytest
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


@pytest.mark.parametrize(
    ("older", "newer", "removed", "added"),
    [
        ("Law passed. Vote won.", "Law passed. Vote won.\n\nMore.", [], ["\n\nMore."]),
        ("A vote is due.", "A vote is due. No date is set.", [], [" No date is set."]),
        ("A vote, 40.", "A vote, 42.\n\nMore, too.", ["40"], ["42", "\n\nMore, too."]),
        ("Vote, 42.\n\nMore.\n\nEnd.", "Vote, 40.\n\nEnd.", ["42", "\n\nMore."], ["40"]),
    ],
)
def test_a_paragraph_put_in_or_taken_out_keeps_its_own_full_stop(
    older: str, newer: str, removed: list[str], added: list[str]
) -> None:
    pieces = compare(older, newer)
    assert [each.text for each in pieces if each.kind is PieceKind.REMOVED] == removed
    assert [each.text for each in pieces if each.kind is PieceKind.ADDED] == added


def test_a_word_with_its_vowel_signs_is_one_word() -> None:
    pieces = compare("صَدَرَ القانون.", "صُدِرَ القانون.")
    assert joined(pieces, PieceKind.REMOVED) == "صَدَرَ"


def test_scripts_without_spaces_are_compared_sign_by_sign() -> None:
    pieces = compare("委员会周一公布指南。", "委员会周二公布指南。")
    assert (joined(pieces, PieceKind.REMOVED), joined(pieces, PieceKind.ADDED)) == ("一", "二")


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
