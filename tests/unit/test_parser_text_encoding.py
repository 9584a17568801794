"""Charsets: what the bytes say counts, and garbled text never passes in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import EmptyInput, InputRefused, NotText, WrongEncoding
from index.parsers.decoding.encoding import declared_charset, decode, is_binary

FRENCH = (
    "Le régulateur a publié à Paris le référentiel « âge » que les hébergeurs devront suivre. " * 4
)
TURKISH = "Düzenleyici kurum, çocukların güvenliği için şirketlerin yaş doğrulaması ve ısrarlı " * 4
ARABIC = "نشرت الهيئة يوم الجمعة الدليل الذي يتعين على المنصات اتباعه في خدماتها الرقمية. " * 4
GREEK = "Η αρχή δημοσίευσε την Παρασκευή τις οδηγίες που πρέπει να ακολουθούν οι πλατφόρμες. " * 4
RUSSIAN = "Ведомство опубликовало правила, которым должны следовать интернет-платформы страны. " * 4
JAPANESE = (
    "規制当局は、プラットフォームが従うべき指針を金曜日に発表しました。年齢確認が必要です。" * 4
)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (FRENCH, "utf-8"), (FRENCH, "utf-8-sig"), (FRENCH, "utf-16"), (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"), (FRENCH, "utf-32"), (FRENCH, "cp1252"), (TURKISH, "cp1254"),
        (TURKISH, "utf-16-le"), (ARABIC, "utf-8"), (ARABIC, "cp1256"), (GREEK, "cp1253"),
        (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis"), (JAPANESE, "iso2022_jp"),
        (JAPANESE, "euc_jp"),
    ],
)  # fmt: skip
def test_the_text_comes_out_right(text: str, charset: str) -> None:
    assert decode(text.encode(charset)).text == text


@pytest.mark.parametrize(
    ("text", "charset", "declared"),
    [
        (FRENCH, "utf-8", "iso-8859-1"),
        (FRENCH, "cp1252", "utf-8"),
        (FRENCH, "cp1252", "iso-8859-1"),
        (FRENCH, "cp1252", "nonsense"),
        (TURKISH, "cp1254", "iso-8859-1"),
        (TURKISH, "cp1254", "windows-1254"),
        (ARABIC, "cp1256", "windows-1256"),
        (GREEK, "iso8859-7", "iso-8859-7"),
    ],
)
def test_a_declaration_counts_as_far_as_the_bytes_agree(
    text: str, charset: str, declared: str
) -> None:
    assert decode(text.encode(charset), declared=declared).text == text


def test_a_wrong_declaration_is_said() -> None:
    assert decode(TURKISH.encode("cp1254"), declared="iso-8859-1").warnings


def test_a_guess_is_said() -> None:
    assert decode(FRENCH.encode("cp1252")).warnings
    assert not decode(FRENCH.encode()).warnings


def test_text_encoded_twice_is_repaired_and_said() -> None:
    twice = FRENCH.encode().decode("cp1252").encode()
    found = decode(twice)
    assert found.text == FRENCH
    assert found.warnings


def test_ordinary_text_with_an_odd_sign_is_left_alone() -> None:
    text = "Le mot « Ã » est un signe rare ; le reste est à sa place, été comme hiver."
    assert decode(text.encode()).text == text


def test_a_stray_byte_does_not_spoil_the_rest() -> None:
    found = decode(FRENCH.encode() + b" caf\xe9")
    assert found.text == FRENCH + " café"
    assert found.warnings


@pytest.mark.parametrize(
    ("markup", "charset"),
    [
        (b'<meta charset="windows-1254">', "windows-1254"),
        (b"<META http-equiv=Content-Type content='text/html; charset=iso-8859-9'>", "iso-8859-9"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>', "ISO-8859-1"),
        (b"<p>charset=utf-8 is a phrase here</p>", ""),
        (b"", ""),
    ],
)
def test_where_a_charset_is_declared(markup: bytes, charset: str) -> None:
    assert declared_charset(markup) == charset


@pytest.mark.parametrize("raw", [b"", b"  \n", b"\xef\xbb\xbf \n", b"\xff\xfe"])
def test_nothing_is_empty(raw: bytes) -> None:
    with pytest.raises(EmptyInput):
        decode(raw)


@pytest.mark.parametrize(
    "raw",
    [b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0", bytes(range(256)) * 8, b"\0\x01\x02" * 99],
)
def test_binary_is_refused(raw: bytes) -> None:
    assert is_binary(raw)
    with pytest.raises(NotText):
        decode(raw)


def test_a_few_characters_that_mean_nothing_are_no_text() -> None:
    with pytest.raises(WrongEncoding):
        decode(b"\xff\xfe\x00\xd8\x00\xd8")


@given(
    st.binary(max_size=400),
    st.sampled_from(["", "utf-8", "latin-1", "cp1256", "utf-16", "hz", "rot13"]),
)
def test_any_bytes_end_in_text_or_a_reason(raw: bytes, declared: str) -> None:
    try:
        found = decode(raw, declared=declared)
    except InputRefused:
        return
    assert found.text


@given(st.text(min_size=1).filter(str.strip))
def test_utf_8_always_comes_back(text: str) -> None:
    try:
        found = decode(text.encode("utf-8", "ignore"))
    except InputRefused:
        return
    if found.charset == "utf-8":
        assert found.text == text.encode("utf-8", "ignore").decode().removeprefix("\ufeff")
