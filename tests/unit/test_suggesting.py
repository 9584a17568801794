"""Suggestions of an archive: what is known already is left out, and nothing is changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from index import Archive, SuggestionKind, UnknownDispatch, run_command
from tests.strategies.accessions import accession, dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index import AccessionNumber, Suggestion

BODY = (
    "Age checks came up again. Ofcom asked for parental controls, and fines rose 6 per cent.\n\n"
    "“We will act soon,” said Ada Reed, head of policy."
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a", create=True, upkeep=False) as opened:
        opened._store.dispatches.add([accession("Story", BODY)])
        yield opened


@pytest.fixture
def number(archive: Archive) -> AccessionNumber:
    return archive.dispatches.ids()[0]


def told(suggestions: list[Suggestion]) -> list[tuple[str, str]]:
    return [(str(each.kind), each.text) for each in suggestions]


def test_everything_is_suggested_in_order_and_nothing_changes(
    archive: Archive, number: AccessionNumber
) -> None:
    before = dump(archive._store)
    assert told(archive.suggestions(number)) == [
        ("term", "Age checks"),
        ("organisation", "Ofcom"),
        ("term", "parental controls"),
        ("figure", "rose 6 per cent"),
        ("quotation", "“We will act soon,”"),
        ("person", "Ada Reed"),
    ]
    assert dump(archive._store) == before
    with pytest.raises(UnknownDispatch):
        archive.suggestions(type(number)(99))


def test_the_codebook_comes_before_the_vocabulary(
    archive: Archive, number: AccessionNumber
) -> None:
    made, _ = archive.codebook.create("Checks", aliases=["age checks"], labels={"fr": "Contrôles"})
    first = archive.suggestions(number)[0]
    assert (first.kind, first.label) == (SuggestionKind.CONCEPT, "Checks")
    assert first.term is not None
    assert first.term.concept == made
    archive.codebook.retire(made)
    assert archive.suggestions(number)[0].text == "Ofcom", "and the vocabulary brings it not back"


def test_what_is_tagged_annotated_or_rejected_is_left_out(
    archive: Archive, number: AccessionNumber
) -> None:
    checks, _ = archive.codebook.create("Age checks")
    archive.tags.add([number], [checks])
    ofcom = next(each for each in archive.suggestions(number) if each.text == "Ofcom")
    archive.annotations.add(number, ofcom.span.start, ofcom.span.end)
    change = archive.rejections.add(number, SuggestionKind.FIGURE, "Rose 6 per cent")
    left = [text for _, text in told(archive.suggestions(number))]
    assert left == ["parental controls", "“We will act soon,”", "Ada Reed"]
    archive.revert(change)
    assert ("figure", "rose 6 per cent") in told(archive.suggestions(number))


def test_imported_vocabularies_are_looked_for(
    archive: Archive, number: AccessionNumber, tmp_path: Path
) -> None:
    (tmp_path / "own.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<urn:fines> skos:prefLabel "Penalties" ; skos:altLabel "fines" .\n',
        encoding="utf-8",
    )
    archive.add_vocabulary(tmp_path / "own.ttl")
    (fines,) = [each for each in archive.suggestions(number) if each.text == "fines"]
    assert fines.kind is SuggestionKind.TERM


def test_the_command_lists_them(
    archive: Archive, number: AccessionNumber, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.close()
    here = ["--archive", str(archive.folder), "suggest", str(number)]
    assert run_command([*here, "--json", "--kind", "quotation"]) == 0
    (fields,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert BODY[fields["start"] : fields["end"]] == fields["exact"] == "“We will act soon,”"
    assert (fields["id"], fields["speaker"]) == (number, "Ada Reed")
    assert run_command(here) == 0
    out = capsys.readouterr().out
    assert "Age checks → Age verification" in out
    assert "“We will act soon,”  (Ada Reed)" in out
    assert run_command([*here[:-1], "99"]) == 3
