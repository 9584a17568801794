"""Dates: found in many languages, never in garbage."""

from __future__ import annotations

from datetime import date, timedelta, timezone
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs.months import written
from index.dispatch import Precision, Zone
from index.wire.dates import find_dates, read_date, read_iso
from index.wire.zones import place

DAY = "2024-10-18"

WRITTEN = {
    "en": [
        "18 October 2024",
        "October 18, 2024",
        "Oct. 18 2024",
        "18th of October, 2024",
        "Oct 18, 2024",
    ],
    "fr": ["18 octobre 2024", "vendredi 18 octobre 2024", "18 oct. 2024", "le 18 oct 2024"],
    "tr": ["18 Ekim 2024", "18 EKİM 2024"],
    "de": ["18. Oktober 2024", "Freitag, 18. Okt. 2024", "18.10.2024", "18.10.24"],
    "es": ["18 de octubre de 2024", "viernes, 18 de octubre de 2024", "18 oct 2024"],
    "it": ["18 ottobre 2024", "venerdì 18 ottobre 2024", "18 ott 2024"],
    "pt": ["18 de outubro de 2024", "sexta-feira, 18 de outubro de 2024", "18 out 2024"],
    "ar": [
        "18 أكتوبر 2024",
        "١٨ أكتوبر ٢٠٢٤",
        "١٨/١٠/٢٠٢٤",
        "18 تشرين الأول 2024",
        "18 أكتوبر/تشرين الأول 2024",
    ],
    "nl": ["18 oktober 2024", "18 okt 2024"],
    "pl": ["18 października 2024"],
    "ru": ["18 октября 2024 г.", "18 октября 2024г.", "18 ОКТЯБРЯ 2024"],
    "sv": ["18 oktober 2024"],
    "id": ["18 Oktober 2024", "Jumat, 18 Oktober 2024"],
    "sr": ["18. oktobar 2024.", "18. oktobra 2024", "18. октобар 2024.", "petak, 18. oktobar 2024"],
    "hr": ["18. listopada 2024."],
    "bs": ["18. oktobar 2024."],
    "mk": ["18 октомври 2024"],
    "bg": ["18 октомври 2024 г.", "петък, 18 октомври 2024 г."],
    "sl": ["18. oktober 2024", "18. oktobra 2024", "18. 10. 2024"],
    "hu": ["2024. október 18.", "2024. október 18., péntek", "2024. okt. 18.", "2024. 10. 18."],
    "ro": ["18 octombrie 2024", "vineri, 18 octombrie 2024"],
    "el": ["18 Οκτωβρίου 2024", "18 ΟΚΤΩΒΡΙΟΥ 2024", "Παρασκευή, 18 Οκτωβρίου 2024"],
    "sq": ["18 tetor 2024"],
    "fi": ["18. lokakuuta 2024", "perjantaina 18. lokakuuta 2024"],
    "et": ["18. oktoober 2024"],
    "lt": ["2024 m. spalio 18 d."],
    "lv": ["18. oktobris 2024", "18. oktobrī 2024", "2024. gada 18. oktobrī"],
    "hi": ["18 अक्टूबर 2024", "१८ अक्टूबर २०२४"],
    "fa": ["18 اکتبر 2024", "۱۸ اکتبر ۲۰۲۴"],
    "cs": ["18. října 2024", "18. 10. 2024"],
    "sk": ["18. októbra 2024"],
    "uk": ["18 жовтня 2024 року"],
    "ms": ["18 Oktober 2024"],
    "machine": [
        "2024-10-18",
        "2024/10/18",
        "18-OCT-2024",
        "18/10/2024",
        "10/18/2024",
        "2024年10月18日",
        "2024년 10월 18일",
    ],
}


@pytest.mark.parametrize("text", [text for texts in WRITTEN.values() for text in texts])
def test_the_same_day_in_every_spelling(text: str) -> None:
    stamp = read_date(text)
    assert stamp is not None
    assert (stamp.iso(), stamp.zone) == (DAY, Zone.UNKNOWN)


MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar, Levant": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "ar, Maghreb": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "sr": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
}


@pytest.mark.parametrize("language", MONTHS)
def test_all_twelve_months(language: str) -> None:
    months = [month.replace("_", " ") for month in MONTHS[language].split()]
    stamps = [read_date(f"7 {month} 2023") for month in months]
    assert [stamp.value.month for stamp in stamps if stamp] == list(range(1, 13))


def test_croatian_months_are_told_from_the_polish_ones_of_the_same_name() -> None:
    months = "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca"
    stamps = [read_date(f"7. {month} 2023.") for month in months.split()]
    assert [stamp.value.month for stamp in stamps if stamp] == list(range(1, 13))
    polish = read_date("7 listopada 2023")
    assert polish is not None
    assert polish.iso() == "2023-11-07"


def test_the_list_of_names_is_that_of_cldr() -> None:
    text = (resources.files("resources") / "calendar.txt").read_text(encoding="utf-8")
    assert text == written(), "run python -m docs.months"


@pytest.mark.parametrize("month", ["EKİM", "MAYIS", "ŞUBAT", "AĞUSTOS", "ARALIK"])
def test_turkish_capitals(month: str) -> None:
    assert read_date(f"1 {month} 2024") is not None


@pytest.mark.parametrize(
    "garbage",
    ["5", "10", "99", "may", "mars", "Sunday", "1.5", "12:30", "10h30", "Page 3 of 12", "Version 2.7.5",
     "March 5 people died 12", "1729263845", "18102024", "2024-02-30", "31/04/2024", "10.11.12.13",
     "", "   ", "le 12 mars 50 personnes", "01 45 67 89 10", "3-1", "1/2", "ISBN 978-2-07-036822-8",
     "iPhone 11 Pro 2024", "LED 3, 2024", "In 2024. March 4 became", "2024. 3 people", "Marta 4, 2024",
     "Article 12.3.2024b", "2.7.2024.1", "00/00/2024", "13/13/2024", "x" * 500,
     "01/01/0001", "1 January 0001", "0001-01-01", "1 March 2999", "Directive 2011/93/EU", "Section 230",
     "Case T-18/10/24", "CVE-2024-10-18", "loi n° 2024-449", "5651 sayılı Kanun", "COM/2022/209/11",
     "A/HRC/12/10/24", "+33 1 45 67 89 10", "31 février 2024", "2023-2024", "won 6-4, 3-6, 7-5"],
)  # fmt: skip
def test_garbage_is_never_a_date(garbage: str) -> None:
    assert find_dates(garbage) == []
    assert read_date(garbage) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Le 18 octobre 2024, 35 h de débats ont eu lieu.",
        "On 18 October 2024, 12.5 million people voted.",
        "Il 18 ottobre 2024 alle Camere è stato votato il testo.",
    ],
)
def test_what_follows_a_day_need_not_be_a_clock(sentence: str) -> None:
    (found,) = find_dates(sentence)
    assert (found.stamp.iso(), found.stamp.precision) == (DAY, Precision.DAY)


def test_filed_and_updated_on_one_line() -> None:
    line = "Elif Kaya  | 18.10.2024 - Mıse À Jour : 19.10.2024"
    found = find_dates(line)
    assert [line[slice(*one.span)] for one in found] == ["18.10.2024", "19.10.2024"]
    assert [one.stamp.iso() for one in found] == ["2024-10-18", "2024-10-19"]


@pytest.mark.parametrize(
    ("text", "iso", "zone"),
    [
        ("18 October 2024 15:04 GMT", "2024-10-18T15:04+00:00", Zone.STATED),
        ("Oct 18, 2024 3:04 PM EDT", "2024-10-18T15:04-04:00", Zone.STATED),
        ("Fri, 18 Oct 2024 15:04:05 +0200", "2024-10-18T15:04:05+02:00", Zone.STATED),
        ("2024-10-18T15:04:05Z", "2024-10-18T15:04:05+00:00", Zone.STATED),
        ("18. Oktober 2024 um 15.04 Uhr", "2024-10-18T15:04", Zone.UNKNOWN),
        ("18/10/2024 15h04", "2024-10-18T15:04", Zone.UNKNOWN),
        ("3:04 pm EST, Friday, January 5, 2024", "2024-01-05T15:04-05:00", Zone.STATED),
        ("Fri Oct 18 15:04:05 UTC 2024", "2024-10-18T15:04:05+00:00", Zone.STATED),
        ("18.10.2024 15:04 (UTC+3)", "2024-10-18T15:04+03:00", Zone.STATED),
        ("18 oct 2024, 15:04 CEST", "2024-10-18T15:04+02:00", Zone.STATED),
        ("July 4, 2024 9 a.m. ET", "2024-07-04T09:00-04:00", Zone.STATED),
        ("January 4, 2024 9 a.m. ET", "2024-01-04T09:00-05:00", Zone.STATED),
        ("18 octobre 2024 à 14 h 30", "2024-10-18T14:30", Zone.UNKNOWN),
        ("18 octobre 2024 à 14 h 05 min", "2024-10-18T14:05", Zone.UNKNOWN),
        ("18 octobre 2024 à 9h", "2024-10-18T09:00", Zone.UNKNOWN),
        ("18 octobre 2024, 14 h 30 HE", "2024-10-18T14:30-04:00", Zone.STATED),
        ("18 de outubro de 2024 às 14h", "2024-10-18T14:00", Zone.UNKNOWN),
        ("18 ottobre 2024 alle ore 14:30", "2024-10-18T14:30", Zone.UNKNOWN),
        ("18 oktober 2024 om 14.30 uur", "2024-10-18T14:30", Zone.UNKNOWN),
        ("18 октября 2024 г. в 14:30", "2024-10-18T14:30", Zone.UNKNOWN),
        ("18.10.2024. u 14:30", "2024-10-18T14:30", Zone.UNKNOWN),
        ("18.10.2024 klo 14:30", "2024-10-18T14:30", Zone.UNKNOWN),
        ("18.10.2024, godz. 14:30", "2024-10-18T14:30", Zone.UNKNOWN),
        ("2024年10月18日14:30", "2024-10-18T14:30", Zone.UNKNOWN),
        ("2024年10月18日(金) 14時30分", "2024-10-18T14:30", Zone.UNKNOWN),
        ("2024.10.18. 오후 2:30", "2024-10-18T14:30", Zone.UNKNOWN),
    ],
)
def test_clocks_and_zones(text: str, iso: str, zone: Zone) -> None:
    stamp = find_dates(text)[0].stamp
    assert (stamp.iso(), stamp.zone) == (iso, zone)


def test_an_assumed_zone_is_marked_as_such() -> None:
    stamp = find_dates("18.10.2024 15:04", zone=place("Europe/Istanbul"))[0].stamp
    assert stamp.zone is Zone.ASSUMED
    assert stamp.value.tzinfo == timezone(timedelta(hours=3))


def test_a_day_without_a_clock_has_no_zone() -> None:
    stamp = read_date("18.10.2024", zone=place("Europe/Istanbul"))
    assert stamp is not None
    assert (stamp.precision, stamp.zone) == (Precision.DAY, Zone.UNKNOWN)


@pytest.mark.parametrize(("day_first", "iso"), [(True, "2024-04-03"), (False, "2024-03-04")])
def test_the_profile_decides_and_the_doubt_is_flagged(day_first: bool, iso: str) -> None:
    stamp = read_date("03/04/2024", day_first=day_first)
    assert stamp is not None
    assert (stamp.iso(), stamp.ambiguous) == (iso, True)


@pytest.mark.parametrize(
    "sure", ["13/04/2024", "04/13/2024", "04/04/2024", "03.04.2024", "2024-04-03"]
)
def test_no_doubt_where_there_is_none(sure: str) -> None:
    stamp = read_date(sure, day_first=False)
    assert stamp is not None
    assert not stamp.ambiguous


def test_a_date_in_a_sentence_is_found_but_the_sentence_is_no_date() -> None:
    sentence = "The bill was tabled on 18 October 2024 in the upper house."
    assert [one.stamp.iso() for one in find_dates(sentence)] == [DAY]
    assert read_date(sentence) is None


def test_a_month_alone_has_month_precision() -> None:
    stamp = read_date("octobre 2024")
    assert stamp is not None
    assert (stamp.iso(), stamp.precision) == ("2024-10", Precision.MONTH)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024", "2024"),
        ("2024-10", "2024-10"),
        ("20241018", DAY),
        ("20241018T150405Z", "2024-10-18T15:04:05+00:00"),
        ("20241018T150405+0200", "2024-10-18T15:04:05+02:00"),
        ("2024-10-18 15:04", "2024-10-18T15:04"),
        ("2024-10-18T15:04:05.123456789+01:00", "2024-10-18T15:04:05+01:00"),
    ],
)
def test_machine_dates(text: str, iso: str) -> None:
    stamp = read_iso(text)
    assert stamp is not None
    assert stamp.iso() == iso


@pytest.mark.parametrize(
    "text", ["", "5", "20249999", "2024-13-01", "2024-10-18T25:00", "0012", "18.10.2024"]
)
def test_what_is_no_machine_date(text: str) -> None:
    assert read_iso(text) is None


@given(st.text(max_size=200))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for found in find_dates(text):
        start, end = found.span
        assert 0 <= start < end <= len(text)
        assert 1800 <= found.stamp.value.year <= 2100


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 1, 1)))
def test_every_day_survives_printing_and_reading(day: date) -> None:
    for text in (
        f"{day:%d.%m.%Y}",
        day.isoformat(),
        f"{day:%d %B %Y}",
        f"{day:%B} {day.day}, {day:%Y}",
    ):
        stamp = read_date(text)
        assert stamp is not None
        assert stamp.day == day


@pytest.mark.parametrize(
    "unit", ["1", "1.", "1 a ", "12 ", "mai 5 ", "12:", " ", "a", "Oct 18 1", "1/1/"]
)
def test_long_lines_take_linear_time(unit: str) -> None:
    find_dates(unit * 20_000)
