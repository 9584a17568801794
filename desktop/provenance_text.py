"""What is told of where a dispatch came from, and of what in it was read from where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.date_text import stamp_text
from desktop.field_names import read_name
from desktop.part_names import counted_parts
from desktop.phrases import in_a_sentence, in_words
from desktop.short_text import in_a_row, language_name, number
from index import Revision, Timestamp, field_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index import Accession, Dispatch, FieldValue

translate = QCoreApplication.translate
READ = (
    "headline", "standfirst", "byline", "agency", "dateline", "city", "section", "keywords", "slug",
    "language", "filed", "updated", "captured", "embargo", "revision", "body", "boilerplate",
)  # fmt: skip
"""Fields that a parser fills, in the order in which they are told."""


class Fact(NamedTuple):
    """One line: what it is about, what is so, and how that is known."""

    name: str
    text: str
    note: str = ""


class Section(NamedTuple):
    """Facts under a heading."""

    heading: str
    facts: Sequence[Fact]


def provenance(
    accession: Accession, originals: Mapping[str, FieldValue], *, kept: bool
) -> list[Section]:
    """Return all that is known, sections without facts left out.

    Args:
        accession: the dispatch.
        originals: of the fields that were corrected, what the source says.
        kept: whether the archive holds the original bytes.
    """
    dispatch = accession.dispatch
    parts = counted_parts(dispatch.dropped) or translate("provenance", "nothing")
    left_out = [Fact(translate("provenance", "Parts"), parts)]
    doubts = [Fact("", in_a_sentence(each)) for each in dispatch.warnings]
    sections = [
        Section(translate("provenance", "To be checked"), doubts),
        Section(translate("provenance", "The original"), _original(accession, kept=kept)),
        Section(translate("provenance", "What was read in it"), _fields(dispatch, originals)),
        Section(translate("provenance", "What was left out"), left_out),
    ]
    return [section for section in sections if section.facts]


def as_text(sections: Sequence[Section]) -> str:
    """Return everything as lines, tabs between what stands side by side."""
    lines = []
    for heading, facts in sections:
        told = ["\t".join(part for part in fact if part) for fact in facts]
        lines.append("\n".join([heading, *told]))
    return "\n\n".join(lines)


def _original(accession: Accession, *, kept: bool) -> list[Fact]:
    origin, dispatch = accession.provenance, accession.dispatch
    size = translate("provenance", "{number} bytes").format(number=number(origin.size))
    imported = stamp_text(Timestamp.at(origin.imported)) if origin.imported else ""
    address = in_words(dispatch.origins.get("source_url", ""))
    facts = [
        Fact(translate("provenance", "File"), origin.path),
        Fact(translate("provenance", "Part of the file"), origin.member),
        Fact(translate("provenance", "Address"), dispatch.source_url, address),
        Fact(translate("provenance", "Kind"), in_a_row((origin.media_type, size))),
        Fact("SHA-256", origin.sha256),
        Fact(translate("provenance", "Original bytes"), _kept(kept=kept)),
        Fact(translate("provenance", "Parser"), origin.parser),
        Fact(translate("provenance", "Imported"), imported),
    ]
    return [fact for fact in facts if fact.text]


def _kept(*, kept: bool) -> str:
    if kept:
        return translate("provenance", "their text is kept in the archive")
    return translate("provenance", "not kept")


def _fields(dispatch: Dispatch, originals: Mapping[str, FieldValue]) -> list[Fact]:
    facts = []
    for field in READ:
        text = _shown(dispatch, field)
        note = in_words(dispatch.origins.get(field, ""))
        if field in originals:
            told = translate("provenance", "corrected; the source says “{value}”")
            note = in_a_row((told.format(value=_read(field, originals[field])), note))
        if text or field in originals:
            facts.append(Fact(read_name(field), text, note))
    return facts


def _shown(dispatch: Dispatch, field: str) -> str:
    match field, getattr(dispatch, field):
        case "body", str(body):
            count = number(len(body.split()))
            words = translate("provenance", "words: {number}").format(number=count)
            excerpt = translate("provenance", "an excerpt only") if dispatch.partial else ""
            return in_a_row((words if body else "", excerpt))
        case _, Revision() as revision:
            return _version(revision)
        case _, value:
            return _read(field, value)


def _read(field: str, value: FieldValue) -> str:
    if isinstance(value, Timestamp):
        return stamp_text(value)
    text = field_text(value)
    return language_name(text) if field == "language" else text


def _version(revision: Revision) -> str:
    count = translate("provenance", "no. {number}").format(number=revision.number)
    replaced = translate("provenance", "replaces {identifier}")
    return in_a_row(
        (
            revision.label or "",
            "" if revision.number is None else count,
            revision.guid or "",
            replaced.format(identifier=revision.supersedes) if revision.supersedes else "",
        )
    )
