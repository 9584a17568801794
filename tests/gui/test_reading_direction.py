"""Texts that read from the right stand beside others without mixing with them."""

from __future__ import annotations

import pytest

from desktop.reading_direction import isolated, reads_right_to_left
from desktop.short_text import in_a_row

PARIS = "باريس"


@pytest.mark.parametrize(("text", "right"), [(PARIS, True), ("«Paris»", False), ("18", False)])
def test_the_first_letter_decides(text: str, right: bool) -> None:
    assert reads_right_to_left(text) is right


def test_a_part_that_reads_from_the_right_is_isolated() -> None:
    row = in_a_row(("AFP", "", PARIS, "18 Oct 2024"))
    assert row == f"AFP · \u2068{PARIS}\u2069 · 18 Oct 2024"


def test_other_parts_stay_as_they_are() -> None:
    assert isolated("Paris") == "Paris"
    assert in_a_row(("AFP", "Paris")) == "AFP · Paris"
