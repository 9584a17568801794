"""What the page of coverage costs at 100,000 dispatches: ``python -m benchmarks coverage [N]``.

Counts everything the page asks for over N dispatches (100,000) with two tags each in a codebook of
5,000 concepts, over ten years, then makes figures of the counts and paints them. Each figure is
the median of several runs, in milliseconds of the processor.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from index.codebook import Concept, ConceptUse
from index.keys import ConceptId
from index.query import Facet, Filter, Query
from index.search import SearchEngine

if TYPE_CHECKING:
    from collections.abc import Callable

    from index import Coverage
    from tests.doubles.list_corpus import ListCorpus

CONCEPTS, GROUPS, TAGS, DAYS = 5_000, 70, 2, 3_650
AGENCIES, LANGUAGES = 60, ("en", "fr", "tr", "de")


def _corpus(count: int) -> ListCorpus:
    from tests.doubles.list_corpus import ListCorpus, Story

    lot = random.Random(20241018)  # noqa: S311 - no secret
    first = date(2015, 1, 1).toordinal()
    corpus = ListCorpus.of(
        *(
            Story(
                agency=f"Agency {int(lot.paretovariate(1)) % AGENCIES}",
                language=lot.choice(LANGUAGES),
                filed=date.fromordinal(first + lot.randrange(DAYS)),
            )
            for _ in range(count)
        )
    )
    corpus.codebook = tuple(_use(number) for number in range(1, CONCEPTS + 1))
    corpus.tags = sorted(
        {
            (number, min(CONCEPTS, int(lot.paretovariate(0.5))))
            for number in range(1, count + 1)
            for _ in range(TAGS)
        }
    )
    return corpus


def _use(number: int) -> ConceptUse:
    broader = ConceptId(1 + number % GROUPS) if number > GROUPS else None
    return ConceptUse(Concept(ConceptId(number), f"Concept {number}", broader), (f"C {number}",))


def _median(work: Callable[[], object], runs: int = 7) -> float:
    took = []
    for _ in range(runs):
        used = time.process_time()
        work()
        took.append((time.process_time() - used) * 1000)
    return statistics.median(took)


def _drawn(coverage: Coverage, uses: dict[int, ConceptUse]) -> dict[str, float]:
    from PySide6.QtWidgets import QApplication

    from desktop.coverage.building import figures_of
    from desktop.coverage.view import FigureView

    app = QApplication.instance() or QApplication([])
    views = [FigureView(figure) for figure in figures_of(coverage, uses)]
    for view in views:
        view.resize(1200, 10)
    took = {
        "make the figures": _median(lambda: figures_of(coverage, uses)),
        "paint them all at 1,200 pixels": _median(lambda: [view.grab() for view in views]),
    }
    for view in views:
        view.deleteLater()
    del app
    return took


def main(arguments: list[str]) -> int:
    """Print one line a figure."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.coverage.building import REQUEST

    corpus = _corpus(int(arguments[0]) if arguments else 100_000)
    with tempfile.TemporaryDirectory() as scratch:
        engine = SearchEngine(Path(scratch) / "index", corpus)
        whole, part = Query(), Query(filters=(Filter(Facet.LANGUAGE, "fr"),))
        took = {
            "count everything for the page": _median(lambda: engine.coverage(whole, REQUEST)),
            "the same with a filter": _median(lambda: engine.coverage(part, REQUEST)),
        }
        uses: dict[int, ConceptUse] = {use.concept.id: use for use in corpus.codebook}
        took |= _drawn(engine.coverage(whole, REQUEST), uses)
    print(f"{len(corpus.stories):,} dispatches, {len(corpus.tags):,} tags")
    for name, spent in took.items():
        print(f"{spent:8.0f} ms of the processor  {name}")
    return 0
