"""News agencies, the words that they share, and how to find one by a name or a host."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from index.folding import fold
from index.wire import zones
from index.wire.styles import Style, compile_opening, read_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo

_WORD = re.compile(r"\w+")
_INITIALS = 4
"""Names up to this length are initials, and words of some language in lower case."""


@dataclass(frozen=True, eq=False)
class AgencyProfile:
    """One agency; equal to itself only, so that it can be looked up by."""

    name: str
    code: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    zone_name: str = ""
    """IANA name of the zone of clocks that state none."""
    day_first: bool = True
    datelines: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    page: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field -> selectors of the places where the agency's web pages show it."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by, with its code."""
        return (self.name, self.code, *self.aliases)

    @cached_property
    def zone(self) -> tzinfo | None:
        """The zone of clocks that state none."""
        return zones.place(self.zone_name)

    @cached_property
    def styles(self) -> tuple[Style, ...]:
        """The dateline templates, those with most parts first."""
        ordered = sorted(dict.fromkeys(self.datelines), key=lambda one: -one.count("{"))
        return tuple(read_style(template, self.names) for template in ordered)


@dataclass(frozen=True)
class Words:
    """Labels that all agencies share."""

    updated: tuple[str, ...] = ()
    filed: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    revisions: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    datelines: tuple[str, ...] = ()
    wires: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    contributions: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    embargo: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    """Printed label and the field that it introduces."""

    @cached_property
    def places(self) -> tuple[Style, ...]:
        """Datelines that name no agency."""
        return tuple(read_style(template) for template in self.datelines)

    @cached_property
    def _roles(self) -> dict[str, str]:
        roles = {fold(label): name for label, name in self.labels}
        return roles | {
            **dict.fromkeys(map(fold, self.sections), "section"),
            **dict.fromkeys(map(fold, self.filed), "filed"),
            **dict.fromkeys(map(fold, self.updated), "updated"),
        }

    def role(self, text: str) -> str:
        """Return the field that a label introduces, or ``""``; ``section`` for a section's name."""
        return self._roles.get(fold(text.strip(" \t\xa0:|()-–—.,")), "")

    def is_button(self, text: str) -> bool:
        """Tell whether a text is the label of a button or an entry of a menu."""
        return fold(text.strip(" \t\xa0:|-–—.,")) in self._buttons

    @cached_property
    def _buttons(self) -> frozenset[str]:
        return frozenset(map(fold, self.buttons))

    @cached_property
    def revision(self) -> re.Pattern[str]:
        """Match a revision label, and what separates it from the headline.

        Only before a colon may it be in small letters: ``Mise à jour : …``.
        """
        labels = _openings(self.revisions)
        return re.compile(
            rf"\W{{0,2}}(?P<label>{labels}|(?i:{labels})(?=[ ]?:))"
            r"(?!\w)[)\]]?[ ]?(?P<mark>[-–—:/¤+…]+|\.{2,3}|$)"
            rf"|[(\[](?P<bracketed>(?i:{labels}))[)\]][ ]?"
        )

    @cached_property
    def revision_behind(self) -> re.Pattern[str]:
        """Match a revision label at a headline's end: in brackets, numbered or in capitals."""
        labels = _openings(self.revisions)
        sure = (label for label in self.revisions if "{n}" in label or label.isupper())
        numbered = _openings(sure)
        return re.compile(
            rf"\s[(\[](?P<label>(?i:{labels}))[)\]]\s*\Z"
            rf"|(?:,[ ]?|[ ][-–—][ ])(?P<numbered>{numbered})\s*\Z"
        )

    @cached_property
    def change(self) -> re.Pattern[str]:
        """Match the opening of a line that says how a version differs, or of a label."""
        openings = _openings((*self.changes, *self.revisions))
        return re.compile(rf"\W{{0,3}}(?P<label>{openings})(?!\w)", re.IGNORECASE)

    @cached_property
    def note(self) -> re.Pattern[str]:
        """Match the opening of any other line for editors."""
        return re.compile(rf"\W{{0,3}}(?:{_openings(self.notes)})\s*[:–—-]", re.IGNORECASE)

    @cached_property
    def embargoed(self) -> re.Pattern[str]:
        """Match what introduces the end of an embargo."""
        return re.compile(rf"\W{{0,3}}(?:{_openings(self.embargo)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Agencies:
    """All agencies, and what they share."""

    profiles: tuple[AgencyProfile, ...]
    words: Words = field(default_factory=Words)

    def named(self, text: str) -> AgencyProfile | None:
        """Find an agency by any name, code or alias; case, accents and brackets do not matter."""
        return self._by_name.get(fold(text.strip(" \t\n()[]/.,;:-–—©")))

    def of_host(self, host: str) -> AgencyProfile | None:
        """Find the agency whose web site a host belongs to."""
        parts = host.lower().rstrip(".").split(".")
        tails = (".".join(parts[start:]) for start in range(len(parts)))
        return next((self._by_domain[tail] for tail in tails if tail in self._by_domain), None)

    def mentioned(self, text: str) -> list[AgencyProfile]:
        """Return the agencies whose names stand in a short text, in reading order."""
        if self._by_word.keys().isdisjoint(_WORD.findall(_lower(text))):
            return []  # as for nearly every line
        found: dict[str, AgencyProfile] = {}
        for word in _WORD.finditer(text):
            for name, before, profile in self._by_word.get(_lower(word.group()), ()):
                if _stands(name, text, word.start() - before):
                    found.setdefault(profile.name, profile)
        return list(found.values())

    @cached_property
    def _by_name(self) -> dict[str, AgencyProfile]:
        return {fold(name): one for one in reversed(self.profiles) for name in one.names}

    @cached_property
    def _by_domain(self) -> dict[str, AgencyProfile]:
        return {domain: profile for profile in self.profiles for domain in profile.domains}

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[str, int, AgencyProfile]]]:
        """Return the names by their longest word, with the characters before it.

        The first one would be an article in some of them, which stands in every line.
        """
        table: dict[str, list[tuple[str, int, AgencyProfile]]] = {}
        for profile in self.profiles:
            for name in sorted(set(profile.names), key=len, reverse=True):
                bare = name.strip("/")
                word = max(_WORD.finditer(bare), key=lambda each: len(each.group()))
                entry = (bare, word.start(), profile)
                table.setdefault(_lower(word.group()), []).append(entry)
        return table

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """Match the beginning of a closing notice of any agency."""
        openings = {notice for profile in self.profiles for notice in profile.closings}
        openings.update(self.words.closings)
        ordered = sorted(openings, key=len, reverse=True)
        return re.compile(rf"\W{{0,3}}(?:{'|'.join(map(compile_opening, ordered))})", re.IGNORECASE)

    @cached_property
    def ending(self) -> re.Pattern[str]:
        """Match a line that is nothing but an agency's end mark."""
        marks = {mark for profile in self.profiles for mark in profile.endings}
        marks.update(self.words.endings)
        one = f"(?:{'|'.join(map(re.escape, marks))})"
        return re.compile(rf"\s*{one}(?:\s+{one}){{0,3}}[.\s]*\Z")

    @cached_property
    def ending_behind(self) -> re.Pattern[str]:
        """Match an agency's end mark behind the last sentence of a story."""
        marks = {mark for profile in self.profiles for mark in profile.endings}
        return re.compile(rf"(?<=[.!?”»\"])\s(?:{'|'.join(map(re.escape, marks))})[.\s]*\Z")


def _openings(templates: Iterable[str]) -> str:
    ordered = sorted(templates, key=len, reverse=True)
    return "|".join(map(compile_opening, ordered)) or "(?!)"


def _lower(word: str) -> str:
    """Lower a word; a dotted capital I would otherwise become two characters."""
    return word.replace("İ", "i").lower()


def _stands(name: str, text: str, start: int) -> bool:
    """Tell whether a name stands there as a word; initials must be in their own case."""
    end = start + len(name)
    there = text[max(start, 0) : end]
    same = there == name or (len(name) > _INITIALS and there.lower() == name.lower())
    return same and not (
        text[end : end + 1].isalnum() or _WORD.match(text[max(start - 1, 0) : start])
    )
