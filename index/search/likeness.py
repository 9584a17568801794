"""The words that tell a dispatch from others, as a query for more of its kind.

Weighed by tf·idf (Spärck Jones, “A statistical interpretation of term specificity”, 1972), with
the logarithm of the frequency, so that a word said ten times does not count ten times.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from index.folding import tokens
from index.search.scoring import WEIGHTS
from index.search.stopwords import is_stop_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.corpus import Readable
    from index.folding import Token
    from index.search.opened import OpenIndex

TERMS = 12
"""Words of the query."""
_SHORTEST = 3
_COMMON = 0.25
"""Share of the dispatches from which a word tells nothing."""
_READ = 20_000
"""Characters of a body that are weighed."""


def query_like(record: Readable, index: OpenIndex, limit: int = TERMS) -> str:
    """Return the most telling words of a dispatch, joined by OR; empty if none tells anything."""
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for token, text, weight in _words(record):
        counts[token.folded] += weight
        spelled.setdefault(token.folded, text[token.start : token.end].lower())
    worth = {word: _worth(count, word, index) for word, count in counts.items()}
    telling = sorted((word for word in worth if worth[word] > 0), key=lambda w: (-worth[w], w))
    return " OR ".join(spelled[word] for word in telling[:limit])


def _words(record: Readable) -> Iterator[tuple[Token, str, int]]:
    """Yield the words that may tell something, each with its text and what it counts there."""
    for field in ("headline", "standfirst", "body"):
        text = str(getattr(record, field))[:_READ]
        end = 0
        for token in tokens(text):
            whole = token.start >= end  # not the whole of a compound and its parts
            end = max(end, token.end)
            if whole and _may_tell(text[token.start : token.end], token.folded):
                yield token, text, int(WEIGHTS[field])


def _may_tell(written: str, folded: str) -> bool:
    return len(folded) >= _SHORTEST and written.isalpha() and not is_stop_word(folded)


def _worth(count: int, word: str, index: OpenIndex) -> float:
    """Return tf·idf; nothing for words of this dispatch alone, and for those of very many."""
    found = len(index.postings("body", word, placed=False).documents)
    if found < 2 or found > max(2, _COMMON * index.documents):
        return 0.0
    return (1 + math.log(count)) * math.log(index.documents / found)
