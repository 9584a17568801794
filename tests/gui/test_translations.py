"""The window speaks English and French, completely."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

import index
from desktop.errors import CONTEXT, TEXTS, explain
from desktop.i18n import Translations
from index import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "i18n"
PLACEHOLDER = re.compile(r"\{\w*\}|%n")


class Text(NamedTuple):
    context: str
    source: str
    translated: tuple[str, ...]
    finished: bool


def texts(path: Path) -> list[Text]:
    """Read a file of translations."""
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314  our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found.append(
                Text(
                    context.findtext("name") or "",
                    message.findtext("source") or "",
                    tuple(forms or [translation.text or ""]),
                    translation.get("type") is None,
                )
            )
    return found


def errors() -> list[type[ArchiveError]]:
    """Return every error the archive may raise."""
    kinds = [kind for kind in vars(index).values() if isinstance(kind, type)]
    return [kind for kind in kinds if issubclass(kind, ArchiveError)]


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    translations = Translations(qapp)
    translations.use("fr")
    yield
    translations.stop()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_text_is_translated_with_its_placeholders(language: str) -> None:
    for text in texts(FOLDER / f"{language}.ts"):
        assert text.finished, text
        for form in text.translated:
            assert form.strip(), text
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(text.source))
            assert form.count("&") == text.source.count("&"), text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_compiled_is_what_is_written(qapp: QApplication, language: str) -> None:
    compiled = QTranslator()
    assert compiled.load(str(FOLDER / f"{language}.qm"))
    for text in texts(FOLDER / f"{language}.ts"):
        number = 2 if len(text.translated) > 1 else -1
        shown = compiled.translate(text.context, text.source, "", number)
        assert shown == text.translated[-1]


def test_no_text_of_the_window_is_missing(tmp_path: Path) -> None:
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    if not tool.exists():
        pytest.skip("pyside6-lupdate is not installed")
    sources = sorted(str(path) for path in (ROOT / "desktop").rglob("*.py"))
    fresh = tmp_path / "fresh.ts"
    subprocess.run([str(tool), *sources, "-ts", str(fresh)], check=True, capture_output=True)
    wanted = {(text.context, text.source) for text in texts(fresh)}
    held = {(text.context, text.source) for text in texts(FOLDER / "fr.ts")}
    assert wanted == held, "run `make translations` and translate what is new"


@pytest.mark.parametrize("kind", errors(), ids=lambda kind: kind.__name__)
def test_every_error_and_its_remedy_speak_french(french: None, kind: type[ArchiveError]) -> None:
    assert {kind.template, kind.remedy} <= set(TEXTS)
    names = [match[1:-1] for match in PLACEHOLDER.findall(kind.template + kind.remedy)]
    problem = explain(kind(**{name: f"<{name}>" for name in names}))
    assert QCoreApplication.translate(CONTEXT, kind.template) != kind.template
    assert QCoreApplication.translate(CONTEXT, kind.remedy) != kind.remedy
    assert all(f"<{name}>" in problem.text + problem.remedy for name in names)


def test_english_has_its_plural_forms(qapp: QApplication) -> None:
    translations = Translations(qapp)
    translations.use("en")
    counted = [QCoreApplication.translate("StatusBar", "%n dispatch(es) in the archive", "", n)
               for n in (1, 2)]  # fmt: skip
    translations.stop()
    assert counted == ["1 dispatch in the archive", "2 dispatches in the archive"]
