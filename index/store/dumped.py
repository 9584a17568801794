"""What the user made, as lines of text that a person can compare and another archive can load.

One JSON object a line, keys and lines in a fixed order, nothing numbered by this archive: a
dispatch goes by the hash of what it says, a concept by its path. The same work always gives the
same bytes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from types import GenericAlias, UnionType
from typing import TYPE_CHECKING, Any, ClassVar, get_args, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 1
OPTIONAL = frozenset({"alias_languages"})
"""Fields that a line need not have."""
_LARGEST = 1 << 53
"""Beyond it, other readers of JSON lose digits."""
_HEADER = {"dispatch-reader-dump": FORMAT}


@dataclass(frozen=True, slots=True)
class DumpedConcept:
    """A concept; its place is its path."""

    kind: ClassVar[str] = "concept"
    path: tuple[str, ...]
    uri: str
    colour: str
    scope_note: str
    digit: int | None
    retired: bool
    labels: dict[str, str]
    aliases: tuple[str, ...]
    alias_languages: dict[str, str] = field(default_factory=dict)
    """Not written where there are none, as in dumps of earlier programs."""


@dataclass(frozen=True, slots=True)
class DumpedDispatch:
    """Names a dispatch that something was done to; the other lines refer to ``dispatch``."""

    kind: ClassVar[str] = "dispatch"
    dispatch: str
    """Content hash, with ``#2`` and so on where several dispatches say the same."""
    sha256: str
    """Of the original bytes."""
    member: str
    path: str
    headline: str
    """As recognised or corrected; for people."""
    trashed: str | None


@dataclass(frozen=True, slots=True)
class DumpedTag:
    """A concept on a dispatch."""

    kind: ClassVar[str] = "tag"
    dispatch: str
    concept: tuple[str, ...]
    added: str


@dataclass(frozen=True, slots=True)
class DumpedAnnotation:
    """A note on a passage."""

    kind: ClassVar[str] = "annotation"
    dispatch: str
    start: int
    stop: int
    exact: str
    prefix: str
    suffix: str
    note: str
    colour: str
    concepts: tuple[tuple[str, ...], ...]
    created: str | None
    modified: str | None
    creator: str
    orphaned: bool
    trashed: str | None


@dataclass(frozen=True, slots=True)
class DumpedCorrection:
    """A field of a dispatch put right; values as the archive stores them."""

    kind: ClassVar[str] = "correction"
    dispatch: str
    field: str
    value: str | None
    corrected_at: str


@dataclass(frozen=True, slots=True)
class DumpedSearch:
    """A saved search."""

    kind: ClassVar[str] = "search"
    name: str
    query: str
    """JSON."""
    created: str


@dataclass(frozen=True, slots=True)
class DumpedRule:
    """A rule that tags what a query finds."""

    kind: ClassVar[str] = "rule"
    name: str
    concept: tuple[str, ...]
    query: str
    """JSON."""
    created: str
    ran: str | None
    tagged: int


@dataclass(frozen=True, slots=True)
class DumpedRejection:
    """A suggestion that is not to be made again."""

    kind: ClassVar[str] = "rejection"
    dispatch: str
    suggestion: str
    """What kind it was."""
    folded: str
    rejected: str


@dataclass(frozen=True, slots=True)
class DumpedLayer:
    """The work of another coder; the lines that follow belong to it."""

    kind: ClassVar[str] = "layer"
    coder: str
    imported: str
    sha256: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DumpedCoded:
    """A dispatch that a coder has looked at, and the concepts found to be on it."""

    kind: ClassVar[str] = "coded"
    coder: str
    dispatch: str
    concepts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class DumpedPassage:
    """What a coder said of a passage."""

    kind: ClassVar[str] = "coded-passage"
    coder: str
    dispatch: str
    start: int
    stop: int
    exact: str
    prefix: str
    suffix: str
    note: str
    colour: str
    concepts: tuple[tuple[str, ...], ...]
    created: str | None
    orphaned: bool


Dumped = (
    DumpedConcept
    | DumpedDispatch
    | DumpedTag
    | DumpedAnnotation
    | DumpedCorrection
    | DumpedSearch
    | DumpedRule
    | DumpedRejection
    | DumpedLayer
    | DumpedCoded
    | DumpedPassage
)
KINDS: dict[str, type[Dumped]] = {each.kind: each for each in get_args(Dumped)}


class BadLine(ValueError):
    """The line is none of a dump."""


def header() -> str:
    """Return the first line."""
    return write_object(_HEADER)


def write_line(dumped: Dumped) -> str:
    """Return an object as its line."""
    written = asdict(dumped)
    unsaid = [name for name in OPTIONAL if not written.get(name, True)]
    for name in unsaid:
        del written[name]
    return write_object({"kind": dumped.kind, **written})


def check_header(line: str) -> None:
    """Look at the first line.

    Raises:
        BadLine: it is not that of a dump, or of one from a newer program.
    """
    found = read_object(line)
    number = found.get("dispatch-reader-dump")
    if not isinstance(number, int):
        raise BadLine("it is no dump of an archive")
    if number != FORMAT:
        raise BadLine(f"it has format {number}; this program knows {FORMAT}")


def read_line(line: str) -> Dumped:
    """Undo :func:`write_line`.

    Raises:
        BadLine: the line is not one that it wrote.
    """
    found = read_object(line)
    kind = KINDS.get(str(found.pop("kind", "")))
    if kind is None:
        raise BadLine("of no known kind")
    hints = get_type_hints(kind)
    names = [each.name for each in fields(kind)]
    if not set(names) - OPTIONAL <= set(found) <= set(names):
        raise BadLine(f"a {kind.kind} has {', '.join(names)}")
    fitted: dict[str, Any] = {name: _fitted(name, found[name], hints[name]) for name in found}
    return kind(**fitted)


def write_object(found: Mapping[str, object]) -> str:
    """Return an object as one line of JSON."""
    return json.dumps(found, ensure_ascii=False, separators=(", ", ": "))


def read_object(line: str) -> dict[str, Any]:
    """Undo :func:`write_object`.

    Raises:
        BadLine: the line is no object of JSON.
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine("it is no JSON") from error
    if not isinstance(found, dict):
        raise BadLine("it is no object")
    return found


def _fitted(name: str, value: object, wanted: Any) -> object:  # noqa: ANN401 - a type hint
    """Return a value as its type wants it; tuples come as lists."""
    if isinstance(wanted, UnionType):
        return None if value is None else _fitted(name, value, get_args(wanted)[0])
    if isinstance(wanted, GenericAlias):
        return _fitted_parts(name, value, wanted)
    if type(value) is not wanted:
        raise BadLine(f"{name} is not of type {wanted.__name__}")
    if isinstance(value, str) and not _is_text(value):
        raise BadLine(f"{name} holds what is no character")
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise BadLine(f"{name} is too large")
    return value


def _fitted_parts(name: str, value: object, wanted: GenericAlias) -> object:
    part = get_args(wanted)[0]
    if wanted.__origin__ is tuple and isinstance(value, list):
        return tuple(_fitted(name, each, part) for each in value)
    if wanted.__origin__ is dict and isinstance(value, dict):
        return {_fitted(name, key, part): _fitted(name, each, part) for key, each in value.items()}
    raise BadLine(f"{name} is of another type")


def _is_text(value: str) -> bool:
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in value)
