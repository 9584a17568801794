"""Marks on a text: what lies where, in which colour, and how fast."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.inks import UNDERLINES, Inks, inks_of
from desktop.text_marks import Hit, Passage, Run, Style, TextMarks, format_of, runs_of
from desktop.text_positions import TextPositions
from index import AnnotationId, Colour, Span

Y, B = Colour.YELLOW, Colour.BLUE
THEMES = [inks_of(theme.load(name)) for name in theme.THEMES]


def passage(start: int, end: int, colour: Colour = Y, number: int = 1) -> Passage:
    return Passage(start, end, colour, AnnotationId(number))


def style(*colours: Colour, hit: Hit = Hit.NONE, active: bool = False) -> Style:
    return Style(colours, active, hit)


def test_overlaps_are_cut_into_runs_the_innermost_last() -> None:
    runs = runs_of([passage(0, 10), passage(6, 9, B, 2)])
    assert runs == [
        Run(0, 6, style(Y)),
        Run(6, 9, style(Y, B)),
        Run(9, 10, style(Y)),
    ]


def test_hits_lie_above_and_the_current_one_is_told_apart() -> None:
    runs = runs_of([passage(0, 4)], [Span(2, 6), Span(6, 8)], current=Span(6, 8))
    assert runs == [
        Run(0, 2, style(Y)),
        Run(2, 4, style(Y, hit=Hit.ONE)),
        Run(4, 6, style(hit=Hit.ONE)),
        Run(6, 8, style(hit=Hit.CURRENT)),
    ]


def test_the_annotation_at_hand_is_marked_throughout() -> None:
    runs = runs_of([passage(0, 4, Y, 1), passage(2, 6, B, 2)], active=AnnotationId(2))
    assert [run.style.active for run in runs] == [False, True, True]


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(st.lists(SPANS, max_size=12))
def test_every_character_knows_every_mark_upon_it(spans: list[Span]) -> None:
    passages = [passage(s.start, s.end, Y, number) for number, s in enumerate(spans)]
    runs = runs_of(passages)
    assert all(a.end <= b.start for a, b in itertools.pairwise(runs))
    for at in range(60):
        over = sum(s.start <= at < s.end for s in spans)
        drawn = [len(run.style.colours) for run in runs if run.start <= at < run.end]
        assert drawn == ([over] if over else [])


def look_at(document: QTextDocument, offset: int) -> QTextCharFormat:
    cursor = QTextCursor(document)
    cursor.setPosition(offset + 1)
    return cursor.charFormat()


def test_marks_come_and_go_without_touching_the_text(qtbot: QtBot) -> None:
    text = "a passage with 😀 in it"
    document, positions = QTextDocument(), TextPositions(text)
    document.setUndoRedoEnabled(False)
    document.setPlainText(text)
    marks = TextMarks(document, THEMES[0])
    marks.show(runs_of([passage(15, 16)]), positions)
    assert look_at(document, 15).underlineStyle() == UNDERLINES[Y].style
    assert not look_at(document, 14).hasProperty(QTextCharFormat.Property.BackgroundBrush)
    assert not look_at(document, 17).hasProperty(QTextCharFormat.Property.BackgroundBrush)
    marks.show([], positions)
    assert not look_at(document, 15).hasProperty(QTextCharFormat.Property.BackgroundBrush)
    assert document.toPlainText() == text
    assert not document.isUndoAvailable()


@given(st.lists(st.lists(SPANS, max_size=6), min_size=1, max_size=4))
def test_what_is_drawn_depends_only_on_what_was_shown_last(steps: list[list[Span]]) -> None:
    text = "x" * 60
    drawn = []
    for shown in (steps, steps[-1:]):
        document, positions = QTextDocument(text), TextPositions(text)
        marks = TextMarks(document, THEMES[0])
        for spans in shown:
            made = [passage(s.start, s.end, Y, number) for number, s in enumerate(spans)]
            marks.show(runs_of(made), positions)
        drawn.append([look_at(document, at).background().color().name() for at in range(60)])
    assert drawn[0] == drawn[1]


def test_five_thousand_marks_are_laid(qtbot: QtBot) -> None:
    text = "policy regulation " * 5_000
    document, positions = QTextDocument(), TextPositions(text)
    document.setUndoRedoEnabled(False)
    document.setPlainText(text)
    runs = runs_of([passage(at * 18, at * 18 + 6, Y, at) for at in range(5_000)])
    marks = TextMarks(document, THEMES[0])
    marks.show(runs, positions)
    for at in (0, 2_500, 4_999):
        assert look_at(document, at * 18 + 3).underlineStyle() == UNDERLINES[Y].style
        between = look_at(document, at * 18 + 9)
        assert not between.hasProperty(QTextCharFormat.Property.BackgroundBrush)


# --- colours ---------------------------------------------------------------------------------


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


ALL_STYLES = [
    *(style(colour) for colour in Colour),
    *(style(colour, active=True) for colour in Colour),
    *(style(one, other) for one in Colour for other in Colour),
    style(hit=Hit.ONE),
    style(hit=Hit.CURRENT),
]


@pytest.mark.parametrize("inks", THEMES, ids=theme.THEMES)
@pytest.mark.parametrize("marked", ALL_STYLES, ids=str)
def test_marked_text_stays_readable(inks: Inks, marked: Style) -> None:
    look = format_of(marked, inks)
    assert contrast(look.foreground().color(), look.background().color()) >= 4.5


@pytest.mark.parametrize("inks", THEMES, ids=theme.THEMES)
def test_hits_are_never_taken_for_annotations(inks: Inks) -> None:
    grounds = {*inks.annotations.values()}
    assert len(grounds) == len(Colour)
    assert inks.hit not in grounds
    assert inks.current not in grounds
    assert inks.hit != inks.current
    others = (QColor(line).hsvSaturation() for line in inks.lines.values())
    assert QColor(inks.hit).hsvSaturation() < 70 < min(others)


def test_every_colour_has_a_line_of_its_own() -> None:
    assert len({*UNDERLINES.values()}) == len(Colour)
