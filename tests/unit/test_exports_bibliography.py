"""Bibliographies, read back by other programs' readers."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from index import exports
from index.dispatch import Dispatch, Precision, Provenance, Timestamp, Zone
from index.exports.bibtex import spelled
from index.exports.citation import cite
from index.exports.entries import Entry, describe

FILED = datetime(2024, 12, 6, 9, 30, tzinfo=timezone(timedelta(hours=3)))
DISPATCH = Dispatch(
    "Ofcom's {codes} & 100% of $ duties",
    "Body",
    standfirst="In short\nand again",
    byline=("Ada B", "Agence, Bureau and Sons"),
    agency="Agence France-Presse",
    city="Paris",
    section=("Politics", "Media"),
    keywords=("DSA", "online safety"),
    language="en",
    source_url="https://news.example/a_b?c=%20{d}",
    filed=Timestamp(FILED, Precision.MINUTE, Zone.STATED),
    captured=Timestamp.on(2024, 12, 9),
)
SHA = "ab" * 32
PIECES = {
    r"{\textbackslash}": "\\",
    r"{\textbraceleft}": "{",
    r"{\textbraceright}": "}",
    r"{\textasciitilde}": "~",
    r"{\textasciicircum}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
LINES = st.text(max_size=60) | st.text(
    st.sampled_from(list("a é{}\\%&$#_~^\"'@,=\n\r\x0b\x1c\u2028-ER  TY")), max_size=40
)


def written(form: str, *dispatches: Dispatch) -> str:
    held = [
        Entry(describe(each, Provenance("a.txt", sha256=SHA), number), (), (), {})
        for number, each in enumerate(dispatches, 12)
    ]
    file = io.StringIO(newline="")
    assert exports.FORMATS[form](iter(held), file) == len(held)
    return file.getvalue()


def ris(*dispatches: Dispatch) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = rispy.loads(written("ris", *dispatches))
    return records


def bibtex(*dispatches: Dispatch) -> list[dict[str, str]]:
    library = parse_string(written("bibtex", *dispatches))
    assert library.failed_blocks == []
    return [
        {field.key: field.value for field in entry.fields}
        | {"key": entry.key, "type": entry.entry_type}
        for entry in library.entries
    ]


def csl(*dispatches: Dispatch) -> list[dict[str, Any]]:
    items = json.loads(written("csl", *dispatches))
    assert isinstance(items, list)
    return items


def plain(latex: str) -> str:
    """Read LaTeX back, strictly: what is not known as a spelling may not stand there."""
    text, at = "", 0
    while at < len(latex):
        piece = next((each for each in PIECES if latex.startswith(each, at)), latex[at])
        assert piece in PIECES or piece not in "\\{}%&$#_~^", latex
        text, at = text + PIECES.get(piece, piece), at + len(piece)
    return text


def one_line(text: str) -> str:
    kept = "".join(each for each in text if each.isprintable() or each.isspace())
    return " ".join(kept.split())


def test_ris_says_what_is_cited() -> None:
    (record,) = ris(DISPATCH)
    assert record == {
        "type_of_reference": "NEWS",
        "id": "dispatch-12",
        "title": DISPATCH.headline,
        "authors": [*DISPATCH.byline],
        "secondary_title": DISPATCH.agency,
        "publisher": DISPATCH.agency,
        "place_published": "Paris",
        "year": "2024",
        "date": "2024/12/06/09:30+03:00",
        "section": "Politics; Media",
        "language": "en",
        "keywords": ["DSA", "online safety"],
        "abstract": "In short and again",
        "accession_number": "12",
        "urls": [DISPATCH.source_url],
        "access_date": "2024/12/09/",
        "notes": [f"Accession 12; filed 2024-12-06T09:30+03:00; SHA-256 {SHA}"],
    }


def test_ris_lines_end_as_the_format_says() -> None:
    text = written("ris", DISPATCH, DISPATCH)
    assert text.count("\r\n") == text.count("\n")
    assert text.count("\r\nER  - \r\n") == 2


def test_bibtex_says_what_is_cited() -> None:
    (entry,) = bibtex(DISPATCH)
    assert (entry["type"], entry["key"]) == ("article", "dispatch-12")
    assert plain(entry["title"].removeprefix("{").removesuffix("}")) == DISPATCH.headline
    assert entry["author"] == "Ada B and {Agence, Bureau and Sons}"
    assert entry["journal"] == entry["publisher"] == DISPATCH.agency
    assert (entry["date"], entry["year"], entry["month"]) == ("2024-12-06", "2024", "dec")
    assert (entry["urldate"], entry["address"]) == ("2024-12-09", "Paris")
    assert entry["url"] == "https://news.example/a_b?c=%20%7Bd%7D"
    assert SHA in entry["note"]
    assert "Accession 12; filed 2024-12-06T09:30+03:00" in entry["note"]


def test_csl_says_what_is_cited() -> None:
    (item,) = csl(DISPATCH)
    assert (item["id"], item["type"]) == ("dispatch-12", "article-newspaper")
    assert item["title"] == DISPATCH.headline
    assert item["author"] == [{"literal": author} for author in DISPATCH.byline]
    assert item["container-title"] == item["publisher"] == DISPATCH.agency
    assert item["publisher-place"] == "Paris"
    assert item["issued"] == {"date-parts": [[2024, 12, 6]]}
    assert item["accessed"] == {"date-parts": [[2024, 12, 9]]}
    assert SHA in item["note"]


@pytest.mark.parametrize(
    ("precision", "in_ris", "in_bibtex", "in_csl"),
    [
        (Precision.YEAR, "2024///", "2024", [2024]),
        (Precision.MONTH, "2024/12//", "2024-12", [2024, 12]),
        (Precision.DAY, "2024/12/06/", "2024-12-06", [2024, 12, 6]),
        (Precision.SECOND, "2024/12/06/09:30:00+03:00", "2024-12-06", [2024, 12, 6]),
    ],
)
def test_a_date_is_as_precise_as_the_source(
    precision: Precision, in_ris: str, in_bibtex: str, in_csl: list[int]
) -> None:
    dispatch = replace(DISPATCH, filed=Timestamp(FILED, precision, Zone.STATED))
    assert ris(dispatch)[0]["date"] == in_ris
    assert bibtex(dispatch)[0]["date"] == in_bibtex
    assert ("month" in bibtex(dispatch)[0]) == (precision is not Precision.YEAR)
    assert csl(dispatch)[0]["issued"]["date-parts"] == [in_csl]


def test_what_is_not_known_is_left_out() -> None:
    bare = Dispatch("", "Body")
    assert [*ris(bare)[0]] == ["type_of_reference", "id", "accession_number", "notes"]
    assert {*bibtex(bare)[0]} == {"type", "key", "entrysubtype", "note"}
    assert [*csl(bare)[0]] == ["id", "type", "archive_location", "note"]


@pytest.mark.parametrize("form", ["ris", "bibtex", "csl"])
def test_an_empty_bibliography_is_well_formed(form: str) -> None:
    text = written(form)
    assert (json.loads(text) == []) if form == "csl" else (text == "")


@given(LINES, LINES)
def test_any_text_reads_back(headline: str, agency: str) -> None:
    dispatch = replace(DISPATCH, headline=headline, agency=agency, keywords=())
    expected = (one_line(headline), one_line(agency))
    first, second = ris(dispatch, DISPATCH)
    assert (first.get("title", ""), first.get("publisher", "")) == expected
    assert second["title"] == DISPATCH.headline
    entry, after = bibtex(dispatch, DISPATCH)
    title = entry.get("title", "").removeprefix("{").removesuffix("}")
    assert (plain(title), plain(entry.get("publisher", ""))) == expected
    assert after["key"] == "dispatch-13"
    items = csl(dispatch, DISPATCH)
    assert (items[0].get("title", ""), items[0].get("publisher", "")) == expected


@given(LINES)
def test_braces_stay_balanced(text: str) -> None:
    latex = spelled(text)
    assert latex.count("{") == latex.count("}")
    assert plain(latex) == text


def test_a_citation_is_taken_from_the_described_fields() -> None:
    citation = cite(describe(DISPATCH, Provenance("a.txt", sha256=SHA)))
    assert (citation.number, citation.sha256, citation.filed) == (0, SHA, "2024-12-06T09:30+03:00")
