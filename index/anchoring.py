"""Find an annotated passage again in another version of its dispatch.

A passage that was only edited a little is still found by likeness; below a floor it counts as
gone, since an annotation on the wrong words is worse than one that is listed as orphaned.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from index.selectors import CONTEXT, Span, TextSelector, locate, occurrences

FLOOR = 85.0
"""Likeness (0–100) of quote plus context under which a passage is not placed."""
_WORD = re.compile(r"\w+|[^\w\s]")
_SHORT = 12
"""Quotes up to this length are only placed where they stand literally."""


def anchor(body: str, selector: TextSelector) -> Span | None:
    """Return where the passage stands in ``body``, or None when it cannot be placed safely.

    An exact quote whose context is also there wins; a lone exact quote is believed; otherwise the
    most similar passage is taken, if it passes the floor with and without its context.
    """
    found = occurrences(body, selector.exact)
    if found and (len(found) == 1 or selector.prefix or selector.suffix):
        return locate(body, selector)
    if found or len(selector.exact) <= _SHORT:
        return None
    return _similar(body, selector)


def _similar(body: str, selector: TextSelector) -> Span | None:
    match = fuzz.partial_ratio_alignment(selector.exact, body, score_cutoff=FLOOR - _SLACK)
    if match is None:
        return None
    first = max(0, match.dest_start - CONTEXT)
    span = _aligned(selector.exact, body, first, match.dest_end + CONTEXT)
    if span is None or fuzz.ratio(selector.exact, body[span.start : span.end]) < FLOOR:
        return None
    around = body[max(0, span.start - CONTEXT) : span.end + CONTEXT]
    quoted = selector.prefix + selector.exact + selector.suffix
    return span if fuzz.partial_ratio(quoted, around) >= FLOOR - _SLACK else None


_SLACK = 15.0
"""Context may differ more than the quote itself: versions are often cut around it."""


def _aligned(exact: str, body: str, start: int, end: int) -> Span | None:
    """Return the stretch from the first to the last word that quote and window share in order."""
    there = [(found.group(), found.span()) for found in _WORD.finditer(body, start, end)]
    code = LCSseq.opcodes(_WORD.findall(exact), [word for word, _ in there])
    shared = [step for step in code if step.tag == "equal"]
    if not shared:
        return None
    return Span(there[shared[0].dest_start][1][0], there[shared[-1].dest_end - 1][1][1])
