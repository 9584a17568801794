"""What the archive knows of each news agency, read from ``resources/agencies.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, ClassVar

from index.errors import ArchiveError
from index.folding import fold
from index.wire import zones
from index.wire.styles import Style, any_of, compile_opening, compile_style

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo
    from pathlib import Path

_SOURCE = "agencies.toml"
_DATELINE_PARTS = ("agency", "city", "date", "time", "byline", "word")


class MalformedAgencies(ArchiveError):
    """The table of agencies cannot be used (fields: file, table, key, detail)."""

    template: ClassVar[str] = "{file}: [{table}] “{key}” {detail}"
    remedy: ClassVar[str] = "Correct this line of the file, or put back the file as delivered."


@dataclass(frozen=True)
class AgencyProfile:
    """One agency."""

    name: str
    code: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    zone: str = ""
    """IANA name of the zone of clocks that state none."""
    day_first: bool = True
    datelines: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by, with its code."""
        return (self.name, self.code, *self.aliases)

    @cached_property
    def rules(self) -> tzinfo | None:
        """The zone, ready to be used."""
        return zones.place(self.zone)

    @cached_property
    def styles(self) -> tuple[Style, ...]:
        """The dateline templates, compiled when first needed."""
        return tuple(compile_style(template, self.names) for template in self.datelines)


@dataclass(frozen=True)
class Words:
    """Labels that all agencies share."""

    updated: tuple[str, ...] = ()
    filed: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    revisions: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()

    @cached_property
    def revision(self) -> re.Pattern[str]:
        """Match a revision label, and what separates it from the headline."""
        labels = "|".join(
            compile_opening(label) for label in sorted(self.revisions, key=len, reverse=True)
        )
        return re.compile(rf"\W{{0,2}}(?P<label>{labels})(?!\w)\)?[ ]?(?P<mark>[-–—:/]+|$)")


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
        found = (self.named(match.group()) for match in self._any_name.finditer(text))
        return list(dict.fromkeys(profile for profile in found if profile))

    @cached_property
    def _by_name(self) -> dict[str, AgencyProfile]:
        return {fold(name): one for one in reversed(self.profiles) for name in one.names}

    @cached_property
    def _by_domain(self) -> dict[str, AgencyProfile]:
        return {domain: profile for profile in self.profiles for domain in profile.domains}

    @cached_property
    def _any_name(self) -> re.Pattern[str]:
        names = any_of(name for profile in self.profiles for name in profile.names)
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)")

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
        return re.compile(rf"\s*(?:{'|'.join(map(re.escape, marks))})[.\s]*\Z")


@lru_cache(maxsize=4)
def load(path: Path | None = None) -> Agencies:
    """Read the agencies that ship with the program, or those of an edited file.

    Raises:
        MalformedAgencies: names the table and the key that cannot be used.
    """
    try:
        text = (path or resources.files("resources") / _SOURCE).read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise MalformedAgencies(file=_SOURCE, table="", key="", detail=f"({cause})") from cause
    return _read(tables)


def _read(tables: dict[str, object]) -> Agencies:
    for table in tables.keys() - {"words", "agency"}:
        raise _wrong(table, "", "is not a known table")
    entries = _Table("agency", tables.get("agency", {}))
    profiles = tuple(_profile(key, entries.values[key]) for key in entries.values)
    return Agencies(profiles, _words(_Table("words", tables.get("words", {}))))


def _profile(key: str, values: object) -> AgencyProfile:
    table = _Table(f"agency.{key}", values)
    table.only("name code aliases domains languages zone day_first datelines closings endings")
    profile = AgencyProfile(
        name=table.text("name"),
        code=table.text("code"),
        aliases=table.texts("aliases"),
        domains=table.texts("domains"),
        languages=table.texts("languages"),
        zone=table.text("zone"),
        day_first=table.flag("day_first"),
        datelines=table.texts("datelines"),
        closings=table.texts("closings"),
        endings=table.texts("endings"),
    )
    if profile.zone and profile.rules is None:
        raise _wrong(table.name, "zone", f"names no known zone: {profile.zone}")
    table.templates("datelines", profile.datelines, _DATELINE_PARTS)
    table.templates("closings", profile.closings, ("n",))
    return profile


def _words(table: _Table) -> Words:
    table.only("updated filed byline revisions closings")
    words = Words(**{key: table.texts(key) for key in table.values})
    table.templates("revisions", words.revisions, ("n",))
    table.templates("closings", words.closings, ("n",))
    return words


class _Table:
    """One table of the file, read with care."""

    def __init__(self, name: str, values: object) -> None:
        if not isinstance(values, dict):
            raise _wrong(name, "", "must be a table")
        self.name = name
        self.values: dict[str, object] = values

    def only(self, keys: str) -> None:
        for key in self.values.keys() - set(keys.split()):
            raise _wrong(self.name, key, "is not a known key")

    def text(self, key: str) -> str:
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise _wrong(self.name, key, "must be a text that is not empty")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise _wrong(self.name, key, "must be a list of texts")
        return tuple(value)

    def flag(self, key: str) -> bool:
        value = self.values.get(key, True)
        if not isinstance(value, bool):
            raise _wrong(self.name, key, "must be true or false")
        return value

    def templates(self, key: str, templates: Iterable[str], parts: Iterable[str]) -> None:
        for template in templates:
            unknown = set(re.findall(r"\{([^}]*)\}", template)) - set(parts)
            if unknown or template.count("{") != template.count("}"):
                raise _wrong(self.name, key, f"has an unknown part in “{template}”")


def _wrong(table: str, key: str, detail: str) -> MalformedAgencies:
    return MalformedAgencies(file=_SOURCE, table=table, key=key, detail=detail)
