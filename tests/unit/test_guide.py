"""The user guide says what the program does."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from index.cli.console import Exit
from index.cli.program import COMMANDS, build_parser
from index.limits import MEGABYTE, STANDARD
from index.parsers.registry import PARSERS
from index.query import Everything
from index.search.language import FIELDS, parse

ROOT = Path(__file__).resolve().parents[2]
SEARCHING = (ROOT / "docs/guide/searching.md").read_text(encoding="utf-8")
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]


def first_cells(heading: str) -> list[str]:
    """Return the code in the first cells of every table with this heading in its first column."""
    cells, inside = [], False
    for line in SEARCHING.splitlines():
        if not line.startswith("|"):
            inside = False
        elif line.startswith(f"| {heading} |"):
            inside = True
        elif inside:
            cells += re.findall(r"`([^`]+)`", line.split("|")[1])
    return cells


QUERIES = first_cells("You type")


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_of_the_guide_is_well_formed(query: str) -> None:
    parsed = parse(query, date(2026, 11, 23))
    assert parsed.notices == ()
    assert not isinstance(parsed.expression, Everything)


def test_the_guide_shows_every_kind_of_query() -> None:
    kinds = {type(parse(query, date(2026, 11, 23)).expression).__name__ for query in QUERIES}
    assert kinds >= {"And", "Or", "Word", "Phrase", "Wildcard", "Fuzzy", "DateRange"}


def test_the_guide_names_every_field() -> None:
    documented = {name.rstrip(":") for name in re.findall(r"`([\w]+):", SEARCHING)}
    assert set(FIELDS.values()) - documented == set()


def test_every_other_name_of_a_field_is_one() -> None:
    rows = [line.split("|") for line in SEARCHING.splitlines() if re.match(r"\| `\w+:` \|", line)]
    assert len(rows) >= 10
    for _, name, others, *_ in rows:
        field = FIELDS[name.strip(" `:")]
        assert {FIELDS.get(other) for other in re.findall(r"(\w+):", others)} == {field}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)(?:#[\w-]+)?\)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


COMMAND_LINE = (ROOT / "docs/guide/command-line.md").read_text(encoding="utf-8")
CALLS = [
    line.partition("#")[0].strip()
    for page in (ROOT / "README.md", *ROOT.glob("docs/guide/*.md"))
    for block in re.findall(r"(?s)```sh\n(.*?)```", page.read_text(encoding="utf-8"))
    for line in block.splitlines()
    if line.startswith("dispatch-reader ")
]


@pytest.mark.parametrize("call", CALLS)
def test_every_call_of_the_guide_is_understood(call: str) -> None:
    assert build_parser().parse_args(shlex.split(call)[1:])


def test_the_guide_shows_every_command() -> None:
    shown = {word for call in CALLS for word in shlex.split(call)}
    assert {command.name for command in COMMANDS} - shown == set()


def test_the_guide_names_every_exit_code() -> None:
    documented = {int(code) for code in re.findall(r"(?m)^\| (\d+) \|", COMMAND_LINE)}
    assert documented == {int(code) for code in Exit}


def test_the_guide_names_every_format() -> None:
    importing = (ROOT / "docs/guide/importing.md").read_text(encoding="utf-8")
    _, _, rest = importing.partition("## Formats")
    documented = set(re.findall(r"`([\w-]+)`", rest.partition("## ")[0]))
    assert documented == {parser.format for parser in PARSERS}


def test_the_guide_states_the_bounds() -> None:
    importing = (ROOT / "docs/guide/importing.md").read_text(encoding="utf-8")
    for stated in (
        f"{STANDARD.file_bytes // MEGABYTE} MB",
        f"{STANDARD.member_bytes // MEGABYTE} MB unpacked, and at most {STANDARD.ratio} times",
        (
            f"{STANDARD.container_bytes // MEGABYTE // 1024} GB, {STANDARD.members:,} members,"
            f" {STANDARD.depth} levels"
        ),
        f"{STANDARD.seconds:.0f} seconds",
        f"{STANDARD.address_space // MEGABYTE // 1024} GB |",
    ):
        assert stated in importing
