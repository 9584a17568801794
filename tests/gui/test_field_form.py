"""Fields to put right: what each says of itself, and when the dialog lets go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.dialogs.correct import CorrectDialog
from desktop.dialogs.import_preview import ImportPreviewDialog
from desktop.field_names import REFUSALS
from desktop.i18n import Translations
from desktop.models.import_preview import Column, ImportPreviewModel
from desktop.panels.parts.field_form import FormField
from index import Archive, Dispatch, ImportItem, ImportReport, NoTextFound, Outcome, Timestamp
from tests.pages.field_form import FieldFormPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

FIELDS = (
    FormField("headline", "Put right before", "As recognised", "first line"),
    FormField("language", "en", "en"),
    FormField("filed", "2024-10-18", "2024-10-18", "dateline"),
)
DISPATCH = Dispatch("Rules published", "A body.", agency="AFP", filed=Timestamp.on(2024, 10, 18))
REPORT = ImportReport(
    (
        ImportItem("a.txt", Outcome.IMPORTED, headline="Rules published", dispatch=DISPATCH),
        ImportItem("b.txt", Outcome.FAILED, error=NoTextFound(format="PDF")),
    ),
    dry_run=True,
)


@pytest.fixture
def dialog(qtbot: QtBot) -> CorrectDialog:
    made = CorrectDialog(FIELDS, 1, Archive.read_field)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def form(dialog: CorrectDialog, qtbot: QtBot) -> FieldFormPage:
    return FieldFormPage(dialog, qtbot)


def test_each_field_says_where_it_is_from_or_what_it_was(form: FieldFormPage) -> None:
    assert form.note("headline") == "Original: As recognised"
    assert form.note("filed") == "Read from: dateline"
    assert form.offers_original("headline")
    assert not form.offers_original("filed")


def test_nothing_changed_is_nothing_to_correct(dialog: CorrectDialog) -> None:
    assert not dialog.ok.isEnabled()
    assert dialog.form.values == {}


def test_one_fault_holds_the_dialog_back(dialog: CorrectDialog, form: FieldFormPage) -> None:
    form.type("headline", "Another")
    assert dialog.ok.isEnabled()
    form.type("language", "English")
    assert not dialog.ok.isEnabled()
    form.type("language", "fr")
    assert dialog.form.values == {"headline": "Another", "language": "fr"}
    assert dialog.ok.isEnabled()


def test_the_original_comes_back_by_one_key(dialog: CorrectDialog, form: FieldFormPage) -> None:
    form.use_original("headline")
    assert form.text("headline") == "As recognised"
    assert dialog.form.values == {"headline": "As recognised"}


@pytest.mark.parametrize(
    ("field", "text"),
    [("headline", ""), ("language", "French"), ("filed", "soon"), ("filed", "03/04/2024")],
)
def test_refusals_are_translated(
    qapp: QApplication, form: FieldFormPage, field: str, text: str
) -> None:
    languages = Translations(qapp)
    languages.use("fr")
    try:
        form.type(field, text)
        assert "n’est pas compris" in form.note(field)
        assert not [each for each in REFUSALS if each in form.note(field)]
    finally:
        languages.use("en")


def test_the_preview_is_a_sound_model() -> None:
    model = ImportPreviewModel(REPORT)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = model.index(0, Column.HEADLINE)
    assert model.wanted == 1
    assert model.setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert model.wanted == 0
    assert model.plan.left_out == {("a.txt", "")}
    assert model.index(1, Column.HEADLINE).data(Qt.ItemDataRole.CheckStateRole) is None


def test_corrections_stay_with_their_line(qtbot: QtBot) -> None:
    dialog = ImportPreviewDialog(REPORT, Archive.read_field)
    qtbot.addWidget(dialog)
    dialog.show()
    form = FieldFormPage(dialog, qtbot)
    form.type("agency", "reuters")
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    assert not dialog.form.isVisible()
    dialog.table.setCurrentIndex(dialog.model.index(0, 0))
    assert form.text("agency") == "reuters"
    assert dialog.model.index(0, Column.AGENCY).data() == "Reuters"
    assert dialog.model.plan.corrections == {("a.txt", ""): {"agency": "Reuters"}}


def test_a_long_field_that_is_left_shows_its_beginning(dialog: CorrectDialog, qtbot: QtBot) -> None:
    headline = dialog.form.rows["headline"].edit
    headline.setFocus()
    headline.end(False)
    qtbot.keyClick(headline, Qt.Key.Key_Tab)
    assert not headline.hasFocus()
    assert headline.cursorPosition() == 0
