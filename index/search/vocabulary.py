"""Vocabularies on the disk: SKOS as people write it, and a short form that is quick to read.

The short form has one JSON array a line for each concept: its names, preferred ones first. The
starter vocabulary ships in it, and an imported vocabulary is kept in it beside the archive.
"""

from __future__ import annotations

import json
from contextlib import suppress
from importlib import resources
from itertools import chain
from typing import TYPE_CHECKING

from index.errors import StorageFull, VocabularyRefused
from index.search.shelf import Shelf
from index.search.thesaurus import Thesaurus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rdflib import Graph
    from rdflib.term import Node

Names = tuple[str, ...]

FOLDER = "vocabulary"
"""Beside the archive's record."""
SUFFIX = ".names"
LARGEST = 32 << 20
"""Bytes of a vocabulary that is imported."""
_LONGEST = 200
"""Characters of a name; longer ones are descriptions."""
_FORMATS = {
    ".ttl": "turtle", ".n3": "turtle", ".nt": "nt", ".rdf": "xml", ".xml": "xml", ".owl": "xml",
}  # fmt: skip
"""No JSON-LD: it may ask for a context from the network."""


def read_skos(path: Path) -> list[Names]:
    """Return the names of every concept of a SKOS file that has more than one.

    Raises:
        VocabularyRefused: it cannot be read, or holds no such concept.
    """
    found = [names for names in _concepts(_graph(path)) if len(names) > 1]
    if not found:
        raise VocabularyRefused(path=path, detail="no concept with several labels")
    return sorted(found)


def _graph(path: Path) -> Graph:
    from xml.sax import SAXException  # rarely needed

    from rdflib import Graph  # a quarter of a second
    from rdflib.exceptions import Error  # as above

    kind = _kind(path)
    try:
        return Graph().parse(data=path.read_bytes(), format=kind, publicID="urn:x-vocabulary:")
    except OSError as error:
        raise VocabularyRefused(path=path, detail=error.strerror or str(error)) from error
    # besides their own errors, rdflib's parsers raise what they stumble over
    except (
        Error, SAXException, SyntaxError, ValueError, LookupError, TypeError,
        AttributeError, AssertionError, RecursionError,
    ) as error:  # fmt: skip
        detail = str(error).strip().partition("\n")[0] or type(error).__name__
        raise VocabularyRefused(path=path, detail=detail[:200]) from error


def _kind(path: Path) -> str:
    """Return the format of a file that may be read."""
    kind = _FORMATS.get(path.suffix.lower())
    if kind is None:
        raise VocabularyRefused(path=path, detail=f"not one of {', '.join(_FORMATS)}")
    if path.is_file() and path.stat().st_size > LARGEST:
        raise VocabularyRefused(path=path, detail=f"larger than {LARGEST >> 20} MB")
    return kind


def _concepts(graph: Graph) -> Iterator[Names]:
    from rdflib import SKOS  # as above

    seen: dict[Node, list[str]] = {}
    for kind in (SKOS.prefLabel, SKOS.altLabel):
        labels = sorted((concept, str(label)) for concept, label in graph.subject_objects(kind))
        for concept, label in labels:
            seen.setdefault(concept, []).append(" ".join(label.split()))
    for names in seen.values():
        yield tuple(dict.fromkeys(name for name in names if 0 < len(name) <= _LONGEST))


def written(concepts: Iterable[Names]) -> str:
    """Return concepts in the short form."""
    return "".join(json.dumps(names, ensure_ascii=False) + "\n" for names in concepts)


def read(text: str) -> Iterator[Names]:
    """Undo :func:`written`; lines that are no concept are passed over."""
    for line in text.splitlines():
        with suppress(ValueError):
            names = json.loads(line)
            if isinstance(names, list) and all(isinstance(name, str) for name in names):
                yield tuple(names)


def starter() -> list[Names]:
    """Return the vocabulary that ships with the program."""
    return list(
        read((resources.files("resources.vocabulary") / f"policy{SUFFIX}").read_text("utf-8"))
    )


class Vocabularies:
    """The starter vocabulary and those imported into one archive."""

    def __init__(self, archive: Path | None = None, key: bytes | None = None) -> None:
        """Look beside an archive's record; without one there is the starter vocabulary alone.

        Those beside an encrypted record are sealed under the key of its index.
        """
        self._shelf = Shelf(archive / FOLDER, key) if archive else None
        self._read: Thesaurus | None = None

    def imported(self) -> list[str]:
        """Return the names of the imported ones in alphabetical order."""
        return [path.stem for path in self._files()]

    def add(self, path: Path) -> int:
        """Import a SKOS file, in place of one of the same name; return how many concepts.

        Raises:
            VocabularyRefused: it cannot be read, or holds no concept with several labels.
            StorageFull: there is no room for it.
        """
        concepts = read_skos(path)
        self._add(path.stem, concepts)
        return len(concepts)

    def hand_over(self, other: Vocabularies) -> None:
        """Keep the imported ones beside another archive, or under another key, as well."""
        for path in self._files():
            if self._shelf is not None and (concepts := _kept(self._shelf, path.name)):
                other._add(path.stem, concepts)

    def _add(self, name: str, concepts: Iterable[Names]) -> None:
        if self._shelf is not None:
            _keep(self._shelf, name, written(concepts))
            self._read = None

    def thesaurus(self) -> Thesaurus:
        """Return all of them as one; a file that cannot be read is passed over."""
        found = self._read
        if found is None:
            found = Thesaurus(chain(starter(), self.concepts()))
            self._read = found
        return found

    def concepts(self) -> list[Names]:
        """Return the names of every concept of the imported ones."""
        shelf = self._shelf
        return [names for path in self._files() if shelf for names in _kept(shelf, path.name)]

    def _files(self) -> list[Path]:
        return sorted(self._shelf.folder.glob(f"*{SUFFIX}")) if self._shelf else []


def _keep(shelf: Shelf, name: str, text: str) -> None:
    """Write a file whole or not at all."""
    folder, file = shelf.folder, f"{name}{SUFFIX}"
    new = folder / f"{name}.new"
    try:
        folder.mkdir(exist_ok=True)
        new.write_bytes(shelf.packed(file, text.encode()))
        new.replace(folder / file)
    except OSError as error:
        raise StorageFull(folder=folder, detail=error.strerror or str(error)) from error


def _kept(shelf: Shelf, name: str) -> list[Names]:
    try:
        return list(read(shelf.read(name).decode("utf-8")))
    except (OSError, ValueError):
        return []
