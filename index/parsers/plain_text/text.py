"""Plain-text dispatches: copied agency pages, wire copy, and simple title-date-body files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.dispatch import Dispatch, Precision, Revision, Timestamp
from index.errors import NoTextFound
from index.parsers.decoding.encoding import decode, is_binary
from index.parsers.drafting.blocks import read_paragraphs
from index.parsers.drafting.revisions import headline_label, label_number
from index.parsers.plain_text.copied_page import story_lines
from index.parsers.plain_text.forwarding import end_of_forwarding
from index.parsers.plain_text.head import read_head
from index.wire import agencies
from index.wire.boilerplate import part_closing
from index.wire.clock import read_clock
from index.wire.dates import find_dates, read_date
from index.wire.language import detect_language
from index.wire.signatures import bare_clock, is_signature, writers_below
from index.wire.tidy import one_line, same_words, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.parsers import Source
    from index.parsers.plain_text.head_fields import Head

_OPENING = 80
_SENTENCE = re.compile(r".{20,78}?[.!?](?=\s)")
NO_YEAR = "the dateline gives no year"
AMBIGUOUS = "day and month of the date could be read the other way round"


class TextParser:
    """Reads one dispatch from a text file; every text that no other parser wants is its."""

    format = "text"
    version = 3

    def recognises(self, source: Source) -> bool:
        """Accept whatever is text at all."""
        return not is_binary(source.head)

    def parse(self, source: Source) -> Iterator[Dispatch]:
        """Yield the one dispatch.

        Raises:
            EmptyInput, NotText, WrongEncoding, NoTextFound: why there is none.
        """
        decoded = decode(source.raw, declared=source.charset)
        yield read_text(decoded.text, source, warnings=decoded.warnings)


def read_text(
    text: str, source: Source, *, form: str = "text", warnings: tuple[str, ...] = ()
) -> Dispatch:
    """Recognise the dispatch in decoded text.

    Raises:
        NoTextFound: there are no words in it.
    """
    head, body, boilerplate = _taken_apart(tidy(text).split("\n"))
    if not body and not head.headline:
        raise NoTextFound(format=form)
    return Dispatch(
        headline=one_line(head.headline),
        body=body or head.headline,
        format=form,
        standfirst=head.standfirst,
        byline=head.byline,
        agency=head.agency,
        dateline=head.dateline,
        city=head.city,
        section=head.section,
        keywords=head.keywords,
        slug=head.slug,
        language=detect_language(f"{head.headline}\n{body}"),
        filed=head.filed,
        updated=head.updated,
        captured=_captured(source),
        embargo=head.embargo,
        boilerplate=boilerplate,
        source_url=source.url,
        revision=_revision(head),
        origins=_origins(head, boilerplate),
        warnings=(*warnings, *_doubts(head)),
    )


def _taken_apart(lines: list[str]) -> tuple[Head, str, str]:
    """Return the head, the body and the boilerplate."""
    start = end_of_forwarding(lines)
    forwarding, lines = lines[:start], lines[start:]
    lines = story_lines(lines) or lines
    head = read_head(lines)
    head.notes[:0] = [line for line in forwarding if line.strip()]
    story, notices = part_closing(_story(lines, head))
    _name_agency("\n\n".join(notices), head)
    below = "\n".join(notices).split("\n")
    _date_below(below, head)
    head.note("credit below the story", byline=() if head.byline else writers_below(below))
    body = "\n\n".join(story)
    _ensure_headline(head, body)
    return head, body, "\n\n".join([*head.notes, *notices])


def _story(lines: list[str], head: Head) -> list[str]:
    paragraphs = read_paragraphs(lines[head.end :])
    if head.opening:
        # cut after joining: a first line shortened by its dateline would not look wrapped
        paragraphs[0] = paragraphs[0][len(lines[head.end].strip()) - len(head.opening) :]
    if len(paragraphs) > 1 and same_words(paragraphs[0], head.headline):
        return paragraphs[1:]
    return paragraphs


def _name_agency(boilerplate: str, head: Head) -> None:
    if head.agency or not boilerplate:
        return
    mentioned = agencies.load().mentioned(boilerplate)
    if mentioned:
        head.note("closing notice", agency=mentioned[0].name)


def _date_below(lines: list[str], head: Head) -> None:
    """Take the moment that a wire prints below a story, where none stands above it."""
    if head.filed:
        return
    profile = head.profile
    day_first, zone = (profile.day_first, profile.zone) if profile else (None, None)
    for line in lines:
        bare = bare_clock(line)
        stamp = read_date(bare, day_first=day_first, zone=zone)
        stamp = stamp or read_clock(bare, "", day_first=day_first, zone=zone)
        if not stamp and is_signature(bare):
            dates = find_dates(bare, day_first=day_first, zone=zone)
            stamp = dates[0].stamp if dates else None
        if stamp:
            head.note("line below the story", filed=stamp)
            return


def _ensure_headline(head: Head, body: str) -> None:
    """Let the opening words stand for a headline that is missing."""
    if head.headline or not body:
        return
    head.note("opening words of the text", headline=opening_words(body))


def opening_words(body: str) -> str:
    """Return the first words of a story, to stand for a headline that is missing."""
    first = one_line(body.split("\n\n", 1)[0])
    sentence = _SENTENCE.match(first)
    if sentence:
        return sentence.group()
    if len(first) <= _OPENING:
        return first
    return first[:_OPENING].rpartition(" ")[0].rstrip(" ,;:-–") + " …"


def _captured(source: Source) -> Timestamp | None:
    when = source.captured
    return None if when is None else Timestamp(when, Precision.SECOND)


def _revision(head: Head) -> Revision | None:
    label = headline_label(head.headline) or head.label
    if not label:
        return None
    head.note("revision label", label=label)
    return Revision(number=label_number(label), label=label)


def _doubts(head: Head) -> Iterator[str]:
    for stamp in (head.filed, head.updated):
        if stamp and stamp.ambiguous:
            yield AMBIGUOUS
            break
    if head.day and not head.filed:
        yield f"{NO_YEAR}: {head.day}"


def _origins(head: Head, boilerplate: str) -> dict[str, str]:
    origins = {"language": "text", **head.origins}
    if boilerplate:
        origins["boilerplate"] = "closing notice"
    for inner in ("profile", "day", "opening"):
        origins.pop(inner, None)
    if "label" in origins:
        origins["revision"] = origins.pop("label")
    return origins
