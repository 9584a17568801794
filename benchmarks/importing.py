"""Import N text files end to end (read, parsed, recorded, indexed), beside Debian's recollindex.

Both programs run as a user would start them, one after the other, over the same folder, each
round into an empty archive. The memory is that of all their processes together.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

BESIDE = Path(__file__).parents[1].parent / "shared" / "bench" / "make_corpus.py"
FILES = 2000
_SAMPLING_SECONDS = 0.1
_MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Run:
    """One run of a program over the whole folder."""

    name: str
    files: int
    seconds: float
    megabytes: float
    """Most memory held at a time."""

    def __str__(self) -> str:
        rate = self.files / self.seconds
        return f"{self.name:<16} {self.seconds:7.2f} s {rate:7.0f} files/s {self.megabytes:6.0f} MB"


def main(arguments: list[str]) -> int:
    """Print one line a run, and how the best runs compare."""
    options = _parse(arguments)
    if not options.maker.exists():
        print(f"{options.maker} is not there; name the script that writes the corpus with --maker")
        return 1
    with tempfile.TemporaryDirectory(prefix="dispatch-reader-bench-") as made:
        folder = _corpus(options.maker, options.files, Path(made))
        runs = [run for _ in range(options.rounds) for run in _round(folder, options.files)]
    best = {name: min(r.seconds for r in runs if r.name == name) for name in {r.name for r in runs}}
    if RECOLL in best:
        print(f"best of each: {best[RECOLL] / best[OURS]:.2f} times the rate of {RECOLL}")
    return 0


OURS, RECOLL = "dispatch-reader", "recollindex"


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks importing", description=__doc__)
    parser.add_argument("files", nargs="?", type=int, default=FILES, metavar="N")
    parser.add_argument("--rounds", type=int, default=1, metavar="R")
    parser.add_argument("--maker", type=Path, default=BESIDE, help="script that writes the corpus")
    return parser.parse_args(arguments)


def _corpus(maker: Path, files: int, made: Path) -> Path:
    folder = made / "files"
    lines = made / "corpus.jsonl"
    command = [sys.executable, str(maker), str(files), str(lines), "--files", str(folder)]
    subprocess.run(command, check=True)
    return folder


def _round(folder: Path, files: int) -> list[Run]:
    runs = [_ours(folder, files)]
    if shutil.which(RECOLL):
        runs.append(_recoll(folder, files))
    for run in runs:
        print(run, flush=True)
    return runs


def _ours(folder: Path, files: int) -> Run:
    with tempfile.TemporaryDirectory(prefix="dispatch-reader-bench-") as archive:
        command = [sys.executable, "-m", "index", "--archive", archive, "import", str(folder)]
        return _measured(OURS, command, files)


def _recoll(folder: Path, files: int) -> Run:
    with tempfile.TemporaryDirectory(prefix="dispatch-reader-bench-") as made:
        configuration = Path(made) / "recoll.conf"
        configuration.write_text(f"topdirs = {folder}\nloglevel = 1\n", encoding="utf-8")
        return _measured(RECOLL, [RECOLL, "-c", made, "-z"], files)


def _measured(name: str, command: list[str], files: int) -> Run:
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as program:
        watch = _MemoryWatch(program.pid)
        watch.start()
        _, complaint = program.communicate()
    seconds = time.perf_counter() - began
    watch.stop()
    if program.returncode:
        sys.stderr.buffer.write(complaint)
        raise SystemExit(f"{name} ended with {program.returncode}")
    return Run(name, files, seconds, watch.peak / _MEGABYTE)


class _MemoryWatch(threading.Thread):
    """Adds up, every now and then, what a process and its descendants hold (Linux only)."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root, self._stopped = root, threading.Event()
        self.peak = 0

    def run(self) -> None:
        while not self._stopped.wait(_SAMPLING_SECONDS):
            self.peak = max(self.peak, sum(map(_resident, _family(self._root))))

    def stop(self) -> None:
        self._stopped.set()
        self.join()


def _family(root: int) -> set[int]:
    """Return a process and all its descendants."""
    parents = {int(path.name): _parent(path) for path in Path("/proc").glob("[0-9]*")}
    family, size = {root}, 0
    while len(family) > size:
        size = len(family)
        family |= {pid for pid, parent in parents.items() if parent in family}
    return family


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _resident(pid: int) -> int:
    """Return bytes held; of a page shared with others, the process's part (PSS)."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    shares = [line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")]
    return sum(map(int, shares)) * 1024
