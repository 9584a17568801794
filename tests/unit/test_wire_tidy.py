"""Text in its one form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.wire.tidy import one_line, paragraphs, tidy


def test_line_ends_blanks_and_empty_lines() -> None:
    assert tidy("\r\nFirst line  \r\nsecond\r\r\n\n\nNext\t\n") == "First line\nsecond\n\nNext"


def test_control_characters_and_soft_hyphens_go() -> None:
    assert tidy("pro\u00adtec\u200btion\x00 of\x07 data\ufeff") == "protection of data"


def test_form_feeds_and_separators_break_lines() -> None:
    assert tidy("one\x0ctwo\u2028three\u2029four") == "one\ntwo\nthree\n\nfour"


def test_letters_are_composed() -> None:
    assert tidy("pe\u0301dagogie") == "pédagogie"


def test_no_break_spaces_belong_to_the_text() -> None:
    assert one_line("une hausse de 6\u00a0%  en\nun an ") == "une hausse de 6\u00a0% en un an"


def test_paragraphs_are_parted_at_empty_lines() -> None:
    assert paragraphs(tidy("a\nb\n\n\nc\n")) == ["a\nb", "c"]


@pytest.mark.parametrize("unit", ["word ", "x", "x" * 9_999 + " ", "  ", "é "])
def test_a_line_without_end_is_broken_and_loses_nothing(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    found = tidy(text)
    assert all(len(line) <= 10_000 for line in found.split("\n"))
    assert "".join(found.split()) == "".join(text.split())
    assert tidy(found) == found


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert "\n\n\n" not in once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line
    assert "  " not in line
    assert line == line.strip()
