"""A query made of the most telling words of a dispatch."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from index import AccessionNumber, Archive, Query, UnknownDispatch
from index.cli.program import run
from index.query import Or
from index.reports import Cancel, ignore
from index.search import IndexBuilder, SearchEngine, parse
from tests.doubles.list_corpus import ListCorpus, Story
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from pathlib import Path

HARBOUR = "The harbour master closed the harbour because of fog, the ferry waited."
STORIES = (
    Story(f"Fog over the harbour. {HARBOUR}", headline="Harbour closed", language="en"),
    Story("A ferry met fog near the harbour on Sunday, said the crew.", language="en"),
    Story("The committee met on Sunday and discussed the budget.", language="en"),
    Story("The committee adopted the budget of the year.", language="en"),
    Story("The minister of the year met the committee on Monday.", language="en"),
    Story("L’église d’Étretat rouvre; le maire d’Étretat salue l’œuvre.", language="fr"),
    Story("Le maire d’Étretat parle de l’œuvre.", language="fr"),
    Story("The crew of the year was named on Monday by the minister.", language="en"),
)


@pytest.fixture
def engine(tmp_path: Path) -> SearchEngine:
    corpus = ListCorpus.of(*STORIES)
    IndexBuilder(tmp_path / "index", corpus).catch_up(ignore, Cancel())
    return SearchEngine(tmp_path / "index", corpus)


def test_telling_words_come_first_and_common_ones_not_at_all(engine: SearchEngine) -> None:
    words = engine.like(STORIES[0]).split(" OR ")
    assert words[0] == "harbour"
    assert set(words) == {"harbour", "fog", "ferry"}


def test_words_are_written_as_they_stand_without_articles(engine: SearchEngine) -> None:
    assert set(engine.like(STORIES[5]).split(" OR ")) == {"étretat", "œuvre", "maire"}


def test_it_is_a_well_formed_query_that_finds_its_kind(engine: SearchEngine) -> None:
    text = engine.like(STORIES[0])
    parsed = parse(text)
    assert parsed.notices == ()
    assert isinstance(parsed.expression, Or)
    assert list(engine.search(Query(text)).ids) == [1, 2]


def test_a_dispatch_without_telling_words_makes_no_query(engine: SearchEngine) -> None:
    assert engine.like(Story("The of and 12 345 unheardof")) == ""


def test_the_command_tells_the_query_and_finds_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a"
    texts = [story.body for story in STORIES]
    with Archive.open(folder, create=True, upkeep=False) as archive:
        first, *_ = archive.dispatches.add(
            [accession(f"Story {at}", body, content=f"{at}") for at, body in enumerate(texts)]
        )
        assert archive.settle(timeout=60)
        with pytest.raises(UnknownDispatch):
            archive.like(AccessionNumber(999))
    assert run(["--archive", str(folder), "--json", "search", "--like", str(first)]) == 0
    done = capsys.readouterr()
    assert done.err.startswith("query: ")
    assert "harbour" in done.err
    assert [json.loads(line)["id"] for line in done.out.splitlines()][:2] == [first, first + 1]


@pytest.mark.parametrize("arguments", [["search"], ["search", "law", "--like", "1"]])
def test_a_query_or_a_dispatch_is_needed_and_not_both(tmp_path: Path, arguments: list[str]) -> None:
    assert run(["--archive", str(tmp_path), *arguments]) == 2
