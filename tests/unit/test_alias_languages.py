"""Aliases keep their languages: edited, merged, dumped, and in files of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index import Archive
from index.errors import ExportRefused
from index.store import Store, read_line, write_line
from tests.strategies.accessions import dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.keys import ConceptId

LANGUAGES = {"Loi": "fr", "Yasa": "tr"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


@pytest.fixture
def law(store: Store) -> ConceptId:
    return store.codebook.create(
        "Law", aliases=["Loi", "Act", " Yasa "], alias_languages={"Loi": "fr", "Yasa": "tr"}
    )[0]


def test_languages_are_kept_and_changed_with_the_aliases(store: Store, law: ConceptId) -> None:
    held = store.codebook.get(law)
    assert (held.aliases, held.alias_languages) == (("Loi", "Act", "Yasa"), LANGUAGES)
    assert not store.codebook.edit(law, aliases=["Loi", "Act", "Yasa"])
    before = dump(store)
    change = store.codebook.edit(law, aliases=["Loi", "Statute"], alias_languages={"Statute": "en"})
    assert store.codebook.get(law).alias_languages == {"Statute": "en"}
    store.revert(change)
    assert dump(store) == before
    store.codebook.edit(law, aliases=["Yasa", "New"])
    assert store.codebook.get(law).alias_languages == {"Yasa": "tr"}, "what is known stays"


def test_a_merge_takes_languages_along(store: Store, law: ConceptId) -> None:
    bill, _ = store.codebook.create(
        "Bill", labels={"fr": "Projet"}, aliases=["Loi"], alias_languages={"Loi": "de"}
    )
    store.codebook.edit(law, labels={"fr": "Droit"})
    store.codebook.merge(law, bill)
    held = store.codebook.get(bill)
    assert held.aliases == ("Law", "Droit", "Loi", "Act", "Yasa")
    assert held.alias_languages == {"Loi": "de", "Droit": "fr", "Yasa": "tr"}


def test_a_dump_names_languages_only_where_there_are_some(store: Store, law: ConceptId) -> None:
    store.codebook.create("Plain", aliases=["Simple"])
    first, plain = [line for line in store.dump() if line.kind == "concept"]
    assert "alias_languages" in write_line(first)
    assert "alias_languages" not in write_line(plain)
    assert [read_line(write_line(each)) for each in (first, plain)] == [first, plain]
    assert store.codebook.get(law).alias_languages == LANGUAGES


@pytest.mark.parametrize("ending", ["ttl", "jsonld", "csv"])
def test_files_bring_languages_back(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"book.{ending}"
    with Archive.open(tmp_path / "a", create=True, upkeep=False) as one:
        one.codebook.create(
            "Law", aliases=["Act; all", "Loi", "Yasa"], alias_languages=LANGUAGES, uri="urn:law"
        )
        one.export_codebook(path)
    with Archive.open(tmp_path / "b", create=True, upkeep=False) as other:
        other.import_codebook(path)
        (use,) = other.codebook.all()
        assert use.concept.alias_languages == LANGUAGES
        assert set(use.concept.aliases) == {"Act; all", "Loi", "Yasa"}
        assert other.import_codebook(path)[1].rows == ()


def test_what_is_no_language_is_not_written(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a", create=True, upkeep=False) as archive:
        archive.codebook.create("Law", aliases=["Loi"], alias_languages={"Loi": "not one"})
        with pytest.raises(ExportRefused):
            archive.export_codebook(tmp_path / "book.ttl")
