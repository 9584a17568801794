"""Input that would take long if it were allowed to: nothing may hold a search up."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from index.folding import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks._search_corpus import Paper

_SAMPLE = 300


def awkward(papers: Sequence[Paper]) -> dict[str, str]:
    """Return name -> query."""
    lot = random.Random(20241018)  # noqa: S311 - no secret
    sample = lot.sample(papers, min(_SAMPLE, len(papers)))
    words = [token.folded for paper in sample for token in tokens(paper.body)]
    return {**_wild(), **_many(words), **_nested(), **_pasted(sample), **_phrases(words)}


def _wild() -> dict[str, str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    patterns = (
        "*a*", "*the*", "*ati*", "a*", "e*", "?a*", "*", "*e*n*t*", "a*e*i*o", "??????", "*ing",
        "???ing", "a?????*", "s*s*s*s*s*", "policy~2", "a~2", "agency:*a*", "note:(*a* OR b~2)",
    )  # fmt: skip
    pairs = [one + other for one in letters[:14] for other in "aeiou"]
    return {
        **{pattern: pattern for pattern in patterns},
        "every letter*": " OR ".join(f"{letter}*" for letter in letters),
        "seventy prefixes": " OR ".join(f"{pair}*" for pair in pairs),
    }


def _many(words: Sequence[str]) -> dict[str, str]:
    rare = list(dict.fromkeys(words))
    common = [word for word, _ in Counter(words).most_common(200)]
    couples = zip(common[:60], common[60:120], strict=True)
    return {
        "200 common words": " ".join(common),
        "200 common words, OR": " OR ".join(common),
        "400 words, OR": " OR ".join(rare[:400]),
        "150 exclusions": " ".join(f"-{word}" for word in common[:150]),
        "60 misspellings": " ".join(f"{word}~2" for word in rare[:60]),
        "60 misspellings, OR": " OR ".join(f"{word}~2" for word in rare[:60]),
        "60 prefixes and misspellings": " OR ".join(
            f"({one}* AND {other}~2)" for one, other in couples
        ),
        "300 unknown words": " ".join(f"xq{number}zz" for number in range(300)),
        "300 numbers": " ".join(map(str, range(300))),
        "300 words in headlines": f"headline:({' OR '.join(rare[:300])})",
        "200 years": " OR ".join(f"filed:{year}" for year in range(1900, 2100)),
        "a compound of 100": "-".join(common[:100]),
        "80 compounds of five": " ".join("-".join(common[at : at + 5]) for at in range(80)),
        "1,800 ideographs": "日本語" * 600,
    }


def _nested() -> dict[str, str]:
    return {
        "39 parentheses": "(" * 39 + "law" + ")" * 39,
        "200 parentheses": "(" * 200 + "law" + ")" * 200,
        "39 negations": "NOT " * 39 + "law",
        "19 levels of AND and OR": "(" * 19 + " OR ".join("a b) OR c" for _ in range(19)),
    }


def _pasted(sample: Sequence[Paper]) -> dict[str, str]:
    return {
        "a pasted dispatch": sample[0].body,
        "ten pasted dispatches": "\n".join(paper.body for paper in sample[:10]),
    }


def _phrases(words: Sequence[str]) -> dict[str, str]:
    common = [word for word, _ in Counter(words).most_common(40)]
    pairs = [f'"{one} {other}"' for one, other in pairwise(words[:301])]
    return {
        "a phrase of common words": f'"{common[0]} {common[1]}"',
        "common words nearly together": f'"{common[0]} {common[1]}"~50',
        "six common words, 999 apart": f'"{" ".join(common[:6])}"~999',
        "forty common words, 20 apart": f'"{" ".join(common)}"~20',
        "a phrase of 500 words": f'"{" ".join(words[:500])}"',
        "120 phrases": " ".join(pairs[:120]),
        "300 phrases, OR": " OR ".join(pairs),
    }
