"""Which row of the results shows which line, and which match of a story that is unfolded."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Match


class Place(NamedTuple):
    """A line of the answer, or one of the other matches that it stands for."""

    line: int
    member: int | None = None


class Unfolded:
    """Lines with the matches shown below them."""

    def __init__(self) -> None:
        self._members: dict[int, list[Match]] = {}
        self._lines: list[int] = []

    def __len__(self) -> int:
        """Return how many rows there are besides the lines."""
        return sum(map(len, self._members.values()))

    def __contains__(self, line: object) -> bool:
        return line in self._members

    @property
    def lines(self) -> Sequence[int]:
        """The lines that are unfolded, in order."""
        return tuple(self._lines)

    def show(self, line: int, members: Sequence[Match]) -> None:
        """Show matches below a line."""
        if line not in self._members:
            insort(self._lines, line)
        self._members[line] = list(members)

    def hide(self, line: int) -> None:
        """Show nothing below a line any more."""
        del self._members[line]
        self._lines.remove(line)

    def members(self, line: int) -> Sequence[Match]:
        """Return what is shown below a line."""
        return self._members.get(line, ())

    def row(self, line: int) -> int:
        """Return the row of a line."""
        before = self._lines[: bisect_left(self._lines, line)]
        return line + sum(len(self._members[each]) for each in before)

    def place(self, row: int) -> Place:
        """Return what stands in a row."""
        passed = 0
        for line in self._lines:
            first = line + passed + 1
            if row < first:
                break
            count = len(self._members[line])
            if row < first + count:
                return Place(line, row - first)
            passed += count
        return Place(row - passed)
