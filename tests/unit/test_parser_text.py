"""Plain-text dispatches of every layout."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import EmptyInput, InputRefused, NoTextFound, NotText
from index.parsers import Source
from index.parsers.plain_text.text import TextParser
from index.parsers.registry import choose

if TYPE_CHECKING:
    from index.dispatch import Dispatch


def read(text: str | bytes) -> Dispatch:
    raw = text if isinstance(text, bytes) else text.encode()
    (dispatch,) = TextParser().parse(Source(raw, "dispatch.txt"))
    return dispatch


AGENCY_PAGE = """Politique, Monde

Protection des mineurs : le régulateur exige des plateformes une vérification de l’âge

- Le texte, attendu de longue date, fixe un calendrier de mise en œuvre en trois étapes

Elif Kaya  | 18.10.2024 - Mıse À Jour : 19.10.2024
Protection des mineurs : le régulateur exige des plateformes une vérification de l’âge

Ile-de-France

AA / Paris / Elif Kaya

Le régulateur a publié vendredi le référentiel que les plateformes devront suivre. Il impose une vérification de l’âge par un tiers indépendant.

Les associations saluent « une étape importante », mais demandent des moyens de contrôle.

Le texte entrera en vigueur en janvier, selon le ministère.


Seulement une partie des dépêches, que l'Agence Anadolu diffuse à ses abonnés, est diffusée sur le site. Contactez-nous.
"""


def test_every_field_of_an_agency_page() -> None:
    found = read(AGENCY_PAGE)
    headline = (
        "Protection des mineurs : le régulateur exige des plateformes une vérification de l’âge"
    )
    assert found.headline == headline
    assert headline not in found.body
    assert found.standfirst == (
        "Le texte, attendu de longue date, fixe un calendrier de mise en œuvre en trois étapes"
    )
    assert found.byline == ("Elif Kaya",)
    assert found.agency == "Anadolu Agency"
    assert found.dateline == "AA / Paris / Elif Kaya"
    assert found.city == "Paris"
    assert found.section == ("Politique", "Monde")
    assert found.language == "fr"
    assert found.filed is not None
    assert found.updated is not None
    assert (found.filed.iso(), found.updated.iso()) == ("2024-10-18", "2024-10-19")
    assert found.body.startswith("Le régulateur a publié vendredi")
    assert found.body.endswith("selon le ministère.")
    assert found.body.count("\n\n") == 2
    assert found.boilerplate.startswith("Seulement une partie des dépêches")
    assert found.warnings == ()


def test_every_recognised_field_says_where_it_came_from() -> None:
    origins = read(AGENCY_PAGE).origins
    named = {"headline", "standfirst", "byline", "agency", "dateline", "city", "section", "filed"}
    assert named | {"updated", "boilerplate"} <= origins.keys()
    assert origins["city"] == "dateline {agency} / {city} / {byline}"


PAGES = {
    "en": (
        "World, Europe\n\nRegulator asks platforms for age checks\n\n"
        "Guidance sets out three steps for services open to minors\n\n"
        "Elif Kaya  |18.10.2024 - Update : 19.10.2024\n\nRegulator asks platforms for age checks\n\n"
        "LONDON\n\nThe regulator has published the guidance that the platforms are to follow.\n\n"
        "Anadolu Agency website contains only a portion of the news stories offered.\n"
    ),
    "tr": (
        "Gündem, Dünya\n\nDüzenleyici kurum yaş doğrulaması istedi\n\n"
        "Kılavuz üç aşamalı bir takvim içeriyor\n\nElif Kaya   |18.10.2024 - Güncelleme : 19.10.2024\n\n"
        "Düzenleyici kurum yaş doğrulaması istedi\n\nAA / Ankara / Elif Kaya\n\n"
        "Kurum, platformların uyması gereken kılavuzu cuma günü yayımladı ve bir takvim verdi.\n\n"
        "Anadolu Ajansı web sitesinde, AA Haber Akış Sistemi (HAS) üzerinden abonelere sunulan\n"
    ),
    "es": (
        "Mundo\n\nEl regulador exige verificar la edad en las plataformas\n\n"
        "Elif Kaya | 18.10.2024 - Actualización : 19.10.2024\n\n"
        "El regulador exige verificar la edad en las plataformas\n\nAA - Madrid - Elif Kaya\n\n"
        "El regulador publicó el viernes la guía que las plataformas deben seguir en sus servicios.\n"
    ),
    "ar": (
        "دولي\n\nالهيئة التنظيمية تطلب التحقق من العمر\n\n18.10.2024 - تحديث : 19.10.2024\n\n"
        "الهيئة التنظيمية تطلب التحقق من العمر\n\n"
        "نشرت الهيئة يوم الجمعة الدليل الذي يتعين على المنصات اتباعه في خدماتها.\n"
    ),
}
CITIES = {"en": "London", "tr": "Ankara", "es": "Madrid", "ar": ""}


@pytest.mark.parametrize("language", PAGES)
def test_the_same_layout_in_other_languages(language: str) -> None:
    found = read(PAGES[language])
    assert found.language == language
    assert found.filed is not None
    assert found.updated is not None
    assert (found.filed.iso(), found.updated.iso()) == ("2024-10-18", "2024-10-19")
    assert found.headline
    assert found.headline not in found.body
    assert found.city == CITIES[language]
    assert "18.10.2024" not in found.body


WIRES = [
    ("Paris, 18 oct 2024 (AFP) - Les députés ont adopté le texte.", "AFP", "Paris", "2024-10-18"),
    ("LONDON, Oct 18, 2024 (Reuters) - The regulator published its guidance.", "Reuters", "London", "2024-10-18"),
    ("WASHINGTON (AP) — Senators agreed on a draft.", "AP", "Washington", ""),
    ("Berlin (dpa) - Der Bundestag hat das Gesetz beraten.", "dpa", "Berlin", ""),
    ("Madrid, 18 oct 2024 (EFE).- El Gobierno aprobó la ley.", "EFE", "Madrid", "2024-10-18"),
    ("(ANSA) - ROMA, 18 OTT - Il governo ha approvato la legge.", "ANSA", "Roma", ""),
    ("BEIJING, Oct. 18, 2024 (Xinhua) -- The ministry issued rules.", "Xinhua", "Beijing", "2024-10-18"),
    ("MOSCOW, October 18. /TASS/. The Duma adopted the bill.", "TASS", "Moscow", ""),
    ("Bruxelles (Belga) - La Chambre a voté la loi.", "Belga", "Bruxelles", ""),
    ("Berne (ATS) - Le Conseil national a débattu.", "ATS", "Berne", ""),
    ("TOKYO, Oct 18, Kyodo - The Diet passed the bill.", "Kyodo", "Tokyo", ""),
    ("ANKARA, (DHA)- Komisyon raporu görüştü.", "DHA", "Ankara", ""),
    ("ANKARA (İHA) - Komisyon raporu görüştü.", "İHA", "Ankara", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "agency", "city", "filed"), WIRES)
def test_a_wire_in_its_own_style(line: str, agency: str, city: str, filed: str) -> None:
    found = read(f"A headline on age checks\n\n{line}\n\nA second paragraph follows here.\n")
    assert (found.headline, found.agency, found.city) == ("A headline on age checks", agency, city)
    assert (found.filed.iso() if found.filed else "") == filed
    assert found.body.count("\n\n") == 1
    assert found.dateline
    assert found.dateline not in found.body
    assert line.endswith(found.body.split("\n\n")[0])


def test_a_dateline_without_a_year_is_doubted_not_guessed() -> None:
    found = read("A headline on age checks\n\nLONDON, Oct 18 (Reuters) - The regulator spoke.\n")
    assert found.filed is None
    assert found.warnings == ("the dateline gives no year: Oct 18",)


def test_an_ambiguous_date_follows_the_agency_and_is_flagged() -> None:
    body = "The committee heard the minister, and will report to the chamber in the spring."
    french = read(f"Un titre sur l’âge\n\nAFP | 03/04/2024\n\n{body}\n")
    american = read(f"A headline on age\n\nAP | 03/04/2024\n\n{body}\n")
    assert french.filed is not None
    assert american.filed is not None
    assert (french.filed.iso(), american.filed.iso()) == ("2024-04-03", "2024-03-04")
    assert french.warnings == american.warnings != ()


def test_title_date_line_and_body() -> None:
    found = read(
        "Age checks: what changes\n\nAFP | 2024-10-18\n\nFirst paragraph.\n\nSecond one.\n"
    )
    assert (found.headline, found.agency) == ("Age checks: what changes", "AFP")
    assert found.body == "First paragraph.\n\nSecond one."


def test_wrapped_wire_copy_becomes_paragraphs() -> None:
    found = read(
        "REGULATOR ASKS PLATFORMS FOR AGE CHECKS\n"
        "By Jane Roe, Reuters\n"
        "LONDON, March 3, 2024 (Reuters) - The regulator published the guidance\n"
        "that platforms are to follow when they open their services to users\n"
        "who may be under the age of majority.\n"
        "    It said that checks by an independent third party were needed, and\n"
        "that the results of its review would be published before the summer\n"
        "recess of the two chambers.\n"
        "    Platforms have six months.\n"
    )
    assert found.byline == ("Jane Roe",)
    assert found.body == (
        "The regulator published the guidance that platforms are to follow when they open their"
        " services to users who may be under the age of majority.\n\n"
        "It said that checks by an independent third party were needed, and that the results of its"
        " review would be published before the summer recess of the two chambers.\n\n"
        "Platforms have six months."
    )


def test_a_list_of_labelled_fields() -> None:
    found = read(
        "Title: Age checks agreed\nSource: AFP\nAuthor: Anne Durand\nDate: 18 October 2024\n"
        "Keywords: age checks; platforms\nSlug: AGE-CHECKS\n\n"
        "The committee agreed on the text after a long night of talks between the two chambers.\n"
    )
    assert (found.headline, found.agency, found.slug) == ("Age checks agreed", "AFP", "AGE-CHECKS")
    assert (found.byline, found.keywords) == (("Anne Durand",), ("age checks", "platforms"))
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18"
    assert found.body.startswith("The committee agreed")


@pytest.mark.parametrize(
    ("headline", "label", "number"),
    [
        ("UPDATE 2-Regulator asks platforms for age checks", "UPDATE 2", 2),
        ("CORRECTED-Regulator asks platforms for age checks", "CORRECTED", None),
        ("CORRECTIF - Le régulateur exige une vérification", "CORRECTIF", None),
        ("(AMPLIACIÓN) - El regulador exige una verificación", "AMPLIACIÓN", None),
        ("Mise à jour: le régulateur exige une vérification", "Mise à jour", None),
        ("Correction : le régulateur exige une vérification", "Correction", None),
        ("Regulator asks platforms for age checks, 2nd Ld-Writethru", "2nd Ld-Writethru", 2),
        ("Regulator asks platforms for age checks, 1st Writethru", "1st Writethru", 1),
        ("Regulator asks platforms for age checks - UPDATE 3", "UPDATE 3", 3),
    ],
)
def test_a_revision_label_in_the_headline(headline: str, label: str, number: int | None) -> None:
    found = read(f"{headline}\n\nLONDON (AP) - The regulator has published its guidance.\n")
    assert found.revision is not None
    assert (found.revision.label, found.revision.number) == (label, number)
    assert found.headline == headline


@pytest.mark.parametrize(
    "headline",
    [
        "Updates to the code of practice",
        "Mise à jour du code de conduite",
        "Regulator names hotline, lead partner",
    ],
)
def test_an_ordinary_headline_has_no_revision(headline: str) -> None:
    assert read(f"{headline}\n\nThe code was updated.\n").revision is None


def test_a_text_without_a_headline_gets_its_opening_words() -> None:
    text = "The committee heard the minister on Friday and will hear the industry and others " * 12
    found = read(text)
    assert found.headline.startswith("The committee heard")
    assert found.headline.endswith("…")
    assert found.origins["headline"] == "opening words of the text"
    assert found.body == text.strip()


def test_one_line_is_headline_and_body() -> None:
    found = read("The committee adjourned.")
    assert (found.headline, found.body) == ("The committee adjourned.", "The committee adjourned.")


def test_a_capture_address_and_date_from_outside_are_kept() -> None:
    when = datetime(2024, 10, 20, 9, 30, tzinfo=UTC)
    source = Source(b"Title\n\nBody text.\n", "a.txt", url="https://example.org/a", captured=when)
    (found,) = TextParser().parse(source)
    assert found.source_url == "https://example.org/a"
    assert found.captured is not None
    assert found.captured.value == when


@pytest.mark.parametrize("raw", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\0\0\0\0"])
def test_nothing_is_said_to_be_nothing(raw: bytes) -> None:
    with pytest.raises(EmptyInput):
        read(raw)


def test_control_signs_alone_are_no_text() -> None:
    with pytest.raises((NoTextFound, NotText)):
        read("\u200b\u200b\ufeff\u00ad".encode() * 3)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotText):
        read(bytes(range(256)) * 20)


def test_the_same_bytes_give_an_equal_dispatch() -> None:
    assert read(AGENCY_PAGE) == read(AGENCY_PAGE)


def test_plain_text_is_what_is_left() -> None:
    assert choose(Source(AGENCY_PAGE.encode(), "a.html")).format == "text"


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=1500))
def test_any_text_ends_in_a_dispatch_or_a_reason(text: str) -> None:
    try:
        found = read(text)
    except InputRefused:
        return
    assert found.headline
    assert found.body
    assert "\n" not in found.headline


HEADS = st.sampled_from(
    ["Politique, Monde", "A headline", "- a standfirst", "", "AA / Paris / Elif Kaya", "By Jane Roe",
     "Elif Kaya | 18.10.2024 - Mıse À Jour : 18.10.2024", "LONDON (AP) - Text.", "Title: x", "PARIS —",
     "A sentence of the story that ends as sentences do.", "© 2024", "* item", "1. item", "\t", "(AFP)"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(HEADS, max_size=60))
def test_any_order_of_known_lines_is_read(lines: list[str]) -> None:
    try:
        found = read("\n".join(lines))
    except InputRefused:
        return
    assert found.body


@pytest.mark.parametrize(
    "unit", ["mot ", "a", "(", "AFP ", "18.10.2024 ", "- ", "By A ", "* x\n", "Ab cd.\n\n"]
)
def test_two_megabytes_of_anything_take_seconds_at_most(unit: str) -> None:
    start = time.process_time()
    read(unit * (2_000_000 // len(unit)))
    assert time.process_time() - start < 4


def test_an_agency_export_with_its_own_date_line() -> None:
    found = read(
        "Vérification de l’âge : ce que dit le texte\n\n"
        "Paris, France | AFP | vendredi 18/10/2024 - 15:04 UTC+2 | 312 mots\n\n"
        "Les députés ont adopté vendredi le texte, que le Sénat examinera en janvier.\n\nab-cd/ef/gh\n"
    )
    assert (found.agency, found.city, found.section) == ("AFP", "Paris", ())
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18T15:04+02:00"
    assert found.boilerplate == "ab-cd/ef/gh"


def test_a_slug_above_the_headline() -> None:
    found = read(
        "FRA-politique-plateformes\n\nLes députés adoptent le texte\n\nParis (AFP) - Le vote.\n"
    )
    assert (found.slug, found.headline) == (
        "FRA-politique-plateformes",
        "Les députés adoptent le texte",
    )


def test_a_writer_in_capitals_within_the_dateline() -> None:
    found = read(
        "Kurul yaş doğrulaması istedi\nANKARA (AA) - ELİF KAYA - Kurul cuma günü toplandı.\n"
    )
    assert (found.byline, found.city) == (("ELİF KAYA",), "Ankara")
    assert found.body == "Kurul cuma günü toplandı."


def test_a_newspaper_s_date_line_names_source_and_writer() -> None:
    found = read(
        "Le texte sur l’âge est adopté\n"
        "Le Journal | 04.05.2024 à 13h36 • Mis à jour le 05.05.2024 à 20h13 | Par Luc Petit (avec A. B.)\n\n"
        "Les députés ont adopté le texte à une large majorité, sans surprise.\n"
    )
    assert (found.agency, found.byline) == ("Le Journal", ("Luc Petit",))
    assert found.updated is not None
    assert found.updated.iso() == "2024-05-05T20:13"


def test_a_name_of_its_own_line_above_the_date() -> None:
    found = read(
        "Platforms must check ages\nGuidance sets out three steps for services open to minors\n\n"
        "Jane Roe\nFri 18 Oct 2024 15.04 BST\n\nThe regulator has published its guidance on Friday.\n"
    )
    assert found.byline == ("Jane Roe",)
    assert found.standfirst == "Guidance sets out three steps for services open to minors"


def test_an_end_mark_behind_the_last_sentence() -> None:
    found = read(
        "La ley sobre la edad\n\nMadrid, 18 oct (EFE).- El Congreso aprobó la ley. EFE\n\nabc/def\n"
    )
    assert found.body == "El Congreso aprobó la ley."
    assert found.boilerplate == "EFE\n\nabc/def"


def test_a_weekday_behind_the_date() -> None:
    found = read(
        "Kurul kararını açıkladı\n\n18 Ekim 2024 Cuma 15:04\n\nKurul cuma günü toplandı.\n"
    )
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18T15:04"
