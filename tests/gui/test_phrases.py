"""The archive's phrases are said in the user's language."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.errors import explain
from desktop.i18n import Translations
from desktop.phrases import ALL, DETAILS, KINDS, in_words
from index import UnknownFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[2]


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    translations = Translations(qapp)
    translations.use("fr")
    yield
    translations.stop()


@pytest.mark.parametrize(
    ("phrase", "french_phrase"),
    [
        ("first line", "première ligne"),
        ("dateline {city} ({agency}) -", "ligne de provenance : ville (agence) -"),
        ("label “Byline”", "étiquette « Byline »"),
        ("ninjs identifiers", "identifiants ninjs"),
        ("it unpacks to 900 MB", "il se décompresse en 900 Mo"),
        ("meta og:title", "meta og:title"),
        ("line above the story", "ligne au-dessus du texte"),
        ("first line of the text", "première ligne du texte"),
        (
            "the agency marks this dispatch as withheld",
            "l’agence marque cette dépêche « withheld »",
        ),
        ("page 3 was left out: why", "la page 3 a été laissée de côté : why"),
        ("", ""),
    ],
)
def test_a_phrase_is_said_in_french(french: None, phrase: str, french_phrase: str) -> None:
    assert in_words(phrase) == french_phrase


def test_in_english_a_layout_is_written_out(qapp: QApplication) -> None:
    assert in_words("dateline {city}, {date} -") == "dateline city, date -"


def test_a_refusal_names_the_kind_in_french(french: None) -> None:
    assert "(programme)" in explain(UnknownFormat(kind="program")).text


def _stated() -> set[str]:
    """Return the literal reasons that parsers and intake give."""
    found = set()
    for package in ("parsers", "intake"):
        for path in (ROOT / "index" / package).rglob("*.py"):
            calls = [
                n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)
            ]
            for keyword in (each for call in calls for each in call.keywords):
                value = keyword.value
                if keyword.arg in ("detail", "kind") and isinstance(value, ast.Constant):
                    found.add(str(value.value))
    return found


def test_every_reason_of_the_import_is_among_the_phrases() -> None:
    assert _stated() - set(KINDS) - set(DETAILS) == set()


def _warned() -> set[str]:
    """Return what parsers warn of; “quoted” stands for what they quote."""
    trees = (ast.parse(path.read_text("utf-8")) for path in (ROOT / "index").rglob("*.py"))
    calls = [each for tree in trees for each in ast.walk(tree) if isinstance(each, ast.Call)]
    said = [
        call.args[0]
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == "warn" and call.args
    ]
    said += [each for call in calls for each in _decoding(call)]
    whole = {str(each.value) for each in said if isinstance(each, ast.Constant)}
    pieced = [each.values for each in said if isinstance(each, ast.JoinedStr)]
    return whole | {"".join(map(_shown, pieces)) for pieces in pieced}


def _decoding(call: ast.Call) -> list[ast.expr]:
    """Return what a ``Decoded(text, charset, warnings)`` warns of."""
    if not isinstance(call.func, ast.Name) or call.func.id != "Decoded" or len(call.args) < 3:
        return []
    return call.args[2].elts if isinstance(call.args[2], ast.Tuple) else []


def _shown(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "quoted"


def test_every_warning_is_said_in_french(french: None) -> None:
    warned = _warned()
    assert len(warned) > 8
    assert [each for each in warned if in_words(each) == each] == []


def test_no_phrase_is_listed_twice() -> None:
    assert len(ALL) == len(set(ALL))
