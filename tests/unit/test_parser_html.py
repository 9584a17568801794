"""Saved web pages."""

from __future__ import annotations

import contextlib
import json
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import EmptyInput, InputRefused, NoTextFound
from index.parsers import Source
from index.parsers.pages.html import HtmlParser
from index.parsers.pages.json_ld import read_linked_article
from index.parsers.registry import choose

if TYPE_CHECKING:
    from index.dispatch import Dispatch

HEADLINE = "Regulator asks platforms for age checks by the spring"
STORY = """
The regulator has published the guidance that platforms are to follow when they open their \
services to users who may be minors, and has set a calendar in three steps.
It said that checks by an independent third party were needed, and that the results of its \
review would be published before the summer recess of the two chambers.
Child protection groups called the guidance an important step, but asked the ministry for the \
means to control what the platforms report about their own services.
""".strip().split("\n")
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav>"
FOOT = "<footer><p>© 2024 Example Media. All rights reserved.</p></footer>"


def page(head: str = "", above: str = "", *, body: str = PARAGRAPHS, title: str = HEADLINE) -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body>{MENU}"
        f"<article><h1>{HEADLINE}</h1>{above}{body}</article>{FOOT}</body></html>"
    )


def linked(**fields: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        **fields,
    }
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(markup: str | bytes, **known: str) -> Dispatch:
    raw = markup if isinstance(markup, bytes) else markup.encode()
    (dispatch,) = HtmlParser().parse(Source(raw, "page.html", **known))  # type: ignore[arg-type]
    return dispatch


def test_a_bare_page_gives_headline_and_story() -> None:
    found = read(page())
    assert found.headline == HEADLINE
    assert found.body == "\n\n".join(STORY)
    assert (found.format, found.language) == ("html", "en")
    assert found.origins["body"] == "page text"


def test_linked_data_fills_the_fields() -> None:
    found = read(
        page(
            linked(
                author=[
                    {"@type": "Person", "name": "Jane Roe"},
                    {"@type": "Person", "name": "John Doe"},
                ],
                datePublished="2024-10-18T15:04:05+02:00",
                dateModified="2024-10-19T08:00:00Z",
                publisher={"@type": "Organization", "name": "The Daily Example"},
                articleSection=["Politics", "World"],
                keywords="age checks, platforms",
                contentLocation={"@type": "Place", "name": "PARIS"},
                alternativeHeadline="Guidance sets out three steps",
            )
        )
    )
    assert found.byline == ("Jane Roe", "John Doe")
    assert found.filed is not None
    assert found.updated is not None
    assert found.filed.iso() == "2024-10-18T15:04:05+02:00"
    assert found.updated.iso() == "2024-10-19T08:00:00+00:00"
    assert (found.agency, found.city) == ("The Daily Example", "Paris")
    assert found.section == ("Politics", "World")
    assert found.keywords == ("age checks", "platforms")
    assert found.standfirst == "Guidance sets out three steps"
    assert found.origins["byline"] == found.origins["filed"] == "json-ld"


def test_open_graph_and_meta_elements() -> None:
    found = read(
        page(
            "<meta property='og:site_name' content='The Daily Example'>"
            "<meta property='article:published_time' content='2024-10-18T15:04'>"
            "<meta name='author' content='Jane Roe'><meta property='article:section' content='Politics'>"
            "<meta name='news_keywords' content='age checks, platforms'>"
            "<link rel='canonical' href='https://example.org/age-checks'>",
            title=f"{HEADLINE} | The Daily Example",
        )
    )
    assert found.headline == HEADLINE
    assert found.byline == ("Jane Roe",)
    assert found.agency == "The Daily Example"
    assert found.source_url == "https://example.org/age-checks"
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18T15:04"
    assert found.section == ("Politics",)


@pytest.mark.parametrize(
    "above",
    [
        "<p class='byline'>By Jane Roe</p>",
        "<span itemprop='author'><span itemprop='name'>Jane Roe</span></span>",
        "<a rel='author' href='/jane'>Jane Roe</a>",
        "<div class='meta'>18 October 2024 | by Jane Roe</div>",
        "<div class='article-author'>Jane Roe, 18 October 2024</div>",
        "<p>Von Jane Roe</p>",
        "<div class='autor'>Autor: <b>Jane Roe</b> am 18.10.2024</div>",
    ],
)
def test_a_byline_on_the_page(above: str) -> None:
    assert read(page(above=above)).byline == ("Jane Roe",)


@pytest.mark.parametrize(
    "below",
    [
        "<div class='comments'><span class='author'>Anna Nyman</span></div>",
        "<aside><p class='byline'>By Anna Nyman</p></aside>",
        "<div class='related'><span class='author'>Anna Nyman</span></div>",
    ],
)
def test_names_elsewhere_are_no_byline(below: str) -> None:
    assert read(page().replace("</article>", f"</article>{below}")).byline == ()


@pytest.mark.parametrize(
    "above",
    [
        "<time datetime='2024-10-18T15:04:05Z' pubdate>18 October</time>",
        "<meta itemprop='datePublished' content='2024-10-18'>",
        "<p>Published on 18 October 2024</p>",
        "<span class='date'>18.10.2024</span>",
    ],
)
def test_a_date_on_the_page(above: str) -> None:
    found = read(page(above=above))
    assert found.filed is not None
    assert found.filed.day.isoformat() == "2024-10-18"


def test_an_update_before_the_first_publication_is_none() -> None:
    found = read(page(linked(datePublished="2024-10-18", dateModified="2024-10-17")))
    assert found.filed is not None
    assert found.updated is None


def test_a_dateline_names_agency_and_city() -> None:
    told = [f"LONDON, Oct 18 (Reuters) - {STORY[0]}", *STORY[1:]]
    found = read(page(body="".join(f"<p>{line}</p>" for line in told)))
    assert (found.agency, found.city) == ("Reuters", "London")
    assert found.dateline == "LONDON, Oct 18 (Reuters) -"


OLD_LAYOUT = f"""<html><head><title>x</title></head><body>{MENU}
<div class="detay-spot-category"><h1>{HEADLINE}</h1><h4>Guidance sets out three steps</h4></div>
<span class="tarih">18.10.2024 - Update : 19.10.2024</span>
<div class="detay-icerik"><h6>LONDON</h6><p>AA / London / Elif Kaya</p>{PARAGRAPHS}
<div class="detay-foto-editor">Only a part of the stories is published here.</div></div>
{FOOT}</body></html>"""


def test_an_agency_s_older_layout() -> None:
    found = read(OLD_LAYOUT)
    assert (found.agency, found.city) == ("Anadolu Agency", "London")
    assert found.headline == HEADLINE
    assert found.standfirst == "Guidance sets out three steps"
    assert found.filed is not None
    assert found.updated is not None
    assert (found.filed.iso(), found.updated.iso()) == ("2024-10-18", "2024-10-19")
    assert found.byline == ("Elif Kaya",)
    assert found.body == "\n\n".join(STORY)
    assert found.boilerplate == "Only a part of the stories is published here."


def test_an_agency_s_newer_layout() -> None:
    head = linked(
        contentLocation={"name": "Ankara"},
        articleSection="Politics",
        datePublished="2026-04-18T15:04:00",
        articleBody="A summary only.",
        keywords=["age checks"],
    )
    found = read(page(head), url="https://www.aa.com.tr/en/politics/age-checks/1")
    assert (found.agency, found.city) == ("Anadolu Agency", "Ankara")
    assert found.section == ("Politics",)
    assert found.body == "\n\n".join(STORY)
    assert found.filed is not None
    assert (found.filed.iso(), found.filed.zone) == ("2026-04-18T15:04:00+03:00", "assumed")


def test_a_stated_body_stands_in_where_the_page_shows_only_a_part() -> None:
    rest = [f"{number}. {line}" for number in range(3) for line in STORY]
    found = read(page(linked(articleBody="\n".join([*STORY, *rest]))))
    assert found.origins["body"] == "json-ld articleBody"
    assert found.body == "\n\n".join([*STORY, *rest])


def test_a_stated_summary_does_not_replace_the_page() -> None:
    assert read(page(linked(articleBody=STORY[0]))).body == "\n\n".join(STORY)


def test_a_page_saved_by_single_file_says_where_and_when() -> None:
    comment = (
        "<!--\n Page saved with SingleFile \n url: https://example.org/a \n"
        " saved date: Sun Oct 20 2024 12:21:00 GMT+0200 (Central European Summer Time)\n-->"
    )
    found = read(page().replace("<html", f"{comment}<html", 1))
    assert found.source_url == "https://example.org/a"
    assert found.captured is not None
    assert found.captured.iso() == "2024-10-20T12:21:00+02:00"


def test_a_page_saved_by_a_browser_says_where() -> None:
    markup = page().replace(
        "<html", "<!-- saved from url=(0021)https://example.org/a -->\n<html", 1
    )
    assert read(markup).source_url == "https://example.org/a"


def test_dropped_parts_are_counted() -> None:
    above = (
        "<img src='a.png'><img src='data:image/png;base64,AAAA'><iframe></iframe><script>1</script>"
    )
    found = read(page(above=above))
    assert found.dropped == {"image": 2, "embed": 1, "script": 1}
    assert "base64" not in found.body


def test_the_headline_stands_once() -> None:
    found = read(page(body=f"<p>{HEADLINE}</p>{PARAGRAPHS}"))
    assert HEADLINE not in found.body


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "utf-16"])
def test_charsets_of_pages(charset: str) -> None:
    body = "".join(
        f"<p>Selon l’autorité, « la vérification » est exigée. {line}</p>" for line in STORY
    )
    found = read(page(body=body).encode(charset))
    assert "« la vérification » est exigée" in found.body


@pytest.mark.parametrize(
    "markup",
    [
        "<html><head><title>Only a title</title></head><body></body></html>",
        "<html><body><script>let a = 1;</script></body></html>",
        "<html></html>",
        "<!DOCTYPE html><html><body><img src='a.png'></body></html>",
    ],
)
def test_a_page_without_text_is_refused(markup: str) -> None:
    with pytest.raises(NoTextFound):
        read(markup)


def test_an_empty_file_is_empty() -> None:
    with pytest.raises(EmptyInput):
        read("  \n")


@pytest.mark.parametrize(
    ("head", "ours"),
    [
        ("<!DOCTYPE html><html>", True),
        ("<HTML><BODY>", True),
        ("\ufeff<!doctype HTML>", True),
        ("<!-- saved --><html lang='fr'>", True),
        ("<div><p>a</p><p>b</p></div><div><p>c</p></div>", True),
        ("A story about <b>HTML</b> and its tags", False),
        ('{"html": "<p>"}', False),
        ("<?xml version='1.0'?><nitf></nitf>", False),
        ("", False),
    ],
)
def test_pages_are_known_by_their_content(head: str, ours: bool) -> None:
    assert HtmlParser().recognises(Source(head.encode(), "x.txt")) is ours


def test_the_registry_chooses_by_content() -> None:
    assert choose(Source(page().encode(), "story.txt")).format == "html"


@pytest.mark.parametrize(
    "script",
    ["", "{", "[]", "null", '{"@type": "Organization"}', "<!-- -->", '{"@type": ["Thing", 7]}', "[" * 5000,
     '{"@type": "NewsArticle", "author": {"@id": 5}, "keywords": {"a": 1}, "inLanguage": []}'],
)  # fmt: skip
def test_odd_linked_data_does_no_harm(script: str) -> None:
    read_linked_article([script])
    assert read(page(f'<script type="application/ld+json">{script}</script>')).headline == HEADLINE


def test_linked_data_in_a_graph() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "name": "Page"},
            {"@type": "Person", "@id": "#jane", "name": "Jane Roe"},
            {
                "@type": "NewsArticle",
                "headline": "A",
                "author": {"@id": "#jane"},
                "datePublished": "2024",
            },
        ]
    }
    article = read_linked_article([json.dumps(graph)])
    assert article is not None
    assert (article.headline, article.authors) == ("A", ["Jane Roe"])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<div class='byline'>", "</div>", "<table>", "<td>", "By Jane Roe", "18.10.2024", "<!--",
     "<script>", "</script>", "<h1>", "&#0;", "&nbsp;", "<a rel=author>", "\x00", "<title>", "<![CDATA[", "é"]
), max_size=80))  # fmt: skip
def test_any_tag_soup_ends_in_a_dispatch_or_a_reason(parts: list[str]) -> None:
    try:
        found = read("<html>" + "".join(parts))
    except InputRefused:
        return
    assert found.body


@pytest.mark.parametrize(
    "markup",
    [
        "<html>" + "<div>" * 20_000 + "text",
        "<html><body><p>" + "word " * 200_000,
        "<html>" + "<!--" * 50_000,
        "<html>" + "<p>By A | 18.10.2024 " * 5_000,
        "<html><body>" + "<span class='author'>x</span>" * 5_000,
    ],
)
def test_hostile_pages_end_in_time(markup: str) -> None:
    start = time.perf_counter()
    with contextlib.suppress(InputRefused):
        read(markup)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("depth", [200, 300, 1500])
def test_deep_pages_are_read(depth: int) -> None:
    found = read(f"<html><body>{'<div>' * depth}{PARAGRAPHS}{'</div>' * depth}</body></html>")
    assert STORY[0] in found.body


def test_a_page_too_deep_for_the_library_is_refused() -> None:
    with pytest.raises(NoTextFound):
        read(f"<html><body>{'<div>' * 50_000}{PARAGRAPHS}")


def test_a_vast_page_is_read_whole_and_said_to_be() -> None:
    start = time.perf_counter()
    found = read(f"<html><body>{MENU}{PARAGRAPHS * 6_000}</body></html>")
    assert time.perf_counter() - start < 5
    assert found.body.count(STORY[0]) == 6_000
    assert "Home" not in found.body
    assert any("could not be told" in warning for warning in found.warnings)


def test_a_huge_text_node_is_not_lost() -> None:
    found = read(f"<html><body><p>{'The regulator spoke again. ' * 420_000}</p></body></html>")
    assert len(found.body) > 11_000_000


def test_inlined_images_are_not_read() -> None:
    image = f"<img src='data:image/png;base64,{'A' * 12_000_000}'>"
    found = read(page(above=image))
    assert found.body == "\n\n".join(STORY)
    assert found.dropped == {"image": 1}


@pytest.mark.parametrize("unit", [b"\n", b"<", b"< ", b">", b"<meta ", b"<!--", b" \n>"])
def test_recognising_takes_linear_time(unit: bytes) -> None:
    start = time.perf_counter()
    HtmlParser().recognises(Source(b"<p>" + unit * 200_000, "x"))
    assert time.perf_counter() - start < 1
