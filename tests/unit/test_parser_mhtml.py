from __future__ import annotations

import base64

import pytest

from index.dispatch import Dispatch
from index.errors import NoTextFound
from index.parsers import Source
from index.parsers.pages.mhtml import MhtmlParser
from index.parsers.registry import choose

PARAGRAPH = (
    "The ministry presented a bill on Tuesday that obliges platforms to assess the risks their "
    "services bring for minors, and to publish the assessment once a year. "
)
PAGE = (
    "<html lang='en'><head><title>Bill on risk assessments presented</title></head><body>"
    f"<article><h1>Bill on risk assessments presented</h1>"
    f"<p>{PARAGRAPH}</p><p>{PARAGRAPH * 2}</p></article></body></html>"
)


def saved(page: str, kind: str = "text/html") -> bytes:
    encoded = base64.encodebytes(page.encode()).decode()
    return (
        "From: <Saved by Blink>\r\n"
        "Snapshot-Content-Location: https://news.example/bill\r\n"
        "Subject: Bill on risk assessments presented\r\n"
        "Date: Tue, 4 Mar 2025 10:30:00 -0000\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="edge"\r\n\r\n'
        f"--edge\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://news.example/bill\r\n\r\n{encoded}\r\n"
        "--edge\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "AAAA\r\n--edge--\r\n"
    ).encode()


def test_the_page_is_read_with_its_capture() -> None:
    source = Source(saved(PAGE), "bill.mhtml")
    assert isinstance(choose(source), MhtmlParser)
    (read,) = MhtmlParser().parse(source)
    assert isinstance(read, Dispatch)
    assert read.headline == "Bill on risk assessments presented"
    assert read.body.count("obliges platforms") == 3
    assert read.source_url == "https://news.example/bill"
    assert read.captured is not None
    assert read.captured.iso() == "2025-03-04T10:30:00+00:00"
    assert read.dropped["embedded part"] == 1
    assert read.format == "mhtml"


def test_a_message_without_a_page_says_so() -> None:
    with pytest.raises(NoTextFound):
        list(MhtmlParser().parse(Source(saved("x", "text/css"), "bill.mhtml")))


def test_an_ordinary_mail_is_none() -> None:
    mail = b"From: a@example.org\nSubject: x\nContent-Type: text/plain\n\nHello"
    assert not MhtmlParser().recognises(Source(mail, "a.eml"))


FRAME = (
    "--edge\r\nContent-Type: text/html\r\nContent-ID: <frame>\r\n"
    "Content-Location: https://other.example/frame\r\n\r\n<p>Subscribe.</p>\r\n"
)


def test_a_frame_above_the_page_is_passed_by_its_address() -> None:
    framed = saved(PAGE).replace(b"--edge\r\n", FRAME.encode() + b"--edge\r\n", 1)
    (read,) = MhtmlParser().parse(Source(framed, "bill.mhtml"))
    assert isinstance(read, Dispatch)
    assert read.headline == "Bill on risk assessments presented"


def test_a_frame_above_the_page_is_passed_by_the_name_of_the_root() -> None:
    head = b'boundary="edge"; start="<root>"'
    framed = saved(PAGE).replace(
        b"--edge\r\n", FRAME.encode() + b"--edge\r\nContent-ID: <root>\r\n", 1
    )
    framed = framed.replace(b'boundary="edge"', head).replace(
        b"Snapshot-Content-Location", b"X-Was"
    )
    (read,) = MhtmlParser().parse(Source(framed, "bill.mhtml"))
    assert isinstance(read, Dispatch)
    assert read.source_url == "https://news.example/bill"
