"""The names that the thesaurus adds to a query, switched off and on again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.panels.search.other_names import OtherNames, word_forms
from index import Query, Related, Summary

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

RELATED = Related("age verification", ("Vérification de l’âge",), ("Yaş doğrulama",))


class Asked:
    """Stands for a session; keeps what was asked."""

    def __init__(self) -> None:
        self.queries: list[Query] = []

    def ask(self, query: Query) -> None:
        self.queries.append(query)


@pytest.fixture
def asked() -> Asked:
    return Asked()


def buttons(line: OtherNames) -> dict[str, QPushButton]:
    return {each.text(): each for each in line.findChildren(QPushButton, "other-name")}


def line(qtbot: QtBot, asked: Asked, query: Query, related: Related = RELATED) -> OtherNames:
    made = OtherNames(asked, query, related)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    return made


def test_a_name_that_is_searched_is_pressed(qtbot: QtBot, asked: Asked) -> None:
    shown = buttons(line(qtbot, asked, Query("age verification")))
    assert {name: each.isChecked() for name, each in shown.items()} == {
        "Vérification de l’âge": True,
        "Yaş doğrulama": False,
    }


def test_a_name_is_switched_off(qtbot: QtBot, asked: Asked) -> None:
    query = Query("age verification", unwanted=("Yaş doğrulama",))
    buttons(line(qtbot, asked, query))["Vérification de l’âge"].click()
    (again,) = asked.queries
    assert set(again.unwanted) == {"Vérification de l’âge", "Yaş doğrulama"}
    assert again.text == query.text


def test_a_name_is_switched_on_again(qtbot: QtBot, asked: Asked) -> None:
    query = Query("age verification", unwanted=("Yaş doğrulama",))
    buttons(line(qtbot, asked, query))["Yaş doğrulama"].click()
    assert asked.queries == [Query("age verification")]


def test_with_the_thesaurus_off_one_name_alone_comes_back(qtbot: QtBot, asked: Asked) -> None:
    off = Related("age verification", (), ("Vérification de l’âge", "Yaş doğrulama"))
    made = line(qtbot, asked, Query("age verification", thesaurus=False), off)
    buttons(made)["Yaş doğrulama"].click()
    assert asked.queries == [Query("age verification", unwanted=("Vérification de l’âge",))]


def test_word_forms_are_told_apart_from_names() -> None:
    expanded = {"age": ("ages",), "age verification": ("Vérification de l’âge",)}
    assert word_forms(Summary(1, expanded=expanded, related=(RELATED,))) == {"age": ("ages",)}
