"""What is remembered of the searches in the window, and what is new in saved ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.panels.search.saved_searches import SavedSearches
from desktop.search_log import SearchLog
from desktop.session import Session
from index import Archive, Facet, Filter, Query
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a", create=True, upkeep=False) as opened:
        opened.dispatches.add([accession("Law one", content="1")])
        assert opened.settle(timeout=60)
        yield opened


@pytest.fixture
def session(qtbot: QtBot, archive: Archive) -> Iterator[Session]:
    made = Session(archive)
    yield made
    made.close()


def answer(qtbot: QtBot, session: Session, query: Query) -> None:
    with qtbot.waitSignal(session.answered, check_params_cb=lambda got: got.query == query):
        session.ask(query)


def logged(archive: Archive) -> list[Query]:
    return [past.query for past in reversed(archive.searches.recent())]


def test_a_search_is_logged_with_the_number_of_its_own_answer(
    qtbot: QtBot, session: Session, archive: Archive
) -> None:
    log = SearchLog(session, session)
    answer(qtbot, session, Query("nothing"))
    with qtbot.waitSignal(session.answered):
        session.ask(Query("law"))
        log.enter()
    assert [(past.query.text, past.total) for past in archive.searches.recent()] == [("law", 1)]


def test_what_is_only_typed_is_not_logged(qtbot: QtBot, session: Session, archive: Archive) -> None:
    SearchLog(session, session)
    answer(qtbot, session, Query("la"))
    answer(qtbot, session, Query("law"))
    assert logged(archive) == []


def test_filters_chosen_after_a_search_are_logged_with_it(
    qtbot: QtBot, session: Session, archive: Archive
) -> None:
    log = SearchLog(session, session)
    answer(qtbot, session, Query("law"))
    log.enter()
    narrowed = Query("law").with_filter(Filter(Facet.AGENCY, "AFP"))
    answer(qtbot, session, narrowed)
    answer(qtbot, session, narrowed)
    assert logged(archive) == [Query("law"), narrowed]


def test_a_saved_search_tells_what_is_new_until_it_is_looked_at(
    qtbot: QtBot, session: Session, archive: Archive
) -> None:
    archive.searches.save("Laws", Query("law"))
    panel = SavedSearches(session)
    qtbot.addWidget(panel)
    archive.dispatches.add([accession("Law two", content="2"), accession("Law three", content="3")])
    assert archive.settle(timeout=60)
    panel.news.count()
    qtbot.waitUntil(lambda: panel.list.item(0).text() == "Laws · 2 new", timeout=10_000)
    panel.list.itemActivated.emit(panel.list.item(0))
    qtbot.waitUntil(lambda: panel.list.item(0).text() == "Laws", timeout=10_000)
    assert session.query == Query("law")
    panel.news.shut_down()
