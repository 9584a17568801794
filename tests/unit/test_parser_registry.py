"""The choice of a parser by content."""

from __future__ import annotations

import bz2
import lzma
import random

import pytest

from index.errors import EmptyInput, NotText, PackedInput, UnknownFormat
from index.parsers import Source
from index.parsers.plain_text.text import TextParser
from index.parsers.registry import choose
from tests.inputs.seeds import zipped


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


@pytest.mark.parametrize(
    ("packed", "kind"),
    [
        (b"Rar!\x1a\x07\x01\x00", "RAR archive"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
        (bz2.compress(b"The text."), "bzip2 file"),
        (lzma.compress(b"The text."), "xz file"),
        (b"notice.txt".ljust(257, b"\0") + b"ustar\x0000".ljust(255, b"\0"), "tar archive"),
    ],
)
def test_what_is_packed_otherwise_is_to_be_unpacked(packed: bytes, kind: str) -> None:
    with pytest.raises(PackedInput, match=kind) as refusal:
        choose(Source(packed, "notices"))
    assert "Unpack it" in refusal.value.remedy


def test_a_package_that_is_no_document_is_called_what_it_may_be() -> None:
    with pytest.raises(UnknownFormat, match="spreadsheet"):
        choose(Source(zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>"}), "a"))


@pytest.mark.parametrize("opening", ["MZ Wallace said", "RIFF between ministries", "ID3 is a tag"])
def test_words_that_are_also_signs_stay_text(opening: str) -> None:
    assert isinstance(choose(Source(f"{opening}\n\nText.".encode(), "a.txt")), TextParser)


def test_nothing_and_noise_are_told_apart() -> None:
    with pytest.raises(EmptyInput):
        choose(Source(b"", "a"))
    with pytest.raises(NotText):
        choose(Source(random.Random(1).randbytes(4000), "a"))  # noqa: S311 - noise, no secret
