"""What the search index reads of the record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from index.corpus import Card, Columns, TextRecord, own_headline
from index.dispatch import AccessionNumber
from index.store import counters
from index.store.records import read_list
from index.store.sql import AMONG, numbers
from index.store.stamps import read_stamp
from index.wire.authority import authority_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.codebook import ConceptUse
    from index.store.connection import Connections

_CHUNK = 256
_COLUMNS = (
    "SELECT id, filed_day, updated_day, captured_day, imported_day, filed_minute, agency, city, "
    "language, section, family FROM dispatch WHERE trashed IS NULL ORDER BY id"
)
_NUMERIC, _WORDS = 6, 3
_TEXTS = (
    "SELECT id, headline, standfirst, body, boilerplate, byline, path, member, source_url "  # noqa: S608
    "FROM dispatch JOIN text ON text.dispatch = id JOIN provenance ON provenance.dispatch = id "
    f"WHERE trashed IS NULL AND id IN {AMONG} ORDER BY id"
)
_CARDS = (
    "SELECT id, headline, standfirst, body, agency, city, language, filed "  # noqa: S608
    f"FROM dispatch JOIN text ON text.dispatch = id WHERE id IN {AMONG}"
)
_CHANGED = "FROM dispatch WHERE generation > ? AND trashed IS NULL"
_REMOVED = """
SELECT id FROM dispatch WHERE generation > ? AND trashed IS NOT NULL
UNION SELECT dispatch FROM gone WHERE generation > ? ORDER BY 1
"""
_NOTES = """
SELECT annotation.dispatch, note FROM annotation JOIN dispatch ON dispatch.id = annotation.dispatch
WHERE annotation.trashed IS NULL AND dispatch.trashed IS NULL ORDER BY annotation.id
"""


class RecordCorpus:
    """Implements :class:`index.corpus.Corpus` over SQLite."""

    def __init__(
        self, connections: Connections, concepts: Callable[[], tuple[ConceptUse, ...]]
    ) -> None:
        self._connections = connections
        self._concepts = concepts
        with connections.reading() as connection:
            self._archive_id = counters.archive_id(connection)
            self._index_key = counters.index_key(connection)

    @property
    def archive_id(self) -> str:
        """The archive's own UUID."""
        return self._archive_id

    @property
    def index_key(self) -> bytes | None:
        """The key of the index; only an encrypted record has one."""
        return self._index_key

    @property
    def generation(self) -> int:
        """Grows with every change of indexed text."""
        return self._counter(counters.GENERATION)

    @property
    def edition(self) -> int:
        """Grows with every committed edit."""
        return self._counter(counters.EDITION)

    def count(self) -> int:
        """Return how many dispatches are outside the trash."""
        return self._number("SELECT count(*) FROM dispatch WHERE trashed IS NULL")

    def changed(self, since: int, until: int | None = None) -> Iterator[TextRecord]:
        """Yield each dispatch that is new or other after ``since``, once, as it stands then."""
        last = self.generation if until is None else until
        rows = self._all(f"SELECT id {_CHANGED} AND generation <= ? ORDER BY id", since, last)
        yield from self.texts([number for (number,) in rows])

    def texts(self, ids: Sequence[int]) -> Iterator[TextRecord]:
        """Yield the dispatches of these numbers outside the trash, as they stand then."""
        for start in range(0, len(ids), _CHUNK):
            for row in self._all(_TEXTS, numbers(ids[start : start + _CHUNK])):
                yield _text_record(row)

    def changed_count(self, since: int) -> int:
        """Return how many :meth:`changed` yields."""
        return self._number(f"SELECT count(*) {_CHANGED}", since)

    def removed(self, since: int) -> list[int]:
        """Return what went to the trash, or for good, after ``since``."""
        return [number for (number,) in self._all(_REMOVED, since, since)]

    def columns(self) -> Columns:
        """Return the columns of every dispatch outside the trash."""
        rows = self._all(_COLUMNS)
        columns = list(zip(*rows, strict=True)) or [()] * (_NUMERIC + _WORDS + 2)
        ids, filed, updated, captured, imported, minutes, agency, city, language, *rest = columns
        known = {packed: read_list(packed) for packed in set(rest[0])}
        sections = [known[packed] for packed in rest[0]]
        named = {stated: authority_name(stated) for stated in set(agency)}
        return Columns(
            ids,
            filed,
            updated,
            captured,
            imported,
            minutes,
            tuple(named[stated] for stated in agency),
            city,
            language,
            sections,
            rest[1],
        )

    def tag_pairs(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return (dispatch ids, concept ids), pair by pair."""
        pairs = list(zip(*self._all("SELECT dispatch, concept FROM tag"), strict=True))
        return (pairs[0], pairs[1]) if pairs else ((), ())

    def notes(self) -> list[tuple[int, str]]:
        """Return (dispatch id, note text) of every annotation outside the trash."""
        return self._all(_NOTES)

    def concepts(self) -> tuple[ConceptUse, ...]:
        """Return the codebook."""
        return self._concepts()

    def cards(self, ids: Sequence[int]) -> list[Card]:
        """Return the cards in the order asked."""
        cards = {row[0]: _card(row) for row in self._all(_CARDS, numbers(ids))}
        return [cards[number] for number in ids if number in cards]

    def _counter(self, name: str) -> int:
        with self._connections.reading() as connection:
            return counters.counter(connection, name)

    def _number(self, query: str, *values: int | str) -> int:
        return int(self._all(query, *values)[0][0])

    def _all(self, query: str, *values: int | str) -> list[Any]:
        with self._connections.reading() as connection:
            return connection.execute(query, values).fetchall()


def _text_record(row: Sequence[Any]) -> TextRecord:
    number, headline, standfirst, body, boilerplate, byline, *source = row
    return TextRecord(
        AccessionNumber(number),
        own_headline(headline, body),
        standfirst,
        body,
        boilerplate,
        ", ".join(json.loads(byline)),
        " ".join(part for part in source if part),
    )


def _card(row: Sequence[Any]) -> Card:
    number, headline, standfirst, body, agency, city, language, filed = row
    words = (headline, standfirst, body, authority_name(agency), city, language)
    return Card(AccessionNumber(number), *words, read_stamp(filed))
