"""The labelled texts of ``tests/fixtures/suggestions``, and how near suggestions come to them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from index.folding import fold
from index.selectors import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.suggestion import Suggestion

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "suggestions"
_HEAD = re.compile(r"^# ([a-z]+-\d+)\n", re.MULTILINE)
_MARK = re.compile(r"⟦([a-z]+)((?:\|[^:⟦⟧]*)?):|⟧")
ENOUGH = 0.5
"""Of the characters of either that two passages share when one is taken for the other."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a person would suggest."""

    kind: str
    span: Span
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text without its marks, and what they say."""

    name: str
    text: str
    labels: tuple[Label, ...]

    @property
    def held_out(self) -> bool:
        """Whether it was only measured, not looked at."""
        return int(self.name.rpartition("-")[2]) % 2 == 0


@dataclass(slots=True)
class Score:
    """Counts by kind."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)
    """Details of right ones that were labelled, and those of them that were found."""
    told: Counter[str] = field(default_factory=Counter)

    def precision(self, *kinds: str) -> float:
        """Return the share of suggestions that are right."""
        return _share(self.right, self.wrong, kinds)

    def recall(self, *kinds: str) -> float:
        """Return the share of labels that were suggested."""
        return _share(self.right, self.missed, kinds)

    def details(self, kind: str) -> float:
        """Return the share of labelled details that were found."""
        return self.told[kind] / self.stated[kind] if self.stated[kind] else 1.0


def _share(good: Counter[str], bad: Counter[str], kinds: Sequence[str]) -> float:
    chosen = kinds or tuple(good | bad)
    whole = sum(good[kind] + bad[kind] for kind in chosen)
    return sum(good[kind] for kind in chosen) / whole if whole else 1.0


def labelled() -> list[Labelled]:
    """Read every text."""
    return [each for path in sorted(FOLDER.glob("*.txt")) for each in _read(path)]


def _read(path: Path) -> Iterator[Labelled]:
    _, *parts = _HEAD.split(path.read_text("utf-8"))
    for name, marked in zip(parts[::2], parts[1::2], strict=True):
        yield _unmarked(name, marked.strip())


def _unmarked(name: str, marked: str) -> Labelled:
    pieces: list[str] = []
    length, at = 0, 0
    opened: list[tuple[str, int, tuple[str, ...]]] = []
    labels: list[Label] = []
    for mark in _MARK.finditer(marked):
        pieces.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[1]:
            opened.append((mark[1], length, tuple(filter(None, mark[2].split("|")))))
        else:
            kind, start, details = opened.pop()
            labels.append(Label(kind, Span(start, length), details))
    return Labelled(name, "".join([*pieces, marked[at:]]), tuple(labels))


def compare(text: Labelled, suggestions: Iterable[Suggestion], score: Score) -> list[str]:
    """Count what is right, wrong and missed; return the last two in words."""
    left, remarks = list(text.labels), []
    for each in suggestions:
        meant = next((label for label in left if _meets(each, label)), None)
        if meant is None:
            score.wrong[each.kind] += 1
            remarks.append(f"{text.name}: {each.kind} “{each.text}” is wrong")
            continue
        left.remove(meant)
        score.right[each.kind] += 1
        for detail in meant.details:
            score.stated[each.kind] += 1
            score.told[each.kind] += _tells(each, detail)
            if not _tells(each, detail):
                remarks.append(f"{text.name}: {each.kind} “{each.text}” lacks {detail}")
    for label in left:
        score.missed[label.kind] += 1
        missed = text.text[label.span.start : label.span.end]
        remarks.append(f"{text.name}: {label.kind} “{missed}” is missed")
    return remarks


def _meets(suggestion: Suggestion, label: Label) -> bool:
    if suggestion.kind != label.kind:
        return False
    one, other = suggestion.span, label.span
    shared = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return shared / whole >= ENOUGH


def _tells(suggestion: Suggestion, detail: str) -> bool:
    name, _, value = detail.rpartition("=")
    told = {"period": suggestion.period, "source": suggestion.source}.get(name, suggestion.speaker)
    one, other = sorted((fold(told), fold(value)), key=len)
    return bool(one) and one in other
