from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.comparison import Piece, PieceKind, changed_words, compare, word_count

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


@pytest.mark.parametrize("swapped", [False, True])
def test_a_paragraph_without_a_counterpart_is_one_piece_beside_a_changed_one(
    swapped: bool,
) -> None:
    older = "Heard today.\n\nThe minister set out the bill on Monday?"
    newer = "Heard today.\n\nThe law is old.\n\nThe minister set out the bill on Friday!"
    pieces = compare(newer, older) if swapped else compare(older, newer)
    gone, come = (PieceKind.ADDED, PieceKind.REMOVED) if swapped else (
        PieceKind.REMOVED, PieceKind.ADDED,
    )  # fmt: skip
    assert [each.text.strip() for each in pieces if each.kind is come] == [
        "The law is old.", "Friday!",
    ]  # fmt: skip
    assert [each.text for each in pieces if each.kind is gone] == ["Monday?"]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=4), st.integers(0, 4), st.booleans())
def test_a_new_paragraph_is_whole_wherever_it_stands(kept: list[int], at: int, edit: bool) -> None:
    paragraphs = [
        f"Point {n} of the act was read in the house, and {n}0 members spoke." for n in kept
    ]
    new = "No date for a vote is set… A second reading, officials said, may follow."
    older = "\n\n".join(paragraphs)
    changed = [each.replace("house, and", "lower house;") for each in paragraphs]
    after = changed if edit else list(paragraphs)
    after.insert(at, new)
    pieces = compare(older, "\n\n".join(after))
    assert any(new in each.text for each in pieces if each.kind is PieceKind.ADDED)


def test_a_paragraph_that_was_written_anew_is_replaced_whole() -> None:
    older = "Industry groups said that the rules were too wide.\n\nEnd."
    newer = "No date for the vote has been set by the house.\n\nEnd."
    first, second, *_ = compare(older, newer)
    assert (first.text, second.text) == (older[:-6], newer[:-6])


def test_a_sentence_added_before_one_taken_out_stays_in_its_own_paragraph() -> None:
    older = "The rules name methods.\n\nIndustry groups asked for time. Charities were pleased."
    newer = "The rules name methods. A consultation runs on.\n\nCharities were pleased."
    pieces = [(each.kind, each.text.strip()) for each in compare(older, newer)]
    assert pieces == [
        (PieceKind.SAME, "The rules name methods."),
        (PieceKind.ADDED, "A consultation runs on."),
        (PieceKind.SAME, ""),
        (PieceKind.REMOVED, "Industry groups asked for time."),
        (PieceKind.SAME, "Charities were pleased."),
    ]


def test_a_full_stop_within_a_number_ends_no_sentence() -> None:
    pieces = compare('He said: "The rate is 3.5 percent."', 'He said: "The rate is 4.5 percent."')
    assert joined(pieces, PieceKind.REMOVED, PieceKind.ADDED) == "34"


def test_words_are_counted_by_spaces_or_by_signs() -> None:
    assert [word_count(text) for text in ("No date, e.g. — 40%", "", "指南は公布")] == [5, 0, 5]


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
