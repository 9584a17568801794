"""The session: what it tells, and that it tells it on the GUI thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from desktop.session import Session
from index import AccessionNumber, Change, Progress, Query, RowChange, StorageFull, UnknownDispatch
from tests.pages.paper_archive import PaperArchive, PaperResults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

CHANGE = Change("tag", (RowChange("tag", (1,), None, {"concept": 1}),))


@pytest.fixture
def paper() -> PaperArchive:
    return PaperArchive(PaperResults(120))


@pytest.fixture
def session(qtbot: QtBot, paper: PaperArchive) -> Iterator[Session]:
    session = Session(paper.as_archive())
    yield session
    session.close()


def test_a_query_is_told_at_once_and_answered_later(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignals([session.queried, session.answered]):
        session.ask(Query("water"))
    assert session.query == Query("water")
    assert session.answer is not None
    assert (session.answer.query, session.answer.held) == (Query("water"), 120)
    assert len(session.answer.top) == 50


def test_only_the_last_of_several_queries_is_answered(qtbot: QtBot, session: Session) -> None:
    heard: list[str] = []
    session.answered.connect(lambda answer: heard.append(answer.query.text))
    for text in ("w", "wa", "wat"):
        session.ask(Query(text))
    qtbot.waitUntil(lambda: "wat" in heard)
    assert heard == ["wat"]


def test_opening_tells_the_dispatch_and_closing_none(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.opened) as opened:
        session.open_dispatch(AccessionNumber(3))
    assert opened.args == [3]
    with qtbot.waitSignal(session.opened) as opened:
        session.open_dispatch(None)
    assert opened.args == [None]


def test_an_unknown_dispatch_is_a_failure_and_changes_nothing(
    qtbot: QtBot, session: Session
) -> None:
    session.open_dispatch(AccessionNumber(3))
    with qtbot.waitSignal(session.failed) as failed:
        session.open_dispatch(AccessionNumber(999))
    assert isinstance(failed.args[0], UnknownDispatch)
    assert str(session.current) == "3"


def test_a_selection_is_told_once(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.selected) as selected:
        session.select([AccessionNumber(1), AccessionNumber(2)])
    assert selected.args == [(1, 2)]
    with qtbot.assertNotEmitted(session.selected):
        session.select((AccessionNumber(1), AccessionNumber(2)))


def test_changes_from_any_thread_arrive_on_this_one_and_refresh(
    qtbot: QtBot, session: Session, paper: PaperArchive
) -> None:
    threads: list[threading.Thread] = []
    session.changed.connect(lambda _change: threads.append(threading.current_thread()))
    with qtbot.waitSignals([session.changed, session.answered]):
        threading.Thread(target=paper.hears[0], args=(CHANGE,)).start()
    assert threads == [threading.main_thread()]


def test_the_index_in_step_again_refreshes_the_results(
    qtbot: QtBot, session: Session, paper: PaperArchive
) -> None:
    with qtbot.waitSignal(session.indexing) as told:
        paper.progress[0](Progress("index", 1, 2))
    assert told.args == [Progress("index", 1, 2)]
    with qtbot.waitSignals([session.indexing, session.answered]):
        paper.progress[0](None)


def test_an_edit_can_be_undone_and_a_failed_one_is_told(qtbot: QtBot, session: Session) -> None:
    session.perform("Tag", lambda: CHANGE)
    assert session.undo.undoText() == "Tag"

    def fail() -> Change:
        raise StorageFull(folder="x", detail="y")

    with qtbot.waitSignal(session.failed):
        session.perform("Fail", fail)
    assert session.undo.count() == 1


def test_an_edit_that_did_nothing_leaves_no_trace(session: Session) -> None:
    session.perform("Nothing", lambda: Change("tag"))
    assert session.undo.count() == 0


def test_a_bug_is_not_shown_as_an_expected_failure(session: Session) -> None:
    with pytest.raises(ZeroDivisionError):
        session.fail(ZeroDivisionError())


def test_a_closed_session_hears_nothing(qtbot: QtBot) -> None:
    paper = PaperArchive(PaperResults(1))
    Session(paper.as_archive()).close()
    assert (paper.hears, paper.progress, paper.damage) == ([], [], [])
