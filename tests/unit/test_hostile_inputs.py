"""Inputs that are built to hurt end in a dispatch or in a reason, within the limits, all of them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from index.errors import (
    BrokenInput,
    InputRefused,
    InputTooLarge,
    LockedInput,
    NoTextFound,
    SuspiciousArchive,
    TookTooLong,
)
from index.intake.extraction import extract
from index.intake.reading import Found
from index.limits import STANDARD
from index.reports import Cancel
from tests.inputs import hostile

if TYPE_CHECKING:
    from pathlib import Path

    from index.intake.reading import Reading

READ: dict[str, type] = dict.fromkeys(
    ("deep_rtf", "many_comments", "many_dates", "many_mails", "long_word"), Found
)
REFUSED: dict[str, type] = {
    "zip_bomb": SuspiciousArchive,
    "nested_zip_bomb": SuspiciousArchive,
    "web_archive_bomb": SuspiciousArchive,
    "entity_bomb": SuspiciousArchive,
    "long_entity": BrokenInput,
    "outward_entity": SuspiciousArchive,
    "deep_xml": SuspiciousArchive,
    "deep_json": SuspiciousArchive,
    "deep_html": NoTextFound,
    "deep_mail": SuspiciousArchive,
    "many_tables": NoTextFound,
    "too_long_line": InputTooLarge,
    "traversal": SuspiciousArchive,
    "broken_pdf": BrokenInput,
    "endless_pdf": BrokenInput,
    "encrypted_pdf": LockedInput,
    "broken_docx": BrokenInput,
    "encrypted_docx": LockedInput,
    "bomb_docx": SuspiciousArchive,
    "many_empty_frames": NoTextFound,
}
CUT_OFF = (
    "many_paragraphs", "many_empty_paragraphs", "many_lines", "many_entries", "long_line",
    "many_escaped_paragraphs", "many_objects",
)  # fmt: skip
"""So large that a slow machine may stop them before they are read."""
SLACK = 10.0
"""Seconds for starting a process on a busy machine."""


def test_every_recipe_has_its_expected_end() -> None:
    assert {recipe.__name__ for recipe in hostile.RECIPES} == READ.keys() | REFUSED | {*CUT_OFF}


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Reading]]:
    """Return what became of each, all of them read by the same children."""
    folder = tmp_path_factory.mktemp("hostile")
    found: dict[str, list[Reading]] = {}
    for recipe in hostile.RECIPES:
        if recipe.__name__ not in CUT_OFF:
            (folder / recipe.__name__).write_bytes(recipe())
            found[recipe.__name__] = []
    for reading in extract([folder], Cancel()):
        found[reading.path.rpartition("/")[2]].append(reading)
    return found


@pytest.mark.parametrize(("name", "expected"), [*READ.items(), *REFUSED.items()])
def test_hostile_inputs_end_in_dispatches_or_reasons(
    ends: dict[str, list[Reading]], name: str, expected: type
) -> None:
    kinds = {type(reading.result) for reading in ends[name]}
    assert kinds <= {expected, TookTooLong}
    assert len(kinds) == 1
    assert not list(_told(ends[name], "root:"))


@pytest.mark.parametrize("name", CUT_OFF)
def test_vast_inputs_are_read_or_cut_off_in_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(getattr(hostile, name)())
    began = time.monotonic()
    found = list(extract([path], Cancel()))
    assert time.monotonic() - began < 2 * STANDARD.seconds + SLACK
    assert found
    assert all(isinstance(reading.result, Found | InputRefused) for reading in found)


def _told(readings: list[Reading], word: str) -> list[str]:
    bodies = [each.result.dispatch.body for each in readings if isinstance(each.result, Found)]
    return [body for body in bodies if word in body]
