"""Plain text as researchers really hold it, held against its truth."""

from __future__ import annotations

import contextlib
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from index.dispatch import Precision
from index.errors import InputRefused
from index.parsers import Source
from index.parsers.decoding.encoding import decode
from index.parsers.plain_text.text import TextParser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.dispatch import Dispatch

pytestmark = pytest.mark.samples


def read(path: Path) -> Dispatch:
    (dispatch,) = TextParser().parse(Source(path.read_bytes(), path.name))
    return dispatch


def predicted(samples: Path, records: list[dict[str, Any]]) -> dict[str, Dispatch]:
    return {record["id"]: read(samples / record["path"]) for record in records}


def test_the_seed_dispatch_is_read_whole(samples: Path) -> None:
    path = samples / "seed" / "aa_fr_2024-10-18.txt"
    found = read(path)
    lines = unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).split("\n")
    text = [line for line in lines if line.strip()]
    assert found.headline == text[1]
    assert found.headline.startswith("Pédocriminalité : Prolifération")
    assert found.standfirst == text[2].removeprefix("- ")
    assert found.byline == ("Ümit Dönmez",)
    assert (found.agency, found.city, found.language) == ("Anadolu Agency", "Paris", "fr")
    assert found.section == ("Politique", "Monde")
    for stamp in (found.filed, found.updated):
        assert stamp is not None
        assert (stamp.iso(), stamp.precision) == ("2024-10-18", Precision.DAY)
    assert found.body.split("\n\n") == text[7:-1]
    assert found.boilerplate == text[-1]
    assert found.headline not in found.body


def test_the_old_wire(
    samples: Path, truth_of: Callable[[str], list[dict[str, Any]]], body_f1: Callable[..., float]
) -> None:
    records = truth_of("reuters_wire")
    found = predicted(samples, records)
    assert body_f1(records, {key: one.body for key, one in found.items()}) >= 0.98
    assert all(found[record["id"]].headline == record["title"] for record in records)
    assert all(found[record["id"]].agency == "Reuters" for record in records)
    assert all(found[record["id"]].filed for record in records)


def test_copied_pages(
    samples: Path, truth_of: Callable[[str], list[dict[str, Any]]], body_f1: Callable[..., float]
) -> None:
    records = truth_of("copied_text")
    found = predicted(samples, records)
    assert body_f1(records, {key: one.body for key, one in found.items()}) >= 0.85


def test_charsets(samples: Path, truth_of: Callable[[str], list[dict[str, Any]]]) -> None:
    records = [one for one in truth_of("hostile") if one.get("must") and one.get("encoding")]
    assert records
    for record in records:
        text = decode((samples / record["path"]).read_bytes()).text
        missing = [part for part in record["must"] if part not in text]
        assert not missing, record["id"]


def test_whatever_is_hostile_ends_in_a_dispatch_or_a_reason(samples: Path) -> None:
    for path in sorted((samples / "10_hostile").rglob("*.txt")):
        with contextlib.suppress(InputRefused):
            assert read(path).body, path.name
