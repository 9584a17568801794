"""Mail: single messages and mailboxes. The plain text is preferred; attachments are counted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import Message
from typing import TYPE_CHECKING

from index.errors import BrokenInput, InputRefused, NoTextFound, SuspiciousArchive, UnknownFormat
from index.parsers import RecordRefused, Source
from index.parsers.decoding.encoding import decode
from index.parsers.decoding.html_tree import read_html
from index.parsers.decoding.xml_tree import attribute
from index.parsers.drafting.draft import Draft
from index.parsers.drafting.markup import Reading, read_tree
from index.parsers.drafting.plain import plain_paragraphs
from index.parsers.mail import envelope
from index.parsers.mail.mail_digest import part_digest
from index.parsers.mail.mail_headers import (
    charset_of,
    date_of,
    filename_of,
    header,
    looks_like_mail,
    parameter_of,
    sender,
)
from index.parsers.mail.mail_text import is_placeholder, unflowed
from index.wire import agencies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    from index.dispatch import Dispatch
    from index.parsers import Parser

_DEEPEST = 20
_MOST_PARTS = 2000
_OPENING = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))" + envelope.LINE)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_DIVIDED = re.compile(rb"^--(?P<boundary>\S{1,70})\n(?i:Content-T)", re.MULTILINE)
"""A line that divides parts, and the field by which they say what they are."""
_MEMBERS = (
    "text/",
    "application/xml",
    "application/json",
    "application/x-nitf",
    "application/octet",
    "application/pdf",
    "application/x-pdf",
    "application/rtf",
    "application/msword",
    "application/epub",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
)


class EmlParser:
    """Reads one message, and as dispatches of their own the messages enclosed in it."""

    format = "eml"
    version = 3

    def __init__(self, choose_member: Callable[[Source], Parser | None]) -> None:
        """Make a parser.

        Args:
            choose_member: finds the parser of an attached document or of a known news format; it
                answers None for anything else, which then counts as dropped.
        """
        self._choose_member = choose_member

    def recognises(self, source: Source) -> bool:
        """Look for a mail's header."""
        return looks_like_mail(source.head) and not envelope.is_mailbox(source.raw)

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the message, then what it encloses."""
        yield from read_message(source.raw.lstrip(), self.format, source, self._choose_member)


class MboxParser:
    """Reads each message of a mailbox; "From " lines part them.

    A mailbox that is a file is taken apart before, see :mod:`index.intake.mailboxes`; each message
    comes here alone, below its line.
    """

    format = "mbox"
    version = 2

    def __init__(self, choose_member: Callable[[Source], Parser | None]) -> None:
        """Make a parser; see :class:`EmlParser`."""
        self._choose_member = choose_member

    def recognises(self, source: Source) -> bool:
        """Look for an envelope line above a mail's header."""
        return envelope.is_mailbox(source.raw)

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the messages in order."""
        starts = [found.span() for found in _OPENING.finditer(source.raw)]
        if not starts:
            raise BrokenInput(format=self.format, detail="no line opens a message")
        ends = [start for start, _ in starts[1:]] + [len(source.raw)]
        for number, ((_, start), end) in enumerate(zip(starts, ends, strict=True), 1):
            raw = _QUOTED.sub(rb"\1", source.raw[start:end])
            try:
                yield from read_message(raw, self.format, source, self._choose_member)
            except InputRefused as reason:
                if len(starts) == 1:
                    raise
                yield RecordRefused(f"#{number}", reason)


@dataclass(slots=True)
class _Parts:
    """What the parts of one message come to."""

    plain: list[Reading] = field(default_factory=list)
    marked_up: list[Reading] = field(default_factory=list)
    enclosed: list[Message] = field(default_factory=list)
    attached: list[Source] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


def read_message(
    raw: bytes, form: str, source: Source, choose_member: Callable[[Source], Parser | None]
) -> Iterator[Dispatch | RecordRefused]:
    """Yield the dispatches of one message.

    Raises:
        NoTextFound: neither it nor anything in it holds text.
        SuspiciousArchive: its parts are nested or multiplied beyond reason.
    """
    try:
        message = _whole(message_from_bytes(raw), raw)
    except RecursionError as cause:
        raise SuspiciousArchive(detail="its parts are nested too deeply") from cause
    except (ValueError, TypeError, AttributeError, LookupError) as cause:
        raise BrokenInput(format=form, detail=str(cause)) from cause
    yield from _read(message, form, source, choose_member, depth=0)


def _whole(message: Message, raw: bytes) -> Message:
    """Read a message once more whose parts are not divided by the boundary that it declares."""
    declared = message.get_boundary()
    if declared is None or message.is_multipart():
        return message
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    divided = _DIVIDED.search(body)
    if divided is None:
        return message
    return message_from_bytes(
        head.replace(declared.encode("ascii", "replace"), divided["boundary"]) + b"\n\n" + body
    )


def _read(
    message: Message,
    form: str,
    source: Source,
    choose_member: Callable[[Source], Parser | None],
    depth: int,
) -> Iterator[Dispatch | RecordRefused]:
    parts = _parts_of(message, source)
    forwarded = parts.enclosed[0] if len(parts.enclosed) == 1 and not _told(parts) else None
    if forwarded is not None:
        parts = replace(_parts_of(forwarded, source), dropped=parts.dropped)
    members = list(_members(parts, choose_member))
    found = 0
    if _told(parts) or not (parts.enclosed or parts.attached):
        yield _draft(message, parts, form, source).finish()
        found = 1
    for enclosed in parts.enclosed:
        if depth >= _DEEPEST:
            raise SuspiciousArchive(detail="messages are enclosed too deeply")
        try:
            yield from _read(enclosed, form, source, choose_member, depth + 1)
            found += 1
        except NoTextFound as reason:
            yield RecordRefused(f"#{found + 1}", reason)
    yield from members


def _members(
    parts: _Parts, choose_member: Callable[[Source], Parser | None]
) -> Iterator[Dispatch | RecordRefused]:
    """Read what is attached; what is a dispatch of its own is no part left out."""
    for member in parts.attached:
        parser = choose_member(member)
        read = list(_read_member(member, parser)) if parser else []
        if not all(isinstance(each, RecordRefused) for each in read):
            parts.dropped["attachment"] -= 1
        yield from read


def _read_member(member: Source, parser: Parser) -> Iterator[Dispatch | RecordRefused]:
    try:
        yield from parser.parse(member)
    except UnknownFormat:
        return  # no news item after all: it stays an attachment, counted as dropped
    except InputRefused as reason:
        yield RecordRefused(member.member, reason)


def _told(parts: _Parts) -> bool:
    return any(reading.paragraphs for reading in (*parts.plain, *parts.marked_up))


def _draft(message: Message, parts: _Parts, form: str, source: Source) -> Draft:
    draft = Draft(form, source)
    draft.take("headline", header(message, "Subject"), "Subject")
    _take_sender(draft, message)
    plain, marked_up = _body(parts.plain), _body(parts.marked_up)
    shows_plain = bool(plain) and not is_placeholder(plain, marked_up)
    readings, body = (parts.plain, plain) if shows_plain else (parts.marked_up, marked_up)
    draft.take_text("body", body, "text/plain" if shows_plain else "text/html")
    draft.take_text("boilerplate", "" if shows_plain else plain, "text/plain")
    for reading in readings:
        draft.drop(reading.dropped)
    draft.drop(+parts.dropped)
    draft.take_stamp("filed", date_of(message), "Date")
    draft.take_revision("guid", header(message, "Message-ID").strip("<>"))
    draft.take_revision("supersedes", header(message, "Supersedes").strip("<>"))
    draft.take_language(header(message, "Content-Language"), "Content-Language")
    draft.take_several("keywords", header(message, "Keywords").split(","), "Keywords")
    draft.take_opening()
    return draft


def _body(readings: list[Reading]) -> str:
    return "\n\n".join(reading.body for reading in readings if reading.paragraphs)


def _take_sender(draft: Draft, message: Message) -> None:
    """Take an agency from the sender's name or address; other senders are the byline."""
    name, address = sender(message)
    known = agencies.load()
    if known.named(name):
        draft.take_agency(name, "From")
        return
    if profile := known.of_host(address.rpartition("@")[2]):
        draft.take_agency(profile.name, "From")
    shown = f"{name} <{address}>" if name and address and " " not in name else name or address
    draft.take_author(shown, "From")


def _parts_of(message: Message, source: Source) -> _Parts:
    parts = _Parts()
    pending, seen = [message], 0
    while pending:
        part = pending.pop()
        seen += 1
        if seen > _MOST_PARTS:
            raise SuspiciousArchive(detail="the mail has too many parts")
        kind, inner = part.get_content_type(), part.get_payload()
        if kind == "message/rfc822" and isinstance(inner, list):
            parts.enclosed += [one for one in inner if isinstance(one, Message)]
        elif isinstance(inner, list):
            pending += [one for one in reversed(inner) if isinstance(one, Message)]
        else:
            _take_leaf(parts, part, kind, source)
    return parts


def _take_leaf(parts: _Parts, part: Message, kind: str, source: Source) -> None:
    raw = _payload(part)
    name = filename_of(part)
    attached = part.get_content_disposition() == "attachment" or (
        bool(name) and kind != "text/plain"
    )
    if not attached and kind in (
        "text/plain",
        "text/html",
        "multipart/alternative",
        "multipart/mixed",
    ):
        marked_up = kind == "text/html"
        raw, messages = (raw, []) if marked_up else part_digest(raw)
        parts.enclosed += map(message_from_bytes, messages)
        reading = _text(part, raw, source, marked_up=marked_up)
        (parts.marked_up if marked_up else parts.plain).append(reading)
        return
    parts.dropped["image" if kind.startswith("image/") else "attachment"] += 1
    if raw and kind.startswith(_MEMBERS):
        charset = charset_of(part)
        parts.attached.append(Source(raw, source.path, name or "attachment", charset=charset))


def _payload(part: Message) -> bytes:
    """Return the bytes of a part; a transfer encoding that is broken leaves them as they are."""
    try:
        decoded = part.get_payload(decode=True)
    except (ValueError, AttributeError, LookupError, TypeError):
        decoded = None
    if isinstance(decoded, bytes):
        return decoded
    return str(part.get_payload() or "").encode("utf-8", "surrogateescape")


def _text(part: Message, raw: bytes, source: Source, *, marked_up: bool) -> Reading:
    if not raw.strip():
        return Reading()
    charset = charset_of(part)
    try:
        if marked_up:
            root, _ = read_html(Source(raw, source.path, charset=charset), "HTML")
            return read_tree(_shown(root))
        text = decode(raw, declared=charset).text
    except InputRefused:
        text = raw.decode("latin-1")
    if parameter_of(part, "format") == "flowed":
        text = unflowed(text, joined=parameter_of(part, "delsp") == "yes")
    return Reading(plain_paragraphs(text))


def _shown(root: Element) -> Element:
    """Silence what a newsletter hides, which only its preview in a list of mails shows."""
    for element in root.iterdescendants():
        if "display:none" in attribute(element, "style").replace(" ", "").lower():
            element.tag = "template"
    return root
