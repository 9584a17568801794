"""The project's own files in structured formats, read as an import reads them."""

from __future__ import annotations

from pathlib import Path

from index.dispatch import Dispatch
from index.parsers import Parser, RecordRefused, Source
from index.parsers.registry import choose

FOLDER = Path(__file__).parents[1] / "fixtures" / "structured"


def source(name: str) -> Source:
    """Return one of the files."""
    return Source((FOLDER / name).read_bytes(), name)


def made(text: str | bytes, name: str = "made") -> Source:
    """Return an input made of a text."""
    return Source(text if isinstance(text, bytes) else text.encode(), name)


def parser_of(given: Source) -> Parser:
    """Return the parser that the registry chooses."""
    return choose(given)


def everything(given: Source) -> list[Dispatch | RecordRefused]:
    """Return all that the chosen parser yields."""
    return list(choose(given).parse(given))


def dispatches(given: Source) -> list[Dispatch]:
    """Return the dispatches alone."""
    return [found for found in everything(given) if isinstance(found, Dispatch)]


def only(given: Source) -> Dispatch:
    """Return the one dispatch of an input."""
    (found,) = everything(given)
    assert isinstance(found, Dispatch)
    return found
