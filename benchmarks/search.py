"""Build an index of N dispatches and ask it for first pages, beside other search engines.

Stock Whoosh, SQLite FTS5, tantivy and Xapian run in the same process, as far as they are
installed. Building is given per CPU second. A first page is timed from the question to twenty
results with snippets and the number of matches; ours counts six facets as well. Each question is
asked several times: ``1st`` is the first time, ``p`` the median of the others. Ours remembers
what the words of the last questions matched, the peers do not, so both are given.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks._search_corpus import KINDS, MAKER, make_questions, read_corpus
from benchmarks._search_peers import peers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks._search_corpus import Paper, Question
    from benchmarks._search_peers import Peer

DISPATCHES = 10_000
OF_EACH = 8
TIMES = 5


def main(arguments: list[str]) -> int:
    """Print two lines an engine: building, and first pages."""
    options = _parse(arguments)
    if not options.maker.exists():
        print(f"{options.maker} is not there; name the script that writes the corpus with --maker")
        return 1
    with tempfile.TemporaryDirectory(prefix="dispatch-reader-bench-") as made:
        papers = read_corpus(options.maker, options.dispatches, Path(made))
        questions = make_questions(papers, options.of_each)
        print(f"{len(papers)} dispatches, {len(questions)} questions; milliseconds a first page")
        print(f"{'':16}{'docs/CPU s':>11}", *_heads(), sep="")
        wanted = [peer for peer in peers(len(papers)) if options.only in {None, peer.name}]
        for at, peer in enumerate(wanted):
            peer_folder = Path(made) / f"peer-{at}"
            clock = time.process_time if options.cpu else time.perf_counter
            print(_measure(peer, papers, questions, peer_folder, clock), flush=True)
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks search", description=__doc__)
    parser.add_argument("dispatches", nargs="?", type=int, default=DISPATCHES, metavar="N")
    parser.add_argument("--of-each", type=int, default=OF_EACH, help="questions of each kind")
    parser.add_argument("--cpu", action="store_true", help="give CPU time, on a busy machine")
    parser.add_argument("--only", metavar="ENGINE", help="measure this engine alone")
    parser.add_argument("--maker", type=Path, default=MAKER, help="script that writes the corpus")
    return parser.parse_args(arguments)


def _heads() -> list[str]:
    totals = ("p50", "p95", "1st p50", "1st p95", "1st max")
    return [f"{head:>9}" for head in (*totals, *KINDS)]


def _measure(
    peer: Peer,
    papers: Sequence[Paper],
    questions: list[Question],
    folder: Path,
    clock: Callable[[], float],
) -> str:
    began = time.process_time()
    peer.build(papers, folder)
    rate = len(papers) / (time.process_time() - began)
    medians: dict[str, list[float]] = defaultdict(list)
    firsts = []
    for question in questions:
        times = _times(peer, question, clock)
        if times:
            firsts.append(times[0])
            medians[question.kind].append(statistics.median(times[1:]))
    spread = sorted(time for times in medians.values() for time in times)
    kinds = [statistics.mean(medians[kind]) if medians[kind] else None for kind in KINDS]
    figures = [*_percentiles(spread), *_percentiles(sorted(firsts)), max(firsts), *kinds]
    cells = ["–" if figure is None else f"{figure:.1f}" for figure in figures]
    return f"{peer.name:16}{rate:11.0f}" + "".join(f"{cell:>9}" for cell in cells)


def _percentiles(ordered: Sequence[float]) -> tuple[float, float]:
    return statistics.median(ordered), ordered[int(len(ordered) * 0.95)]


def _times(peer: Peer, question: Question, clock: Callable[[], float]) -> list[float]:
    """Return milliseconds, asking anew each time; nothing when the engine cannot answer."""
    times = []
    for _ in range(TIMES + 1):
        began = clock()
        if peer.ask(question) is None:
            return []
        times.append((clock() - began) * 1000)
    return times
