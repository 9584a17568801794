"""How much another form of a word counts when the word itself was asked for.

Stemmers put together what does not belong together (“united” and “units”). Words that really are
forms of one another stand in the same dispatches more often than chance has it.
Source: Xu and Croft, “Corpus-based stemming using co-occurrence of word variants”, 1998.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.search.batch import Numbers

LEAST = 0.1
"""What a form counts that never stands beside the word, though chance would have it so."""
GAIN = 0.3
"""Added for each doubling of the times that the two stand together."""
DOUBT = 0.5
"""Dispatches added to what is seen and to what is expected: few of them prove little."""
_PLURALS = frozenset({("", "s"), ("", "es"), ("y", "ies"), ("", "x"), ("l", "ux")})


def kinship(word: str, form: str, one: Numbers, other: Numbers, total: int) -> float:
    """Return what ``form`` counts in place of ``word``: 1 as much, 0 nothing.

    Args:
        word: as asked for, folded.
        form: has the same stem.
        one: documents that hold ``word``, in order.
        other: documents that hold ``form``, in order.
        total: documents there are.
    """
    if is_plural(word, form):
        return 1.0
    together = len(np.intersect1d(one, other, assume_unique=True))
    expected = len(one) * len(other) / max(1, total)
    lift = (together + DOUBT) / (expected + DOUBT)
    return min(1.0, LEAST + GAIN * math.log2(1 + lift))


def is_plural(word: str, form: str) -> bool:
    """Tell whether one is the regular English or French plural of the other."""
    pairs = enumerate(zip(word, form, strict=False))
    shared = next((at for at, (a, b) in pairs if a != b), min(len(word), len(form)))
    ends = sorted((word[shared:], form[shared:]), key=lambda end: (len(end), end))
    return (ends[0], ends[1]) in _PLURALS
