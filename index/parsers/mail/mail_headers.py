"""Header fields of mail, read with patience: folded, encoded twice, or in raw eight-bit bytes."""

from __future__ import annotations

import re
from email.header import decode_header
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING

from index.dispatch import Timestamp, Zone
from index.errors import InputRefused
from index.parsers.decoding.encoding import decode
from index.wire.tidy import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

_NAMED = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,50}):", re.MULTILINE)
_LONGEST = 8192
"""No honest field is longer."""
_CHARSET = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{1,39}")
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
    return one_line(_decoded(next(_raw(message, name), "")))


def sender(message: Message) -> tuple[str, str]:
    """Return the name and the address of who wrote the mail."""
    for name in ("From", "Sender", "Reply-To"):
        values = [re.sub(r"[\r\n]+", " ", value) for value in _raw(message, name)]
        for shown, address in getaddresses(values):
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


def charset_of(part: Message) -> str:
    """Return the charset that a part declares, '' where it names none or nonsense."""
    try:
        return plausible_charset(part.get_content_charset() or "")
    except (ValueError, LookupError, TypeError):
        return ""


def filename_of(part: Message) -> str:
    """Return the file name that a part bears, '' where it bears none or nonsense."""
    try:
        return one_line(part.get_filename() or "")
    except (ValueError, LookupError, TypeError):
        return ""


def parameter_of(part: Message, name: str) -> str:
    """Return a parameter of the content type in lower case, '' where there is none."""
    try:
        return str(part.get_param(name, "") or "").lower()
    except (ValueError, LookupError, TypeError):
        return ""


def plausible_charset(name: str) -> str:
    """Return a charset's name if it can be one at all."""
    return name if _CHARSET.fullmatch(name) and name != "unknown-8bit" else ""


def _holds_address(block: bytes) -> bool:
    return re.search(rb"(?im)^(?:from|to|sender):.*@", block) is not None


def _raw(message: Message, name: str) -> Iterator[str]:
    """Yield a field's values as they stand; foreign bytes are surrogates."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            yield str(value)[:_LONGEST]


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
    return _settled(text, plausible_charset(charset or ""))


def _is_raw(text: str) -> bool:
    return any("\udc80" <= sign <= "\udcff" for sign in text) and all(
        sign < "\x80" or "\udc80" <= sign <= "\udcff" for sign in text
    )


def _settled(raw: bytes, charset: str) -> str:
    try:
        return decode(raw, declared=charset).text if raw.strip() else " " * bool(raw)
    except InputRefused:
        return raw.decode("latin-1")
