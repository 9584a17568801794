"""Bytes into text: what a file says of its charset counts only as far as the bytes agree.

Order: byte order mark, UTF-16 without one, escape-sequence charsets, strict UTF-8, the declared
charset, and last a guess. What cannot be read right is refused or repaired with a warning, never
passed on as garbled text.
"""

from __future__ import annotations

import codecs
import re

from index.errors import EmptyInput, NotText, WrongEncoding
from index.parsers.decoding.charset_guess import guess_charset, is_turkish
from index.parsers.decoding.misencoded import Decoded, mend_strays, undo_double

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPED = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$@", "iso2022_jp"),
    (b"\x1b$B", "iso2022_jp"),
    (b"\x1b(J", "iso2022_jp"),
    (b"~{", "hz"),
)
_WIDENED = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
"""What browsers read instead of the declared charset: its superset on Windows."""

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w.:-]{2,40})"""
    rb"""|<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 8192
_SAMPLE = 1 << 16
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x1a\x08")) + b"\x7f"
_SHIFTS = b"\x0e\x0f"
"""Switch between character sets where an escape sequence has announced them."""
_MOST_CONTROLS = 0.01
_SEVERAL = 3


def decode(raw: bytes, *, declared: str = "") -> Decoded:
    """Turn bytes into text.

    Args:
        raw: the whole input.
        declared: the charset named by a transport or by the input itself; ``""`` = look inside.

    Raises:
        EmptyInput: no bytes, or blanks only.
        NotText: the bytes are no text in any charset.
        WrongEncoding: text, but no charset gives sense.
    """
    if not raw.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise EmptyInput
    charset = _by_sign(raw)
    if charset:
        return _decoded(raw, charset)
    if is_binary(raw[:_HEAD]):
        raise NotText(kind="binary")
    return (
        _escaped(raw)
        or _utf8(raw)
        or _declared(raw, declared or declared_charset(raw))
        or _guessed(raw)
    )


def declared_charset(raw: bytes) -> str:
    """Return the charset that an XML declaration or a ``meta`` element names, or ``""``."""
    found = _DECLARED.search(raw[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else ""


def is_binary(head: bytes) -> bool:
    """Tell whether bytes are no text in any charset without wide characters."""
    if _by_sign(head):
        return False
    if b"\0" in head.rstrip(b"\0"):
        return True
    if _announces(head) and any(sign in head for sign, _ in _ESCAPED):
        head = head.translate(None, _SHIFTS)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(head) + 1


def _by_sign(raw: bytes) -> str:
    for mark, charset in _BOMS:
        if raw.startswith(mark):
            return charset
    return _wide(raw[:4096])


def _wide(head: bytes) -> str:
    """Recognise UTF-16 by where its zero bytes fall."""
    if b"\0" not in head or len(head) < 8:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def _decoded(raw: bytes, charset: str) -> Decoded:
    text = raw.decode(charset, errors="replace").removeprefix("\ufeff")
    broken = text.count("\ufffd")
    if broken > min(_SEVERAL + len(text) // 100, len(text) // 4):
        raise WrongEncoding
    warnings = (f"{broken} characters could not be decoded as {charset}",) if broken else ()
    return Decoded(text, charset, warnings)


def _announces(raw: bytes) -> bool:
    """Tell cheaply whether there may be an escape sequence."""
    return b"\x1b" in raw or b"~{" in raw


def _escaped(raw: bytes) -> Decoded | None:
    if not _announces(raw[:_SAMPLE]):
        return None
    for sign, charset in _ESCAPED:
        if sign in raw[:_SAMPLE]:
            try:
                text = raw.decode(charset)
            except UnicodeDecodeError:
                continue
            if not text.isascii():
                return Decoded(text, charset)
    return None


def _utf8(raw: bytes) -> Decoded | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return mend_strays(raw)
    return Decoded(text, "utf-8") if text.isascii() else undo_double(text)


def _declared(raw: bytes, name: str) -> Decoded | None:
    try:
        charset = codecs.lookup(name).name if name else ""
    except LookupError:
        return None
    charset = _WIDENED.get(charset, charset)
    if not charset or charset.startswith(("utf", "idna", "punycode")):
        return None
    try:
        text = raw.decode(charset)
    except (UnicodeDecodeError, LookupError, AssertionError):
        return None
    if charset == "cp1252" and is_turkish(raw):
        text, charset = raw.decode("cp1254", errors="replace"), "cp1254"
        return Decoded(text, charset, (f"declared as {name}, but written in windows-1254",))
    return Decoded(text, charset) if _plausible(text) else None


def _plausible(text: str) -> bool:
    """Refuse a reading with control characters of the upper half in it."""
    return not re.search("[\x80-\x84\x86-\x9f]{2}|[\ufffe\uffff]", text)


def _guessed(raw: bytes) -> Decoded:
    name = guess_charset(raw)
    charset = _WIDENED.get(codecs.lookup(name).name, name)
    text = raw.decode(charset, errors="replace")
    if text.count("\ufffd") > _SEVERAL:
        raise WrongEncoding
    return Decoded(text, charset, (f"charset not stated; read as {charset}",))
