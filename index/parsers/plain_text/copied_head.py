"""What stands above the story on a copied web page: its headline, dates and byline."""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter

from index.parsers.plain_text.copied_blocks import BRIEF, Block, weigh
from index.wire import agencies
from index.wire.asides import is_aside, notices_in
from index.wire.byline import has_by, is_byline
from index.wire.dateband import is_name, read_date_band
from index.wire.dates import find_dates
from index.wire.tidy import same_words

_NAMES = 8
"""Blocks below a headline among which its writer's name may stand."""
_APART = 2
"""Blocks between a name and the date beside it."""
_PARTED = re.compile(r"\s[/|•·]\s")
_TRAIL = re.compile(r"\s[»›>]")
_LABELS = re.compile(r"[^\W\d_]:\s")
_JOINED = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
_OPENED = re.compile(
    r"(?:Published|Posted|Updated|Last (?:modified|updated)|Publié|Mis à jour)\b.*\d"
    r"|(?:Image|Photo|Picture|Video|Foto|Bild|Vidéo)(?: caption)?\s?:",
    re.IGNORECASE,
)
"""Openings of lines about dates and pictures."""
_LONG_AGO = re.compile(
    r"\W*(?:\b(?:an?|\d{1,3})\s(?:second|minute|min|hour|day|week|month|year)s?(?:\s(?:ago|read))?\b"
    r"|\bil y a \d.*|\bvor \d.*|\bhace \d.*|\b\d{1,3}\smin\b.*|\b\d+\scomments?\b"
    r"|\bFiled to\b.*)\W*\Z",
    re.IGNORECASE,
)
"""How pages say when a story was put online, and what they count beside it."""
_HEADLINE = 5
"""Words of a line that is hardly a menu's."""
_HEAD = 40
"""Blocks above a story among which its headline is looked for."""


def lines_above(blocks: list[Block], start: int) -> list[str]:
    """Return the headline and the lines about date, writer and content between it and the story."""
    near = blocks[max(0, start - _HEAD) : start]
    indent = blocks[start].indent
    places = [place for place, block in enumerate(near) if _is_headline(block)]
    if not places:
        return []
    printed = Counter(block.text.casefold() for block in blocks)
    best = max(places, key=lambda place: _headline_value(place, near, printed, indent))
    headline = near[best].text
    beside = near[max(0, best - 2) :]
    about = [block.bare for block in beside if is_about(block)]
    if not any(is_byline(line) for line in about):
        about += [f"By {name}" for name in _names(near, best)[:1]]
    standfirst = [
        block.text
        for block in near[best + 1 :]
        if _is_standfirst(block) and not same_words(block.text, headline)
    ]
    return [headline, *standfirst[:1], *about]


def _headline_value(place: int, near: list[Block], printed: Counter[str], indent: int) -> float:
    """Weigh nearness, setting, repetition and a date or byline right below."""
    block = near[place]
    below = near[place + 1 : place + 5]
    lines_between = sum(not other.item for other in near[place + 1 :])
    value = -lines_between / 6
    value += 2 * (block.indent <= indent)
    value += 1 * (4 <= block.words <= 20)
    value -= 2 * (_first_letter(block.text).islower())
    value -= 1.5 * (place > 0 and near[place - 1].indent < block.indent and _leads(near[place - 1]))
    value += 1.5 * any(is_about(other) for other in below)
    value += 2 * (block.words >= 3 and printed[block.text.casefold()] > 1)
    return value


def _leads(block: Block) -> bool:
    """Tell a headline above a standfirst that is set further in."""
    return block.words >= _HEADLINE and _is_headline(block)


def _first_letter(text: str) -> str:
    return next((sign for sign in text if sign.isalnum()), "")


def _is_section(text: str) -> bool:
    """Tell whether a text is the name of a section, as those of writers are set."""
    return agencies.load().words.role(text) == "section"


def _is_headline(block: Block) -> bool:
    plain = 2 <= block.words <= 30 and 10 <= len(block.text) <= 200
    if block.item or not plain or block.text.endswith((".", ":", ";")) or is_about(block):
        return False
    if _is_furniture(block.text):
        return False
    return not is_aside(block.text) and not notices_in(block.text)


def _is_furniture(text: str) -> bool:
    """Tell lines of dates, trails of sections, labels and menus whose blanks were lost."""
    dates = find_dates(text)
    dated = sum(end - start for start, end in (date.span for date in dates))
    leads = bool(dates) and dates[0].span[0] == 0
    if dates and (leads or has_by(text) or 3 * dated >= len(text) or _PARTED.search(text)):
        return True
    signed, ago = _LONG_AGO.subn("", text)
    labelled = _OPENED.match(text) is not None or (ago > 0 and is_name(signed.strip()))
    trail = len(_TRAIL.findall(text)) > 1
    return labelled or trail or len(_LABELS.findall(text)) > 1 or len(_JOINED.findall(text)) > 1


def _names(near: list[Block], best: int) -> list[str]:
    """Return the names that stand alone between headline and story, the nearest to a date first."""
    found: list[tuple[int, str]] = []
    below = near[best + 1 : best + 1 + _NAMES]
    dated = [place for place, block in enumerate(below) if _is_dated(block.bare)]
    for place, block in enumerate(below):
        name = " ".join(_LONG_AGO.sub("", block.bare).split())
        apart = min((abs(place - other) for other in dated), default=_NAMES)
        if apart <= _APART and is_name(name) and not (_is_section(name) or is_aside(name)):
            found.append((apart, name))
    return [name for _, name in sorted(found, key=itemgetter(0))]


def _is_dated(text: str) -> bool:
    return bool(find_dates(text) or _LONG_AGO.search(text))


def _is_standfirst(block: Block) -> bool:
    return not block.item and block.words >= BRIEF and block.ends_sentence and weigh([block])[0] > 0


def is_about(block: Block) -> bool:
    """Tell whether a block is a byline or a line of dates."""
    return is_byline(block.bare) or read_date_band(block.bare) is not None
