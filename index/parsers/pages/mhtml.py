"""MHTML: a web page saved with its parts as one MIME message."""

from __future__ import annotations

import re
from datetime import UTC
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from index.errors import NoTextFound
from index.parsers import Source
from index.parsers.pages.html import HtmlParser
from index.parsers.pages.pages import as_member

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from email.message import Message

    from index.dispatch import Dispatch

_HEADERS = re.compile(rb"\A\s*(?:[\x21-\x39\x3b-\x7e]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.ASCII)
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(
    rb"^snapshot-content-location:|^from:\s*<saved by|type=\"?text/html", re.I | re.M
)


class MhtmlParser:
    """Reads the page itself; its pictures and style sheets are counted and left out."""

    format = "mhtml"
    version = 2

    def recognises(self, source: Source) -> bool:
        """Look for a multipart/related message that holds a page."""
        headers = _HEADERS.match(source.head)
        block = headers.group() if headers else b""
        return bool(_RELATED.search(block) and _PAGE.search(block))

    def parse(self, source: Source) -> Iterator[Dispatch]:
        """Yield the page as one dispatch.

        Raises:
            NoTextFound: no part of the message is a page.
        """
        message = message_from_bytes(source.raw, policy=policy.compat32)
        page = _page(message)
        raw = page.get_payload(decode=True) if page is not None else None
        if page is None or not isinstance(raw, bytes):
            raise NoTextFound(format="MHTML")
        inner = Source(
            raw=raw,
            path=source.path,
            member=source.member,
            modified=source.modified,
            charset=page.get_content_charset() or "",
            url=_address(message, page),
            captured=_date(message),
        )
        others = sum(1 for part in message.walk() if not part.is_multipart()) - 1
        for dispatch in HtmlParser().parse(inner):
            yield as_member(dispatch, self.format, {"embedded part": others})


def _page(message: Message) -> Message | None:
    """Return the root part: the one that the head names, else the first one that is HTML."""
    pages = [
        part
        for part in message.walk()
        if part.get_content_type().endswith("html") and not part.is_multipart()
    ]
    named = [part for part in pages if _is_root(part, message)]
    return next(iter(named or pages), None)


def _is_root(part: Message, message: Message) -> bool:
    start = str(message.get_param("start", "")).strip("<> ")
    address = str(message.get("Snapshot-Content-Location", "")).strip()
    return bool(
        (start and str(part.get("Content-ID", "")).strip("<> ") == start)
        or (address and str(part.get("Content-Location", "")).strip() == address)
    )


def _address(message: Message, page: Message) -> str:
    names = ("Snapshot-Content-Location", "Content-Location")
    found = (str(part.get(name, "")).strip() for part in (message, page) for name in names)
    return next((url for url in found if url.startswith(("http:", "https:"))), "")


def _date(message: Message) -> datetime | None:
    """Return when the page was saved; browsers write UTC as ``-0000``."""
    try:
        when = parsedate_to_datetime(str(message.get("Date", "")))
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
