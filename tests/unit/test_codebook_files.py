"""Codebooks in files: SKOS and CSV, written, read back and taken in."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from index import run_command
from index.codebook import ListedConcept
from index.errors import CodebookRefused, ExportRefused
from index.exports import codebooks
from index.exports.codebook_csv import read as read_csv
from index.exports.formulas import harmless, read_back
from index.reports import ConceptDetail
from index.store import Store

ENDINGS = [*codebooks.READERS]
CONCEPTS = (
    ListedConcept(("Laws",), colour="#aa3300", digit=1, labels={"fr": "Lois", "tr": "Yasalar"}),
    ListedConcept(
        ("Laws", "DSA / \"Digital Services Act\""),
        scope_note="Use for the act.\nNot for \\ national laws; see there.",
        labels={"en": "Digital Services Act", "fr": "Règlement sur les services numériques"},
        aliases=("zeta act", "DSA; the act", "=1+1"),
        uri="https://vocabulary.example/dsa",
    ),
    ListedConcept(("Laws", "DSA / \"Digital Services Act\"", "Art. 28"), digit=3),
    ListedConcept(("Topics",), retired=True),
)  # fmt: skip
WORD = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from("/;\\'=@\" "), min_size=1
).map(lambda text: " ".join(text.split()))
LABEL = WORD.filter(bool)
LANGUAGES = st.dictionaries(st.sampled_from(["de", "fr", "tr", "pt-br"]), LABEL, max_size=3)
LISTED = st.builds(
    ListedConcept,
    st.tuples(LABEL),
    st.sampled_from(["", "#00aa77"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n;'=")),
    st.none() | st.integers(1, 9),
    st.booleans(),
    LANGUAGES,
    st.lists(LABEL, max_size=3, unique=True).map(tuple),
    st.sampled_from(["", "https://vocabulary.example/concept"]),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "other", create=True) as opened:
        yield opened


def listed(store: Store) -> tuple[ListedConcept, ...]:
    return tuple(ListedConcept.of(use) for use in store.codebook.all())


def written(ending: str, concepts: tuple[ListedConcept, ...]) -> str:
    file = io.StringIO(newline="")
    codebooks.WRITERS[ending](concepts, file)
    return file.getvalue()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_codebook_is_the_same_after_a_round_trip(
    ending: str, store: Store, other: Store, tmp_path: Path
) -> None:
    store.codebook.take(CONCEPTS)
    assert listed(store) == CONCEPTS
    path = tmp_path / f"codebook{ending}"
    assert codebooks.write(store.codebook, path) == len(CONCEPTS)
    report, change = codebooks.load(other.codebook, path)
    assert listed(other) == CONCEPTS
    assert len(report.added) == len(CONCEPTS)
    assert report.filled == report.kept == ()
    other.revert(change)
    assert listed(other) == ()


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_again_changes_nothing(ending: str, store: Store, tmp_path: Path) -> None:
    store.codebook.take(CONCEPTS)
    path = tmp_path / f"codebook{ending}"
    codebooks.write(store.codebook, path)
    report, change = codebooks.load(store.codebook, path)
    assert (report.added, report.filled, report.kept) == ((), (), ())
    assert not change


@pytest.mark.parametrize("ending", ENDINGS)
@given(concept=LISTED)
def test_any_concept_reads_back(ending: str, concept: ListedConcept) -> None:
    assert codebooks.READERS[ending](written(ending, (concept,))) == [concept]


@given(st.text(max_size=8) | st.text(st.sampled_from("'=+-@\t\ra"), max_size=6))
def test_a_harmless_cell_reads_back(text: str) -> None:
    assert read_back(harmless(text)) == text
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_what_is_there_is_never_replaced(store: Store) -> None:
    laws, _ = store.codebook.create("Laws", colour="#000000", aliases=["statutes"])
    store.codebook.create("Other", digit=1)
    report, change = store.codebook.take(
        [
            ListedConcept(
                ("LAWS",), "#ffffff", "A note", 1, True, {"fr": "Lois"}, ("Statutes", "acts")
            ),
            ListedConcept(("Laws", "Fines")),
        ]
    )
    held = store.codebook.get(laws)
    assert (held.label, held.colour, held.digit, held.retired) == ("Laws", "#000000", None, False)
    assert (held.scope_note, held.aliases, held.labels) == (
        "A note",
        ("statutes", "acts"),
        {"fr": "Lois"},
    )
    assert report.added == ("Laws / Fines",)
    assert report.filled == (
        ConceptDetail("Laws", "scope_note", "", "A note"),
        ConceptDetail("Laws", "aliases", "", "acts"),
        ConceptDetail("Laws", "label@fr", "", "Lois"),
    )
    assert report.kept == (
        ConceptDetail("Laws", "colour", "#000000", "#ffffff"),
        ConceptDetail("Laws", "retired", "no", "yes"),
        ConceptDetail("Laws", "digit", "", "1"),
    )
    store.revert(change)
    assert [each.path for each in listed(store)] == [("Laws",), ("Other",)]
    assert store.codebook.get(laws).aliases == ("statutes",)


def test_a_concept_is_known_again_by_its_uri_first(store: Store) -> None:
    uri = "https://vocabulary.example/fines"
    store.codebook.create("Penalties", uri=uri)
    store.codebook.create("Fines")
    report, _ = store.codebook.take(
        [ListedConcept(("Laws", "Fines"), uri=uri), ListedConcept(("Laws", "Fines", "Daily"))]
    )
    assert report.added == ("Laws", "Penalties / Daily")
    assert report.kept == (
        ConceptDetail("Penalties", "label", "Penalties", "Fines"),
        ConceptDetail("Penalties", "broader", "", "Laws"),
    )


def test_a_failed_import_leaves_nothing(store: Store) -> None:
    with pytest.raises(ValueError, match="shortcut"):
        store.codebook.take([ListedConcept(("Laws",)), ListedConcept(("Rules",), digit=12)])
    assert listed(store) == ()


FOREIGN = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix v: <https://vocabulary.example/> .
v:laws a skos:Concept ; skos:prefLabel "Gesetze"@de, "Laws"@en ; skos:narrower v:fines .
v:fines a skos:Concept ; skos:prefLabel "Bußgelder"@de ; skos:altLabel "fines"@en ;
    skos:hiddenLabel "Bussgeld" ; skos:definition "Geld"@de ; skos:broader v:elsewhere .
"""


def test_a_vocabulary_of_others_is_read() -> None:
    read = codebooks.READERS[".ttl"](FOREIGN)
    assert sorted(read, key=lambda each: each.uri) == [
        ListedConcept(
            ("Laws", "Bußgelder"),
            scope_note="Geld",
            labels={"de": "Bußgelder"},
            aliases=("Bussgeld", "fines"),
            uri="https://vocabulary.example/fines",
            alias_languages={"fines": "en"},
        ),
        ListedConcept(
            ("Laws",),
            labels={"de": "Gesetze", "en": "Laws"},
            uri="https://vocabulary.example/laws",
        ),
    ]


def test_the_starter_vocabulary_is_read() -> None:
    (path,) = (Path(__file__).parents[2] / "resources/vocabulary").glob("*.ttl")
    concepts = codebooks.read(path)
    assert len(concepts) > 50
    assert all(each.labels["en"] == each.path[-1] for each in concepts if "en" in each.labels)


def test_other_programs_read_both_forms_alike() -> None:
    turtle = Graph().parse(data=written(".ttl", CONCEPTS), format="turtle")
    json_ld = Graph().parse(data=written(".jsonld", CONCEPTS), format="json-ld")
    assert len(turtle) > 20
    assert turtle.isomorphic(json_ld)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.ttl", "no turtle", "at line 1"),
        ("a.ttl", "", "no skos:Concept"),
        ("a.ttl", FOREIGN + "v:laws skos:broader v:fines .", "below itself"),
        ("a.ttl", FOREIGN.replace('skos:prefLabel "Bußgelder"@de ;', ""), "no preferred label"),
        ("a.jsonld", "{", "line 1"),
        ("a.jsonld", '{"@context": "https://vocabulary.example/context"}', "not in the file"),
        ("a.jsonld", '[{"a": {"@context": [{}, "other.json"]}}]', "not in the file"),
        ("a.jsonld", '{"@context": {"@import": "other.json"}}', "not in the file"),
        ("a.jsonld", "[" * 100_000, "nested"),
        ("a.csv", "label\nLaws\n", "no column “path”"),
        ("a.csv", "path,digit\nLaws,12\n", "line 2: no shortcut key 12"),
        ("a.csv", "path,digit\nLaws / ,1\n", "line 2: a concept without a label"),
        ("a.csv", 'path\n"Laws\n', "line"),
        ("a.txt", "", "the name has to end in"),
        ("missing.ttl", None, "No such file"),
    ],
)
def test_what_is_no_codebook_is_refused(
    store: Store, tmp_path: Path, name: str, text: str | None, reason: str
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookRefused, match=reason):
        codebooks.load(store.codebook, path)
    assert listed(store) == ()


def test_what_is_no_text_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CodebookRefused, match="utf-8"):
        codebooks.load(store.codebook, tmp_path / "a.ttl")


def test_a_table_needs_no_more_than_paths() -> None:
    assert read_csv("path\nAge/identity\nLaws / Fines\n") == [
        ListedConcept(("Age/identity",)),
        ListedConcept(("Laws", "Fines")),
    ]


@pytest.mark.parametrize(
    ("name", "concept"),
    [
        ("a.txt", {}),
        ("a.ttl", {"uri": "no uri"}),
        ("a.jsonld", {"labels": {"no language!": "x"}}),
    ],
)
def test_an_export_that_cannot_be_is_refused(
    store: Store, tmp_path: Path, name: str, concept: dict[str, object]
) -> None:
    store.codebook.create("Laws", **concept)  # type: ignore[arg-type]
    with pytest.raises(ExportRefused):
        codebooks.write(store.codebook, tmp_path / name)
    assert not (tmp_path / name).exists()


def test_concepts_of_one_uri_stay_two(store: Store, other: Store, tmp_path: Path) -> None:
    for label in ("Fines", "Laws"):
        store.codebook.create(label, uri="https://vocabulary.example/laws")
    codebooks.write(store.codebook, tmp_path / "a.ttl")
    codebooks.load(other.codebook, tmp_path / "a.ttl")
    assert [each.path for each in listed(other)] == [("Fines",), ("Laws",)]


def test_the_command_says_what_it_did(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with Store.open(tmp_path / "archive", create=True) as opened:
        opened.codebook.create("Laws", colour="#000000")
    table = tmp_path / "in.csv"
    table.write_text("path,colour,scope_note\nLaws,#ffffff,Acts\nFines,,\n", encoding="utf-8")
    here = ["--archive", str(tmp_path / "archive"), "codebook"]
    assert run_command([*here, "import", str(table)]) == 0
    assert capfd.readouterr().out.splitlines() == [
        "   added  Fines",
        "  filled  Laws: scope_note = Acts",
        "    kept  Laws: colour = #000000, not #ffffff",
    ]
    assert run_command([*here, "import", str(table), "--json"]) == 0
    again = json.loads(capfd.readouterr().out)
    assert (again["added"], again["filled"], len(again["kept"])) == ([], [], 1)
    out = tmp_path / "out.jsonld"
    assert run_command([*here, "export", str(out), "--json"]) == 0
    assert json.loads(capfd.readouterr().out) == {"path": str(out), "concepts": 2}
    assert len(codebooks.read(out)) == 2
    assert run_command([*here, "import", str(tmp_path / "none.csv")]) == 3
