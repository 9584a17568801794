"""Colours, fonts and the style sheet of the window; the data is in ``resources/themes``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

SYSTEM = "system"
THEMES = ("light", "dark", "contrast")
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Percent of the system's text size."""
GAP = 8
"""The spacing unit of every layout, in pixels."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme; each field is a colour of the TOML file."""

    name: str
    dark: bool
    window: QColor
    base: QColor
    raised: QColor
    alternate: QColor
    text: QColor
    muted: QColor
    disabled: QColor
    border: QColor
    strong_border: QColor
    accent: QColor
    accent_text: QColor
    selection: QColor
    selection_text: QColor
    hover: QColor
    chip: QColor
    chip_text: QColor
    bar: QColor
    bar_chosen: QColor
    info: QColor
    info_text: QColor
    warning: QColor
    warning_text: QColor
    error: QColor
    error_text: QColor
    good: QColor

    def palette(self) -> QPalette:
        """Return the same colours for what Qt draws itself."""
        palette, roles = QPalette(), QPalette.ColorRole
        for role, colour in (
            (roles.Window, self.window),
            (roles.WindowText, self.text),
            (roles.Base, self.base),
            (roles.AlternateBase, self.alternate),
            (roles.Text, self.text),
            (roles.Button, self.raised),
            (roles.ButtonText, self.text),
            (roles.BrightText, self.text),
            (roles.Highlight, self.selection),
            (roles.HighlightedText, self.selection_text),
            (roles.Accent, self.accent),
            (roles.Link, self.accent),
            (roles.PlaceholderText, self.muted),
            (roles.ToolTipBase, self.raised),
            (roles.ToolTipText, self.text),
            (roles.Light, self.hover),
            (roles.Midlight, self.hover),
            (roles.Mid, self.strong_border),
            (roles.Dark, self.border),
        ):
            palette.setColor(role, colour)
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.disabled)
        return palette

    def style_sheet(self) -> str:
        """Return the style sheet filled with these colours."""
        colours = {f.name: getattr(self, f.name) for f in fields(self)}
        names = {name: c.name() for name, c in colours.items() if isinstance(c, QColor)}
        drawn = {each: _address(f"{each}-{self.name}.svg") for each in ("arrow", "check")}
        return Template(_read("style.qss")).substitute(names, **drawn)


def _address(name: str) -> str:
    """Return a drawing's path as style sheets want it."""
    return str(files("resources") / "themes" / name).replace("\\", "/")


def _read(name: str) -> str:
    return (files("resources") / "themes" / name).read_text(encoding="utf-8")


@cache
def load(name: str) -> Theme:
    """Read one of :data:`THEMES`."""
    stated = tomllib.loads(_read(f"{name}.toml"))
    colours = {key: QColor(value) for key, value in stated["colours"].items()}
    return Theme(name=name, dark=stated["dark"], **colours)


def present() -> Theme:
    """Return the theme on the screen: the one whose palette the application wears."""
    app = QApplication.instance()
    return load(str((app and app.property("theme")) or THEMES[0]))


_GENERAL = QFontDatabase.SystemFont.GeneralFont


class Appearance(QObject):
    """Dresses the application, and again whenever the user or the system chooses otherwise."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app, self._choice, self._percent = app, "", 100
        self._size = QFontDatabase.systemFont(_GENERAL).pointSizeF()
        app.setStyle(QStyleFactory.create("Fusion"))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def wear(self, choice: str, percent: int) -> None:
        """Show a theme (``system`` or one of :data:`THEMES`) at a text size in percent."""
        if (choice, percent) != (self._choice, self._percent):
            self._choice, self._percent = choice, percent
            self._dress()

    def _dress(self) -> None:
        theme = load(self._name())
        self._app.setProperty("theme", theme.name)
        self._app.setFont(self._font())
        self._app.setPalette(theme.palette())
        self._app.setStyleSheet(theme.style_sheet())
        self.changed.emit()

    def _font(self) -> QFont:
        font = self._app.font()
        font.setPointSizeF(self._size * self._percent / 100)
        return font

    def _name(self) -> str:
        if self._choice in THEMES:
            return self._choice
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _follow(self) -> None:
        if self._choice == SYSTEM:
            self._dress()


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return a font of the type scale: ``factor`` times the size of ``font``."""
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * factor)
    larger.setBold(bold)
    return larger
