"""The fields of the index, and how the places of a word are written into a posting."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING

from index.folding import tokens
from index.search.stock import COLUMN, Analyzer, FieldType, Format, NumericColumn, Schema, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VERSION = 3
"""Grows whenever an index written by an earlier program must be rebuilt."""

NAME = "MAIN"
"""Whoosh's name of the index, the beginning of its file names."""

TEXT_FIELDS = ("headline", "standfirst", "body", "byline", "boilerplate", "source")
SEARCHED = ("headline", "standfirst", "body", "byline")
"""Where a word without a field is looked for; the other two only by name."""

ACCESSION = "accession"
"""The column that holds the accession number of each document."""


class Folding(Analyzer):  # type: ignore[misc]
    """The one folding as Whoosh's own parser and writer call it."""

    def __call__(
        self, value: str, positions: bool = False, start_pos: int = 0, **kwargs: object
    ) -> Iterator[Token]:
        """Yield Whoosh's token, over and over, as its analyzers do."""
        shown = Token(positions, **kwargs)
        for token in tokens(value):
            shown.text, shown.boost, shown.stopped = token.folded, 1.0, False
            if positions:
                shown.pos = start_pos + token.position
            yield shown

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


class Places(Format):  # type: ignore[misc]
    """A posting's value is the bare array of places, little-endian.

    Two bytes each; four each, and one more byte at the end, where a place is past 65,535.
    """

    def word_values(
        self, value: str, analyzer: Folding, **kwargs: bool
    ) -> Iterator[tuple[str, int, float, bytes]]:
        """Yield word, frequency, weight and encoded places of each word.

        Whoosh adds up the frequencies to a field's length, so a joined form adds nothing: it
        stands where the first part of its compound does.
        """
        found: dict[str, list[int]] = {}
        last: dict[int, str] = {}
        for token in analyzer(value, **(kwargs | {"positions": True})):
            found.setdefault(token.text, []).append(token.pos)
            last[token.pos] = token.text
        own = Counter(last.values())
        for word, places in found.items():
            yield word, own[word], float(len(places)), self.encode(places)

    def encode(self, places: Sequence[int]) -> bytes:
        """Write the places of one posting; an odd length tells the wide form."""
        if all(place < 1 << 16 for place in places):
            return _little(array("H", places))
        return _little(array("I", places)) + b"\0"

    def decode_positions(self, value: bytes) -> list[int]:
        """Read the places of one posting."""
        return _places("I", value[:-1]) if len(value) % 2 else _places("H", value)

    def decode_frequency(self, value: bytes) -> int:
        """Count the places."""
        return len(self.decode_positions(value))

    def decode_weight(self, value: bytes) -> float:
        """Weight is frequency: no word is boosted when indexed."""
        return float(self.decode_frequency(value))


class Words(FieldType):  # type: ignore[misc]
    """Folded words with their places; nothing is stored."""

    def __init__(self) -> None:
        super().__init__(Places(), Folding(), scorable=True, stored=False)


def make_schema() -> Schema:
    """Return the schema: the text fields, and the accession number as a column."""
    fields: dict[str, FieldType] = {name: Words() for name in TEXT_FIELDS}
    return Schema(**fields, accession=COLUMN(NumericColumn("q", default=0)))


def _little(places: array[int]) -> bytes:
    if _BIG_ENDIAN:
        places.byteswap()
    return places.tobytes()


def _places(code: str, value: bytes) -> list[int]:
    places = array(code)
    places.frombytes(value)
    if _BIG_ENDIAN:
        places.byteswap()
    return places.tolist()


_BIG_ENDIAN = array("H", [1]).tobytes() == b"\0\1"
