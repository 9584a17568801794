from __future__ import annotations

import pytest

from index.dispatch import Timestamp, Zone
from index.errors import NoTextFound
from index.parsers.standards.wire_frames import WireFramesParser
from index.wire.clock import read_clock
from tests.inputs.structured import dispatches, everything, made, only, source


def test_iptc_7901_message() -> None:
    story = only(source("iptc7901.txt"))
    assert story.format == "iptc-7901"
    assert story.headline == "EU states agree on age checks"
    assert story.byline == ("Lea Braun",)
    assert story.agency == "dpa"
    assert story.slug == "EU/Internet/Rules"
    assert story.city == "Brussels"
    assert story.revision is not None
    assert story.revision.label == "1ST LEAD"
    assert story.filed is not None
    assert story.filed.iso() == "2024-10-16T13:41+00:00"


def test_iptc_7901_text_is_unwrapped_and_its_notes_set_apart() -> None:
    story = only(source("iptc7901.txt"))
    assert story.body.count("\n\n") == 1
    assert "café-style" in story.body
    assert "\n" not in story.body.split("\n\n")[0]
    assert "Note to editors" in story.boilerplate
    assert "dpa lb bag" in story.boilerplate


def test_anpa_1312_messages() -> None:
    first, second = dispatches(source("anpa1312.txt"))
    assert first.headline == "Lawmakers press platforms on safety"
    assert first.byline == ("ALICE STONE",)
    assert first.agency == second.agency == "AP"
    assert first.slug == "BC-US--Platforms, 1st Ld-Writethru"
    assert first.revision is not None
    assert first.revision.label == "1st Ld-Writethru"
    assert first.boilerplate == "AP Photo XNP101\n\nEds: Adds comment."
    assert first.body.split("\n\n")[0].endswith("“More is needed,” one said.")


def test_nothing_between_the_paragraphs_of_anpa_is_lost() -> None:
    assert dispatches(source("anpa1312.txt"))[0].body.split("\n\n")[2:] == ["For", "Yes 12"]


def test_american_trailers_put_the_month_first() -> None:
    first, second = (story.filed for story in dispatches(source("anpa1312.txt")))
    assert first is not None
    assert second is not None
    assert (first.iso(), first.ambiguous) == ("2024-10-16T15:09+00:00", False)
    assert (second.iso(), second.ambiguous) == ("2024-10-05T09:00+00:00", True)


def test_a_frame_without_text_is_not_lost_on_the_others() -> None:
    frame = b"\x01h\x02\x03\x01h\x02^Slug-x<\n^Head<\n\tText.\n\x03"
    assert [story.headline for story in dispatches(made(frame))] == ["Head"]


def test_empty_frames_of_a_quiet_line_are_no_failures() -> None:
    quiet, told = b"\x01h\x02\x7f\r\n\x03", b"\x01h\x02^Slug-x<\n^Head<\n\tText.\n\x03"
    assert len(everything(made(quiet + told + 3 * quiet))) == 1
    with pytest.raises(NoTextFound):
        everything(made(2 * quiet))


@pytest.mark.parametrize(
    ("trailer", "opening", "day_first", "expected", "ambiguous"),
    [
        ("071341 GMT Okt 15 ", "", None, "2015-10-07T13:41+00:00", False),
        ("KWS-21:37-09-12-18", "SAITAMA, Dec. 9 -", None, "2018-12-09T21:37", False),
        ("21:37-09-12-18", "", True, "2018-12-09T21:37", True),
        ("AP-WF-11-13-13 1509GMT", "", False, "2013-11-13T15:09+00:00", False),
        ("13-02-19", "", None, "2019-02-13", False),
    ],
)
def test_clocks(
    trailer: str, opening: str, day_first: bool | None, expected: str, ambiguous: bool
) -> None:
    stamp = read_clock(trailer, opening, day_first=day_first, zone=None)
    assert stamp is not None
    assert (stamp.iso(), stamp.ambiguous) == (expected, ambiguous)


@pytest.mark.parametrize("trailer", ["", "nothing", "99-99-24", "319999 GMT Okt 24"])
def test_garbage_is_no_clock(trailer: str) -> None:
    assert read_clock(trailer, "", day_first=None, zone=None) is None


def test_a_trailer_without_zone_stays_local() -> None:
    stamp: Timestamp | None = read_clock("10:00-16-10-24", "", day_first=None, zone=None)
    assert stamp is not None
    assert stamp.zone is Zone.UNKNOWN


@pytest.mark.parametrize(
    ("trailer", "filed"),
    [
        ("181400 GMT OCT 24", "2024-10-18T14:00+00:00"),
        ("191400 GMT OCT 24", "2024-10-18"),
        ("", "2024-10-18"),
    ],
)
def test_a_trailer_gives_the_day_of_the_dateline_its_clock(trailer: str, filed: str) -> None:
    message = (
        "\x01AFP0123 4 pl 0100 AFP\r\n\x02The committee approves the text\r\nBy Jane Roe\r\n\r\n"
        "   BRUSSELS, 18 oct 2024 (AFP) - The committee approved a text on Friday.\r\n"
        f"   Charities welcomed the vote.\r\n\x03{trailer}\r\n"
    )
    story = only(made(message))
    assert story.filed is not None
    assert story.filed.iso() == filed


def test_numbers_of_a_program_are_no_wire_whatever_bytes_are_among_them() -> None:
    numbers = b"".join(number.to_bytes(4, "big") for number in range(1, 4000))
    assert WireFramesParser().recognises(made(numbers)) is False
    idling = b"\x00" * 40 + source("iptc7901.txt").raw.replace(b"\n", b"\n\x00", 3)
    assert WireFramesParser().recognises(made(idling))


def _framed_7901(heading: str) -> bytes:
    text = "Berlin (dpa) - The ministers agreed on rules.\r\n\r\nThey start in March.\r\n"
    return f"\x01eca0003 3 i 38  dpa 0045\r\n\x02{heading}\r\n\r\n{text}\x03".encode()


def test_a_slug_of_several_words_a_net_and_a_byline_without_names() -> None:
    heading = "Child protection/rules/\r\n2ND LEAD\r\n3RD NET\r\nMinisters agree\r\nBy dpa staff ="
    story = only(made(_framed_7901(heading)))
    assert (story.slug, story.headline) == ("Child protection/rules/", "Ministers agree")
    assert (story.byline, story.keywords) == ((), ())
    assert story.revision is not None
    assert story.revision.label == "2ND LEAD"


def test_anpa_trailer_within_the_text_and_a_selector_before_the_slug() -> None:
    lines = "^*9006< ^AP-News-Digest,0176<\n^Today at a glance<\n\tText here.\n\n\t   AP-WF-08-29-16 1626GMT<\n"
    story = only(made(f"\x01V4644\n\x02{lines}\x03".encode()))
    assert (story.slug, story.headline) == ("AP-News-Digest", "Today at a glance")
    assert (story.body, story.agency) == ("Text here.", "AP")
    assert story.filed is not None
    assert story.filed.iso() == "2016-08-29T16:26+00:00"
