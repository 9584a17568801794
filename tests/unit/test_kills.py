"""A program killed in the middle of its work, again and again: nothing acknowledged is lost."""

from __future__ import annotations

import random
import signal
from typing import TYPE_CHECKING

import pytest

from tests.doubles.busy import Acknowledged, examine, run_and_kill

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 15


@pytest.mark.timeout(400)
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_every_acknowledged_edit_survives_a_kill(tmp_path: Path) -> None:
    archive, told = tmp_path / "archive", Acknowledged()
    chance = random.Random(5)  # noqa: S311
    for seed in range(KILLS):
        before = len(told)
        run_and_kill(archive, tmp_path / "inbox", chance.randrange(1, 60), told, seed)
        assert len(told) > before
        found = examine(archive, told)
        assert (found.lost, found.faults, found.caught_up) == ([], 0, True), f"kill {seed}"
