"""Lines below a story that are none of it: who wrote and edited it, who sent it and when, links."""

from __future__ import annotations

import re
from functools import cache

from index.wire import agencies
from index.wire.asides import is_aside, is_furniture
from index.wire.byline import split_byline
from index.wire.clock import read_clock
from index.wire.dates import find_dates
from index.wire.styles import compile_opening

_LONGEST = 240
_LONGEST_SIGNATURE = 60
_LONGEST_SENTENCE = 60
"""Characters from which a line that ends as sentences do can be a credit only."""
_SENTENCE_END = frozenset(".!?…")
_NEUTRAL_WORDS, _LONGEST_NEUTRAL = 3, 32
_INITIALS = re.compile(r"(?:[A-Z]{2,4}|\d+|[a-z]{1,5}(?=\W*\Z)|[a-z]{2,5})\Z")
_CAPITAL_INITIALS = re.compile(r"(?:[A-Z]{2,4}|\d+)\Z")
_JOINING = frozenset("avec with et and mit y e und con com via ve".split())  # noqa: SIM905
_ADDRESS = re.compile(r"[\s(]*[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}[^\n]{0,40}\Z")
_PRINT = re.compile(
    r"(?:https?://|www\.)\S+(?:\s+\d{1,3}\s?/\s?\d{1,3})?\Z"
    r"|(?:Page|Seite|Página|Pagina|Sayfa)\s\d{1,3}\s?(?:of|sur|von|de|di|/)\s?\d{1,3}\Z"
    r"|(?:Printed (?:from|on|by)|Imprimé (?:le|depuis|par)|Gedruckt (?:am|von))\b.{0,120}\Z"
    r"|\d{1,2}[:.]\d\d LOCAL TIME\b.{0,20}\Z",
    re.IGNORECASE,
)
_SIGNED_BY = re.compile(
    r"(?<=[.!?”»\"])\s(?P<code>[^\W\d_a-z]{2,8})(?:(?:\s[A-Z]{2,4}){1,5}|\s?/?\s?\([^()\n]{1,80}\))?\Z"
)
_NAMED_BEHIND = re.compile(
    r"(?<=[.!?”»\"'’)])\s{1,3}(?:[-–—]{1,3}\s?(?P<dashed>[^\W\d_][^\n()–—]{1,28})"
    r"|\((?P<bracketed>[^\W\d_][^\n()]{1,28})\))\.?\Z"
)
_FOLLOW = re.compile(
    r"(?:Follow|Subscribe to|Sign up (?:for|to)|Suivez|Abonnez-vous|Retrouvez|Folgen Sie|Síguenos"
    r"|Seguici|Siga-nos)\b.{0,110}\b(?:Facebook|Twitter|X|WhatsApp|Telegram|Instagram|YouTube"
    r"|TikTok|LinkedIn|Google News|newsletter)\b.{0,60}\Z",
    re.IGNORECASE,
)
_FOLLOW_FIRST = frozenset("FSARfsar")
"""An invitation to read the publisher elsewhere."""
_WORD = re.compile(r"\W{0,3}(\w+)")
_MESSAGE = re.compile(r"[A-Z]{2,5}\d{3,4}\s+(?=\d)")
"""An agency's number of the message, before its clock."""


def is_below_story(line: str) -> bool:
    """Tell whether a line can only stand below a story."""
    if not line or len(line) > _LONGEST:
        return False
    if is_credit(line) or (line[0] in _FOLLOW_FIRST and _FOLLOW.match(line)):
        return True
    if len(line) > _LONGEST_SENTENCE and line[-1] in _SENTENCE_END:
        return False
    return is_signature(line) or is_print_mark(line) or _leads_away(line)


def is_neutral(line: str) -> bool:
    """Tell whether a line is so short that it belongs to the one above it."""
    few = len(line) <= _LONGEST_NEUTRAL and len(line.split()) <= _NEUTRAL_WORDS
    return few and line[-1:] not in _SENTENCE_END


def is_credit(line: str) -> bool:
    """Tell a line that says who wrote, edited or photographed."""
    low = line.lower()
    words = agencies.load().words
    if any(phrase in low for phrase in words.contributions):
        return True
    opening = _WORD.match(low)
    known = opening is not None and opening[1] in _first_words()
    return known and _credit().match(line) is not None


def is_print_mark(line: str) -> bool:
    """Tell addresses, page numbers and clocks that a printed page or a message bears."""
    return _PRINT.match(line) is not None or ("@" in line and _ADDRESS.match(line) is not None)


def is_signature(line: str) -> bool:
    """Tell a line of nothing but an agency, its initials and dates: ``MAP: 04 mars 2024``."""
    if len(line) > _LONGEST_SIGNATURE:
        return False
    mentioned = agencies.load().mentioned(line)
    if not mentioned:
        return False
    rest = line
    for profile in mentioned:
        rest = _without(rest, sorted(profile.names, key=len, reverse=True))
    rest = _undated(rest)
    if agencies.load().words.role(rest) in {"agency", "filed", "updated"}:
        return True
    allowed = _INITIALS if line.startswith("(") else _CAPITAL_INITIALS
    words = [word for word in re.findall(r"\w+", rest) if word.lower() not in _JOINING]
    return all(map(allowed.match, words))


def signed_by(ending: str) -> str:
    """Return the agency's code and initials behind the last sentence: ``PTI ABC XYZ``.

    Its name behind a dash or in brackets signs as well: ``– Bernama``, ``(AFP)``.
    """
    if ending[-1:] in _SENTENCE_END and ending[-2:-1] != ")":
        return ""
    if named := _NAMED_BEHIND.search(ending):
        stated = (named["dashed"] or named["bracketed"]).strip(" .")
        if all(map(agencies.load().named, stated.split("/"))):
            return named.group().strip()
    if not (ending[-1:] == ")" or ending[-1:].isupper()):
        return ""
    found = _SIGNED_BY.search(ending)
    profile = agencies.load().named(found["code"]) if found else None
    return found.group().strip() if found and profile and found["code"] in profile.names else ""


def bare_clock(line: str) -> str:
    """Return a line without the number and the end mark of the message."""
    return _MESSAGE.sub("", line.removesuffix("NNNN").strip(), count=1)


def writers_below(lines: list[str]) -> tuple[str, ...]:
    """Return the names in the first line that says who wrote."""
    for line in lines:
        found = _writers().match(line)
        if found:
            return split_byline(_credits_within().split(line[found.end() :], maxsplit=1)[0])
    return ()


def _undated(text: str) -> str:
    """Take the dates out, and what is nothing but a wire's clock."""
    for found in reversed(find_dates(text)):
        text = text[: found.span[0]] + text[found.span[1] :]
    clock = any(sign.isdigit() for sign in text) and read_clock(
        text.strip(), "", day_first=None, zone=None
    )
    return "" if clock else text


def _without(text: str, names: list[str]) -> str:
    """Take the first of the names that is there out of a text."""
    for name in names:
        place = text.lower().find(name.lower())
        if place >= 0:
            return text[:place] + " " + text[place + len(name) :]
    return text


def _leads_away(line: str) -> bool:
    """Tell links, buttons and lists of keywords."""
    label, colon, _ = line.partition(":")
    if len(label) <= _LONGEST_NEUTRAL and (colon or " " not in label):
        role = agencies.load().words.role
        if any(role(part) == "keywords" for part in label.split("/")):
            return True
    return is_aside(line) or (line[0].isalnum() and is_furniture(line))


@cache
def _credit() -> re.Pattern[str]:
    words = agencies.load().words
    return _opening(words.writers + words.credits)


@cache
def _writers() -> re.Pattern[str]:
    return _opening(agencies.load().words.writers)


@cache
def _credits_within() -> re.Pattern[str]:
    words = agencies.load().words
    openings = "|".join(_opened(one) for one in words.writers + words.credits)
    return re.compile(rf"[;)\]]|[,.–—-]?\s(?={openings})", re.IGNORECASE)


@cache
def _first_words() -> frozenset[str]:
    """Return what credits begin with, without which no line need be matched."""
    words = agencies.load().words
    return frozenset(one.lower().split()[0] for one in words.writers + words.credits)


def _opening(openings: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(openings, key=len, reverse=True)
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(map(_opened, ordered))})", re.IGNORECASE)


def _opened(opening: str) -> str:
    return compile_opening(opening) + ("" if opening.endswith(":") else r"(?!\w)")
