"""The annotations of the whole archive, newest first, a page at a time, filtered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.colour_names import colour_name
from desktop.short_text import day
from desktop.version_text import version_name
from index import fold, locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from index import Accession, Annotation, Archive, Colour, ConceptId, ConceptUse

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
translate = QCoreApplication.translate
PAGE = 200
"""Annotations read at one go."""
ENOUGH = 60
"""Lines that fill a view; reading goes on until there are so many more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which annotations are shown; all parts must hold."""

    text: str = ""
    """Folded words, each somewhere in quote, note or headline."""
    colour: Colour | None = None
    concepts: frozenset[ConceptId] = frozenset()
    """At least one of them; empty = any."""
    since: date | None = None
    """Made or changed on this day or later, as the user's clock tells days."""
    until: date | None = None
    orphaned: bool = False
    """Only those whose passage could not be found."""
    trashed: bool = False
    """Those in the trash instead of the others."""

    def meets(self, line: Line) -> bool:
        """Tell whether a line is shown."""
        annotation = line.annotation
        if self.colour not in (None, annotation.colour):
            return False
        if self.orphaned and not annotation.orphaned:
            return False
        if not self._in_time(annotation):
            return False
        if self.concepts and self.concepts.isdisjoint(annotation.concepts):
            return False
        if not self.text:
            return True
        told = fold(f"{annotation.selector.exact} {annotation.note} {line.headline}")
        return all(word in told for word in self.text.split())

    def _in_time(self, annotation: Annotation) -> bool:
        made = annotation.modified or annotation.created
        if made is None:
            return self.since is None and self.until is None
        day_made = made.astimezone().date()
        return (self.since or day_made) <= day_made <= (self.until or day_made)


class Line(NamedTuple):
    """An annotation with what is shown of its dispatch and concepts."""

    annotation: Annotation
    headline: str
    concepts: tuple[str, ...]
    standing: str = ""
    """Of an orphan: which version has the passage, or that none has."""
    version: str = ""
    """Of an orphan in a story of several versions: how its own is named."""

    @property
    def date(self) -> str:
        """The day it was made or changed last."""
        made = self.annotation.modified or self.annotation.created
        return day(made.astimezone().date()) if made else ""


class AnnotationsModel(QAbstractTableModel):
    """One column; a delegate draws what :meth:`line` returns."""

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._wanted = Wanted()
        self._lines: list[Line] = []
        self._read = 0
        self._exhausted = True

    def show(self, wanted: Wanted, *, keep: int = 0) -> None:
        """Begin anew with these; ``keep`` lines at least are there at once."""
        self.beginResetModel()
        self._wanted, self._lines, self._read, self._exhausted = wanted, [], 0, False
        while len(self._lines) < max(keep, ENOUGH) and not self._exhausted:
            self._lines.extend(self._next_page())
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return what stands in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @property
    def complete(self) -> bool:
        """Whether every line has been read."""
        return self._exhausted

    @property
    def orphans(self) -> list[int]:
        """The rows of annotations whose passage could not be found."""
        return [row for row, line in enumerate(self._lines) if line.annotation.orphaned]

    def _next_page(self) -> list[Line]:
        held = self._archive.annotations
        page = (held.trashed if self._wanted.trashed else held.all)(PAGE, self._read)
        self._read += len(page)
        self._exhausted = len(page) < PAGE
        return [line for line in self._lines_of(page) if self._wanted.meets(line)]

    def _lines_of(self, page: Sequence[Annotation]) -> Iterator[Line]:
        about = {annotation.dispatch for annotation in page}
        held: Mapping[int, Accession] = {a.id: a for a in self._archive.dispatches.each(about)}
        uses: Mapping[ConceptId, ConceptUse] = {
            use.concept.id: use for use in self._archive.codebook.all()
        }
        for annotation in page:
            labels = (uses[c].concept.label for c in annotation.concepts if c in uses)
            accession = held.get(annotation.dispatch)
            headline = accession.dispatch.headline if accession else ""
            line = Line(annotation, headline, tuple(labels))
            yield self._told(line, accession) if annotation.orphaned and accession else line

    def _told(self, line: Line, accession: Accession) -> Line:
        """Return the line of an orphan with where its passage stands."""
        versions = self._archive.dispatches.versions(accession.id)
        at = next((n for n, each in enumerate(versions) if each.id == accession.id), 0)
        stands = locate(accession.dispatch.body, line.annotation.selector) is not None
        if len(versions) < 2:
            here = translate("annotations", "Stands in its dispatch")
            gone = translate("annotations", "Passage not found")
            return line._replace(standing=here if stands else gone)
        here = translate("annotations", "Stands in version {number} of {count}")
        gone = translate("annotations", "Not found in version {number} of {count}")
        text = (here if stands else gone).format(number=at + 1, count=len(versions))
        return line._replace(standing=text, version=version_name(versions, at))

    # --- Qt's model -------------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._exhausted

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        more: list[Line] = []
        while len(more) < ENOUGH and not self._exhausted:
            more.extend(self._next_page())
        if more:
            first = len(self._lines)
            self.beginInsertRows(ROOT, first, first + len(more) - 1)
            self._lines.extend(more)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.annotation.selector.exact
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(line)
            case Qt.ItemDataRole.ToolTipRole if line.standing:
                told = (line.standing, line.version, line.headline)
                return "\n".join(part for part in told if part)
            case Qt.ItemDataRole.UserRole:
                return line
        return None

    def _spoken(self, line: Line) -> str:
        annotation = line.annotation
        said = (
            colour_name(annotation.colour),
            annotation.selector.exact,
            annotation.note,
            ", ".join(line.concepts),
            line.standing,
            line.headline,
            line.date,
        )
        return "; ".join(part for part in said if part)
