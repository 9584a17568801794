"""Build an index of N dispatches and ask it for first pages, beside other search engines.

Stock Whoosh, SQLite FTS5, tantivy and Xapian run in the same process, as far as they are
installed. Building is given per CPU second. A first page is timed from the question to twenty
results with snippets and the number of matches; ours counts six facets as well. Each question is
asked several times; ``first`` is the slowest first time, the percentiles are over the medians.
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
        print(f"{'':16}{'docs/CPU s':>11}{'p50':>8}{'p95':>8}{'first':>8}", *_heads(), sep="")
        for at, peer in enumerate(peers(len(papers))):
            peer_folder = Path(made) / f"peer-{at}"
            clock = time.process_time if options.cpu else time.perf_counter
            print(_measure(peer, papers, questions, peer_folder, clock), flush=True)
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks search", description=__doc__)
    parser.add_argument("dispatches", nargs="?", type=int, default=DISPATCHES, metavar="N")
    parser.add_argument("--of-each", type=int, default=OF_EACH, help="questions of each kind")
    parser.add_argument("--cpu", action="store_true", help="give CPU time, on a busy machine")
    parser.add_argument("--maker", type=Path, default=MAKER, help="script that writes the corpus")
    return parser.parse_args(arguments)


def _heads() -> list[str]:
    return [f"{kind:>9}" for kind in KINDS]


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
    p50, p95 = statistics.median(spread), spread[int(len(spread) * 0.95)]
    kinds = [f"{statistics.mean(medians[k]):9.1f}" if medians[k] else f"{'–':>9}" for k in KINDS]
    totals = f"{peer.name:16}{rate:11.0f}{p50:8.1f}{p95:8.1f}{max(firsts):8.1f}"
    return totals + "".join(kinds)


def _times(peer: Peer, question: Question, clock: Callable[[], float]) -> list[float]:
    """Return milliseconds, asking anew each time; nothing when the engine cannot answer."""
    times = []
    for _ in range(TIMES + 1):
        began = clock()
        if peer.ask(question) is None:
            return []
        times.append((clock() - began) * 1000)
    return times
