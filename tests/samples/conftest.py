"""Real inputs with truth, kept beside the project and never in it; skipped where absent."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

BESIDE = Path(__file__).parents[2].parent / "shared" / "samples"


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of the samples (DISPATCH_READER_SAMPLES overrides where it is)."""
    folder = Path(os.environ.get("DISPATCH_READER_SAMPLES", BESIDE))
    if not (folder / "truth").is_dir():
        pytest.skip("the samples with truth are not beside the project")
    return folder


@pytest.fixture(scope="session")
def truth_of(samples: Path) -> Callable[[str], list[dict[str, Any]]]:
    """Return a reader of one set's truth: a list of records."""

    def read(name: str) -> list[dict[str, Any]]:
        lines = (samples / "truth" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]

    return read
