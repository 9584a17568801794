"""Lines above a story that are for editors and machines: notes, embargoes, labels, wire codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.wire import agencies
from index.wire.dates import find_dates
from index.wire.signatures import is_print_mark

if TYPE_CHECKING:
    from index.parsers.plain_text.head_fields import Head

_LONGEST_EMBARGO = 160
_LONGEST_LABEL = 48
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]].*[)\]]\.?\s*\Z")
_SHORTEST_NOTE = 12
_CAPTION = re.compile(
    r"(?:FILE(?: PHOTO)?|ARCHIV(?:BILD|O)?|FOTO DE ARCHIVO)\s?[-–—:]\s|Caption\s?:"
)
_REUTERS_PICTURE = re.compile(
    r"(?:\[\d{1,2}/\d{1,2}\]"
    r"|.{20,500}(?:via REUTERS|REUTERS/(?:[A-Z]\w|File|Handout)|Purchase Licensing Rights))"
)
_TAGS = re.compile(r"(?:#[^\W_][\w-]*[\s,]*){2,}\Z")
_RIGHTS = re.compile(r"(?:©|\(c\)\s|Copyright\b)[^.!?]{0,78}\Z", re.IGNORECASE)
_CREDIT = re.compile(
    r"[(\[](?:(?:AP|AFP|EPA|dpa|Reuters|Getty) )?(?:Photo|Image|Foto|Bild|Crédit)s?\b"
    r"[^()\[\]]{0,60}[)\]]\Z",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"\W*(?:(?:press|news|media) (?:release|statement)|(?:for )?immediate release"
    r"|communiqué(?: de presse)?|presse(?:mitteilung|erklärung|information|aussendung)"
    r"|medienmitteilung|(?:nota|comunicado) de (?:prensa|imprensa)|(?:comunicato|nota) stampa"
    r"|persbericht|basın (?:bülteni|açıklaması)|press?emeddelan?de|pressemelding|tisková zpráva"
    r"|komunikat prasowy|пресс-релиз|بيان صحفي)"
    r"(?: ?(?:no?|nr|n°|nº|№)?\.? ?[\d/.-]+)?\W*",
    re.IGNORECASE,
)
"""What a release calls itself above its headline, with its number."""
_FRAME = re.compile(r"ZCZC\b|NNNN\b|ZCZC\S")
_FEWEST_CODES = 4


def read_note(line: str, head: Head) -> bool:
    """Take a line that is no part of headline, standfirst and byline; ``False`` for any other."""
    if _read_label(line, head) or _read_agency(line, head):
        return True
    if read_embargo(line, head) or _is_note(line, head) or _is_apart(line):
        head.notes.append(line)
        return True
    return _is_code(line, head)


def _is_apart(line: str) -> bool:
    """Tell captions, print marks, lists of hash tags and lines of rights."""
    if _is_caption(line) or is_print_mark(line):
        return True
    if line[0] == "#":
        return _TAGS.match(line) is not None
    return line[0] in "©Cc(" and _RIGHTS.match(line) is not None


def read_embargo(line: str, head: Head) -> bool:
    """Take the moment before which the story must not be published, as far as it is printed."""
    if len(line) > _LONGEST_EMBARGO:
        return False
    found = agencies.load().words.embargoed.match(line)
    if not found:
        return False
    profile = head.profile
    day_first, zone = (profile.day_first, profile.zone) if profile else (None, None)
    dates = find_dates(line[found.end() :], day_first=day_first, zone=zone)
    if dates:
        head.note("embargo line", embargo=dates[0].stamp)
    said = len(found.group().split()) > 1 or line[found.end() :].lstrip()[:1] == ":"
    return bool(dates) or (said and any(sign.isdigit() for sign in line))


def _read_label(line: str, head: Head) -> bool:
    if len(line) > _LONGEST_LABEL:
        return False
    label = agencies.load().words.change.match(line)
    if not label or line[label.end() :].strip(" \t=+)]*:-–—"):
        return False
    if agencies.load().words.role(label["label"]) == "updated" and not line.isupper():
        return False  # it stands before a date
    head.note("revision label", label=label["label"])
    return True


def _read_agency(line: str, head: Head) -> bool:
    """Take a line that is nothing but the name of an agency."""
    named = agencies.load().named(line) if len(line) <= _LONGEST_LABEL else None
    if named:
        head.note("line above the story", agency=named.name, profile=named)
    return named is not None


def _is_note(line: str, head: Head) -> bool:
    words = agencies.load().words
    if len(line) <= _LONGEST_LABEL and _RELEASE.fullmatch(line.strip()):
        return True
    if _IN_BRACKETS.match(line) and len(line) > _SHORTEST_NOTE:
        label = words.change.match(line)
        if label:
            head.note("note above the story", label=label["label"])
        return True
    return words.note.match(line) is not None


def _is_caption(line: str) -> bool:
    """Tell the words below a picture by their credit or label."""
    if "REUTERS" in line or line[:1] == "[" or "Licensing" in line:
        return _REUTERS_PICTURE.match(line) is not None
    return _CAPTION.match(line) is not None or _CREDIT.search(line) is not None


def _is_code(line: str, head: Head) -> bool:
    """Tell the addresses and numbers that a wire's own machines print."""
    if _FRAME.match(line):
        head.framed = True
        return True
    if head.framed and line == line.upper() and any(sign.isdigit() for sign in line):
        return True
    tokens = line.split()
    numbers = sum(token.isdigit() for token in tokens)
    return len(tokens) >= _FEWEST_CODES and 2 * numbers >= len(tokens)
