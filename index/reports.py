"""What long work tells while it runs and when it has ended."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from index.dispatch import AccessionNumber, Dispatch
    from index.errors import ArchiveError


class Cancel:
    """A switch that any thread may throw; long work looks at it between steps."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def __call__(self) -> None:
        """Ask the work to stop at its next step."""
        self._event.set()

    @property
    def asked(self) -> bool:
        """Whether the switch has been thrown."""
        return self._event.is_set()


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps; ``total`` 0 = not known yet."""

    stage: str
    """``import``, ``index``, ``rebuild``, ``verify`` …"""
    done: int
    total: int
    current: str = ""
    """The file at hand."""


class Listener(Protocol):
    """Called from the working thread; must return at once."""

    def __call__(self, progress: Progress) -> None:
        """Take note."""
        ...


def ignore(progress: Progress) -> None:
    """Listen to nothing."""
    _ = progress


class Outcome(StrEnum):
    """What became of one input."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    NEW_VERSION = "new-version"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import is to do with what it reads, as decided beforehand.

    After a dry run the user corrects or leaves out lines, which are known by (path, member).
    """

    corrections: Mapping[tuple[str, str], Mapping[str, object]] = field(default_factory=dict)
    """Field name -> value; the recognised value is kept as the original."""
    left_out: frozenset[tuple[str, str]] = frozenset()
    sample: bool = False
    """Mark the dispatches as samples that ship with the program."""

    def __bool__(self) -> bool:
        return bool(self.corrections or self.left_out or self.sample)


@dataclass(frozen=True, slots=True)
class ImportItem:
    """One line of an import report: one dispatch, or one input that yielded none."""

    path: str
    outcome: Outcome
    member: str = ""
    id: AccessionNumber | None = None
    """Of the new dispatch, or of the one it duplicates."""
    headline: str = ""
    error: ArchiveError | None = None
    dropped: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    dispatch: Dispatch | None = None
    """What was recognised; filled in a dry run only."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The items in the order in which they ended."""

    items: tuple[ImportItem, ...]
    cancelled: bool = False
    dry_run: bool = False
    seconds: float = 0.0

    def count(self, outcome: Outcome) -> int:
        """Return how many items ended so."""
        return sum(item.outcome is outcome for item in self.items)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something ``verify`` found wrong: with the record, an original or the index."""

    where: str
    detail: str
    id: AccessionNumber | None = None


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """``checked`` dispatches were read and hashed again."""

    checked: int
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts over the whole archive, trash left out."""

    dispatches: int
    originals: int
    concepts: int
    tags: int
    annotations: int
    indexed: int
    bytes_on_disk: int
    format: int
    generation: int
    agencies: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    first_filed: str = ""
    last_filed: str = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the record beside the archive."""

    path: Path
    made: datetime
    """UTC, aware."""
    size: int
    """Bytes."""
    dispatches: int
    """Outside the trash."""
    verified: bool
    """It was read just now, and every hash in it is right."""
    locked: bool = False
    """It is encrypted, and not with the passphrase at hand, so nothing is known of it."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What came of loading a dump."""

    added: Mapping[str, int] = field(default_factory=dict)
    """Kind (``concept``, ``tag``, ``annotation`` …) -> how many were not there before."""
    missing: tuple[str, ...] = ()
    """Dispatches that this archive does not hold, by path and headline; their lines were left."""


@dataclass(frozen=True, slots=True)
class ConceptDetail:
    """One property of a concept, as the codebook had it and as a file states it."""

    concept: str
    """Full path."""
    name: str
    """``label``, ``broader``, ``colour``, ``scope_note``, ``digit``, ``retired``, ``uri``,
    ``aliases``, or ``label@fr`` for the label in a language."""
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class CodebookReport:
    """What came of importing a codebook."""

    added: tuple[str, ...] = ()
    """Full paths of the concepts that were not there."""
    filled: tuple[ConceptDetail, ...] = ()
    """What concepts that were there lacked and now have."""
    kept: tuple[ConceptDetail, ...] = ()
    """What the file states otherwise; the codebook's own was kept."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage with what another person needs to find and check it."""

    accession: int
    archive: str
    """The archive's identifier."""
    headline: str
    agency: str
    city: str
    filed: str
    """ISO 8601, as precise as the source; empty where unknown, as ``updated``."""
    updated: str
    sha256: str
    """Of the original bytes."""
    member: str
    """Of a container, or of an export, as its provenance says."""
    quote: str
    prefix: str
    suffix: str
    start: int
    """Code points of the body."""
    end: int
    text: str
    """Quote and citation as one paragraph for people."""


class CitationStyle(StrEnum):
    """How a bibliography prints a dispatch."""

    ISO690 = "iso690"
    APA = "apa"
    CHICAGO = "chicago"


@dataclass(frozen=True, slots=True)
class Difference:
    """What a citation states otherwise than the archive."""

    name: str
    """A field of :class:`Evidence`, ``position`` of the quote, or ``dispatch``."""
    cited: str
    held: str


@dataclass(frozen=True, slots=True)
class CitationCheck:
    """What came of checking a citation against the archive."""

    evidence: Evidence
    dispatch: AccessionNumber | None
    """The cited dispatch here; None where the archive does not hold it."""
    differences: tuple[Difference, ...] = ()

    @property
    def confirmed(self) -> bool:
        """Whether the archive says the same."""
        return self.dispatch is not None and not self.differences
