from __future__ import annotations

import base64

import pytest

from index.errors import UnknownFormat
from tests.inputs.structured import dispatches, made, only, source


def test_reads_a_story_and_counts_its_photo() -> None:
    story = only(source("newsml1.xml"))
    assert story.headline == "Ministers back common age-check standard"
    assert story.byline == ("Anna Weber",)
    assert story.agency == "AFP"
    assert story.city == "Brussels"
    assert story.dateline == "BRUSSELS, Oct 16, 2024 (AFP) -"
    assert story.keywords == ("EU", "internet")
    assert story.slug == "EU-internet-regulation"
    assert story.body.split("\n\n")[1] == "The standard will be voluntary at first."
    assert story.dropped == {"image": 1}


def test_identifies_the_version_before() -> None:
    revision = only(source("newsml1.xml")).revision
    assert revision is not None
    assert (revision.guid, revision.number, revision.supersedes) == ("afp.com:TX-PAR-AB12", 2, "1")


def test_reads_compact_dates() -> None:
    story = only(source("newsml1.xml"))
    assert story.filed is not None
    assert story.updated is not None
    assert story.filed.iso() == "2024-10-16T08:30:00+00:00"
    assert story.updated.iso() == "2024-10-16T09:00:00+00:00"


def test_a_choice_of_languages_is_a_story_each() -> None:
    english, french = dispatches(source("newsml1_languages.xml"))
    assert (english.language, french.language) == ("en", "fr")
    assert french.headline == "Une association publie son rapport annuel"


def test_components_fill_fields_by_their_role() -> None:
    story = dispatches(source("newsml1_languages.xml"))[0]
    assert story.standfirst == "More calls than ever reached the helpline."
    assert story.body == "The charity counted ten thousand calls.\n\nIt asks for clearer rules."
    assert story.boilerplate == "Press office"
    assert story.warnings == ("the agency marks this dispatch as embargoed",)


def test_a_catalogue_is_refused() -> None:
    with pytest.raises(UnknownFormat, match="without a text"):
        dispatches(made("<NewsML><TopicSet/></NewsML>"))


def test_content_in_base64_is_unpacked() -> None:
    data = base64.b64encode(b"<p>Encoded text.</p>").decode()
    text = (
        "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines><ContentItem>"
        f'<Encoding Notation="Base64"><DataContent>{data}</DataContent></Encoding>'
        "</ContentItem></NewsComponent></NewsItem></NewsML>"
    )
    assert only(made(text)).body == "Encoded text."
