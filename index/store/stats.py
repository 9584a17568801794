"""Counts over the archive."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from index.corpus import UNDATED
from index.reports import Stats
from index.store.counters import GENERATION, counter
from index.wire.authority import authority_name

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_COUNTS = """
SELECT
    (SELECT count(*) FROM dispatch WHERE trashed IS NULL),
    (SELECT count(*) FROM original JOIN dispatch ON id = original.dispatch WHERE trashed IS NULL),
    (SELECT count(*) FROM concept),
    (SELECT count(*) FROM tag JOIN dispatch ON id = tag.dispatch WHERE trashed IS NULL),
    (SELECT count(*) FROM annotation JOIN dispatch ON dispatch.id = annotation.dispatch
        WHERE annotation.trashed IS NULL AND dispatch.trashed IS NULL)
"""
_BY_VALUE = (
    "SELECT {0}, count(*) FROM dispatch WHERE trashed IS NULL AND {0} <> '' "
    "GROUP BY {0} ORDER BY 2 DESC, 1"
)
_SPAN = """
SELECT min(filed_day), max(filed_day) FROM dispatch WHERE trashed IS NULL AND filed_day <> ?
"""


def read_stats(connection: sqlite3.Connection, folder: Path) -> Stats:
    """Count; ``indexed`` is 0, since the record does not know of the index."""
    dispatches, originals, concepts, tags, annotations = connection.execute(_COUNTS).fetchone()
    first, last = connection.execute(_SPAN, (UNDATED,)).fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return Stats(
        dispatches,
        originals,
        concepts,
        tags,
        annotations,
        indexed=0,
        bytes_on_disk=size_of(folder),
        format=version,
        generation=counter(connection, GENERATION),
        agencies=_by_agency(connection),
        languages=dict(connection.execute(_BY_VALUE.format("language")).fetchall()),
        first_filed=_iso(first),
        last_filed=_iso(last),
    )


def _by_agency(connection: sqlite3.Connection) -> dict[str, int]:
    """Count by the agencies' own names, the most first, whatever the sources call them."""
    counts: Counter[str] = Counter()
    for stated, count in connection.execute(_BY_VALUE.format("agency")):
        counts[authority_name(stated)] += count
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def size_of(folder: Path) -> int:
    """Return the bytes of every file in a folder and below; files that vanish count nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except OSError:
            continue
    return total


def _iso(ordinal: int | None) -> str:
    return "" if ordinal is None else date.fromordinal(ordinal).isoformat()
