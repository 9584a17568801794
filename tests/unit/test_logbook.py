"""The log: rotated, in the state folder, without a word of a dispatch."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest

from index import Archive, run_command
from index.errors import ArchiveHeld, UnknownDispatch
from index.logbook import close_logbook, logbook_path, open_logbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORD = "Quillfeather"


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    close_logbook()
    yield
    close_logbook()


def test_it_lies_in_the_state_folder(own_folders: Path) -> None:
    assert logbook_path().is_relative_to(own_folders / "state")


def test_only_our_own_loggers_write_to_it(tmp_path: Path) -> None:
    path = open_logbook(tmp_path / "log" / "file.log")
    assert path is not None
    logging.getLogger("index.store").info("made %d backups", 3)
    logging.getLogger("trafilatura").error("cannot read %s", WORD)
    logging.getLogger("index").debug("too small to tell")
    text = path.read_text(encoding="utf-8")
    assert re.search(r"INFO index\.store: made 3 backups$", text, re.MULTILINE)
    assert WORD not in text
    assert len(text.splitlines()) == 1


def test_opening_twice_writes_each_line_once(tmp_path: Path) -> None:
    path = open_logbook(tmp_path / "file.log")
    open_logbook(tmp_path / "file.log")
    logging.getLogger("desktop").warning("once")
    assert path is not None
    assert path.read_text(encoding="utf-8").count("once") == 1


def test_unexpected_errors_leave_places_but_not_what_they_quote(tmp_path: Path) -> None:
    path = open_logbook(tmp_path / "file.log")
    try:
        int(WORD)
    except ValueError:
        logging.getLogger("index").exception("unexpected")
    try:
        raise UnknownDispatch(id=7)
    except UnknownDispatch:
        logging.getLogger("index").exception("expected")
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "ValueError\n" in text
    assert "test_logbook.py:" in text
    assert "There is no dispatch 7" in text
    assert WORD not in text


def test_it_does_not_grow_for_ever(tmp_path: Path) -> None:
    path = open_logbook(tmp_path / "file.log")
    for number in range(20_000):
        logging.getLogger("index").info("line %d of many that say nothing much", number)
    assert path is not None
    files = list(tmp_path.iterdir())
    assert len(files) == 4
    assert sum(each.stat().st_size for each in files) < 1_100_000


def test_where_it_cannot_be_written_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert open_logbook(tmp_path / "file" / "log") is None


def test_a_journey_leaves_no_word_of_a_dispatch_in_it(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(f"{WORD} speaks\n\n{WORD} spoke on Tuesday about the draft code.\n")
    broken = tmp_path / "broken.xml"
    broken.write_text(f"<nitf><body>{WORD} & <p>{WORD}</body></nitf>")
    archive = ["--archive", str(tmp_path / "archive")]
    run_command([*archive, "import", str(story), str(broken)])
    run_command([*archive, "search", WORD])
    run_command([*archive, "annotate", "1", "--exact", WORD, "--note", WORD])
    run_command([*archive, "backups", "--make"])
    with Archive.open(tmp_path / "archive", upkeep=False), pytest.raises(ArchiveHeld):
        Archive.open(tmp_path / "archive")
    text = logbook_path().read_text(encoding="utf-8")
    assert "opened" in text
    assert "backup" in text
    assert WORD not in text
