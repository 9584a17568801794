"""What office documents have in common: printed text, and properties that may help to read it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from index.parsers.plain_text.text import NO_YEAR, read_text
from index.wire.byline import split_byline
from index.wire.dates import read_date, read_iso
from index.wire.tidy import one_line, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.dispatch import Dispatch, Timestamp
    from index.parsers import RecordRefused, Source

_FILE_NAME = re.compile(r"\.(?:docx?|odt|rtf|pdf|txt|html?|wpd|indd)\b", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:microsoft word\b.*|word document|untitled.*|sans titre.*|document\s?\d*|title|titre|test|"
    r"powerpoint.*|about:blank|unknown(?: title)?|no title|unbekannt(?:er titel)?|inconnu)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:admin(?:istrator)?|user|owner|author|unknown|default|root|test|pc|windows.*|microsoft.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Document:
    """The printed text of an office document and its properties, empty where it has none."""

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    created: str = ""
    """ISO 8601, or ''."""
    modified: str = ""
    language: str = ""
    keywords: tuple[str, ...] = ()
    boilerplate: str = ""
    warnings: tuple[str, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)


class ReadExport(Protocol):
    """Reads the stories of a document that a press database exported; ``None`` for any other."""

    def __call__(
        self, document: Document, form: str, source: Source
    ) -> Iterator[Dispatch | RecordRefused] | None:
        """Return the stories, or ``None``."""
        ...


def no_export(document: Document, form: str, source: Source) -> None:
    """Take every document for one that stands for itself."""


def stories_of(
    document: Document, form: str, source: Source, read_export: ReadExport
) -> Iterator[Dispatch | RecordRefused]:
    """Yield the stories of an export, or the document as one dispatch."""
    stories = read_export(document, form, source)
    if stories is None:
        yield dispatch_of(document, form, source)
    else:
        yield from stories


def dispatch_of(document: Document, form: str, source: Source) -> Dispatch:
    """Read a document's text as a dispatch; its properties fill what the text leaves open.

    What a text states of itself (a byline, a date line) is worth more than the properties of the
    file, which often name whoever saved it last.
    """
    found = read_text(document.text, source, form=form)
    origins = dict(found.origins)
    fields: dict[str, object] = {"format": form, "origins": origins}
    dateless = any(NO_YEAR in warning for warning in found.warnings)
    for name, value in _offered(document).items():
        if dateless and name in ("filed", "updated"):
            continue  # the story has a day of its own, though not the year
        if value and not getattr(found, name):
            fields[name] = value
            origins[name] = f"{form} properties"
    if not _is_told(found):
        # no head of a dispatch was recognised, so no line of the document may be taken for one
        fields["body"] = tidy(document.text)
        if headline := _title(document):
            fields["headline"] = headline
            origins["headline"] = f"{form} properties"
    fields["warnings"] = found.warnings + document.warnings
    fields["dropped"] = {kind: count for kind, count in document.dropped.items() if count}
    if document.boilerplate:
        kept = (found.boilerplate, tidy(document.boilerplate))
        fields["boilerplate"] = "\n\n".join(part for part in kept if part)
    return replace(found, **fields)  # type: ignore[arg-type]


def _offered(document: Document) -> dict[str, object]:
    keywords = tuple(word for raw in document.keywords if (word := one_line(raw)))
    return {
        "byline": _names(document.author),
        "filed": _moment(document.created),
        "updated": _later(document),
        "keywords": keywords,
        "language": document.language[:2].lower(),
        "agency": one_line(document.publisher),
    }


def _names(author: str) -> tuple[str, ...]:
    author = one_line(author)
    last, comma, first = author.partition(", ")
    if comma and "," not in first and ";" not in author:
        author = f"{first} {last}"
    names = split_byline(author)
    return tuple(name for name in names if not _NO_NAME.fullmatch(name))


def _later(document: Document) -> Timestamp | None:
    created, modified = _moment(document.created), _moment(document.modified)
    if created is None or modified is None or modified.day <= created.day:
        return None
    return modified


def _moment(text: str) -> Timestamp | None:
    return read_iso(text) or read_date(text) if text else None


def _is_told(found: Dispatch) -> bool:
    """Tell whether the text itself has the head of a dispatch."""
    return bool(found.filed or found.dateline or found.agency)


def _title(document: Document) -> str:
    title = one_line(document.title)
    if _NO_TITLE.fullmatch(title) or _FILE_NAME.search(title):
        return ""
    return title
