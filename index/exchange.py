"""The part of the facade that hands work to other programs and takes it back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.annotation import AnnotationReport
    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.query import Query
    from index.reports import (
        CitationCheck,
        CitationStyle,
        CodebookReport,
        Evidence,
        LoadReport,
    )
    from index.store import Store


class Exchange(ABC):
    """Codebooks, annotations and citations in files for others."""

    _store: Store

    @abstractmethod
    def _every_match(self, query: Query | str) -> Sequence[AccessionNumber]:
        """Return what a query finds."""

    def matches(self, query: Query | str) -> Sequence[AccessionNumber]:
        """Return every dispatch that a query finds; a story shown as one line is there whole."""
        return self._every_match(query)

    def export_codebook(self, path: Path | str) -> int:
        """Write the codebook as SKOS (``.ttl``, ``.jsonld``) or CSV; return how many concepts.

        Raises:
            ExportRefused: the ending says no format, or the file cannot be written.
        """
        from index.exports import codebooks  # rarely needed

        return codebooks.write(self._store.codebook, Path(path).expanduser())

    def import_codebook(self, path: Path | str) -> tuple[CodebookReport, Change]:
        """Add the concepts of a SKOS or CSV file; nothing that is there is replaced.

        Concepts are known again by their URI, then by their path. One edit, all of it or nothing.

        Raises:
            CodebookRefused: the file is no codebook.
            ReadOnlyArchive, StorageFull: nothing was added.
        """
        from index.exports import codebooks  # rarely needed

        return codebooks.load(self._store.codebook, Path(path).expanduser())

    def export_annotations(
        self, path: Path | str, query: Query | str | None = None, *, language: str = "en"
    ) -> int:
        """Write annotations, of the dispatches that match where a query is given; return how many.

        The ending says how: W3C Web Annotations (``.jsonld``), a table (``.csv``), or a report
        grouped by concept (``.md``, ``.html``), whose own words are in ``language``.

        Raises:
            ExportRefused: the ending says no format, or the file cannot be written.
        """
        from index.exports import notes  # rarely needed

        return notes.write(self._store, self._asked(query), Path(path).expanduser(), language)

    def annotation_report(
        self, query: Query | str | None = None, *, language: str = "en"
    ) -> AnnotationReport:
        """Return the annotations, of the dispatches that match where a query is given, as a report.

        Args:
            query: None for the whole archive.
            language: of the report's own words, ``en`` or ``fr``.
        """
        from index.exports import annotation_groups, passages  # rarely needed

        return annotation_groups.report(
            passages.passages(self._store, self._asked(query)), language
        )

    def _asked(self, query: Query | str | None) -> Sequence[AccessionNumber]:
        return self._store.dispatches.ids() if query is None else self._every_match(query)

    def import_annotations(self, path: Path | str) -> tuple[LoadReport, Change]:
        """Add the Web Annotations of a file that are not there; one edit, all of it or nothing.

        Raises:
            AnnotationsRefused: the file holds none.
            ReadOnlyArchive, StorageFull: nothing was added.
        """
        from index.exports import notes  # rarely needed

        return notes.load(self._store, Path(path).expanduser())

    def cite(self, dispatch: AccessionNumber, start: int, end: int) -> Evidence:
        """Return ``body[start:end]``, in code points, with its citation.

        Raises:
            PassageNotFound: the span is empty or runs outside the body.
            UnknownDispatch: there is no such dispatch.
        """
        from index.exports import evidence  # rarely needed

        return evidence.gather(self._store, dispatch, start, end)

    def references(
        self, ids: Sequence[AccessionNumber], style: CitationStyle, language: str = "en"
    ) -> tuple[str, ...]:
        """Return dispatches as a bibliography prints them, in the order asked.

        Args:
            ids: accession numbers; those that are not held are left out.
            style: ISO 690, APA or Chicago.
            language: of the words between the fields, ``en`` or ``fr``.
        """
        from index.exports import references  # rarely needed

        return tuple(references.references(self._store, ids, style, language))

    def write_citation(self, cited: Evidence, path: Path | str) -> None:
        """Write a citation to a small file that :meth:`verify_citation` checks.

        Raises:
            ExportRefused: the file cannot be written.
        """
        from index.exports import evidence  # rarely needed

        evidence.write(cited, Path(path).expanduser())

    def verify_citation(self, path: Path | str) -> CitationCheck:
        """Compare the citation of a file with the dispatch that it cites.

        Raises:
            CitationRefused: the file is no citation.
        """
        from index.exports import evidence  # rarely needed

        return evidence.check(self._store, evidence.read(Path(path).expanduser()))
