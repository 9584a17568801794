"""The dialogs of rules: what they show, refuse and tell."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton

from desktop.dialogs.rule import RuleDialog, RuleForm
from desktop.dialogs.rule_preview import RulePreviewDialog
from desktop.dialogs.rules import RulesDialog
from desktop.models.rules import RulesModel
from desktop.query_words import query_words
from index import (
    AccessionNumber,
    Concept,
    ConceptId,
    ConceptUse,
    Facet,
    Filter,
    Query,
    Rule,
    RuleId,
    RulePreview,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LAW = ConceptUse(Concept(ConceptId(1), "Law"), ("Rules", "Law"))
CODES = ConceptUse(Concept(ConceptId(2), "Codes"), ("Rules", "Codes"))
CONCEPTS = {1: LAW, 2: CODES}
RULE = Rule(RuleId(1), "Drafts", ConceptId(1), Query("draft"), datetime(2025, 1, 2, tzinfo=UTC))
RAN = Rule(
    RuleId(2), "Codes", ConceptId(2), Query("code"), RULE.created,
    datetime(2025, 3, 4, 12, tzinfo=UTC), 14,
)  # fmt: skip


def test_a_query_is_told_in_words() -> None:
    query = Query(
        "draft  code",
        (Filter(Facet.AGENCY, "AFP"), Filter(Facet.CONCEPT, "1", exclude=True)),
        filed_from=date(2024, 1, 1),
    )
    told = query_words(query, CONCEPTS)
    assert told.startswith("draft code  ·  Agency: AFP  ·  Concept: not Law  ·  from ")
    assert query_words(Query(), CONCEPTS) == "every dispatch"


def test_the_list_shows_what_rules_find_and_when_they_ran() -> None:
    model = RulesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([RULE, RAN], CONCEPTS)
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert rows[0] == ["Drafts", "draft", "Rules / Law", "never"]
    assert rows[1][:3] == ["Codes", "code", "Rules / Codes"]
    assert rows[1][3].endswith("2025, 14 tagged")
    head = model.headerData(1, Qt.Orientation.Horizontal)
    assert head == "Finds"


def test_a_rule_needs_a_name_of_its_own_and_a_concept(qtbot: QtBot) -> None:
    dialog = RuleDialog("draft", [LAW, CODES], ["Bills"])
    qtbot.addWidget(dialog)
    dialog.show()
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    ok = box.button(QDialogButtonBox.StandardButton.Ok)
    dialog.name.setText("bills")
    assert not ok.isEnabled()
    warning = dialog.findChild(QLabel, "rule-warning")
    assert warning is not None
    assert warning.isVisible()
    dialog.name.setText("  ")
    assert not ok.isEnabled()
    dialog.name.setText("My  drafts")
    qtbot.keyClicks(dialog.picker.field, "nothing like it")
    assert not ok.isEnabled()
    dialog.picker.field.clear()
    qtbot.keyClicks(dialog.picker.field, "cod")
    assert ok.isEnabled()
    with qtbot.waitSignal(dialog.stated) as stated:
        qtbot.keyClick(dialog.picker.field, Qt.Key.Key_Return)
    assert stated.args == [RuleForm("My drafts", CODES.concept)]


def test_the_list_tells_what_is_wanted(qtbot: QtBot) -> None:
    dialog = RulesDialog()
    qtbot.addWidget(dialog)
    dialog.show_rules([RULE, RAN], CONCEPTS)
    assert dialog.current == RULE
    with qtbot.waitSignal(dialog.run_wanted) as wanted:
        dialog.all_button.click()
    assert wanted.args == [(RULE, RAN)]
    with qtbot.waitSignal(dialog.deleted) as deleted:
        dialog.delete_button.click()
    assert deleted.args == [RULE]
    dialog.show_rules([], CONCEPTS)
    assert dialog.current is None
    assert not dialog.run_button.isEnabled()
    assert dialog.new_button.isEnabled()


def test_read_only_rules_are_only_shown(qtbot: QtBot) -> None:
    dialog = RulesDialog(writable=False)
    qtbot.addWidget(dialog)
    dialog.show_rules([RULE], CONCEPTS)
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isEnabled()]
    assert [button.objectName() for button in buttons] in ([""], ["qt_dialog_close"], [])
    dialog.run()
    dialog.rename()
    dialog.delete()


@pytest.mark.parametrize("behind", [True, False])
def test_a_preview_counts_each_dispatch_once(qtbot: QtBot, behind: bool) -> None:
    ids = tuple(map(AccessionNumber, range(1, 21)))
    one = RulePreview(RULE, ids, ids[:15], ("First", "Second"), behind)
    two = RulePreview(RAN, ids[:5], (), ())
    dialog = RulePreviewDialog([one, two], CONCEPTS)
    qtbot.addWidget(dialog)
    assert dialog.button.text() == "&Tag 15 dispatches"
    assert dialog.texts[:4] == [
        "Drafts → Rules / Law",
        "Finds 20 dispatches: 5 tagged already, 15 to be tagged.",
        "First",
        "Second",
    ]
    assert "and 13 more" in dialog.texts
    assert any("being built" in text for text in dialog.texts) is behind
    with qtbot.waitSignal(dialog.confirmed):
        dialog.button.click()


def test_nothing_new_cannot_be_run(qtbot: QtBot) -> None:
    dialog = RulePreviewDialog([RulePreview(RULE, (AccessionNumber(1),), ())], CONCEPTS)
    qtbot.addWidget(dialog)
    assert not dialog.button.isEnabled()
