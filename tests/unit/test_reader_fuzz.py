"""Whatever the bytes, a file that an archive takes back is loaded or refused with a remedy."""

from __future__ import annotations

import random
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from index import Archive, ArchiveError
from index.query import Query
from tests.inputs.fuzz import TOKENS, mutant
from tests.strategies.coded import coded_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MUTANTS = 60
VOCABULARY = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:x:1> a skos:Concept ; skos:prefLabel "age verification"@en, "vérification de l’âge"@fr ;
  skos:altLabel "age assurance"@en ; skos:broader <urn:x:2> .
<urn:x:2> skos:prefLabel "platform duties"@en ; skos:altLabel "obligations"@fr .
"""
NTRIPLES = (
    '<urn:x:1> <http://www.w3.org/2004/02/skos/core#prefLabel> "age"@en .\n'
    '<urn:x:1> <http://www.w3.org/2004/02/skos/core#altLabel> "years"@en .\n'
)
RDF_XML = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:skos="http://www.w3.org/2004/02/skos/core#"><skos:Concept rdf:about="urn:x:1">
  <skos:prefLabel xml:lang="en">age</skos:prefLabel><skos:altLabel xml:lang="en">years</skos:altLabel>
  </skos:Concept></rdf:RDF>
"""


def written(text: str) -> Callable[[Archive, Path], object]:
    return lambda _archive, path: path.write_text(text, encoding="utf-8")


def cited(archive: Archive, path: Path) -> None:
    archive.write_citation(archive.cite(archive.dispatches.ids()[0], 4, 13), path)


READERS: dict[str, tuple[Callable[[Archive, Path], object], Callable[[Archive, Path], object]]] = {
    "work.jsonl": (Archive.dump, Archive.load),
    "codebook.ttl": (Archive.export_codebook, Archive.import_codebook),
    "codebook.jsonld": (Archive.export_codebook, Archive.import_codebook),
    "codebook.csv": (Archive.export_codebook, Archive.import_codebook),
    "annotations.jsonld": (Archive.export_annotations, Archive.import_annotations),
    "layer.jsonl": (lambda archive, path: archive.export_layer(path, "Ada"), Archive.import_layer),
    "citation.json": (cited, Archive.verify_citation),
    "terms.ttl": (written(VOCABULARY), Archive.add_vocabulary),
    "terms.nt": (written(NTRIPLES), Archive.add_vocabulary),
    "terms.rdf": (written(RDF_XML), Archive.add_vocabulary),
}
"""Name of a file -> what writes a good one, and what reads it back."""


@contextmanager
def coded(folder: Path) -> Iterator[Archive]:
    with coded_store(folder) as made:
        made.store.searches.save("More", Query("law OR bill"))
    with Archive.open(folder, upkeep=False) as archive:
        yield archive


@pytest.mark.parametrize("name", READERS)
def test_a_spoilt_file_is_loaded_or_refused(tmp_path: Path, name: str) -> None:
    make, load = READERS[name]
    chance = random.Random(name)  # noqa: S311 - to be repeated
    good, spoilt = tmp_path / name, tmp_path / f"spoilt-{name}"
    refused = 0
    with coded(tmp_path / "archive") as archive:
        make(archive, good)
        load(archive, good)
        raw = good.read_bytes()
        for at in range(MUTANTS):
            spoilt.write_bytes(
                mutant(raw, chance) if at % 6 else b"".join(chance.choices(TOKENS, k=at))
            )
            before = archive.history.recent(1)
            try:
                load(archive, spoilt)
            except ArchiveError as error:
                refused += 1
                assert f"{error}{error.advice}".strip()  # noqa: PT017 - any reason will do
                assert archive.history.recent(1) == before, "a file that is refused changes nothing"
        assert archive.verify().faults == ()
    assert refused > MUTANTS / 6
