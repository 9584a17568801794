"""Import N text files end to end (read, parsed, recorded, indexed), beside Debian's recollindex.

Both programs run as a user would start them, one after the other, over the same folder, each
round into an empty archive. Memory and processor time are those of all their processes together;
the time is also told by process, since that is where the work is.
"""

from __future__ import annotations

import argparse
import compileall
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

BESIDE = Path(__file__).parents[1].parent / "shared" / "bench" / "make_corpus.py"
SOURCES = Path(__file__).parents[1] / "index"
FILES = 10_000
_SAMPLING_SECONDS = 0.1
_MEGABYTE = 1 << 20
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Run:
    """One run of a program over the whole folder."""

    name: str
    files: int
    seconds: float
    worked: float
    """Seconds of processor time, over all processes."""
    megabytes: float
    """Most memory held at a time."""
    roles: dict[str, float]
    """Seconds of processor time of each process but for its last moments, by name."""

    def __str__(self) -> str:
        rate, each = self.files / self.seconds, 1000 * self.worked / self.files
        roles = ", ".join(f"{name} {1000 * s / self.files:.2f}" for name, s in self.roles.items())
        return (
            f"{self.name:<16} {self.seconds:6.2f} s {rate:6.0f} files/s {self.megabytes:5.0f} MB "
            f"{each:5.2f} ms of CPU a file ({roles})"
        )


def main(arguments: list[str]) -> int:
    """Print one line a run, and how the best runs compare."""
    options = _parse(arguments)
    if not options.maker.exists():
        print(f"{options.maker} is not there; name the script that writes the corpus with --maker")
        return 1
    compileall.compile_dir(SOURCES, quiet=2)  # as an installer leaves them
    with tempfile.TemporaryDirectory(prefix="dispatch-reader-bench-") as made:
        folder = _corpus(options.maker, options.files, Path(made))
        runs = [run for _ in range(options.rounds) for run in _round(folder, options.files)]
    ours, theirs = ([run for run in runs if run.name == name] for name in (OURS, RECOLL))
    if theirs:
        rate = min(run.seconds for run in theirs) / min(run.seconds for run in ours)
        work = min(run.worked for run in ours) / min(run.worked for run in theirs)
        print(f"best of each: {rate:.2f} times the rate of {RECOLL}, {work:.2f} times its CPU time")
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
    before, began = _worked(), time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as program:
        watch = _Watch(program.pid)
        watch.start()
        _, complaint = program.communicate()
    seconds = time.perf_counter() - began
    watch.stop()
    if program.returncode:
        sys.stderr.buffer.write(complaint)
        raise SystemExit(f"{name} ended with {program.returncode}")
    return Run(name, files, seconds, _worked() - before, watch.peak / _MEGABYTE, watch.roles())


def _worked() -> float:
    """Return seconds of processor time of every process that has ended below this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch(threading.Thread):
    """Looks, every now and then, at what a process and its descendants use (Linux only)."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root, self._stopped = root, threading.Event()
        self._used: dict[int, tuple[str, float]] = {}
        self.peak = 0
        """Bytes held by all together."""

    def run(self) -> None:
        while not self._stopped.wait(_SAMPLING_SECONDS):
            family = _family(self._root)
            self.peak = max(self.peak, sum(map(_resident, family)))
            self._used.update((pid, used) for pid in family if (used := _use(pid)))

    def stop(self) -> None:
        self._stopped.set()
        self.join()

    def roles(self) -> dict[str, float]:
        """Return seconds of processor time by name, those of equal processes added up."""
        names = dict.fromkeys(name for name, _ in self._used.values())
        return {name: sum(s for each, s in self._used.values() if each == name) for name in names}


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


def _use(pid: int) -> tuple[str, float] | None:
    """Return a process's name and seconds of processor time."""
    try:
        head, _, rest = Path(f"/proc/{pid}/stat").read_text().rpartition(")")
    except OSError:
        return None
    user, system = rest.split()[11:13]
    return head.partition("(")[2], (int(user) + int(system)) / _TICKS


def _resident(pid: int) -> int:
    """Return bytes held; of a page shared with others, the process's part (PSS)."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    shares = [line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")]
    return sum(map(int, shares)) * 1024
