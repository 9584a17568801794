"""Real hostile files: each ends in a dispatch with its text, or in a reason."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from index.errors import InputRefused, TookTooLong, TookTooMuchMemory
from index.intake.extraction import extract
from index.intake.reading import Found
from index.reports import Cancel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.intake.reading import Reading

pytestmark = pytest.mark.samples


@pytest.fixture(scope="module")
def ends(samples: Path) -> dict[str, list[Reading]]:
    """Return what became of each file."""
    found: dict[str, list[Reading]] = {}
    for reading in extract([samples / "10_hostile"], Cancel()):
        found.setdefault(reading.path, []).append(reading)
    return found


def test_every_file_ends_in_a_dispatch_or_a_reason(
    samples: Path, ends: dict[str, list[Reading]]
) -> None:
    files = {str(path) for path in (samples / "10_hostile").rglob("*") if path.is_file()}
    assert files
    assert files == ends.keys()
    results = [reading.result for readings in ends.values() for reading in readings]
    assert all(isinstance(result, Found | InputRefused) for result in results)
    assert not [each for each in results if isinstance(each, TookTooLong | TookTooMuchMemory)]


def test_texts_in_odd_encodings_are_decoded(
    samples: Path, ends: dict[str, list[Reading]], truth_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    records = [record for record in truth_of("hostile") if record.get("must")]
    assert records
    missed = [
        (record["path"], fragment)
        for record in records
        for fragment in record["must"]
        if _plain(fragment) not in _text(ends[str(samples / record["path"])])
    ]
    assert not missed


def _text(readings: list[Reading]) -> str:
    dispatches = [each.result.dispatch for each in readings if isinstance(each.result, Found)]
    return _plain(" ".join(f"{each.headline} {each.standfirst} {each.body}" for each in dispatches))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
