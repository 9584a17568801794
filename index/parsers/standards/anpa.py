"""ANPA 1312: ruled lines (``^headline<``) above tab-led paragraphs, as American wires send it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.parsers.drafting.draft import Draft
from index.parsers.drafting.plain import unwrap
from index.parsers.drafting.revisions import revision_label
from index.parsers.standards.trailer import take_clock
from index.wire import agencies
from index.wire.byline import has_by, split_byline, strip_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.parsers import Source
    from index.wire.agencies import AgencyProfile

_WORDS = re.compile(r",\s*\d{1,5}\s*\Z")
_NOTE = re.compile(
    r"(?:Eds?|EDITOR'?S'? NOTE|AP (?:Photo|Video|Graphic)s?|Note|With|Adds)\b[ :_]", re.I
)
_SERVICE = re.compile(r"(?<![A-Z])([A-Z]{2,8})-[A-Z]{2}-\d\d-\d\d-\d\d")
_RULE = re.compile(r"[<=+\s]*\Z")
_RULED = re.compile(r"[<=]\s*\Z")
_SELECTOR = re.compile(r"^\^\*\d{1,5}<\s*", re.MULTILINE)
"""A number by which services sort what they send on."""
_WRAPPED = 60
_FIGURE = re.compile(r"_{2,}\Z")


def read_anpa(_header: str, text: str, end: str, source: Source) -> Draft:
    """Collect the fields of one message."""
    draft = Draft("anpa-1312", source)
    ruled, paragraphs = _parts(text)
    text, end = _with_trailer(text, end)
    service = _SERVICE.search(end)
    if service:
        draft.take_agency(service[1], "trailer")
    paragraphs = [*_take_ruled(draft, ruled), *paragraphs]
    body = "\n\n".join(_typeset(paragraph) for paragraph in paragraphs)
    draft.take_text("body", body, "tab-led paragraphs")
    draft.take_opening()
    take_clock(draft, end, day_first=False)
    draft.part_closing()
    return draft


def _with_trailer(text: str, end: str) -> tuple[str, str]:
    """Return the text and the trailer, which some senders put before the end of the text."""
    body, _, last = text.rstrip().rpartition("\n")
    if end.strip("\x03 \r\n") or not _SERVICE.match(last.strip()):
        return text, end
    return body, last


def _parts(text: str) -> tuple[list[str], list[str]]:
    """Return the ruled lines above the text, and the paragraphs, which a tab or a rule opens."""
    ruled: list[str] = []
    paragraphs: list[list[str]] = []
    lines = iter(_unruled(text))
    for rule, line in lines:
        if rule and not paragraphs:
            ruled.append(line)
        elif rule or line[:1] in ("\t", "") or not paragraphs:
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    joined = [
        unwrap([line for line in lines if line.strip()]) for lines in paragraphs if any(lines)
    ]
    return ruled, [p for p in joined if p and p != "END" and not _FIGURE.fullmatch(p)]


def _unruled(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the lines without their rules, and whether each had one; long rules are joined."""
    pending = ""
    for line in _SELECTOR.sub("", text).splitlines():
        if pending and line[:1] not in ("^", "\t", ""):
            line = f"{pending} {line.strip()}"
        elif pending:
            yield True, pending.lstrip("^").strip()
        pending = ""
        if line[:1] == "^" and len(line) >= _WRAPPED and not _RULED.search(line):
            pending = line
        else:
            yield line[:1] == "^", _RULE.sub("", line).lstrip("^")
    if pending:
        yield True, pending.lstrip("^").strip()


def _take_ruled(draft: Draft, ruled: list[str]) -> list[str]:
    """Tell the ruled lines apart and return those that have no field: they open the text."""
    notes, others = [], []
    for number, line in enumerate(ruled):
        if number == 0 and "-" in line.partition(" ")[0]:
            _take_slug(draft, line)
        elif _NOTE.match(line):
            notes.append(line)
        elif profile := _agency_of(line, headed=bool(draft.value("headline"))):
            draft.take_agency(profile.name, "ruled line")
        elif has_by(line) and draft.value("headline"):
            draft.take_byline(line, "ruled byline")
        elif draft.value("headline"):
            others.append(line)
        else:
            draft.take("headline", _typeset(line), "ruled headline")
    draft.take("headline", draft.value("slug"), "slug")
    draft.take_text("boilerplate", "\n\n".join(notes), "ruled notes")
    return others


def _agency_of(line: str, *, headed: bool) -> AgencyProfile | None:
    """Return the agency that a line names alone or, below a headline, with a post held there."""
    known = agencies.load()
    if (profile := known.named(strip_by(line))) or not headed or split_byline(line):
        return profile
    return next(iter(known.mentioned(line)), None)


def _take_slug(draft: Draft, line: str) -> None:
    slug = _WORDS.sub("", line).rstrip(", ")
    draft.take("slug", slug, "ruled slug")
    draft.take_revision("label", revision_label(slug))


def _typeset(text: str) -> str:
    """Set the quotation marks that the wire spells as pairs of accents."""
    return text.replace("``", "“").replace("''", "”").strip()
