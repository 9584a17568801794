"""Datelines, date lines and closing notices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.wire.agencies import load
from index.wire.boilerplate import part_closing
from index.wire.dateband import read_date_band
from index.wire.dateline import find_dateline, find_place, plain_city

INLINE = [
    ("Paris, 18 oct 2024 (AFP) - Les députés ont voté.", "AFP", "Paris", "2024-10-18"),
    (
        "Bruxelles, 18 octobre 2024 (Belga) - Le gouvernement propose.",
        "Belga",
        "Bruxelles",
        "2024-10-18",
    ),
    ("LONDON, Oct 18 (Reuters) - The regulator said.", "Reuters", "London", None),
    ("LONDON, March 3, 1987 (Reuters) - The regulator said.", "Reuters", "London", "1987-03-03"),
    ("SANTA FE, N.M., April 13, 2024 (Reuters) - A law.", "Reuters", "Santa Fe", "2024-04-13"),
    ("WASHINGTON (AP) — Senators agreed.", "AP", "Washington", None),
    ("Berlin (dpa) - Der Bundestag berät.", "dpa", "Berlin", None),
    ("Berlin (dpa/bb) - Der Landtag berät.", "dpa", "Berlin", None),
    ("Madrid, 18 oct (EFE).- El Gobierno aprueba.", "EFE", "Madrid", None),
    ("(ANSA) - ROMA, 18 OTT - Il governo approva.", "ANSA", "Roma", None),
    ("BEIJING, Oct. 18 (Xinhua) -- The ministry said.", "Xinhua", "Beijing", None),
    ("MOSCOW, October 18. /TASS/. The Duma adopted.", "TASS", "Moscow", None),
    ("Berne (ATS) - Le Conseil national débat.", "ATS", "Berne", None),
    ("TOKYO, Oct 18, Kyodo - The Diet passed.", "Kyodo", "Tokyo", None),
    ("ANKARA, (DHA)- Komisyon toplandı.", "DHA", "Ankara", None),
    ("İSTANBUL (İHA) - Kurul kararını açıkladı.", "İHA", "İstanbul", None),
    ("Lisboa, 18 out 2024 (Lusa) – O parlamento aprovou.", "Lusa", "Lisboa", "2024-10-18"),
    ("KYIV. Oct 18. Interfax - The committee met.", "Interfax", "Kyiv", None),
    ("Wien (APA) - Der Nationalrat beschloss.", "APA", "Wien", None),
    ("CANBERRA, Oct 18 AAP - A bill was tabled.", "Australian Associated Press", "Canberra", None),
    ("JAKARTA (ANTARA) - The ministry drafts.", "Antara", "Jakarta", None),
    ("ANKARA, 13.04.2024 (AA) - Komisyon toplandı.", "Anadolu Agency", "Ankara", "2024-04-13"),
    ("İSTANBUL, 3 Nisan (AA) - Komisyon toplandı.", "Anadolu Agency", "İstanbul", None),
    ("ANKARA (AA) - 3 Nisan 2024 - Komisyon.", "Anadolu Agency", "Ankara", "2024-04-03"),
    ("Budapest, 2024. március 4., hétfő (MTI) - A ház.", "MTI", "Budapest", "2024-03-04"),
    ("Budapest, március 4. (MTI) - A ház ülésezett.", "MTI", "Budapest", None),
    ("BEOGRAD, 4. mart 2024. (Tanjug) - Skupština.", "Tanjug", "Beograd", "2024-03-04"),
    ("Београд, 4. март 2024. (Танјуг) - Скупштина.", "Tanjug", "Београд", "2024-03-04"),
    ("София, 4 март 2024 г. (БТА) - Парламентът.", "BTA", "София", "2024-03-04"),
    ("Praha, 4. 3. 2024 (ČTK) - Výbor jednal.", "ČTK", "Praha", "2024-03-04"),
    ("4.03.2024 Warszawa (PAP) - Sejm obradował.", "PAP", "Warszawa", "2024-03-04"),
    ("Mumbai, Jan 3, 2025 (PTI): The ministry said.", "PTI", "Mumbai", "2025-01-03"),
    ("Riyadh, 1445 Sha'ban 23, March 04, 2024, SPA -- The body.", "SPA", "Riyadh", "2024-03-04"),
    ("Paris, 18 oct 2024 (AFP/Reuters) - Les députés.", "AFP", "Paris", "2024-10-18"),
]


@pytest.mark.parametrize(("line", "agency", "city", "iso"), INLINE)
def test_the_story_goes_on_behind_it(line: str, agency: str, city: str, iso: str | None) -> None:
    found = find_dateline(line)
    assert found is not None
    assert found.profile is not None
    assert (found.profile.name, found.city) == (agency, city)
    assert found.rest is not None
    assert line.endswith(found.rest)
    assert (found.filed.iso() if found.filed else None) == iso


@pytest.mark.parametrize("sign", "./-")
@pytest.mark.parametrize(
    ("place", "agency", "iso"), [("ANKARA", "AA", "2024-04-03"), ("WASHINGTON", "AP", "2024-03-04")]
)
def test_numbers_are_read_as_the_agency_means_them(
    place: str, agency: str, iso: str, sign: str
) -> None:
    found = find_dateline(f"{place}, 03{sign}04{sign}2024 ({agency}) - The committee met.")
    assert found is not None
    assert found.filed is not None
    assert found.filed.ambiguous is (sign != ".")
    assert found.filed.iso() == ("2024-04-03" if sign == "." else iso)


ALONE = [
    ("AA / Paris / Elif Kaya", "Anadolu Agency", "Paris", ("Elif Kaya",)),
    ("AA - Ankara - Elif Kaya", "Anadolu Agency", "Ankara", ("Elif Kaya",)),
    (
        "AA / Genève / Elif Kaya et Can Demir",
        "Anadolu Agency",
        "Genève",
        ("Elif Kaya", "Can Demir"),
    ),
    ("AA/Tunis/Elif Kaya", "Anadolu Agency", "Tunis", ("Elif Kaya",)),
    ("AA / Dakar", "Anadolu Agency", "Dakar", ()),
    ("ANKARA (AA) - 3 Nisan 2024", "Anadolu Agency", "Ankara", ()),
    ("إسطنبول/ الأناضول", "", "", ()),
]


@pytest.mark.parametrize(("line", "agency", "city", "byline"), ALONE)
def test_a_dateline_of_its_own(line: str, agency: str, city: str, byline: tuple[str, ...]) -> None:
    found = find_dateline(line)
    if not agency:
        assert found is None or found.city
        return
    assert found is not None
    assert found.profile is not None
    assert (found.profile.name, found.city, found.byline) == (agency, city, byline)
    assert found.rest is None


@pytest.mark.parametrize(
    "line",
    [
        "The story was first reported by Reuters on Friday.",
        "AFP and AP reported that the bill had passed in Paris.",
        "AA batteries are exempt from the new rules.",
        "Une dépêche (AFP) citée par le ministre - sans autre détail.",
        "",
    ],
)
def test_a_mention_is_no_dateline(line: str) -> None:
    assert find_dateline(line) is None


def test_a_place_in_capitals() -> None:
    found = find_place("WASHINGTON — The committee met.")
    assert found is not None
    assert (found.city, found.rest, found.profile) == ("Washington", "The committee met.", None)
    assert find_place("The committee — which met — agreed.") is None


@pytest.mark.parametrize(
    ("printed", "city"),
    [("NEW YORK", "New York"), ("Austin, Texas", "Austin"), ("UK", "UK"), ("İZMİR", "İzmir")],
)
def test_cities_in_ordinary_case(printed: str, city: str) -> None:
    assert plain_city(printed) == city


@pytest.mark.parametrize(
    ("line", "filed", "updated", "byline"),
    [
        (
            "Elif Kaya  | 18.10.2024 - Mıse À Jour : 19.10.2024",
            "2024-10-18",
            "2024-10-19",
            ("Elif Kaya",),
        ),
        (
            "Elif Kaya | 18.10.2024 - Update : 18.10.2024",
            "2024-10-18",
            "2024-10-18",
            ("Elif Kaya",),
        ),
        (
            "Elif Kaya   |18.10.2024 - Güncelleme : 19.10.2024",
            "2024-10-18",
            "2024-10-19",
            ("Elif Kaya",),
        ),
        (
            "Elif Kaya | 18.10.2024 - Actualización: 18.10.2024",
            "2024-10-18",
            "2024-10-18",
            ("Elif Kaya",),
        ),
        ("18.10.2024 - تحديث : 19.10.2024", "2024-10-18", "2024-10-19", ()),
        ("Published: 18 October 2024, 15:04 GMT", "2024-10-18T15:04+00:00", None, ()),
        (
            "Publié le 18 octobre 2024 à 15h04, mis à jour le 19 octobre 2024",
            "2024-10-18T15:04",
            "2024-10-19",
            (),
        ),
        ("By Jane Roe | 18 October 2024 | 3 min read", "2024-10-18", None, ("Jane Roe",)),
        ("AFP | 2024-10-18", "2024-10-18", None, ()),
        ("Stand: 18.10.2024, 15.04 Uhr", "2024-10-18T15:04", None, ()),
    ],
)
def test_a_date_line(line: str, filed: str, updated: str | None, byline: tuple[str, ...]) -> None:
    band = read_date_band(line, load().named("AA") if "18.10.2024 - " in line else None)
    assert band is not None
    assert band.filed is not None
    assert band.filed.iso().removesuffix("+03:00") == filed
    assert (band.updated.iso() if band.updated else None) == updated
    assert band.byline == byline


@pytest.mark.parametrize(
    "line",
    [
        "The law of 18 October 2024 obliges platforms to report.",
        "Le texte, adopté le 18 octobre 2024, entre en vigueur en janvier.",
        "Elif Kaya, Ankara",
        "18 octobre 2024 : le jour où la loi a changé pour les hébergeurs",
        "",
    ],
)
def test_prose_is_no_date_line(line: str) -> None:
    assert read_date_band(line) is None


def test_a_closing_notice_is_parted() -> None:
    story = ["First paragraph.", "Last paragraph."]
    notice = "Seulement une partie des dépêches est diffusée sur le site."
    assert part_closing([*story, notice]) == (story, [notice])
    assert part_closing([*story, "© Example 2024", "All rights reserved"]).story == story


@pytest.mark.parametrize(
    "mark", ["Enditem", "Lusa/Fim", "(ANSA).", "jdu/rl/ide", "/ritzau/", "-- BERNAMA"]
)
def test_end_marks_are_parted(mark: str) -> None:
    assert part_closing(["A story of one paragraph.", mark]).notices == [mark]


def test_a_notice_in_the_middle_stays() -> None:
    paragraphs = ["Start.", "© is the sign the bill is about.", *["A long paragraph. " * 20] * 9]
    assert part_closing(paragraphs).notices == []


def test_a_story_is_never_all_notice() -> None:
    assert part_closing(["© 2024"]).story == ["© 2024"]
    assert part_closing([]) == ([], [])


@given(st.text(max_size=300))
def test_any_line_is_read(line: str) -> None:
    for found in (find_dateline(line), find_place(line)):
        assert found is None or found.printed
    read_date_band(line)


@pytest.mark.parametrize(
    "unit", ["AFP ", "Paris, ", "(AFP) ", "A / ", "AA / ", "- ", "18.10.2024 | ", "Oct "]
)
def test_long_lines_take_linear_time(unit: str) -> None:
    line = unit * 20_000
    assert find_dateline(line) is None or len(line) > 0
    assert find_place(line) is None or len(line) > 0
    read_date_band(line)


def test_an_arabic_comma_is_no_part_of_a_city() -> None:
    assert plain_city("باريس،") == "باريس"
