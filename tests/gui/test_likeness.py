"""More like the dispatch that is open: its words become the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject

from desktop.likeness import Likeness
from desktop.session import Session
from index import AccessionNumber, Archive
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.window import Window

BODIES = ("harbour fog", "harbour ferry", "budget", "budget year", "minister year", "ofcom levy")


class Messages:
    """Stands for a window with its message bar."""

    def __init__(self) -> None:
        self.messages = self
        self.said: list[str] = []

    def say(self, _tone: object, text: str, *, passing: bool) -> None:
        self.said.append(text)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    with Archive.open(tmp_path / "a", create=True, upkeep=False) as archive:
        archive.dispatches.add(
            [accession(f"{at}", body, content=f"{at}") for at, body in enumerate(BODIES)]
        )
        assert archive.settle(timeout=60)
        made = Session(archive)
        yield made
        made.close()


def asked(session: Session, number: int | None) -> tuple[str, list[str]]:
    window = Messages()
    session.open_dispatch(None if number is None else AccessionNumber(number))
    Likeness(cast("Window", window), session, QObject(session)).ask()
    return session.query.text, window.said


def test_the_telling_words_become_the_query(session: Session) -> None:
    assert asked(session, 1) == ("harbour", [])


def test_without_a_dispatch_nothing_is_asked(session: Session) -> None:
    assert asked(session, None) == ("", [])


def test_the_first_one_chosen_counts_where_none_is_open(session: Session) -> None:
    session.select([AccessionNumber(2), AccessionNumber(3)])
    assert asked(session, None)[0] == "harbour"


def test_where_no_word_tells_anything_it_is_said(session: Session) -> None:
    text, said = asked(session, 6)
    assert text == ""
    assert len(said) == 1
