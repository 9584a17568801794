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
