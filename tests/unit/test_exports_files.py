"""Exports: what other programs get, and what happens to their files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import exports
from index.dispatch import AccessionNumber, Dispatch, Provenance, Timestamp
from index.errors import ExportRefused
from index.exports import csv_table
from index.exports.entries import FIELDS, Entry, describe
from index.store import NewAccession, Store

DISPATCH = Dispatch(
    "Ofcom's “codes”, at last",
    "First line\n\nSecond; line",
    byline=("Ada B", "Chris D"),
    agency="Reuters",
    city="LONDON",
    section=("Politics",),
    language="en",
    filed=Timestamp.at(datetime(2024, 12, 16, 9, 30, tzinfo=UTC)),
    updated=Timestamp.on(2024, 12, 17),
    warnings=("partial",),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        opened.dispatches.add(
            [
                NewAccession(DISPATCH, Provenance("a.txt", "#2", "ab" * 32), None, "1"),
                NewAccession(Dispatch("=cmd()", "-body"), Provenance("z.zip", "b.txt"), None, "2"),
            ]
        )
        concept, _ = opened.codebook.create("Rules")
        opened.tags.add([AccessionNumber(1)], [concept])
        opened.annotations.add(AccessionNumber(1), 0, 5, note="@note", concepts=[concept])
        yield opened


def written(form: str, store: Store, ids: Sequence[int] = (1, 2)) -> str:
    file = io.StringIO(newline="")
    assert exports.write_to(form, file, [AccessionNumber(each) for each in ids], store) == len(ids)
    return file.getvalue()


def rows(store: Store) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", store), newline="")))


def objects(store: Store) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written("jsonl", store).splitlines()]


def test_the_documented_fields_come_in_their_order() -> None:
    documented = (
        "id path format headline standfirst byline agency dateline city section keywords language "
        "filed updated captured body boilerplate source_url sha256 warnings"
    )
    assert documented.split() == [*FIELDS]


def test_json_lines_hold_everything(store: Store) -> None:
    first, second = objects(store)
    assert [*first] == [*FIELDS, "tags", "annotations"]
    assert first["path"] == "a.txt#2"
    assert second["path"] == "z.zip/b.txt"
    assert first["byline"] == ["Ada B", "Chris D"]
    assert (first["filed"], first["updated"]) == ("2024-12-16T09:30:00+00:00", "2024-12-17")
    assert first["captured"] is None
    assert first["body"] == DISPATCH.body
    assert first["tags"] == ["Rules"]
    (annotation,) = first["annotations"]
    assert (annotation["exact"], annotation["note"], annotation["concepts"]) == (
        "First",
        "@note",
        ["Rules"],
    )
    assert second["tags"] == second["annotations"] == []


def test_a_table_reads_back(store: Store) -> None:
    first, _ = rows(store)
    assert [*first] == [*FIELDS, "tags", "notes"]
    assert first["headline"] == DISPATCH.headline
    assert first["body"] == DISPATCH.body
    assert first["byline"] == "Ada B; Chris D"
    assert first["captured"] == ""
    assert (first["tags"], first["notes"]) == ("Rules", "'@note")


def test_a_table_runs_no_formula(store: Store) -> None:
    _, second = rows(store)
    assert (second["headline"], second["body"]) == ("'=cmd()", "'-body")


@given(st.text(max_size=20), st.sampled_from(["=", "+", "-", "@", "\t", "\r"]))
def test_no_cell_begins_like_a_formula(text: str, sign: str) -> None:
    fields = describe(Dispatch(sign + text, text), Provenance(text))
    file = io.StringIO(newline="")
    csv_table.write(iter([Entry(fields, (sign + text,), (), {})]), file)
    cells = list(csv.reader(io.StringIO(file.getvalue(), newline="")))[1]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert cells[3] == "'" + sign + text


def test_an_empty_table_has_its_heading(store: Store) -> None:
    assert written("csv", store, []).split(",")[0] == "id"
    assert written("jsonl", store, []) == ""


def test_the_order_asked_for_is_kept(store: Store) -> None:
    lines = written("jsonl", store, [2, 1]).splitlines()
    assert [json.loads(line)["id"] for line in lines] == [2, 1]


def test_a_file_is_replaced_as_a_whole(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old", encoding="utf-8")
    assert exports.write("jsonl", path, store.dispatches.ids(), store) == 2
    assert len(path.read_text("utf-8").splitlines()) == 2
    assert [each.name for each in tmp_path.glob(".export-*")] == []


def test_a_failed_export_leaves_the_old_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old", encoding="utf-8")

    def fill_up(entries: Iterator[Entry], file: io.StringIO) -> int:
        next(entries)
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(exports.FORMATS, "jsonl", fill_up)
    with pytest.raises(ExportRefused, match="No space left"):
        exports.write("jsonl", path, store.dispatches.ids(), store)
    assert path.read_text("utf-8") == "old"
    assert [each.name for each in tmp_path.glob(".export-*")] == []


@pytest.mark.parametrize("target", ["nowhere/out.csv", "archive"])
def test_a_file_that_cannot_be_made_is_refused(store: Store, tmp_path: Path, target: str) -> None:
    with pytest.raises(ExportRefused):
        exports.write("csv", tmp_path / target, store.dispatches.ids(), store)


def test_an_unknown_format_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="csv, jsonl"):
        exports.write("xls", tmp_path / "out.xls", store.dispatches.ids(), store)
