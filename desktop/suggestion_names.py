"""What kinds of suggestions are called, and how an accepted one is marked and noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.i18n import QT_TRANSLATE_NOOP
from index import Colour, SuggestionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index import Suggestion

translate = QCoreApplication.translate

NAMES: Mapping[SuggestionKind, str] = {
    SuggestionKind.CONCEPT: QT_TRANSLATE_NOOP("suggestions", "Concept"),
    SuggestionKind.TERM: QT_TRANSLATE_NOOP("suggestions", "New concept"),
    SuggestionKind.ORGANISATION: QT_TRANSLATE_NOOP("suggestions", "Organisation"),
    SuggestionKind.AGENCY: QT_TRANSLATE_NOOP("suggestions", "Agency"),
    SuggestionKind.PERSON: QT_TRANSLATE_NOOP("suggestions", "Person"),
    SuggestionKind.FIGURE: QT_TRANSLATE_NOOP("suggestions", "Figure"),
    SuggestionKind.QUOTATION: QT_TRANSLATE_NOOP("suggestions", "Quotation"),
}
COLOURS: Mapping[SuggestionKind, Colour] = {
    SuggestionKind.ORGANISATION: Colour.BLUE,
    SuggestionKind.AGENCY: Colour.BLUE,
    SuggestionKind.PERSON: Colour.TEAL,
    SuggestionKind.FIGURE: Colour.GREEN,
    SuggestionKind.QUOTATION: Colour.PURPLE,
}
"""Of the annotation that an accepted suggestion becomes."""


def kind_name(kind: SuggestionKind) -> str:
    """Return what a kind is called."""
    return translate("suggestions", NAMES[kind])


def details(suggestion: Suggestion) -> str:
    """Return who is quoted, or when a figure holds and who states it."""
    source = translate("suggestions", "source: {source}").format(source=suggestion.source)
    parts = (suggestion.speaker, suggestion.period, source if suggestion.source else "")
    return " · ".join(part for part in parts if part)


def note_of(suggestion: Suggestion) -> str:
    """Return the note of the annotation that an accepted suggestion becomes."""
    name = kind_name(suggestion.kind)
    if suggestion.term and suggestion.term.label != suggestion.text:
        return f"{name} · {suggestion.term.label}"
    told = details(suggestion)
    return f"{name} · {told}" if told else name
