"""Whole web pages copied as text: the story is found among menus, teasers and comments."""

from __future__ import annotations

import pytest

from index.parsers import Source
from index.parsers.plain_text.copied_page import story_lines
from index.parsers.plain_text.text import TextParser

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
