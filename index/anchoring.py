"""Find an annotated passage again in another version of its dispatch.

A passage that was only edited a little is still found by likeness; below a floor it counts as
gone, and so does one that could be meant in two places, since an annotation on the wrong words is
worse than one that is listed as orphaned.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from index.selectors import CONTEXT, Span, TextSelector, occurrences, shared_context

if TYPE_CHECKING:
    from collections.abc import Iterable

FLOOR = 85.0
"""Likeness (0–100) of quote plus context under which a passage is not placed."""
_SLACK = 15.0
"""Context may differ more than the quote itself: versions are often cut around it."""
_LEAD = 10.0
"""By so much must the best place be more like the old one than the second best."""
_DISTINCT = 24
"""So many characters that stand in a text only once, context included, are believed."""
_TELLING = 6
"""Fewer characters of context say nothing."""
_SHORT = 12
"""Quotes up to this length are only placed where they stand literally."""
_WORD = re.compile(r"\w+|[^\w\s]")


def anchor(body: str, selector: TextSelector) -> Span | None:
    """Return where the passage stands in ``body``, or None when it cannot be placed safely.

    A long quote that stands there once is believed. Where it is short, or stands there several
    times, its context decides. A quote that is not there literally is sought by likeness.
    """
    found = occurrences(body, selector.exact)
    if len(found) == 1 and _literal(body, found[0], selector) >= _DISTINCT:
        return found[0]
    if found:
        return _clearly_best((_likeness(body, span, selector), span) for span in found)
    if len(selector.exact) <= _SHORT:
        return None
    return _similar(body, selector)


def _clearly_best(rated: Iterable[tuple[float, Span]]) -> Span | None:
    """Return the place of the highest rating, where it passes the floor and leads."""
    first, second, *_ = sorted([*rated, (0.0, Span(0, 0))], key=lambda each: -each[0])
    enough = first[0] >= FLOOR - _SLACK and first[0] >= second[0] + _LEAD
    return first[1] if enough else None


def _literal(body: str, span: Span, selector: TextSelector) -> int:
    """Return how long the quote is together with the context that touches it unchanged."""
    return len(selector.exact) + shared_context(body, span, selector)


def _likeness(body: str, span: Span, selector: TextSelector) -> float:
    """Rate the surroundings of a place from 0 to 100: the side that is kept better counts."""
    before = body[max(0, span.start - CONTEXT) : span.start]
    after = body[span.end : span.end + CONTEXT]
    sides = (_alike(selector.prefix[::-1], before[::-1]), _alike(selector.suffix, after))
    return max(sides) * 0.75 + min(sides) * 0.25


def _alike(context: str, here: str) -> float:
    """Rate one side from the passage outwards, as far as both texts go."""
    shared = min(len(context), len(here))
    return fuzz.ratio(context[:shared], here[:shared]) if shared >= _TELLING else 0.0


def _similar(body: str, selector: TextSelector) -> Span | None:
    span = _most_alike(body, selector.exact)
    if span is None:
        return None
    elsewhere = body[: span.start] + "\0" * (span.end - span.start) + body[span.end :]
    if _most_alike(elsewhere, selector.exact) is not None:
        return None
    around = body[max(0, span.start - CONTEXT) : span.end + CONTEXT]
    quoted = selector.prefix + selector.exact + selector.suffix
    return span if fuzz.partial_ratio(quoted, around) >= FLOOR - _SLACK else None


def _most_alike(body: str, exact: str) -> Span | None:
    """Return the passage that is most like the quote, if it is like enough."""
    match = fuzz.partial_ratio_alignment(exact, body, score_cutoff=FLOOR - _SLACK)
    if match is None:
        return None
    first = max(0, match.dest_start - CONTEXT)
    span = _aligned(exact, body, first, match.dest_end + CONTEXT)
    if span is None or fuzz.ratio(exact, body[span.start : span.end]) < FLOOR:
        return None
    return span


def _aligned(exact: str, body: str, start: int, end: int) -> Span | None:
    """Return the stretch from the first to the last word that quote and window share in order."""
    there = [(found.group(), found.span()) for found in _WORD.finditer(body, start, end)]
    code = LCSseq.opcodes(_WORD.findall(exact), [word for word, _ in there])
    shared = [step for step in code if step.tag == "equal"]
    if not shared:
        return None
    return Span(there[shared[0].dest_start][1][0], there[shared[-1].dest_end - 1][1][1])
