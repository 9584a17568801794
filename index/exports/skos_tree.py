"""From the graph of a vocabulary to the tree of a codebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Node:
    """A concept's label, and the URIs of its broader concepts; the first described one counts."""

    label: str
    broader: Sequence[str]


def paths(nodes: Mapping[str, Node]) -> dict[str, tuple[str, ...]]:
    """Return the labels from the root to each concept.

    Raises:
        ValueError: a concept stands below itself.
    """
    found: dict[str, tuple[str, ...]] = {}
    for uri in sorted(nodes):
        waiting: list[str] = []
        at: str | None = uri
        while at is not None and at not in found:
            if at in waiting:
                raise ValueError(f"“{nodes[at].label}” stands below itself")
            waiting.append(at)
            at = next((each for each in nodes[at].broader if each in nodes), None)
        path = () if at is None else found[at]
        for each in reversed(waiting):
            path = found[each] = (*path, nodes[each].label)
    return found
