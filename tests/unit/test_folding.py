"""The one folding: what counts as the same word, and where it stands in the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.folding import LONGEST_WORD, WordFinder, cut, fold, parts_of, tokens, word_of

NEWSY = st.text(
    alphabet=st.one_of(
        st.sampled_from("aeilcdnstéèàüçğışİIıœßÉ’'‑- .%0123456789\u0301\u00ad«»"), st.characters()
    ),
    max_size=60,
)


def words(text: str) -> list[str]:
    return [token.folded for token in tokens(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pédocriminalité", "pedocriminalite"),
        ("L’IWF", "iwf"),
        ("l'IWF", "IWF"),
        ("d’abus", "ABUS"),
        ("jusqu’ici", "ici"),
        ("œuvre", "OEUVRE"),
        ("Æther", "aether"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "ıstanbul"),
        ("Mıse À Jour", "mise a jour"),
        ("Ankara’nın", "ankara"),
        ("2024'te", "2024"),
        ("children’s", "children"),
        ("aujourd’hui", "aujourd'hui"),
        ("e\u0301te\u0301", "été"),
        ("pédo\u00adcriminalité", "pédocriminalité"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("إلى", "الي"),
        ("عـــربي", "عربي"),
        ("٢٠٢٤", "2024"),
        ("ｆｕｌｌ", "full"),
    ],
)
def test_the_same_word_whatever_its_dress(one: str, other: str) -> None:
    assert words(one) == words(other)


def test_a_compound_is_found_by_its_parts_and_by_its_joined_form() -> None:
    found = [(t.folded, t.position) for t in tokens("la pédo-criminalité monte")]
    assert found == [
        ("la", 0), ("pedocriminalite", 1), ("pedo", 1), ("criminalite", 2), ("monte", 3)
    ]  # fmt: skip


def test_numbers_and_percentages_are_words() -> None:
    assert words("une hausse de 6 % en 2024") == ["une", "hausse", "de", "6", "%", "en", "2024"]
    assert words("6%") == ["6", "%"]


def test_a_date_has_no_joined_form() -> None:
    assert words("2024-10-18") == ["2024", "10", "18"]


def test_a_word_that_only_looks_elided_stays_whole() -> None:
    assert words("aujourd’hui quelqu’un vient") == ["aujourdhui", "quelquun", "vient"]
    assert [t.position for t in tokens("aujourd’hui quelqu’un vient")] == [0, 1, 2]


def test_spans_point_at_the_word_as_written() -> None:
    text = "Selon l’IWF, « l’Étude » d'outre-mer"
    assert [text[t.start : t.end] for t in tokens(text)] == [
        "Selon", "IWF", "Étude", "outre-mer", "outre", "mer"
    ]  # fmt: skip


def test_an_endless_word_is_cut() -> None:
    assert words("x" * 5000) == ["x" * LONGEST_WORD]


@given(NEWSY)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(NEWSY)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert words(unicodedata.normalize("NFC", text)) == words(unicodedata.normalize("NFD", text))


@given(NEWSY)
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    found = list(tokens(text))
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert [t.start for t in found] == sorted(t.start for t in found)
    assert [t.position for t in found] == sorted(t.position for t in found)


@given(NEWSY)
def test_a_folded_word_is_a_word_that_folds_to_itself(text: str) -> None:
    for token in tokens(text):
        assert token.folded.isalnum() or token.folded in {"%", "‰"}
        assert fold(token.folded) == token.folded


@given(NEWSY)
def test_cutting_by_bytes_finds_the_same_words_in_the_same_places(text: str) -> None:
    found, place = [], 0
    for piece in cut(text):
        parts, width = parts_of(piece)
        assert word_of(piece) in {"", *(part.folded for part in parts)}
        assert not word_of(piece) or (len(parts), width) == (1, 1)
        found += [(part.folded, place + part.step) for part in parts]
        place += width
    assert found == [(token.folded, token.position) for token in tokens(text)]


@given(NEWSY, st.data())
def test_finding_words_is_the_same_as_looking_through_all(text: str, data: st.DataObject) -> None:
    wanted = set(data.draw(st.lists(st.sampled_from([*words(text), "absent"]))))
    finder = WordFinder(wanted)
    for _ in range(2):
        assert list(finder.tokens(text)) == [t for t in tokens(text) if t.folded in wanted]


@given(st.text(alphabet="abcéüı", min_size=1, max_size=12))
def test_case_and_marks_never_matter(word: str) -> None:
    bare = "".join(
        c for c in unicodedata.normalize("NFD", word.upper()) if not unicodedata.combining(c)
    )
    assert words(bare) == words(word)
