"""What the facets and their values are called in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import short_text
from index import TOGETHER, Facet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index import ConceptUse, Query

translate = QCoreApplication.translate
_TOGETHER = f" {TOGETHER} "


def facet_name(facet: Facet) -> str:
    """Return the name of a facet."""
    names = {
        Facet.AGENCY: translate("facet_names", "Agency"),
        Facet.SECTION: translate("facet_names", "Section"),
        Facet.LANGUAGE: translate("facet_names", "Language"),
        Facet.CONCEPT: translate("facet_names", "Concept"),
        Facet.MONTH: translate("facet_names", "Month"),
        Facet.CITY: translate("facet_names", "City"),
    }
    return names[facet]


def value_name(facet: Facet, value: str, concepts: Mapping[int, ConceptUse]) -> str:
    """Return what a facet value is called; an unknown one keeps its own text."""
    if facet is Facet.LANGUAGE:
        return short_text.language_name(value) or unstated()
    if facet is Facet.CONCEPT and value:
        return _TOGETHER.join(_concept_name(part, concepts) for part in value.split(TOGETHER))
    if facet is Facet.MONTH:
        try:
            return short_text.month(short_text.first_day(value))
        except ValueError:
            return value or unstated()
    return value or unstated()


def _concept_name(value: str, concepts: Mapping[int, ConceptUse]) -> str:
    known = concepts.get(int(value)) if value.isdigit() else None
    return known.concept.label if known else value


def unstated() -> str:
    """Return what stands for a value that the source does not state."""
    return translate("facet_names", "not stated")


def range_name(query: Query) -> str:
    """Return the brushed date range; empty where there is none."""
    first, last = query.filed_from, query.filed_to
    if first and last:
        one, other = short_text.day(first), short_text.day(last)
        return one if one == other else f"{one} – {other}"
    if first:
        return translate("facet_names", "from {day}").format(day=short_text.day(first))
    if last:
        return translate("facet_names", "until {day}").format(day=short_text.day(last))
    return ""
