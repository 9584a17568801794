"""``coverage`` on the command line, and its table as a file."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from index import Archive, ExportRefused, run_command
from index.cli.console import Exit
from index.dispatch import Dispatch, Timestamp
from tests.pages.small_archive import fill

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of four dispatches, two of them with concepts."""
    made = tmp_path / "archive"
    days = ((2024, 10), (2024, 12), (2024, 12), (2025, 1))
    agencies = ("AFP", "=Wire", "AFP", "")
    held = [
        Dispatch(f"Bill {at}", f"The bill, part {at}.", agency=agency, filed=Timestamp.on(*day, 3))
        for at, (day, agency) in enumerate(zip(days, agencies, strict=True))
    ]
    ids = fill(made, held)
    with Archive.open(made, upkeep=False) as archive:
        law = archive.codebook.create("Law")[0]
        age = archive.codebook.create("Age")[0]
        archive.codebook.create("Media")
        archive.tags.add(ids[:2], [law])
        archive.tags.add(ids[1:3], [age])
    return made


def objects(capture: Capture, folder: Path, *arguments: str) -> list[dict[str, object]]:
    assert run_command(["--archive", str(folder), "coverage", "--json", *arguments]) == Exit.OK
    return [json.loads(line) for line in capture.readouterr().out.splitlines()]


def test_months_come_with_their_silences(capsys: Capture, folder: Path) -> None:
    assert objects(capsys, folder) == [
        {"month": "2024-10", "count": 1},
        {"month": "2024-11", "count": 0},
        {"month": "2024-12", "count": 2},
        {"month": "2025-01", "count": 1},
    ]
    assert objects(capsys, folder, "bill agency:afp", "--by", "month")[2]["count"] == 1


def test_two_facets_are_crossed(capsys: Capture, folder: Path) -> None:
    cells = objects(capsys, folder, "--by", "concept,agency")
    counts = {(cell["concept"], cell["agency"]): cell["count"] for cell in cells}
    assert counts["Law", "AFP"] == counts["Age", "=Wire"] == 1
    assert counts["Media", "AFP"] == counts["Law", ""] == 0, "silences"
    assert counts["", ""] == 1, "neither concept nor agency"
    assert len(cells) == 4 * 3
    assert len(objects(capsys, folder, "--by", "concept,agency", "--limit", "1")) == 2 * 2


def test_pairs_of_concepts(capsys: Capture, folder: Path) -> None:
    assert objects(capsys, folder, "--pairs", "5") == [
        {"concepts": ["Age", "Law"], "count": 1, "jaccard": 0.3333, "lift": 1.0}
    ]


def test_it_prints_a_table_for_people(capsys: Capture, folder: Path) -> None:
    run_command(["--archive", str(folder), "coverage", "--by", "agency,month"])
    printed = capsys.readouterr()
    assert printed.out.splitlines()[:2] == [
        "agency / month  2024-10  2024-11  2024-12  2025-01",
        "AFP                   1        0        1        0",
    ]
    assert "4 dispatches" in printed.err


def test_the_table_is_written_where_no_spreadsheet_runs_it(
    capsys: Capture, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    arguments = ["--by", "agency,concept", "-o", str(path)]
    assert run_command(["--archive", str(folder), "coverage", *arguments]) == Exit.OK
    heading, *lines = csv.reader(path.open(encoding="utf-8", newline=""))
    assert heading == ["agency / concept", "Age", "Law", "Media", "not stated"]
    assert lines == [
        ["AFP", "1", "1", "0", "0"], ["'=Wire", "1", "1", "0", "0"],
        ["not stated", "0", "0", "0", "1"],
    ]  # fmt: skip
    assert "3 lines" in capsys.readouterr().out


def test_what_cannot_be_written_is_refused(folder: Path, tmp_path: Path) -> None:
    with Archive.open(folder, upkeep=False) as archive, pytest.raises(ExportRefused):
        archive.write_table(tmp_path / "nowhere" / "table.csv", [("a",), (1,)])


@pytest.mark.parametrize("facets", ["colour", "", "month,agency,city", "agency,agency,colour"])
def test_an_unknown_facet_is_misuse(capsys: Capture, folder: Path, facets: str) -> None:
    code = run_command(["--archive", str(folder), "coverage", "--by", facets])
    assert code == Exit.USAGE
    assert "agency, section" in capsys.readouterr().err
