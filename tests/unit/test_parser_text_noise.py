"""What copying, printing and forwarding add above a story."""

from __future__ import annotations

import pytest

from index.parsers.plain_text.forwarding import end_of_forwarding
from tests.inputs.agency_copy import DATELINE, HEADLINE, STORY, read

FORWARDED = (
    "---------- Forwarded message ---------\nFrom: Desk <desk@example.org>\n"
    "Date: Sat, Oct 19, 2024 at 3:10 PM\nSubject: Fwd: duties\nTo: Jane <jane@example.org>\n\n"
)


@pytest.mark.parametrize(
    "above",
    [
        "World\nBusiness\nMarkets\n",
        "Home › World › Europe\n",
        "Skip to main content\nWorld\nMarkets\n",
        "https://www.example.org/news/duties\nPrinted from Example News, 19/10/2024 09:12\nPage 1 of 2\n\n",
        FORWARDED,
        "FILE - A building in London. (AP Photo/Jane Roe, File)\n",
    ],
)
def test_what_stands_above_the_headline(above: str) -> None:
    found = read(f"{above}{HEADLINE}\n\n{DATELINE}{STORY}\n")
    assert (found.headline, found.standfirst, found.body) == (HEADLINE, "", STORY)
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18"


@pytest.mark.parametrize("between", ["Share\nPrint\n", "3 min read\n", "Partager\nLecture 3 min\n"])
def test_buttons_between_date_and_story(between: str) -> None:
    found = read(f"{HEADLINE}\nBy Jane Roe\nPublished 18 October 2024\n{between}{STORY}\n")
    assert (found.headline, found.byline, found.body) == (HEADLINE, ("Jane Roe",), STORY)


def test_the_section_in_a_menu_is_kept() -> None:
    found = read(f"Home\nMarkets\nEurope\n{HEADLINE}\n\n{DATELINE}{STORY}\n")
    assert (found.headline, found.section) == (HEADLINE, ("Europe",))


def test_an_update_is_not_the_filing() -> None:
    found = read(f"{HEADLINE}\nUpdated 12:30 GMT, 19 October 2024\n\n{DATELINE}{STORY}\n")
    assert found.filed is not None
    assert found.updated is not None
    assert (found.filed.iso(), found.updated.iso()) == ("2024-10-18", "2024-10-19T12:30+00:00")


def test_posted_and_updated_on_lines_of_their_own() -> None:
    found = read(
        f"{HEADLINE}\nPosted February 26, 2024 5:12 pm.\nLast Updated February 27, 2024 6:30 pm.\n\n"
        f"OTTAWA — {STORY}\n"
    )
    assert found.filed is not None
    assert found.updated is not None
    assert (found.filed.day.day, found.updated.day.day) == (26, 27)
    assert (found.city, found.body) == ("Ottawa", STORY)


def test_a_heading_with_a_rule_behind_it_is_no_place() -> None:
    found = read(f"{HEADLINE}\n18 October 2024\n\nLICENCE ------- {STORY}\n")
    assert found.city == ""
    assert found.body.startswith("LICENCE")


def test_an_update_alone_is_the_filing() -> None:
    found = read(f"{HEADLINE}\nUpdated: 18 October 2024\n\n{STORY}\n")
    assert found.filed is not None
    assert (found.filed.iso(), found.updated) == ("2024-10-18", None)


def test_a_writer_above_the_agency() -> None:
    found = read(f"{HEADLINE}\nJane Roe\n(Australian Associated Press)\n\n{STORY}\n")
    assert (found.byline, found.agency) == (("Jane Roe",), "Australian Associated Press")
    assert found.body == STORY


def test_a_date_behind_the_dateline() -> None:
    found = read(f"{HEADLINE}\nParis (AFP) – Issued on: 28/11/2024 - 14:10\n\n{STORY}\n")
    assert found.filed is not None
    assert (found.filed.iso(), found.city) == ("2024-11-28T14:10+01:00", "Paris")
    assert found.body == STORY


def test_a_clock_that_says_afternoon_twice() -> None:
    found = read(f"{HEADLINE}\nMon 14-10-2024 15:04 PM\n\n{STORY}\n")
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-14T15:04"


def test_fields_of_the_dispatch_itself_are_no_forwarding() -> None:
    lines = ["From: Paris", "Date: 18 October 2024", "Subject: duties", "", STORY]
    assert end_of_forwarding(lines) == 0
