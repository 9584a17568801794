"""Citations of passages, and what checking them finds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import run_command
from index.dispatch import AccessionNumber, Dispatch, Provenance, Timestamp
from index.errors import CitationRefused, PassageNotFound, UnknownDispatch
from index.exports import evidence
from index.reports import Difference, Evidence
from index.store import NewAccession, Store

BODY = "Le régulateur 👁 a publié ses lignes. Le régulateur attend les réponses."
AT = BODY.rindex("Le régulateur")
NUMBER = AccessionNumber(2)
SHA = "ab" * 32
DISPATCH = Dispatch(
    "Lignes directrices",
    BODY,
    byline=("Ada B",),
    agency="Reuters",
    city="PARIS",
    filed=Timestamp.on(2024, 12, 16),
    updated=Timestamp.on(2024, 12, 17),
)


def fill(store: Store, *numbers: int) -> None:
    """Add the dispatch after others of the same file."""
    for number in numbers:
        dispatch = DISPATCH if number == NUMBER else replace(DISPATCH, headline="Another")
        held = Provenance("a.zip", f"#{number}", SHA)
        store.dispatches.add([NewAccession(dispatch, held, None, str(number))])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        fill(opened, 1, 2)
        yield opened


@pytest.fixture
def cited(store: Store) -> Evidence:
    return evidence.gather(store, NUMBER, AT, AT + 13)


def test_a_citation_says_where_the_passage_is(cited: Evidence) -> None:
    assert cited.text == (
        "“Le régulateur” — “Lignes directrices”, Ada B, Reuters, PARIS, 2024-12-16 "
        f"(updated 2024-12-17), accession 2, SHA-256 {SHA}, characters {AT}–{AT + 13}."
    )
    assert BODY[cited.start : cited.end] == cited.quote
    assert (cited.member, cited.sha256) == ("#2", SHA)


def test_a_citation_is_confirmed(store: Store, cited: Evidence, tmp_path: Path) -> None:
    evidence.write(cited, tmp_path / "cited.json")
    assert evidence.read(tmp_path / "cited.json") == cited
    check = evidence.check(store, cited)
    assert (check.confirmed, check.dispatch, check.differences) == (True, NUMBER, ())


def test_another_archive_confirms_it(cited: Evidence, tmp_path: Path) -> None:
    with Store.open(tmp_path / "other", create=True) as other:
        fill(other, 3, 1, 4, 2)
        check = evidence.check(other, cited)
    assert (check.confirmed, check.dispatch) == (True, 4)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("headline", "Other"), ("agency", "AFP"), ("city", ""), ("filed", "2024-12"),
        ("updated", ""), ("prefix", "x"), ("suffix", "x"), ("accession", 7), ("text", "He said"),
    ],
)  # fmt: skip
def test_what_was_changed_is_named(
    store: Store, cited: Evidence, name: str, value: str | int
) -> None:
    changed = replace(cited, **{name: value})  # type: ignore[arg-type]
    check = evidence.check(store, changed)
    assert not check.confirmed
    assert check.differences == (Difference(name, str(value), str(getattr(cited, name))),)


def test_another_quote_is_named(store: Store, cited: Evidence) -> None:
    check = evidence.check(store, replace(cited, quote="La régulatrice"))
    assert check.differences == (Difference("quote", "La régulatrice", "Le régulateur"),)


@given(st.integers(-5, 200), st.integers(-5, 200))
def test_another_position_is_named(start: int, end: int) -> None:
    held = Evidence(
        2, "", "", "", "", "", "", SHA, "", "Le régulateur", " lignes. ", " attend", start, end, ""
    )
    moved = evidence._moved(BODY, held)
    stands = start >= 0 and BODY[start:end] == held.quote
    assert moved == Difference(
        "position", f"{start}–{end}", f"{start}–{end}" if stands else f"{AT}–{AT + 13}"
    )


def test_a_correction_made_since_is_named(store: Store, cited: Evidence) -> None:
    store.dispatches.correct(NUMBER, "headline", "New rules")
    assert evidence.check(store, cited).differences == (
        Difference("headline", "Lignes directrices", "New rules"),
    )


@pytest.mark.parametrize("change", [{"sha256": "cd" * 32}, {"sha256": ""}, {"member": "#9"}])
def test_a_dispatch_that_is_not_held_is_named(
    store: Store, cited: Evidence, change: dict[str, str]
) -> None:
    check = evidence.check(store, replace(cited, **change))  # type: ignore[arg-type]
    assert (check.confirmed, check.dispatch) == (False, None)
    assert [each.name for each in check.differences] == ["dispatch"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"dispatch-reader-citation": 2}', "[" * 100_000, '{"accession": true}'],
)
def test_what_is_no_citation_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "cited.json").write_text(text, encoding="utf-8")
    with pytest.raises(CitationRefused):
        evidence.read(tmp_path / "cited.json")


@pytest.mark.parametrize(("name", "value"), [("start", True), ("start", "1"), ("quote", None)])
def test_a_field_of_another_kind_is_refused(
    cited: Evidence, tmp_path: Path, name: str, value: object
) -> None:
    stated = {"dispatch-reader-citation": 1, **asdict(cited), name: value}
    (tmp_path / "cited.json").write_text(json.dumps(stated), encoding="utf-8")
    with pytest.raises(CitationRefused, match=name):
        evidence.read(tmp_path / "cited.json")


def test_there_has_to_be_a_passage(store: Store) -> None:
    with pytest.raises(PassageNotFound):
        evidence.gather(store, NUMBER, 3, 3)
    with pytest.raises(UnknownDispatch):
        evidence.gather(store, AccessionNumber(9), 0, 1)


def test_the_commands_cite_and_confirm(
    store: Store, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cited.json"
    here = ["--archive", str(tmp_path / "archive")]
    call = ["cite", "2", "--exact", "Le régulateur", "--occurrence", "2", "-o", str(path)]
    assert run_command([*here, *call]) == 0
    assert capfd.readouterr().out.startswith("“Le régulateur” — “Lignes directrices”, Ada B")
    assert run_command([*here, "verify-citation", str(path)]) == 0
    assert capfd.readouterr().out == "confirmed: dispatch 2\n"
    path.write_text(path.read_text("utf-8").replace("PARIS", "LYON"), encoding="utf-8")
    assert run_command([*here, "verify-citation", str(path)]) == 1
    assert capfd.readouterr().out == (
        "not confirmed\ncity: cited “LYON”, the archive has “PARIS”\n"
    )
    assert run_command([*here, "verify-citation", str(path), "--json"]) == 1
    assert json.loads(capfd.readouterr().out)["confirmed"] is False
    path.write_text("{}", encoding="utf-8")
    assert run_command([*here, "verify-citation", str(path)]) == 3
