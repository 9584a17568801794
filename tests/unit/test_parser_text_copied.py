"""Whole web pages copied as text: the story is found among menus, teasers and comments."""

from __future__ import annotations

import pytest

from index.parsers import Source
from index.parsers.pages.html import HtmlParser
from index.parsers.plain_text.copied_page import story_lines
from index.parsers.plain_text.text import TextParser
from index.wire.asides import outside_galleries

HEADLINE = "Regulator asks platforms for age checks by the spring"
STORY = """
The regulator has published the guidance that platforms are to follow when they open their \
services to users who may be minors, and has set a calendar in three steps.
It said that checks by an independent third party were needed, and that the results of its \
review would be published before the summer recess of the two chambers.
Child protection groups called the guidance an important step, but asked the ministry for the \
means to control what the platforms report about their own services.
The industry association said that its members would need more time than the six months that \
the text leaves them, and that smaller services should be exempt.
""".strip().split("\n")
COMMENT = (
    "Anna said: I wonder whether the small services can do what is asked of them here, since they"
    " have neither the staff nor the money that the large ones have."
)
MENU = [
    "* Home",
    "* News",
    "* Politics",
    "* Economy",
    "* Culture",
    "* Sport",
    "* Video",
    "* Archive",
]
FOOT = ["About us", "Contact", "Careers", "Imprint", "Help", "Apps", "RSS", "Advertising"]
TEASERS = ["Most read", "Budget talks go on", "Storm warning lifted", "Trains late again"]


def page(*parts: list[str], indent: str = "") -> str:
    return "\n\n".join(f"{indent}{line}" for part in parts for line in part)


FLAT = page(
    ["Skip to content"], MENU, MENU, [HEADLINE, "By Jane Roe", "18 October 2024, 15:04 GMT"], STORY,
    TEASERS, ["3 comments"], [COMMENT] * 6, FOOT,
    ["© 2024 Example Media. All rights reserved. We use cookies to improve your experience."],
)  # fmt: skip


def test_story_headline_writer_and_date() -> None:
    (found,) = TextParser().parse(Source(FLAT.encode(), "page.txt"))
    assert found.headline == HEADLINE
    assert found.body == "\n\n".join(STORY)
    assert found.byline == ("Jane Roe",)
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18T15:04+00:00"


def test_the_same_page_with_nesting_shown_by_indents() -> None:
    nested = page(MENU, indent="    ") + "\n\n" + page([HEADLINE, "By Jane Roe"], indent="      ")
    nested += "\n\n" + page(STORY[:2], indent="        ")
    nested += "\n\n" + page(["* Share", "* Print", "* Send"], indent="            ")
    nested += (
        "\n\n" + page(STORY[2:], indent="        ") + "\n\n" + page(TEASERS + FOOT, indent="  ")
    )
    (found,) = TextParser().parse(Source(nested.encode(), "page.txt"))
    assert found.headline == HEADLINE
    assert found.body == "\n\n".join(STORY)


@pytest.mark.parametrize("story", [STORY, STORY * 8])
def test_an_ordinary_dispatch_is_no_copied_page(story: list[str]) -> None:
    assert story_lines(page([HEADLINE], story).split("\n")) is None


def test_a_page_without_a_story_is_left_whole() -> None:
    menus = page(MENU, FOOT, MENU, FOOT)
    assert story_lines(menus.split("\n")) is None
    (found,) = TextParser().parse(Source(menus.encode(), "page.txt"))
    assert "Imprint" in found.body


def test_a_list_inside_the_story_stays() -> None:
    items = ["* a check by an independent third party before the account is opened;",
             "* a report to the regulator every six months, in a form that it provides."]  # fmt: skip
    text = page(MENU, MENU, [HEADLINE, "By Jane Roe"], STORY[:2], items, STORY[2:], TEASERS, FOOT)
    (found,) = TextParser().parse(Source(text.encode(), "page.txt"))
    assert items[0] in found.body


CAPTION = (
    "Members of the committee heard the regulator and three charities on Tuesday afternoon in the"
    " great hall, where the public was admitted and the press had a table of its own."
)
GALLERY = [
    part
    for number in range(1, 7)
    for part in (
        f"{number}/6 A hearing of the committee",
        CAPTION,
    )
]


def test_the_captions_of_a_gallery_are_no_story() -> None:
    text = page(MENU, [HEADLINE, "By Jane Roe"], STORY[:2], GALLERY, STORY[2:], FOOT, MENU)
    (found,) = TextParser().parse(Source(text.encode(), "page.txt"))
    assert found.body == "\n\n".join(STORY)


def test_two_fractions_are_no_gallery() -> None:
    told = ["1/3 of the members abstained.", "2/3 of them agreed.", "The vote was final."]
    assert outside_galleries(told) == [0, 1, 2]


@pytest.mark.parametrize(
    ("near", "byline", "filed"),
    [
        (["Marco Rossi", "18 October 2024"], ("Marco Rossi",), "2024-10-18"),
        (["* Zoé Petit", "* Friday 18 October 2024", "* 0 comments"], ("Zoé Petit",), "2024-10-18"),
        (["Example Insider", "Ana Costa 1\xa0day ago", "SHARE", "TWEET"], ("Ana Costa",), ""),
        (["Ana Costa", "14 min read"], ("Ana Costa",), ""),
        (["by Jane Roe 18 Oct 2024 651"], ("Jane Roe",), "2024-10-18"),
        (["Breaking News Emails", "SUBSCRIBE", "18 October 2024"], (), "2024-10-18"),
        (["Key Points", "14 min read"], (), ""),
    ],
)
def test_a_name_beside_a_date_is_the_writer_s(
    near: list[str], byline: tuple[str, ...], filed: str
) -> None:
    text = page(MENU, MENU, [HEADLINE], near, STORY, FOOT)
    (found,) = TextParser().parse(Source(text.encode(), "page.txt"))
    assert (found.headline, found.byline) == (HEADLINE, byline)
    assert (found.filed.iso() if found.filed else "") == filed
    assert found.city == ""


@pytest.mark.parametrize(
    "line",
    [
        "Home » Politics » Online safety",
        "Published Wed, Oct 18 20244:29 AM ESTUpdated an hour ago",
        "October 18, 2024 / 0 Comments / in News / by jdadmin",
        "Tested by: Jane Roe Price: 10 Euro More info: on the site",
        "FinancialGovernment SolutionsLegalNews AgencyTax",
        "report this ad",
        "Image: The regulator in front of the chamber",
        "These are external links and will open in a new window",
    ],
)
def test_what_stands_nearer_than_the_headline_is_no_headline(line: str) -> None:
    text = page(MENU, MENU, [HEADLINE], [line], STORY, FOOT)
    (found,) = TextParser().parse(Source(text.encode(), "page.txt"))
    assert found.headline == HEADLINE


def test_a_standfirst_set_further_in_is_no_headline() -> None:
    above = (
        page([HEADLINE], indent="    ")
        + "\n\n"
        + page(["What the guidance says of small services"], indent="      ")
    )
    text = (
        page(MENU, MENU)
        + "\n\n"
        + above
        + "\n\n"
        + page(STORY, indent="        ")
        + "\n\n"
        + page(FOOT)
    )
    (found,) = TextParser().parse(Source(text.encode(), "page.txt"))
    assert found.headline == HEADLINE


def test_a_kicker_above_the_headline_is_a_section() -> None:
    text = f"Online safety\n\n{HEADLINE}\n\n18 October 2024\n\n" + "\n\n".join(STORY)
    (found,) = TextParser().parse(Source(text.encode(), "page.txt"))
    assert (found.section, found.headline) == (("Online safety",), HEADLINE)


def test_a_gallery_and_a_video_player_inside_a_saved_page_are_left_out() -> None:
    told = "".join(f"<p>{line}</p>" for line in STORY)
    pictures = "".join(f"<li>{number}/5 {CAPTION}</li>" for number in range(1, 6))
    player = "<p>This is a modal window. It can be closed by pressing the Escape key.</p>"
    markup = f"<html><body><h1>{HEADLINE}</h1>{told}<ul>{pictures}</ul>{player}{told}</body></html>"
    (found,) = HtmlParser().parse(Source(markup.encode(), "page.html"))
    assert found.body.startswith(STORY[0])
    assert CAPTION not in found.body
    assert "modal" not in found.body
