"""Build an index of N dispatches and ask it for first pages, beside other search engines.

Stock Whoosh, SQLite FTS5, tantivy and Xapian run in the same process, as far as they are
installed (stock Whoosh takes a quarter of an hour for 100,000; ``--but`` leaves one out). Building
is given per CPU second. A first page is timed from the question to twenty results with snippets
and the number of matches; ours counts six facets as well. Each question is asked several times:
``1st`` is the first time, ``p`` the median of the others. Ours remembers what the words of the last
questions matched, the peers do not, so both are given.

After the table come input that would take long if it were allowed to, and with ``--window`` how
late the window's timers are while somebody types.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks._search_awkward import awkward
from benchmarks._search_corpus import KINDS, MAKER, make_questions, read_corpus
from benchmarks._search_peers import Ours, peers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks._search_corpus import Paper, Question
    from benchmarks._search_peers import Peer

DISPATCHES = 10_000
OF_EACH = 8
TIMES = 5
TOTALS = ("p50", "p95", "1st p50", "1st p95", "1st max")


def main(arguments: list[str]) -> int:
    """Print the tables."""
    options = _parse(arguments)
    if not options.maker.exists():
        print(f"{options.maker} is not there; name the script that writes the corpus with --maker")
        return 1
    with tempfile.TemporaryDirectory(prefix="dispatch-reader-bench-") as made:
        papers = read_corpus(options.maker, options.dispatches, Path(made))
        _compare(options, papers, Path(made))
    if options.window:
        count = str(options.dispatches)
        wanted = ("lateness", count, "--maker", str(options.maker))
        subprocess.run([sys.executable, "-m", "benchmarks", *wanted], check=True)
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks search", description=__doc__)
    parser.add_argument("dispatches", nargs="?", type=int, default=DISPATCHES, metavar="N")
    parser.add_argument("--of-each", type=int, default=OF_EACH, help="questions of each kind")
    parser.add_argument("--cpu", action="store_true", help="give CPU time, on a busy machine")
    parser.add_argument("--only", metavar="ENGINE", help="measure this engine alone")
    parser.add_argument("--but", metavar="ENGINE", action="append", default=[], help="leave out")
    parser.add_argument("--window", action="store_true", help="also type into the window")
    parser.add_argument("--maker", type=Path, default=MAKER, help="script that writes the corpus")
    return parser.parse_args(arguments)


def _compare(options: argparse.Namespace, papers: Sequence[Paper], folder: Path) -> None:
    clock = time.process_time if options.cpu else time.perf_counter
    questions = make_questions(papers, options.of_each)
    unit = "CPU milliseconds" if options.cpu else "milliseconds"
    print(f"{len(papers):,} dispatches, {len(questions)} questions; {unit} a first page\n")
    print(_line("engine", ["docs/CPU s", *TOTALS, *KINDS]))
    print(_line("---", ["---:"] * (1 + len(TOTALS) + len(KINDS))))
    for at, peer in enumerate(peers()):
        if options.only in {None, peer.name} and peer.name not in options.but:
            print(_measure(peer, papers, questions, folder / f"peer-{at}", clock), flush=True)
            if isinstance(peer, Ours):
                slow = _slowest(peer, awkward(papers), clock)
            del peer
            gc.unfreeze()
    if options.only in {None, Ours.name}:
        print("\n" + slow)


def _line(name: str, cells: Sequence[str]) -> str:
    return f"| {' | '.join((name, *cells))} |"


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
    gc.collect()
    gc.freeze()  # what holds the corpus in memory is none of the engine's affairs
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
    return _line(peer.name, [f"{rate:,.0f}", *cells])


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


def _slowest(ours: Ours, texts: Mapping[str, str], clock: Callable[[], float]) -> str:
    """Ask what is awkward once each; say how long the slowest took."""
    took = {}
    for name, text in texts.items():
        began = clock()
        ours.show(text)
        took[name] = (clock() - began) * 1000
    slow = sorted(took, key=lambda name: -took[name])[:3]
    told = ", ".join(f"{name} {took[name]:.0f} ms" for name in slow)
    return f"The slowest of {len(texts)} awkward inputs, asked for the first time: {told}."
