"""What it costs at most: ``python -m benchmarks bounds [PART …]``.

Parts: ``window`` (memory of the window on 100,000 dispatches with 200,000 tags), ``encrypted`` (the
same, encrypted), ``drop`` (10,000 files in one drop), ``large`` (a dispatch of 5 MB in the window),
``worker`` (memory of the child that parses, over inputs made to hurt), ``cancel`` (how soon work
stops, asked at moments by lot).
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import _large_archive
from index import Archive, Cancel
from index.reports import ignore
from tests.doubles import wire
from tests.inputs import hostile
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Callable

    from index import Listener

    Work = Callable[[Listener, Cancel], object]

LARGE, DROPPED, WORDS = 100_000, 10_000, 900_000
CANCELS, CANCELLED_ARCHIVE = 12, 6_000


def window(folder: Path) -> dict[str, float]:
    """Search, scroll and read in a window on a large archive."""
    _large_archive.make(folder / "archive", LARGE)
    return _watched(folder / "archive", "used")


def encrypted(folder: Path) -> dict[str, float]:
    """Do the same in an archive that is encrypted."""
    _large_archive.make(folder / "archive", LARGE, encrypted=True)
    return _watched(folder / "archive", "used")


def drop(folder: Path) -> dict[str, float]:
    """Drop so many files at once on an empty archive."""
    wire.write(folder / "inbox", DROPPED)
    return _watched(folder / "archive", "dropped", folder / "inbox")


def large(folder: Path) -> dict[str, float]:
    """Read one dispatch of five million characters."""
    body = _large_archive.text(random.Random(1), WORDS)  # noqa: S311 - to be repeated
    with Archive.open(folder / "archive", create=True) as archive:
        archive._store.dispatches.add([accession("A long document", body)])  # noqa: SLF001
        archive.settle()
    return {"MB": len(body) / 1e6, **_watched(folder / "archive", "read")}


def worker(folder: Path) -> dict[str, float]:
    """Import inputs that are made to hurt, and tell how large the largest child grew."""
    (folder / "inbox").mkdir()
    for recipe in hostile.RECIPES:
        (folder / "inbox" / recipe.__name__).write_bytes(recipe())
    with Archive.open(folder / "archive", create=True, upkeep=False) as archive:
        report = archive.import_([folder / "inbox"])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    counts = {"inputs": len(hostile.RECIPES), "lines of the report": len(report.items)}
    return {**counts, "worker's peak MB": peak}


def cancel(folder: Path) -> dict[str, float]:
    """Stop each kind of long work at moments by lot; milliseconds, the slowest of all."""
    archive = folder / "archive"
    _large_archive.make(archive, CANCELLED_ARCHIVE)
    inbox, out = wire.write(folder / "inbox", 3_000), folder / "out"
    found: dict[str, float] = {}
    with Archive.open(archive) as opened:
        opened.settle()
        works: dict[str, Work] = {
            "import": lambda tell, stop: opened.import_(inbox, listen=tell, cancel=stop),
            "verify": opened.verify,
            "rebuild": opened.rebuild,
            "backup": lambda tell, stop: opened.backup(out, tell, stop),
            "export": lambda tell, stop: opened.export("csv", out, listen=tell, cancel=stop),
        }
        for name, work in works.items():
            found[f"{name}, ms"] = _slowest_stop(work)
    return found


def _slowest_stop(work: Work) -> float:
    chance, slowest = random.Random(2), 0.0  # noqa: S311 - to be repeated
    for _ in range(CANCELS):
        stop = Cancel()
        thread = threading.Thread(target=work, args=(ignore, stop))
        thread.start()
        time.sleep(chance.random() * 0.8)
        asked = time.perf_counter()
        stop()
        thread.join()
        slowest = max(slowest, (time.perf_counter() - asked) * 1000)
    return slowest


def _watched(archive: Path, trial: str, *rest: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks._window_watch", archive, trial, *rest]
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


PARTS: dict[str, Callable[[Path], dict[str, float]]] = {
    "window": window, "encrypted": encrypted, "drop": drop, "large": large, "worker": worker,
    "cancel": cancel,
}  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run the parts asked for, or all; print one line a figure."""
    for name in arguments or PARTS:
        with tempfile.TemporaryDirectory(prefix="dispatch-reader-") as scratch:
            os.environ["XDG_CONFIG_HOME"] = str(Path(scratch) / "settings")
            Path(scratch, "settings").mkdir()
            told = PARTS[name](Path(scratch))
        for what, value in told.items():
            print(f"{name:8} {value:12.1f}  {what}", flush=True)
    return 0
