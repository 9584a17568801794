"""The store of record: everything the archive holds, in one SQLite file."""

from index.store.corrections import CORRECTABLE, Correction
from index.store.history import Happening
from index.store.imports import ImportBatch, ImportId
from index.store.records import NewAccession
from index.store.reversal import Reverted
from index.store.searches import PastSearch, SavedSearch, SavedSearchId
from index.store.store import Store

__all__ = [
    "CORRECTABLE",
    "Correction",
    "Happening",
    "ImportBatch",
    "ImportId",
    "NewAccession",
    "PastSearch",
    "Reverted",
    "SavedSearch",
    "SavedSearchId",
    "Store",
]
