"""Short texts of the window that depend on the locale: numbers, days, months, languages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from desktop.reading_direction import isolated
from index import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index import Match, Timestamp

DOT = " · "
OWN_NAMES = {
    "ar": "العربية", "az": "Azərbaycanca", "bg": "Български", "bs": "Bosanski", "ca": "Català",
    "cs": "Čeština", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά", "en": "English",
    "es": "Español", "et": "Eesti", "fa": "فارسی", "fi": "Suomi", "fr": "Français",
    "he": "עברית", "hi": "हिन्दी", "hr": "Hrvatski", "hu": "Magyar", "id": "Indonesia",
    "it": "Italiano", "ja": "日本語", "ko": "한국어", "ku": "Kurdî", "lt": "Lietuvių",
    "lv": "Latviešu", "nl": "Nederlands", "no": "Norsk", "pl": "Polski", "pt": "Português",
    "ro": "Română", "ru": "Русский", "sk": "Slovenčina", "sl": "Slovenščina", "sq": "Shqip",
    "sr": "Српски", "sv": "Svenska", "tr": "Türkçe", "uk": "Українська", "vi": "Tiếng Việt",
    "zh": "中文",
}  # fmt: skip
"""Languages by ISO 639-1 code, each in its own words. Qt's names carry a country as well."""


def number(count: int) -> str:
    """Return a count with the locale's separators."""
    return QLocale().toString(count)


def day(value: date) -> str:
    """Return ``18 Oct 2024`` in the locale's words."""
    return QLocale().toString(_qt(value), "d MMM yyyy")


def month(value: date) -> str:
    """Return ``Oct 2024``."""
    return QLocale().toString(_qt(value), "MMM yyyy")


def span(first: date, last: date) -> str:
    """Return two days as one text; whole months and years are told as such."""
    begins_month, ends_month = first.day == 1, (last + timedelta(1)).day == 1
    if begins_month and ends_month and first.month == 1 and last.month == 12:
        one, other = str(first.year), str(last.year)
    elif begins_month and ends_month:
        one, other = month(first), month(last)
    else:
        one, other = day(first), day(last)
    return one if one == other else f"{one} – {other}"


def short_stamp(stamp: Timestamp) -> str:
    """Return the day of a timestamp, no finer than its source states it."""
    match stamp.precision:
        case Precision.YEAR:
            return str(stamp.day.year)
        case Precision.MONTH:
            return month(stamp.day)
        case _:
            return day(stamp.day)


def language_name(code: str) -> str:
    """Return a language's own name, as people who read it look for it; else its code."""
    return OWN_NAMES.get(code, code)


def meta_line(found: Match) -> str:
    """Return ``agency · city · day`` as far as they are known."""
    filed = short_stamp(found.filed) if found.filed else ""
    return in_a_row((found.agency, found.city, filed))


def in_a_row(parts: Iterable[str], dot: str = DOT) -> str:
    """Return the parts that are not empty, beside one another."""
    return dot.join(isolated(part) for part in parts if part)


def first_day(value: str) -> date:
    """Return the first day of a month facet value such as ``2024-10``."""
    return date.fromisoformat(f"{value}-01")


def _qt(value: date) -> QDate:
    return QDate(value.year, value.month, value.day)
