"""The sample dispatches that ship with the program, read by its own parsers."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest

from index import Dispatch
from index.parsers import Source
from index.parsers.registry import choose

FOLDER = files("resources.welcome")
MANIFEST: dict[str, Any] = json.loads(FOLDER.joinpath("manifest.json").read_text("utf-8"))
ENTRIES: list[dict[str, Any]] = MANIFEST["dispatches"]
MARKS = {
    "en": "Sample dispatch written for Dispatch Reader",
    "fr": "Dépêche d’exemple rédigée pour Dispatch Reader",
    "tr": "Dispatch Reader için yazılmış örnek haber",
}

every_sample = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["file"]))


def read(entry: dict[str, Any]) -> Dispatch:
    source = Source(FOLDER.joinpath(entry["file"]).read_bytes(), path=entry["file"])
    (dispatch,) = choose(source).parse(source)
    assert isinstance(dispatch, Dispatch)
    return dispatch


def day(stamp: object) -> str | None:
    return str(stamp.iso())[:10] if hasattr(stamp, "iso") else None


@every_sample
def test_each_field_is_recognised(entry: dict[str, Any]) -> None:
    dispatch = read(entry)
    recognised = {
        "format": dispatch.format,
        "headline": dispatch.headline,
        "standfirst": dispatch.standfirst,
        "byline": list(dispatch.byline),
        "agency": dispatch.agency,
        "city": dispatch.city,
        "section": list(dispatch.section),
        "language": dispatch.language,
        "filed": day(dispatch.filed),
    }
    assert recognised == {name: entry[name] for name in recognised}


@every_sample
def test_updates_and_versions_are_recognised(entry: dict[str, Any]) -> None:
    dispatch = read(entry)
    label = dispatch.revision.label if dispatch.revision else None
    assert label == entry.get("revision")
    assert day(dispatch.updated) == entry.get("updated")


@every_sample
def test_the_body_is_the_story_and_says_that_it_is_a_sample(entry: dict[str, Any]) -> None:
    dispatch = read(entry)
    paragraphs = dispatch.body.split("\n\n")
    mark = MARKS[entry["language"]].replace("’", "['’]")
    assert re.search(mark, paragraphs[-1])
    assert 6 <= len(paragraphs) <= 12
    assert 150 <= len(dispatch.body.split()) <= 350
    assert "HAS" not in dispatch.body, "the subscription notice is boilerplate"


@every_sample
def test_no_sample_names_a_picture(entry: dict[str, Any]) -> None:
    text = FOLDER.joinpath(entry["file"]).read_text("utf-8").lower()
    assert not re.search(r"<(img|picture|video|svg|source)\b|data:|\.(jpe?g|png|gif|webp)\b", text)


def test_the_samples_give_every_panel_something_to_show() -> None:
    assert {entry["language"] for entry in ENTRIES} == {"en", "fr", "tr"}
    assert len({entry["city"] for entry in ENTRIES}) >= 10
    assert len({entry["filed"][:7] for entry in ENTRIES}) >= 10
    assert len({entry["agency"] for entry in ENTRIES}) >= 7


def test_one_story_comes_in_three_nearly_identical_versions() -> None:
    versions = [read(entry).body.split() for entry in ENTRIES if "story" in entry]
    assert len(versions) == 3
    first = set(versions[0])
    assert all(len(first & set(other)) / len(first) > 0.95 for other in versions)
    assert len({tuple(version) for version in versions}) == 3


def test_the_manifest_lists_every_file() -> None:
    names = {entry.name for entry in FOLDER.iterdir() if entry.name.endswith((".txt", ".html"))}
    assert names == {entry["file"] for entry in ENTRIES}


def concepts(level: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [c for concept in level for c in (concept, *concepts(concept.get("narrower", [])))]


def test_the_starter_codebook_is_well_formed() -> None:
    codebook = json.loads(FOLDER.joinpath("codebook.json").read_text("utf-8"))
    every = concepts(codebook["concepts"])
    assert len(every) == len({concept["label"] for concept in every}) == 14
    digits = [concept["digit"] for concept in every if "digit" in concept]
    assert sorted(digits) == list(range(1, 10))
    for concept in every:
        assert concept["labels"].keys() == {"en", "fr", "tr"}
        assert re.fullmatch(r"#[0-9a-f]{6}", concept["colour"])
        assert concept["labels"]["en"] == concept["label"]
