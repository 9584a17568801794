"""What stands above the story in a plain-text dispatch, told apart line by line."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from index.dispatch import Precision, Zone
from index.parsers.plain_text.head_fields import Head
from index.parsers.plain_text.head_labels import is_labelled, label_role, read_label
from index.parsers.plain_text.head_lines import (
    HeadLine,
    are_kickers,
    ends_sentence,
    is_place,
    menu_length,
    name_lines,
)
from index.parsers.plain_text.head_notes import read_embargo, read_note
from index.wire import agencies
from index.wire.asides import is_furniture
from index.wire.byline import is_byline, split_byline
from index.wire.dateband import DateBand, is_page_clock, read_date_band
from index.wire.dateline import Dateline, find_dated_place, find_dateline, find_place, plain_city
from index.wire.signatures import is_print_mark
from index.wire.tidy import same_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.dispatch import Timestamp

_DEEPEST = 16
"""Lines that are not empty among which the head must end."""
_LONGEST_BAND = 240
_PROSE = 80
"""Characters of a sentence that, below a date or byline, must be the story's."""
_MOST_TEXT = 700
"""Characters of lines that no head alone has, after which the story must have begun."""
_HEADLINE = 300
_TITLE = 120
_FEWEST_WORDS = 5
"""Words of a headline below a kicker and a date."""
_FEWEST_ENTRIES = 3
"""Lines of a menu above a headline that nothing else tells."""
_HIGHEST, _LONGEST_SENDER = 4, 48
"""Place and length of a line that names the agency only."""
_REPEATS = 3
"""Lines below the head among which its headline may be printed again."""
_PASSED = 8
"""Lines between head and story that may be buttons and repeated headlines."""


def read_head(lines: list[str]) -> Head:
    """Read the head of a dispatch.

    Args:
        lines: all lines without trailing blanks; empty ones separate paragraphs.
    """
    head = _read(lines, Head())
    if head.profile and any(map(_is_unsure, (head.filed, head.updated, head.embargo))):
        return _read(lines, Head(profile=head.profile))
    return head


def _is_unsure(stamp: Timestamp | None) -> bool:
    """Tell a date whose reading depends on the agency's habits."""
    if stamp is None or stamp.zone is not Zone.UNKNOWN:
        return False
    return stamp.ambiguous or stamp.precision in (Precision.MINUTE, Precision.SECOND)


def _read(lines: list[str], head: Head) -> Head:
    anchor = _anchor(lines, head)
    head.let_update_stand_for_filed()
    if _is_all(lines, anchor):
        anchor = _without_anchor(lines, head)  # what was found there stands below the story
    top = list(_top(lines, 0, anchor))
    labelled = sum(is_labelled(line.text) for line in top) > 1
    free = [line for line in top if not (labelled and read_label(line.text, head))]
    free = [line for line in free if not _own_line(line.text, head)]
    if anchor and not (head.headline or head.opening) and are_kickers(free):
        below = _title_below(lines, anchor, fewest=_FEWEST_WORDS if free else 1)
        if below > anchor or not free:
            head.note("line above the headline", section=tuple(line.text for line in free))
            free = list(_top(lines, anchor, below))
            anchor = below
    name_lines(free, head, _shown(lines, anchor, _REPEATS))
    head.end = max(head.end, anchor)
    _pass_repeats(lines, head)
    return head


def _is_all(lines: list[str], anchor: int) -> bool:
    """Tell whether a head that ends there would leave no story, though there is prose in it."""
    if not anchor or any(line.strip() for line in lines[anchor:]):
        return False
    return any(len(line) > _PROSE and ends_sentence(line.strip()) for line in lines[:anchor])


def _top(lines: list[str], start: int, end: int) -> Iterator[HeadLine]:
    for place in range(start, end):
        if text := lines[place].strip():
            yield HeadLine(place, text)


def _shown(lines: list[str], start: int, most: int) -> list[str]:
    """Return the first lines from a place on that are not empty."""
    found: list[str] = []
    for line in itertools.islice(lines, start, start + _PASSED):
        if text := line.strip():
            found.append(text)
            if len(found) == most:
                break
    return found


def _title_below(lines: list[str], anchor: int, *, fewest: int) -> int:
    """Let the line below a head of dates alone be the headline, where it has a headline's shape."""
    filled = (place for place in range(anchor, len(lines)) if lines[place].strip())
    shown = list(itertools.islice(filled, 2))
    first = lines[shown[0]].strip() if len(shown) > 1 else ""
    titled = 0 < len(first) <= _HEADLINE and not ends_sentence(first)
    return shown[0] + 1 if titled and len(first.split()) >= fewest else anchor


def _anchor(lines: list[str], head: Head) -> int:
    """Find the last line that only a head has, and return the index of the line behind it."""
    end, seen, text_seen, labels = 0, 0, 0, 0
    for place, text in enumerate(lines):
        line = text.strip()
        if not line:
            continue
        seen += 1
        if seen > _DEEPEST or text_seen > _MOST_TEXT:
            break
        ended = _read_anchor(line, seen, head)
        ended = ended or (
            1 < seen <= _HIGHEST and text_seen <= _HEADLINE and _read_sender(line, head)
        )
        ended = ended or (seen <= _HIGHEST and _read_dated(lines[: place + 1], head))
        if head.opening:
            return place
        labels += label_role(line) != ""
        ended = ended or (labels > 1 and label_role(line) != "")
        end = place + 1 if ended else end
        text_seen += 0 if ended else len(line)
        if end and not ended and len(line) > _PROSE and ends_sentence(line):
            break
    return end or _without_anchor(lines, head)


def _read_anchor(line: str, seen: int, head: Head) -> bool:
    if len(line) <= _LONGEST_BAND and is_print_mark(line):
        return False
    dateline = None if head.dateline else find_dateline(line)
    if dateline:
        _take_dateline(dateline, head)
        _take_dated_opening(head)
        return True
    if len(line) <= _LONGEST_BAND:
        band = read_date_band(line, head.profile)
        if band:
            _take_band(band, head)
            return True
        if seen > 1 and is_byline(line):
            _take_byline(line, head)
            return True
    return read_embargo(line, head)


def _without_anchor(lines: list[str], head: Head) -> int:
    """Let a first line that is no prose be the head, unless a place in capitals follows it."""
    shown = [place for place, text in enumerate(lines) if text.strip()][:_DEEPEST]
    for place in shown[:4]:
        line = lines[place].strip()
        led = place != shown[0] or (len(line) > _PROSE and ends_sentence(line))
        dateline = find_place(line) if led else None
        if dateline:
            _take_dateline(dateline, head)
            return place
    if len(shown) < 2:
        return 0
    top = menu_length([lines[place].strip() for place in shown])
    top = top if _FEWEST_ENTRIES <= top < len(shown) - 1 else 0
    first = lines[shown[top]].strip()
    alone = len(first) <= _HEADLINE and not lines[shown[top] + 1].strip()
    return shown[top] + 1 if alone or _is_title(first) else 0


def _is_title(line: str) -> bool:
    """Tell a line with a headline's shape; one that asks may be one."""
    return len(line) <= _TITLE and (not ends_sentence(line) or line.endswith("?"))


def _take_dateline(dateline: Dateline, head: Head) -> None:
    origin = f"dateline {dateline.style}"
    head.note(
        origin,
        dateline=dateline.printed,
        city=dateline.city,
        byline=dateline.byline,
        profile=dateline.profile,
        filed=dateline.filed,
        day=dateline.day,
        opening=dateline.rest,
    )
    if dateline.profile:
        head.note(origin, agency=dateline.profile.name)


def _take_dated_opening(head: Head) -> None:
    """Let a date behind the dateline be no story: ``Paris (AFP) – Issued on: 28/11/2024``."""
    band = read_date_band(head.opening, head.profile) if len(head.opening) <= _PROSE else None
    if band:
        _take_band(band, head)
        head.opening = ""


def _read_sender(line: str, head: Head) -> bool:
    """Take a line below the headline that is nothing but an agency's name."""
    if len(line) > _LONGEST_SENDER:
        return False
    named = agencies.load().named(line)
    if named:
        head.note("line above the story", agency=named.name, profile=named)
    return named is not None


def _read_dated(lines: list[str], head: Head) -> bool:
    """Take a last line that says where and when, as releases have it, if no story is above it."""
    dated = None if head.dateline or head.filed else find_dated_place(lines[-1].strip())
    if any(len(line) > _PROSE and ends_sentence(line.strip()) for line in lines):
        return False
    if dated:
        _take_dateline(dated, head)
    return dated is not None


def _take_band(band: DateBand, head: Head) -> None:
    origin = "date line"
    head.note(
        origin,
        filed=None if band.only_updated else band.filed,
        updated=band.filed if band.only_updated else band.updated,
        byline=band.byline,
        section=band.section,
        profile=band.profile,
        city=plain_city(band.city),
        agency=band.profile.name if band.profile else band.source,
    )


def _take_byline(line: str, head: Head) -> None:
    head.note("byline", byline=split_byline(line))
    mentioned = agencies.load().mentioned(line)
    if mentioned:
        head.note("byline", agency=mentioned[0].name, profile=mentioned[0])


def _own_line(line: str, head: Head) -> bool:
    """Pass lines that the anchor pass has read already, and lines for editors."""
    if line.startswith(head.dateline) and head.dateline:
        return True
    if read_date_band(line, head.profile) or is_byline(line) or is_page_clock(line):
        return True
    return read_note(line, head) or is_furniture(line) or not any(map(str.isalnum, line))


def _pass_repeats(lines: list[str], head: Head) -> None:
    """Let the story begin behind further printings of the headline, and a place on its own."""
    if head.opening or not head.headline:
        return
    for place in range(head.end, min(len(lines), head.end + _PASSED)):
        text = lines[place].strip()
        furniture = is_furniture(text) or is_page_clock(text)
        if head.filed and not head.city and is_place(text) and not furniture:
            head.note("line above the story", city=plain_city(text))
        elif text and not furniture and not same_words(text, head.headline):
            _read_place(text, head)
            return
        head.end = place + 1


def _read_place(line: str, head: Head) -> None:
    """Take a place in capitals that opens the story below a line of dates."""
    dateline = find_place(line) if head.filed and not head.dateline and len(line) > _PROSE else None
    if dateline:
        _take_dateline(dateline, head)
