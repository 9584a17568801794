"""The one place where Whoosh is imported."""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    # Python 3.12 and later find invalid escapes in its sources when they are first compiled.
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh.analysis import Analyzer, Token
    from whoosh.codec.whoosh3 import (
        STORED_COLUMN,
        WHOOSH3_HEADER_MAGIC,
        W3Codec,
        W3Segment,
        W3TermInfo,
    )
    from whoosh.columns import NumericColumn
    from whoosh.fields import COLUMN, FieldType, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.filedb.filetables import OrderedHashWriter
    from whoosh.filedb.structfile import StructFile
    from whoosh.formats import Format
    from whoosh.index import TOC
    from whoosh.util.numeric import byte_to_length, length_to_byte

__all__ = [
    "COLUMN",
    "STORED_COLUMN",
    "TOC",
    "WHOOSH3_HEADER_MAGIC",
    "Analyzer",
    "FieldType",
    "FileStorage",
    "Format",
    "NumericColumn",
    "OrderedHashWriter",
    "Schema",
    "StructFile",
    "Token",
    "W3Codec",
    "W3Segment",
    "W3TermInfo",
    "byte_to_length",
    "length_to_byte",
]
