from __future__ import annotations

import io

import docx
import pytest

from index.parsers.press.nexis_classic import section_of, topics_of
from index.parsers.press.nexis_labels import read_label
from index.parsers.press.press_labels import around_date, is_word_count, language_named
from tests.inputs.structured import dispatches, made, parser_of, source


def test_classic_text() -> None:
    first, second = dispatches(source("nexis.txt"))
    assert first.headline == "Ministers publish new code; Firms have six months"
    assert first.byline == ("Tom Hill", "Eva Stone")
    assert first.agency == "The Example (London)"
    assert first.section == ("NEWS",)
    assert first.keywords == ("INTERNET REGULATION", "CHILD WELFARE")
    assert first.language == "en"
    assert first.filed is not None
    assert first.filed.iso() == "2024-10-16"
    assert first.dropped == {"image": 1}
    assert second.headline == "Committee hears charities"


def test_the_first_story_is_not_lost_on_the_cover() -> None:
    assert len(dispatches(source("nexis.txt"))) == 2
    assert "Download Request" not in dispatches(source("nexis.txt"))[0].body


def test_classic_text_is_unwrapped_and_cut_at_its_labels() -> None:
    body = dispatches(source("nexis.txt"))[0].body
    assert body.count("\n") == 2
    assert body.endswith("The regulator said it would report next year.")


def test_a_paragraph_that_looks_like_a_label_stays_in_the_text() -> None:
    text = source("nexis.txt").raw.replace(
        b"The regulator said", b"NOTE: The regulator said it twice.\r\n\r\nThe regulator said"
    )
    assert "NOTE: The regulator said it twice." in dispatches(made(text))[0].body


def test_classic_html_in_french() -> None:
    (story,) = dispatches(source("nexis.html"))
    assert story.headline == "Le titre, avec accents : éà"
    assert story.byline == ("Anne Roux",)
    assert story.agency == "Mon journal"
    assert story.section == ("ECONOMIE",)
    assert story.language == "fr"
    assert story.body == "Premier paragraphe.\n\nSecond paragraphe."
    assert story.boilerplate == "Copyright 2024 Editeur"


def word_file() -> bytes:
    document = docx.Document()
    for line in source("nexis_modern.txt").raw.decode().split("\n\n"):
        document.add_paragraph(line)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def saved_page() -> bytes:
    lines = source("nexis_modern.txt").raw.decode().replace("&", "&amp;").split("\n\n")
    paragraphs = "".join(f"<p><span>{line}</span></p>" for line in lines)
    return f"<html><head><title>Nexis</title></head><body>{paragraphs}</body></html>".encode()


@pytest.mark.parametrize("kind", ["txt", "rtf", "docx", "html"])
def test_modern_layout(kind: str) -> None:
    made_here = {"docx": word_file, "html": saved_page}
    given = made(made_here[kind]()) if kind in made_here else source(f"nexis_modern.{kind}")
    first, second = dispatches(given)
    assert first.headline == "Charity calls for rules"
    assert first.agency == "The Example Post"
    assert first.filed is not None
    assert first.filed.iso() == "2024-10-16"
    assert first.byline == ("Eve Cole",)
    assert first.section == ("NEWS",)
    assert first.standfirst == "Ministers are listening"
    assert first.body == "The charity called for clear rules.\n\nNote: the report is public."
    assert (second.headline, second.body) == ("Regulator answers", "The regulator answered.")


@pytest.mark.parametrize(
    "text", ["{\\rtf1 It says\\par End of Document\\par }", "A note.\n\nEnd of Document\n"]
)
def test_documents_that_only_use_the_closing_words_are_left_to_others(text: str) -> None:
    assert not parser_of(made(text)).format.startswith("nexis")


def test_labels_in_several_languages() -> None:
    assert read_label("LÄNGE: 12 Wörter") == ("lange", "12 Wörter")
    assert read_label("Length:\xa0433 words") == ("length", "433 words")
    assert read_label("no label here") == ("", "no label here")


def test_print_data() -> None:
    assert around_date("Politique, jeudi 5 octobre 2013, p. 3") == ("Politique",)
    assert around_date("mercredi 3 octobre 2012") == ()
    assert is_word_count("1,024 words")
    assert is_word_count("295 mots")
    assert not is_word_count("words fail")
    assert language_named("ENGLISH; ENGLISHS") == "en"
    assert language_named("Français") == "fr"
    assert section_of("NEWS; Pg. 3") == ["NEWS"]
    assert topics_of("LAW (90%); MEDIA (80%)")[:1] == ["LAW"]


GERMAN = """
Dokument 1 von 2


Die Zeitung

18. Oktober 2024 Freitag

Bundestag berät Meldepflichten

AUTOR: Max Berg

RUBRIK: POLITIK; S. 5

LÄNGE: 432 Wörter

Der Bundestag hat am Donnerstag über Meldepflichten beraten.

SPRACHE: GERMAN; DEUTSCH

Dokument 2 von 2


dpa

18. Oktober 2024 Freitag 2:35 PM GMT

Ministerin lobt Entwurf

LÄNGE: 100 Wörter

DATELINE: BERLIN

Die Ministerin lobte den Entwurf am Abend vor der Presse.

SPRACHE: DEUTSCH
"""


def test_classic_text_with_its_labels_in_german() -> None:
    first, second = dispatches(made(GERMAN))
    assert (first.format, first.agency) == ("nexis-text", "Die Zeitung")
    assert first.headline == "Bundestag berät Meldepflichten"
    assert (first.byline, first.section) == (("Max Berg",), ("POLITIK",))
    assert first.body == "Der Bundestag hat am Donnerstag über Meldepflichten beraten."
    assert (second.agency, second.city, second.dateline) == ("dpa", "Berlin", "BERLIN")
    assert second.filed is not None
    assert second.filed.iso() == "2024-10-18T14:35+00:00"


SPANISH = """El Congreso aprueba la ley
El Diario
18 de octubre de 2024 viernes

Sección:\u00a0POLÍTICA; Pág. 12
Longitud:\u00a0432 palabras
Autor:\u00a0María Pérez
Cuerpo
El Congreso aprobó la ley sobre las plataformas digitales.
Clasificación
Idioma:\u00a0SPANISH; ESPAÑOL
Fin del documento
"""


def test_modern_text_with_its_labels_in_spanish() -> None:
    (story,) = dispatches(made(SPANISH))
    assert (story.headline, story.agency) == ("El Congreso aprueba la ley", "El Diario")
    assert (story.section, story.byline) == (("POLÍTICA",), ("María Pérez",))
    assert story.filed is not None
    assert story.filed.iso() == "2024-10-18"
    assert story.body == "El Congreso aprobó la ley sobre las plataformas digitales."


DUTCH = """Kamer steunt leeftijdscontrole
De Krant
18 oktober 2024 vrijdag
Sectie: Binnenland; Blz. 5
Lengte: 90 woorden
Tekst
De Kamer steunde het voorstel.
Laaddatum: 18 oktober 2024
Publicatietype: Krant
Einde van document
"""


def test_a_load_date_ends_the_text_in_dutch_too() -> None:
    (story,) = dispatches(made(DUTCH))
    assert story.body == "De Kamer steunde het voorstel."
    assert story.boilerplate == ""


def test_a_page_that_only_mentions_the_closing_words_is_no_export() -> None:
    page = "<html><body><h1>Glossary</h1><p>End of Document</p><p>A mark.</p></body></html>"
    assert parser_of(made(page)).format == "html"


LABELLED = source("nexis_labelled.txt").raw.decode()


def test_classic_text_that_labels_headline_and_text() -> None:
    first, second = dispatches(made(LABELLED))
    assert first.headline == "Services must count reports; First figures are due"
    assert first.body == "The panel said services must count reports.\n\nThe rule applies in June."
    assert (first.agency, first.city) == ("The Example Post", "Harlow")
    assert first.boilerplate == (
        "Copyright 2021 Example Interactive Company, LLC d/b/a Example Digital All Rights Reserved"
    )
    assert (second.headline, second.body) == ("Kamer wil cijfers", "De Kamer wil cijfers.")
    assert (second.agency, second.section) == ("De Krant", ("Binnenland",))
    assert second.language == "nl"


def test_one_classic_story_without_the_line_that_counts_it() -> None:
    (story,) = dispatches(
        made(LABELLED[LABELLED.index("                          Copyright 2021 De") :])
    )
    assert (story.format, story.headline) == ("nexis-text", "Kamer wil cijfers")
    assert story.body == "De Kamer wil cijfers."


def classic_rtf() -> bytes:
    lines = []
    for line in LABELLED.split("\n"):
        words = r"\pard \qc \li0 " if line.startswith("          ") else r"\pard \ql \li0 "
        lines.append(f"{words if line else ''}{line.strip()}\n\\par ")
    text = "".join(lines).replace(
        "must count reports.\n\\par \n\\par ", f"must count {'reports and ' * 9}cases.\n\\par "
    )
    return ("{\\rtf1\\ansi {\\header The Example Post \\qc\\par}" + text + "}").encode()


def test_classic_rtf() -> None:
    first, second = dispatches(made(classic_rtf()))
    assert first.format == "nexis-rtf"
    assert first.headline == "Services must count reports; First figures are due"
    assert (first.agency, first.byline) == ("The Example Post", ("Ina Moor", "Tomas Kell"))
    assert first.filed is not None
    assert first.filed.iso() == "2021-07-06"
    assert first.body.split("\n\n")[1:] == ["The rule applies in June."]
    assert (second.headline, second.agency) == ("Kamer wil cijfers", "De Krant")


def test_the_publication_below_a_copyright_line_of_the_same_paragraph() -> None:
    page = (
        "<html><body><p>1 of 1 DOCUMENTS</p><div align=center><p>Copyright 2021 Example Ltd<br>"
        "All Rights Reserved<br>The Example Post</p></div><div align=center><p>July 6, 2021"
        " Tuesday<br>Met 2 Edition</p></div><p>LENGTH: 36 words</p><p>HEADLINE: Rules agreed</p>"
        "<p> BODY:<br></p><p>The panel agreed.</p><p>LANGUAGE: ENGLISH</p></body></html>"
    )
    (story,) = dispatches(made(page))
    assert (story.agency, story.headline) == ("The Example Post", "Rules agreed")
    assert story.body == "The panel agreed."
    assert story.boilerplate == "Copyright 2021 Example Ltd All Rights Reserved"
