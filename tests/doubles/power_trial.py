"""A working day on a disk that loses power, and the verdict on what is found afterwards."""

from __future__ import annotations

import shutil
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest

from index.errors import ArchiveError, ArchiveMissing
from index.store import Store
from tests.doubles.power_loss import Disk, put_below_the_store
from tests.doubles.working_day import WorkingDay, fingerprint

if TYPE_CHECKING:
    from pathlib import Path


class Verdict(StrEnum):
    """What became of the archive."""

    WHOLE = "whole"
    LOST = "lost"
    """An acknowledged edit is not there."""
    CORRUPT = "corrupt"


def record(folder: Path, *, edits: int, seed: int) -> Disk:
    """Make an archive and edit it; return the disk with all that was written to it."""
    disk = Disk()
    with pytest.MonkeyPatch.context() as patch:
        put_below_the_store(disk, patch)
        with Store.open(folder, create=True) as store:
            day = WorkingDay(store, seed).edits()
            for _ in range(edits):
                next(day)
                disk.acknowledge(store.corpus.edition, fingerprint(store))
    return disk


def judge(disk: Disk, folder: Path, cut: int, seed: int, *, syncs: bool = True) -> Verdict:
    """Open the archive as it may be found after a power loss behind step ``cut``."""
    folder.mkdir()
    for name, raw in disk.image(cut, seed, syncs=syncs).items():
        (folder / name).write_bytes(raw)
    try:
        return _verdict(folder, *disk.promised(cut))
    finally:
        shutil.rmtree(folder)


def _verdict(folder: Path, edition: int, promised: str) -> Verdict:
    try:
        with Store.open(folder) as store:
            if store.verify().faults:
                return Verdict.CORRUPT
            found = store.corpus.edition
            if found < edition or (found == edition > 0 and fingerprint(store) != promised):
                return Verdict.LOST
    except ArchiveMissing:
        return Verdict.LOST if edition else Verdict.WHOLE
    except ArchiveError:
        return Verdict.CORRUPT
    return Verdict.WHOLE
