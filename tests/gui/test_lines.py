"""Lines of the results: cut short, hits marked, also beyond the basic plane and from the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont

from desktop.delegates.lines import lay_out
from index import Span

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LONG = "Members of the committee discussed the timetable at length. " * 8


def test_a_short_text_is_left_alone(qapp: QApplication) -> None:
    layout = lay_out("Short", (Span(0, 5),), QFont(), 400)
    assert layout.text() == "Short"
    assert [(mark.start, mark.length) for mark in layout.formats()] == [(0, 5)]


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_long_text_ends_in_an_ellipsis_and_fits(qapp: QApplication, lines: int) -> None:
    layout = lay_out(LONG, (Span(0, 7), Span(400, 407)), QFont(), 300, lines)
    assert layout.lineCount() == lines
    assert layout.text().endswith("…")
    assert layout.boundingRect().width() <= 300
    assert len(layout.formats()) == 1, "a hit that was cut off is not marked"


def test_hits_after_a_wide_character_are_where_they_belong(qapp: QApplication) -> None:
    layout = lay_out("𝔸𝔸 hit", (Span(3, 6),), QFont(), 400)
    assert [(mark.start, mark.length) for mark in layout.formats()] == [(5, 3)]


def test_arabic_is_set_from_the_right(qapp: QApplication) -> None:
    layout = lay_out("قانون جديد", (), QFont(), 400)
    x = layout.lineAt(0).cursorToX(0)
    assert isinstance(x, tuple)
    assert x[0] == 400


def test_line_breaks_do_not_cost_lines(qapp: QApplication) -> None:
    assert lay_out("one\ntwo", (), QFont(), 400, 2).lineCount() == 1
