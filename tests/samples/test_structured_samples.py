"""The bars that structured formats have to reach on real files, by the scorers beside them."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from index.dispatch import Dispatch
from index.errors import InputRefused
from index.parsers import RecordRefused, Source
from index.parsers.registry import choose

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    Truth = list[dict[str, Any]]

pytestmark = pytest.mark.samples


def scorer(samples: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, samples / "score" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> list[Dispatch | InputRefused]:
    given = Source(path.read_bytes(), str(path))
    found: list[Dispatch | InputRefused] = []
    try:
        for record in choose(given).parse(given):
            found.append(record.reason if isinstance(record, RecordRefused) else record)
    except InputRefused as refusal:
        found.append(refusal)
    return found


def predicted(samples: Path, truth: Truth) -> dict[str, dict[str, object]]:
    by_file: dict[str, Truth] = defaultdict(list)
    for record in truth:
        by_file[record["path"]].append(record)
    answers: dict[str, dict[str, object]] = {}
    for path, records in by_file.items():
        found = read(samples / path)
        for record in records:
            at = int(record.get("record", 1)) - 1
            if at < len(found) and isinstance(found[at], Dispatch):
                answers[record["id"]] = _fields(found[at])
    return answers


def _fields(found: Dispatch | InputRefused) -> dict[str, object]:
    assert isinstance(found, Dispatch)
    return {
        "title": found.headline,
        "author": list(found.byline),
        "date": found.filed.iso() if found.filed else None,
        "language": found.language,
        "agency": found.agency,
        "section": list(found.section),
        "body": found.body,
    }


def fields(samples: Path, truth: Truth) -> dict[str, dict[str, float]]:
    answers = predicted(samples, truth)
    scores: dict[str, dict[str, float]] = scorer(samples, "score_fields").score(truth, answers)
    return scores


def bodies(samples: Path, truth: Truth) -> dict[str, Any]:
    told = [t for t in truth if t.get("body") is not None or t.get("must") or t.get("must_not")]
    answers = {key: value["body"] for key, value in predicted(samples, told).items()}
    scores: dict[str, Any] = scorer(samples, "score_bodies").score(told, answers)[0]
    return scores


def test_agency_fields(samples: Path, truth_of: Callable[[str], Truth]) -> None:
    scores = fields(samples, truth_of("agency"))
    assert scores["title"]["soft_accuracy"] >= 0.97
    assert scores["author"]["soft_accuracy"] >= 0.9
    assert scores["date"]["accuracy"] >= 0.97
    assert scores["agency"]["soft_accuracy"] >= 0.95
    assert scores["language"]["accuracy"] >= 0.95


def test_agency_bodies(samples: Path, truth_of: Callable[[str], Truth]) -> None:
    scores = bodies(samples, truth_of("agency"))
    assert scores["shingle4"]["f1"] >= 0.97
    assert scores["fragments"]["f1"] >= 0.97


def test_items_that_are_no_news_are_refused_by_name(
    samples: Path, truth_of: Callable[[str], Truth]
) -> None:
    for record in truth_of("agency"):
        if record["format"] in ("xml:conceptItem", "xml:planningItem", "xml:groupSet"):
            (refused,) = read(samples / record["path"])
            assert isinstance(refused, InputRefused), record["path"]
            assert str(refused)


def test_press_exports_are_complete(samples: Path, truth_of: Callable[[str], Truth]) -> None:
    truth = truth_of("press")
    wanted = {record["path"]: record["records_in_file"] for record in truth}
    for path, count in wanted.items():
        assert len(read(samples / path)) == count, path
    scores = fields(samples, truth)
    assert scores["title"]["accuracy"] == 1.0
    assert scores["date"]["accuracy"] == 1.0
    assert scores["agency"]["accuracy"] == 1.0
    assert scores["section"]["soft_accuracy"] == 1.0
    assert scores["author"]["soft_accuracy"] >= 0.9
    told = bodies(samples, truth)
    assert told["shingle4"]["f1"] >= 0.99
    assert told["fragments"]["f1"] >= 0.99


def test_mail(samples: Path, truth_of: Callable[[str], Truth]) -> None:
    truth = truth_of("email")
    scores = fields(samples, truth)
    assert scores["title"]["soft_accuracy"] >= 0.98
    assert scores["date"]["accuracy"] >= 0.98
    assert scores["author"]["soft_accuracy"] >= 0.93
    assert bodies(samples, truth)["fragments"]["f1"] >= 0.97


def test_feeds(samples: Path, truth_of: Callable[[str], Truth]) -> None:
    """Feedparser's own files mostly test the channel; what has text must come out as truth says."""
    checked = 0
    for record in truth_of("feeds"):
        found = [one for one in read(samples / record["path"]) if isinstance(one, Dispatch)]
        if "title" in record or "url" in record:
            checked += 1
            assert found, record["path"]
            assert record.get("title", found[0].headline) == found[0].headline
            assert record.get("url", found[0].source_url) == found[0].source_url
    assert checked
