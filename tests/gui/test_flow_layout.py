"""Widgets are set like words, or fill their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from desktop.panels.parts.flow_layout import FlowLayout

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WIDTHS = (100, 60, 150)
GAP = 6


def set_in(qtbot: QtBot, width: int, *, fills: bool) -> list[tuple[int, int, int, int]]:
    """Return where three widgets come to lie: x, y, width and height of each."""
    host = QWidget()
    qtbot.addWidget(host)
    row = FlowLayout(host, gap=GAP, fills=fills)
    parts = [QWidget() for _ in WIDTHS]
    for number, (part, wanted) in enumerate(zip(parts, WIDTHS, strict=True)):
        part.setMinimumSize(wanted, 20 + number)
        row.addWidget(part)
    host.resize(width, 200)
    host.show()
    places = [part.geometry() for part in parts]
    return [(place.x(), place.y(), place.width(), place.height()) for place in places]


def test_a_line_breaks_where_it_is_full(qtbot: QtBot) -> None:
    assert set_in(qtbot, 200, fills=False) == [
        (0, 0, 100, 20), (106, 0, 60, 21), (0, 21 + GAP, 150, 22)
    ]  # fmt: skip


def test_items_share_what_is_left_of_their_line(qtbot: QtBot) -> None:
    assert set_in(qtbot, 200, fills=True) == [
        (0, 0, 117, 21), (123, 0, 77, 21), (0, 21 + GAP, 200, 22)
    ]  # fmt: skip


@pytest.mark.parametrize("fills", [False, True])
def test_nothing_is_wider_than_the_layout(qtbot: QtBot, fills: bool) -> None:
    assert all(x + width <= 150 for x, _, width, _ in set_in(qtbot, 150, fills=fills))
