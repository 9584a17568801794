"""Lines below a story: credits, signatures, links, print marks."""

from __future__ import annotations

import pytest

from index.parsers import Source
from index.parsers.plain_text.text import TextParser
from index.wire.boilerplate import part_closing
from index.wire.signatures import is_below_story, signed_by, writers_below

STORY = (
    "The committee approved the bill on duties of platforms on Monday. Charities welcomed the vote."
)


@pytest.mark.parametrize(
    "below",
    [
        "MAP: 04 mars 2024",
        "AFP 181504 GMT OCT 24",
        "Source: Reuters",
        "Source : AFP",
        "avec AFP",
        "PTI ABC XYZ",
        "(Hina) xabc ydef",
        "Reporter: Siti Rahma\nEditor: Budi Santoso",
        "Pewarta: Siti Rahma\n\nEditor: Budi Santoso",
        "(Reporting by Jane Roe; Editing by Richard Miles)",
        "(Reportage Claire Martin, édité par Jean Dupont)",
        "(Muhabir: Elif Kaya)",
        "___\n\nAssociated Press writer Mary Major contributed to this report.",
        "ABC (DEF) // GHI",
        "XYZ-ABC",
        "(foto) (vídeo)",
        "APA0123 2024-10-18/15:04",
        "jane@example.org",
        "((jane.roe@example.org; +44 20 7946 0000))",
        "https://www.example.org/news/2024/10/18/duties 2/2",
        "Page 2 of 2",
        "Paylaş\nFacebook\nX\nWhatsApp",
        "Lees ook: Wat betekent de Europese wet?\n\nDoor: ANP",
        "Related news: Ministry meets platforms on age limits",
        "Teilen\nMerken\nDrucken\nSchlagwörter: Nationalrat, Jugendschutz",
        "Tags\nRussia",
        "TAGS / KEYWORDS: children, platforms",
        "Photo: Jane Roe/AFP",
        "(This story has not been edited by our staff and comes from a syndicated feed.)",
    ],
)
def test_what_stands_below_is_no_part_of_the_story(below: str) -> None:
    story, notices = part_closing([STORY, *below.split("\n\n")])
    assert story == [STORY]
    assert "\n\n".join(notices) == below


@pytest.mark.parametrize(
    "last",
    [
        "AFP and AP reported that the bill had passed.",
        "Reporters asked the minister about the vote.",
        "Editing the text took the committee three sessions.",
        "The minister shared the report on Monday",
        "Related bills were tabled in two other countries last year.",
        "Three questions remain",
        "Source material was handed to the court.",
    ],
)
def test_a_sentence_of_the_story_stays_there(last: str) -> None:
    assert part_closing([STORY, last]).story == [STORY, last]
    assert not is_below_story(last)


@pytest.mark.parametrize(
    ("ending", "signature"),
    [
        ("until February 18. PTI ABC XYZ", "PTI ABC XYZ"),
        ("la promulgare. AGERPRES/(AS - autor: Ion Popescu)", "AGERPRES/(AS - autor: Ion Popescu)"),
        ("the rules. (PTI)", "(PTI)"),
        ("the rules.” – Bernama", "– Bernama"),
        ("the rules. (Reuters/NAN)", "(Reuters/NAN)"),
        ("the rules. (Unicef)", ""),
        ("the rules – Bernama", ""),
        ("of the rules. UNICEF ABC", ""),
        ("said the ministry.", ""),
    ],
)
def test_a_signature_behind_the_last_sentence(ending: str, signature: str) -> None:
    assert signed_by(ending) == signature


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Reporter: Siti Rahma, Budi Santoso", ("Siti Rahma", "Budi Santoso")),
        (
            "(Reporting by Jane Roe and John Doe; Editing by Richard Miles)",
            ("Jane Roe", "John Doe"),
        ),
        ("(Reportage Claire Martin, édité par Jean Dupont)", ("Claire Martin",)),
        ("Editor: Budi Santoso", ()),
    ],
)
def test_who_wrote_is_told_from_who_edited(credit: str, names: tuple[str, ...]) -> None:
    assert writers_below(["", credit]) == names


def test_date_agency_and_writer_may_stand_below_only() -> None:
    text = f"Committee approves the bill\n\n{STORY}\n\nReporter: Siti Rahma\n\nMAP: 04 mars 2024\n"
    (found,) = TextParser().parse(Source(text.encode(), "dispatch.txt"))
    assert (found.agency, found.byline, found.body) == ("MAP", ("Siti Rahma",), STORY)
    assert found.filed is not None
    assert found.filed.iso() == "2024-03-04"
