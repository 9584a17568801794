"""What a page says of itself: the name of its site, and dates in its own language."""

from __future__ import annotations

from datetime import datetime

import pytest
from htmldate.extractors import get_external_parser

from index.parsers.pages.page_dates import _narrow_down, choose_dates
from index.parsers.pages.page_headline import site_name
from index.parsers.pages.page_meta import read_meta
from index.parsers.pages.page_tree import is_vast, parse_page
from index.wire.language import LANGUAGES


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("Example News", "Example News"),
        ("Example News – independent reporting from the capital since 1946", "Example News"),
        ("An institute whose name is long and has no motto at all", "An institute whose name is long and has no motto at all"),
        ("Regulator asks for age checks", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_name_of_a_site(stated: str, name: str) -> None:
    assert site_name(stated, "Regulator asks for age checks") == name


@pytest.mark.parametrize("language", ["", *LANGUAGES])
def test_htmldate_knows_every_language_that_it_is_told(language: str) -> None:
    """A code that its parser does not know would make it find nothing at all, without a word."""
    _narrow_down(language)
    found = get_external_parser().get_date_data("26 | 01 | 2022")
    assert found["date_obj"] == datetime(2022, 1, 26)


def test_htmldate_reads_the_months_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[list[str]] = []
    told = get_external_parser().get_date_data

    def note(text: str) -> object:
        tried.append(list(get_external_parser().languages))
        return told(text)

    monkeypatch.setattr(get_external_parser(), "get_date_data", note)
    tree = parse_page("<html><body><p>/ martes 17 de marzo de 2020</p></body></html>")
    assert tree is not None
    found = choose_dates(tree, read_meta(tree), None, None, "es")
    assert found.filed is not None
    assert found.filed.stamp.iso() == "2020-03-17"
    assert tried == [["es", "en"]]


@pytest.mark.parametrize(
    ("markup", "vast"),
    [
        ("<div>" * 240 + "text" + "</div>" * 240, False),
        ("<div>" * 260 + "text" + "</div>" * 260, True),
        ("<p>text</p>" * 14_000, False),
        ("<p>text</p>" * 16_000, True),
        ("<p>" + "word " * 500_000, True),
    ],
    ids=["nested", "nested too deeply", "many parts", "too many parts", "too much text"],
)
def test_a_page_that_is_too_large_to_weigh(markup: str, vast: bool) -> None:
    tree = parse_page(f"<html><body>{markup}</body></html>")
    assert tree is not None
    assert is_vast(tree) is vast
