"""Brings the index into step with the record."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from index.reports import Cancel, Progress, ignore
from index.search.batch import Batch, Vocabulary
from index.search.errors import IndexForeign
from index.search.manifest import FILE, Built, SegmentEntry, settle
from index.search.merging import worth_merging
from index.search.schema import NAME, make_schema
from index.search.segment import accession_file, read_accessions
from index.search.segment_writer import write_segment
from index.search.shelf import Shelf
from index.search.stock import TOC, FileStorage, W3Codec, W3Segment

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from index.corpus import Corpus, TextRecord
    from index.reports import Listener

SEGMENT_DOCUMENTS = 25_000
SEGMENT_WORDS = 4_000_000
"""A segment is closed at whichever of the two comes first: both bound the memory of a build."""
VOCABULARY_TERMS = 1_000_000
"""The numbering starts afresh when it has grown beyond this."""
STEP = 250
"""Dispatches between two looks at the cancel switch."""


class IndexBuilder:
    """Writes the index of one archive; only one may work on a folder at a time."""

    def __init__(self, folder: Path, corpus: Corpus) -> None:
        self._folder = folder
        self._corpus = corpus
        self._shelf = Shelf(folder, corpus.index_key)
        self._owner = self._shelf.owner(corpus.archive_id)
        self._vocabulary = Vocabulary()
        """Kept from pass to pass: most of the words of the next one are in it."""
        self._begun: _Pass | None = None

    @property
    def built(self) -> Built | None:
        """What the folder holds; None when there is no index yet.

        Raises:
            IndexDamaged: it cannot be trusted.
        """
        found = Built.read(self._folder)
        if found is not None:
            found.belongs_to(self._owner)
        return found

    def take_in(self) -> None:
        """Fold what is new into memory, for the :meth:`catch_up` that will write it.

        Raises:
            IndexDamaged: as :meth:`catch_up`.
        """
        work, self._begun = self._pass(), None
        work.take(ignore, Cancel())
        self._begun = work

    def catch_up(self, listen: Listener, cancel: Cancel) -> bool:
        """Index what was added, changed or removed since the last time.

        Safe to kill at any moment: what was committed is found again, and indexing it a second
        time replaces it. Tells whether the index is in step; not when cancelled.

        Raises:
            IndexDamaged: the folder must be moved aside, or :meth:`rebuild` be called.
        """
        work, self._begun = self._pass(), None
        return self._bring_up(work, listen, cancel)

    def rebuild(self, listen: Listener, cancel: Cancel) -> bool:
        """Index everything anew; an index that works is kept until the new one is whole.

        Tells whether it was brought to its end; not when cancelled.
        """
        new = self._folder.with_name(f"{self._folder.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        self._begun = None
        shelf, empty = self._shelf.at(new), self._nothing_built()
        work = _Pass(shelf, empty, self._corpus, self._vocabulary, stage="rebuild")
        if not self._bring_up(work, listen, cancel):
            shutil.rmtree(new, ignore_errors=True)
            return False
        _swap(new, self._folder)
        return True

    def _pass(self) -> _Pass:
        """Return the pass that was begun, if it still leads on from what the folder holds."""
        built = self.built
        if built is not None:
            built.check(self._folder, thorough=False)
            if built.generation > self._corpus.generation:
                raise IndexForeign("ahead of the record")
        built = built or self._nothing_built()
        if self._begun is not None and self._begun.built == built:
            return self._begun
        return _Pass(self._shelf, built, self._corpus, self._vocabulary)

    def _nothing_built(self) -> Built:
        return Built(self._owner, generation=-1)

    def _bring_up(self, work: _Pass, listen: Listener, cancel: Cancel) -> bool:
        if work.is_in_step:
            _clean(work.folder, set(work.built.checked))
            return True
        if not work.take(listen, cancel):
            return False
        work.finish()
        work.merge(cancel)
        listen(Progress(work.stage, work.total, work.total))
        return True


@dataclass
class _Pass:
    """One run over the record, on from the manifest's generation."""

    shelf: Shelf
    built: Built
    corpus: Corpus
    vocabulary: Vocabulary
    stage: str = "index"
    total: int = 0
    """Dispatches that were new when last taken in."""
    _batch: Batch | None = None
    _taken: int = field(init=False)
    """The generation up to which everything is in the batch, or in segments already."""

    def __post_init__(self) -> None:
        self._taken = self.built.generation

    @property
    def folder(self) -> Path:
        return self.shelf.folder

    @property
    def is_in_step(self) -> bool:
        """Whether there is nothing to take in nor to write."""
        return self.built.generation == self.corpus.generation

    def take(self, listen: Listener, cancel: Cancel) -> bool:
        """Fold what is new in the record; not to its end when cancelled."""
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.corpus.generation
        self.total, done = self.corpus.changed_count(self._taken), 0
        for records in _batches(self.corpus.changed(self._taken, target), STEP):
            listen(Progress(self.stage, done, self.total))
            if cancel.asked:
                return False
            self._add(records)
            done += len(records)
        self._taken = target
        return True

    def finish(self) -> None:
        """Close the last segment; from now on the index counts as in step."""
        self._commit(self._taken)

    def merge(self, cancel: Cancel) -> None:
        """Put small segments together; what is searchable does not change.

        Their dispatches are folded again, which takes a fraction of the time of taking the
        postings of each word of each segment apart.
        """
        while not cancel.asked and (chosen := worth_merging(self.built.segments)):
            self.built.check(self.folder)  # nobody is to be lost through a number that is damaged
            self._batch = Batch(self.vocabulary)
            for record in self.corpus.texts(self._living(chosen)):
                self._batch.add(record)
            merged = self._close(())
            kept = [entry for entry in self.built.segments if entry not in chosen]
            self._publish([*kept, *merged], self.built.generation)
        self._batch = None

    def _living(self, segments: Iterable[SegmentEntry]) -> list[int]:
        """Return the dispatches that count in some segments."""
        living: list[int] = []
        for segment in segments:
            numbers = read_accessions(self.shelf, segment.id)
            living += np.delete(numbers, list(segment.deleted)).tolist()
        return sorted(living)

    def _add(self, records: list[TextRecord]) -> None:
        """Add dispatches to the segment at hand; close it when it is large enough."""
        self._batch = self._batch or Batch(self.vocabulary)
        for record in records:
            self._batch.add(record)
        if len(self._batch) >= SEGMENT_DOCUMENTS or self._batch.size >= SEGMENT_WORDS:
            self._commit(self.built.generation)

    def _commit(self, generation: int) -> None:
        gone = set(self.corpus.removed(self.built.generation))
        added = self._close(gone)
        gone.update(self._batch.accessions if self._batch else ())
        # a damaged number may be one of these, and take a segment, damage and all, out of the index
        numbered = {accession_file(segment.id) for segment in self.built.segments}
        self.built.check(self.folder, only=numbered)
        self._publish([*_without(self.shelf, self.built.segments, gone), *added], generation)
        self._batch = None
        if len(self.vocabulary.terms) > VOCABULARY_TERMS:
            self.vocabulary.start_over()

    def _close(self, gone: Container[int]) -> list[SegmentEntry]:
        """Write the segment at hand, if it holds anything that still counts."""
        batch = self._batch
        outdated = batch.outdated(gone) if batch else ()
        if not batch or len(outdated) == len(batch):
            return []
        return [replace(self._write(batch), deleted=outdated)]

    def _write(self, batch: Batch) -> SegmentEntry:
        segment = write_segment(batch, self.shelf.storage())
        lengths = dict(segment._fieldlengths)  # noqa: SLF001 - has no public name
        return SegmentEntry(segment.segid, segment.doc_count_all(), lengths)

    def _publish(self, segments: list[SegmentEntry], generation: int) -> None:
        """Replace the index by these segments, in one step that survives a crash."""
        number = self.built.commit + 1
        (self.folder / _table_name(number)).unlink(missing_ok=True)  # of a commit that was killed
        table = TOC(make_schema(), [_stock(entry) for entry in segments], number)
        table.write(FileStorage(str(self.folder)), NAME)
        names = _file_names(self.folder, segments, number)
        settle(self.folder / name for name in names if name not in self.built.checked)
        self.built = self.built.with_segments(self.folder, segments, names, generation)
        self.built.write(self.folder)
        _clean(self.folder, names)


def _batches(records: Iterable[TextRecord], size: int) -> Iterator[list[TextRecord]]:
    batch: list[TextRecord] = []
    for record in records:
        batch.append(record)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _without(
    shelf: Shelf, segments: Iterable[SegmentEntry], gone: set[int]
) -> Iterator[SegmentEntry]:
    """Strike out documents by accession number; leave out a segment with none left."""
    wanted = np.array(sorted(gone), dtype=np.int64)
    for segment in segments:
        ids = read_accessions(shelf, segment.id)
        struck = np.flatnonzero(np.isin(ids, wanted)).tolist()
        deleted = tuple(sorted({*segment.deleted, *struck}))
        if len(deleted) < segment.documents:
            yield replace(segment, deleted=deleted)


def _stock(entry: SegmentEntry) -> W3Segment:
    """Return the segment as Whoosh's table of contents lists it."""
    deleted = set(entry.deleted) or None
    segment = W3Segment(W3Codec(), NAME, entry.documents, segid=entry.id, deleted=deleted)
    segment._fieldlengths = dict(entry.lengths)  # noqa: SLF001 - Whoosh's own writer sets it so
    return segment


def _file_names(folder: Path, segments: Iterable[SegmentEntry], number: int) -> set[str]:
    prefixes = tuple(f"{NAME}_{segment.id}." for segment in segments)
    found = {path.name for path in folder.iterdir() if path.name.startswith(prefixes)}
    return found | {_table_name(number)}


def _table_name(number: int) -> str:
    return f"_{NAME}_{number}.toc"


def _clean(folder: Path, names: set[str]) -> None:
    """Delete what the manifest does not name; another process may still hold a file open."""
    for path in folder.iterdir():
        if path.name not in names and path.name != FILE and path.is_file():
            try:
                path.unlink()
            except OSError:
                continue


def _swap(new: Path, folder: Path) -> None:
    old = folder.with_name(f"{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
