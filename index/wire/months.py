"""Month and weekday names as wires print them; our own data, independent of any OS locale."""

from __future__ import annotations

import unicodedata

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
    "id": "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember",
}
"""Language -> twelve groups of spellings; ``_`` stands for a blank inside a name."""

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


def _numbers() -> dict[str, int]:
    table: dict[str, int] = {}
    for year in _MONTHS.values():
        for number, names in enumerate(year.split("|"), 1):
            for name in names.split():
                table[plain(name.replace("_", " "))] = number
    return table


MONTHS = _numbers()
"""Folded spelling in any of the languages -> 1 … 12; no spelling names two months."""

WEEKDAYS = frozenset(plain(name) for name in _WEEKDAYS.split())
"""Folded spellings in any of the languages."""
