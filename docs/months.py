"""Write the names of months and weekdays that CLDR has to the list that dates are read with.

Run it after ``babel`` brings a newer CLDR or a language is added; a test tells when it was
forgotten. Babel is needed here only: loading its locales takes longer than reading many texts.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Iterable

TARGET = Path(__file__).resolve().parent.parent / "resources" / "calendar.txt"
LOCALES = (
    "be bg bs bs_Cyrl cs da el et fa fi hi hr hu id lt lv mk ms nb nl pl ro ru sk sl sq sr sr_Latn "  # noqa: SIM905
    "sv uk".split()
)
"""Languages of agencies whose names ``index/wire/months.py`` does not list in full itself."""
HEADER = """\
# Names of months (twelve groups) and weekdays (seven, from Monday), written by docs/months.py.
# From the Unicode Common Locale Data Repository. Copyright © 2004-2025 Unicode, Inc., under the
# Unicode License V3: https://www.unicode.org/license.txt
"""
_SHORTEST = 3
_SHORTEST_LATIN = 4
"""Shorter abbreviations are words of other languages: ``pro``, ``led``, ``kol``."""
_WEEK = range(7)


def written() -> str:
    """Return the list: ``language months | ...`` and ``language weekdays | ...``."""
    return HEADER + "".join(f"{line}\n" for tag in LOCALES for line in _lines(tag))


def _lines(tag: str) -> tuple[str, str]:
    locale = Locale.parse(tag)
    months = (_spellings(locale.months, number) for number in range(1, 13))
    days = (_spellings(locale.days, number, ("wide",)) for number in _WEEK)
    return f"{tag} months {'|'.join(months)}", f"{tag} weekdays {'|'.join(days)}"


def _spellings(names: object, number: int, widths: Iterable[str] = ("wide", "abbreviated")) -> str:
    """Return the single words for a month or a weekday, in and outside dates, in full first."""
    found = {
        str(names[use][width][number]).strip("."): width  # type: ignore[index]  # Babel's tables
        for width in reversed(tuple(widths))
        for use in ("stand-alone", "format")
    }
    return " ".join(name for name in reversed(found) if _is_kept(name, found[name] == "wide"))


def _is_kept(name: str, in_full: bool) -> bool:
    shortest = _SHORTEST if in_full or not name.isascii() else _SHORTEST_LATIN
    return len(name) >= shortest and all(map(_is_letter, name))


def _is_letter(sign: str) -> bool:
    """Tell letters, and the vowel signs of Indian scripts, from blanks and marks."""
    return sign.isalpha() or unicodedata.category(sign).startswith("M")


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
