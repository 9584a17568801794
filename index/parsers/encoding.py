"""Bytes into text: what a file says of its charset counts only as far as the bytes agree.

Order: byte order mark, UTF-16 without one, escape-sequence charsets, strict UTF-8, the declared
charset, and last a guess. What cannot be read right is refused or repaired with a warning, never
passed on as garbled text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from index.errors import EmptyInput, NotText, WrongEncoding
from index.wire.language import detect_language

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
_TURKISH = re.compile("[ÐðÝýÞþ]")
_NORDIC = re.compile(r"\b(?:og|að|sem|ekki|það)\b")
_MISREAD = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]+"
)
_WESTERN = ("cp1252", "mac_roman", "cp850")
_WESTERN_LANGUAGES = frozenset(("en", "fr", "de", "es", "it", "pt", "nl", "da", "sv", "no", "fi"))
_USED = re.compile(
    "[àâäáãåçéèêëíîïìñóôöòõøúùûüÿæœßÀÂÄÁÃÅÇÉÈÊËÍÎÏÑÓÔÖÕØÚÙÛÜÆŒ«»‘’“”„–—…•€°§©ªº¿¡\xa0\xad]"
)
"""What Western European news is written with, beyond ASCII."""
_NEARLY_ALL = 0.95
_MOSTLY = 0.85
_EASTERN = ("cp932", "shift_ji", "euc_", "gb", "hz", "big5", "cp950", "cp949", "johab")
"""Beginnings of the names of charsets whose guesses no language model can vouch for."""
_NON_ASCII = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the charset it was in, and what had to be mended."""

    text: str
    charset: str
    warnings: tuple[str, ...] = ()


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
        or _guess(raw)
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
    if any(sign in head for sign, _ in _ESCAPED):
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
    if broken > _SEVERAL + len(text) // 100:
        raise WrongEncoding
    warnings = (f"{broken} characters could not be decoded as {charset}",) if broken else ()
    return Decoded(text, charset, warnings)


def _escaped(raw: bytes) -> Decoded | None:
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
        return _nearly_utf8(raw)
    return Decoded(text, "utf-8") if text.isascii() else _once_too_often(text)


def _nearly_utf8(raw: bytes) -> Decoded | None:
    """Accept UTF-8 with a few bytes of another charset in it, as in pages put together badly."""
    text = raw.decode("utf-8", errors="surrogateescape")
    strays = re.findall("[\udc80-\udcff]", text)
    right = len(_NON_ASCII.findall(text)) - len(strays)
    if right < 10 * len(strays):
        return None
    mended = re.sub("[\udc80-\udcff]", lambda found: _windows(ord(found.group()) & 0xFF), text)
    return Decoded(mended, "utf-8", (f"{len(strays)} bytes were not UTF-8; read as windows-1252",))


def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="replace")


def _once_too_often(text: str) -> Decoded:
    """Undo UTF-8 that was taken for windows-1252 and encoded again."""
    runs = _MISREAD.findall(text)
    if len(runs) < _SEVERAL:
        return Decoded(text, "utf-8")
    if sum(map(len, runs)) < 0.5 * len(_NON_ASCII.findall(text)):
        return Decoded(text, "utf-8", ("some letters seem to have been encoded twice",))
    mended = _MISREAD.sub(lambda found: _again(found.group()), text)
    if mended == text:
        return Decoded(text, "utf-8")
    return Decoded(mended, "utf-8 twice", ("the text had been encoded twice as UTF-8; repaired",))


def _again(run: str) -> str:
    codes = b"".join(_byte(sign) for sign in run)
    try:
        return codes.decode("utf-8")
    except UnicodeDecodeError:
        return run


def _byte(sign: str) -> bytes:
    """Return the byte that windows-1252 has for a character, undefined places included."""
    return sign.encode("latin-1") if ord(sign) < 0x100 else sign.encode("cp1252")


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
    if charset == "cp1252" and _is_turkish(raw):
        text, charset = raw.decode("cp1254", errors="replace"), "cp1254"
        return Decoded(text, charset, (f"declared as {name}, but written in windows-1254",))
    return Decoded(text, charset) if _plausible(text) else None


def _is_turkish(raw: bytes) -> bool:
    """Tell Turkish from Western text: the two charsets differ in six letters only."""
    western = raw[:_SAMPLE].decode("cp1252", errors="replace")
    if not _TURKISH.search(western) or _NORDIC.search(western):
        return False
    return detect_language(_words(raw[:_SAMPLE].decode("cp1254", errors="replace"))) == "tr"


def _plausible(text: str) -> bool:
    """Refuse a reading with control characters of the upper half in it."""
    return not re.search("[\x80-\x84\x86-\x9f]{2}|[\ufffe\uffff]", text)


def _guess(raw: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # late: seldom needed, and slow to import

    if _is_turkish(raw):
        return _guessed(raw, "cp1254")
    western = _western(raw)
    if western:
        return _guessed(raw, western)
    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None or not (best.percent_coherence or best.encoding.startswith(_EASTERN)):
        raise WrongEncoding
    return _guessed(raw, best.encoding)


def _western(raw: bytes) -> str:
    """Choose among charsets of Western Europe the one that gives letters used there."""
    readings = {name: raw[:_SAMPLE].decode(name, errors="replace") for name in _WESTERN}
    charset = max(_WESTERN, key=lambda name: _share_used(readings[name]))
    if _share_used(readings[charset]) < _NEARLY_ALL:
        return ""
    mostly_ascii = sum(byte < 0x80 for byte in raw[:_HEAD]) > _MOSTLY * len(raw[:_HEAD])
    known = mostly_ascii or detect_language(_words(readings[charset])) in _WESTERN_LANGUAGES
    return charset if known else ""


def _share_used(text: str) -> float:
    signs = _NON_ASCII.findall(text)
    return len(_USED.findall("".join(signs))) / len(signs) if signs else 0.0


def _guessed(raw: bytes, charset: str) -> Decoded:
    charset = _WIDENED.get(codecs.lookup(charset).name, charset)
    text = raw.decode(charset, errors="replace")
    if text.count("\ufffd") > _SEVERAL:
        raise WrongEncoding
    return Decoded(text, charset, (f"charset not stated; read as {charset}",))


def _words(markup: str) -> str:
    return re.sub(r"<[^<>]{0,2000}>", " ", markup)
