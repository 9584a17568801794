"""Where an annotation points: W3C Web Annotation selectors over code points."""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = 32
"""Characters of prefix and suffix kept on each side of a quote."""


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` in Unicode code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextSelector:
    """TextQuoteSelector and TextPositionSelector in one.

    See https://www.w3.org/TR/annotation-model/#selectors
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The position part."""
        return Span(self.start, self.end)


def describe(body: str, start: int, end: int) -> TextSelector:
    """Describe ``body[start:end]`` with its surroundings.

    Raises:
        ValueError: the range is empty or runs outside the body.
    """
    if not 0 <= start < end <= len(body):
        raise ValueError(f"no passage at {start}:{end} in {len(body)} characters")
    prefix, suffix = body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT]
    return TextSelector(body[start:end], prefix, suffix, start, end)


def occurrences(body: str, exact: str) -> list[Span]:
    """Return every place, also overlapping ones, where ``exact`` stands in ``body``."""
    found, at = [], body.find(exact) if exact else -1
    while at >= 0:
        found.append(Span(at, at + len(exact)))
        at = body.find(exact, at + 1)
    return found


def locate(body: str, selector: TextSelector) -> Span | None:
    """Return where the quoted passage stands in ``body`` now, or None when it is gone.

    The position is believed when the quote stands there; otherwise the occurrence with the
    longest matching context wins, and the one nearest to the old position among equals.
    """
    if body[selector.start : selector.end] == selector.exact:
        return selector.span
    found = occurrences(body, selector.exact)
    if not found:
        return None
    return max(
        found, key=lambda span: (shared_context(body, span, selector), -_moved(span, selector))
    )


def _moved(span: Span, selector: TextSelector) -> int:
    return abs(span.start - selector.start)


def shared_context(body: str, span: Span, selector: TextSelector) -> int:
    """Return how many characters of the context touch ``span`` unchanged, on both sides."""
    before = body[max(0, span.start - len(selector.prefix)) : span.start]
    after = body[span.end : span.end + len(selector.suffix)]
    return _shared(before[::-1], selector.prefix[::-1]) + _shared(after, selector.suffix)


def _shared(one: str, other: str) -> int:
    """Return how many leading characters the two have in common."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))
