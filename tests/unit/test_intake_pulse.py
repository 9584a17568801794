"""The beats of a child: the last one counts, and a line that is closed hurts nobody."""

from __future__ import annotations

import pytest

from index.intake.pulse import pulse, tell
from index.intake.reading import Beat


def test_of_many_beats_the_last_one_counts() -> None:
    listening, telling = pulse()
    assert listening.latest() is None
    for number in range(1500):
        tell(telling, Beat(number, 0, 0, 0.5, 0.25))
    assert listening.latest() == Beat(1499, 0, 0, 0.5, 0.25)
    tell(telling, Beat(2000, 1, 2, 1.5, 0.75))
    assert listening.latest() == Beat(2000, 1, 2, 1.5, 0.75)
    listening.close()


def test_the_last_beat_outlives_its_child() -> None:
    listening, telling = pulse()
    tell(telling, Beat(7, 3, 1, 0.0))
    telling.close()
    assert listening.latest() == Beat(7, 3, 1, 0.0)
    assert listening.latest() == Beat(7, 3, 1, 0.0)
    listening.close()
    assert listening.latest() == Beat(7, 3, 1, 0.0)


def test_a_child_learns_that_nobody_listens() -> None:
    listening, telling = pulse()
    listening.close()
    with pytest.raises(OSError, match="pipe"):
        tell(telling, Beat(0, 0, 0, 0.0))
