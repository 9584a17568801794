"""Work off the GUI thread: answers in order, stale ones dropped, failures told."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.workers.job import Job
from desktop.workers.jobs import Jobs
from desktop.workers.worker import Worker
from index import Progress, StorageFull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from index import Cancel, Listener


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    worker = Worker("test")
    yield worker
    worker.close()


def test_answers_arrive_in_order_on_the_asking_thread(qtbot: QtBot, worker: Worker) -> None:
    heard: list[tuple[int, bool]] = []

    def question(number: int) -> tuple[int, bool]:
        return number, threading.current_thread() is threading.main_thread()

    for number in range(5):
        worker.ask(partial(question, number), heard.append)
    assert heard == [], "nothing is answered before ask() has returned"
    qtbot.waitUntil(lambda: len(heard) == 5)
    assert heard == [(number, False) for number in range(5)]
    assert not worker.busy


def test_forgotten_questions_are_never_answered(qtbot: QtBot, worker: Worker) -> None:
    gate, heard = threading.Event(), list[str]()
    worker.ask(lambda: str(gate.wait(10)), heard.append)
    worker.ask(lambda: "waiting", heard.append)
    worker.forget()
    worker.ask(lambda: "new", heard.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["new"]


def test_a_closed_worker_is_asked_in_vain(qtbot: QtBot, worker: Worker) -> None:
    worker.close()
    answered: list[int] = []
    worker.ask(lambda: 1, answered.append)
    assert not worker.busy
    assert answered == []


def test_a_failure_is_told_and_the_worker_goes_on(qtbot: QtBot, worker: Worker) -> None:
    def fail() -> None:
        raise StorageFull(folder="x", detail="y")

    with qtbot.waitSignal(worker.failed) as failed:
        worker.ask(fail, lambda _none: None)
    assert isinstance(failed.args[0], StorageFull)
    heard: list[int] = []
    worker.ask(lambda: 1, heard.append)
    qtbot.waitUntil(lambda: heard == [1])


def test_a_job_tells_how_far_it_is_and_how_it_ended(qtbot: QtBot) -> None:
    def work(listen: Listener, _cancel: Cancel) -> str:
        for done in range(1, 4):
            listen(Progress("import", done, 3))
        return "done"

    job = Job("test", work)
    seen: list[Progress] = []
    job.progressed.connect(seen.append)
    with qtbot.waitSignal(job.ended) as ended:
        job.start()
    assert ended.args == ["done"]
    assert seen[-1] == Progress("import", 3, 3)


def test_a_job_stops_at_its_next_step(qtbot: QtBot) -> None:
    started = threading.Event()

    def work(_listen: Listener, cancel: Cancel) -> bool:
        started.set()
        while not cancel.asked:
            pass
        return cancel.asked

    job = Job("test", work)
    with qtbot.waitSignal(job.ended) as ended:
        job.start()
        assert started.wait(10)
        job.cancel()
    assert ended.args == [True]


def test_jobs_run_one_at_a_time(qtbot: QtBot) -> None:
    gate, jobs, heard = threading.Event(), Jobs(), list[object]()
    jobs.run("First", lambda _listen, _cancel: gate.wait(10), heard.append)
    with qtbot.waitSignal(jobs.refused) as refused:
        assert jobs.run("Second", lambda _listen, _cancel: None, heard.append) is None
    assert refused.args == ["First"]
    with qtbot.waitSignal(jobs.idle):
        gate.set()
    assert (heard, jobs.running) == ([True], None)


def test_a_failed_job_makes_room_for_the_next(qtbot: QtBot) -> None:
    def fail(_listen: Listener, _cancel: Cancel) -> None:
        raise StorageFull(folder="x", detail="y")

    jobs = Jobs()
    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.run("Failing", fail, lambda _none: None)
    assert isinstance(failed.args[0], StorageFull)
    assert jobs.running is None


def test_closed_jobs_start_nothing() -> None:
    jobs, heard = Jobs(), list[object]()
    jobs.close()
    assert jobs.run("Late", lambda _listen, _cancel: None, heard.append) is None
    assert jobs.running is None
