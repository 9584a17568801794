"""What errors say: one sentence, whatever a library has said about it."""

from __future__ import annotations

import pytest

from index.errors import BrokenInput


@pytest.mark.parametrize(
    "detail", ["data format error", "data format error.", "data format error. "]
)
def test_a_librarys_sentence_is_no_second_full_stop(detail: str) -> None:
    error = BrokenInput(format="pdf", detail=detail)
    assert str(error) == "This pdf file is damaged: data format error"
