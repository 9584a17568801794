"""What wires print around their stories: labels, notes, embargoes, slugs, codes, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.parsers import Source
from index.parsers.plain_text.text import AMBIGUOUS, TextParser

if TYPE_CHECKING:
    from index.dispatch import Dispatch

STORY = (
    "The committee approved a bill on the duties of platforms. It passed by 14 votes to three.\n\n"
    "Charities welcomed the decision but asked for more funding for survivor support."
)
HEADLINE = "Committee approves the bill on reporting"


def read(text: str, charset: str = "utf-8") -> Dispatch:
    (found,) = TextParser().parse(Source(text.encode(charset), "dispatch.txt"))
    return found


@pytest.mark.parametrize(
    ("headline", "label", "number"),
    [
        ("UPDATE 3-Committee approves the bill", "UPDATE 3", 3),
        ("CORRECTED-UPDATE 2-Committee approves the bill", "CORRECTED-UPDATE 2", 2),
        ("URGENT ¤ Le Sénat adopte le texte", "URGENT", None),
        ("Eil +++ Bundestag beschließt Gesetz", "Eil", None),
        ("(AMPLIACIÓN) El Congreso aprueba la ley", "AMPLIACIÓN", None),
        ("Le Sénat adopte le texte (Mise à jour)", "Mise à jour", None),
        ("Le Sénat adopte le texte (ACTUALISATION)", "ACTUALISATION", None),
        ("Bundestag berät Gesetz (Zusammenfassung 1430)", "Zusammenfassung 1430", None),
        ("Update: Committee approves the bill", "Update", None),
        ("(LEAD) Committee approves the bill", "LEAD", None),
        ("Committee approves the bill (2nd Update)", "2nd Update", 2),
        ("Le Sénat adopte le texte (SYNTHESE)", "SYNTHESE", None),
        ("MAJ 2 - Le Sénat adopte le texte", "MAJ 2", 2),
        ("WDH/Bundestag beschließt Gesetz", "WDH", None),
        ("Bundestag beschließt Gesetz (Neufassung)", "Neufassung", None),
        ("AMPL.- El Congreso aprueba la ley", "AMPL.", None),
        ("Assembleia aprova lei (ATUALIZADA)", "ATUALIZADA", None),
        ("ATUALIZA 2-Assembleia aprova lei", "ATUALIZA 2", 2),
        ("Meclis yasayı kabul etti - GÜNCELLEME", "GÜNCELLEME", None),
        ("SON DAKİKA... Meclis yasayı kabul etti", "SON DAKİKA", None),
        ("تحديث 2: المجلس يقر القانون", "تحديث 2", 2),
        ("عاجل.. المجلس يقر القانون", "عاجل", None),
    ],
)
def test_labels_before_and_behind_the_headline(
    headline: str, label: str, number: int | None
) -> None:
    found = read(f"{headline}\n\nParis, 18 oct 2024 (AFP) - {STORY}\n")
    assert found.revision is not None
    assert (found.revision.label, found.revision.number) == (label, number)
    assert found.headline == headline


@pytest.mark.parametrize(
    "headline",
    [
        "Adds to the debate: a new report",
        "Social media updates (and what they mean)",
        "Eilmeldungen",
        "Lead agency for child protection named",
        "Update on the bill expected",
        "Flash flood closes schools, lead engineer says",
    ],
)
def test_headlines_that_only_sound_like_labels(headline: str) -> None:
    assert read(f"{headline}\n\nParis, 18 oct 2024 (AFP) - {STORY}\n").revision is None


def test_a_label_on_a_line_of_its_own() -> None:
    found = read(f"Avance\n{HEADLINE}\n\nMADRID, 18 OCT (EFE).- {STORY}\n")
    assert found.headline == HEADLINE
    assert found.revision is not None
    assert found.revision.label == "Avance"


def test_a_word_above_a_date_is_no_label() -> None:
    assert read(f"{HEADLINE}\nUpdate\n18 October 2024\n\n{STORY}\n").revision is None


@pytest.mark.parametrize(
    ("note", "label"),
    [
        ("(Adds comment from charity, paragraph 4)", "Adds"),
        ('(Bien lire au 2e paragraphe "4 %" et non "6 %")', "Bien lire"),
        ("(Korrigiert wird im 2. Absatz das Datum)", "Korrigiert"),
        ("Eds: Updates with comment from charities.", None),
        ("ATTENTION EDITORS - this is the last version", None),
        ("(With picture)", None),
        ("(ATTN: UPDATES with more info throughout)", "ATTN: UPDATES"),
    ],
)
def test_notes_for_editors_are_kept_apart(note: str, label: str | None) -> None:
    found = read(f"{HEADLINE}\n{note}\n\nLONDON, Oct 18, 2024 (Reuters) - {STORY}\n")
    assert (found.headline, found.standfirst) == (HEADLINE, "")
    assert found.boilerplate == note
    assert (found.revision.label if found.revision else None) == label


def test_bullets_below_the_headline_are_the_standfirst() -> None:
    found = read(
        f"{HEADLINE}\n* Guidance in spring\n* Charities ask for money\n\n"
        "LONDON, Oct 18, 2024 (Reuters) -\n    The committee approved a bill that sets out the\n"
        "duties of platforms.\n    It was a vote.\n"
    )
    assert found.standfirst == "Guidance in spring\nCharities ask for money"
    assert found.body == (
        "The committee approved a bill that sets out the\nduties of platforms.\n\nIt was a vote."
    )


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("EMBARGO : 19/10/2024 06h00 GMT", "2024-10-19T06:00+00:00"),
        ("Sperrfrist: 19. Oktober 2024, 06.00 Uhr", "2024-10-19T06:00+02:00"),
        ("Embargoed until 00:01 GMT on 19 October 2024", "2024-10-19T00:01+00:00"),
        ("EMBARGOED UNTIL 0001 GMT SATURDAY", ""),
    ],
)
def test_an_embargo(line: str, until: str) -> None:
    found = read(f"{line}\n{HEADLINE}\n\nBerlin (dpa) - {STORY}\n")
    assert found.headline == HEADLINE
    assert (found.embargo.iso() if found.embargo else "") == until
    assert line in found.boilerplate
    assert found.filed is None


@pytest.mark.parametrize(
    "headline",
    [
        "Embargo on devices is discussed",
        "Embargo : la Commission consulte les États",
        "Attention : les plateformes devront vérifier l’âge",
        "Neu: Meldepflichten für Plattformen",
    ],
)
def test_an_embargo_or_a_warning_in_the_news_is_a_headline(headline: str) -> None:
    found = read(f"{headline}\n\nBerlin (dpa) - {STORY}\n")
    assert found.headline == headline
    assert (found.embargo, found.boilerplate) == (None, "")


@pytest.mark.parametrize(
    ("dateline", "agency", "city"),
    [
        ("Frankfurt/Main (dpa/lhe) -", "dpa", "Frankfurt/Main"),
        ("STRASBOURG (Bas-Rhin), 18 oct 2024 (AFP) -", "AFP", "Strasbourg"),
        ("Paris, 18 oct 2024 16:42 (AFP) -", "AFP", "Paris"),
        ("BRUSSELS/LONDON, 18 Oct 2024 (Reuters) -", "Reuters", "Brussels/London"),
        ("Oct 18 (Reuters) -", "Reuters", ""),
        ("BRUXELLES 18/10 (BELGA) =", "Belga", "Bruxelles"),
        ("(Belga)", "Belga", ""),
        ("Berne (ATS)", "ATS", "Berne"),
        ("Berne, 18 octobre 2024 (ats) -", "ATS", "Berne"),
        ("Berne (awp/ats) -", "ATS", "Berne"),
        ("Bogotá, 18 de octubre (EFE).", "EFE", "Bogotá"),
        ("WASHINGTON (AP) _", "AP", "Washington"),
        ("بروكسل, 18-10-2024 (أ ف ب) -", "AFP", "بروكسل"),
        ("لندن 18 أكتوبر تشرين الأول (رويترز) -", "Reuters", "لندن"),
    ],
)
def test_datelines_in_their_variants(dateline: str, agency: str, city: str) -> None:
    found = read(f"{HEADLINE}\n\n{dateline} {STORY}\n")
    assert (found.headline, found.agency, found.city) == (HEADLINE, agency, city)
    assert found.dateline == dateline
    assert found.body == STORY


def test_a_dateline_whose_story_begins_on_the_next_line() -> None:
    found = read(f"{HEADLINE}\n\nParis, 18 oct 2024 (AFP) -\n\n{STORY}\n")
    assert (found.agency, found.city, found.body) == ("AFP", "Paris", STORY)


def test_an_ambiguous_dateline_follows_the_agency_and_is_flagged() -> None:
    french = read(f"{HEADLINE}\n\nParis, 03/04/2024 (AFP) - {STORY}\n")
    assert french.filed is not None
    assert (french.filed.iso(), french.filed.ambiguous) == ("2024-04-03", True)
    assert french.warnings == (AMBIGUOUS,)


def test_a_date_above_the_agency_is_read_by_its_habits_and_in_its_zone() -> None:
    found = read(f"03/04/2024 14:05\n{HEADLINE}\n\nWASHINGTON (AP) - {STORY}\n")
    assert found.filed is not None
    assert found.filed.iso() == "2024-03-04T14:05-05:00"
    assert found.headline == HEADLINE


@pytest.mark.parametrize(
    ("above", "slug"),
    [
        ("BC-US--Online Safety, 3rd Ld-Writethru", "BC-US--Online Safety, 3rd Ld-Writethru"),
        ("Bundestag/Internet/Jugendschutz/", "Bundestag/Internet/Jugendschutz/"),
        ("INTERNET MENORES (Ampliación)", "INTERNET MENORES"),
        ("INTERNET MENORES", "INTERNET MENORES"),
    ],
)
def test_slugs_above_the_headline(above: str, slug: str) -> None:
    found = read(f"{above}\n{HEADLINE}\n\nMadrid, 18 oct 2024 (EFE).- {STORY}\n")
    assert (found.slug, found.headline) == (slug, HEADLINE)


def test_a_frame_of_codes_and_a_clock_below() -> None:
    found = read(
        f"ZCZC0123/SXA\nXPP20241018\nR POL S0A QBXB\n++ {HEADLINE} ++\n"
        f"(ANSA) - ROMA, 18 OTT - {STORY} (ANSA).\n\n     ROS\n18-OTT-24 14:22 NNNN\n"
    )
    assert (found.headline, found.agency, found.body) == (HEADLINE, "ANSA", STORY)
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18T14:22+02:00"
    assert found.origins["filed"] == "line below the story"


def test_the_header_and_trailer_of_a_german_wire() -> None:
    found = read(
        f"dpa 0123 4 pl 342 dpa 0456\n(Zusammenfassung 1430 - neu: Reaktionen)\n{HEADLINE} =\n\n"
        f"Berlin (dpa) - {STORY}\n\n# dpa-Notizblock\n\n* * * *\ndpa mbe yyzz n1 vog\n181435 Okt 24\n"
    )
    assert (found.headline, found.body) == (HEADLINE, STORY)
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18T14:35+02:00"


@pytest.mark.parametrize(
    "closing",
    [
        "abc/de/fg", "(MVR/PDU)", "ABC // DEF", "mfl", "(c) Agencia EFE", "/ATS", "NNNN", "end",
        "18/10/2024 14:22", "___\n\nFollow AP's coverage of the bill", "abc/de\n\n© Agence France-Presse",
    ],
)  # fmt: skip
def test_what_stands_below_the_story_is_kept_apart(closing: str) -> None:
    for gap in ("\n", "\n\n"):
        found = read(f"{HEADLINE}\n\nParis, 18 oct 2024 (AFP) - {STORY}{gap}{closing}\n")
        assert found.body == STORY
        assert found.boilerplate == closing


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By JANE DOE Associated Press", ("JANE DOE",)),
        ("BY JANE DOE, ASSOCIATED PRESS WRITER", ("JANE DOE",)),
        ("By Jane Smith, PA Political Correspondent", ("Jane Smith",)),
        ("by Xinhua writer Li Wei", ("Li Wei",)),
        ("(di Maria Rossi)", ("Maria Rossi",)),
        ("Par Claire DURAND et Marc PETIT", ("Claire DURAND", "Marc PETIT")),
    ],
)
def test_bylines_without_agency_and_post(byline: str, names: tuple[str, ...]) -> None:
    found = read(f"{HEADLINE}\n{byline}\nLondon (PA) - {STORY}\n")
    assert found.byline == names


def test_a_moment_before_the_headline() -> None:
    found = read(f"18-Oct-2024 14:32:05 - {HEADLINE}\nLONDON, Oct 18 (Reuters) - {STORY}\n")
    assert found.headline == HEADLINE
    assert found.filed is not None
    assert found.filed.iso() == "2024-10-18T14:32:05"


def test_a_bare_name_above_the_dateline_is_the_writer() -> None:
    found = read(f"{HEADLINE}\n\nMaría Pérez\n\nMadrid, 18 oct 2024 (EFE).- {STORY}\n")
    assert (found.byline, found.city) == (("María Pérez",), "Madrid")


def test_windows_lines_and_charset_make_no_difference() -> None:
    text = f"Le Sénat adopte le texte\n\nPar Zoé Petit\n\nParis, 18 oct 2024 (AFP) - {STORY}\n\nzp/ab\n"
    plain, windows = read(text), read(text.replace("\n", "\r\n"), "cp1252")
    assert plain.body == windows.body
    assert (plain.headline, plain.byline, plain.filed) == (
        windows.headline,
        windows.byline,
        windows.filed,
    )


LONG = (
    "The committee approved a bill on the duties of platforms on Thursday, which sets out how they"
    " report what they find to the authority."
)


def test_long_lines_without_empty_ones_between_are_paragraphs() -> None:
    found = read(
        f"{HEADLINE}\nBy Jane Roe\nLondon (PA) - {LONG}\n{LONG}\n- a duty\n- a fee\n{LONG}\n"
    )
    assert found.body == f"{LONG}\n\n{LONG}\n- a duty\n- a fee\n\n{LONG}"


@pytest.mark.parametrize(
    ("dateline", "agency", "city", "byline"),
    [
        ("New Delhi, Mar 4 (PTI)", "PTI", "New Delhi", ()),
        ("Bern, 4. März 2024 (sda)", "ATS", "Bern", ()),
        ("BEOGRAD, 4. marta /Tanjug/ -", "Tanjug", "Beograd", ()),
        ("ABU DHABI, 4th March, 2024 (WAM) --", "WAM", "Abu Dhabi", ()),
        ("Ayşe YILMAZ / ANKARA, (DHA) -", "DHA", "Ankara", ("Ayşe YILMAZ",)),
        ("BRUXELLES 04/03 14:22 (BELGA)\n\n", "Belga", "Bruxelles", ()),
        ("Stockholm (TT)\n\n", "TT", "Stockholm", ()),
        ("København /ritzau/\n\n", "Ritzau", "København", ()),
    ],
)
def test_datelines_without_a_dash_or_on_a_line_of_their_own(
    dateline: str, agency: str, city: str, byline: tuple[str, ...]
) -> None:
    found = read(f"{HEADLINE}\n\n{dateline} {STORY}\n")
    assert (found.agency, found.city, found.byline) == (agency, city, byline)
    assert found.body == STORY


@pytest.mark.parametrize(
    ("dateline", "closing"),
    [
        ("Warszawa, 04.03.2024 (PAP) -", "abc/ def/"),
        ("Wien (APA) -", "(Schluss) abc/def"),
        ("BRUXELLES (Belga) -", "ABC/DEF/"),
        ("ABU DHABI (WAM) -", "WAM/Jane Doe"),
        ("ANKARA, (DHA) -", "(DHA)"),
    ],
)
def test_signatures_below_the_story(dateline: str, closing: str) -> None:
    found = read(f"{HEADLINE}\n\n{dateline} {STORY}\n\n{closing}\n")
    assert found.body == STORY
    assert found.boilerplate == closing


def test_a_date_below_a_short_story_does_not_make_all_of_it_a_head() -> None:
    found = read(f"{HEADLINE}\n\nRabat - {STORY}\n\nMAP: 04 mars 2024\n")
    assert found.headline == HEADLINE
    assert STORY in found.body
    assert found.agency == "MAP"
    assert found.filed is not None
    assert found.filed.iso() == "2024-03-04"
