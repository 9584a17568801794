"""Precision and recall of suggestions on the labelled texts, and how long they take."""

from __future__ import annotations

import time

from benchmarks._suggestion_texts import Labelled, Score, compare, labelled
from index.suggestion import SuggestionKind
from index.suggestions.finder import NameFinder
from index.suggestions.suggest import suggest
from index.suggestions.terms import all_terms

KINDS = tuple(kind for kind in SuggestionKind if kind is not SuggestionKind.CONCEPT)


def measure(texts: list[Labelled], finder: NameFinder) -> tuple[Score, list[str]]:
    """Suggest for every text and compare."""
    score, remarks = Score(), list[str]()
    for text in texts:
        remarks += compare(text, suggest(text.text, finder), score)
    return score, remarks


def _table(title: str, score: Score) -> None:
    print(
        f"\n{title}\n{'kind':<14}{'right':>6}{'wrong':>6}{'missed':>7}{'precision':>10}{'recall':>8}"
    )
    for kind in KINDS:
        counts = f"{score.right[kind]:>6}{score.wrong[kind]:>6}{score.missed[kind]:>7}"
        print(f"{kind:<14}{counts}{score.precision(kind):>10.3f}{score.recall(kind):>8.3f}")
    counts = "".join(
        f"{sum(each.values()):>{width}}"
        for each, width in ((score.right, 6), (score.wrong, 6), (score.missed, 7))
    )
    print(f"{'all':<14}{counts}{score.precision():>10.3f}{score.recall():>8.3f}")
    for detailed in ("quotation", "figure"):
        told, stated = score.told[detailed], score.stated[detailed]
        print(f"what is stated with a {detailed}: {told} of {stated}")


def main(arguments: list[str]) -> int:
    """Print the tables; ``--remarks`` also what was wrong or missed in the texts looked at."""
    texts, begun = labelled(), time.process_time()
    finder = NameFinder(all_terms(()))
    built = time.process_time() - begun
    for title, held_out in (("texts looked at", False), ("texts only measured", True)):
        score, remarks = measure([text for text in texts if text.held_out is held_out], finder)
        _table(title, score)
        if "--remarks" in arguments and (not held_out or "--all" in arguments):
            print(*remarks, sep="\n")
    _table("all texts", measure(texts, finder)[0])
    long_text = "\n\n".join(text.text for text in texts)
    begun = time.process_time()
    suggest(long_text, finder)
    spent = time.process_time() - begun
    print(f"\nnames of {len(finder.terms)} terms prepared in {built * 1000:.0f} ms of CPU")
    print(f"{len(long_text)} characters in {spent * 1000:.0f} ms of CPU")
    return 0
