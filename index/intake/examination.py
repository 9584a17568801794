"""Read one file, or each member of a container, into dispatches; runs in the child process."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from index.errors import BrokenInput, InputRefused, TookTooMuchMemory
from index.intake.fingerprint import fingerprint
from index.intake.media_types import media_type
from index.intake.opening import Refused, open_input
from index.intake.originals import text_of_original
from index.intake.reading import Beat, Entry, Fixity, Found, Known, Reading
from index.intake.sources import printable
from index.parsers import RecordRefused, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from index.dispatch import Dispatch
    from index.intake.reading import Fatal, Job
    from index.limits import Limits
    from index.parsers import Parser

T = TypeVar("T")


class Examiner:
    """Reads jobs one at a time, telling through ``pulse`` where it is."""

    def __init__(
        self,
        limits: Limits,
        choose: Callable[[Source], Parser],
        is_known: Callable[[str], bool],
        pulse: Callable[[Beat], None],
    ) -> None:
        """``is_known`` tells of a SHA-256 whether the archive holds those bytes already."""
        self._limits, self._choose = limits, choose
        self._is_known, self._pulse = is_known, pulse

    def examine(self, job: Job) -> Iterator[Entry]:
        """Yield one entry for each dispatch, and for each reason why there is none."""
        opened = _to_the_end(open_input(job.path, self._limits), "container")
        places = enumerate(self._watched(opened, job))
        for place, source in islice(places, job.place, None):
            if source is None:
                continue
            fatal = job.fatal if job.fatal and job.fatal.place == place else None
            readings = self._readings(source, Beat(job.number, place, 0, 0.0), fatal, job.path)
            seen = job.seen if place == job.place else 0
            yield from (Entry(job.number, place, each) for each in islice(readings, seen, None))

    def _watched(self, opened: Iterable[T], job: Job) -> Iterator[T]:
        """Tell before each member is unpacked, which may be what kills us."""
        beat = Beat(job.number, 0, 0, 0.0)
        self._tell(beat)
        for place, source in enumerate(opened, 1):
            yield source
            if not isinstance(source, Source) or source.member:
                self._tell(beat._replace(place=place))

    def _readings(
        self, source: Source | Refused | InputRefused, beat: Beat, fatal: Fatal | None, path: str
    ) -> Iterator[Reading]:
        if isinstance(source, InputRefused):
            yield Reading(printable(path), "", source)
        elif isinstance(source, Refused):
            yield Reading(source.path, source.member, source.error)
        else:
            results = _to_the_end(self._results(source, beat), "unknown")
            if fatal is not None:
                results = chain(islice(results, fatal.records), [fatal.reason])
            for mark, result in _numbered(results):
                yield Reading(source.path, source.member + mark, result)

    def _results(self, source: Source, beat: Beat) -> Iterator[Found | Known | InputRefused]:
        sha256 = hashlib.sha256(source.raw).hexdigest()
        if self._is_known(sha256):
            yield Known(sha256)
            return
        parser = self._choose(source)
        made_by = f"{parser.format} {parser.version}"
        fixity = Fixity(sha256, len(source.raw), media_type(parser.format), made_by)
        yield from _to_the_end(self._dispatches(source, parser, fixity, beat), parser.format)

    def _dispatches(
        self, source: Source, parser: Parser, fixity: Fixity, beat: Beat
    ) -> Iterator[Found | InputRefused]:
        original = text_of_original(source.raw)
        for number, record in enumerate(parser.parse(source), 1):
            if isinstance(record, RecordRefused):
                yield record.reason
            else:
                dispatch = _with_warnings(record, source.warnings)
                yield Found(dispatch, fixity, original, *fingerprint(record))
                original = None
            self._tell(beat._replace(records=number))

    def _tell(self, beat: Beat) -> None:
        self._pulse(beat._replace(since=time.monotonic(), worked=time.process_time()))


def _with_warnings(record: Dispatch, known: tuple[str, ...]) -> Dispatch:
    return replace(record, warnings=(*record.warnings, *known)) if known else record


def _to_the_end(items: Iterable[T], form: str) -> Iterator[T | InputRefused]:
    """Yield the items; whatever breaks them off comes as the last one."""
    try:
        yield from items
    except InputRefused as refusal:
        yield refusal
    except MemoryError:
        yield TookTooMuchMemory()
    except RecursionError:
        yield BrokenInput(format=form, detail="it is nested too deeply")
    except Exception as error:  # noqa: BLE001 - whatever a parser meets costs one input, not all
        yield BrokenInput(format=form, detail=f"{type(error).__name__}: {error}")


def _numbered(results: Iterable[T]) -> Iterator[tuple[str, T]]:
    """Mark the results ``#1``, ``#2`` …; a lone one needs no number."""
    rest = iter(results)
    leading = list(islice(rest, 2))
    if len(leading) == 1:
        yield "", leading[0]
        return
    for number, result in enumerate(chain(leading, rest), 1):
        yield f"#{number}", result
