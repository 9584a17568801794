"""A program that imports, tags and annotates at once, says what it has done, and gets killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from index import Archive
from tests.doubles import wire

if TYPE_CHECKING:
    from index.keys import AnnotationId, ConceptId

ROOT = Path(__file__).resolve().parents[2]
_BATCH = 4


@dataclass
class Acknowledged:
    """What the program had told that it was done."""

    dispatches: set[int] = field(default_factory=set)
    tags: set[tuple[int, int]] = field(default_factory=set)
    notes: dict[int, str] = field(default_factory=dict)

    def take(self, line: str) -> None:
        """Read one line of the program's output; a line cut short has told nothing."""
        if not line.endswith("\n"):
            return
        kind, *rest = json.loads(line)
        match kind:
            case "import":
                self.dispatches.update(rest)
            case "tag":
                self.tags.add((rest[0], rest[1]))
            case "note":
                self.notes[rest[0]] = rest[1]

    def __len__(self) -> int:
        return len(self.dispatches) + len(self.tags) + len(self.notes)


@dataclass
class Found:
    """What opening the archive after a kill has shown."""

    lost: list[str]
    faults: int
    seconds: float
    """Until the archive was open."""
    caught_up: bool
    """The index, without being asked."""


def run_and_kill(
    archive: Path,
    inbox: Path,
    lines: int,
    told: Acknowledged,
    seed: int,
    passphrase: str = "",
    *,
    program: str = __name__,
    worker_first: bool = False,
) -> None:
    """Start a program, and kill it after it has told that many things and a moment by lot.

    ``worker_first`` kills one of its children half way; it has to go on without.
    """
    child = subprocess.Popen(
        [sys.executable, "-m", program, str(archive), str(inbox), str(seed), passphrase],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
    )  # fmt: skip
    assert child.stdout is not None
    with child.stdout as output:
        for number in range(lines):
            told.take(output.readline())
            if worker_first and number == lines // 2:
                _kill_a_child(child.pid, seed)
        time.sleep(random.Random(seed).random() / 20)  # noqa: S311 - the moment of the kill
        child.send_signal(signal.SIGKILL)
        for line in output:
            told.take(line)
    child.wait()


def _kill_a_child(parent: int, seed: int) -> None:
    threads = Path(f"/proc/{parent}/task").glob("*/children")
    children = [int(each) for listed in threads for each in listed.read_text().split()]
    if children:
        with suppress(ProcessLookupError):
            os.kill(random.Random(seed).choice(children), signal.SIGKILL)  # noqa: S311


def examine(folder: Path, told: Acknowledged, passphrase: str | None = None) -> Found:
    """Open the archive again and look for everything that was acknowledged."""
    began = time.perf_counter()
    with Archive.open(folder, passphrase=passphrase) as archive:
        seconds = time.perf_counter() - began
        lost = [*_lost_dispatches(archive, told), *_lost_tags(archive, told)]
        lost += _lost_notes(archive, told)
        archive.settle(timeout=60)
        stats = archive.stats()
        faults = len(archive.verify().faults)
        return Found(lost, faults, seconds, stats.indexed == stats.dispatches)


def _lost_dispatches(archive: Archive, told: Acknowledged) -> list[str]:
    return [f"dispatch {each}" for each in told.dispatches - set(archive.dispatches.ids())]


def _lost_tags(archive: Archive, told: Acknowledged) -> list[str]:
    tags = archive.tags.of(archive.dispatches.ids())
    held = {(number, concept) for number, concepts in tags.items() for concept in concepts}
    return [f"tag {each}" for each in told.tags - held]


def _lost_notes(archive: Archive, told: Acknowledged) -> list[str]:
    held = {int(each.id): each.note for each in archive.annotations.all()}
    return [f"note {number}" for number, note in told.notes.items() if held.get(number) != note]


# --- the program itself ---------------------------------------------------------------------------


class _Busy:
    """Imports in one thread, codes in another, and tells each thing once it is done."""

    def __init__(self, archive: Archive, inbox: Path, seed: int) -> None:
        self._archive = archive
        self._inbox = inbox
        self._chance = random.Random(seed)  # noqa: S311 - no secret, but to be repeated
        self._output = threading.Lock()

    def work(self) -> None:
        """Go on until killed."""
        self._import()
        threading.Thread(target=self._import_on, daemon=True).start()
        while True:
            self._tag()
            self._annotate()

    def _import_on(self) -> None:
        while True:
            self._import()

    def _import(self) -> None:
        first = len(self._archive.dispatches.ids()) + 1
        paths = wire.write(self._inbox, _BATCH, first)
        report = self._archive.import_([*paths])
        self._tell("import", *[item.id for item in report.items if item.id is not None])

    def _tag(self) -> None:
        number = self._chance.choice(self._archive.dispatches.ids())
        found = self._archive.codebook.find("Law")
        concept: ConceptId = found.id if found else self._archive.codebook.create("Law")[0]
        self._archive.tags.add([number], [concept])
        self._tell("tag", number, concept)

    def _annotate(self) -> None:
        number = self._chance.choice(self._archive.dispatches.ids())
        note = f"note {self._chance.random()}"
        made: AnnotationId = self._archive.annotations.add(number, 4, 13, note=note)[0]
        self._tell("note", made, note)

    def _tell(self, *words: object) -> None:
        with self._output:
            sys.stdout.write(json.dumps(words) + "\n")
            sys.stdout.flush()


def main(folder: str, inbox: str, seed: str, passphrase: str) -> None:
    """Run until killed."""
    with Archive.open(Path(folder), create=True, passphrase=passphrase) as archive:
        _Busy(archive, Path(inbox), int(seed)).work()


if __name__ == "__main__":
    main(*sys.argv[1:])
