"""The work of two coders in one archive: exported, imported beside one's own, compared."""

from __future__ import annotations

import csv
import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Archive, run_command
from index.annotation import Colour
from index.errors import LayerRefused, UnknownLayer
from index.exports import layers as files
from index.store import Store
from tests.strategies.accessions import BODY, accession, dump

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.store import NewAccession

QUOTE = "draft code on age assurance"
AT = BODY.index(QUOTE)
NEWER = BODY.replace("on Tuesday", "late on Tuesday, after months of talks,")
OURS = {"concept", "concept_label", "concept_alias", "tag", "annotation", "annotation_concept"}


def story(at: int) -> NewAccession:
    """A dispatch from a file of its own."""
    return accession(f"Story {at}", original=f"file {at}".encode())


def their_work(folder: Path) -> Path:
    """Another coder's archive with two dispatches coded and one looked at; return the file."""
    with Store.open(folder / "theirs", create=True) as store:
        ids = store.dispatches.add([story(at) for at in range(4)])
        law, _ = store.codebook.create("Law")
        bill, _ = store.codebook.create("Bill", broader=law)
        store.tags.add([ids[0]], [law])
        store.annotations.add(ids[1], AT, AT + len(QUOTE), note="why?", concepts=[bill])
        path = folder / "ada.jsonl"
        assert files.write(store, path, "Ada", ids[:3]) == 3
    return path


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    return their_work(tmp_path)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        stories = [story(at) for at in (2, 1, 0)]
        ids = opened.dispatches.add(stories)
        law, _ = opened.codebook.create("law")
        opened.tags.add(ids[:2], [law])
        opened.annotations.add(ids[2], AT, AT + 5, note="mine")
        yield opened


def ours(store: Store) -> dict[str, object]:
    return {name: rows for name, rows in dump(store).items() if name in OURS}


# --- there and back ---------------------------------------------------------------------------


def test_a_layer_comes_in_without_touching_ones_own_work(store: Store, theirs: Path) -> None:
    before = ours(store)
    report, _ = files.load(store, theirs)
    assert ours(store) == before
    layer = report.layer
    assert (layer.coder, layer.dispatches, layer.tags, layer.passages) == ("Ada", 3, 1, 1)
    assert (report.replaced, report.lost, layer.missing) == (False, (), ())
    two, one, nought = store.dispatches.ids()
    assert store.layers.coded(layer.id) == {nought, one, two}
    assert store.layers.coding(layer.id) == {
        nought: frozenset({("Law",)}),
        one: frozenset({("Law", "Bill")}),
    }
    (passage,) = store.layers.passages(layer.id)
    assert (passage.dispatch, passage.note, passage.colour) == (one, "why?", Colour.YELLOW)
    assert (passage.selector.exact, passage.selector.start) == (QUOTE, AT)


def test_what_was_exported_is_what_is_imported(store: Store, theirs: Path, tmp_path: Path) -> None:
    files.load(store, theirs)
    with Store.open(tmp_path / "theirs") as there:
        lines = there.layers.own(there.dispatches.ids()[:3])
    held = [line for line in store.dump() if line.kind in ("coded", "coded-passage")]
    told = [line for line in lines if line.kind in ("coded", "coded-passage")]
    assert sorted(map(_without_coder, held)) == sorted(map(_without_coder, told))


def _without_coder(line: object) -> str:
    return repr(line).replace("coder='Ada'", "coder=''")


def test_without_a_choice_what_bears_something_counts_as_coded(
    store: Store, tmp_path: Path
) -> None:
    store.dispatches.add([accession("Not looked at")])
    assert files.write(store, tmp_path / "me.jsonl", "Me", None) == 3


def test_an_import_and_a_removal_can_be_undone(store: Store, theirs: Path) -> None:
    before = dump(store)
    report, change = files.load(store, theirs)
    after = dump(store)
    undone = store.revert(change)
    assert undone.left == ()
    assert dump(store) == before
    store.revert(undone)
    assert dump(store) == after
    removal = store.layers.remove(report.layer.id)
    assert store.layers.all() == ()
    store.revert(removal)
    assert dump(store) == after
    assert store.verify().faults == ()


def test_the_same_coder_again_takes_the_place_of_the_first(
    store: Store, theirs: Path, tmp_path: Path
) -> None:
    files.load(store, theirs)
    with Store.open(tmp_path / "theirs") as there:
        files.write(there, theirs, " ADA ", there.dispatches.ids()[:1])
    report, change = files.load(store, theirs)
    assert report.replaced
    assert [(layer.coder, layer.dispatches) for layer in store.layers.all()] == [("ADA", 1)]
    store.revert(change)
    assert [(layer.coder, layer.dispatches) for layer in store.layers.all()] == [("Ada", 3)]


def test_damage_to_a_layer_is_found(store: Store, theirs: Path) -> None:
    files.load(store, theirs)
    with closing(_raw(store)) as connection, connection:
        connection.execute("UPDATE layer_tag SET concept = '[\"Lav\"]'")
    assert [fault.where for fault in store.verify().faults] == ["layer_tag"]


def _raw(store: Store) -> sqlite3.Connection:
    """The store's own connections would keep the seals."""
    return sqlite3.connect(store.folder / "archive.sqlite3")


@settings(max_examples=15, deadline=None)
@given(
    tagged=st.dictionaries(st.integers(0, 2), st.sets(st.integers(0, 2))),
    noted=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 40), st.sets(st.integers(0, 2)))),
)
def test_any_coding_is_the_same_after_a_round_trip(
    tagged: dict[int, set[int]], noted: list[tuple[int, int, set[int]]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder), create=True) as store:
        ids = store.dispatches.add([story(at) for at in range(3)])
        concepts = [store.codebook.create(label)[0] for label in ("A / b", "Ç", "D; e")]
        for at, chosen in tagged.items():
            store.tags.add([ids[at]], [concepts[each] for each in chosen])
        for at, start, chosen in noted:
            held = [concepts[each] for each in sorted(chosen)]
            store.annotations.add(ids[at], start, start + 7, note="n", concepts=held)
        path = Path(folder) / "me.jsonl"
        written = files.write(store, path, "Me", ids)
        report, _ = files.load(store, path)
        assert report.layer.dispatches == written == 3
        assert report.lost == ()
        mine = {number: found for number, found in store.layers.mine().items() if found}
        coding = store.layers.coding(report.layer.id)
        assert {number: found for number, found in coding.items() if found} == mine


# --- what differs -----------------------------------------------------------------------------


def test_passages_are_found_again_in_a_text_that_differs(tmp_path: Path, theirs: Path) -> None:
    with Store.open(tmp_path / "other", create=True) as store:
        # the same original, read by a later parser
        changed = accession("Story 1", NEWER, original=b"file 1")
        store.dispatches.add([changed])
        text = theirs.read_text("utf-8")
        only = [line for line in text.splitlines() if "Story 0" not in line]
        theirs.write_text("\n".join(only[:1] + _about(only[1:], "Story 1")), encoding="utf-8")
        report, _ = files.load(store, theirs)
        (passage,) = store.layers.passages(report.layer.id)
        span = slice(passage.selector.start, passage.selector.end)
        assert NEWER[span] == QUOTE
        assert not passage.orphaned


def test_a_passage_that_is_gone_is_kept_and_listed(tmp_path: Path, theirs: Path) -> None:
    with Store.open(tmp_path / "other", create=True) as store:
        store.dispatches.add([accession("Story 1", "Nothing of it is left.", original=b"file 1")])
        lines = theirs.read_text("utf-8").splitlines()
        theirs.write_text("\n".join(lines[:1] + _about(lines[1:], "Story 1")), encoding="utf-8")
        report, _ = files.load(store, theirs)
        assert [each.selector.exact for each in report.lost] == [QUOTE]
        assert report.layer.orphaned == 1


def _about(lines: list[str], headline: str) -> list[str]:
    """Return the lines about one dispatch."""
    held = [json.loads(line) for line in lines]
    key = next(each["dispatch"] for each in held if each.get("headline") == headline)
    return [line for line, each in zip(lines, held, strict=True) if each["dispatch"] == key]


def test_dispatches_that_are_missing_are_named(tmp_path: Path, theirs: Path) -> None:
    with Store.open(tmp_path / "other", create=True) as store:
        store.dispatches.add([story(0)])
        report, _ = files.load(store, theirs)
        assert [name.rpartition(": ")[2] for name in report.layer.missing] == ["Story 1", "Story 2"]
        assert report.layer.dispatches == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"dispatch-reader-layer": 2, "coder": "Ada"}',
        '{"dispatch-reader-layer": 1, "coder": " "}',
        '{"dispatch-reader-layer": 1, "coder": "Ada"}\n{"kind": "coded"}',
        (
            '{"dispatch-reader-layer": 1, "coder": "Ada"}\n'
            '{"kind": "coded", "coder": "Bo", "dispatch": "x", "concepts": []}'
        ),
        (
            '{"dispatch-reader-layer": 1, "coder": "Ada"}\n'
            '{"kind": "coded", "coder": "Ada", "dispatch": "x", "concepts": []}'
        ),
        (
            '{"dispatch-reader-layer": 1, "coder": "Ada"}\n'
            '{"kind": "search", "name": "x", "query": "{}", "created": "2024-01-01"}'
        ),
    ],
)
def test_anything_else_is_refused_and_changes_nothing(
    store: Store, tmp_path: Path, text: str
) -> None:
    before = dump(store)
    path = tmp_path / "no-layer.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LayerRefused):
        files.load(store, path)
    assert dump(store) == before


def test_a_layer_without_a_concepts_label_is_refused(store: Store, theirs: Path) -> None:
    theirs.write_text(theirs.read_text("utf-8").replace('["Law"]', "[]"), encoding="utf-8")
    with pytest.raises(LayerRefused):
        files.load(store, theirs)


# --- side by side -----------------------------------------------------------------------------


def test_agreement_counts_only_what_both_have_coded(store: Store, theirs: Path) -> None:
    files.load(store, theirs)
    two, one, nought = store.dispatches.ids()
    store.dispatches.add([accession("Mine alone")])
    with Archive.open(store.folder, read_only=True, upkeep=False) as archive:
        agreement = archive.agreement(archive.layers.find("ada"))
        assert [line.dispatch for line in agreement.dispatches] == [two, one, nought]
        lines = {line.dispatch: line for line in agreement.dispatches}
        assert (lines[two].mine, lines[two].theirs) == ((("law",),), ())
        assert (lines[one].mine, lines[one].theirs) == ((("law",),), (("Law", "Bill"),))
        assert lines[nought].theirs == (("law",),), "by the name that was met first"
        law, bill = agreement.concepts
        assert (law.both, law.mine, law.theirs, law.neither) == (0, 2, 1, 0)
        assert (bill.both, bill.mine, bill.theirs, bill.neither) == (0, 0, 1, 2)
        assert (agreement.only_mine, agreement.only_theirs) == (0, 0)
        narrow = archive.agreement(archive.layers.find("Ada"), [two])
        assert [line.dispatch for line in narrow.dispatches] == [two]
        assert narrow.only_theirs == 2
        with pytest.raises(UnknownLayer):
            archive.layers.find("Bo")


def test_what_is_in_the_trash_is_not_compared(store: Store, theirs: Path) -> None:
    files.load(store, theirs)
    two, one, nought = store.dispatches.ids()
    store.dispatches.trash([two])
    with Archive.open(store.folder, read_only=True, upkeep=False) as archive:
        agreement = archive.agreement(archive.layers.find("Ada"))
    assert [line.dispatch for line in agreement.dispatches] == [one, nought]


# --- on the command line ----------------------------------------------------------------------


def test_the_commands(
    store: Store, theirs: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store.close()
    here = ["--archive", str(store.folder), "--json"]

    def run(*words: str) -> list[dict[str, object]]:
        assert run_command([*here, *words]) == 0
        return [json.loads(line) for line in capfd.readouterr().out.splitlines()]

    (added,) = run("layer", "import", str(theirs))
    assert (added["coder"], added["dispatches"], added["replaced"]) == ("Ada", 3, False)
    assert [each["coder"] for each in run("layer", "list")] == ["Ada"]
    table = tmp_path / "agreement.csv"
    law, bill = run("agreement", "ada", "-o", str(table))
    assert (law["concept"], law["mine"], bill["neither"]) == (["law"], 2, 2)
    rows = list(csv.DictReader(table.open(encoding="utf-8", newline="")))
    assert [row["concept"] for row in rows] == ["law", "Law / Bill"]
    run("agreement", "Ada", "--query", "headline:story")
    (written,) = run("layer", "export", "-o", str(tmp_path / "me.jsonl"), "--coder", "Me")
    assert written["dispatches"] == 3
    run("layer", "remove", "ADA")
    assert run("layer", "list") == []
    for wrong in (["export"], ["import"], ["list", "x"], ["remove"], ["export", "-o", "x"]):
        assert run_command([*here, "layer", *wrong]) == 2
    assert run_command([*here, "layer", "remove", "Ada"]) == 3
    assert run_command([*here, "agreement", "Ada"]) == 3
