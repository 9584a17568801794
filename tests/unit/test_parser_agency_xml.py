from __future__ import annotations

import pytest

from index.errors import UnknownFormat
from index.parsers import RecordRefused
from tests.inputs.structured import dispatches, everything, made, only, parser_of, source


def test_reads_an_agencys_own_xml_by_its_element_names() -> None:
    story = only(source("agency_news.xml"))
    assert story.agency == "Ritzau"
    assert story.byline == ("Peder Holm",)
    assert story.city == "Haag"
    assert story.section == ("Udland",)
    assert story.body.endswith("Forslaget behandles i november.")
    assert story.revision is not None
    assert (story.revision.guid, story.revision.number) == ("9a69-11da", 2)


def test_escaped_markup_and_a_printed_date() -> None:
    story = only(source("agency_release.xml"))
    assert story.headline == "Utvalg skal se på aldersgrenser"
    assert story.standfirst == "Nytt utvalg er satt ned."
    assert story.body == "Utvalget skal se på reglene.\n\nRapporten kommer i mai."
    assert story.filed is not None
    assert story.filed.iso() == "2024-10-16T12:17"
    assert story.source_url == "https://example.org/release/4711"


def test_each_element_with_text_and_headline_is_a_story() -> None:
    text = (
        "<?xml version='1.0'?><stories><item><headline>One</headline><body>Text.</body></item>"
        "<item><headline>Two</headline><body>More.</body></item><item><headline/><body/></item></stories>"
    )
    first, second, third = everything(made(text))
    assert [d.headline for d in dispatches(made(text))] == ["One", "Two"]
    assert isinstance(third, RecordRefused)
    assert first != second


def test_xml_without_a_story_is_refused_by_its_root() -> None:
    with pytest.raises(UnknownFormat, match="<settings>"):
        dispatches(made("<?xml version='1.0'?><settings><width>3</width></settings>"))


def test_pages_and_copy_that_begin_with_a_tag_are_left_to_others() -> None:
    assert (
        parser_of(made("<?xml version='1.0'?><html><body><p>x</p></body></html>")).format
        != "agency-xml"
    )
    for page in (
        "<script>var a = 1</script>\n<script>var b = 2</script>",
        "<DOCUMENT><TYPE>EX-99\n<TEXT><HTML><BODY><P>Notice<BR>of rules</BODY></HTML></DOCUMENT>",
    ):
        assert parser_of(made(page)).format == "html"
    assert (
        parser_of(made("<Reuters> reported on Wednesday that rules were agreed.")).format == "text"
    )
