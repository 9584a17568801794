"""Press releases as news distributors send them in plain text (PR Newswire, AsiaNet and others)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import BrokenInput
from index.parsers.decoding.encoding import decode
from index.parsers.drafting.draft import Draft
from index.parsers.drafting.plain import plain_paragraphs, unwrap, wire_charset
from index.wire.dateline import plain_city
from index.wire.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.dispatch import Dispatch
    from index.parsers import Source

_DISTRIBUTORS = (
    "PRNewswire|PR Newswire|PRNewswire-[A-Za-z]+|[A-Za-z ]*-?AsiaNet|Business ?Wire|BUSINESS WIRE"
    "|GLOBE ?NEWSWIRE|GlobeNewswire|Marketwired?|ACCESSWIRE|EQS Newswire|Newsfile(?: Corp)?|CNW|ots"
)
_DATELINE = re.compile(
    rf"^[ \t]*(?P<city>[^\W\d_][^\n/(]{{1,80}}?),\s+(?P<date>[^\n/(]{{4,40}}?)[ ,]*"
    rf"[/(](?P<distributor>{_DISTRIBUTORS})[/)][ \t]*(?:--?|–|—)?[ \t]*",
    re.MULTILINE,
)
_RAW_DATELINE = re.compile(
    rb"[/(](?:" + _DISTRIBUTORS.encode() + rb")[/)][ \t]*(?:--?|\x97|\xe2\x80)"
)
_LABELLED = re.compile(
    r"^(Source|SOURCE|Contact|CONTACT|Embargo|EMBARGO)\s*:\s*(.+)$", re.MULTILINE
)
_NUMBERED = re.compile(r"^(?:MEDIA RELEASE|PRESS RELEASE|NEWS RELEASE)\s*(\S*)\s*$", re.I | re.M)
_CLOSING = re.compile(
    r"^\s*(?:SOURCE|Source)\s*:?\s+\S.*$|^\s*(?:Logo|Photo)\s+-\s+http", re.MULTILINE
)


class ReleaseTextParser:
    """Reads one release; its dateline names the distributor."""

    format = "release-text"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Look for a distributor's dateline in text that is no markup."""
        head = source.head[:4096]
        if head.lstrip()[:1] in (b"<", b"{", b"["):
            return False
        return any(_RAW_DATELINE.match(head, at) for sign in b"/(" for at in _places(sign, head))

    def parse(self, source: Source) -> Iterator[Dispatch]:
        """Yield the release."""
        decoded = decode(source.raw, declared=wire_charset(source.raw, source.charset))
        text = decoded.text.replace("\r\n", "\n")
        dateline = _DATELINE.search(text)
        if dateline is None:
            raise BrokenInput(format=self.format, detail="its dateline cannot be read")
        draft = Draft(self.format, source)
        for warning in decoded.warnings:
            draft.warn(warning)
        _take_above(draft, text[: dateline.start()])
        _take_dateline(draft, dateline)
        _take_body(draft, text[dateline.end() :])
        yield draft.finish()


def _places(sign: int, raw: bytes) -> Iterator[int]:
    """Yield where a byte stands; far faster than a pattern that begins with it."""
    at = raw.find(sign)
    while at >= 0:
        yield at
        at = raw.find(sign, at + 1)


def _take_above(draft: Draft, above: str) -> None:
    for label, value in _LABELLED.findall(above):
        if label.lower() == "embargo":
            draft.take_date("embargo", value, "Embargo")
    if numbered := _NUMBERED.search(above):
        draft.take_revision("guid", numbered[1])
    bare = _NUMBERED.sub("", _LABELLED.sub("", above))
    blocks = [block for block in bare.split("\n\n") if block.strip()]
    if blocks:
        draft.take(
            "headline", unwrap(blocks[0].strip().splitlines()).replace("\n", " "), "headline"
        )
    draft.take_text("standfirst", "\n\n".join(map(_joined, blocks[1:])), "subheadline")


def _joined(block: str) -> str:
    return " ".join(block.split())


def _take_dateline(draft: Draft, dateline: re.Match[str]) -> None:
    draft.take("dateline", dateline.group().rstrip(" -–—"), "dateline")
    draft.take("city", plain_city(dateline["city"]), "dateline")
    draft.take_agency(dateline["distributor"], "dateline")
    for found in find_dates(dateline["date"])[:1]:
        draft.take_stamp("filed", found.stamp, "dateline")


def _take_body(draft: Draft, text: str) -> None:
    closing = _CLOSING.search(text)
    end = closing.start() if closing else len(text)
    draft.take_text("body", "\n\n".join(plain_paragraphs(text[:end])), "text below the dateline")
    draft.take_text("boilerplate", "\n\n".join(plain_paragraphs(text[end:])), "closing lines")
