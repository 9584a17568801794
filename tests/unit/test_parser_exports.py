"""Press-database exports that were saved as, or turned into, office documents."""

from __future__ import annotations

import re

import pytest

from index.dispatch import Dispatch
from tests.inputs.structured import dispatches, made, source
from tests.unit.test_parser_documents import odt, pdf, word
from tests.unit.test_parser_nexis import LABELLED

FACTIVA = """Politics
Services must count reports
Ina Moor
362 words
6 July 2021
14:05
The Example Post
EXPST
English
(c) 2021 Example Media
The panel said services must count reports.
The rule applies in June.
Example Media Ltd
Document EXPST00020210706eh760001a
A word on age checks
82 words
7 July 2021
The Example Post
EXPST
English
(c) 2021 Example Media
The rule follows two years of talks.
Document EXPST00020210707eh770001b
Search Summary"""
_LONG = 24
"""Characters of a line below which the test's PDF leaves a gap, as exports do below paragraphs."""
CODED = "HD|Rules agreed|WC|82 words|PD|16 October 2024|SN|The Example Post|LP|Ministers agreed.|AN"


def opened(kind: str, lines: list[str]) -> bytes:
    if kind == "odt":
        return odt("".join(f"<text:p>{line.replace('&', '&amp;')}</text:p>" for line in lines))
    if kind == "docx":
        return word(*lines)
    printed = [line.replace("(", "\\(").replace(")", "\\)") for line in lines]
    gaps = [("", "") if len(line) > _LONG else () for line in printed]
    return pdf(*(part for line, gap in zip(printed, gaps, strict=True) for part in (line, *gap)))


@pytest.mark.parametrize("kind", ["odt", "docx", "pdf"])
def test_factiva(kind: str) -> None:
    first, second = dispatches(made(opened(kind, FACTIVA.split("\n"))))
    assert (first.headline, first.byline) == ("Services must count reports", ("Ina Moor",))
    assert (first.agency, first.section) == ("The Example Post", ("Politics",))
    assert first.body.split() == [
        "The",
        "panel",
        "said",
        "services",
        "must",
        "count",
        "reports.",
        "The",
        "rule",
        "applies",
        "in",
        "June.",
    ]
    assert first.boilerplate == "(c) 2021 Example Media\n\nExample Media Ltd"
    assert (second.headline, second.body) == (
        "A word on age checks",
        "The rule follows two years of talks.",
    )


@pytest.mark.parametrize("kind", ["odt", "docx"])
def test_factiva_with_its_codes_in_cells(kind: str) -> None:
    lines = [*CODED.split("|"), "Document EXPST00020241016ekag0000y"]
    (story,) = dispatches(made(opened(kind, lines)))
    assert (story.headline, story.agency) == ("Rules agreed", "The Example Post")
    assert story.body == "Ministers agreed."


@pytest.mark.parametrize("kind", ["odt", "pdf"])
def test_nexis_modern(kind: str) -> None:
    lines = [line for line in source("nexis_modern.txt").raw.decode().split("\n") if line.strip()]
    first, second = dispatches(made(opened(kind, [line.replace("\xa0", " ") for line in lines])))
    assert (first.headline, first.agency) == ("Charity calls for rules", "The Example Post")
    assert first.byline == ("Eve Cole",)
    assert (second.headline, second.body) == ("Regulator answers", "The regulator answered.")


@pytest.mark.parametrize("kind", ["odt", "docx"])
def test_nexis_classic(kind: str) -> None:
    text = re.sub(r"(d/b/a|reports;)\n\s*", r"\1 ", LABELLED)  # as no word processor breaks lines
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    first, second = dispatches(made(opened(kind, lines)))
    assert first.headline == "Services must count reports; First figures are due"
    assert second.headline == "Kamer wil cijfers"
    assert (first.agency, second.agency) == ("The Example Post", "De Krant")
    assert second.body == "De Kamer wil cijfers."


def test_other_documents_stand_for_themselves() -> None:
    (letter,) = dispatches(made(word("Rules agreed", "Document 12 of 14 was agreed by the panel.")))
    assert isinstance(letter, Dispatch)
    assert letter.headline == "Rules agreed"
