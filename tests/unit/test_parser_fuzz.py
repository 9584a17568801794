"""Whatever the bytes, a parser yields dispatches and refusals or refuses; it never fails."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.dispatch import Dispatch
from index.errors import InputRefused
from index.parsers import Parser, RecordRefused, Source
from index.parsers.registry import NEWS_FORMATS, PARSERS
from tests.inputs.structured import FOLDER

FILES = sorted(path.name for path in FOLDER.iterdir())
MINE = (*NEWS_FORMATS, *(p for p in PARSERS if p.format in ("eml", "mbox", "nexis-docx")))
TOKENS = (
    b"<", b">", b"</p>", b"<p>", b"&", b"&b;", b"\x00", b"\x01", b"\x02", b"\x03", b"^", b"\t", b"{",
    b"[", b'"', b"]]>", b"<![CDATA[", b"\xff", b"\xc3", b"--", b"\r\n\r\n", b"9" * 40, b"1 of 9 DOCUMENTS\n",
)  # fmt: skip


def read(parser: Parser, raw: bytes) -> int:
    """Read an input to its end and return how many records it had."""
    count = 0
    try:
        for found in parser.parse(Source(raw, "fuzz")):
            assert isinstance(found, Dispatch | RecordRefused)
            if isinstance(found, Dispatch):
                assert found.headline
                assert found.body
            count += 1
    except InputRefused as refusal:
        assert f"{refusal}{refusal.advice}".strip()  # noqa: PT017 - any reason will do
    return count


def mutant(raw: bytes, chance: random.Random) -> bytes:
    """Return the bytes with parts cut, doubled, swapped or replaced."""
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed) + 1)
        end = min(len(changed), at + chance.randint(1, 60))
        match chance.randrange(5):
            case 0:
                del changed[at:end]
            case 1:
                changed[at:at] = changed[at:end] * chance.randint(1, 4)
            case 2:
                changed[at:at] = chance.choice(TOKENS)
            case 3:
                changed[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
            case _:
                changed = changed[at:] + changed[:at]
    return bytes(changed)


@pytest.mark.parametrize("name", FILES)
def test_mutants_end_in_dispatches_or_reasons(name: str) -> None:
    raw = (FOLDER / name).read_bytes()
    chance = random.Random(name)  # noqa: S311
    started = time.monotonic()
    parser = next(p for p in PARSERS if p.recognises(Source(raw, name)))
    for _ in range(60):
        read(parser, mutant(raw, chance))
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("parser", MINE, ids=lambda parser: str(parser.format))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(TOKENS) | st.binary(max_size=20), max_size=30).map(b"".join))
def test_any_bytes_end_in_dispatches_or_reasons(parser: Parser, raw: bytes) -> None:
    parser.recognises(Source(raw, "fuzz"))
    read(parser, raw)


@pytest.mark.parametrize("parser", MINE, ids=lambda parser: str(parser.format))
def test_a_truncated_file_of_any_other_format_is_no_failure(parser: Parser) -> None:
    for name in FILES:
        raw = (FOLDER / name).read_bytes()
        read(parser, raw)
        read(parser, raw[: len(raw) // 2])


@pytest.mark.parametrize("name", FILES)
def test_the_same_bytes_give_equal_dispatches(name: str) -> None:
    given_twice = Source((FOLDER / name).read_bytes(), name)
    parser = next(p for p in PARSERS if p.recognises(given_twice))
    assert [_plain(f) for f in parser.parse(given_twice)] == [
        _plain(f) for f in parser.parse(given_twice)
    ]


def _plain(found: Dispatch | RecordRefused) -> object:
    return found if isinstance(found, Dispatch) else (found.member, str(found.reason))


@pytest.mark.parametrize("name", FILES)
def test_every_recognised_field_names_its_origin(name: str) -> None:
    given_file = Source((FOLDER / name).read_bytes(), name)
    parser = next(p for p in PARSERS if p.recognises(given_file))
    for found in parser.parse(given_file):
        if isinstance(found, Dispatch):
            filled = {
                field
                for field in (
                    "headline", "body", "standfirst", "byline", "agency", "dateline", "city",
                    "section", "keywords", "slug", "language", "filed", "updated", "embargo",
                    "boilerplate", "source_url", "revision",
                )
                if getattr(found, field)
            }  # fmt: skip
            assert filled <= found.origins.keys()
