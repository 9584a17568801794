"""The store of record: everything the archive holds, in one SQLite file."""

from index.store.annotations import Annotations
from index.store.backup import Stopped
from index.store.cipher import Address, Passphrase, require_extra
from index.store.codebook import Codebook
from index.store.corrections import CORRECTABLE, Correction
from index.store.dispatches import Dispatches
from index.store.dumped import (
    BadLine,
    Dumped,
    check_header,
    header,
    read_line,
    read_object,
    write_line,
    write_object,
)
from index.store.history import History
from index.store.imports import ImportBatch, ImportId, Imports
from index.store.layers import Layers, by_coder
from index.store.records import NewAccession, Reference, Telling, pack_sketch
from index.store.rejections import Rejections
from index.store.reversal import Reverted
from index.store.rotation import has_salt_of, is_encrypted, list_backups
from index.store.rules import Rules
from index.store.searches import PastSearch, SavedSearch, SavedSearchId, Searches
from index.store.store import Store
from index.store.tags import Tags

__all__ = [
    "CORRECTABLE",
    "Address",
    "Annotations",
    "BadLine",
    "Codebook",
    "Correction",
    "Dispatches",
    "Dumped",
    "History",
    "ImportBatch",
    "ImportId",
    "Imports",
    "Layers",
    "NewAccession",
    "Passphrase",
    "PastSearch",
    "Reference",
    "Rejections",
    "Reverted",
    "Rules",
    "SavedSearch",
    "SavedSearchId",
    "Searches",
    "Stopped",
    "Store",
    "Tags",
    "Telling",
    "by_coder",
    "check_header",
    "has_salt_of",
    "header",
    "is_encrypted",
    "list_backups",
    "pack_sketch",
    "read_line",
    "read_object",
    "require_extra",
    "write_line",
    "write_object",
]
