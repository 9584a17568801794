"""What stands above the story in a plain-text dispatch, told apart line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.folding import fold
from index.wire import agencies
from index.wire.byline import is_byline, split_byline
from index.wire.dateband import DateBand, read_date_band
from index.wire.dateline import Dateline, find_dateline, find_place, plain_city

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.dispatch import Timestamp
    from index.wire.agencies import AgencyProfile

_DEEPEST = 16
"""Lines that are not empty among which the head must end."""
_LONGEST_BAND = 240
_MOST_TEXT = 700
"""Characters of lines that no head alone has, after which the story must have begun."""
_LABEL = re.compile(r"([^\W\d_][^\n:]{1,30}?)\s{0,3}:\s{1,3}(\S.*)\Z")
_LED = re.compile(r"\s*[-–—•*]\s+(?=\S)")
_ENDS_SENTENCE = re.compile(r"[.!?…]['’”»\"]?\Z")
_SHORT = 42
_HEADLINE = 300
_SLACK = 6


@dataclass(slots=True)
class Head:
    """The fields found above the story."""

    headline: str = ""
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    profile: AgencyProfile | None = None
    agency: str = ""
    dateline: str = ""
    city: str = ""
    section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    slug: str = ""
    filed: Timestamp | None = None
    updated: Timestamp | None = None
    day: str = ""
    label: str = ""
    """Of a revision, where it has a line of its own."""
    opening: str = ""
    """The story's first words, where they stand behind the dateline on line ``end``."""
    end: int = 0
    """Index of the first line of the story."""
    origins: dict[str, str] = field(default_factory=dict)

    def note(self, origin: str, **found: object) -> None:
        """Fill fields that are still empty, and remember what filled them."""
        for name, value in found.items():
            if value and not getattr(self, name):
                setattr(self, name, value)
                self.origins[name] = origin


@dataclass(frozen=True, slots=True)
class _Line:
    place: int
    text: str


def same_words(text: str, other: str) -> bool:
    """Tell whether two lines say the same, whatever their accents, case and dashes."""
    if text == other:
        return True
    return abs(len(text) - len(other)) <= _SLACK and fold(text) == fold(other)


def read_head(lines: list[str]) -> Head:
    """Read the head of a dispatch.

    Args:
        lines: all lines without trailing blanks; empty ones separate paragraphs.
    """
    head = Head()
    anchor = _anchor(lines, head)
    top = list(_top(lines, anchor))
    labelled = sum(_LABEL.match(line.text) is not None for line in top) > 1
    free = [line for line in top if not (labelled and _labelled(line.text, head))]
    free = [line for line in free if not _own_line(line.text, head)]
    repeated = _repeated(free)
    _name_free_lines(free, repeated, head)
    head.end = max(head.end, anchor)
    _pass_repeats(lines, head)
    return head


def _top(lines: list[str], end: int) -> Iterator[_Line]:
    for place, text in enumerate(lines[:end]):
        if text.strip():
            yield _Line(place, text.strip())


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
        if head.opening:
            return place
        labels += _label_role(line) != ""
        ended = ended or (labels > 1 and _label_role(line) != "")
        end = place + 1 if ended else end
        text_seen += 0 if ended else len(line)
    return end or _without_anchor(lines, head)


def _read_anchor(line: str, seen: int, head: Head) -> bool:
    dateline = None if head.dateline else find_dateline(line)
    if dateline:
        _take_dateline(dateline, head)
        return True
    if len(line) <= _LONGEST_BAND:
        band = read_date_band(line, head.profile)
        if band:
            _take_band(band, head)
            return True
        if seen > 1 and is_byline(line):
            _take_byline(line, head)
            return True
    return False


def _without_anchor(lines: list[str], head: Head) -> int:
    """Let a first line that is no prose be the head, unless a place in capitals follows it."""
    shown = [place for place, text in enumerate(lines) if text.strip()][:_DEEPEST]
    for place in shown[1:4]:
        dateline = find_place(lines[place].strip())
        if dateline:
            _take_dateline(dateline, head)
            return place
    first = lines[shown[0]].strip() if shown else ""
    alone = len(shown) > 1 and len(first) <= _HEADLINE and not lines[shown[0] + 1].strip()
    titled = len(first) <= 120 and not _ENDS_SENTENCE.search(first)
    return shown[0] + 1 if len(shown) > 1 and (alone or titled) else 0


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


def _take_band(band: DateBand, head: Head) -> None:
    origin = "date line"
    head.note(
        origin,
        filed=band.filed,
        updated=band.updated,
        byline=band.byline,
        section=band.section,
        profile=band.profile,
    )
    if band.profile:
        head.note(origin, agency=band.profile.name)


def _take_byline(line: str, head: Head) -> None:
    head.note("byline", byline=split_byline(line))
    mentioned = agencies.load().mentioned(line)
    if mentioned:
        head.note("byline", agency=mentioned[0].name, profile=mentioned[0])


def _label_role(line: str) -> str:
    """Return the field that a line of the form “Label: value” states."""
    found = _LABEL.match(line)
    return agencies.load().words.role(found[1]) if found else ""


def _labelled(line: str, head: Head) -> bool:
    """Read a line of the form “Label: value”."""
    found, role = _LABEL.match(line), _label_role(line)
    if not found or role in {"", "filed", "updated"}:
        return False
    origin, value = f"label “{found[1]}”", found[2]
    if role in {"section", "keywords"}:
        head.note(origin, **{role: _listed(value)})
    elif role == "byline":
        head.note(origin, byline=split_byline(value))
    elif role == "agency":
        profile = agencies.load().named(value)
        head.note(origin, agency=profile.name if profile else value, profile=profile)
    else:
        head.note(origin, **{role: value})
    return True


def _listed(value: str) -> tuple[str, ...]:
    parts = re.split(r"\s*[,;|/]\s*", value)
    return tuple(dict.fromkeys(part for part in parts if part))


def _own_line(line: str, head: Head) -> bool:
    """Pass lines that the anchor pass has read already, and lone revision labels."""
    if line.startswith(head.dateline) and head.dateline:
        return True
    label = agencies.load().words.revision.match(line)
    if label and label.end() == len(line):
        head.note("revision label", label=label["label"])
        return True
    return bool(read_date_band(line, head.profile)) or is_byline(line)


def _repeated(free: list[_Line]) -> str:
    """Return the line that is printed twice, which only headlines are."""
    for number, line in enumerate(free):
        if any(same_words(line.text, later.text) for later in free[number + 1 :]):
            return line.text
    return ""


def _name_free_lines(free: list[_Line], repeated: str, head: Head) -> None:
    """Tell sections, headline, standfirst and place apart by their order and shape."""
    if repeated:
        main = next(line for line in free if line.text == repeated)
        free = [line for line in free if line is main or not same_words(line.text, repeated)]
    else:
        sections = bool(free) and _is_sections(free)
        main = free[1] if sections else free[0] if free else _Line(0, "")
    origin = "repeated line" if repeated else "first line"
    head.note(origin, headline=_whole(main, free))
    for line in free:
        if line.place < main.place:
            head.note("line above the headline", section=_listed(line.text))
        elif line.place > main.place and line.text not in head.headline:
            _name_lower_line(line, head)


def _whole(main: _Line, free: list[_Line]) -> str:
    """Join a headline in capitals that was set in two lines."""
    after = next((line for line in free if line.place == main.place + 1), None)
    if after and main.text.isupper() and after.text.isupper():
        return f"{main.text} {after.text}"
    return main.text


def _name_lower_line(line: _Line, head: Head) -> None:
    led = _LED.match(line.text)
    bare = line.text[led.end() :] if led else line.text
    if not led and len(bare) <= _SHORT and not _ENDS_SENTENCE.search(bare):
        head.note("line above the dateline", city=bare)
    elif head.standfirst and (led or head.origins["standfirst"] == "lines below the headline"):
        head.standfirst += f"\n{bare}"
    else:
        head.note("lines below the headline", standfirst=bare)


def _is_sections(free: list[_Line]) -> bool:
    """Tell whether the first line names sections: all pieces short, at least one known."""
    line = free[0].text
    if len(free) < 2 or len(line) > 60:
        return False
    pieces = _listed(line)
    words = agencies.load().words
    short = all(len(piece.split()) <= 3 for piece in pieces)
    return short and any(words.role(piece) == "section" for piece in pieces)


def _pass_repeats(lines: list[str], head: Head) -> None:
    """Let the story begin behind further printings of the headline, and a place on its own."""
    if head.opening or not head.headline:
        return
    for place in range(head.end, min(len(lines), head.end + 6)):
        text = lines[place].strip()
        if head.filed and not head.city and _is_place(text):
            head.note("line above the story", city=plain_city(text))
        elif text and not same_words(text, head.headline):
            return
        head.end = place + 1


def _is_place(line: str) -> bool:
    return 3 <= len(line) <= _SHORT and line.isupper() and not _ENDS_SENTENCE.search(line)
