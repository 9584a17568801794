"""What a page says of itself: the name of its site, and dates in its own language."""

from __future__ import annotations

from datetime import datetime

import pytest
from htmldate.extractors import get_external_parser

from index.parsers.pages.page_dates import _narrow_down, choose_dates
from index.parsers.pages.page_headline import choose_headline, site_name
from index.parsers.pages.page_meta import read_meta
from index.parsers.pages.page_tree import is_vast, parse_page
from index.parsers.pages.small_print import SmallPrint
from index.wire.language import LANGUAGES


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("Example News", "Example News"),
        ("Example News – independent reporting from the capital since 1946", "Example News"),
        ("An institute whose name is long and has no motto at all", "An institute whose name is long and has no motto at all"),
        ("Regulator asks for age checks", ""),
        ("http://www.example.org/", "example.org"),
        ("www.example.org", "example.org"),
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


def dates_of(body: str) -> tuple[str, str]:
    tree = parse_page(f"<html><body>{body}</body></html>")
    assert tree is not None
    found = choose_dates(tree, read_meta(tree), None, None, "en")
    return (
        found.filed.stamp.iso() if found.filed else "",
        found.updated.stamp.iso() if found.updated else "",
    )


@pytest.mark.parametrize(
    ("line", "filed", "updated"),
    [
        ("04.03.2024 - Güncelleme: 05.03.2024", "2024-03-04", "2024-03-05"),
        ("Publié le 4 mars 2024 à 07h00 - Mis à jour le 5 mars 2024 à 09h30", "2024-03-04T07:00", "2024-03-05T09:30"),
        ("First published on Mon 4 Mar 2024, updated 5 March 2024", "2024-03-04", "2024-03-05"),
    ],
)  # fmt: skip
def test_both_dates_that_a_page_prints_in_one_line(line: str, filed: str, updated: str) -> None:
    page = f"<h1>Draft published</h1><p class='date'>{line}</p><p>The text of the story.</p>"
    assert dates_of(page) == (filed, updated)


def test_the_year_of_a_copyright_line_is_no_day() -> None:
    story = "<h1>Index of stories</h1><p>All of them.</p>"
    assert dates_of(f"{story}<footer>© 2024 Example Media</footer>") == ("2024", "")
    new_year = "<p>1 January 2024</p>"
    assert dates_of(story + new_year) == ("2024-01-01", "")


def test_microdata_tell_the_headline_where_nothing_else_states_it() -> None:
    heading = '<h1 itemprop="headline">Regulator presents draft</h1>'
    tree = parse_page(
        f"<html><head><title>Draft - Post</title></head><body>{heading}</body></html>"
    )
    assert tree is not None
    chosen = choose_headline(tree, read_meta(tree))
    assert chosen.value == "Regulator presents draft"


@pytest.mark.parametrize(
    ("markup", "vast"),
    [
        ("<div>" * 240 + "text" + "</div>" * 240, False),
        ("<div>" * 260 + "text" + "</div>" * 260, True),
        ("<p>text</p>" * 14_000, False),
        ("<p>text</p>" * 16_000, True),
        ("<p>" + "word " * 500_000, True),
        ("<script>" + "word " * 500_000 + "</script><p>text</p>", False),
        ("<style>" + "word " * 500_000 + "</style><p>text</p>", False),
    ],
    ids=[
        *("nested", "nested too deeply", "many parts", "too many parts", "too much text"),
        *("a long program", "long styles"),
    ],
)
def test_a_page_that_is_too_large_to_weigh(markup: str, vast: bool) -> None:
    tree = parse_page(f"<html><body>{markup}</body></html>")
    assert tree is not None
    assert is_vast(tree) is vast


def test_the_small_print_leaves_out_what_is_around_long_blocks() -> None:
    tree = parse_page(
        f"<div id='all'><div id='head'><p>By Jane Roe</p><p>4 March</p></div><p>{'word ' * 99}</p></div>"
    )
    assert tree is not None
    openings = [(line.element.get("id"), line.text[:11]) for line in SmallPrint(tree).lines]
    assert openings == [
        ("head", "By Jane Roe"),
        (None, "By Jane Roe"),
        (None, "4 March"),
        (None, "word word w"),
    ]


def test_programs_are_emptied_and_stated_data_are_kept() -> None:
    tree = parse_page("<script>let a</script><script type='application/ld+json'>{}</script>")
    assert tree is not None
    assert [script.text for script in tree.iter("script")] == [None, "{}"]


def headline_of(title: str, body: str) -> str:
    tree = parse_page(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert tree is not None
    return choose_headline(tree, read_meta(tree)).value


@pytest.mark.parametrize(
    "address",
    ["/", "https://news.example/", "https://archive.example/web/2016/http://news.example"],
)
def test_the_banner_of_a_site_is_no_headline(address: str) -> None:
    banner = f"<h1><a href='{address}'>Regulator Watch</a></h1>"
    story = "<h2><a href='/3'>Draft of the guidance</a></h2>"
    assert headline_of("Draft of the guidance : Regulator Watch", banner + story) == (
        "Draft of the guidance"
    )


def test_a_heading_that_links_to_its_own_story_is_the_headline() -> None:
    heading = "<h1><a href='https://news.example/3'>Draft of the guidance</a></h1>"
    assert headline_of("Watch - Draft of the guidance", heading) == "Draft of the guidance"


def test_a_page_called_home_is_called_by_its_heading() -> None:
    assert headline_of("Home", "<h2>Regulator presents draft</h2>") == "Regulator presents draft"


def test_the_sections_that_a_weblog_marks() -> None:
    tree = parse_page(
        "<p><a rel='category tag' href='/c'>Platforms</a>, <a rel='category' href='/d'>Law</a></p>"
        "<div><a rel='category' href='/e'>Sport</a></div>"
    )
    assert tree is not None
    assert [one.value for one in read_meta(tree).every("section")] == ["Platforms", "Law"]
