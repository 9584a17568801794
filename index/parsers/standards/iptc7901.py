"""IPTC 7901: a headline block, an empty or indented line, and wrapped copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.parsers.drafting.draft import Draft
from index.parsers.drafting.plain import plain_paragraphs
from index.parsers.drafting.revisions import is_label
from index.parsers.standards.trailer import take_clock
from index.wire import agencies
from index.wire.authority import authority_name
from index.wire.byline import has_by, split_byline

if TYPE_CHECKING:
    from index.parsers import Source

_SLUG = re.compile(r"(?=\S*[-/])\S+\Z|[^\W\d_][^/]{0,30}(?:/[^/]{1,30})*/\Z")
_ORDINAL = re.compile(r"\d{1,2}(?:ST|ND|RD|TH) [A-Z]+\Z")
"""Of a net or a take, behind a label that counts."""
_SLUG_LINE = re.compile(r"[^\s/]+(?:[ /]\S+)*/\S*\Z")
_NOTES = re.compile(r"\s*(?:#{1,3} \S|\* \* \*|={2,}|\(?(?:Eds|Editors?|Hinweis)\b.*:)")
_BELOW = re.compile(r"\s(?:Utl|Untertitel|Unterzeile|Subhead)\.?:\s+", re.IGNORECASE)
"""Before the line below a headline, as Austrian and German desks mark it."""
_FAREWELL = re.compile(r"==?\s*([^\W\d_][\w .-]{1,20})\Z")
_RULE = re.compile(r"[\s=+<]+\Z")
_NAME = re.compile(r"[^\W\d_]{2,12}")


def read_7901(header: str, text: str, end: str, source: Source) -> Draft:
    """Collect the fields of one message."""
    draft = Draft("iptc-7901", source)
    for word in _NAME.findall(header):
        if profile := agencies.load().named(word):
            draft.take_agency(profile.name, "header")
    above = [line.strip() for line in header.splitlines()[1:] if line.strip()]
    heading, body = _parts(text)
    _take_heading(draft, heading)
    _take_body(draft, body)
    draft.take("slug", next((ln for ln in above if _SLUG_LINE.match(ln)), "").strip("/"), "header")
    draft.take_opening()
    take_clock(draft, end, day_first=None)
    draft.part_closing()
    return draft


def _parts(text: str) -> tuple[list[str], list[str]]:
    """Return the lines of the heading, which ends at an empty or indented line, and the rest."""
    lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    last = first
    while last < len(lines) and lines[last].strip() and lines[last][:1] not in " \t":
        last += 1
    return [line.strip() for line in lines[first:last]], lines[last:]


def _take_heading(draft: Draft, heading: list[str]) -> None:
    """Tell the lines of the heading apart: slug, label, byline and headline."""
    title: list[str] = []
    for line in heading:
        bare = _RULE.sub("", line)
        if not title and _SLUG.match(bare):
            draft.take("slug", bare, "heading")
        elif not title and (is_label(bare) or _ORDINAL.match(bare)):
            draft.take_revision("label", bare)
        elif not title and bare.isupper() and len(bare.split()) <= 2 and line is not heading[-1]:
            draft.take_several("keywords", [bare.capitalize()], "heading")
        elif has_by(bare) and title:
            draft.take_byline("; ".join(_named(bare)), "heading")
        else:
            title.append(bare)
    headline, _, below = _BELOW.sub("\n", " ".join(title), count=1).partition("\n")
    draft.take("headline", headline, "heading")
    draft.take_text("standfirst", below, "heading")
    draft.take("headline", draft.value("slug"), "slug")


def _named(byline: str) -> list[str]:
    """Return the writers of a byline, which may name none (``By dpa correspondents``)."""
    return [name for name in split_byline(byline) if not name[0].islower()]


def _take_body(draft: Draft, lines: list[str]) -> None:
    """Take the copy, and apart from it the notes and signatures that close the message."""
    end = next((at for at, line in enumerate(lines) if at and _NOTES.match(line)), len(lines))
    farewell = next((found for ln in lines[end:] if (found := _FAREWELL.match(ln.strip()))), None)
    if farewell:
        draft.take_agency(authority_name(farewell[1]), "closing line")
    draft.take_text("body", "\n\n".join(plain_paragraphs("\n".join(lines[:end]))), "text")
    draft.take_text("boilerplate", "\n".join(lines[end:]), "closing notes")
