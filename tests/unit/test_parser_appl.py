"""AP's own publishing language."""

from __future__ import annotations

import pytest

from index.errors import NoTextFound
from index.parsers import RecordRefused
from tests.inputs.structured import everything, made, only

_NITF = "<nitf><body.content><block>{}</block></body.content></nitf>"
_TEXT = (
    '<PublicationComponent Role="{}" MediaType="Text"><TextContentItem><DataContent>{}'
    "</DataContent></TextContentItem></PublicationComponent>"
)
_MAIN = "<p>LYON, France (AP) — The regulator published rules.</p><p>They start in May.</p>"
_PHOTO = '<PublicationComponent Role="Preview" MediaType="Photo"><PhotoContentItem/></PublicationComponent>'


def _component(role: str, paragraphs: str) -> str:
    return _TEXT.format(role, _NITF.format(paragraphs))


def _publication(kind: str = "Text", status: str = "Usable", texts: str = "") -> str:
    return (
        '<Publication xmlns="http://ap.org/schemas/03/2005/appl"><Identification>'
        f"<ItemId>a1</ItemId><MediaType>{kind}</MediaType><DefaultLanguage>en-us</DefaultLanguage>"
        "<RecordSequenceNumber>2</RecordSequenceNumber></Identification><PublicationManagement>"
        '<FirstCreated Year="2024" Month="7" Day="3" Time="20:11:02"/>'
        "<LastModifiedDateTime>2024-07-03T22:58:31</LastModifiedDateTime>"
        f"<Status>{status}</Status><ReleaseDateTime>2024-07-05T06:00:00</ReleaseDateTime>"
        "<SpecialInstructions>Eds: Adds quote.</SpecialInstructions></PublicationManagement>"
        "<NewsLines><HeadLine>Regulator publishes rules</HeadLine><ByLine>By LEA ROE</ByLine>"
        "<DateLine>LYON, France</DateLine></NewsLines><AdministrativeMetadata>"
        "<Source>AP</Source></AdministrativeMetadata><FilingMetadata>"
        "<SlugLine>BC-EU--Rules, 1st Ld-Writethru</SlugLine></FilingMetadata><DescriptiveMetadata>"
        '<SubjectClassification><Occurrence Value="Regulation"/></SubjectClassification>'
        f"</DescriptiveMetadata>{texts}</Publication>"
    )


def test_the_fields_of_a_publication() -> None:
    story = only(made(_publication(texts=_component("Main", _MAIN) + _PHOTO)))
    assert (story.headline, story.byline) == ("Regulator publishes rules", ("LEA ROE",))
    assert story.body.split("\n\n")[1] == "They start in May."
    assert (story.agency, story.dateline, story.city) == ("AP", "LYON, France", "Lyon")
    assert (story.language, story.keywords) == ("en", ("Regulation",))
    assert (story.slug, story.boilerplate) == ("BC-EU--Rules, 1st Ld-Writethru", "Eds: Adds quote.")
    assert story.dropped == {"image": 1}


def test_its_dates_are_utc_and_its_revision_is_known() -> None:
    story = only(made(_publication(texts=_component("Main", _MAIN))))
    assert story.filed is not None
    assert story.updated is not None
    assert story.filed.iso() == "2024-07-03T20:11:02+00:00"
    assert story.updated.iso() == "2024-07-03T22:58:31+00:00"
    assert story.revision is not None
    revision = story.revision
    assert (revision.guid, revision.number, revision.label) == ("a1", 2, "1st Ld-Writethru")
    assert story.embargo is None


def test_an_embargo_and_a_withdrawal_are_told() -> None:
    held = only(made(_publication(status="Embargoed", texts=_component("Main", _MAIN))))
    assert held.embargo is not None
    assert held.embargo.iso() == "2024-07-05T06:00:00+00:00"
    killed = only(made(_publication(status="Canceled", texts=_component("Main", _MAIN))))
    assert "the agency marks this dispatch as canceled" in killed.warnings


def test_of_a_film_the_longest_description_is_kept() -> None:
    texts = _component("Caption", "<p>Short.</p>") + _component("Script", "<p>A longer one.</p>")
    story = only(made(_publication("Video", texts=texts)))
    assert story.body == "A longer one."
    assert "only the caption of this item of type video is kept" in story.warnings


def test_several_stand_in_one_feed_and_an_empty_one_is_told() -> None:
    empty = "<Publication><PublicationManagement/></Publication>"
    feed = f"<feed-of-ap>{_publication(texts=_component('Main', _MAIN))}{empty}</feed-of-ap>"
    _, refused = everything(made(feed))
    assert isinstance(refused, RecordRefused)
    with pytest.raises(NoTextFound):
        only(
            made(empty.replace("<PublicationManagement/>", "<PublicationManagement/><NewsLines/>"))
        )
