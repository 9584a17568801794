"""The command line as people and scripts use it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from index import Archive, run_command
from index.cli import COMMANDS
from index.cli.command import Command
from index.cli.console import Exit
from index.dispatch import Dispatch, Provenance
from index.exports.entries import FIELDS, background
from tests.doubles import wire


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


BACKGROUND = tuple(background(Dispatch("", ""), Provenance("")))
Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the test's archive."""

    def run_here(*arguments: object) -> Done:
        capfd.readouterr()
        code = run_command(["--archive", str(tmp_path / "archive"), *map(str, arguments)])
        sys.stdout.flush()
        return Done(code, *capfd.readouterr())

    return run_here


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """Run a command on an archive that holds three dispatches."""
    wire.write(tmp_path / "in", 3)
    assert run("import", tmp_path / "in").code == Exit.OK
    return run


# --- documentation ----------------------------------------------------------------------------


def test_every_documented_command_is_there() -> None:
    documented = (
        "import search show tag rule suggest correct annotate export verify rebuild backup restore stats extract "
        "backups recover repair dump load vocabulary searches codebook annotations coverage "
        "cite verify-citation layer agreement encrypt passphrase"
    )
    assert sorted(command.name for command in COMMANDS) == sorted(documented.split())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_documented(run: Run, command: Command) -> None:
    done = run(command.name, "--help")
    assert done.code == Exit.OK
    assert command.description in done.out
    assert command.examples
    for example in command.examples:
        assert f"  dispatch-reader {example}" in done.out
        assert command.name in example.split()
    assert "--json" in done.out


def test_every_argument_is_explained(run: Run) -> None:
    from index.cli.program import build_parser

    (commands,) = (a for a in build_parser()._actions if hasattr(a, "choices") and a.choices)
    for name, parser in commands.choices.items():  # type: ignore[union-attr]
        for action in parser._actions:
            assert action.help or action.choices, f"{name} {action.dest}"


def test_the_program_lists_its_commands_and_exit_codes(run: Run) -> None:
    done = run("--help")
    assert done.code == Exit.OK
    printed = " ".join(done.out.split())
    assert all(command.summary in printed for command in COMMANDS)
    assert "exit codes:" in done.out


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("dispatch-reader 0.")


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["bogus"], ["import"], ["search"], ["show", "one"], ["search", "x", "--sort", "size"],
        ["annotate", "1"], ["export", "xls", "-o", "x"], ["export", "csv"], ["stats", "--bogus"],
    ],
)  # fmt: skip
def test_what_is_not_understood_is_a_usage_error(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.code == Exit.USAGE
    assert "usage: dispatch-reader" in done.err


# --- import and extract -----------------------------------------------------------------------


def test_import_prints_a_line_per_input(run: Run, tmp_path: Path) -> None:
    (first, _) = wire.write(tmp_path / "in", 2)
    (tmp_path / "in" / "copy.txt").write_bytes(first.read_bytes())
    (tmp_path / "in" / "empty.txt").touch()
    done = run("import", tmp_path / "in")
    assert done.code == Exit.INPUTS_FAILED
    assert [line.split()[0] for line in done.out.splitlines()] == [
        "imported",
        "imported",
        "duplicate",
        "failed",
    ]
    assert "The file is empty. Save or download the dispatch again." in done.out
    assert "2 imported, 1 duplicate, 0 new-version, 1 failed" in done.err


def test_import_tells_scripts_the_same(run: Run, tmp_path: Path) -> None:
    wire.write(tmp_path / "in", 1)
    (tmp_path / "in" / "empty.txt").touch()
    imported, failed = run("import", "--json", tmp_path / "in").objects
    assert [*imported] == [*failed]
    assert (imported["outcome"], imported["id"]) == ("imported", 1)
    assert imported["headline"] == "Committee 0 weighs age verification"
    assert (imported["reason"], imported["remedy"]) == (None, None)
    assert (failed["outcome"], failed["id"]) == ("failed", None)
    assert (failed["reason"], bool(failed["remedy"])) == ("The file is empty", True)


def test_import_again_says_that_nothing_is_new(filled: Run, tmp_path: Path) -> None:
    done = filled("import", tmp_path / "in")
    assert done.code == Exit.OK
    assert "0 imported, 3 duplicate" in done.err


def test_a_dry_run_stores_nothing(run: Run, tmp_path: Path) -> None:
    wire.write(tmp_path / "in", 1)
    (shown,) = run("import", "--dry-run", "--json", tmp_path / "in").objects
    assert shown["id"] is None
    assert shown["dispatch"]["headline"] == shown["headline"]
    assert run("stats", "--json").objects[0]["dispatches"] == 0


def test_extract_prints_the_records_and_stores_nothing(run: Run, tmp_path: Path) -> None:
    wire.write(tmp_path / "in", 2)
    (tmp_path / "in" / "empty.txt").touch()
    done = run("extract", "--json", tmp_path / "in")
    assert done.code == Exit.INPUTS_FAILED
    assert [[*each] for each in done.objects] == [[*FIELDS, *BACKGROUND]] * 2
    assert [each["headline"] for each in done.objects] == [
        "Committee 0 weighs age verification",
        "Committee 1 weighs trusted flaggers",
    ]
    assert done.objects[0]["id"] is None
    assert len(done.objects[0]["sha256"]) == 64
    assert "empty.txt: The file is empty" in done.err
    assert not (tmp_path / "archive").exists()


def test_extract_reads_well(run: Run, tmp_path: Path) -> None:
    wire.write(tmp_path / "in", 1)
    out = run("extract", tmp_path / "in").out
    assert "  headline  Committee 0 weighs age verification\n" in out
    assert "\n\nThe committee in Brussels discussed" in out


# --- search and show --------------------------------------------------------------------------


def test_search_prints_the_documented_fields(filled: Run) -> None:
    done = filled("search", "--json", '"trusted flaggers"')
    assert done.code == Exit.OK
    (match,) = done.objects
    assert [*match] == ["id", "score", "headline", "agency", "filed", "snippet", "matches"]
    assert match["id"] == 2
    assert match["matches"] == ["trusted flaggers"]
    assert "trusted flaggers" in match["snippet"]


def test_search_counts_facets_when_asked(filled: Run) -> None:
    *matches, last = filled("search", "committee", "--facets", "--json").objects
    assert len(matches) == last["total"] == 3
    assert [*last] == ["total", "facets", "corrected", "expanded"]
    assert last["facets"]["language"] == [{"value": "en", "label": "en", "count": 3}]


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_search_sorts_and_limits(filled: Run, sort: str) -> None:
    assert len(filled("search", "committee", "--sort", sort, "--limit", "2", "--json").objects) == 2


def test_search_reads_well(filled: Run) -> None:
    done = filled("search", "flaggers")
    assert done.out.startswith("     2  Committee 1 weighs trusted flaggers\n")
    assert done.err == "1 found\n"


def test_search_says_what_it_could_not_understand(filled: Run) -> None:
    done = filled("search", "filed:[2024")
    assert done.code == Exit.OK
    assert "searched as plain words" in done.err


def test_search_works_beside_a_window(filled: Run, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive"):
        assert len(filled("search", "committee", "--json").objects) == 3
        assert filled("show", "1").code == Exit.OK
        assert filled("verify").code == Exit.OK
        done = filled("tag", "1", "--add", "Rules")
    assert done.code == Exit.ARCHIVE
    assert f"process {os.getpid()}" in done.err


def test_search_mends_a_damaged_index_first(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "archive" / "whoosh" / "built.json").write_text("{", encoding="utf-8")
    assert len(filled("search", "committee", "--json").objects) == 3


def test_show_prints_the_documented_fields(filled: Run) -> None:
    first, second = filled("show", "1", "3", "--json").objects
    assert [*first] == [*FIELDS, *BACKGROUND, "versions", "family"]
    provenance = first["provenance"]
    assert provenance["parser"].startswith("text ")
    assert provenance["size"] > 0
    assert provenance["imported"]
    assert provenance["origins"]["headline"]
    assert (first["versions"], first["family"]) == ([1], [1])
    assert (first["id"], second["id"]) == (1, 3)
    assert first["language"] == "en"


def test_show_names_what_it_does_not_have(filled: Run) -> None:
    done = filled("show", "99")
    assert done.code == Exit.ARCHIVE
    assert done.err == (
        "dispatch-reader: There is no dispatch 99. It may have been removed; search for it again.\n"
    )


# --- tag and annotate -------------------------------------------------------------------------


def test_tags_come_and_go(filled: Run) -> None:
    done = filled("tag", "1", "2", "--add", "Rules / Age verification", "--json")
    assert done.objects == [
        {"id": number, "tags": ["Rules / Age verification"]} for number in (1, 2)
    ]
    assert {each["id"] for each in filled("search", "tag:rules", "--json").objects} == {1, 2}
    filled("tag", "1", "--add", "Actors", "--remove", "age verification")
    assert filled("tag", "1", "2").out == "     1  Actors\n     2  Rules / Age verification\n"
    assert "tags  Actors" in filled("show", "1").out


def test_a_concept_that_is_not_there_cannot_be_removed(filled: Run) -> None:
    done = filled("tag", "1", "--add", "Rules", "--remove", "Nothing")
    assert done.code == Exit.ARCHIVE
    assert "The codebook has no concept “Nothing”" in done.err
    assert filled("tag", "1").out == "     1  \n"


def test_an_unknown_dispatch_makes_no_concept(filled: Run) -> None:
    assert filled("tag", "99", "--add", "Rules").code == Exit.ARCHIVE
    assert filled("stats", "--json").objects[0]["concepts"] == 0


def test_a_passage_is_annotated(filled: Run) -> None:
    done = filled(
        "annotate", "1", "--exact", "concerns", "--occurrence", "2", "--note", "why?",
        "--colour", "blue", "--concept", "Rules", "--json",
    )  # fmt: skip
    (made,) = done.objects
    assert (made["dispatch"], made["exact"], made["note"]) == (1, "concerns", "why?")
    assert (made["colour"], made["concepts"]) == ("blue", ["Rules"])
    assert made["end"] - made["start"] == len("concerns")
    assert [each["id"] for each in filled("search", "note:why", "--json").objects] == [1]
    assert "“concerns” why?; Rules" in filled("show", "1").out


def test_a_passage_that_is_not_there_is_refused(filled: Run) -> None:
    done = filled("annotate", "1", "--exact", "no such words")
    assert done.code == Exit.ARCHIVE
    assert "does not contain “no such words”" in done.err


def test_an_orphaned_annotation_is_attached_as_it_is(filled: Run) -> None:
    made = filled("annotate", "1", "--exact", "concerns", "--note", "why?", "--json").objects[0]
    attach = ("--attach", made["id"], "--json")
    moved = filled("annotate", "1", "--exact", "concerns", "--occurrence", "2", *attach).objects[0]
    assert (moved["id"], moved["note"]) == (made["id"], "why?")
    assert moved["start"] > made["start"]
    refused = filled("annotate", "2", "--exact", "the", *attach)
    assert refused.code == Exit.ARCHIVE
    assert "Dispatch 2 is not a version of the one" in refused.err


# --- export and keeping -----------------------------------------------------------------------


def test_export_writes_all_or_what_is_found(filled: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert filled("export", "jsonl", "-o", out, "--json").objects == [
        {"path": str(out), "dispatches": 3}
    ]
    done = filled("export", "jsonl", "--query", "flaggers", "-o", out)
    assert done.out == f"1 dispatch written to {out}\n"
    assert [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()] == [2]


def test_export_refuses_what_it_cannot_write(filled: Run, tmp_path: Path) -> None:
    done = filled("export", "csv", "-o", tmp_path / "nowhere" / "out.csv")
    assert done.code == Exit.ARCHIVE
    assert "Choose another file name or folder." in done.err


def test_verify_finds_nothing_wrong(filled: Run) -> None:
    done = filled("verify", "--json")
    assert (done.code, done.out) == (Exit.OK, "")
    assert "3 dispatches checked, 0 faults" in done.err


def test_verify_tells_of_damage(filled: Run, tmp_path: Path) -> None:
    segment = next((tmp_path / "archive" / "whoosh").glob("*.trm"))
    segment.write_bytes(segment.read_bytes()[::-1])
    done = filled("verify", "--json")
    assert done.code == Exit.ARCHIVE
    assert [fault["where"] for fault in done.objects] == ["index"]


def test_rebuild_tells_how_much(filled: Run) -> None:
    (told,) = filled("rebuild", "--json").objects
    assert told["indexed"] == 3
    assert told["seconds"] >= 0


def test_a_backup_is_restored_elsewhere(filled: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert filled("backup", copy, "--json").objects == [
        {"path": str(copy), "bytes": copy.stat().st_size}
    ]
    other = ("--archive", tmp_path / "other")
    assert filled("restore", copy, *other, "--json").objects == [
        {"folder": str(tmp_path / "other"), "kept": None}
    ]
    assert len(filled("search", "committee", "--json", *other).objects) == 3
    (again,) = filled("restore", copy, *other, "--json").objects
    assert Path(again["kept"]).exists()


def test_stats_count(filled: Run, tmp_path: Path) -> None:
    (told,) = filled("stats", "--json").objects
    assert (told["dispatches"], told["indexed"], told["languages"]) == (3, 3, {"en": 3})
    assert told["folder"] == str(tmp_path / "archive")
    assert "dispatches  3" in filled("stats").out


@pytest.mark.parametrize("command", ["search x", "show 1", "stats", "verify", "tag 1", "rebuild"])
def test_an_archive_that_is_not_there_is_not_made(run: Run, tmp_path: Path, command: str) -> None:
    done = run(*command.split())
    assert done.code == Exit.ARCHIVE
    assert f"There is no archive in {tmp_path / 'archive'}" in done.err
    assert not (tmp_path / "archive").exists()


# --- stories --------------------------------------------------------------------------------------


def test_stories_are_folded_and_named(filled: Run, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive") as archive:
        first, second, third = archive.dispatches.ids()
        archive.dispatches.put_in_order([second, first])
        archive.dispatches.join([first, third])
    (shown,) = filled("show", "1", "--json").objects
    assert (shown["versions"], shown["family"]) == ([2, 1], [1, 2, 3])
    assert "; headline: first line\n" in filled("show", "2").out
    assert "  versions  2, 1\n    family  1, 2, 3\n" in filled("show", "2").out
    line, last = filled("search", "committee", "--collapse", "--facets", "--json").objects
    assert line["family_size"] == 3
    assert (last["total"], last["stories"]) == (3, 1)
    done = filled("search", "committee", "--collapse")
    assert "one of 3 of this story" in done.out
    assert done.err == "3 found in 1 story\n"
