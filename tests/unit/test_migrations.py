"""An archive of any earlier format opens with everything in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index import Archive
from index.errors import ReadOnlyArchive
from index.query import Query
from index.store import Store, header, write_line
from index.store.schema import steps
from tests.doubles import old_formats

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = [step.number for step in steps()]
EARLIER = FORMATS[:-1]


def test_every_format_is_kept_as_an_example() -> None:
    kept = sorted(int(path.stem) for path in old_formats.FOLDER.glob("*.sql"))
    assert kept == FORMATS, "run python -m tests.doubles.old_formats, before adding a step"


@pytest.mark.parametrize("number", FORMATS)
def test_an_archive_of_a_format_opens_with_all_that_is_in_it(tmp_path: Path, number: int) -> None:
    folder = tmp_path / "archive"
    old_formats.read(number, folder)
    with closing(sqlite3.connect(folder / "archive.sqlite3")) as connection:
        (held,) = connection.execute(
            "SELECT count(*) FROM dispatch WHERE trashed IS NULL"
        ).fetchone()
    with Archive.open(folder, upkeep=False) as archive:
        assert len(archive.dispatches.ids()) == held > 0
        assert archive.verify().faults == ()
        assert archive.stats().format == FORMATS[-1]
        assert archive.settle(timeout=60)
        assert archive.search(Query("regulator")).summary.total == held
    assert len(Archive.backups(folder)) == (number < FORMATS[-1])


@pytest.mark.parametrize("number", FORMATS)
def test_what_the_user_made_is_the_same_afterwards(tmp_path: Path, number: int) -> None:
    folder = tmp_path / "archive"
    old_formats.read(number, folder)
    with Store.open(folder) as store:
        work = [header(), *(write_line(each) for each in store.dump())]
    kept = (old_formats.FOLDER / f"{number}.jsonl").read_text(encoding="utf-8").splitlines()
    assert work == kept


@pytest.mark.parametrize("number", EARLIER)
def test_an_earlier_format_is_not_changed_read_only(tmp_path: Path, number: int) -> None:
    folder = tmp_path / "archive"
    old_formats.read(number, folder)
    with pytest.raises(ReadOnlyArchive):
        Store.open(folder, read_only=True)
