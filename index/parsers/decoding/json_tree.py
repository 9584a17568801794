"""JSON read with bounded depth, and looked at without trusting its types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from index.errors import BrokenInput, SuspiciousArchive

if TYPE_CHECKING:
    from collections.abc import Iterator


class Node:
    """One JSON object; a key that is missing or of another type reads as empty."""

    __slots__ = ("_members",)

    def __init__(self, members: object) -> None:
        self._members: dict[str, Any] = members if isinstance(members, dict) else {}

    def __bool__(self) -> bool:
        return bool(self._members)

    def __contains__(self, key: str) -> bool:
        return self._members.get(key) is not None

    def text(self, *keys: str) -> str:
        """Return the first string or number found under the keys, or ''."""
        for key in keys:
            value = self._members.get(key)
            if isinstance(value, str) and value.strip():
                return value
            if isinstance(value, int) and not isinstance(value, bool):
                return str(value)
        return ""

    def node(self, *path: str) -> Node:
        """Return the object down a path of keys."""
        found = self
        for key in path:
            found = Node(found._members.get(key))
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
        """Return the keys in order."""
        return [key for key, value in self._members.items() if value is not None]

    def _listed(self, keys: tuple[str, ...]) -> Iterator[object]:
        for key in keys:
            value = self._members.get(key)
            if isinstance(value, dict):
                yield from value.values()
            elif isinstance(value, list):
                yield from value


def read_json(raw: bytes, form: str) -> list[Node]:
    """Return the top object, or the objects of a top-level list.

    Raises:
        BrokenInput: it is no JSON.
        SuspiciousArchive: it is nested beyond reason.
    """
    try:
        top = json.loads(raw.decode(json.detect_encoding(raw), "strict").lstrip("\ufeff"))
    except RecursionError as cause:
        raise SuspiciousArchive(detail="its JSON is nested too deeply") from cause
    except ValueError as cause:
        raise BrokenInput(format=form, detail=str(cause)) from cause
    return [Node(top)] if isinstance(top, dict) else [Node(o) for o in _objects(top)]


def _objects(top: object) -> list[object]:
    return [item for item in top if isinstance(item, dict)] if isinstance(top, list) else []
