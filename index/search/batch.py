"""Dispatches on their way into a segment: words as numbers, so that arrays do the work."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.folding import Chunk, cut, parts_of, word_of
from index.search.schema import TEXT_FIELDS

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from index.corpus import TextRecord

Ints = NDArray[np.int32]
Numbers = NDArray[Any]


class Vocabulary:
    """Every piece of text and every folded word met so far, as a code.

    A piece that is one word has the word's number, which counts in the order of meeting. Another
    one, say with a hyphen, has a negative code, under which its parts are kept.
    """

    def __init__(self) -> None:
        self.start_over()

    def start_over(self) -> None:
        """Forget everything, once no batch is left that was numbered so."""
        self.terms: dict[str, int] = {}
        self.codes = _Codes(self)
        self._first = array("i")
        self._count = array("i")
        self._width = array("i")
        self._term = array("i")
        self._step = array("i")

    def number(self, word: str) -> int:
        """Return the number of a folded word."""
        return self.terms.setdefault(word, len(self.terms))

    def enter(self, chunk: Chunk) -> int:
        """Return the code of a piece of several words, or none."""
        self._first.append(len(self._term))
        self._count.append(len(chunk.parts))
        self._width.append(chunk.width)
        for part in chunk.parts:
            self._term.append(self.number(part.folded))
            self._step.append(part.step)
        return -len(self._first)

    def unfold(self, codes: Ints, documents: Ints) -> Occurrences:
        """Turn codes of pieces, document by document, into the words that stand in them."""
        several = np.flatnonzero(codes < 0)
        entries = -1 - codes[several]
        counts, widths = np.ones_like(codes), np.ones_like(codes)
        counts[several], widths[several] = _ints(self._count)[entries], _ints(self._width)[entries]
        places = _within(widths, documents).repeat(counts)
        terms = codes.repeat(counts)
        parts = _ranges(_ints(self._first)[entries], counts[several])
        at = np.flatnonzero(terms < 0)
        terms[at] = _ints(self._term)[parts]
        places[at] += _ints(self._step)[parts]
        lengths = np.bincount(documents, weights=widths).astype(np.int64)
        return Occurrences(terms, documents.repeat(counts), places.view(np.uint32), lengths)


def _ints(numbers: array[int]) -> Ints:
    # four bytes each: a batch has millions of words, and its memory is what an import may take
    return np.array(numbers, dtype=np.int32)


def _ranges(firsts: Ints, counts: Ints) -> Numbers:
    """Return ``first``, ``first + 1`` … of each, ``count`` numbers."""
    return firsts.repeat(counts) + count_up(counts)


def count_up(counts: Numbers) -> Numbers:
    """Return the numbers of each group's members, from 0, group after group."""
    numbers: Numbers = np.arange(counts.sum())
    numbers -= np.repeat(np.cumsum(counts) - counts, counts)
    return numbers


def _within(widths: Ints, documents: Numbers) -> Ints:
    """Return the place at which each piece begins, counted from its document's beginning."""
    begins = np.cumsum(widths, dtype=np.int32)
    begins -= widths
    starts = np.flatnonzero(is_other(documents))
    lengths = np.diff(starts, append=len(documents))
    begins -= np.repeat(begins[starts], lengths)
    return begins


def is_other(numbers: Numbers) -> NDArray[np.bool_]:
    """Tell of each number whether it differs from the one before; the first one does."""
    other = np.ones(len(numbers), dtype=bool)
    np.not_equal(numbers[1:], numbers[:-1], out=other[1:])
    return other


@dataclass(frozen=True, slots=True)
class Occurrences:
    """One row a word in a text, ordered by document and place."""

    term: Numbers
    """Number in the vocabulary."""
    document: Numbers
    place: Numbers
    lengths: Numbers
    """How many words each document has, one entry a document; joined forms are none."""


class Batch:
    """The texts of the dispatches that will make one segment."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.accessions = array("q")
        self.size = 0
        """Pieces of text so far, over all fields."""
        self._codes = {name: array("i") for name in TEXT_FIELDS}
        self._counts = {name: array("i") for name in TEXT_FIELDS}

    def __len__(self) -> int:
        return len(self.accessions)

    def add(self, record: TextRecord) -> None:
        """Take in the words of one dispatch."""
        self.accessions.append(record.id)
        for name in TEXT_FIELDS:
            found = cut(getattr(record, name))
            self._codes[name].extend(map(self.vocabulary.codes.__getitem__, found))
            self._counts[name].append(len(found))
            self.size += len(found)

    def outdated(self, gone: Container[int]) -> tuple[int, ...]:
        """Return the documents whose dispatch was taken in again later, or is in ``gone``."""
        latest = {accession: at for at, accession in enumerate(self.accessions)}
        return tuple(
            at
            for at, accession in enumerate(self.accessions)
            if latest[accession] != at or accession in gone
        )

    @property
    def terms(self) -> Mapping[str, int]:
        """Word -> its number."""
        return self.vocabulary.terms

    def occurrences(self, field: str) -> Occurrences:
        """Return the words of one field over all dispatches of the batch."""
        codes, counts = _ints(self._codes[field]), _ints(self._counts[field])
        documents = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        return self.vocabulary.unfold(codes, documents)


class _Codes(dict[bytes, int]):
    """Piece of text -> its code; takes a new one apart."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, piece: bytes) -> int:
        word = word_of(piece)
        vocabulary = self._vocabulary
        code = vocabulary.number(word) if word else vocabulary.enter(parts_of(piece))
        self[piece] = code
        return code
