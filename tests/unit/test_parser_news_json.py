from __future__ import annotations

import json

import pytest

from index.errors import BrokenInput, NoTextFound, SuspiciousArchive, UnknownFormat
from index.parsers import RecordRefused
from tests.inputs.structured import dispatches, everything, made, only, source


def test_ninjs_3_prefers_the_marked_up_body_and_the_main_headline() -> None:
    story = only(source("ninjs3.json"))
    assert story.headline == "Bundestag berät über Jugendschutz"
    assert story.standfirst == "Ausschuss hört Fachleute"
    assert len(story.body.split("\n\n")) == 2
    assert story.byline == ("Lena Vogt",)
    assert story.agency == "dpa"
    assert story.language == "de"
    assert (story.section, story.keywords) == (("Politik",), ("Jugendschutz",))
    assert story.dropped == {"image": 1}


def test_ninjs_dates_and_version() -> None:
    story = only(source("ninjs3.json"))
    assert story.filed is not None
    assert story.updated is not None
    assert (story.filed.iso(), story.updated.iso()) == (
        "2024-10-15T08:00:00+00:00",
        "2024-10-16T08:00:00+00:00",
    )
    assert story.revision is not None
    assert (story.revision.guid, story.revision.number) == ("urn:newsml:example.org:20241016:n3", 2)


def test_ninjs_1_scalar_members_and_embargo() -> None:
    story = only(source("ninjs1.json"))
    assert story.headline == "UN body reviews code of practice"
    assert story.body == "The body reviewed the code.\n\nIt said: “More is needed.”"
    assert story.city == "Geneva"
    assert story.embargo is not None
    assert story.embargo.iso() == "2024-10-17T06:00:00+00:00"
    assert story.agency == "Example Wire"


def test_a_list_yields_its_stories_counts_pictures_and_reports_what_is_empty() -> None:
    story, refused = everything(source("ninjs_list.json"))
    assert isinstance(refused, RecordRefused)
    assert refused.member == "#2"
    assert isinstance(refused.reason, NoTextFound)
    assert dispatches(source("ninjs_list.json")) == [story]
    assert dispatches(source("ninjs_list.json"))[0].dropped == {"image": 1}


def test_ap_without_inline_story_is_partial() -> None:
    story = only(source("ap_media.json"))
    assert story.partial
    assert story.body == "Lawmakers questioned three platforms. A bill may follow."
    assert story.byline == ("ALICE STONE",)
    assert story.city == "Washington"
    assert story.source_url == "https://example.org/story"
    assert story.revision is not None
    assert (story.revision.guid, story.revision.label) == ("abc123", "8th Ld-Writethru")


def test_ap_takes_a_story_from_beside_the_item() -> None:
    envelope = json.loads(source("ap_media.json").raw)
    envelope["nitf"] = {"body_html": "<block><p>WASHINGTON (AP) — Told.</p></block>"}
    story = only(made(json.dumps(envelope)))
    assert story.body == "WASHINGTON (AP) — Told."
    assert not story.partial


def test_digitalwires_fields() -> None:
    story = only(source("digitalwires.json"))
    assert story.body.startswith("Berlin (dpa) - Die Regierung plant Leitlinien.")
    assert story.standfirst == "Die Leitlinien sollen im Frühjahr gelten."
    assert story.byline == ("Max Berg",)
    assert story.dateline == "Berlin (dpa)"
    assert story.boilerplate == "Mit Hintergrund\n\nCopyright 2024, dpa"
    assert story.revision is not None
    assert (story.revision.number, story.revision.label) == (2, "update")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"uri": "x", "type": "event", "title": "A conference"}', "event"),
        ('{"uri": "x", "type": "picture", "headline": "A picture"}', "picture"),
        ('[{"uri": "x", "title": "A", "eventDetails": {}}]', "event"),
        (
            '{"format": "digitalwires@1", "headline": "x", "associations": [{"type": "image"}]}',
            "image",
        ),
        ('{"config": true, "name": "x"}', "config, name"),
        ("[]", "nothing"),
    ],
)
def test_json_that_is_no_story_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(UnknownFormat, match=said):
        dispatches(made(text))


@pytest.mark.parametrize(
    "members",
    [
        {"uri": "x", "type": "picture", "description_caption": "The panel meets."},
        {"uri": "x", "type": "event", "descriptions": [{"value": "<p>The panel meets.</p>"}]},
        {"format": "digitalwires@1", "associations": [{"type": "image"}],
         "descriptions": [{"description": "A panel."}, {"description": "The panel meets."}]},
    ],
)  # fmt: skip
def test_of_pictures_and_events_the_longest_caption_is_kept(members: dict[str, object]) -> None:
    kept = only(made(json.dumps({"headline": "A panel in Paris", **members})))
    assert (kept.headline, kept.body) == ("A panel in Paris", "The panel meets.")
    assert not kept.partial
    assert "only the caption" in kept.warnings[0]


def test_captions_beside_a_story_are_left_out() -> None:
    story = {"uri": "1", "type": "text", "headline": "One", "body_text": "Text one."}
    picture = {"uri": "2", "type": "picture", "headline": "P", "description_caption": "Words."}
    kept = only(made(json.dumps([story, picture])))
    assert (kept.headline, kept.dropped) == ("One", {"image": 1})


def test_broken_and_bottomless_json() -> None:
    with pytest.raises(BrokenInput):
        dispatches(made('{"uri": "x", '))
    with pytest.raises(SuspiciousArchive):
        dispatches(made('[{"a": ' + "[" * 200_000))


def test_values_of_odd_types_count_as_missing() -> None:
    story = only(
        made('{"uri": 5, "headline": "H", "body_text": ["x"], "byline": {}, "version": true}')
    )
    assert (story.headline, story.byline, story.body) == ("H", (), "H")


def test_a_package_of_texts_yields_its_stories() -> None:
    package = {
        "uri": "p",
        "type": "composite",
        "headline": "A package",
        "associations": {
            "one": {"uri": "1", "type": "text", "headline": "One", "body_text": "Text one."},
            "pic": {"uri": "2", "type": "picture", "headline": "Picture"},
        },
    }
    assert [story.headline for story in dispatches(made(json.dumps(package)))] == ["One"]


def test_a_long_description_stands_in_for_a_missing_body() -> None:
    text = '{"uri": "x", "headline": "H", "description_text": "The committee heard three charities today."}'
    story = only(made(text))
    assert story.body == story.standfirst == "The committee heard three charities today."
    assert story.partial


def test_a_label_in_brackets_behind_the_headline_tells_the_version() -> None:
    text = '{"uri": "x", "headline": "Le texte est voté (Mise à jour)", "body_text": "Texte."}'
    story = only(made(text))
    assert story.revision is not None
    assert story.revision.label == "Mise à jour"


def test_stories_that_are_alike_are_told_apart_from_what_is_left_out() -> None:
    story = {"uri": "x:1", "headline": "Rules", "body_text": "The rules were agreed."}
    picture = {"uri": "x:2", "type": "picture", "headline": "A picture"}
    first, second = dispatches(made(json.dumps([story, picture, story, picture])))
    assert (first.dropped, second.dropped) == ({"image": 2}, {"image": 2})
