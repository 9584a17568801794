"""Rows of the results where some stories are unfolded, against a plain list of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from desktop.models.results import Fold, ResultsModel
from desktop.models.unfolded import Place, Unfolded
from desktop.workers.answer import Answer
from index import AccessionNumber, Match, Query
from tests.pages.paper_archive import PaperResults, match

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

STEPS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 3)), max_size=12)


class StoryResults(PaperResults):
    """Every line stands for two further matches."""

    def page(self, first: int, count: int) -> list[Match]:
        return [_of_three(each) for each in super().page(first, count)]

    def others(self, at: int) -> list[Match]:
        return [match(100 + 10 * at), match(101 + 10 * at)]


def _of_three(found: Match) -> Match:
    return Match(found.id, 1.0, found.headline, (), "", "", "", None, found.snippet, family_size=3)


@given(STEPS)
def test_every_row_is_the_one_of_a_plain_list(steps: list[tuple[int, int]]) -> None:
    unfolded, members = Unfolded(), dict.fromkeys(range(8), 0)
    for line, count in steps:
        if count:
            unfolded.show(line, [match(at) for at in range(count)])
        elif line in unfolded:
            unfolded.hide(line)
        members[line] = count
    rows = [
        place
        for line, count in members.items()
        for place in (Place(line), *(Place(line, at) for at in range(count)))
    ]
    assert [unfolded.place(row) for row in range(len(rows))] == rows
    assert [rows[unfolded.row(line)] for line in range(8)] == [Place(line) for line in range(8)]
    assert len(unfolded) == len(rows) - 8


def test_a_story_is_unfolded_below_its_line_and_folded_up_again(qtbot: QtBot) -> None:
    model = ResultsModel()
    watch = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    watch.setUseFetchMore(False)
    results = StoryResults(4)
    model.show(Answer(Query(collapse=True), results, tuple(results.page(0, 4))))
    with qtbot.waitSignal(model.rowsInserted):
        model.unfold(1)
    assert [model.accession(row) for row in range(6)] == [0, 1, 110, 111, 2, 3]
    assert [model.fold(row) for row in (0, 1, 2)] == [Fold.FOLDED, Fold.UNFOLDED, Fold.MEMBER]
    assert (model.row_of(AccessionNumber(111)), model.row_of(AccessionNumber(3))) == (3, 5)
    model.unfold(2)
    with qtbot.waitSignal(model.dataChanged):
        model.show(Answer(Query(collapse=True), results, tuple(results.page(0, 4))))
    assert model.rowCount() == 6
    assert model.fold_up(3) == 1
    assert [model.accession(row) for row in range(4)] == [0, 1, 2, 3]
    model.close()
    watch.deleteLater()
