"""LexisNexis' classic layout: "1 of 10 DOCUMENTS", centred print data, labels in capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.parsers.drafting.draft import Draft
from index.parsers.drafting.plain import plain_paragraphs
from index.parsers.press.nexis_labels import (
    Meaning,
    above,
    below,
    is_shouted,
    opens_text,
    read_label,
    surely_below,
)
from index.parsers.press.press_labels import around_date, is_page, language_named
from index.wire.dateline import plain_city
from index.wire.dates import find_dates
from index.wire.tidy import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.parsers import Source
    from index.parsers.drafting.draft import Line

_COUNT = r"\d{1,7} {1,4}(?:of|de|von|di|van|sur) {1,4}\d{1,7}"
COUNTED = re.compile(
    rf"^[ \t]*(?:(?:document|dokument|documento) {_COUNT}|{_COUNT} {{1,4}}"
    r"(?:documents?|dokumenten?|dokumente|documentos?|documenti|documenten))[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line that opens a story."""
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))[ \xa0]", re.IGNORECASE)
_RIGHTS = re.compile(
    r"(?:all rights reserved|alle rechte(?:n)?\b|tous droits|todos los derechos|tutti i diritti)",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"(?:correction appended|correction to this|clarification)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines between two empty ones."""

    text: str
    centred: bool


def read_classic(blocks: list[Block], form: str, source: Source) -> Draft:
    """Collect the fields of one story."""
    draft = Draft(form, source)
    first = next((at for at, block in enumerate(blocks) if _opens(block)), len(blocks))
    start = _take_above(draft, blocks, first)
    _take_print_data(draft, blocks[:first])
    end = next((at for at in range(start, len(blocks)) if _closes(blocks[at:])), len(blocks))
    paragraphs = [p for block in blocks[start:end] for p in plain_paragraphs(block.text)]
    draft.take_text("body", "\n\n".join(paragraphs), "text between the labels")
    _take_below(draft, blocks[end:])
    return draft


def _opens(block: Block) -> bool:
    label, _ = read_label(block.text)
    known = above(label) is not None or opens_text(label)
    return not block.centred and is_shouted(block.text) and known


def _closes(blocks: list[Block]) -> bool:
    """Tell whether the data below the text begin: labels, up to one that no story uses."""
    for block in blocks:
        label = _shouted(block)
        if (block.centred and _COPYRIGHT.match(block.text.strip())) or surely_below(label):
            return True
        if below(label) is None:
            return False
    return True


def _shouted(block: Block) -> str:
    return read_label(block.text)[0] if is_shouted(block.text) else ""


def _take_print_data(draft: Draft, blocks: list[Block]) -> None:
    """Take publication, date and headline by their order; editions are centred, headlines not."""
    blocks = list(_without_rights(draft, blocks))
    dated = next((at for at, block in enumerate(blocks) if find_dates(block.text)), None)
    if dated is None:
        names, rest = blocks[:1], blocks[1:]
    else:
        names, rest = blocks[:dated], blocks[dated + 1 :]
        found = find_dates(blocks[dated].text)
        draft.take_stamp("filed", found[0].stamp, "line below the publication")
    for name in names:
        draft.take_agency(one_line(name.text), "first line")
    rest = [block for block in rest if not _is_date(block.text)]
    titles = [one_line(block.text) for block in rest if not block.centred] or [
        one_line(block.text) for block in rest[-1:]
    ]
    labels = [title for title in titles if _NOTICE.match(title)]
    draft.take_revision("label", next(iter(labels), ""))
    titles = [title for title in titles if not _NOTICE.match(title)]
    draft.take("headline", " ".join(titles), "lines below the date")


def _without_rights(draft: Draft, blocks: list[Block]) -> Iterator[Block]:
    """Set copyright lines apart; the publication may stand below them in the same block."""
    reserved = False
    for block in blocks:
        lines = block.text.strip().split("\n")
        opens = _COPYRIGHT.match(lines[0].lstrip()) is not None
        reserved = opens or (reserved and _RIGHTS.match(lines[0].lstrip()) is not None)
        if not reserved:
            yield block
            continue
        ends = [at for at, line in enumerate(lines) if _RIGHTS.search(line)]
        below_rights = ends[-1] + 1 if ends else len(lines)
        notice = one_line(" ".join(lines[:below_rights]))
        draft.take_text("boilerplate", notice, "copyright line")
        if lines[below_rights:]:
            yield Block("\n".join(lines[below_rights:]), block.centred)


def _is_date(text: str) -> bool:
    """Tell a date that stands alone, which some publications print in a second form."""
    return bool(find_dates(text)) and not around_date(one_line(text))


def _take_above(draft: Draft, blocks: list[Block], first: int) -> int:
    """Take the labelled blocks above the text and return where the text starts."""
    at = first
    while at < len(blocks) and _opens(blocks[at]):
        label, value = read_label(blocks[at].text)
        if opens_text(label):
            blocks[at] = Block(value, centred=False)
            return at
        take_labelled(draft, above(label) or "other", one_line(value), label)
        at += 1
    return at


def _take_below(draft: Draft, blocks: list[Block]) -> None:
    for block in blocks:
        label, value = read_label(block.text)
        if _COPYRIGHT.match(block.text.strip()):
            draft.take_text("boilerplate", one_line(block.text), "copyright line")
        elif meaning := below(label):
            take_labelled(draft, meaning, one_line(value), label)


def take_labelled(draft: Draft, meaning: Meaning, value: str, label: str) -> None:
    """Take a labelled value into the field that its label means."""
    if line := _LINES.get(meaning):
        draft.take(line, value, label)
    if line == "dateline":
        draft.take("city", plain_city(value), label)
    match meaning:
        case "byline":
            draft.take_byline(value, label)
        case "section":
            draft.take_several("section", section_of(value), label)
        case "subject":
            draft.take_several("keywords", topics_of(value), label)
        case "highlight":
            draft.take_text("standfirst", value, label)
        case "language" | "guid" | "graphic":
            _take_coded(draft, meaning, value, label)


def _take_coded(draft: Draft, meaning: Meaning, value: str, label: str) -> None:
    if meaning == "language":
        draft.take_language(language_named(value), label)
    elif meaning == "guid":
        draft.take_revision("guid", value)
    else:
        draft.drop({"image": 1})


_LINES: dict[str, Line] = {"headline": "headline", "dateline": "dateline", "url": "source_url"}


def section_of(value: str) -> list[str]:
    """Return the sections of ``NEWS; Pg. 3``."""
    return [part.strip() for part in value.split(";") if part.strip() and not is_page(part)]


def topics_of(value: str) -> list[str]:
    """Return the topics of a list with relevance scores, ``LAW (90%); MEDIA (80%)``."""
    return [re.sub(r"\s*\(\d+%\)", "", part).strip() for part in re.split(r"[;]|\(\d+%\)", value)]
