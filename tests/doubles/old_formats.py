"""Archives as every format of the record had them: SQL text, kept for good.

When a step is added to ``index/store/steps``, run ``python -m tests.doubles.old_formats`` before,
with the program as it is without the step; a test asks for the file that this writes.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from index.store import Store, header, write_line
from index.store.schema import APPLICATION_ID, RECORD_NAME, steps
from tests.doubles.working_day import WorkingDay

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "formats"
EDITS, SEED = 40, 17


def write() -> Path:
    """Write an archive of the present format, and the dump of what the user made in it."""
    number = steps()[-1].number
    with tempfile.TemporaryDirectory() as folder:
        with Store.open(Path(folder), create=True) as store:
            day = WorkingDay(store, SEED).edits()
            for _ in range(EDITS):
                next(day)
            work = "".join(f"{write_line(each)}\n" for each in store.dump())
        with closing(sqlite3.connect(Path(folder) / RECORD_NAME)) as connection:
            script = "\n".join(connection.iterdump())
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{number}.jsonl").write_text(f"{header()}\n{work}", encoding="utf-8")
    target = FOLDER / f"{number}.sql"
    target.write_text(f"{script}\n", encoding="utf-8")
    return target


def read(number: int, folder: Path) -> None:
    """Make an archive of that format in a folder."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / RECORD_NAME)) as connection:
        connection.executescript((FOLDER / f"{number}.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


if __name__ == "__main__":
    sys.stdout.write(f"{write()}\n")
