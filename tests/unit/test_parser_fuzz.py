"""Whatever the bytes, a parser yields dispatches and refusals or refuses; it never fails."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.dispatch import Dispatch
from index.parsers import Parser, RecordRefused, Source
from index.parsers.registry import PARSERS, choose
from tests.inputs.fuzz import TOKENS, mutant, read
from tests.inputs.seeds import seeds
from tests.inputs.structured import FOLDER

FILES = sorted(path.name for path in FOLDER.iterdir())
SEEDS = seeds()
SECONDS = 20
"""For all mutants of one input; far more than they need."""


def test_every_parser_of_the_registry_has_an_input_to_mutate() -> None:
    chosen = {choose(Source(raw, name)).format for name, raw in SEEDS.items()}
    assert chosen == {parser.format for parser in PARSERS}


@pytest.mark.parametrize("name", SEEDS)
def test_mutants_end_in_dispatches_or_reasons(name: str) -> None:
    raw = SEEDS[name]
    chance = random.Random(name)  # noqa: S311
    started = time.monotonic()
    parser = choose(Source(raw, name))
    for _ in range(60):
        read(parser, mutant(raw, chance))
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: str(parser.format))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(TOKENS) | st.binary(max_size=20), max_size=30).map(b"".join))
def test_any_bytes_end_in_dispatches_or_reasons(parser: Parser, raw: bytes) -> None:
    parser.recognises(Source(raw, "fuzz"))
    read(parser, raw)


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: str(parser.format))
def test_a_truncated_file_of_any_other_format_is_no_failure(parser: Parser) -> None:
    for raw in SEEDS.values():
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
