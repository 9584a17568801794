"""The log of searches as a file, and what is new in a saved search."""

from __future__ import annotations

import csv
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from index import Archive, ExportRefused, Facet, Filter, Query, Sort
from index.cli.program import run
from index.store import Store
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a", create=True, upkeep=False) as opened:
        yield opened


def log(archive: Archive) -> None:
    concept, _ = archive.codebook.create("Laws")
    narrower, _ = archive.codebook.create("Age", broader=concept)
    archive.searches.remember(Query("=SUM(1)"), 3)
    filters = (Filter(Facet.AGENCY, "AFP"), Filter(Facet.CONCEPT, str(narrower), exclude=True))
    detailed = Query(
        "loi",
        filters,
        Sort.NEWEST,
        date(2024, 1, 1),
        date(2024, 6, 30),
        unwanted=("Act", "law"),
        stems=False,
    )
    archive.searches.remember(detailed, 12, "another 2.0")


def test_a_line_says_what_a_methods_section_needs(archive: Archive, tmp_path: Path) -> None:
    log(archive)
    assert archive.export_searches(tmp_path / "log.jsonl") == 2
    first, second = map(json.loads, (tmp_path / "log.jsonl").read_text("utf-8").splitlines())
    assert (first["query"], first["found"]) == ("=SUM(1)", 3)
    assert first["program"].startswith("dispatch-reader ")
    assert first["searched"] <= second["searched"]
    assert second["filters"] == ["agency: AFP", "not concept: Laws / Age"]
    assert (second["filed_from"], second["filed_to"]) == ("2024-01-01", "2024-06-30")
    assert (second["sort"], second["program"]) == ("newest", "another 2.0")
    assert second["names_left_out"] == ["Act", "law"]
    assert (first["word_forms"], second["word_forms"]) == (True, False)


def test_a_table_has_the_same_columns_and_runs_nothing(archive: Archive, tmp_path: Path) -> None:
    log(archive)
    archive.export_searches(tmp_path / "log.jsonl")
    archive.export_searches(tmp_path / "log.csv")
    first, *_ = (tmp_path / "log.jsonl").read_text("utf-8").splitlines()
    with (tmp_path / "log.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(json.loads(first))
    assert rows[0]["query"] == "'=SUM(1)"
    assert rows[1]["filters"] == "agency: AFP; not concept: Laws / Age"


def test_an_empty_log_is_a_heading(archive: Archive, tmp_path: Path) -> None:
    assert archive.export_searches(tmp_path / "log.csv") == 0
    assert (tmp_path / "log.csv").read_text("utf-8").startswith("searched,query,filters")


def test_another_ending_is_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused):
        archive.export_searches(tmp_path / "log.xlsx")
    assert not (tmp_path / "log.xlsx").exists()


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(tmp_path / "b", create=True) as store:
        store.searches.remember(Query("law"), 1)
    target = str(tmp_path / "out.csv")
    assert (
        run(["--archive", str(tmp_path / "b"), "--json", "searches", "export", "-o", target]) == 0
    )
    assert json.loads(capsys.readouterr().out) == {"path": target, "searches": 1}


def test_what_came_since_the_last_look_is_new(archive: Archive) -> None:
    archive.dispatches.add([accession("Law one", content="1")])
    archive.searches.save("Laws", Query("law"))
    archive.dispatches.add([accession("Law two", content="2"), accession("Tax", content="3")])
    assert archive.settle(timeout=60)
    (saved,) = archive.searches.saved()
    assert archive.unseen(saved) == 1
    archive.searches.look_at(saved.id)
    (saved,) = archive.searches.saved()
    assert archive.unseen(saved) == 0
