"""The themes: complete, legible, applied."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop import icons, theme
from desktop.theme import THEMES, Appearance, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

LEGIBLE = 4.5
"""Contrast that WCAG 2.2 asks of text (success criterion 1.4.3)."""
PAIRS = [
    ("text", "window"), ("text", "base"), ("text", "raised"), ("text", "hover"),
    ("text", "alternate"), ("muted", "window"), ("muted", "base"), ("accent", "window"),
    ("accent", "base"), ("accent_text", "accent"), ("selection_text", "selection"),
    ("chip_text", "chip"), ("info_text", "info"), ("warning_text", "warning"),
    ("error_text", "error"), ("error_text", "base"), ("good", "base"),
]  # fmt: skip


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    before = qapp.palette(), qapp.font(), qapp.styleSheet()
    appearance = Appearance(qapp)
    yield appearance
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    qapp.setStyleSheet(before[2])
    qapp.setProperty("theme", None)
    appearance.deleteLater()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_every_text_is_legible(name: str, ink: str, paper: str) -> None:
    colours = load(name)
    assert contrast(getattr(colours, ink), getattr(colours, paper)) >= LEGIBLE


def test_high_contrast_deserves_its_name() -> None:
    colours = load("contrast")
    assert all(
        contrast(getattr(colours, ink), getattr(colours, paper)) >= 7 for ink, paper in PAIRS
    )


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_is_one_and_the_style_sheet_is_filled(name: str) -> None:
    colours = load(name)
    values = [getattr(colours, field.name) for field in fields(colours)]
    assert all(value.isValid() for value in values if isinstance(value, QColor))
    assert "$" not in colours.style_sheet()


@pytest.mark.parametrize("name", THEMES)
def test_what_the_style_sheet_draws_is_there(name: str) -> None:
    drawn = re.findall(r'url\("([^"]+)"\)', load(name).style_sheet())
    assert len(drawn) > 1
    assert all(Path(path).is_file() for path in drawn)


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_is_worn(qapp: QApplication, appearance: Appearance, name: str) -> None:
    appearance.wear(name, 100)
    assert theme.present().name == name
    assert qapp.palette().color(QPalette.ColorRole.Base) == load(name).base


def test_the_text_grows_and_shrinks_from_the_same_size(
    qapp: QApplication, appearance: Appearance
) -> None:
    appearance.wear("light", 100)
    normal = qapp.font().pointSizeF()
    for percent in (200, 125, 80, 100):
        appearance.wear("light", percent)
        assert qapp.font().pointSizeF() == pytest.approx(normal * percent / 100)


def test_icons_are_drawn_in_the_colour_asked(qapp: QApplication) -> None:
    picture = icons.pixmap("search", 24, QColor("#ff0000")).toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert seen == {"#ff0000"}
