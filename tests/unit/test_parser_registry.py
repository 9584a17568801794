"""The choice of a parser by content."""

from __future__ import annotations

import random

import pytest

from index.errors import EmptyInput, NotText, UnknownFormat
from index.parsers import Source
from index.parsers.plain_text.text import TextParser
from index.parsers.registry import choose


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"\xff\xd8\xff\xe0", "JPEG image"),
        (b"GIF89a", "GIF image"),
        (b"OggS\x00", "Ogg media"),
    ],
)
def test_foreign_kinds_are_named_even_when_the_rest_reads_like_text(
    first: bytes, kind: str
) -> None:
    with pytest.raises(UnknownFormat, match=kind):
        choose(Source(first + b"0000 looks like text", "a.txt"))


@pytest.mark.parametrize("opening", ["MZ Wallace said", "RIFF between ministries", "ID3 is a tag"])
def test_words_that_are_also_signs_stay_text(opening: str) -> None:
    assert isinstance(choose(Source(f"{opening}\n\nText.".encode(), "a.txt")), TextParser)


def test_nothing_and_noise_are_told_apart() -> None:
    with pytest.raises(EmptyInput):
        choose(Source(b"", "a"))
    with pytest.raises(NotText):
        choose(Source(random.Random(1).randbytes(4000), "a"))  # noqa: S311 - noise, no secret
