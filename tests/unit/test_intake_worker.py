"""What a bad input may cost: itself, and a moment."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import (
    BrokenInput,
    InputRefused,
    NoTextFound,
    NotText,
    TookTooLong,
    TookTooMuchMemory,
)
from index.intake.crew import Crew
from index.intake.reading import Found, Job, Reading
from index.intake.sources import expand
from index.intake.worker import Setup, Worker, WorkerBroken
from index.limits import Limits

SETUP = Setup(Limits(seconds=2.0, address_space=1 << 30), "tests.doubles.parsers")


def written(folder: Path, orders: dict[str, str]) -> Path:
    for name, text in orders.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(*paths: Path, setup: Setup = SETUP, most: int = 1) -> list[Reading]:
    return [each for step in Crew(setup, most).read(expand(paths)) for each in step.readings]


def told(readings: list[Reading]) -> list[tuple[str, str, object]]:
    """Return (file, member, headline or kind of refusal) of each reading."""
    return [
        (
            Path(each.path).name,
            each.member,
            each.result.dispatch.headline if isinstance(each.result, Found) else type(each.result),
        )
        for each in readings
    ]


def test_readings_come_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    names = [f"{number:03}.txt" for number in range(150)]
    written(tmp_path, {name: f"headline of {name}" for name in names})
    assert told(read(tmp_path)) == [(name, "", f"headline of {name}") for name in names]


def test_another_child_helps_with_much_work_and_keeps_the_order(tmp_path: Path) -> None:
    names = [f"{number:02}.txt" for number in range(24)]
    written(tmp_path, dict.fromkeys(names, "slow"))
    crew, children, readings = Crew(SETUP, 2), set[int](), list[Reading]()
    for step in crew.read(expand([tmp_path])):
        children.add(len(crew._workers))
        readings += step.readings
    assert [name for name, _, _ in told(readings)] == names
    assert max(children) == 2


def test_a_child_that_is_not_ready_holds_up_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of many inputs, two children read from the start; what one is given, it begins at once."""
    written(tmp_path, {f"{number:03}.txt": "quick" for number in range(300)})
    given: list[tuple[Worker, bool]] = []
    give = Worker.give

    def note(self: Worker, jobs: Sequence[Job]) -> None:
        given.append((self, self.is_ready))
        give(self, jobs)

    monkeypatch.setattr(Worker, "give", note)
    crew, children, readings = Crew(SETUP, 2), set[int](), 0
    for step in crew.read(list(expand([tmp_path]))):
        children.add(len(crew._workers))
        readings += len(step.readings)
    assert readings == 300
    assert children == {2}
    first = given[0][0]
    assert all(was_ready for worker, was_ready in given if worker is not first)


def test_quick_inputs_are_handed_over_by_the_dozen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, {f"{number:03}.txt": "quick" for number in range(600)})
    portions: list[int] = []
    give = Worker.give

    def note(self: Worker, jobs: Sequence[Job]) -> None:
        portions.append(len(jobs))
        give(self, jobs)

    monkeypatch.setattr(Worker, "give", note)
    assert len(read(tmp_path)) == sum(portions) == 600
    assert portions[0] < max(portions)


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        ("crash", TookTooMuchMemory),
        ("hang", TookTooLong),
        ("hog", TookTooMuchMemory),
        ("recurse", BrokenInput),
        ("fail", BrokenInput),
        ("not text", NotText),
        ("bug in choosing", BrokenInput),
    ],
)
def test_harm_costs_one_file(tmp_path: Path, harm: str, reason: type[InputRefused]) -> None:
    written(tmp_path, {"1.txt": "one", "2.txt": harm, "3.txt": "three", "4.txt": "four"})
    assert told(read(tmp_path)) == [
        ("1.txt", "", "one"),
        ("2.txt", "", reason),
        ("3.txt", "", "three"),
        ("4.txt", "", "four"),
    ]


def test_harm_upon_harm_is_survived(tmp_path: Path) -> None:
    harms = ["crash", "crash", "fine", "crash", "hog", "fine", "crash"]
    written(tmp_path, {f"{at}.txt": harm for at, harm in enumerate(harms)})
    results = [result for _, _, result in told(read(tmp_path))]
    crash = TookTooMuchMemory
    assert results == [crash, crash, "fine", crash, crash, "fine", crash]


def test_a_hang_is_cut_off_at_its_limit(tmp_path: Path) -> None:
    written(tmp_path, {"1.txt": "hang"})
    began = time.monotonic()
    (reading,) = read(tmp_path)
    assert isinstance(reading.result, TookTooLong)
    assert reading.result.fields == {"seconds": "2"}
    assert 2.0 < time.monotonic() - began < 20.0


@pytest.mark.parametrize("harm", ["crash", "hang"])
def test_dispatches_before_the_harm_are_kept(tmp_path: Path, harm: str) -> None:
    written(tmp_path, {"1.txt": f"one\ntwo\n{harm}\nfour", "2.txt": "next"})
    readings = told(read(tmp_path))
    assert readings[:2] == [("1.txt", "#1", "one"), ("1.txt", "#2", "two")]
    assert readings[2][1] == "#3"
    assert readings[3:] == [("2.txt", "", "next")]


def test_dispatches_before_a_fault_are_kept(tmp_path: Path) -> None:
    written(tmp_path, {"1.txt": "one\nfail\nthree"})
    assert told(read(tmp_path)) == [("1.txt", "#1", "one"), ("1.txt", "#2", BrokenInput)]


def test_a_refused_record_holds_up_no_other(tmp_path: Path) -> None:
    written(tmp_path, {"1.txt": "one\nrefuse this\nthree"})
    assert told(read(tmp_path)) == [
        ("1.txt", "#1", "one"),
        ("1.txt", "#2", NoTextFound),
        ("1.txt", "#3", "three"),
    ]


@pytest.mark.parametrize("harm", ["crash", "hang"])
def test_harm_in_a_container_costs_one_member(tmp_path: Path, harm: str) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as container:
        for name, text in {"a": "one", "b": harm, "c": "three", "d": harm, "e": "five"}.items():
            container.writestr(name, text)
    readings = told(read(tmp_path))
    assert [(member, isinstance(result, str)) for _, member, result in readings] == [
        ("a", True),
        ("b", False),
        ("c", True),
        ("d", False),
        ("e", True),
    ]


def test_what_is_found_is_measured(tmp_path: Path) -> None:
    written(tmp_path, {"1.txt": "one headline\ntwo headlines"})
    first, second = (each.result for each in read(tmp_path))
    assert isinstance(first, Found)
    assert isinstance(second, Found)
    assert first.fixity == second.fixity
    assert first.fixity.size == len("one headline\ntwo headlines")
    assert first.fixity.parser == "orders 1"
    assert first.original == b"one headline\ntwo headlines"
    assert second.original is None
    assert first.content_hash != second.content_hash


def test_stopping_early_ends_the_children(tmp_path: Path) -> None:
    written(tmp_path, {f"{number:02}.txt": "hang" for number in range(9)})
    steps = Crew(SETUP).read(expand([tmp_path]))
    next(steps)
    began = time.monotonic()
    steps.close()
    assert time.monotonic() - began < 1.0


def test_a_child_that_cannot_start_is_a_bug(tmp_path: Path) -> None:
    written(tmp_path, {"1.txt": "one"})
    with pytest.raises(WorkerBroken):
        read(tmp_path, setup=replace(SETUP, registry="tests.doubles.nowhere"))


SCRIPT = """
import sys
from index.intake.crew import Crew
from index.intake.sources import expand
from index.intake.worker import Setup

for step in Crew(Setup(registry="tests.doubles.parsers")).read(expand(sys.argv[1:])):
    for reading in step.readings:
        print(reading.result.dispatch.headline)
"""


@pytest.mark.parametrize("source", ["-c", "-", "file"])
def test_any_main_module_will_do(tmp_path: Path, source: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    written(folder, {"1.txt": "one"})
    script = tmp_path / "script"
    script.write_text(SCRIPT, encoding="utf-8")
    program = {"-c": ["-c", SCRIPT], "-": ["-"], "file": [str(script)]}[source]
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, *program, str(folder)],
        input=SCRIPT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={"PYTHONPATH": root},
    )
    assert (done.stdout, done.stderr) == ("one\n", "")


PARENT = """
import os, signal, sys
from index.intake.crew import Crew
from index.intake.sources import expand
from index.intake.worker import Setup

crew = Crew(Setup(registry="tests.doubles.parsers"))
steps = crew.read(expand(sys.argv[1:]))
while not any(step.readings for step in steps):
    pass
print(crew._workers[0]._process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks at /proc")
def test_no_child_outlives_a_parent_that_was_killed(tmp_path: Path) -> None:
    written(tmp_path, {"1.txt": "one", "2.txt": "hang"})
    done = subprocess.run(
        [sys.executable, "-c", PARENT, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    patience = time.monotonic() + 10
    while _is_running(done.stdout.strip()):
        assert time.monotonic() < patience


def _is_running(pid: str) -> bool:
    try:
        stat = Path("/proc", pid, "stat").read_text(encoding="ascii")
    except OSError:
        return False
    return stat.rpartition(") ")[2][0] != "Z"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of processor time there")
def test_the_system_bounds_a_child_from_its_first_beat_on() -> None:
    program = (
        "import resource; from index.intake.child import _Fuse; _Fuse().renew(0.4);"
        "print(resource.getrlimit(resource.RLIMIT_CPU)[0])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert 0 < int(ended.stdout) <= 120
