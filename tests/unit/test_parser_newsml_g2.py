from __future__ import annotations

import pytest

from index.dispatch import Precision, Zone
from index.errors import BrokenInput, SuspiciousArchive, UnknownFormat
from tests.inputs.structured import dispatches, made, only, parser_of, source


def test_reads_every_text_item_of_a_message() -> None:
    first, second = dispatches(source("newsml_g2_message.xml"))
    assert (first.headline, second.headline) == (
        "Regulator publishes rules on age checks",
        "Behörde legt Bericht vor",
    )


def test_takes_each_field_from_its_own_element() -> None:
    story = dispatches(source("newsml_g2_message.xml"))[0]
    assert story.byline == ("Mary Byrne", "John Kelly")
    assert story.agency == "Reuters"
    assert story.city == "Dublin"
    assert story.language == "en"
    assert story.section == ("Technology",)
    assert story.keywords == ("age verification", "regulation")
    assert story.slug == "EU-PLATFORMS/RULES (UPDATE 2)"
    assert story.standfirst == "Platforms have six months to comply"
    assert story.origins["byline"] == "by"
    assert story.origins["body"] == "contentSet"


def test_keeps_the_dates_apart() -> None:
    story = dispatches(source("newsml_g2_message.xml"))[0]
    assert story.filed is not None
    assert story.updated is not None
    assert story.embargo is not None
    assert story.filed.iso() == "2024-10-16T09:15:00+02:00"
    assert story.updated.iso() == "2024-10-16T12:30:00+02:00"
    assert story.embargo.iso() == "2024-10-16T14:00:00+00:00"


def test_identifies_the_version() -> None:
    revision = dispatches(source("newsml_g2_message.xml"))[0].revision
    assert revision is not None
    assert revision.guid == "urn:newsml:example.org:20241016:REG-1"
    assert (revision.number, revision.label) == (3, "update")


def test_body_has_paragraphs_lines_and_rows_but_no_repeated_title() -> None:
    body = dispatches(source("newsml_g2_message.xml"))[0].body
    assert body.split("\n\n") == [
        "DUBLIN, Oct 16 (Reuters) - The media regulator on Wednesday published rules on age checks.",
        "Platforms have six months to comply, it said.\nFines apply after that.",
        "Period\tSix months\nFine\tUp to 10%",
    ]


def test_pictures_are_counted_and_private_notes_left_out() -> None:
    story = dispatches(source("newsml_g2_message.xml"))[0]
    assert story.dropped == {"image": 3}
    assert story.boilerplate == "Adds reaction of the ministry.\n\n(c) Example Agency 2024"


def test_plain_copy_is_unwrapped_and_a_local_clock_takes_the_agencys_zone() -> None:
    story = dispatches(source("newsml_g2_message.xml"))[1]
    assert [len(p.split("\n")) for p in story.body.split("\n\n")] == [1, 1]
    assert story.filed is not None
    assert (story.filed.zone, story.filed.precision) == (Zone.ASSUMED, Precision.SECOND)
    assert story.warnings == ("the agency marks this dispatch as canceled",)


def test_reads_nitf_inside_the_envelope() -> None:
    story = only(source("newsml_g2_nitf.xml"))
    assert story.headline == "La commission remet son rapport"
    assert story.byline == ("Claire Petit",)
    assert story.agency == "AFP"
    assert story.city == "Strasbourg"
    assert story.standfirst == "Le rapport demande un calendrier."
    assert story.body.endswith("Le texte sera débattu en novembre.")
    assert story.boilerplate == "cp/abc/def"


@pytest.mark.parametrize(
    ("root", "said"),
    [
        ("conceptItem", "a concept"),
        ("planningItem", "a planning item"),
        ("packageItem", "a package"),
        ("knowledgeItem", "a controlled vocabulary"),
        ("groupSet", "a package"),
    ],
)
def test_items_that_are_no_news_are_refused_by_name(root: str, said: str) -> None:
    with pytest.raises(UnknownFormat, match=said):
        dispatches(made(f'<{root} xmlns="http://iptc.org/std/nar/2006-10-01/"><x/></{root}>'))


def test_a_picture_alone_is_refused() -> None:
    item = "<newsItem><itemMeta><itemClass qcode='ninat:picture'/></itemMeta></newsItem>"
    with pytest.raises(UnknownFormat, match="picture"):
        dispatches(made(item))


def test_a_picture_with_a_caption_keeps_the_caption_only() -> None:
    caption = "<description role='drol:caption'>Members of the panel met in Paris.</description>"
    item = (
        "<newsItem><itemMeta><itemClass qcode='ninat:picture'/></itemMeta><contentMeta>"
        f"<headline>The panel in Paris</headline>{caption}</contentMeta><contentSet>"
        "<remoteContent contenttype='image/jpeg'/></contentSet></newsItem>"
    )
    kept = only(made(item))
    assert (kept.headline, kept.body) == (
        "The panel in Paris",
        "Members of the panel met in Paris.",
    )
    assert kept.standfirst == ""
    assert kept.dropped == {"image": 1}
    assert kept.warnings == ("only the caption of this item of type picture is kept",)


def test_an_alert_without_text_keeps_its_headline() -> None:
    alert = only(
        made("<newsItem><contentMeta><headline>Law passed</headline></contentMeta></newsItem>")
    )
    assert (alert.headline, alert.body, alert.partial) == ("Law passed", "Law passed", True)
    assert alert.warnings == ("the source holds no body text",)


def test_broken_xml_says_so() -> None:
    with pytest.raises(BrokenInput):
        dispatches(made("<newsItem><contentMeta>"))


def test_entities_made_of_entities_are_refused() -> None:
    bomb = '<!DOCTYPE newsItem [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><newsItem>&b;</newsItem>'
    with pytest.raises(SuspiciousArchive):
        dispatches(made(bomb))


def test_nesting_beyond_reason_is_refused() -> None:
    with pytest.raises(SuspiciousArchive):
        dispatches(made("<newsItem>" + "<p>" * 5000 + "</p>" * 5000 + "</newsItem>"))


def test_is_chosen_by_its_root_behind_comments_and_in_utf_16() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?><!-- x --><newsItem/>'
    assert parser_of(made(text.encode("utf-16"))).format == "newsml-g2"


def test_a_country_is_no_city() -> None:
    located = '<located type="cptype:country"><name>Spain</name></located><located type="cptype:city"><name>Vigo</name></located>'
    item = f"<newsItem><contentMeta><headline>H</headline>{located}</contentMeta></newsItem>"
    assert only(made(item)).city == "Vigo"
