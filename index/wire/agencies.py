"""What the archive knows of each news agency, read from ``resources/agencies.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from index.wire.profiles import Agencies, AgencyProfile, Words
from index.wire.toml_table import SOURCE, MalformedAgencies, Table, wrong

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Agencies", "AgencyProfile", "MalformedAgencies", "Words", "load"]

_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)*(?: (?:[a-z][a-z0-9]*)?(?:\.[\w-]+)*)*\Z")
_DATELINE_PARTS = ("agency", "city", "date", "time", "byline", "writer", "word", "hijri")
_LABELLED = ("headline", "standfirst", "byline", "agency", "city", "section", "keywords", "slug")


@lru_cache(maxsize=4)
def load(path: Path | None = None) -> Agencies:
    """Read the agencies that ship with the program, or those of an edited file.

    Raises:
        MalformedAgencies: names the table and the key that cannot be used.
    """
    try:
        text = (path or resources.files("resources") / SOURCE).read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise MalformedAgencies(file=SOURCE, table="", key="", detail=f"({cause})") from cause
    return _read(tables)


def _read(tables: dict[str, object]) -> Agencies:
    for table in tables.keys() - {"words", "agency"}:
        raise wrong(table, "", "is not a known table")
    words = _words(Table("words", tables.get("words", {})))
    entries = Table("agency", tables.get("agency", {}))
    profiles = (_profile(key, entries.values[key], words.wires) for key in entries.values)
    return Agencies(tuple(profiles), words)


def _profile(key: str, values: object, wires: tuple[str, ...]) -> AgencyProfile:
    table = Table(f"agency.{key}", values)
    table.only("name code aliases domains languages zone day_first datelines closings endings page")
    profile = AgencyProfile(
        name=table.text("name"),
        code=table.text("code"),
        aliases=table.texts("aliases"),
        domains=table.texts("domains"),
        languages=table.texts("languages"),
        zone_name=table.text("zone"),
        day_first=table.flag("day_first"),
        datelines=(*table.texts("datelines"), *wires),
        closings=table.texts("closings"),
        endings=table.texts("endings"),
        page=_page(Table(f"agency.{key}.page", table.values.get("page", {}))),
    )
    if profile.zone is None:
        raise wrong(table.name, "zone", f"names no known zone: {profile.zone_name}")
    table.templates("datelines", profile.datelines, _DATELINE_PARTS)
    table.templates("closings", profile.closings, ("n",))
    return profile


def _page(table: Table) -> dict[str, tuple[str, ...]]:
    table.only("headline standfirst dates city section body boilerplate")
    selectors = {key: table.texts(key) for key in table.values}
    for key, several in selectors.items():
        for selector in several:
            if not _SELECTOR.match(selector):
                raise wrong(table.name, key, f"has a selector that cannot be read: “{selector}”")
    return selectors


def _words(table: Table) -> Words:
    lists = (
        "updated filed byline sections revisions changes notes embargo closings endings datelines "
        "comments asides furniture offers wires writers credits contributions buttons"
    )
    table.only(f"{lists} labels")
    labels = Table("words.labels", table.values.get("labels", {}))
    labels.only(" ".join(_LABELLED))
    words = Words(
        **{key: table.texts(key) for key in lists.split()},
        labels=tuple((label, name) for name in labels.values for label in labels.texts(name)),
    )
    table.templates("datelines", words.datelines, ("place", "date"))
    table.templates("wires", words.wires, _DATELINE_PARTS)
    table.templates("revisions", words.revisions, ("n",))
    for key, openings in (("writers", words.writers), ("credits", words.credits)):
        table.templates(key, openings, ())
    table.templates("closings", words.closings, ("n",))
    return words
