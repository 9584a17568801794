"""Fingerprints and the text that is kept of originals."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dispatch import Dispatch
from index.intake.fingerprint import SHARED_ENOUGH, SKETCH_SIZE, fingerprint
from index.intake.media_types import media_type
from index.intake.originals import text_of_original

WORDS = st.lists(st.text("abcdefghijklmnop", min_size=2, max_size=8), min_size=60, max_size=200)


@given(WORDS)
def test_space_and_case_do_not_change_the_fingerprint(words: list[str]) -> None:
    plain = Dispatch("Headline", " ".join(words), agency="AFP")
    other = Dispatch("HEADLINE", "\n\n".join(words).upper() + "!", agency="afp")
    assert fingerprint(plain) == fingerprint(other)


@pytest.mark.parametrize(
    "changed",
    [
        Dispatch("Else", "Body text", agency="AFP"),
        Dispatch("Headline", "Else", agency="AFP"),
        Dispatch("Headline", "Body text", agency="dpa"),
    ],
)
def test_other_words_change_the_content_hash(changed: Dispatch) -> None:
    assert (
        fingerprint(Dispatch("Headline", "Body text", agency="AFP"))[0] != fingerprint(changed)[0]
    )


def test_words_do_not_wander_between_fields_unseen() -> None:
    assert fingerprint(Dispatch("a b", "c"))[0] != fingerprint(Dispatch("a", "b c"))[0]


@given(st.lists(st.integers(0, 10**6), min_size=100, max_size=100, unique=True))
def test_a_small_edit_keeps_most_of_the_sketch(numbers: list[int]) -> None:
    words = [f"word{number}" for number in numbers]
    edited = [*words[:50], "inserted", *words[50:]]
    one = fingerprint(Dispatch("", " ".join(words)))[1]
    other = fingerprint(Dispatch("", " ".join(edited)))[1]
    assert len(one) == SKETCH_SIZE
    assert len({*one} & {*other}) > SHARED_ENOUGH


def test_a_body_of_two_words_has_no_sketch() -> None:
    assert fingerprint(Dispatch("Headline", "two words"))[1] == ()


PICTURE = base64.b64encode(bytes(range(256)) * 8)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (b"Plain words.", b"Plain words."),
        (b'<img src="data:image/png;base64,' + PICTURE + b'"> text', b'<img src="data:,"> text'),
        (b"<p>a</p><SVG viewBox='0'><path d='M0'/></svg><p>b</p>", b"<p>a</p><p>b</p>"),
        (b"<p>a</p><svg never closed", b"<p>a</p>"),
        (b"begin 644 a.jpg\n" + (b"M" + b"!" * 60 + b"\n") * 5 + b"`\nend\nText", b"\nend\nText"),
        (b"From: a\n\n" + base64.encodebytes(PICTURE) + b"\nText", b"From: a\n\n\n\nText"),
    ],
)
def test_originals_are_kept_without_pictures(raw: bytes, kept: bytes) -> None:
    assert text_of_original(raw) == kept


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04 zip", b"%PDF-1.7", b"{\\rtf1 x}", b"text with \0 in it", b"WARC/1.0"]
)
def test_originals_that_are_no_text_are_not_kept(raw: bytes) -> None:
    assert text_of_original(raw) is None


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=300))
def test_ordinary_text_is_kept_as_it_is(text: str) -> None:
    raw = text.encode()
    if max(map(len, raw.split()), default=0) <= 55 and b"<svg" not in raw.lower():
        assert text_of_original(b"Headline\n" + raw) == b"Headline\n" + raw


@pytest.mark.parametrize("filler", [b"a", b"<svg ", b"ab ", b"begin 644 x\n", b"data:a/b,"])
def test_no_input_makes_the_search_for_pictures_slow(filler: bytes) -> None:
    text_of_original(filler * ((5 << 20) // len(filler)))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", "text/plain"),
        ("pdf", "application/pdf"),
        ("agency-xml", "application/xml"),
        ("news-json", "application/json"),
        ("wire", "text/plain"),
        ("feed", "application/xml"),
        ("nexis-rtf", "application/rtf"),
        ("tablet", "application/octet-stream"),
    ],
)
def test_formats_have_media_types(form: str, expected: str) -> None:
    assert media_type(form) == expected
