"""Press-database exports inside office documents: PDF, OpenDocument, and Word made from RTF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.parsers.press.factiva import factiva_stories
from index.parsers.press.nexis import nexis_stories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.dispatch import Dispatch
    from index.parsers import RecordRefused, Source
    from index.parsers.documents.documents import Document


def read_export(
    document: Document, form: str, source: Source
) -> Iterator[Dispatch | RecordRefused] | None:
    """Return the stories of a document that is an export, ``None`` where it is none."""
    return nexis_stories(document.text, form, source, document.warnings) or factiva_stories(
        document.text, form, source, document.warnings
    )
