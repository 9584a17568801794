"""Annotations in files; one module a format, chosen by the file's ending."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from index.errors import AnnotationsRefused, ExportRefused
from index.exports import annotation_html, annotation_report, annotation_table, web_annotations
from index.exports.files import read_text, replaced
from index.exports.passages import About, passages
from index.limits import STANDARD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.exports.passages import Passage
    from index.reports import LoadReport
    from index.store import Store

    Writer = Callable[[Iterable[Passage], About, IO[str]], int]

WRITERS: dict[str, Writer] = {
    ".jsonld": web_annotations.write,
    ".csv": annotation_table.write,
    ".md": annotation_report.write,
    ".html": annotation_html.write,
}
"""Ending of a file's name -> what writes it and returns how many annotations it wrote."""


def write(store: Store, ids: Sequence[AccessionNumber], path: Path, language: str = "en") -> int:
    """Write the annotations on dispatches; return how many.

    Raises:
        ExportRefused: the ending says no format, or the file cannot be written.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        endings = f"the name has to end in {', '.join(WRITERS)}"
        pdf = "; the window writes .pdf" if path.suffix.lower() == ".pdf" else ""
        raise ExportRefused(path=path, detail=endings + pdf)
    with replaced(path) as file:
        return writer(passages(store, ids), About(store.corpus.archive_id, language), file)


def load(store: Store, path: Path) -> tuple[LoadReport, Change]:
    """Add the Web Annotations of a file that are not there, all of it or nothing.

    Raises:
        AnnotationsRefused: it holds none, or cannot be read.
    """
    try:
        return store.load(web_annotations.read(read_text(path, STANDARD.member_bytes)))
    except OSError as error:
        raise AnnotationsRefused(path=path, detail=error.strerror or str(error)) from error
    except ValueError as error:
        raise AnnotationsRefused(path=path, detail=str(error)) from error
