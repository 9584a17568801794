"""Real inputs with truth, kept beside the project and never in it; skipped where absent."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

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


@pytest.fixture(scope="session")
def body_f1(samples: Path) -> Callable[..., float]:
    """Return the samples' own score of bodies: F1 over ``shingle4`` or ``fragments``."""
    scorer = _scorer(samples, "score_bodies")

    def score(truth: list[dict[str, Any]], bodies: dict[str, str], kind: str = "shingle4") -> float:
        scores, _ = scorer.score(truth, bodies)
        return float(scores[kind]["f1"])

    return score


@pytest.fixture(scope="session")
def field_scores(samples: Path) -> Callable[..., dict[str, Any]]:
    """Return the samples' own score of fields."""
    scorer = _scorer(samples, "score_fields")

    def score(truth: list[dict[str, Any]], found: dict[str, dict[str, Any]]) -> dict[str, Any]:
        scores: dict[str, Any] = scorer.score(truth, found)
        return scores

    return score


def _scorer(samples: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, samples / "score" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
