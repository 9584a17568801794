"""The list of matches: as long as the answer at once, read page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.models.results import PAGE, ResultsModel, Role
from desktop.workers.answer import Answer
from index import Query, UnknownDispatch
from tests.pages.paper_archive import PaperResults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[ResultsModel]:
    model = ResultsModel()
    watch = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    watch.setUseFetchMore(False)
    yield model
    model.close()
    watch.deleteLater()


def answer(results: PaperResults, text: str = "") -> Answer:
    return Answer(Query(text), results, tuple(results.page(0, PAGE)))


def headline(model: ResultsModel, row: int) -> object:
    return model.index(row, 0).data()


def test_every_row_is_there_at_once_and_the_first_page_is_filled(qapp: QApplication) -> None:
    model = ResultsModel()  # not under Qt's tester, which would ask for each of a million rows
    model.show(answer(PaperResults(1_000_000)))
    assert model.rowCount() == 1_000_000
    assert headline(model, PAGE - 1) == f"Item {PAGE - 1}"
    model.close()


def test_other_pages_are_read_when_they_are_looked_at(qtbot: QtBot, model: ResultsModel) -> None:
    model.show(answer(PaperResults(10_000)))
    assert model.index(7_123, 0).data(Role.MATCH) is None
    assert headline(model, 7_123) == "Loading…"
    with qtbot.waitSignal(model.dataChanged) as changed:
        pass
    assert (changed.args[0].row(), changed.args[1].row()) == (7_100, 7_149)
    assert headline(model, 7_123) == "Item 7123"


def test_the_last_page_may_be_short(qtbot: QtBot, model: ResultsModel) -> None:
    model.show(answer(PaperResults(PAGE + 3)))
    assert headline(model, PAGE + 2) == "Loading…"
    qtbot.waitUntil(lambda: headline(model, PAGE + 2) == f"Item {PAGE + 2}")


def test_pages_scrolled_past_are_not_read(qtbot: QtBot, model: ResultsModel) -> None:
    results = PaperResults(100_000)
    model.show(answer(results))
    results.asked.clear()
    for row in range(0, 100_000, PAGE):
        model.at(row)
    last = 100_000 - 1
    qtbot.waitUntil(lambda: headline(model, last) == f"Item {last}")
    assert len(results.asked) <= 3


def test_pages_of_an_earlier_answer_never_arrive(qtbot: QtBot, model: ResultsModel) -> None:
    slow = PaperResults(500)
    model.show(answer(slow))
    slow.gate.clear()
    model.at(400)
    qtbot.waitUntil(lambda: model._reader.busy)
    quick = PaperResults(300)
    model.show(answer(quick, "other"))
    slow.gate.set()
    assert headline(model, 250) == "Loading…"
    qtbot.waitUntil(lambda: headline(model, 250) == "Item 250")
    assert model.rowCount() == 300


def test_the_same_dispatches_keep_their_rows(qtbot: QtBot, model: ResultsModel) -> None:
    model.show(answer(PaperResults(120)))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(answer(PaperResults(120)))
    with qtbot.waitSignal(model.modelReset):
        model.show(answer(PaperResults(121)))


def test_a_page_that_cannot_be_read_says_so(qtbot: QtBot, model: ResultsModel) -> None:
    model.show(answer(PaperResults(500, error=UnknownDispatch(id=1))))
    with qtbot.waitSignal(model.failed) as failed:
        model.at(400)
    assert isinstance(failed.args[0], UnknownDispatch)


def test_a_row_says_all_of_itself_to_a_screen_reader(model: ResultsModel) -> None:
    model.show(answer(PaperResults(3)))
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Item 1. AP · Oslo · 1 Feb 2024. Members discussed item 1 of the agenda."
