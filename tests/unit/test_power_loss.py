"""What was acknowledged survives a power loss, whichever unsynced writes the disk drops."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.doubles.power_trial import Verdict, judge, record

if TYPE_CHECKING:
    from pathlib import Path

    from tests.doubles.power_loss import Disk

IMAGES = 100


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Disk:
    return record(tmp_path_factory.mktemp("recorded") / "archive", edits=40, seed=3)


def test_the_recording_holds_what_can_go_wrong(disk: Disk) -> None:
    kinds = {(step.kind, step.file.removeprefix("archive.sqlite3")) for step in disk.steps}
    assert kinds >= {("write", ""), ("sync", ""), ("write", "-wal"), ("sync", "-wal")}
    assert len(disk.acknowledged) == 40


def test_no_acknowledged_edit_is_lost_and_nothing_is_corrupt(disk: Disk, tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311
    cuts = [chance.randrange(len(disk.steps) + 1) for _ in range(IMAGES)]
    found = [judge(disk, tmp_path / "image", cut, seed) for seed, cut in enumerate(cuts)]
    bad = [(cut, seed) for seed, cut in enumerate(cuts) if found[seed] is not Verdict.WHOLE]
    assert bad == []


def test_a_disk_that_does_not_sync_is_noticed(disk: Disk, tmp_path: Path) -> None:
    end = len(disk.steps)
    found = {judge(disk, tmp_path / "image", end, seed, syncs=False) for seed in range(10)}
    assert Verdict.WHOLE not in found
