"""The codebook: a tree of concepts, in the words of SKOS."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.dispatch import AccessionNumber
    from index.keys import AnnotationId, ConceptId


PATH_SEPARATOR = " / "


@dataclass(frozen=True, slots=True)
class Concept:
    """A skos:Concept with at most one broader concept."""

    id: ConceptId
    label: str
    """skos:prefLabel in the user's language; unique among its siblings (folded)."""
    broader: ConceptId | None = None
    colour: str = ""
    """``#rrggbb`` or empty."""
    scope_note: str = ""
    digit: int | None = None
    """Shortcut key 1–9."""
    retired: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    """Preferred labels by language (ISO 639-1), where others than ``label`` exist."""
    aliases: tuple[str, ...] = ()
    """skos:altLabel."""
    uri: str = ""
    alias_languages: Mapping[str, str] = field(default_factory=dict)
    """Languages (ISO 639-1) of the aliases that have one."""


@dataclass(frozen=True, slots=True)
class ConceptUse:
    """A concept with its place in the tree and how often it is used."""

    concept: Concept
    path: tuple[str, ...]
    """Labels from the root to the concept itself."""
    dispatches: int = 0
    """Dispatches tagged with it, not counting narrower concepts or the trash."""
    annotations: int = 0

    @property
    def full_path(self) -> str:
        """The labels joined by `` / ``."""
        return PATH_SEPARATOR.join(self.path)


@dataclass(frozen=True, slots=True)
class ConceptUses:
    """What bears one concept itself, outside the trash."""

    dispatches: tuple[AccessionNumber, ...]
    annotations: tuple[AnnotationId, ...]


@dataclass(frozen=True, slots=True)
class ListedUse:
    """One thing that bears a concept, as a list shows it."""

    dispatch: AccessionNumber
    headline: str
    annotation: AnnotationId | None = None
    """None where the dispatch itself is tagged."""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """How much a change of a concept, with or without what is narrower, would touch."""

    dispatches: int = 0
    annotations: int = 0
    narrower: int = 0
    rules: int = 0

    def __bool__(self) -> bool:
        return bool(self.dispatches or self.annotations or self.narrower or self.rules)


@dataclass(frozen=True, slots=True)
class ListedConcept:
    """A concept as files carry it: known by its labels from the root on instead of a number."""

    path: tuple[str, ...]
    colour: str = ""
    scope_note: str = ""
    digit: int | None = None
    retired: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    uri: str = ""
    alias_languages: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, use: ConceptUse) -> ListedConcept:
        """Return a concept of the codebook as a file carries it."""
        held = use.concept
        return cls(
            use.path,
            held.colour,
            held.scope_note,
            held.digit,
            held.retired,
            held.labels,
            held.aliases,
            held.uri,
            held.alias_languages,
        )
