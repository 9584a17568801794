"""Marks on a text: annotation colours, search hits and the current hit, in this one place.

A mark is never more than a character format; the text and its undo history are not touched.
Overlaps are allowed: the text is cut into runs that each know every mark upon them.
"""

from __future__ import annotations

from bisect import insort
from enum import IntEnum
from heapq import merge
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from desktop.inks import UNDERLINES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QTextDocument

    from desktop.inks import Inks
    from desktop.text_positions import TextPositions
    from index import AnnotationId, Colour, Span


PALER = 4
"""Parts of an annotation's ground to one of its line, where the annotation is at hand."""


class Hit(IntEnum):
    """Whether a run is part of a hit of the search."""

    NONE = 0
    ONE = 1
    CURRENT = 2


class Passage(NamedTuple):
    """An annotation as far as it is drawn; offsets are code points."""

    start: int
    end: int
    colour: Colour
    id: AnnotationId


class Style(NamedTuple):
    """What lies upon one run."""

    colours: tuple[Colour, ...] = ()
    """Of every annotation over it, the innermost last."""
    active: bool = False
    """One of them is the annotation at hand."""
    hit: Hit = Hit.NONE


class Run(NamedTuple):
    """A stretch of code points with one and the same style."""

    start: int
    end: int
    style: Style


class _Edge(NamedTuple):
    """Where a mark begins (``opens``) or ends; ends sort before beginnings."""

    at: int
    opens: bool
    mark: Passage | Hit


def runs_of(
    passages: Iterable[Passage],
    hits: Sequence[Span] = (),
    current: Span | None = None,
    active: AnnotationId | None = None,
) -> list[Run]:
    """Cut a text into runs; hits are sorted and do not overlap one another."""
    edges = merge(_edges_of_passages(passages), _edges_of_hits(hits, current), key=_order)
    over: list[Passage] = []
    hit, since, found = Hit.NONE, 0, list[Run]()
    for edge in edges:
        if edge.at > since and (over or hit):
            found.append(Run(since, edge.at, _style(over, hit, active)))
        since = edge.at
        if isinstance(edge.mark, Hit):
            hit = edge.mark if edge.opens else Hit.NONE
        elif edge.opens:
            insort(over, edge.mark, key=_outer_first)
        else:
            over.remove(edge.mark)
    return found


def _order(edge: _Edge) -> tuple[int, bool]:
    return edge.at, edge.opens


def _edges_of_passages(passages: Iterable[Passage]) -> list[_Edge]:
    edges = [
        _Edge(at, opens, passage)
        for passage in passages
        for at, opens in ((passage.start, True), (passage.end, False))
    ]
    return sorted(edges, key=_order)


def _edges_of_hits(hits: Sequence[Span], current: Span | None) -> list[_Edge]:
    edges = list[_Edge]()
    for span in hits:
        kind = Hit.CURRENT if span == current else Hit.ONE
        edges += (_Edge(span.start, True, kind), _Edge(span.end, False, kind))
    return edges


def _outer_first(passage: Passage) -> tuple[int, AnnotationId]:
    return passage.start - passage.end, passage.id


def _style(over: list[Passage], hit: Hit, active: AnnotationId | None) -> Style:
    at_hand = active is not None and any(passage.id == active for passage in over)
    return Style(tuple([passage.colour for passage in over]), at_hand, hit)


class TextMarks:
    """Keeps the formats of one document in step with its runs, changing only what differs."""

    def __init__(self, document: QTextDocument, inks: Inks) -> None:
        self._document = document
        self._inks = inks
        self._shown: set[Run] = set()
        self._formats: dict[Style, QTextCharFormat] = {}

    def forget(self) -> None:
        """Take note that the document has a new text, without any marks."""
        self._shown = set()

    def dye(self, inks: Inks) -> None:
        """Change the colours; what is shown is drawn anew by the next :meth:`show`."""
        self._inks = inks
        self._formats = {}

    def show(self, runs: Iterable[Run], positions: TextPositions, *, anew: bool = False) -> None:
        """Draw these runs and nothing else."""
        wanted = set(runs)
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        plain = QTextCharFormat()
        for run in self._shown if anew else self._shown - wanted:
            _select(cursor, run, positions)
            cursor.setCharFormat(plain)
        for run in wanted if anew else wanted - self._shown:
            _select(cursor, run, positions)
            cursor.mergeCharFormat(self._format(run.style))
        cursor.endEditBlock()
        self._shown = wanted

    def _format(self, style: Style) -> QTextCharFormat:
        if style not in self._formats:
            self._formats[style] = format_of(style, self._inks)
        return self._formats[style]


def _select(cursor: QTextCursor, run: Run, positions: TextPositions) -> None:
    cursor.setPosition(positions.to_qt(run.start))
    cursor.setPosition(positions.to_qt(run.end), QTextCursor.MoveMode.KeepAnchor)


def format_of(style: Style, inks: Inks) -> QTextCharFormat:
    """Return the look of a run: the hit above the colours, the innermost colour's underline."""
    look = QTextCharFormat()
    if style.colours:
        colour = style.colours[-1]
        look.setUnderlineStyle(UNDERLINES[colour].style)
        look.setUnderlineColor(QColor(inks.lines[colour]))
        look.setFontOverline(UNDERLINES[colour].overline)
        look.setBackground(_ground(style, inks))
        look.setForeground(QColor(inks.text))
    if style.hit:
        current = style.hit is Hit.CURRENT
        look.setBackground(QColor(inks.current if current else inks.hit))
        look.setForeground(QColor(inks.current_text if current else inks.hit_text))
    return look


def _ground(style: Style, inks: Inks) -> QColor:
    ground = mean([QColor(inks.annotations[colour]) for colour in style.colours])
    if not style.active:
        return ground
    return mean([ground] * PALER + [QColor(inks.lines[style.colours[-1]])])


def mean(colours: Sequence[QColor]) -> QColor:
    """Return the colour between the given ones."""
    count = len(colours)
    return QColor(
        sum(colour.red() for colour in colours) // count,
        sum(colour.green() for colour in colours) // count,
        sum(colour.blue() for colour in colours) // count,
    )
