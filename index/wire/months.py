"""Month and weekday names as wires print them; our own data, independent of any OS locale.

Those of further languages come from CLDR, in ``resources/calendar.txt``.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from importlib import resources

_MONTHS = {
    "en": "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august"
    "|sep sept september|oct october|nov november|dec december",
    "fr": "jan janv janvier|fév févr février|mars|avr avril|mai|juin|juil juillet|aoû août"
    "|sep sept septembre|oct octobre|nov novembre|déc décembre",
    "de": "jan jän januar jänner|feb februar feber|mär mrz märz maerz|apr april|mai|jun juni"
    "|jul juli|aug august|sep sept september|okt oktober|nov november|dez dezember",
    "tr": "oca ocak|şub şubat|mar mart|nis nisan|may mayıs|haz haziran|tem temmuz|ağu ağustos"
    "|eyl eylül|eki ekim|kas kasım|ara aralık",
    "es": "ene enero|feb febrero|mar marzo|abr abril|may mayo|jun junio|jul julio|ago agosto"
    "|sep sept set septiembre setiembre|oct octubre|nov noviembre|dic diciembre",
    "it": "gen gennaio|feb febbraio|mar marzo|apr aprile|mag maggio|giu giugno|lug luglio"
    "|ago agosto|set sett settembre|ott ottobre|nov novembre|dic dicembre",
    "pt": "jan janeiro|fev fevereiro|mar março|abr abril|mai maio|jun junho|jul julho|ago agosto"
    "|set setembro|out outubro|nov novembro|dez dezembro",
    "ar": "يناير جانفي كانون_الثاني|فبراير فيفري شباط|مارس آذار اذار|أبريل إبريل ابريل أفريل نيسان"
    "|مايو ماي أيار ايار|يونيو يونيه جوان حزيران|يوليو يوليه جويلية تموز|أغسطس اغسطس أوت آب"
    "|سبتمبر أيلول ايلول|أكتوبر اكتوبر تشرين_الأول|نوفمبر تشرين_الثاني|ديسمبر كانون_الأول",
    "nl": "januari|februari|mrt maart|april|mei|juni|juli|augustus|september|okt oktober|november"
    "|december",
    "sv": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "da": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    " desember",
    "pl": "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października"
    "|listopada|grudnia",
    "ru": "янв января|фев февраля|мар марта|апр апреля|мая|июн июня|июл июля|авг августа"
    "|сен сентября|окт октября|ноя ноября|дек декабря",
    "id": "januari|februari|maret|april|mei|juni|juli|ags agustus|september|oktober|november"
    "|des desember",
}
"""Language -> twelve groups of spellings; ``_`` stands for a blank inside a name."""

_BESIDE_CLDR = {
    "hu": "jan|feb|mar|apr|maj|jun|jul|aug|szep|okt|nov|dec",
    "sr": "januara јануара|februara фебруара|marta марта|aprila априла|maja маја|juna јуна"
    "|jula јула|avgusta августа|septembra септембра|oktobra октобра|novembra новембра"
    "|decembra децембра",
    "sl": "januarja|februarja|marca|aprila|maja|junija|julija|avgusta|septembra|oktobra|novembra"
    "|decembra",
    "lv": "janvārī janvāra|februārī februāra|martā marta|aprīlī aprīļa|maijā maija|jūnijā jūnija"
    "|jūlijā jūlija|augustā augusta|septembrī septembra|oktobrī oktobra|novembrī novembra"
    "|decembrī decembra",
    "hr": "||||||||||studenog|",
    "fa": "||||مه|||||||",
    "hi": "||||मई|||||||",
    "ro": "ian|feb|mar|apr|mai|iun|iul|aug|sep|oct|noi|dec",
}
"""Forms that stand in dates, and are missing there or left out for being short."""

_WEEKDAYS = (
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday "
    "sun sunday lun lundi mar mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche "
    "mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag sonnabend so sonntag "
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar lunes martes mié miércoles jue jueves "
    "vie viernes sáb sábado dom domingo lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "segunda terça quarta quinta sexta feira الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت "
    "الأحد"
)


def plain(word: str) -> str:
    """Fold a name for look-up: no case, no marks, one kind of i."""
    low = word.replace("İ", "i").replace("ı", "i").lower()
    if low.isascii():
        return low
    marked = unicodedata.normalize("NFKD", low)
    return "".join(sign for sign in marked if not unicodedata.combining(sign))


def _months_in(year: str) -> dict[str, int]:
    """Return the names in twelve groups of spellings, folded, with their numbers."""
    groups = enumerate(year.split("|"), 1)
    return {
        plain(name.replace("_", " ")): number for number, names in groups for name in names.split()
    }


def _read_calendar() -> tuple[dict[str, dict[str, int]], frozenset[str]]:
    """Return the months of each further language, and the weekdays of all of them."""
    months: dict[str, dict[str, int]] = {}
    days: set[str] = set()
    text = (resources.files("resources") / "calendar.txt").read_text(encoding="utf-8")
    lines = (line.split(" ", 2) for line in text.splitlines() if not line.startswith("#"))
    for language, kind, names in lines:
        if kind == "months":
            months[language] = _months_in(names) | _months_in(_BESIDE_CLDR.get(language, ""))
        else:
            days.update(map(plain, names.replace("|", " ").split()))
    return months, frozenset(days)


def _agreed(languages: dict[str, dict[str, int]]) -> dict[str, int]:
    """Return the names that mean one month in all languages that have them."""
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for names in languages.values():
        for name, number in names.items():
            numbers[name].add(number)
    return {name: min(several) for name, several in numbers.items() if len(several) == 1}


_CALENDARS, _MORE_WEEKDAYS = _read_calendar()

MONTHS_BEFORE_DAYS = {
    name: number for year in _MONTHS.values() for name, number in _months_in(year).items()
}
"""Folded spelling -> 1 … 12, in the languages that may print a month before its day."""

MONTHS = _agreed(_CALENDARS) | MONTHS_BEFORE_DAYS
"""Folded spelling in any of the languages -> 1 … 12; no spelling names two months."""

MONTHS_BEHIND_ORDINALS = MONTHS | {
    name: number for name, number in _CALENDARS["hr"].items() if name in MONTHS and len(name) > 3
}
"""What they mean behind a day with a full stop, which Croats print and Poles do not: *listopada*
is October there."""

MONTHS_BEHIND_YEARS = _CALENDARS["hu"] | _CALENDARS["lt"] | _CALENDARS["lv"]
"""In the languages that print the year first, the month and then the day."""

WEEKDAYS = frozenset(plain(name) for name in _WEEKDAYS.split()) | _MORE_WEEKDAYS
"""Folded spellings in any of the languages."""
