"""The welcome dispatches and the starter codebook that ship with the program."""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.keys import ConceptId
    from index.store import Codebook

_PACKAGE = "resources.welcome"


@contextmanager
def files() -> Iterator[list[Path]]:
    """Lend the welcome dispatches as files, in the order of their manifest."""
    folder = resources.files(_PACKAGE)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    with ExitStack() as lent:
        yield [
            lent.enter_context(resources.as_file(folder / each["file"]))
            for each in manifest["dispatches"]
        ]


def fill(codebook: Codebook) -> None:
    """Create the starter concepts."""
    text = (resources.files(_PACKAGE) / "codebook.json").read_text("utf-8")
    for concept in json.loads(text)["concepts"]:
        _create(codebook, concept, None)


def _create(codebook: Codebook, concept: dict[str, Any], broader: ConceptId | None) -> None:
    made, _ = codebook.create(
        concept["label"],
        broader=broader,
        colour=concept.get("colour", ""),
        scope_note=concept.get("scope_note", ""),
        digit=concept.get("digit"),
        aliases=concept.get("aliases", ()),
        labels=concept.get("labels"),
    )
    for narrower in concept.get("narrower", ()):
        _create(codebook, narrower, made)
