"""The codebook's tree as a model: sound through every change, quick with thousands of concepts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.models.codebook import MIME, CodebookFilter, CodebookModel, Move
from index import Concept, ConceptId, ConceptUse
from tests.pages.keyboard import PATIENCE


def use(number: int, label: str, broader: int | None = None) -> ConceptUse:
    above = ConceptId(broader) if broader else None
    return ConceptUse(Concept(ConceptId(number), label, above), (label,))


STATES = [
    [use(1, "a"), use(2, "b", 1), use(3, "c", 2), use(4, "d")],
    [use(1, "a"), use(2, "B", 1), use(3, "c", 2), use(4, "d")],
    [use(4, "d"), use(3, "c", 4), use(1, "a")],
    [],
    [use(9, "z")],
]


def test_the_tree_is_a_sound_model_through_every_change(qtbot: QtBot) -> None:
    model = CodebookModel()
    proxy = CodebookFilter(model)
    testers = [QAbstractItemModelTester(each) for each in (model, proxy)]
    for state in [*STATES, *reversed(STATES)]:
        model.show(state)
        proxy.narrow("c")
        proxy.narrow("")
        assert [model.use(model.index_of(each.concept.id)) for each in state] == state
    assert len(testers) == 2


def test_a_rename_keeps_the_rows_and_says_what_changed(qtbot: QtBot) -> None:
    model = CodebookModel()
    model.show(STATES[0])
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.dataChanged, timeout=PATIENCE) as changed,
    ):
        model.show(STATES[1])
    assert changed.args is not None
    assert changed.args[0].data() == "B"


def test_only_what_was_dragged_from_here_is_taken(qtbot: QtBot) -> None:
    model = CodebookModel()
    model.show(STATES[0])
    data = model.mimeData([model.index_of(ConceptId(3))])
    assert data.formats() == [MIME]
    target = model.index_of(ConceptId(4))
    with qtbot.waitSignal(model.moved, timeout=PATIENCE) as moved:
        assert not model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    assert moved.args == [Move(STATES[0][2].concept, STATES[0][3].concept)]
    data.removeFormat(MIME)
    data.setText("3")
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)


def test_five_thousand_concepts_are_shown_at_once(qtbot: QtBot) -> None:
    uses = [use(n, f"Concept {n}", n // 10 or None) for n in range(1, 5_001)]
    ordered = _depth_first(uses)
    model = CodebookModel()
    model.show(ordered)
    assert model.rowCount() == 9


def _depth_first(uses: list[ConceptUse]) -> list[ConceptUse]:
    below: dict[ConceptId | None, list[ConceptUse]] = {}
    for each in uses:
        below.setdefault(each.concept.broader, []).append(each)
    ordered, ahead = [], list(reversed(below[None]))
    while ahead:
        each = ahead.pop()
        ordered.append(each)
        ahead += reversed(below.get(each.concept.id, []))
    return ordered
