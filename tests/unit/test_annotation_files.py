"""Annotations in files: Web Annotations there and back, tables, texts by concept."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index import run_command, selectors
from index.annotation import AnnotationReport, Colour, ReportedPassage, ReportSection
from index.dispatch import AccessionNumber, Dispatch, Provenance, Timestamp
from index.errors import AnnotationsRefused, ExportRefused
from index.exports import annotation_html, notes
from index.exports.annotation_report import plain
from index.exports.annotation_table import COLUMNS
from index.keys import AnnotationId
from index.store import NewAccession, Store

BODY = "Le régulateur 👁 a publié\n\n=ses lignes directrices. Le régulateur *attend*."
FIRST, SECOND = AccessionNumber(1), AccessionNumber(2)
DISPATCH = Dispatch(
    "Ofcom’s [codes]", BODY, agency="Reuters", city="LONDON", filed=Timestamp.on(2024, 12, 16)
)


def fill(store: Store) -> None:
    store.dispatches.add(
        [
            NewAccession(Dispatch("Another", "Other words"), Provenance("b.txt", "", "cd" * 32), None, "2"),
            NewAccession(DISPATCH, Provenance("a.zip", "#2", "ab" * 32), None, "1"),
        ]
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        fill(opened)
        laws, _ = opened.codebook.create("Laws")
        fines, _ = opened.codebook.create("Fines / daily", broader=laws)
        at = BODY.rindex("Le régulateur")
        opened.annotations.add(
            SECOND, at, at + 13, colour=Colour.TEAL, note="=wait\n\n# why", concepts=[fines, laws]
        )
        opened.annotations.add(SECOND, 14, len(BODY), note="all", creator="Ada")
        opened.annotations.add(FIRST, 0, 5)
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "other", create=True) as opened:
        fill(opened)
        yield opened


def export(store: Store, path: Path) -> str:
    assert notes.write(store, store.dispatches.ids(), path) == 3
    return path.read_text("utf-8")


def held(store: Store) -> list[object]:
    """Return everything about each annotation but its number, concepts by path."""
    paths = {use.concept.id: use.path for use in store.codebook.all()}
    return [
        (
            each.dispatch, each.selector, each.colour, each.note, each.created, each.modified,
            each.creator, each.orphaned, [paths[concept] for concept in each.concepts],
        )
        for number in store.dispatches.ids()
        for each in store.annotations.of(number)
    ]  # fmt: skip


def test_web_annotations_are_the_same_after_a_round_trip(
    store: Store, other: Store, tmp_path: Path
) -> None:
    store.annotations.edit(AnnotationId(2), note="all of it")
    export(store, tmp_path / "notes.jsonld")
    report, change = notes.load(other, tmp_path / "notes.jsonld")
    assert held(other) == held(store)
    assert report.added == {"annotation": 3, "concept": 2}
    assert report.missing == ()
    again, nothing = notes.load(other, tmp_path / "notes.jsonld")
    assert (again.added, bool(nothing)) == ({}, False)
    other.revert(change)
    assert held(other) == []
    assert other.codebook.all() == ()


def test_web_annotations_are_as_the_model_says(store: Store, tmp_path: Path) -> None:
    page = json.loads(export(store, tmp_path / "notes.jsonld"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    plain_one, whole, coded = page["items"]
    assert [each["motivation"] for each in page["items"]] == [
        ["highlighting"],
        ["commenting"],
        ["commenting", "tagging"],
    ]
    quote, position = coded["target"]["selector"]
    assert BODY[position["start"] : position["end"]] == quote["exact"] == "Le régulateur"
    assert quote["suffix"] == " *attend*."
    assert coded["target"]["source"]["id"] == "urn:sha256:" + "ab" * 32
    assert coded["target"]["styleClass"] == "teal"
    assert [each["value"] for each in coded["body"]] == [
        "=wait\n\n# why",
        "Laws / Fines / daily",
        "Laws",
    ]
    assert whole["creator"] == {"type": "Person", "name": "Ada"}
    assert "body" not in plain_one


def test_a_dispatch_that_is_not_held_is_named(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "notes.jsonld")
    with Store.open(tmp_path / "empty", create=True) as empty:
        report, _ = notes.load(empty, tmp_path / "notes.jsonld")
    assert report.missing == ("b.txt: Another", "a.zip #2: Ofcom’s [codes]")
    assert "annotation" not in report.added


def test_a_passage_that_moved_is_found_by_its_quote(
    store: Store, other: Store, tmp_path: Path
) -> None:
    path = tmp_path / "notes.jsonld"
    page = json.loads(export(store, path))
    for item in page["items"]:
        item["target"]["selector"][1] |= {"start": 0, "end": 1}
    path.write_text(json.dumps(page), encoding="utf-8")
    notes.load(other, path)
    (_, coded) = other.annotations.of(SECOND)
    assert coded.selector.start == BODY.rindex("Le régulateur")


def test_a_table_of_annotations_reads_back(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "notes.csv")
    with (tmp_path / "notes.csv").open(encoding="utf-8", newline="") as file:
        _, whole, coded = csv.DictReader(file)
    assert tuple(coded) == COLUMNS
    assert coded["note"] == "'=wait\n\n# why"
    assert coded["concepts"] == "Laws / Fines / daily; Laws"
    assert BODY[int(coded["start"]) : int(coded["end"])] == coded["exact"]
    assert (coded["headline"], coded["agency"], coded["filed"]) == (
        DISPATCH.headline,
        "Reuters",
        "2024-12-16",
    )
    assert (whole["creator"], whole["exact"]) == ("Ada", BODY[14:])


def test_a_text_is_grouped_by_concept(store: Store, tmp_path: Path) -> None:
    text = export(store, tmp_path / "notes.md")
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Annotations",
        "## Laws",
        "## Laws / Fines / daily",
        "## Without concept",
    ]
    assert "\n> Le régulateur\n\n— “Ofcom’s \\[codes\\]”, Reuters, LONDON, 2024-12-16, " in text
    assert f"accession 2, SHA-256 {'ab' * 32}; characters 51–64. " in text
    assert re.search(r"characters 14–\d+\. Ada, \d{4}-\d\d-\d\d\.\n", text)
    assert text.count("\n\\=wait\n\n\\# why\n") == 2
    assert "> 👁 a publié\n>\n> \\=ses lignes directrices. Le régulateur \\*attend\\*." in text


@pytest.mark.parametrize("name", ["notes.html", "notes.md"])
def test_a_report_says_where_an_orphaned_passage_still_stands(
    store: Store, tmp_path: Path, name: str
) -> None:
    stands, gone = store.annotations.of(SECOND)
    store.annotations.place(stands.id, None)
    store.annotations.place(gone.id, selectors.describe("Words that nobody wrote.", 0, 5))
    store.annotations.place(gone.id, None)
    text = export(store, tmp_path / name)
    assert text.count("passage stands in an earlier version only") == 1
    assert "passage not found again" in text
    assert text.count("; characters ") == 2  # what stands nowhere has no place


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a*b_c", r"a\*b\_c"),
        ("1. one", r"1\. one"),
        ("- two\n+ three", "\\- two\n\\+ three"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("    code", "code"),
        ("18:30, 2024-12", "18\\:30, 2024-12"),
    ],
)
def test_markdown_shows_text_as_it_is(text: str, shown: str) -> None:
    assert plain(text) == shown


def spoilt(page: dict[str, Any], how: str) -> object:
    first = page["items"][0]
    match how:
        case "no page":
            return [page]
        case "no object":
            page["items"][0] = "Annotation"
        case "no quote":
            del first["target"]["selector"][0]
        case "no number":
            first["target"]["selector"][1]["start"] = "0"
        case "no date":
            first["created"] = "yesterday"
        case "no label":
            first["body"] = {"purpose": "tagging", "value": " "}
    return page


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("no page", "an object"),
        ("no object", "annotation 1: something else"),
        ("no quote", "annotation 1: its target has no TextQuoteSelector"),
        ("no number", "annotation 1: “start” is missing"),
        ("no date", "annotation 1: Invalid isoformat"),
        ("no label", "annotation 1: a tag without a label"),
    ],
)
def test_what_is_no_annotation_is_refused(
    store: Store, other: Store, tmp_path: Path, how: str, reason: str
) -> None:
    path = tmp_path / "notes.jsonld"
    path.write_text(json.dumps(spoilt(json.loads(export(store, path)), how)), encoding="utf-8")
    with pytest.raises(AnnotationsRefused, match=reason):
        notes.load(other, path)
    assert held(other) == []


@pytest.mark.parametrize("content", [b"", b"\xff", b"[" * 100_000, b"{}"])
def test_what_is_no_page_is_refused(other: Store, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "notes.jsonld").write_bytes(content)
    with pytest.raises(AnnotationsRefused):
        notes.load(other, tmp_path / "notes.jsonld")


def test_an_unknown_ending_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match=r"end in \.jsonld, \.csv, \.md"):
        notes.write(store, [FIRST], tmp_path / "notes.doc")


def test_the_command_exports_and_imports(
    store: Store, other: Store, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store.close()
    other.close()
    path = tmp_path / "notes.jsonld"
    here = ["--archive", str(tmp_path / "archive"), "annotations"]
    assert run_command([*here, "export", str(path), "--query", "autre OR other"]) == 0
    assert f"1 annotation written to {path}" in capfd.readouterr().out
    assert run_command([*here, "export", str(path), "--json"]) == 0
    assert json.loads(capfd.readouterr().out) == {"path": str(path), "annotations": 3}
    there = ["--archive", str(tmp_path / "other"), "annotations", "import"]
    assert run_command([*there, str(path)]) == 0
    assert capfd.readouterr().out == "added: annotation 3, concept 2\n"
    empty = ["--archive", str(tmp_path / "empty")]
    Store.open(tmp_path / "empty", create=True).close()
    assert run_command([*empty, "annotations", "import", str(path)]) == 1
    assert "not in this archive: b.txt: Another" in capfd.readouterr().err


class Page(HTMLParser):
    """What a browser would make of a page: its elements, their text, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, "every element is closed"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open[-1]][-1] += data


def test_a_page_is_grouped_by_concept(store: Store, tmp_path: Path) -> None:
    page = Page()
    page.feed(export(store, tmp_path / "report.html"))
    assert page.texts["h2"] == ["Laws", "Laws / Fines / daily", "Without concept"]
    assert page.texts["blockquote"].count("Le régulateur") == 2
    assert page.texts["p"].count("=wait\n\n# why") == 2
    assert any(f"SHA-256 {'ab' * 32}; characters 51–64." in text for text in page.texts["footer"])


def test_a_page_in_french_has_french_words(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "rapport.html"
    notes.write(store, store.dispatches.ids(), path, "fr")
    text = path.read_text("utf-8")
    assert '<html lang="fr">' in text
    assert "Sans concept" in text
    assert "caractères 51–64" in text


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1))
@example("<script>alert(1)</script>")
@example("<img src=x onerror=alert(1)>&amp;\"'")
@example("]]></style></blockquote><link rel=stylesheet href=//example.org>")
def test_nothing_in_a_page_is_taken_for_markup(text: str) -> None:
    reported = ReportedPassage(text, text, text, Colour.RED, text)
    sections = (ReportSection(text, (reported,)),)
    whole = "\n".join(annotation_html._page(AnnotationReport(text, "en", 1, sections)))
    page = Page()
    page.feed(whole)
    assert page.tags == {
        "html", "head", "meta", "title", "style", "body", "h1", "p", "section", "h2", "article",
        "blockquote", "footer", "br",
    }  # fmt: skip
    assert page.attributes == {"lang", "charset", "http-equiv", "content", "name", "class"}
    assert page.texts["blockquote"] == [text]
    assert page.texts["h2"] == [text]


def test_the_command_says_that_the_window_writes_pdf(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="the window writes"):
        notes.write(store, [FIRST], tmp_path / "notes.pdf")
