"""The window, or one of its workers, killed in the middle of everything: nothing is lost."""

from __future__ import annotations

import random
import signal
from typing import TYPE_CHECKING

import pytest

from tests.doubles.busy import Acknowledged, examine, run_and_kill

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 6
WINDOW = "tests.doubles.busy_window"


@pytest.mark.timeout(400)
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("worker_first", [False, True])
def test_what_the_window_has_shown_as_done_survives_a_kill(
    tmp_path: Path, worker_first: bool
) -> None:
    archive, told = tmp_path / "archive", Acknowledged()
    chance = random.Random(8)  # noqa: S311
    for seed in range(KILLS):
        before = len(told)
        lines = chance.randrange(2, 60)
        run_and_kill(
            archive,
            tmp_path / "inbox",
            lines,
            told,
            seed,
            program=WINDOW,
            worker_first=worker_first,
        )
        assert len(told) > before
        found = examine(archive, told)
        assert (found.lost, found.faults, found.caught_up) == ([], 0, True), f"kill {seed}"
    assert told.dispatches
    assert told.tags
    assert told.notes
