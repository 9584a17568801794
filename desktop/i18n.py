"""The language of the window; translations are compiled files in ``resources/i18n``."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from desktop.settings import LANGUAGES

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for lupdate, which knows this name; it is translated where it is shown."""
    _ = context
    return text


def language_of(chosen: str) -> str:
    """Return the language to show: the chosen one, else the system's where there is one."""
    wanted = chosen or QLocale.system().name().partition("_")[0]
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


class Translations:
    """Puts one language's texts into the application; English needs its plural forms too."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, chosen: str) -> str:
        """Switch to a language (empty for the system's); windows made from now on speak it."""
        self.stop()
        language = language_of(chosen)
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ours = str(files("resources") / "i18n")
        self._installed = [self._load(f"{qt}/qtbase_{language}"), self._load(f"{ours}/{language}")]
        QLocale.setDefault(_locale(language))
        return language

    def stop(self) -> None:
        """Speak the language of the source texts again."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
        QLocale.setDefault(QLocale.system())

    def _load(self, path: str) -> QTranslator:
        translator = QTranslator(self._app)
        if translator.load(path):
            self._app.installTranslator(translator)
        return translator


def _locale(language: str) -> QLocale:
    """Keep the system's country (its dates and numbers) where it speaks the same language."""
    system = QLocale.system()
    return system if system.name().partition("_")[0] == language else QLocale(language)
