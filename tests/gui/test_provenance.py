"""What is told of the provenance of a dispatch."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.dialogs.provenance import ProvenanceDialog
from desktop.provenance_text import Section, as_text, provenance
from index import (
    Accession,
    AccessionNumber,
    Dispatch,
    Precision,
    Provenance,
    Revision,
    Timestamp,
    Zone,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from index import FieldValue

DISPATCH = Dispatch(
    "Senate adopts <b>the</b> act",
    "The senate adopted the act on Monday.",
    agency="AFP",
    language="en",
    filed=Timestamp(datetime(2024, 4, 3), Precision.DAY, Zone.UNKNOWN, ambiguous=True),
    source_url="https://news.example/act",
    revision=Revision("urn:newsml:example:1", 2, "UPDATE 1", "urn:newsml:example:0"),
    partial=True,
    origins={"headline": "first line", "filed": "date line", "source_url": "link in the text"},
    warnings=("day and month of the date could be read the other way round",),
    dropped={"image": 2, "script": 11},
)
ORIGIN = Provenance(
    "press/week.zip", "act.html", "ab" * 32, 512, "text/html", "html 3",
    datetime(2026, 11, 26, 9, 30, tzinfo=UTC),
)  # fmt: skip


def told(dispatch: Dispatch = DISPATCH, **originals: FieldValue) -> list[Section]:
    return provenance(Accession(AccessionNumber(7), dispatch, ORIGIN), originals, kept=True)


@pytest.mark.usefixtures("qapp")
def test_everything_that_is_known_is_told() -> None:
    text = as_text(told())
    for part in (
        "press/week.zip", "act.html", "https://news.example/act\tlink in the text", "512 bytes",
        "ab" * 32, "html 3", "26 November 2026, 09:30 (UTC)", "Headline\tSenate adopts <b>the</b>",
        "first line", "3 April 2024 (day and month uncertain)\tdate line", "words: 7",
        "an excerpt only", "UPDATE 1", "no. 2", "replaces urn:newsml:example:0", "2 × image",
        "11 × script", "could be read the other way round",
    ):  # fmt: skip
        assert part in text


@pytest.mark.usefixtures("qapp")
def test_a_corrected_field_still_tells_what_the_source_says() -> None:
    assert "AFP\tcorrected; the source says “Agence Example”" in as_text(
        told(agency="Agence Example")
    )


@pytest.mark.usefixtures("qapp")
def test_a_dispatch_without_doubts_has_no_section_of_them() -> None:
    headings = [section.heading for section in told(Dispatch("Head", "Body."))]
    assert headings == ["The original", "What was read in it", "What was left out"]


def test_the_dialog_takes_nothing_for_markup_and_copies_everything(qtbot: QtBot) -> None:
    dialog = ProvenanceDialog("Provenance of no. 7", DISPATCH.headline, told())
    qtbot.addWidget(dialog)
    assert "Senate adopts <b>the</b> act" in dialog.texts
    assert "ab" * 32 in dialog.texts
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == as_text(told())
