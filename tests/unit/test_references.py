"""Dispatches as a bibliography prints them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import run_command
from index.dispatch import Dispatch, Precision, Provenance, Timestamp
from index.exports.citation import Citation, cite
from index.exports.entries import describe
from index.exports.references import reference
from index.reports import CitationStyle
from index.store import NewAccession, Store

if TYPE_CHECKING:
    from pathlib import Path

STYLES = list(CitationStyle)
DISPATCH = Dispatch(
    "Vérification d’âge : le régulateur <b>précise</b> & publie",
    "…",
    byline=("Ada Bell", "Cem Dal"),
    agency="Reuters",
    city="Paris",
    section=("Monde",),
    filed=Timestamp.on(2024, 12, 16),
    source_url="https://example.org/a?x=1&y=2",
    captured=Timestamp.on(2024, 12, 20),
)
TITLE = DISPATCH.headline


def citation(**changes: object) -> Citation:
    dispatch = replace(DISPATCH, **changes)  # type: ignore[arg-type]
    return cite(describe(dispatch, Provenance("a.txt", sha256="ab"), 7))


@pytest.mark.parametrize(
    ("style", "language", "expected"),
    [
        (
            CitationStyle.ISO690,
            "fr",
            (
                f"ADA BELL et CEM DAL, 2024. {TITLE}. Reuters [en ligne]. Paris, 16 décembre 2024. "
                "Disponible à l'adresse : https://example.org/a?x=1&y=2 [Consulté le 20 décembre 2024]."
            ),
        ),
        (
            CitationStyle.ISO690,
            "en",
            (
                f"ADA BELL and CEM DAL, 2024. {TITLE}. Reuters. Online. Paris, 16 December 2024. "
                "Available from: https://example.org/a?x=1&y=2 [Accessed 20 December 2024]."
            ),
        ),
        (
            CitationStyle.APA,
            "en",
            (
                f"Ada Bell, & Cem Dal. (2024, December 16). {TITLE}. Reuters. "
                "https://example.org/a?x=1&y=2"
            ),
        ),
        (
            CitationStyle.CHICAGO,
            "en",
            (
                f"Ada Bell, and Cem Dal. “{TITLE}”. Reuters. December 16, 2024, sec. Monde. "
                "https://example.org/a?x=1&y=2."
            ),
        ),
        (
            CitationStyle.CHICAGO,
            "fr",
            (
                f"Ada Bell, et Cem Dal. « {TITLE} ». Reuters. 16 décembre 2024, sect. Monde. "
                "https://example.org/a?x=1&y=2."
            ),
        ),
    ],
)
def test_a_whole_dispatch(style: CitationStyle, language: str, expected: str) -> None:
    told = reference(citation(), style, language)
    assert told.replace("\xa0", " ").replace("\u202f", " ") == expected


BARE = {"byline": (), "section": (), "source_url": "", "captured": None, "city": ""}


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (CitationStyle.ISO690, f"REUTERS, 2024. {TITLE}. Reuters. 16 December 2024."),
        (CitationStyle.APA, f"Reuters. (2024, December 16). {TITLE}."),
        (CitationStyle.CHICAGO, f"Reuters. “{TITLE}”. Reuters, December 16, 2024."),
    ],
)
def test_without_a_byline_the_agency_is_the_author(style: CitationStyle, expected: str) -> None:
    assert reference(citation(**BARE), style, "en") == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (CitationStyle.ISO690, f"{TITLE}, 2024. 16 December 2024."),
        (CitationStyle.APA, f"{TITLE}. (2024, December 16)."),
        (CitationStyle.CHICAGO, f"“{TITLE}”, December 16, 2024."),
    ],
)
def test_with_neither_the_title_leads(style: CitationStyle, expected: str) -> None:
    assert reference(citation(**BARE, agency=""), style, "en") == expected


@pytest.mark.parametrize(
    ("style", "language", "said"),
    [
        (CitationStyle.ISO690, "en", "[no date]"),
        (CitationStyle.ISO690, "fr", "[sans date]"),
        (CitationStyle.APA, "en", "(n.d.)"),
        (CitationStyle.APA, "fr", "(s. d.)"),
        (CitationStyle.CHICAGO, "en", "n.d."),
        (CitationStyle.CHICAGO, "fr", "s. d."),
    ],
)
def test_a_missing_date_is_named(style: CitationStyle, language: str, said: str) -> None:
    told = reference(citation(**BARE, filed=None), style, language)
    assert said in told.replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("style", STYLES)
def test_a_date_is_as_precise_as_its_source(style: CitationStyle) -> None:
    month = replace(Timestamp.on(2024, 12, 1), precision=Precision.MONTH)
    told = reference(citation(filed=month, captured=None), style, "en")
    assert "December 2024" in told or "2024, December)" in told
    assert "1" not in told.replace("x=1", "")


@pytest.mark.parametrize("style", STYLES)
@given(
    title=st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).map(
        lambda text: " ".join("".join(each for each in text if each.isprintable()).split())
    )
)
def test_a_title_is_never_changed(style: CitationStyle, title: str) -> None:
    told = reference(replace(citation(), headline=title), style, "en")
    assert title in told
    assert told.count("\ue000") == 0


@pytest.mark.parametrize("style", STYLES)
def test_a_question_gets_no_full_stop(style: CitationStyle) -> None:
    told = reference(citation(headline="Who checks the age?"), style, "en")
    assert "age?." not in told
    assert "age?" in told


def test_the_command_prints_one_line_each(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "archive"
    with Store.open(folder, create=True) as store:
        store.dispatches.add(
            [
                NewAccession(replace(DISPATCH, headline=title), Provenance(title), None, title)
                for title in ("First", "Second")
            ]
        )
    here = ["--archive", str(folder), "cite"]
    assert run_command([*here, "2", "1", "--style", "apa", "--json"]) == 0
    told = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [each["id"] for each in told] == [2, 1]
    assert "Second. Reuters" in told[0]["text"]
    assert run_command([*here, "--query", "headline:first", "--style", "iso690"]) == 0
    assert "First" in capfd.readouterr().out
    assert run_command([*here, "9", "--style", "apa"]) == 3
    assert run_command([*here, "1"]) == 2
    assert run_command([*here, "--style", "apa"]) == 2
    assert run_command([*here, "1", "--style", "apa", "--exact", "x"]) == 2
