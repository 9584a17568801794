"""Digests of mailing lists in plain text (RFC 1153): a preamble, then messages between rules."""

from __future__ import annotations

import re

_END = re.compile(rb"^End of [^\n]{1,200} Digest[^\n]{0,80}\n\*{10,}", re.MULTILINE)
_RULE = re.compile(rb"\n\n-{30}(?:-{40})?\n\n+")
"""A rule of 70 dashes closes the preamble, one of 30 each message."""
_NUMBER = re.compile(rb"Message: \d+\n")
_FIELDS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,50}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")


def part_digest(text: bytes) -> tuple[bytes, list[bytes]]:
    """Return the preamble and the messages of a digest; any other text comes back alone.

    Args:
        text: of a part, as it was sent.
    """
    plain = text.replace(b"\r\n", b"\n")
    if b"Digest" not in text or _END.search(plain) is None:
        return text, []
    preamble, *pieces = _RULE.split(plain)
    messages = [_NUMBER.sub(b"", piece, count=1) for piece in pieces]
    messages = [message for message in messages if _FIELDS.match(message)]
    return (preamble, messages) if messages else (text, [])
