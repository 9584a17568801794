"""Whatever the length of a piece, any zlib reads it."""

from __future__ import annotations

import zlib

from hypothesis import given
from hypothesis import strategies as st

from index.deflation import deflate


@given(st.binary(max_size=300), st.integers(min_value=1, max_value=80))
def test_it_is_taken_back_by_plain_zlib(piece: bytes, times: int) -> None:
    assert zlib.decompress(deflate(piece * times)) == piece * times


def test_text_shrinks_on_both_sides_of_a_short_piece() -> None:
    for length in (2_000, 8_192, 8_193, 50_000):
        text = (b"The committee heard the regulator on the reporting duties of platforms. " * 700)[
            :length
        ]
        assert len(deflate(text)) < length / 4
