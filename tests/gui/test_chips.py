"""Concepts as chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from desktop.panels.parts.chips import Chips
from index import Concept, ConceptId, ConceptUse

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_long_label_is_cut_short_and_whole_in_the_tooltip(qtbot: QtBot) -> None:
    label = "Obligations de signalement des hébergeurs et des services de communication en ligne"
    chips = Chips("chips")
    qtbot.addWidget(chips)
    chips.show_concepts([ConceptUse(Concept(ConceptId(1), label), (label,))])
    chip = chips.chip(label)
    button = chip.findChild(QToolButton, "chip-label")
    assert isinstance(button, QToolButton)
    assert "…" in button.text()
    assert label in button.toolTip()
    assert button.accessibleName().endswith(label)
    assert chip.sizeHint().width() < 300
