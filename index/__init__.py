"""The archive of dispatches: everything a window, a script or the command line may use.

Importing this package is cheap: SQLite, Whoosh, numpy and the parsers are loaded when an archive
is opened, searched or imported into.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.annotation import Annotation, AnnotationId, CarryOver, Colour
from index.archive import Archive, default_archive_folder
from index.changes import Change, RowChange
from index.codebook import PATH_SEPARATOR, Concept, ConceptId, ConceptUse, ListedConcept
from index.comparison import Piece, PieceKind, changed_words, compare
from index.corpus import Card
from index.dispatch import (
    Accession,
    AccessionNumber,
    Dispatch,
    FieldValue,
    Precision,
    Provenance,
    Revision,
    Timestamp,
    Zone,
    field_text,
)
from index.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveHeld,
    ArchiveMissing,
    ArchiveRecoverable,
    ArchiveTooNew,
    BrokenInput,
    CodebookRefused,
    ConceptCycle,
    ConceptTaken,
    DispatchDamaged,
    DumpRefused,
    EmptyInput,
    ExportRefused,
    FieldRefused,
    InputRefused,
    InputTooLarge,
    LockedInput,
    NoSoundCopy,
    NoTextFound,
    NotText,
    PassageNotFound,
    ReadOnlyArchive,
    StorageFull,
    SuspiciousArchive,
    TookTooLong,
    TookTooMuchMemory,
    UnknownAnnotation,
    UnknownConcept,
    UnknownDispatch,
    UnknownFormat,
    UnreadableInput,
    VocabularyRefused,
    WrongEncoding,
)
from index.folding import fold
from index.logbook import logbook_path, open_logbook
from index.query import Facet, Filter, Query, Sort
from index.reports import (
    Backup,
    Cancel,
    CodebookReport,
    ConceptDetail,
    Fault,
    ImportItem,
    ImportPlan,
    ImportReport,
    Listener,
    LoadReport,
    Outcome,
    Progress,
    Stats,
    VerifyReport,
    ignore,
)
from index.results import (
    FacetValue,
    Highlights,
    Match,
    Notice,
    NoticeKind,
    Related,
    Results,
    Snippet,
    Summary,
)
from index.selectors import Span, TextSelector, describe, locate, occurrences

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "PATH_SEPARATOR",
    "Accession",
    "AccessionNumber",
    "Annotation",
    "AnnotationId",
    "Archive",
    "ArchiveDamaged",
    "ArchiveError",
    "ArchiveHeld",
    "ArchiveMissing",
    "ArchiveRecoverable",
    "ArchiveTooNew",
    "Backup",
    "BrokenInput",
    "Cancel",
    "Card",
    "CarryOver",
    "Change",
    "CodebookRefused",
    "CodebookReport",
    "Colour",
    "Concept",
    "ConceptCycle",
    "ConceptDetail",
    "ConceptId",
    "ConceptTaken",
    "ConceptUse",
    "Dispatch",
    "DispatchDamaged",
    "DumpRefused",
    "EmptyInput",
    "ExportRefused",
    "Facet",
    "FacetValue",
    "Fault",
    "FieldRefused",
    "FieldValue",
    "Filter",
    "Highlights",
    "ImportItem",
    "ImportPlan",
    "ImportReport",
    "InputRefused",
    "InputTooLarge",
    "ListedConcept",
    "Listener",
    "LoadReport",
    "LockedInput",
    "Match",
    "NoSoundCopy",
    "NoTextFound",
    "NotText",
    "Notice",
    "NoticeKind",
    "Outcome",
    "PassageNotFound",
    "Piece",
    "PieceKind",
    "Precision",
    "Progress",
    "Provenance",
    "Query",
    "ReadOnlyArchive",
    "Related",
    "Results",
    "Revision",
    "RowChange",
    "Snippet",
    "Sort",
    "Span",
    "Stats",
    "StorageFull",
    "Summary",
    "SuspiciousArchive",
    "TextSelector",
    "Timestamp",
    "TookTooLong",
    "TookTooMuchMemory",
    "UnknownAnnotation",
    "UnknownConcept",
    "UnknownDispatch",
    "UnknownFormat",
    "UnreadableInput",
    "VerifyReport",
    "VocabularyRefused",
    "WrongEncoding",
    "Zone",
    "changed_words",
    "compare",
    "default_archive_folder",
    "describe",
    "field_text",
    "fold",
    "ignore",
    "locate",
    "logbook_path",
    "occurrences",
    "open_logbook",
    "run_command",
]


def run_command(argv: Sequence[str]) -> int:
    """Run one command of the command line (without the program's name); return its exit code."""
    from index import cli  # argparse and the commands cost start-up time of the window

    return cli.run(argv)
