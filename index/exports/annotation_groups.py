"""Annotations as a report prints them: grouped by concept, each passage with its citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.annotation import AnnotationReport, ReportedPassage, ReportSection
from index.codebook import PATH_SEPARATOR
from index.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.exports.citation import Citation
    from index.exports.passages import Passage


@dataclass(frozen=True, slots=True)
class _Words:
    """What a report says of its own."""

    title: str
    no_concept: str
    headline: str
    updated: str
    accession: str
    characters: str
    lost: str
    earlier_only: str


_WORDS = {
    "en": _Words("Annotations", "Without concept", "“{}”", "(updated {})", "accession {}",
                 "characters {}–{}", "passage not found again",
                 "passage stands in an earlier version only"),
    "fr": _Words("Annotations", "Sans concept", "« {} »", "(mise à jour {})", "entrée {}",
                 "caractères {}–{}", "passage introuvable",
                 "passage présent dans une version antérieure seulement"),
}  # fmt: skip


def report(passages: Iterable[Passage], language: str = "en") -> AnnotationReport:
    """Group annotations by concept, the concepts in alphabetical order, those without one last.

    Args:
        passages: in the order in which they are to stand under each concept.
        language: of the report's own words, ``en`` or ``fr``.
    """
    words = _WORDS.get(language, _WORDS["en"])
    grouped: dict[tuple[str, ...], list[ReportedPassage]] = {}
    count = 0
    for count, passage in enumerate(passages, 1):  # noqa: B007 - the last count is the answer
        reported = _reported(passage, words)
        for concept in passage.concepts or ((),):
            grouped.setdefault(concept, []).append(reported)
    order = sorted(grouped, key=lambda path: (not path, [fold(label) for label in path]))
    sections = tuple(
        ReportSection(
            PATH_SEPARATOR.join(concept) if concept else words.no_concept, tuple(grouped[concept])
        )
        for concept in order
    )
    return AnnotationReport(words.title, language, count, sections)


def _reported(passage: Passage, words: _Words) -> ReportedPassage:
    held = passage.annotation
    made = held.modified or held.created
    stands = not held.orphaned or passage.stands
    standing = (words.earlier_only if stands else words.lost) if held.orphaned else ""
    about = (held.creator, f"{made:%Y-%m-%d}" if made else "", standing)
    at = words.characters.format(held.selector.start, held.selector.end)
    told = (_cited(passage.citation, words), at if stands else "")
    return ReportedPassage(
        held.selector.exact,
        held.note,
        "; ".join(part for part in told if part) + ".",
        held.colour,
        ", ".join(part for part in about if part),
    )


def _cited(source: Citation, words: _Words) -> str:
    """Return the citation as one sentence without its full stop."""
    updated = f" {words.updated.format(source.updated)}" if source.updated else ""
    told = [
        words.headline.format(source.headline) if source.headline else "",
        ", ".join(source.authors),
        source.agency,
        source.city,
        f"{source.filed}{updated}".strip(),
        words.accession.format(source.number),
        f"SHA-256 {source.sha256}" if source.sha256 else "",
    ]
    return ", ".join(part for part in told if part)
