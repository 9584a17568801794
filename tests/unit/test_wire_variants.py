"""Wire messages and feeds that lost something on the way, or bring more than the standard says."""

from __future__ import annotations

import pytest

from tests.inputs.structured import dispatches, made, only

_COPY = (
    b"The media regulator on Monday published draft rules on age checks for\r\n"
    b"platforms, and gave them six months to comply, it said on Monday.\r\n"
)
_TEXT = _COPY.decode().replace("\r\n", " ").strip()
_T = "Regulator drafts rules on age checks"
_RULED = (
    b"^BC-EU--Age Checks, 2nd Ld,210<\r\n^Regulator drafts rules on age checks<\r\n"
    b"^By ANNA VIDAL=\r\n^Associated Press Writer=\r\n\tDUBLIN (AP) _ " + _COPY
)
_CLOCK = b"AP-NY-03-04-24 0930EST<\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        b"\x01a0123\r\nr i bc-\r\n\x02" + _RULED + b"\x03\r\n" + _CLOCK,
        b"a0123\r\nr i bc-\r\n\x02" + _RULED + b"\x03\r\n" + _CLOCK,
        _RULED + b"\r\n" + _CLOCK,
    ],
    ids=["framed", "without SOH", "without a frame"],
)
def test_anpa_messages_whose_frame_was_lost(raw: bytes) -> None:
    story = only(made(raw))
    assert story.format == "anpa-1312"
    assert (story.headline, story.byline, story.agency) == (_T, ("ANNA VIDAL",), "AP")
    assert story.body == f"DUBLIN (AP) _ {_TEXT}"
    assert story.filed is not None
    assert story.filed.iso() == "2024-03-04T09:30-05:00"
    assert story.revision is not None
    assert story.revision.label == "2nd Ld"


def test_a_headline_may_name_the_agency() -> None:
    digest = b"\x01a0124\r\n\x02^BC-AP News Digest,90<\r\n^AP News Digest 6 am<\r\n\t" + _COPY
    assert only(made(digest + b"\x03\r\n" + _CLOCK)).headline == "AP News Digest 6 am"


@pytest.mark.parametrize("start", [b"\x01", b""])
@pytest.mark.parametrize("line_end", [b"\r\n", b"\r\r\n", b"\n", b"\r"])
def test_iptc_7901_with_other_line_ends_and_without_soh(start: bytes, line_end: bytes) -> None:
    head = b"bdt0123 4 pl 210 dpa 0456\r\n\x02Regulator drafts rules on age checks =\r\n\r\n"
    raw = start + head + b"Dublin (dpa) - " + _COPY + b"\r\n" + _COPY + b"\x03040930 Mar 24\r\n"
    story = only(made(raw.replace(b"\r\n", line_end)))
    assert story.format == "iptc-7901"
    assert (story.headline, story.agency, story.city) == (_T, "dpa", "Dublin")
    assert story.body == f"Dublin (dpa) - {_TEXT}\n\n{_TEXT}"
    assert story.filed is not None
    assert story.filed.iso() == "2024-03-04T09:30+01:00"


def test_escape_sequences_are_no_text_and_a_marked_line_stands_below_the_headline() -> None:
    raw = (
        b"\x01apa0123 5 AI 0210\r\n\x02\x1b(BBeh\xf6rde legt Regeln vor\r\nUtl.: Frist endet bald ="
        b"\r\n\r\n   Wien (APA) - Die Beh\xf6rde hat Regeln vorgelegt.\r\n\x03040930 Mar 24"
    )
    story = only(made(raw))
    assert (story.headline, story.standfirst) == ("Behörde legt Regeln vor", "Frist endet bald")


def test_bytes_with_a_control_sign_in_them_are_no_wire_message() -> None:
    assert only(made(b"A note on \x02 signs in old wires, and no more than this.")).format == "text"


def test_a_feed_may_carry_nitf() -> None:
    nitf = (
        f"<nitf><body><body.head><hedline><hl1>{_T}</hl1></hedline><byline>By ANNA VIDAL</byline>"
        f"</body.head><body.content><block><p>{_TEXT}</p></block></body.content></body></nitf>"
    )
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>AP</title><entry><id>e1</id>'
        "<title>BC-EU-Age Checks</title><updated>2024-03-04T10:30:00Z</updated>"
        f'<content type="text/xml">{nitf}</content></entry></feed>'
    )
    (story,) = dispatches(made(feed))
    assert (story.headline, story.byline, story.body) == (_T, ("ANNA VIDAL",), _TEXT)


def test_the_writer_of_an_rss_entry_stands_behind_an_address() -> None:
    feed = (
        f"<rss><channel><title>x</title><item><title>{_T}</title><description>{_TEXT}</description>"
        "<author>desk@agency.example (Anna Vidal)</author></item></channel></rss>"
    )
    assert only(made(feed)).byline == ("Anna Vidal",)
