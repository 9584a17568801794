"""The head of a release: what it calls itself, and the line that says where and when."""

from __future__ import annotations

import pytest

from index.wire.dateline import find_dated_place
from tests.inputs.structured import made, only

BODY = (
    "The panel in Harlow said on Tuesday that services would have to publish how many reports"
    " of harm they had received.\n\nThe rule follows two years of talks with schools."
)


@pytest.mark.parametrize(
    ("head", "headline", "city"),
    [
        ("PRESS RELEASE\n\nHarlow, 9 March 2022\n\nServices must count", "Services must count", 0),
        ("Services must count\n\nHarlow, 9 March 2022", "Services must count", 0),
        ("COMMUNIQUÉ DE PRESSE\n\nParis, le 9 mars 2022\n\nLa loi", "La loi", "Paris"),
        ("Pressemitteilung Nr. 12/2022\n\nBerlin, den 9. März 2022\n\nRegel", "Regel", "Berlin"),
        ("Madrid, 9 de marzo de 2022\nLa ley llega", "La ley llega", "Madrid"),
    ],
)
def test_place_and_date_above_or_below_the_headline(
    head: str, headline: str, city: str | int
) -> None:
    story = only(made(f"{head}\n\n{BODY}"))
    assert (story.headline, story.city) == (headline, city or "Harlow")
    assert story.filed is not None
    assert story.filed.iso() == "2022-03-09"
    assert story.body == BODY


def test_what_a_release_calls_itself_is_kept_apart() -> None:
    story = only(made(f"PRESS RELEASE No. 4\n\nHarlow, 9 March 2022\n\nServices count\n\n{BODY}"))
    assert story.boilerplate == "PRESS RELEASE No. 4"


@pytest.mark.parametrize(
    "line",
    [
        "Ina Moor, 9 March 2022", "Politics, 9 March 2022", "Updated, 9 March 2022",
        "Reuters, 9 March 2022", "Wednesday, 9 March 2022", "Harlow, March 2022",
        "Harlow, 9 March 2022 and 10 March 2022", "Harlow, 9 March 2022, was a day of talks.",
    ],
)  # fmt: skip
def test_other_lines_with_a_date(line: str) -> None:
    assert find_dated_place(line) is None


def test_a_date_below_a_letter_s_text_takes_nothing_from_it() -> None:
    story = only(made(f"Services must count\n\n{BODY}\n\nHarlow, 9 March 2022\n\nRuth Misler"))
    assert BODY in story.body
