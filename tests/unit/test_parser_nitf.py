from __future__ import annotations

import pytest

from index.errors import NoTextFound
from tests.inputs.structured import dispatches, made, only, source


def test_takes_each_field_from_its_own_element() -> None:
    story = only(source("nitf.xml"))
    assert story.headline == "Senate passes online safety bill"
    assert story.standfirst == "Vote was close"
    assert story.byline == ("Jane Doe",)
    assert story.agency == "Australian Associated Press"
    assert story.city == "Canberra"
    assert story.section == ("Politics",)
    assert story.keywords == ("eSafety",)
    assert story.slug == "Online Safety"
    assert story.boilerplate == "AAP jd"
    assert story.revision is not None
    assert story.revision.guid == "AAP.123.456"


def test_breaks_of_wrapped_copy_are_joined_and_verbatim_lines_kept() -> None:
    copy, votes = only(source("nitf.xml")).body.split("\n\n")
    assert copy.endswith("after a long debate in both houses of parliament.")
    assert votes == "Ayes: 34\nNoes: 31"


def test_a_release_after_the_issue_is_an_embargo() -> None:
    story = only(source("nitf.xml"))
    assert story.filed is not None
    assert story.embargo is not None
    assert story.filed.iso() == "2024-10-16T19:27:51+11:00"
    assert story.embargo.iso() == "2024-10-17T06:00:00+11:00"


def test_media_and_captions_are_no_text() -> None:
    story = only(source("nitf.xml"))
    assert "Skipped" not in story.body
    assert story.dropped == {"media": 1}


def test_the_title_stands_in_for_a_missing_headline() -> None:
    text = "<nitf><head><title>Votes</title></head><body><body.content><p>Ayes 3.</p></body.content></body></nitf>"
    assert only(made(text)).headline == "Votes"


def test_opening_words_stand_in_where_nothing_is_a_headline() -> None:
    words = " ".join(["policy"] * 30)
    story = only(made(f"<nitf><body><body.content><p>{words}</p></body.content></body></nitf>"))
    assert story.headline.endswith(" …")
    assert len(story.headline) <= 82
    assert story.origins["headline"] == "opening words of the text"


def test_an_empty_story_is_refused() -> None:
    with pytest.raises(NoTextFound):
        dispatches(made("<nitf><body><body.content/></body></nitf>"))


def test_dates_and_names_from_further_places() -> None:
    text = (
        '<nitf><head><pubdata name="The Example" date.publication="20241016"/></head><body><body.head>'
        "<byline>By Ann Lee</byline><byline>By Tom Hill</byline>"
        '<dateline>OSLO<story.date norm="20241017T080000Z"/></dateline></body.head>'
        "<body.content><p>Text.</p></body.content></body></nitf>"
    )
    story = only(made(text))
    assert story.byline == ("Ann Lee", "Tom Hill")
    assert story.filed is not None
    assert story.filed.iso() == "2024-10-17T08:00:00+00:00"
