"""JSON read with bounded depth, and looked at without trusting its types."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from index.errors import BrokenInput, SuspiciousArchive
from index.parsers.decoding.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator


_BETWEEN = re.compile(r"[\s\x1e,]*")
"""What stands between values: blanks, commas, and the sign of JSON text sequences."""
_LINE = re.compile(r"\n[{\[]")
"""Where reading goes on behind a fault."""
_MOST_FAULTS = 100


class Node:
    """One JSON object; a key that is missing or of another type reads as empty.

    Services spell the keys of a standard in several ways (``body_xhtml``, ``bodyXhtml``), so case,
    hyphens and underscores do not count.
    """

    __slots__ = ("_given", "_members")

    def __init__(self, members: object) -> None:
        self._given: dict[str, Any] = members if isinstance(members, dict) else {}
        self._members: dict[str, Any] = {}
        for key, value in self._given.items():
            if value is not None:
                self._members.setdefault(_plain(key), value)

    def __bool__(self) -> bool:
        return bool(self._members)

    def __contains__(self, key: str) -> bool:
        return _plain(key) in self._members

    def has_any(self, plain: frozenset[str]) -> bool:
        """Tell whether there is one of these keys, written without hyphens and underscores."""
        return not plain.isdisjoint(self._members)

    def text(self, *keys: str) -> str:
        """Return the first string or number found under the keys, or ''."""
        for key in keys:
            value = self._members.get(_plain(key))
            if isinstance(value, str) and value.strip():
                return value
            if isinstance(value, int) and not isinstance(value, bool):
                return str(value)
        return ""

    def node(self, *path: str) -> Node:
        """Return the object down a path of keys."""
        found = self
        for key in path:
            found = Node(found._members.get(_plain(key)))
        return found

    def nodes(self, *keys: str) -> list[Node]:
        """Return the objects listed under the keys; an object of objects counts as its values."""
        return [Node(value) for value in self._listed(keys) if isinstance(value, dict)]

    def texts(self, *keys: str) -> list[str]:
        """Return the strings listed under the keys."""
        return [value for value in self._listed(keys) if isinstance(value, str)]

    def joined_with(self, other: Node) -> Node:
        """Return the members of both; this node's own win."""
        return Node({**other._members, **self._members})

    def keys(self) -> list[str]:
        """Return the keys in order, as they are spelled."""
        return [key for key, value in self._given.items() if value is not None]

    def parts(self) -> Iterator[tuple[str, Node]]:
        """Yield each object that a key holds, alone or in a list, with that key."""
        for key, value in self._members.items():
            for part in value if isinstance(value, list) else (value,):
                if isinstance(part, dict):
                    yield key, Node(part)

    def _listed(self, keys: tuple[str, ...]) -> Iterator[object]:
        for key in keys:
            value = self._members.get(_plain(key))
            if isinstance(value, dict):
                yield from value.values()
            elif isinstance(value, list):
                yield from value


def read_json(raw: bytes, form: str) -> tuple[list[Node], list[BrokenInput]]:
    """Return the objects at the top, in a list at the top, or one behind another (JSON lines).

    Beside them the faults of lines that are no JSON; what stands behind such a line is read on.

    Raises:
        InputRefused: there is no object, or no text.
        SuspiciousArchive: it is nested beyond reason.
    """
    found: list[Node] = []
    faults: list[BrokenInput] = []
    try:
        for value in _values(_text(raw), form):
            if isinstance(value, BrokenInput):
                faults.append(value)
            else:
                found += map(Node, _objects(value))
    except RecursionError as cause:
        raise SuspiciousArchive(detail="its JSON is nested too deeply") from cause
    if faults and not found:
        raise faults[0]
    return found, faults


def _text(raw: bytes) -> str:
    try:
        return raw.decode(json.detect_encoding(raw)).lstrip("\ufeff")
    except UnicodeDecodeError:
        return decode(raw).text


def _values(text: str, form: str) -> Iterator[object]:
    """Yield the values of a text one after another, and the fault of each line that has none."""
    reader = json.JSONDecoder(strict=False)
    at, faults = _next(text, 0), 0
    while at < len(text) and faults < _MOST_FAULTS:
        try:
            value, end = reader.raw_decode(text, at)
        except ValueError as cause:
            faults += 1
            yield BrokenInput(format=form, detail=str(cause))
            following = _LINE.search(text, at + 1)
            at = following.end() - 1 if following else len(text)
        else:
            yield value
            at = _next(text, end)


def _next(text: str, end: int) -> int:
    between = _BETWEEN.match(text, end)
    return between.end() if between else end


def _objects(value: object) -> list[object]:
    if isinstance(value, dict):
        return [value]
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


@lru_cache(maxsize=4096)
def _plain(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "")
