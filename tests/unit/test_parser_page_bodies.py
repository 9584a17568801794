"""What stands around the story of a saved page, and is none of it."""

from __future__ import annotations

import json

import pytest

from index.parsers import Source
from index.parsers.pages.html import HtmlParser
from index.parsers.pages.page_repairs import join_source_lines
from index.parsers.pages.page_tree import parse_page
from index.wire.asides import is_aside, is_offer

STORY = [
    (
        "The regulator has published the guidance that platforms are to follow when they open their"
        " services to users who may be minors, and has set a calendar in three steps."
    ),
    (
        "It said that checks by an independent third party were needed, and that the results of its"
        " review would be published before the summer recess of the two chambers."
    ),
    (
        "Child protection groups called the guidance an important step, but asked the ministry for"
        " the means to control what the platforms report about their own services."
    ),
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)
DATA = {
    "@type": "NewsArticle",
    "headline": "Guidance published",
    "author": {"@type": "Person", "name": "Jane Roe"},
    "articleSection": "Northern Coast",
    "publisher": {"@type": "Organization", "name": "Example News"},
}


def story_of(above: str = "", below: str = "") -> list[str]:
    markup = (
        "<html lang='en'><head><title>Guidance published</title>"
        f"<script type='application/ld+json'>{json.dumps(DATA)}</script></head><body><article>"
        f"<h1>Guidance published</h1>{above}{PARAGRAPHS}{below}</article></body></html>"
    )
    (dispatch,) = HtmlParser().parse(Source(markup.encode(), "page.html"))
    return [line for line in dispatch.body.split("\n") if line]


@pytest.mark.parametrize("line", ["Northern Coast", "Jane Roe", "Example News", "NORTHERN COAST"])
def test_section_writer_and_site_above_the_story(line: str) -> None:
    assert story_of(above=f"<p>{line}</p>") == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Published 4 March 2024, updated 5 March 2024 at 10:19",
        "Updated: 5 March 2024",
        "This article is for subscribers only: subscribe to continue.",
        "Cet article est réservé aux abonnés. Il vous reste 62 % à découvrir.",
        "Esta funcionalidad es exclusiva para registrados.",
    ],
)
def test_dates_and_offers_below_the_story(line: str) -> None:
    assert story_of(below=f"<p>{line}</p>") == STORY


def test_the_day_that_a_notice_bears_is_kept() -> None:
    assert story_of(below="<p>Capital, 4 March 2024</p>")[-1] == "Capital, 4 March 2024"


LINKS = "<ul><li>Fees of the regulator questioned</li><li>Second chamber votes in May</li></ul>"


def test_the_story_ends_with_a_heading_of_links() -> None:
    assert story_of(below=f"<h3>More from Example News</h3>{LINKS}") == STORY


def test_a_list_of_the_story_stays() -> None:
    listed = story_of(below=f"<p>The calendar has two steps:</p>{LINKS}")
    assert listed[-2:] == ["- Fees of the regulator questioned", "- Second chamber votes in May"]


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        ("この記事は会員限定です。電子版に登録すると続きをお読みいただけます。", True),
        ("Sie sind bereits Abonnent? Hier anmelden", True),
        ("The tax on subscriptions will be discussed in the spring.", False),
    ],
)
def test_offers_to_subscribers(line: str, *, offer: bool) -> None:
    assert is_offer(line) is offer


@pytest.mark.parametrize(
    "line",
    [
        "Читайте также: Регулятор опубликовал план",
        "Baca juga: Regulator menerbitkan pedoman",
        "関連記事",
        "Citește și: Autoritatea publică ghidul",
        "เรื่องที่เกี่ยวข้อง",
    ],
)
def test_other_stories_are_announced_in_many_languages(line: str) -> None:
    assert is_aside(line)


def laid_out(cell: str, menu: str = "<a href='/'>Home</a>") -> str:
    return (
        "<html lang='en'><head><title>Guidance published</title></head><body><table><tr>"
        f"<td>{menu}</td><td><h1>Guidance published</h1>{cell}</td></tr></table></body></html>"
    )


def lines_of(markup: str) -> list[str]:
    (dispatch,) = HtmlParser().parse(Source(markup.encode(), "page.html"))
    return [line for line in dispatch.body.split("\n") if line]


@pytest.mark.parametrize(
    "cell",
    [
        PARAGRAPHS,
        "<br><br>".join(STORY),
        "<font size='2'>" + "<br> <br>".join(STORY) + "</font>",
        f"<table><tr><td>{PARAGRAPHS}</td></tr></table>",
    ],
    ids=["paragraphs", "line breaks", "fonts", "nested"],
)
def test_old_pages_laid_out_in_tables_keep_their_paragraphs(cell: str) -> None:
    assert lines_of(laid_out(cell)) == STORY


def test_a_table_of_figures_stays_a_table() -> None:
    figures = "<table><tr><th>Year</th><th>Cases</th></tr><tr><td>2023</td><td>41</td></tr></table>"
    lines = story_of(below=figures + f"<p>{STORY[0]}</p>")
    assert "| 2023 | 41 |" in lines


def test_inline_words_stay_in_their_paragraph() -> None:
    cell = f"{STORY[0]} <b>It is new.</b> So <a href='/g'>it</a> said.<br><br>{'<br><br>'.join(STORY[1:])}"
    assert lines_of(laid_out(cell))[0] == f"{STORY[0]} It is new. So it said."


@pytest.mark.parametrize("box", ["<div>Box</div>", "<ul><li>Box</li></ul>"])
def test_the_lead_that_a_block_inside_a_paragraph_sets_loose_is_kept(box: str) -> None:
    broken = f"<p>{box}{STORY[0]}</p><p>{STORY[1]}</p><p>{STORY[2]}</p>"
    markup = f"<html><body><div><h1>Guidance published</h1></div><div>{broken}</div></body></html>"
    assert lines_of(markup)[-3:] == STORY


@pytest.mark.parametrize("between", ["</div><div>", "<br><br>"])
def test_line_breaks_in_the_markup_break_no_line_of_the_story(between: str) -> None:
    wrapped = [line.replace(" the ", "\n\t  the ", 1) for line in STORY]
    story = f"<div><h1>Guidance published</h1><div>{between.join(wrapped)}</div></div>"
    assert lines_of(f"<html><body>{story}</body></html>") == STORY


def test_lines_of_preformatted_text_stay_lines() -> None:
    tree = parse_page("<pre>one\ntwo</pre><p>three\nfour</p>")
    assert tree is not None
    join_source_lines(tree)
    assert [element.text for element in tree.iter("pre", "p")] == ["one\ntwo", "three four"]
