"""Values of the record called by name: an agency, a city, a language, a concept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.query import Phrase, Word
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
    meant = _agency(asked) if field == "agency" else ""
    return [
        number
        for number, name in enumerate(names)
        if name == meant or holds(asked, words_of(_described(field, name)))
    ]


def _described(field: str, name: str) -> str:
    return f"{name} {LANGUAGES.get(name, '')}" if field == "language" else name


def _agency(asked: Expression) -> str:
    """Return the full name of an agency that is called by its code or alias."""
    if not isinstance(asked, Word | Phrase):
        return ""
    profile = load().named(asked.text)
    return profile.name if profile else ""


def concepts_called(asked: Expression, uses: Sequence[ConceptUse]) -> Iterator[str]:
    """Yield the numbers, as text, of the concepts with such a label, alias or path."""
    for use in uses:
        texts = (use.full_path, *use.concept.aliases, *use.concept.labels.values())
        if any(holds(asked, words_of(text)) for text in texts):
            yield str(use.concept.id)
