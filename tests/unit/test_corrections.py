"""Fields put right by the user: before an import, after it, and on the command line's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import (
    Archive,
    Cancel,
    FieldRefused,
    FieldValue,
    ImportPlan,
    Outcome,
    Precision,
    Timestamp,
    UnknownDispatch,
    Zone,
    field_text,
    run_command,
)
from tests.pages.dispatches import write_dispatches

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True, upkeep=False) as opened:
        yield opened


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return write_dispatches(tmp_path / "saved")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("headline", "  New   headline ", "New headline"),
        ("byline", "Ada Sample; Eve Cole", ("Ada Sample", "Eve Cole")),
        ("section", "Politics, World", ("Politics", "World")),
        ("section", "", ()),
        ("agency", "afp", "AFP"),
        ("agency", "Village Gazette", "Village Gazette"),
        ("language", "FR", "fr"),
        ("updated", "", None),
        ("filed", "2024-10-18", Timestamp.on(2024, 10, 18)),
        ("filed", "18 octobre 2024", Timestamp.on(2024, 10, 18)),
        ("filed", "18 Ekim 2024", Timestamp.on(2024, 10, 18)),
    ],
)
def test_typed_texts_become_values(field: str, text: str, value: object) -> None:
    assert Archive.read_field(field, text) == value


@pytest.mark.parametrize("text", ["2024-10", "2024-10-18 15:04", "2024-10-18 15:04:09+02:00"])
def test_a_date_is_read_as_precisely_as_it_is_typed(text: str) -> None:
    stamp = Archive.read_field("filed", text)
    assert field_text(stamp) == text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("headline", " "),
        ("language", "French"),
        ("filed", "soon"),
        ("filed", "2024-13-40"),
        ("filed", "03/04/2024"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_with_the_reason(field: str, text: str) -> None:
    with pytest.raises(FieldRefused) as refused:
        Archive.read_field(field, text)
    assert refused.value.fields["detail"]
    assert refused.value.advice


@given(
    st.datetimes(
        min_value=Timestamp.on(1900, 1, 1).value, max_value=Timestamp.on(2099, 1, 1).value
    ),
    st.sampled_from([Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.SECOND]),
)
def test_a_shown_date_is_read_back_as_it_was(moment: object, precision: Precision) -> None:
    shown = field_text(Timestamp(moment, precision, Zone.UNKNOWN))  # type: ignore[arg-type]
    stamp = Archive.read_field("filed", shown)
    assert isinstance(stamp, Timestamp)
    assert stamp.precision is precision
    assert field_text(stamp) == shown


def test_several_dispatches_are_corrected_and_reverted_as_one_edit(
    archive: Archive, saved: Path
) -> None:
    ids = [item.id for item in archive.import_([saved]).items if item.id]
    before = [archive.dispatches.get(each).dispatch for each in ids]
    change = archive.dispatches.correct_all(ids, {"agency": "Village Gazette", "language": "de"})
    changed = [archive.dispatches.get(each).dispatch for each in ids]
    assert {(each.agency, each.language) for each in changed} == {("Village Gazette", "de")}
    archive.revert(change)
    assert [archive.dispatches.get(each).dispatch for each in ids] == before


def test_one_unknown_dispatch_leaves_all_as_they_were(archive: Archive, saved: Path) -> None:
    ids = [item.id for item in archive.import_([saved]).items if item.id]
    with pytest.raises(UnknownDispatch):
        archive.dispatches.correct_all([*ids, type(ids[0])(99)], {"agency": "X"})
    assert all(archive.dispatches.get(each).dispatch.agency != "X" for each in ids)


def test_a_plan_corrects_and_leaves_out_before_anything_is_recorded(
    archive: Archive, saved: Path
) -> None:
    first, second, third = archive.import_([saved], dry_run=True).items
    values: dict[str, FieldValue] = {"headline": "Put right", "section": ("Law",)}
    plan = ImportPlan({(first.path, first.member): values}, frozenset({(second.path, "")}))
    items = archive.import_([saved], plan=plan).items
    assert [item.path for item in items] == [first.path, third.path]
    assert items[0].id is not None
    assert archive.dispatches.get(items[0].id).dispatch.headline == "Put right"
    originals = {each.field: each.original for each in archive.dispatches.corrections(items[0].id)}
    assert originals["headline"] == first.headline
    later = archive.import_([saved])
    assert later.count(Outcome.IMPORTED) == 1


def test_an_import_that_is_resumed_follows_its_plan(archive: Archive, saved: Path) -> None:
    first, second, third = archive.import_([saved], dry_run=True).items
    day = Timestamp.on(2024, 5, 2)
    values: dict[str, FieldValue] = {"headline": "Put right", "section": ("Law",), "filed": day}
    plan = ImportPlan({(first.path, first.member): values}, frozenset({(second.path, "")}))
    stop = Cancel()
    stop()
    assert archive.import_([saved], plan=plan, cancel=stop).cancelled
    (batch,) = archive.imports.unfinished()
    assert batch.plan == plan
    items = archive.resume_import(batch.id).items
    assert {item.path for item in items} == {first.path, third.path}
    number = next(item.id for item in items if item.path == first.path)
    assert number is not None
    held = archive.dispatches.get(number).dispatch
    assert (held.headline, held.section, held.filed) == ("Put right", ("Law",), day)


def test_an_import_of_the_samples_that_is_resumed_marks_them_still(archive: Archive) -> None:
    stop = Cancel()
    stop()
    assert archive.import_samples(cancel=stop).cancelled
    (batch,) = archive.imports.unfinished()
    numbers = [item.id for item in archive.resume_import(batch.id).items if item.id]
    assert numbers
    assert all(archive.dispatches.get(each).sample for each in numbers)


def test_the_command_line_corrects_and_goes_back(
    archive: Archive, saved: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    number = next(item.id for item in archive.import_([saved]).items if item.id)
    recognised = archive.dispatches.get(number).dispatch.headline
    folder = str(archive.folder)
    archive.close()
    words = ["--archive", folder, "correct", str(number), "--field", "headline"]
    assert run_command([*words, "--value", "Put right"]) == 0
    assert "Put right" in capfd.readouterr().out
    assert run_command([*words, "--original"]) == 0
    assert recognised in capfd.readouterr().out
    assert run_command([*words, "--value", " "]) == 3
    assert "must not be empty" in capfd.readouterr().err


def test_the_command_line_resumes_what_was_cut_short(
    archive: Archive, saved: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    stop = Cancel()
    stop()
    assert archive.import_([saved], cancel=stop).cancelled
    folder = str(archive.folder)
    archive.close()
    assert run_command(["--archive", folder, "import", "--resume"]) == 0
    assert "3 imported" in capfd.readouterr().err
    assert run_command(["--archive", folder, "import", "--resume"]) == 0
    assert "No import is unfinished" in capfd.readouterr().err
    assert run_command(["--archive", folder, "import"]) == 2
