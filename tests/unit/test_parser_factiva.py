from __future__ import annotations

import pytest

from index.parsers.press.factiva_fields import from_lines
from tests.inputs.structured import dispatches, made, source


def test_coded_table() -> None:
    story = dispatches(source("factiva.html"))[0]
    assert story.headline == "Le parlement vote la loi"
    assert story.byline == ("Luc Moreau",)
    assert story.agency == "Le Journal"
    assert story.section == ("Politique",)
    assert story.keywords == ("Political/General News", "Domestic Politics")
    assert story.language == "fr"
    assert story.filed is not None
    assert story.filed.iso() == "2024-10-16T15:32"
    assert story.body == "Premier paragraphe.\n\nDeuxième paragraphe.\n\nSuite et fin."
    assert story.revision is not None
    assert story.revision.guid == "LEJOUR0020241016ekag00001"


@pytest.mark.parametrize(("name", "at"), [("factiva.html", 1), ("factiva.rtf", 0)])
def test_bare_lines_turn_around_the_word_count(name: str, at: int) -> None:
    story = dispatches(source(name))[at]
    assert story.headline == "Watchdog names new head"
    assert story.byline == ("Ann Lee",)
    assert story.agency == "The Daily Example"
    assert story.language == "en"
    assert story.filed is not None
    assert story.filed.iso().startswith("2024-10-17")
    assert story.body == "The watchdog has a new head.\n\nShe starts in May."
    assert story.revision is not None
    assert story.revision.guid == "DAYEX00020241017ekah0001x"


def test_coded_rtf_follows_in_the_same_file() -> None:
    story = dispatches(source("factiva.rtf"))[1]
    assert (story.headline, story.agency) == ("Rules agreed", "The Daily Example")
    assert story.body == "Ministers agreed rules.\n\nThey apply in June."


def test_xml_response() -> None:
    first, second = dispatches(source("factiva.xml"))
    assert first.headline == "Panel proposes age limits"
    assert first.byline == ("Rosa Hill",)
    assert first.body.split("\n\n") == [
        "A panel proposed limits.",
        "It will report in March.",
        "The ministry agreed.",
    ]
    assert first.filed is not None
    assert second.filed is not None
    assert (first.filed.iso(), second.filed.iso()) == ("2024-10-16", "2024-10-17T08:30:00+00:00")


def test_nothing_of_a_lone_line_is_lost() -> None:
    assert from_lines(["Headline only"]).line("HD") == "Headline only"


def test_midnight_in_xml_is_a_day() -> None:
    when = "<publicationDate><date>2024-10-18T00:00:00</date></publicationDate>"
    text = source("factiva.xml").raw.decode()
    start, end = text.index("<publicationDate>"), text.index("</publicationDate>")
    story = dispatches(made(text[:start] + when + text[end + len("</publicationDate>") :]))[0]
    assert story.filed is not None
    assert story.filed.iso() == "2024-10-18"


def bare(above: str, code: str) -> str:
    return (
        f'<html><body><div class="article frArticle">{above}<div>80 mots</div>'
        f"<div>7 mars 2024</div><div>Le Journal</div><div>{code}</div><div>Français</div>"
        '<div>© 2024 Le Journal</div><p class="articleParagraph frarticleParagraph">Le vote.</p>'
        "<p>Document LEJOUR0020240307ek370001a</p></div></body></html>"
    )


SECTION = "<div>Politique</div>"
HEADLINE = '<div id="hd"><span class="frHeadline">La chambre vote</span></div>'
BYLINE = "<div>Luc Moreau</div>"


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        (SECTION + HEADLINE, ()),
        (HEADLINE + SECTION + BYLINE, ("Luc Moreau",)),
        (SECTION + HEADLINE + BYLINE, ("Luc Moreau",)),
    ],
)
def test_a_marked_headline_is_told_from_its_section(above: str, byline: tuple[str, ...]) -> None:
    (story,) = dispatches(made(bare(above, "J")))
    assert (story.headline, story.byline) == ("La chambre vote", byline)
    assert (story.section, story.agency) == (("Politique",), "Le Journal")


def german(rows: str, closing: str) -> str:
    return (
        '<html><body><div class="article deArticle"><p>\n'
        "<div id=\"hd\"><b class='deHeadline'>Rat berät Regel </b></div>"
        f'<div class="author">Von EVA KLEIN.</div><div>1.366 Wörter</div><div>4 Mai 2021</div>{rows}'
        '</p><p class="articleParagraph dearticleParagraph">Der Rat berät.</p>'
        '<p class="articleParagraph dearticleParagraph">Eva Klein</p>'
        f"{closing}</div></body></html>"
    )


PRINTED = "<div>Die Zeile</div><div>ZEILE</div><div>13</div><div>Deutsch</div>"
RIGHTS = "<div>Quelle: Die Zeile, 2021. All rights reserved. Siehe www.zeile.example</div>"


@pytest.mark.parametrize("word", ["Document", "Dokument", "Documento"])
def test_the_publisher_and_the_number_are_no_text(word: str) -> None:
    closing = f"<p>Verlag Zeile GmbH & Co</p><p>{word} ZEILE00020210504eh5400002</p>"
    (story,) = dispatches(made(german(PRINTED + RIGHTS, closing)))
    assert story.headline == "Rat berät Regel"
    assert story.byline == ("EVA KLEIN",)
    assert story.body == "Der Rat berät.\n\nEva Klein"
    assert story.boilerplate is not None
    assert "Verlag Zeile GmbH & Co" in story.boilerplate
    assert "Quelle: Die Zeile, 2021" in story.boilerplate
    assert story.revision is not None
    assert story.revision.guid == "ZEILE00020210504eh5400002"


BARE = source("factiva.txt").raw.decode()


def in_rtf(text: str) -> bytes:
    signs = (f"\\u{ord(sign)}?" if ord(sign) > 127 else sign for sign in text)
    return ("{\\rtf1\\ansi " + "".join(signs).replace("\n", "\\par\n") + "}").encode()


@pytest.mark.parametrize("raw", [BARE.encode(), in_rtf(BARE)])
def test_no_story_is_lost_whatever_the_language_of_the_interface(raw: bytes) -> None:
    spanish, german = dispatches(made(raw))
    assert (spanish.headline, spanish.byline) == ("Palabras sobre la edad", ("Ana Robles",))
    assert (spanish.agency, spanish.language) == ("El Correo", "es")
    assert spanish.body == "La comisión presentó el texto.\n\nSe aplica en junio."
    assert (german.headline, german.body) == ("Die Regel gilt", "Die Regel gilt ab Juni.")


def test_coded_rows_of_a_table_in_rtf() -> None:
    rows = {"HD": "Rules agreed", "PD": "16 October 2024", "LP": "Ministers agreed."}
    rows["AN"] = "Document DAYEX00020241016ekag0000y"
    table = "\n".join(f"\\intbl {code}\\cell {text}\\cell\\row" for code, text in rows.items())
    (story,) = dispatches(made(f"{{\\rtf1\\ansi {table}}}".encode()))
    assert (story.headline, story.body) == ("Rules agreed", "Ministers agreed.")


def test_a_last_story_without_a_number_is_not_lost() -> None:
    assert len(dispatches(made(BARE.split("\nDokument")[0].encode()))) == 2


def test_a_section_above_the_headline_is_told_from_a_writer_below_it() -> None:
    above = from_lines(
        ["Politics", "Services must count reports", "82 words", "7 May 2021", "Post"]
    )
    below = from_lines(
        ["Services must count reports", "Ina Moor", "82 words", "7 May 2021", "Post"]
    )
    assert above.line("HD").lower() == below.line("HD").lower() == "services must count reports"
    assert (above.line("SE"), below.line("BY")) == ("Politics", "Ina Moor")


def test_classes_of_languages_with_longer_codes() -> None:
    page = german(PRINTED + RIGHTS, "<p>Document ZEILE00020210504eh5400002</p>")
    page = page.replace("deArticle", "zhcnArticle").replace("deHeadline", "zhcnHeadline")
    (story,) = dispatches(made(page.replace("1.366 Wörter", "1366 字")))
    assert (story.format, story.headline) == ("factiva-html", "Rat berät Regel")
    assert story.body == "Der Rat berät.\n\nEva Klein"
