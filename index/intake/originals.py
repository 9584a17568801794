"""Which part of an original the archive keeps: its text, never a picture in it."""

from __future__ import annotations

import re

_NO_TEXT = (b"PK\x03\x04", b"%PDF", b"{\\rtf", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"WARC/")
"""Signatures of formats whose extracted text is kept, but not the file."""

_DATA_ADDRESS = re.compile(rb"data:[\w.+-]{1,60}/[\w.+-]{1,60}(?:;[\w.=+-]{1,60})*+,[^\"'\s)<>]*")
_BASE64_RUN = re.compile(rb"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{1500,}+={0,2}")
_BASE64_LINES = re.compile(
    rb"(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{56,100}+\r?\n){4,}+[A-Za-z0-9+/]{0,100}+={0,2}"
)
_HEX_LINES = re.compile(rb"(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{56,}+\s{1,2}){8,}+")
_UUENCODED = re.compile(rb"(?m)^begin [0-7]{3} [^\r\n]{1,200}+(?:\r?\n[ -`]{1,61}+)+")
_EMBEDDED = (_DATA_ADDRESS, _BASE64_RUN, _BASE64_LINES, _HEX_LINES, _UUENCODED)
_PART = re.compile(
    rb"(?im)^content-type:[ \t]*+(?!text/|multipart/|message/)[\w.+-]{1,60}/[\w.+-]{1,90}"
)
"""Of a mail, or of a page saved as one: a part that is no text."""
_HEADERS_END = re.compile(rb"\n\r?\n")
_QUOTED = re.compile(rb"(?i)\ncontent-transfer-encoding:[ \t]*+quoted-printable")
_SOFT_BREAK = re.compile(rb"=\r?\n")
_LONGEST_WORD = 55
"""Bytes; encoded files have longer ones, and most texts need no closer look."""
_DRAWING = (b"<svg", b"</svg>")


def text_of_original(raw: bytes) -> bytes | None:
    """Return the bytes to keep: without embedded files and drawings, None if they are no text."""
    if raw.startswith(_NO_TEXT) or b"\0" in raw:
        return None
    folded = raw.lower()
    if b"content-t" in folded:  # as in mail; looking for its headers takes longer than this
        raw = _joined(_without_parts(raw))
        folded = raw.lower()
    if max(map(len, raw.split()), default=0) <= _LONGEST_WORD and b"<svg" not in folded:
        return raw
    kept = _without_drawings(raw)
    for embedded in _EMBEDDED:
        kept = embedded.sub(b"data:," if embedded is _DATA_ADDRESS else b"", kept)
    return kept


def _without_parts(raw: bytes) -> bytes:
    """Empty the parts of a message that are no text, however short they are."""
    kept, at = [], 0
    while part := _PART.search(raw, at):
        begin = _HEADERS_END.search(raw, part.end())
        end = -1 if begin is None else raw.find(b"\n--", begin.end() - 1)
        if begin is None or end < 0:
            break
        kept.append(raw[at : begin.end()])
        at = end
    return b"".join([*kept, raw[at:]]) if kept else raw


def _joined(raw: bytes) -> bytes:
    """Undo the soft line breaks of mail where one may run through an embedded file."""
    if not _QUOTED.search(raw):
        return raw
    joined = _SOFT_BREAK.sub(b"", raw)
    return joined if _DATA_ADDRESS.search(joined) else raw


def _without_drawings(raw: bytes) -> bytes:
    opening, closing = _DRAWING
    folded, kept, at = raw.lower(), [], 0
    while (start := folded.find(opening, at)) >= 0:
        end = folded.find(closing, start)
        kept.append(raw[at:start])
        if end < 0:
            return b"".join(kept)
        at = end + len(closing)
    return raw if at == 0 else b"".join([*kept, raw[at:]])
