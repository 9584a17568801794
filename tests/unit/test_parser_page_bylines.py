"""Who wrote a saved page, where several places tell or none does plainly."""

from __future__ import annotations

import json

import pytest

from index.parsers import Source
from index.parsers.pages.html import HtmlParser

STORY = (
    (
        "The regulator has published the guidance that platforms are to follow when they open their"
        " services to users who may be minors, and has set a calendar in three steps."
    ),
    (
        "It said that checks by an independent third party were needed, and that the results of its"
        " review would be published before the summer recess of the two chambers."
    ),
    (
        "Child protection groups called the guidance an important step, but asked the ministry for the"
        " means to control what the platforms report about their own services."
    ),
    "The ministry answered that it would consult the groups in the course of the spring.",
)


def byline_of(head: str = "", above: str = "", below: str = "", menu: str = "") -> tuple[str, ...]:
    story = "".join(f"<p>{line}</p>" for line in STORY)
    markup = (
        f"<html lang='en'><head><title>Guidance published - Example News</title>{head}</head><body>"
        f"{menu}<article><h1>Guidance published</h1>{above}{story}{below}</article></body></html>"
    )
    (dispatch,) = HtmlParser().parse(Source(markup.encode(), "page.html"))
    return dispatch.byline


def linked(author: str, publisher: str = "Example News") -> str:
    data = {
        "@type": "NewsArticle",
        "headline": "Guidance published",
        "author": {"@type": "Person", "name": author},
        "publisher": {"@type": "Organization", "name": publisher},
    }
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


BYLINE = "<p class='byline'>By Jane Roe</p>"


@pytest.mark.parametrize(
    "stated",
    [
        linked("Example News"),
        linked("Example Newsroom Staff"),
        linked("EN"),
        linked("User Admin"),
        linked("Example News; Press of the Capital", "Example News - Press of the Capital"),
        (
            "<meta name='author' content='Example News, Capital'>"
            "<meta property='og:site_name' content='Example News'>"
        ),
    ],
    ids=[
        "the site",
        "a desk",
        "initials",
        "an account",
        "the site with its motto",
        "with its place",
    ],
)
def test_persons_come_before_the_site_and_its_desks(stated: str) -> None:
    assert byline_of(stated, BYLINE) == ("Jane Roe",)


def test_the_site_is_named_where_nobody_else_is() -> None:
    assert byline_of(linked("Example News")) == ("Example News",)


def test_an_agency_is_no_writer_of_its_own_page() -> None:
    assert byline_of(linked("DPA English News", "DPA English News"), BYLINE) == ("Jane Roe",)


def test_the_weblog_of_a_person_is_by_that_person() -> None:
    head = linked("Jane Roe", "Jane Roe's weblog")
    assert byline_of(head, "<p class='byline'>By Some Guest Hand</p>") == ("Jane Roe",)


@pytest.mark.parametrize(
    "last",
    [
        "(By Jane Roe)",
        "-- By Jane Roe Follow @janeroe",
        "Jane Roe",
        "Reporting by Jane Roe; editing by John Doe",
    ],
)
def test_a_byline_below_the_story(last: str) -> None:
    assert byline_of(linked("Example News"), below=f"<p>{last}</p>") == ("Jane Roe",)


def test_a_korean_reporter_signs_with_post_and_address() -> None:
    assert byline_of(below="<p>[홍길동 기자 hong@example.com]</p>") == ("홍길동",)


def test_a_heading_below_the_story_is_no_name() -> None:
    assert byline_of(below="<p>In short</p><p>Our Take</p>") == ()


def test_a_menu_for_readers_is_no_byline() -> None:
    assert byline_of(menu="<div><span class='username'>Username</span></div>", above=BYLINE) == (
        "Jane Roe",
    )


@pytest.mark.parametrize(
    "line",
    [
        "<b>Jane Roe</b> | Palma de Mallorca | 08/01/2024",
        "Jane\u00a0 \u00a0Roe",
        "Jane Roe <a href='/'>Post date</a>",
    ],
)
def test_what_stands_beside_a_name(line: str) -> None:
    assert byline_of(above=f"<p class='author'>{line}</p>") == ("Jane Roe",)


def test_an_account_tells_the_writer_where_nothing_else_does() -> None:
    account = "<meta name='twitter:creator' content='jane_roe7'>"
    assert byline_of(account) == ("jane_roe7",)
    assert byline_of(account, BYLINE) == ("Jane Roe",)
