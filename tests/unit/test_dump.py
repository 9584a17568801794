"""The text dump: the same work gives the same bytes, and the bytes give the work back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import run_command
from index.annotation import Colour
from index.dispatch import AccessionNumber, Timestamp
from index.errors import DumpRefused, ExportRefused
from index.exports import dumps
from index.query import Facet, Filter, Query
from index.store import BadLine, Store, by_coder, header, read_line, write_line
from index.store.dumped import KINDS, check_header
from tests.doubles.working_day import WorkingDay
from tests.strategies.accessions import accession
from tests.strategies.accessions import dump as rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.store import NewAccession

BODIES = ("The regulator published a code.", "Ministers met on Monday.", "A court ruled.")


def batch() -> list[NewAccession]:
    return [accession(f"Story {at}", body) for at, body in enumerate(BODIES)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        fill(opened)
        yield opened


def fill(store: Store) -> None:
    first, second, third = store.dispatches.add(batch())
    law, _ = store.codebook.create("Law", colour="#aa0000", digit=2, scope_note="statutes\nonly")
    age, _ = store.codebook.create(
        "Âge", broader=law, aliases=["years", "Alter"], labels={"en": "Age"}, uri="urn:age"
    )
    unused, _ = store.codebook.create("Unused")
    store.codebook.retire(unused)
    store.tags.add([first, second], [law, age])
    store.annotations.add(first, 4, 13, colour=Colour.BLUE, note="who?", concepts=[age, law])
    gone, _ = store.annotations.add(second, 0, 9, note="not so")
    store.annotations.trash([gone])
    store.annotations.edit(store.annotations.of(first)[0].id, note="who?\nthey!")
    store.dispatches.correct(second, "headline", "Ministers meet")
    store.dispatches.correct(second, "byline", ("A. Reporter", "B. Editor"))
    store.dispatches.correct(first, "filed", Timestamp.on(2025, 3, 1))
    store.dispatches.trash([third])
    store.searches.save("Rules", Query("law", (Filter(Facet.AGENCY, "x"),)))
    rule, _ = store.rules.add("Laws", law, Query("law"))
    store.rules.apply(rule, [first, second, third])
    store.rejections.add(third, "figure", "6 per cent")
    store.layers.add("Ada", "ab", by_coder(store.layers.own([first, second, third]), "Ada"))


def other(tmp_path: Path, name: str = "other") -> Store:
    """An archive into which the same dispatches were imported in another order."""
    store = Store.open(tmp_path / name, create=True)
    store.dispatches.add([accession("Something else", "Unrelated."), *reversed(batch())])
    return store


# --- round trips ----------------------------------------------------------------------------------


def test_a_dump_loads_into_an_archive_of_the_same_dispatches(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "work.jsonl"
    count = dumps.write(store, path)
    with other(tmp_path) as second:
        report = dumps.load(second, path)
        assert report.missing == ()
        assert report.added == {
            "concept": 3, "tag": 5, "annotation": 2, "correction": 3, "search": 1, "trash": 1,
            "rule": 1, "rejection": 1,
            "layer": 1, "coded": 2, "coded-passage": 1,
        }  # fmt: skip
        assert dumps.write(second, tmp_path / "again.jsonl") == count
        assert (tmp_path / "again.jsonl").read_bytes() == path.read_bytes()
        assert second.verify().faults == ()


def test_loading_twice_adds_nothing(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "work.jsonl"
    dumps.write(store, path)
    before = rows(store)
    assert dumps.load(store, path).added == {}
    assert rows(store) == before


def test_loading_is_one_edit_that_can_be_taken_back(store: Store, tmp_path: Path) -> None:
    with other(tmp_path) as second:
        before = rows(second)
        _, change = second.load(store.dump())
        assert second.revert(change).left == ()
        assert rows(second) == before


def test_what_is_there_already_stays_as_it_is(store: Store, tmp_path: Path) -> None:
    with other(tmp_path) as second:
        second.codebook.create("law", colour="#00ff00")
        taken, _ = second.codebook.create("Mine", digit=2)
        second.load(store.dump())
        held = second.codebook.find("law")
        assert held is not None
        assert (held.label, held.colour, held.digit) == ("law", "#00ff00", None)
        assert second.codebook.get(taken).digit == 2


def test_dispatches_that_are_not_there_are_named_and_the_rest_is_loaded(
    store: Store, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "other", create=True) as second:
        second.dispatches.add(batch()[:1])
        report, _ = second.load(store.dump())
        missing = {"wire/Story 1.txt: Ministers meet", "wire/Story 2.txt: Story 2"}
        assert set(report.missing) == missing
        assert report.added["tag"] == 2


def test_a_dispatch_read_differently_now_is_known_by_its_file(store: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "other", create=True) as second:
        original = BODIES[0].encode()
        second.dispatches.add([accession("Story 0", f"Lead.\n\n{BODIES[0]}", original=original)])
        report, _ = second.load(store.dump())
        assert len(report.missing) == 2
        (annotation,) = second.annotations.of(AccessionNumber(1))
        assert annotation.selector.start == 11, "the passage was found where it stands now"
        assert not annotation.orphaned
        assert second.verify().faults == ()


def test_a_passage_that_is_gone_leaves_an_orphan(store: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "other", create=True) as second:
        second.dispatches.add([accession("Story 0", "Quite other.", original=BODIES[0].encode())])
        second.load(store.dump())
        (annotation,) = second.annotations.of(AccessionNumber(1))
        assert (annotation.orphaned, annotation.selector.exact) == (True, "regulator")
        assert second.verify().faults == ()


def test_dispatches_that_say_the_same_are_told_apart(tmp_path: Path) -> None:
    def twins() -> list[NewAccession]:
        return [accession(f"Twin {at}", content="same", path=f"{at}.txt") for at in range(3)]

    with Store.open(tmp_path / "one", create=True) as first:
        numbers = first.dispatches.add(twins())
        law, _ = first.codebook.create("Law")
        first.tags.add(numbers[1:2], [law])
        lines = first.dump()
    with Store.open(tmp_path / "two", create=True) as second:
        second.dispatches.add(list(reversed(twins())))
        second.load(lines)
        (tagged,) = second.tags.of(second.dispatches.ids())
        assert second.dispatches.get(tagged).provenance.path == "1.txt"


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 40))
def test_any_working_day_comes_back(
    tmp_path_factory: pytest.TempPathFactory, seed: int, edits: int
) -> None:
    base = tmp_path_factory.mktemp("day")
    with Store.open(base / "one", create=True) as first:
        day = WorkingDay(first, seed).edits()
        for _ in range(edits):
            next(day)
        lines = first.dump()
        held = sorted((*first.dispatches.ids(), *first.dispatches.ids(trashed=True)))
        batches = [accession_again(first, number) for number in held]
    with Store.open(base / "two", create=True) as second:
        second.dispatches.add(batches)
        assert second.load(lines)[0].missing == ()
        assert [write_line(each) for each in second.dump()] == [write_line(each) for each in lines]


def accession_again(store: Store, number: AccessionNumber) -> NewAccession:
    """What an import of the same file would hand over: nothing of it corrected."""
    held = store.dispatches.get(number)
    original = {each.field: each.original for each in store.dispatches.corrections(number)}
    headline = str(original.get("headline", held.dispatch.headline))
    return accession(headline, held.dispatch.body)


# --- the text -------------------------------------------------------------------------------------


def test_a_dump_is_text_that_compares_well(store: Store, tmp_path: Path) -> None:
    before, after = tmp_path / "before.jsonl", tmp_path / "after.jsonl"
    dumps.write(store, before)
    courts, _ = store.codebook.create("Courts")
    store.tags.add([AccessionNumber(1)], [courts])
    dumps.write(store, after)
    old, new = (path.read_text(encoding="utf-8").splitlines() for path in (before, after))
    assert old[0] == '{"dispatch-reader-dump": 1}'
    assert set(old) < set(new)
    assert [json.loads(line)["kind"] for line in sorted(set(new) - set(old))] == ["concept", "tag"]
    assert "Âge" in after.read_text(encoding="utf-8")


def test_the_dispatches_themselves_are_not_in_it(store: Store, tmp_path: Path) -> None:
    dumps.write(store, tmp_path / "work.jsonl")
    text = (tmp_path / "work.jsonl").read_text(encoding="utf-8")
    assert BODIES[1] not in text
    assert "regulator" in text, "but what was quoted is"


def test_lines_read_back_as_they_were_written(store: Store) -> None:
    lines = store.dump()
    assert {line.kind for line in lines} == set(KINDS)
    assert [read_line(write_line(line)) for line in lines] == lines


# --- what is no dump ------------------------------------------------------------------------------

WRONG = [
    "",
    "text",
    "[]",
    '{"dispatch-reader-dump": 2}',
    '{"dispatch-reader-dump": "1"}',
    "{}",
    "[" * 100_000,
]


@pytest.mark.parametrize("first", WRONG, ids=range(len(WRONG)))
def test_another_file_is_refused(store: Store, tmp_path: Path, first: str) -> None:
    path = tmp_path / "file"
    path.write_text(first, encoding="utf-8")
    with pytest.raises(DumpRefused):
        dumps.load(store, path)


def concept(**other: object) -> str:
    fields: dict[str, object] = {
        "kind": "concept", "path": ["New"], "uri": "", "colour": "", "scope_note": "",
        "digit": None, "retired": False, "labels": {}, "aliases": [],
    }  # fmt: skip
    return json.dumps(fields | other)


def search(**other: object) -> str:
    fields = {"kind": "search", "name": "x", "query": "{}", "created": "2024-01-01"}
    return json.dumps(fields | other)


BAD = [
    '{"kind": "tag", "dispatch": "x", "concept": ["Law"], "added": "2024-01-01"}',
    '{"kind": "concept", "path": []}',
    '{"kind": "nothing"}',
    search(query="{"),
    search(created="then"),
    search(name=7),
    search(name="\ud800"),
    search(name="\0"),
    search(more=1),
    concept(path=["A", "B"]),
    concept(path=[" "]),
    concept(path=[]),
    concept(digit=99),
    concept(digit=1 << 70),
    concept(retired=0),
    concept(labels=[]),
    concept(aliases=[1]),
]


@pytest.mark.parametrize("line", BAD, ids=range(len(BAD)))
def test_a_bad_line_is_named_and_nothing_is_loaded(store: Store, tmp_path: Path, line: str) -> None:
    path, before, good = tmp_path / "work.jsonl", rows(store), concept(path=["Good"])
    path.write_text(f"{header()}\n{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(DumpRefused):
        dumps.load(store, path)
    assert rows(store) == before


def test_bytes_that_are_no_text_are_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"\xff\xfe\x00" * 50)
    with pytest.raises(DumpRefused, match="UTF-8"):
        dumps.load(store, tmp_path / "file")
    with pytest.raises(DumpRefused):
        dumps.load(store, tmp_path / "nowhere")
    with pytest.raises(ExportRefused):
        dumps.write(store, tmp_path / "nowhere" / "file")


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(st.text() | _json.map(json.dumps))
def test_no_line_makes_the_reader_fail_otherwise(line: str) -> None:
    for reader in (read_line, check_header):
        try:
            reader(line)
        except BadLine as error:
            assert str(error)  # noqa: PT017 - either a line, or a reason


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, list[str]]]:
    with Store.open(tmp_path_factory.mktemp("filled"), create=True) as store:
        fill(store)
        yield store, [write_line(each) for each in store.dump()]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_dump_with_one_value_changed_loads_or_is_refused(
    filled: tuple[Store, list[str]], data: st.DataObject
) -> None:
    store, lines = filled
    at = data.draw(st.integers(0, len(lines) - 1))
    changed = json.loads(lines[at])
    changed[data.draw(st.sampled_from(sorted(changed)))] = data.draw(_json)
    try:
        _, change = store.load([
            *map(read_line, lines[:at]), read_line(json.dumps(changed)), *map(read_line, lines[at + 1 :]),
        ])  # fmt: skip
    except BadLine:
        change = None
    assert store.verify().faults == ()
    assert len(store.dump()) >= len(lines)
    if change is not None:
        assert store.revert(change).left == ()
    assert [write_line(each) for each in store.dump()] == lines


# --- the command line -----------------------------------------------------------------------------


def test_dump_and_load_as_commands(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "work.jsonl")
    assert run_command(["--archive", str(store.folder), "dump", path]) == 0
    other(tmp_path).close()
    capsys.readouterr()
    assert run_command(["--archive", str(tmp_path / "other"), "--json", "load", path]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["missing"] == []
    assert told["added"]["annotation"] == 2
    (tmp_path / "empty").mkdir()
    Store.open(tmp_path / "empty", create=True).close()
    assert run_command(["--archive", str(tmp_path / "empty"), "load", path]) == 1
    assert "not in this archive: wire/Story 0.txt" in capsys.readouterr().err
    assert run_command(["--archive", str(tmp_path / "empty"), "load", str(tmp_path / "-")]) == 3
