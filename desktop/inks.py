"""The colours of marks: eight for annotations, each with its own underline, and two for hits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextCharFormat

from desktop import theme
from index import Colour

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.theme import Theme

_Line = QTextCharFormat.UnderlineStyle


class Underline(NamedTuple):
    """The pattern that tells a colour to those who cannot see it."""

    style: QTextCharFormat.UnderlineStyle
    overline: bool = False


UNDERLINES: Mapping[Colour, Underline] = {
    Colour.YELLOW: Underline(_Line.SingleUnderline),
    Colour.ORANGE: Underline(_Line.DashUnderline),
    Colour.RED: Underline(_Line.WaveUnderline),
    Colour.PINK: Underline(_Line.DotLine),
    Colour.PURPLE: Underline(_Line.DashDotLine),
    Colour.BLUE: Underline(_Line.SingleUnderline, overline=True),
    Colour.TEAL: Underline(_Line.DashDotDotLine),
    Colour.GREEN: Underline(_Line.DashUnderline, overline=True),
}


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of marks in one theme, as ``#rrggbb``."""

    annotations: Mapping[Colour, str]
    """Backgrounds."""
    lines: Mapping[Colour, str]
    """Underlines, frames and swatches: the same hue, strong enough to be seen alone."""
    text: str
    """Ink on any of the backgrounds."""
    hit: str
    hit_text: str
    current: str
    current_text: str
    dimmed: str
    """Ink of boilerplate."""


LIGHT_GROUNDS = {
    Colour.YELLOW: "#fff1a1",
    Colour.ORANGE: "#ffdab3",
    Colour.RED: "#ffcbc6",
    Colour.PINK: "#fbd0e8",
    Colour.PURPLE: "#e4d6fb",
    Colour.BLUE: "#cce2ff",
    Colour.TEAL: "#bdecea",
    Colour.GREEN: "#cfeec3",
}
LIGHT_LINES = {
    Colour.YELLOW: "#a67c00",
    Colour.ORANGE: "#c45f00",
    Colour.RED: "#c62828",
    Colour.PINK: "#c2185b",
    Colour.PURPLE: "#7b3fc4",
    Colour.BLUE: "#1f66c4",
    Colour.TEAL: "#00796f",
    Colour.GREEN: "#3a7d1e",
}
DARK_GROUNDS = {
    Colour.YELLOW: "#5a4d12",
    Colour.ORANGE: "#623f14",
    Colour.RED: "#6a2c2c",
    Colour.PINK: "#622a49",
    Colour.PURPLE: "#483469",
    Colour.BLUE: "#26456e",
    Colour.TEAL: "#154e4a",
    Colour.GREEN: "#2f5123",
}
DARK_LINES = {
    Colour.YELLOW: "#e3c34a",
    Colour.ORANGE: "#f0a04b",
    Colour.RED: "#f28b82",
    Colour.PINK: "#f28cc0",
    Colour.PURPLE: "#c39bf5",
    Colour.BLUE: "#8ab8f5",
    Colour.TEAL: "#5fd4c8",
    Colour.GREEN: "#93d47a",
}
CONTRAST_GROUNDS = {
    Colour.YELLOW: "#403600",
    Colour.ORANGE: "#4a2800",
    Colour.RED: "#5a0f0f",
    Colour.PINK: "#560a38",
    Colour.PURPLE: "#35185c",
    Colour.BLUE: "#0c2f66",
    Colour.TEAL: "#003d3a",
    Colour.GREEN: "#173d0a",
}
CONTRAST_LINES = {
    Colour.YELLOW: "#ffe14d",
    Colour.ORANGE: "#ffb04d",
    Colour.RED: "#ff9a94",
    Colour.PINK: "#ff9fd2",
    Colour.PURPLE: "#d6b5ff",
    Colour.BLUE: "#9fcbff",
    Colour.TEAL: "#66f0e4",
    Colour.GREEN: "#a8f08a",
}


class HitInks(NamedTuple):
    """Grey grounds without a hue, so that no hit is taken for an annotation."""

    hit: str
    hit_text: str


_GROUNDS = {"light": LIGHT_GROUNDS, "dark": DARK_GROUNDS, "contrast": CONTRAST_GROUNDS}
_LINES = {"light": LIGHT_LINES, "dark": DARK_LINES, "contrast": CONTRAST_LINES}
_HITS = {
    "light": HitInks("#cdd5df", "#0b1017"),
    "dark": HitInks("#525a66", "#ffffff"),
    "contrast": HitInks("#666666", "#ffffff"),
}


def inks_of(worn: Theme) -> Inks:
    """Return the inks of a theme; the current hit is the page turned inside out."""
    hits = _HITS[worn.name]
    return Inks(
        annotations=_GROUNDS[worn.name],
        lines=_LINES[worn.name],
        text=worn.text.name(),
        hit=hits.hit,
        hit_text=hits.hit_text,
        current=worn.text.name(),
        current_text=worn.base.name(),
        dimmed=worn.muted.name(),
    )


def present_inks() -> Inks:
    """Return the inks of the theme on the screen."""
    return inks_of(theme.present())
