"""The line that opens each message of a mailbox.

https://www.rfc-editor.org/rfc/rfc4155 (mbox, in the variants that programs write)
"""

from __future__ import annotations

import re

LINE = (
    rb"From \S{1,250}(?=[^\n]{0,180}\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b)"
    rb"(?=[^\n]{0,180}\b(?:19|20)\d\d\b)[^\n]{0,120}\d\d:\d\d[^\n]{0,60}\n"
)
"""Pattern of the line; it stands at the beginning or below an empty line.

A day of the week and a year tell it from a sentence that names a time.
"""
_LINE = re.compile(LINE)
_HEADER = 4096
"""Bytes in which a header shows itself."""


def is_envelope(line: bytes) -> bool:
    """Tell whether a line opens a message, if it stands where one can."""
    return _LINE.match(line) is not None


def is_mailbox(raw: bytes) -> bool:
    """Tell from its first bytes whether a file begins with a message of a mailbox."""
    first = _LINE.match(raw)
    if first is None:
        return False
    # late: every import looks for mailboxes, and few need to read mail for it
    from index.parsers.mail.mail_headers import looks_like_mail

    return looks_like_mail(raw[first.end() : first.end() + _HEADER])
