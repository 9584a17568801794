"""Values of the record called by name: an agency, a city, a language, a concept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.search.in_memory import holds, words_of
from index.wire.agencies import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.codebook import ConceptUse
    from index.query import Expression

LANGUAGES = {
    "ar": "Arabic arabe Arapça العربية",
    "de": "German allemand Almanca Deutsch",
    "en": "English anglais İngilizce",
    "es": "Spanish espagnol İspanyolca español",
    "fr": "French français Fransızca",
    "it": "Italian italien İtalyanca italiano",
    "nl": "Dutch néerlandais Felemenkçe Nederlands",
    "pt": "Portuguese portugais Portekizce português",
    "ru": "Russian russe Rusça русский",
    "tr": "Turkish turc Türkçe",
}
"""ISO 639-1 -> what people call the language."""


def values_called(field: str, asked: Expression, names: Sequence[str]) -> list[int]:
    """Return the numbers of the values that the query's words name."""
    return [
        number
        for number, name in enumerate(names)
        if any(holds(asked, words_of(text)) for text in _described(field, name))
    ]


def _described(field: str, name: str) -> tuple[str, ...]:
    """Return what a value may be called."""
    if field == "language":
        return name, LANGUAGES.get(name, "")
    profile = load().named(name) if field == "agency" else None
    return (name, *profile.names) if profile else (name,)


def concepts_called(asked: Expression, uses: Sequence[ConceptUse]) -> Iterator[str]:
    """Yield the numbers, as text, of the concepts with such a label, alias or path."""
    for use in uses:
        texts = (use.full_path, *use.concept.aliases, *use.concept.labels.values())
        if any(holds(asked, words_of(text)) for text in texts):
            yield str(use.concept.id)
