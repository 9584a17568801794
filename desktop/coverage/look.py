"""What a figure is drawn with: the colours of a theme, and fonts measured in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF

from desktop import theme

if TYPE_CHECKING:
    from desktop.theme import Theme

INKS = (QColor("#000000"), QColor("#ffffff"))
SMALL = 0.86
PALEST = 0.16
"""Of the accent, in the shade of the smallest count."""


@dataclass(frozen=True)
class Look:
    """The same on a screen, in a picture file and in a drawing."""

    theme: Theme
    font: QFont

    @classmethod
    def of(cls, font: QFont, worn: Theme | None = None) -> Look:
        """Take a font of any device; without a theme, the present one."""
        return cls(worn or theme.present(), _in_pixels(font, QFontInfo(font).pixelSize()))

    @cached_property
    def small(self) -> QFont:
        """For numbers and axes."""
        return _in_pixels(self.font, self.font.pixelSize() * SMALL)

    @cached_property
    def metrics(self) -> QFontMetricsF:
        """Of the font."""
        return QFontMetricsF(self.font)

    @cached_property
    def small_metrics(self) -> QFontMetricsF:
        """Of the small font."""
        return QFontMetricsF(self.small)

    def shade(self, count: int, highest: int) -> QColor:
        """Return the ground of a cell; the root spreads small counts, which are the most."""
        part = PALEST + (1 - PALEST) * sqrt(count / highest)
        return _mixed(self.theme.base, self.theme.accent, part)

    def ink_on(self, ground: QColor) -> QColor:
        """Return black or white: one of them has a contrast of 4.5 on any ground."""
        return max(INKS, key=lambda ink: contrast(ink, ground))


def _in_pixels(font: QFont, size: float) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(1, round(size)))
    return made


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    """Return the colour ``part`` of the way from one to the other."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * part),
        round(one.green() + (other.green() - one.green()) * part),
        round(one.blue() + (other.blue() - one.blue()) * part),
    )


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
