"""The charset of bytes that state none, by the language that each reading of them gives."""

from __future__ import annotations

import re

from index.errors import WrongEncoding
from index.wire.language import detect_language

_HEAD = 8192
_SAMPLE = 1 << 16
_TURKISH = re.compile("[ÐðÝýÞþ]")
_NORDIC = re.compile(r"\b(?:og|að|sem|ekki|það)\b")
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


def guess_charset(raw: bytes) -> str:
    """Return the name of the likeliest charset.

    Raises:
        WrongEncoding: no charset gives words of a language.
    """
    from charset_normalizer import from_bytes  # late: seldom needed, and slow to import

    if is_turkish(raw):
        return "cp1254"
    western = _western(raw)
    if western:
        return western
    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None or not (best.percent_coherence or best.encoding.startswith(_EASTERN)):
        raise WrongEncoding
    return best.encoding


def is_turkish(raw: bytes) -> bool:
    """Tell Turkish from Western text: the two charsets differ in six letters only."""
    western = raw[:_SAMPLE].decode("cp1252", errors="replace")
    if not _TURKISH.search(western) or _NORDIC.search(western):
        return False
    return detect_language(_words(raw[:_SAMPLE].decode("cp1254", errors="replace"))) == "tr"


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


def _words(markup: str) -> str:
    return re.sub(r"<[^<>]{0,2000}>", " ", markup)
