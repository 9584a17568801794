from __future__ import annotations

import pytest

from index.errors import NoTextFound, SuspiciousArchive, UnknownFormat
from index.parsers import RecordRefused
from tests.inputs.structured import dispatches, everything, made, only, parser_of, source


def test_the_full_text_beats_the_description() -> None:
    story = dispatches(source("rss.xml"))[0]
    assert story.headline == "Full & complete"
    assert story.body == "The opening of the text.\n\nAnd its end."
    assert story.standfirst == ""
    assert not story.partial
    assert story.byline == ("Sam Field",)
    assert story.agency == "Policy Watch"
    assert (story.section, story.keywords) == (("Law",), ("age checks",))
    assert story.language == "en"
    assert story.source_url == "https://example.org/1"
    assert story.dropped == {"image": 1, "media": 1}


def test_the_printed_zone_is_kept() -> None:
    filed = dispatches(source("rss.xml"))[0].filed
    assert filed is not None
    assert filed.iso() == "2024-10-16T16:03:54+02:00"


def test_an_excerpt_is_flagged() -> None:
    story = dispatches(source("rss.xml"))[1]
    assert story.partial
    assert story.body == "Only the beginning …"


def test_attachments_of_a_blog_export_are_reported() -> None:
    refused = everything(source("rss.xml"))[2]
    assert isinstance(refused, RecordRefused)
    assert isinstance(refused.reason, UnknownFormat)


def test_atom() -> None:
    story = only(source("atom.xml"))
    assert story.headline == "Un accord trouvé"
    assert story.agency == "AFP"
    assert story.standfirst == "Chapô."
    assert story.body == "Premier.\n\nSecond."
    assert story.language == "fr"
    assert story.filed is not None
    assert story.updated is not None
    assert (story.filed.iso(), story.updated.iso()) == (
        "2024-10-16T10:00:00+02:00",
        "2024-10-16T12:00:00+02:00",
    )


def test_titles_that_are_plain_text_keep_their_brackets() -> None:
    feed = '<rss version="2.0"><channel><item><title>On &lt;rules&gt;</title><description>x</description></item></channel></rss>'
    assert "rules" in only(made(feed)).headline


def test_blog_copy_without_paragraph_tags_is_set_in_lines() -> None:
    feed = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>T</title>'
        "<content:encoded><![CDATA[One <b>line</b>\n\nAnother line]]></content:encoded></item></channel></rss>"
    )
    assert only(made(feed)).body == "One line\n\nAnother line"


def test_an_entry_with_a_link_alone_is_listed_by_it() -> None:
    feed = '<rss version="2.0"><channel><item><link>https://example.org/x</link></item></channel></rss>'
    story = only(made(feed))
    assert story.headline == "https://example.org/x"
    assert story.partial


def test_an_empty_feed_is_refused() -> None:
    with pytest.raises(NoTextFound):
        dispatches(made('<rss version="2.0"><channel><title>x</title></channel></rss>'))


def test_an_entity_bomb_is_refused() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
    with pytest.raises(SuspiciousArchive):
        dispatches(made(bomb))


def test_is_chosen_in_any_encoding_and_never_for_other_rdf() -> None:
    feed = '<?xml version="1.0" encoding="utf-16"?><rss version="2.0"><channel/></rss>'
    assert parser_of(made(feed.encode("utf-16"))).format == "feed"
    rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x/></rdf:RDF>'
    assert parser_of(made(rdf)).format != "feed"
