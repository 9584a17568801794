"""Durability and detection in numbers: ``python -m benchmarks reliability [PART …]``.

Prints one line a part; the suite runs short versions of the same trials.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from index import Archive, ArchiveError
from index.store import Store
from tests.doubles.busy import Acknowledged, examine, run_and_kill
from tests.doubles.power_trial import judge, record
from tests.doubles.working_day import WorkingDay, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

IMAGES, RECORDED_EDITS = 1000, 150
KILLS, MOST_ACKNOWLEDGED = 200, 40
FLIPS_A_FILE, DAY = 40, 60


def power_loss(folder: Path) -> str:
    """Open what a disk may hold after losing power behind any of its steps."""
    disk = record(folder / "recorded", edits=RECORDED_EDITS, seed=3)
    chance, found = random.Random(7), Counter[str]()  # noqa: S311
    for seed in range(IMAGES):
        cut = chance.randrange(len(disk.steps) + 1)
        found[judge(disk, folder / "image", cut, seed)] += 1
    return f"{IMAGES} images of {len(disk.steps)} steps, {RECORDED_EDITS} edits: {_told(found)}"


def kills(folder: Path) -> str:
    """Kill -9 a program that imports, tags and annotates, and open its archive again."""
    return _kills(folder, "tests.doubles.busy")


def window_kills(folder: Path) -> str:
    """Do so with the window; every other time one of its workers is killed before it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _kills(folder, "tests.doubles.busy_window", workers=True)


def _kills(folder: Path, program: str, *, workers: bool = False) -> str:
    archive, told = folder / "archive", Acknowledged()
    chance, lost, faults, behind = random.Random(5), 0, 0, 0  # noqa: S311
    seconds: list[float] = []
    for seed in range(KILLS):
        lines = chance.randrange(1, MOST_ACKNOWLEDGED)
        worker_first = workers and seed % 2 == 1
        run_and_kill(
            archive,
            folder / "inbox",
            lines,
            told,
            seed,
            program=program,
            worker_first=worker_first,
        )
        found = examine(archive, told)
        lost, faults = lost + len(found.lost), faults + found.faults
        behind += not found.caught_up
        seconds.append(found.seconds)
    return (
        f"{KILLS} kills, {len(told)} things acknowledged: {lost} lost, {faults} faults, "
        f"{behind} indexes left behind; opened in {statistics.median(seconds):.3f} s, "
        f"at most {max(seconds):.3f} s"
    )


def bit_flips(folder: Path) -> str:
    """Flip one bit at a time in every file of an archive: found, mended, or without effect."""
    archive = folder / "archive"
    sound = _make(archive)
    kept = folder / "kept"
    shutil.copytree(archive, kept)
    chance = random.Random(11)  # noqa: S311
    found: dict[str, Counter[str]] = {}
    for path in sorted(each for each in kept.rglob("*") if each.is_file()):
        name = path.relative_to(kept)
        kind = "record" if name.suffix == ".sqlite3" and len(name.parts) == 1 else name.parts[0]
        for _ in range(FLIPS_A_FILE if kind != "record" else 10 * FLIPS_A_FILE):
            shutil.rmtree(archive)
            shutil.copytree(kept, archive)
            if _flip(archive / name, chance):
                found.setdefault(kind, Counter())[_verdict(archive, sound)] += 1
    return "; ".join(f"{kind}: {_told(counts)}" for kind, counts in found.items())


def _make(archive: Path) -> str:
    with Archive.open(archive, create=True, upkeep=False) as opened:
        store: Store = opened._store  # noqa: SLF001 - the day is written against the store
        day = WorkingDay(store, 1).edits()
        for _ in range(DAY):
            next(day)
        opened.keep_backup()
        opened.settle()
        return fingerprint(store)


def _flip(path: Path, chance: random.Random) -> bool:
    raw = bytearray(path.read_bytes())
    if not raw:
        return False
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    path.write_bytes(raw)
    return True


def _verdict(archive: Path, sound: str) -> str:
    """Tell whether a flip was found by opening or verifying, and else whether it did anything."""
    try:
        with Archive.open(archive, upkeep=False) as opened:
            found = bool(opened.verify().faults)
            same = fingerprint(opened._store) == sound  # noqa: SLF001 - as above
    except ArchiveError:
        return "found"
    if found or not all(backup.verified for backup in Archive.backups(archive)):
        return "found"
    return "harmless" if same else "UNNOTICED"


def backups(folder: Path) -> str:
    """Make, check and restore a backup of a larger archive."""
    with Store.open(folder / "archive", create=True) as store:
        day = WorkingDay(store, 2).edits()
        for _ in range(3000):
            next(day)
        began = time.perf_counter()
        made = store.keep_backup()
        copied = time.perf_counter() - began
    if made is None:
        return "nothing to copy"
    began = time.perf_counter()
    Store.restore(made.path, folder / "restored")
    restored = time.perf_counter() - began
    return (
        f"{made.size / 1e6:.0f} MB, {made.dispatches} dispatches: made and checked in "
        f"{copied:.2f} s, restored in {restored:.2f} s, verified {made.verified}"
    )


PARTS: dict[str, Callable[[Path], str]] = {
    "power-loss": power_loss, "kills": kills, "window-kills": window_kills,
    "bit-flips": bit_flips, "backups": backups,
}  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run the parts asked for, or all."""
    for name in arguments or PARTS:
        began = time.perf_counter()
        with _scratch() as folder:
            told = PARTS[name](folder)
        print(f"{name}: {told} ({time.perf_counter() - began:.0f} s)", flush=True)
    return 0


@contextmanager
def _scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="dispatch-reader-") as folder:
        yield Path(folder)


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {what}" for what, count in sorted(counts.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
