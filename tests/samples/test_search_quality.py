"""How well topics find what a reader judged relevant, asked as they were written."""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest

from index import Archive
from index.cli.program import run
from index.cli.searching import WITHIN
from index.query import Query
from index.reports import Cancel, ignore
from index.search import IndexBuilder, SearchEngine
from tests.doubles.list_corpus import ListCorpus, Story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

pytestmark = pytest.mark.samples


@pytest.fixture(scope="session")
def scorer(samples: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "score_search", samples / "score" / "score_search.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def engine_of(folder: Path, corpus: ListCorpus) -> SearchEngine:
    IndexBuilder(folder, corpus).catch_up(ignore, Cancel())
    return SearchEngine(folder, corpus)


def test_time_topics(samples: Path, tmp_path: Path, scorer: ModuleType) -> None:
    time = samples / "09_search" / "time"
    if not time.is_dir():
        pytest.skip("the TIME collection is not beside the project")
    lines = (time / "docs.jsonl").read_text("utf-8").splitlines()
    texts = {int(d["id"]): Story(d["text"], d["title"]) for d in map(json.loads, lines)}
    engine = engine_of(tmp_path / "index", ListCorpus(texts))
    topics = [line.split("\t") for line in (time / "queries.tsv").read_text("utf-8").splitlines()]
    run = {
        number: [str(id_) for id_ in engine.search(Query(topic), facets=False).ids]
        for number, topic in topics
    }
    scores, _ = scorer.evaluate(scorer.load_qrels(time / "qrels.tsv"), run)
    assert scores["ndcg@10"] >= 0.77
    assert scores["map"] >= 0.71
    assert scores["no_result"] == 0


def test_time_topics_of_imported_files(
    samples: Path, tmp_path: Path, scorer: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """Import the texts as files, which have no headline, and search from the command line."""
    time, files, archive = samples / "09_search" / "time", tmp_path / "files", tmp_path / "archive"
    if not time.is_dir():
        pytest.skip("the TIME collection is not beside the project")
    files.mkdir()
    for told in map(json.loads, (time / "docs.jsonl").read_text("utf-8").splitlines()):
        (files / f"{told['id']}.txt").write_text(told["text"], "utf-8")
    assert run(["--archive", str(archive), "import", str(files), "--json"]) == 0
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    names = {line["id"]: line["path"].rpartition("/")[2].removesuffix(".txt") for line in lines}
    found = {}
    with Archive.open(archive) as opened:
        for line in (time / "queries.tsv").read_text("utf-8").splitlines():
            number, topic = line.split("\t")
            found[number] = [names[id_] for id_ in opened.search(topic, within=WITHIN).ids]
    scores, _ = scorer.evaluate(scorer.load_qrels(time / "qrels.tsv"), found)
    assert scores["ndcg@10"] >= 0.77
    assert scores["map"] >= 0.71


def test_french_headlines_find_their_story(
    tmp_path: Path, truth_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    """Take each headline for a topic; its words without accents find the story all the same."""
    stories = truth_of("wikinews_fr")
    corpus = ListCorpus.of(*(Story(s["body"], language="fr") for s in stories))
    engine = engine_of(tmp_path / "index", corpus)
    ranks = [
        [int(id_) for id_ in engine.search(Query(story["title"])).ids].index(number) + 1
        for number, story in enumerate(stories, start=1)
    ]
    assert sum(1 / rank for rank in ranks) / len(ranks) >= 0.94
