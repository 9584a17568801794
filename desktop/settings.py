"""What the user has chosen for the window, kept in one small JSON file."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.theme import SYSTEM, TEXT_SIZES, THEMES

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Preferences:
    """Defaults are what a new user sees."""

    language: str = ""
    """One of :data:`LANGUAGES`, or empty for the system's."""
    theme: str = SYSTEM
    text_size: int = 100
    """Percent."""
    archive: str = ""
    """Folder opened at start; empty for the default one."""
    geometry: str = ""
    """Base64 of QWidget.saveGeometry."""
    panes: str = ""
    """Base64 of QSplitter.saveState."""
    last_folder: str = ""
    """Where the file dialogs open."""
    coder: str = ""
    """The name under which annotations are made."""
    watched: tuple[tuple[str, str], ...] = ()
    """Folder of an archive, and a folder whose new files it takes in by itself."""


def settings_path() -> Path:
    """Return the file in the user's own configuration folder."""
    from platformdirs import user_config_path  # its import is not needed where tests pass a path

    return user_config_path("dispatch-reader", appauthor=False) / "settings.json"


class Settings(QObject):
    """The present preferences; every change is written at once."""

    changed = Signal(object)
    """Preferences."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.broken: Path | None = None
        """Where a file that could not be read was moved; None when all is well."""
        self.now = self._load()

    def change(self, **chosen: object) -> None:
        """Set one or more preferences."""
        preferences = replace(self.now, **chosen)  # type: ignore[arg-type]
        if preferences != self.now:
            self.now = preferences
            self._save()
            self.changed.emit(preferences)

    def _load(self) -> Preferences:
        try:
            stated = json.loads(self._path.read_text(encoding="utf-8"))
            return _checked(stated)
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError, TypeError):
            self.broken = self._set_aside()
            return Preferences()

    def _set_aside(self) -> Path:
        aside = self._path.with_suffix(".broken.json")
        try:
            self._path.replace(aside)
        except OSError:
            return self._path
        return aside

    def _save(self) -> None:
        draft = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(asdict(self.now), indent=1), encoding="utf-8")
            os.replace(draft, self._path)  # noqa: PTH105  atomic, also over an existing file
        except OSError:
            return  # a read-only home costs the choice at the next start, nothing else


def _checked(stated: object) -> Preferences:
    if not isinstance(stated, dict):
        raise TypeError("settings are one JSON object")
    known = {f.name: stated[f.name] for f in fields(Preferences) if f.name in stated}
    if "watched" in known:
        known["watched"] = tuple(
            (str(archive), str(folder)) for archive, folder in known["watched"]
        )
    preferences = Preferences(**known)
    defaults = asdict(Preferences())
    if any(type(value) is not type(defaults[name]) for name, value in known.items()):
        raise TypeError("a setting has the wrong type")
    return _allowed(preferences)


def _allowed(preferences: Preferences) -> Preferences:
    if preferences.theme not in (SYSTEM, *THEMES) or preferences.text_size not in TEXT_SIZES:
        raise ValueError("a setting has a value that this program does not know")
    if preferences.language not in ("", *LANGUAGES):
        raise ValueError("the language is not known")
    return preferences
