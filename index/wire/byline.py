"""The names in a byline, however it introduces and joins them."""

from __future__ import annotations

import re
from functools import cache

from index.wire import agencies
from index.wire.tidy import one_line

_LONGEST = 300
_LONGEST_LINE = 100
_AGENCY_ALONE = 4
"""Words of a byline that names an agency only, which is no writer."""
_SENTENCE_END = frozenset(".!?…:;")
_ASIDE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|<[^<>]{0,80}>")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|(?<!\w)@\w+")
_AND = r"\s(?:and|et|und|y|ve|e|en|och|og|avec|with|mit|con|com|و)\s(?=[^\W\d_])"
_JOINT = re.compile(
    rf"\s*(?:[;|•·/\n\t]|,(?!\s*(?:Jr|Sr|II|III)\b)(?:{_AND})?|\s&\s|\s[-–—]\s|{_AND})\s*",
)
_PLACE = re.compile(r"(?:\s+|^)(?:in|à|aus|from|près de|envoyée? spéciale? à)\s+\S.*$")
_POST = frozenset(
    "admin administrator agency alerts all archives associate author auto breaking bureau "  # noqa: SIM905
    "business chief contact content contributing contributor correspondant correspondante "
    "correspondent desk editor editorial education emails for foreign freelance guest "
    "health home internacional international journalist journaliste kontakt national news "
    "now of online political politics posts producer published publisher publié "
    "redakteur reporter science senior special "
    "staff team tech technology the view webmaster world writer".split()
)
"""A part made of nothing but these is a post, not a name."""
_SIGNS = " \t.,:-–—*“”\"'()[]"
_TITLES = frozenset(
    "correspondent columnist editor journalist reporter writer correspondant journaliste "  # noqa: SIM905
    "korrespondent korrespondentin redakteur redakteurin corresponsal redactor redactora inviato "
    "corrispondente muhabiri".split()
)
_NAME = re.compile(r"[^\W\d_]")
_BROADCASTER = re.compile(r"[A-Z]{2,5}\Z")
"""Initials beside a name are where the writer works."""
_LOGIN = re.compile(r"[^\W\d_]{2}[\w.]{1,24}\Z")
"""A single word such as members of weblogs sign with; digits may stand inside."""


def split_byline(text: str) -> tuple[str, ...]:
    """Return the writers in printed order, without “By”, posts, addresses and agencies."""
    line = one_line(text)
    if len(line) > _LONGEST:
        return ()
    line = _ADDRESS.sub(" ", _ASIDE.sub(" ", strip_by(line)))
    names = tuple(dict.fromkeys(name for part in _JOINT.split(line) if (name := _name(part))))
    return tuple(name for name in names if not _is_place_of_work(name)) or names


def strip_by(line: str) -> str:
    """Remove the word that introduces a byline, such as “By” or “Par”."""
    found = _by().match(line)
    return line[found.end() :] if found else line


def has_by(line: str) -> bool:
    """Tell whether a line opens with a word that introduces a byline."""
    return _by().match(line) is not None


def is_byline(line: str) -> bool:
    """Tell whether a line is nothing but “By” and names."""
    if len(line) > _LONGEST_LINE or line.rstrip()[-1:] in _SENTENCE_END or not has_by(line):
        return False
    names = split_byline(line)
    if not names:
        return len(line.split()) <= _AGENCY_ALONE
    return all(len(name.split()) <= 5 and not name[0].islower() for name in names)


def _without_post(name: str) -> str:
    """Take away the agency, and the post held there: ``Jane Roe, AP Technology Writer``."""
    known = agencies.load()
    if known.named(name):
        return name
    for agency in known.mentioned(name)[:1]:
        for spelled in sorted(agency.names, key=len, reverse=True):
            before, found, after = name.partition(spelled if spelled in name else spelled.upper())
            if found:
                return _longer(_trimmed(before), _trimmed(after))
    return name


def _trimmed(text: str) -> str:
    """Take posts away from both ends."""
    words = text.strip(_SIGNS).split()
    while words and words[0].lower().strip(".") in _POST:
        words.pop(0)
    while words and words[-1].lower().strip(".") in _POST:
        words.pop()
    return " ".join(words)


def _longer(one: str, other: str) -> str:
    return one if len(one) >= len(other) else other


@cache
def _by() -> re.Pattern[str]:
    words = sorted(agencies.load().words.byline, key=len, reverse=True)
    any_word = "|".join(map(re.escape, words))
    return re.compile(rf"\W{{0,3}}(?:{any_word})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)


def _is_place_of_work(name: str) -> bool:
    """Tell initials and titles such as ``CNN`` or ``Home Affairs Correspondent``."""
    return _BROADCASTER.match(name) is not None or name.rpartition(" ")[2].lower() in _TITLES


def _name(part: str) -> str:
    name = _without_post(_PLACE.sub("", part).strip(_SIGNS))
    words = name.lower().split()
    if not 2 <= len(name) <= 60 or len(words) > 6:
        return ""
    if any(sign.isdigit() for sign in name) and not _LOGIN.match(name):
        return ""
    if not _NAME.match(name) or all(word.strip(".") in _POST for word in words):
        return ""
    return "" if agencies.load().named(name) else name
