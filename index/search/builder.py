"""Brings the index into step with the record."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from index.reports import Progress
from index.search.batch import Batch, Vocabulary
from index.search.errors import IndexForeign
from index.search.manifest import FILE, Built, SegmentEntry, settle
from index.search.merging import Merged, worth_merging
from index.search.schema import NAME, make_schema
from index.search.segment import read_accessions
from index.search.segment_writer import write_segment
from index.search.shelf import Shelf
from index.search.stock import TOC, FileStorage, W3Codec, W3Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from index.corpus import Corpus, TextRecord
    from index.reports import Cancel, Listener
    from index.search.batch import Writable

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

    def catch_up(self, listen: Listener, cancel: Cancel) -> bool:
        """Index what was added, changed or removed since the last time.

        Safe to kill at any moment: what was committed is found again, and indexing it a second
        time replaces it. Tells whether the index is in step; not when cancelled.

        Raises:
            IndexDamaged: the folder must be moved aside, or :meth:`rebuild` be called.
        """
        built = self.built
        if built is not None:
            built.check(self._folder, thorough=False)
            if built.generation > self._corpus.generation:
                raise IndexForeign("ahead of the record")
        built = built or Built(self._owner, generation=-1)
        return self._bring_up(_Pass(self._shelf, built, self._corpus.generation), listen, cancel)

    def rebuild(self, listen: Listener, cancel: Cancel) -> bool:
        """Index everything anew; an index that works is kept until the new one is whole.

        Tells whether it was brought to its end; not when cancelled.
        """
        empty = Built(self._owner, generation=-1)
        new = self._folder.with_name(f"{self._folder.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        work = _Pass(self._shelf.at(new), empty, self._corpus.generation, stage="rebuild")
        if not self._bring_up(work, listen, cancel):
            shutil.rmtree(new, ignore_errors=True)
            return False
        _swap(new, self._folder)
        return True

    def _bring_up(self, work: _Pass, listen: Listener, cancel: Cancel) -> bool:
        since = work.built.generation
        if since == work.target:
            _clean(work.folder, set(work.built.checked))
            return True
        work.begin(self._corpus.removed(since))
        total, done = self._corpus.changed_count(since), 0
        for records in _batches(self._corpus.changed(since), STEP):
            listen(Progress(work.stage, done, total))
            if cancel.asked:
                return False
            work.take(records)
            done += len(records)
        work.finish()
        work.merge(cancel)
        listen(Progress(work.stage, total, total))
        return True


@dataclass
class _Pass:
    """One run over the record, from the manifest's generation up to ``target``."""

    shelf: Shelf
    built: Built
    target: int
    stage: str = "index"
    _vocabulary: Vocabulary = field(default_factory=Vocabulary)
    _batch: Batch | None = None
    _removed: Iterable[int] = ()

    @property
    def folder(self) -> Path:
        return self.shelf.folder

    def begin(self, removed: Iterable[int]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._removed = removed

    def take(self, records: list[TextRecord]) -> None:
        """Add dispatches to the segment at hand; close it when it is large enough."""
        self._batch = self._batch or Batch(self._vocabulary)
        for record in records:
            self._batch.add(record)
        if len(self._batch) >= SEGMENT_DOCUMENTS or self._batch.size >= SEGMENT_WORDS:
            self._commit(self.built.generation)

    def finish(self) -> None:
        """Close the last segment; from now on the index counts as in step."""
        self._commit(self.target)

    def merge(self, cancel: Cancel) -> None:
        """Put small segments together; what is searchable does not change."""
        while not cancel.asked and (chosen := worth_merging(self.built.segments)):
            # What is damaged now would bear a fresh checksum afterwards.
            self.built.check(self.folder)
            merged = self._write(Merged(self.shelf, chosen))
            kept = [entry for entry in self.built.segments if entry not in chosen]
            self._publish([*kept, merged], self.built.generation)

    def _commit(self, generation: int) -> None:
        segments = list(self.built.segments)
        gone = set(self._removed)
        added = []
        if self._batch:
            gone.update(self._batch.accessions)
            added = [self._write(self._batch)]
        self._publish([*_without(self.shelf, segments, gone), *added], generation)
        self._batch, self._removed = None, ()
        if len(self._vocabulary.terms) > VOCABULARY_TERMS:
            self._vocabulary = Vocabulary()

    def _write(self, documents: Writable) -> SegmentEntry:
        segment = write_segment(documents, self.shelf.storage())
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
