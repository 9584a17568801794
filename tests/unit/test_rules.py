"""Rules as the window and the command line use them: looked at first, then run in one edit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from index import Archive, Query, run_command
from index.errors import UnknownDispatch
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BODIES = (
    "The regulator published a code on age verification.",
    "Ministers discussed age limits; verification was not on the table.",
    "A court ruled on encryption.",
    "Age verification by video games shops begins in May.",
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a", create=True, upkeep=False) as opened:
        opened._store.dispatches.add(
            [accession(f"Story {at}", body) for at, body in enumerate(BODIES)]
        )
        assert opened.settle(timeout=60)
        yield opened


def test_a_preview_says_what_would_be_tagged_and_changes_nothing(archive: Archive) -> None:
    first, *_, last = archive.dispatches.ids()
    age, _ = archive.codebook.create("Age verification")
    archive.tags.add([last], [age])
    rule, _ = archive.rules.add("Age", age, Query('"age verification"'))
    preview = archive.preview_rule(rule)
    assert set(preview.found) == {first, last}
    assert preview.fresh == (first,)
    assert preview.headlines == ("Story 0",)
    assert set(archive.tags.of(archive.dispatches.ids())) == {last}


def test_matches_with_fewer_words_are_not_found(archive: Archive) -> None:
    age, _ = archive.codebook.create("Age")
    query = Query("verification encryption")
    assert archive.search(query).summary.total > 0, "as a search it finds what has one word"
    rule, _ = archive.rules.add("Both", age, query)
    assert archive.preview_rule(rule).found == ()


def test_several_rules_run_at_once_or_not_at_all(archive: Archive) -> None:
    age, _ = archive.codebook.create("Age")
    courts, _ = archive.codebook.create("Courts")
    one, _ = archive.rules.add("One", age, Query("limits"))
    two, _ = archive.rules.add("Two", courts, Query("court"))
    previews = [archive.preview_rule(each) for each in (one, two)]
    archive.dispatches.trash(previews[1].fresh)
    archive.dispatches.purge(previews[1].fresh)
    with pytest.raises(UnknownDispatch):
        archive.run_rules(previews)
    assert archive.tags.of(archive.dispatches.ids()) == {}
    previews = [archive.preview_rule(each) for each in (one, two)]
    (change,) = archive.run_rules(previews)
    assert archive.rules.get(one).tagged == 1
    archive.revert(change)
    assert archive.tags.of(archive.dispatches.ids()) == {}
    assert archive.rules.get(one).tagged == 0


def test_the_command_saves_lists_runs_and_removes(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.codebook.create("Age")
    archive.close()

    def run(*words: str) -> tuple[int, list[dict[str, object]]]:
        code = run_command(["--archive", str(archive.folder), "--json", "rule", *words])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    code, told = run("add", "Checks", "--query", '"age verification"', "--concept", "Age")
    assert code == 0
    assert told[0]["concept"] == "Age"
    assert run("add", "Checks", "--query", "x", "--concept", "Age")[0] == 3
    assert run("add", "Other", "--query", "x", "--concept", "None")[0] == 3
    assert run("add", "Other")[0] == 2
    _, (dry,) = run("run", "--dry-run")
    assert (dry["found"], len(dry["fresh"]), dry["tagged"]) == (2, 2, 0)  # type: ignore[arg-type]
    _, (ran,) = run("run", "checks")
    assert (ran["tagged"], ran["dry_run"]) == (2, False)
    _, (again,) = run("run")
    assert again["fresh"] == []
    assert run("rename", "Checks", "--to", "Age checks")[1][0]["name"] == "Age checks"
    assert [each["name"] for each in run("list")[1]] == ["Age checks"]
    assert run("remove", "Age checks")[0] == 0
    assert run("list") == (0, [])
    assert run("remove", "Age checks")[0] == 3


def test_the_command_tells_people_what_would_happen(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    age, _ = archive.codebook.create("Age")
    archive.rules.add("Limits", age, Query("limits"))
    archive.close()
    assert run_command(["--archive", str(archive.folder), "rule", "run", "--dry-run"]) == 0
    assert capsys.readouterr().out == "Limits: 1 found, 1 would be tagged\n  Story 1\n"
