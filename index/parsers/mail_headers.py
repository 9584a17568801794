"""Header fields of mail, read with patience: folded, encoded twice, or in raw eight-bit bytes."""

from __future__ import annotations

import re
from email.header import decode_header
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING

from index.dispatch import Timestamp, Zone
from index.errors import InputRefused
from index.parsers.encoding import decode
from index.wire.tidy import one_line

if TYPE_CHECKING:
    from email.message import Message

_NAMED = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,50}):", re.MULTILINE)
_TELLING = frozenset(
    ("message-id", "received", "mime-version", "return-path", "delivered-to", "envelope-to")
)
_USUAL = frozenset(("from", "to", "subject", "date", "cc", "reply-to", "sender", "content-type"))
_ENVELOPE = re.compile(rb"From \S+.{0,80}\d\d:\d\d.{0,40}\r?\n")


def looks_like_mail(head: bytes) -> bool:
    """Tell whether bytes begin with the header of a mail, or the envelope line of a mailbox."""
    head = head.lstrip()
    if _ENVELOPE.match(head):
        head = head.partition(b"\n")[2]
    block = re.split(rb"\r?\n[ \t]*\r?\n", head, maxsplit=1)[0]
    if not _NAMED.match(block):
        return False
    names = {name.lower().decode("ascii") for name in _NAMED.findall(block)}
    return bool(names & _TELLING) or (len(names & _USUAL) >= 2 and _holds_address(block))


def header(message: Message, name: str) -> str:
    """Return a field on one line, decoded; '' where it is missing."""
    try:
        value = message.get(name)
    except (ValueError, TypeError, AttributeError, IndexError):
        return ""
    return one_line(_decoded(_raw(value))) if value is not None else ""


def sender(message: Message) -> tuple[str, str]:
    """Return the name and the address of who wrote the mail."""
    for name in ("From", "Sender", "Reply-To"):
        value = message.get(name)
        if value is None:
            continue
        for shown, address in getaddresses([_raw(value).replace("\n", " ").replace("\r", " ")]):
            if shown or address:
                return one_line(_decoded(shown)), address.strip()
    return "", ""


def date_of(message: Message) -> Timestamp | None:
    """Return the moment in the Date field, else that of the last Received field."""
    fields = [header(message, "Date"), header(message, "Received").rpartition(";")[2]]
    for text in fields:
        try:
            moment = parsedate_to_datetime(text)
            moment.utcoffset()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if text.rstrip().endswith("-0000"):
            return Timestamp(moment, zone=Zone.UNKNOWN)
        return Timestamp.at(moment)
    return None


def _holds_address(block: bytes) -> bool:
    return re.search(rb"(?im)^(?:from|to|sender):.*@", block) is not None


def _raw(value: object) -> str:
    return str(value)


def _decoded(value: str) -> str:
    """Decode encoded words; a charset that lies, or raw bytes, are settled by the bytes."""
    try:
        parts = decode_header(value.replace("\r", "").replace("\n", " "))
    except (ValueError, TypeError, IndexError):
        return value
    return "".join(_part(text, charset) for text, charset in parts)


def _part(text: str | bytes, charset: str | None) -> str:
    if isinstance(text, str):
        raw = text.encode("ascii", "surrogateescape") if _is_raw(text) else b""
        return _settled(raw, "") if raw else text
    return _settled(text, "" if charset in (None, "unknown-8bit") else str(charset))


def _is_raw(text: str) -> bool:
    return any("\udc80" <= sign <= "\udcff" for sign in text) and all(
        sign < "\x80" or "\udc80" <= sign <= "\udcff" for sign in text
    )


def _settled(raw: bytes, charset: str) -> str:
    try:
        return decode(raw, declared=charset).text if raw.strip() else " " * bool(raw)
    except InputRefused:
        return raw.decode("latin-1")
