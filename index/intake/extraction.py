"""Read inputs without an archive: the same children and limits, nothing recorded."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from index.intake.crew import Crew
from index.intake.sources import expand
from index.intake.worker import Setup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from index.intake.reading import Reading
    from index.reports import Cancel


def extract(
    paths: Iterable[Path | str], cancel: Cancel, setup: Setup | None = None
) -> Iterator[Reading]:
    """Yield what is in files, folders and zip files, in their order."""
    crew = Crew(setup or Setup(), most=os.cpu_count() or 1)
    with closing(crew.read(expand(paths))) as steps:
        for step in steps:
            yield from step.readings
            if cancel.asked:
                return
