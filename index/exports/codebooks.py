"""Codebooks in files; one module a format, chosen by the file's ending."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from index.codebook import ListedConcept
from index.errors import CodebookRefused, ExportRefused
from index.exports import codebook_csv, refi, skos
from index.exports.files import read_text, replaced
from index.limits import STANDARD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from index.changes import Change
    from index.reports import CodebookReport
    from index.store import Codebook

    Writer = Callable[[Sequence[ListedConcept], IO[str]], None]
    Reader = Callable[[str], Sequence[ListedConcept]]

WRITERS: dict[str, Writer] = {
    ".ttl": skos.write_turtle,
    ".jsonld": skos.write_json_ld,
    ".csv": codebook_csv.write,
    ".qdc": refi.write_codebook,
}
"""Ending of a file's name -> what writes it."""
READERS: dict[str, Reader] = {
    ".ttl": skos.read_turtle,
    ".jsonld": skos.read_json_ld,
    ".csv": codebook_csv.read,
}


def write(codebook: Codebook, path: Path) -> int:
    """Write all concepts; return how many.

    Raises:
        ExportRefused: the ending says no format, or the file cannot be written.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ExportRefused(path=path, detail=f"the name has to end in {', '.join(WRITERS)}")
    concepts = [ListedConcept.of(use) for use in codebook.all()]
    try:
        with replaced(path) as file:
            writer(concepts, file)
    except ValueError as error:
        raise ExportRefused(path=path, detail=str(error)) from error
    return len(concepts)


def load(codebook: Codebook, path: Path) -> tuple[CodebookReport, Change]:
    """Add the concepts of a file, all of it or nothing.

    Raises:
        CodebookRefused: it is no codebook, or cannot be read.
    """
    try:
        return codebook.take(read(path))
    except ValueError as error:
        raise CodebookRefused(path=path, detail=str(error)) from error


def read(path: Path) -> Sequence[ListedConcept]:
    """Return the concepts of a file.

    Raises:
        CodebookRefused: it is no codebook, or cannot be read.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise CodebookRefused(path=path, detail=f"the name has to end in {', '.join(READERS)}")
    try:
        return reader(read_text(path, STANDARD.file_bytes))
    except OSError as error:
        raise CodebookRefused(path=path, detail=error.strerror or str(error)) from error
    except ValueError as error:
        raise CodebookRefused(path=path, detail=str(error)) from error
