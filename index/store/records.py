"""Dispatches as rows and back, and the hash that tells whether a row still is what it was."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from index.deflation import deflate
from index.dispatch import Accession, AccessionNumber, Dispatch, Provenance, Revision
from index.store.stamps import (
    day_number,
    import_day,
    minute_of_day,
    read_moment,
    read_stamp,
    write_moment,
    write_stamp,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Reference = AccessionNumber | str
"""A dispatch that is held, or the content hash of one in the same batch."""

TEXT = ("headline", "standfirst", "body", "boilerplate")
DESCRIPTION = (
    "format", "byline", "agency", "dateline", "city", "section", "keywords", "slug", "language",
    "filed", "updated", "captured", "embargo", "source_url", "guid", "revision", "partial",
)  # fmt: skip
PROVENANCE = (
    "path", "member", "sha256", "size", "media_type", "parser", "imported",
    "origins", "warnings", "dropped",
)  # fmt: skip
DAYS = ("filed_day", "filed_minute", "updated_day", "captured_day", "imported_day")
STANDING = ("family", "supersedes", "trashed", "sample")

CONTENT = (
    *(f"text.{name}" for name in TEXT),
    *(f"dispatch.{name}" for name in DESCRIPTION),
    *(f"provenance.{name}" for name in PROVENANCE),
)
"""What an accession is made of, beside its standing."""
HASHED = (*CONTENT, *(f"dispatch.{name}" for name in (*DAYS, *STANDING, "content")))
"""What a record's hash covers, in the order in which it is hashed: all but its generation."""
RECORD = "dispatch JOIN text ON text.dispatch = id JOIN provenance ON provenance.dispatch = id"

_listed = json.JSONEncoder(ensure_ascii=False).encode
_canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class NewAccession:
    """A dispatch about to be taken in, with what the intake found out about it."""

    dispatch: Dispatch
    provenance: Provenance
    original: bytes | None
    """The source's bytes, where they are text."""
    content_hash: str
    """Equal for two dispatches that say the same, whatever file they came in."""
    sketch: tuple[int, ...] = ()
    """The smallest 32-bit hashes of its word sequences."""
    sample: bool = False
    supersedes: Reference | None = None
    """The version of the same story before this one."""
    kin: tuple[Reference, ...] = ()
    """Dispatches of the same story family."""


class Telling(NamedTuple):
    """As much of a held dispatch as tells whether another one is the same story."""

    id: AccessionNumber
    agency: str
    """As stated."""
    body: str
    family: int


class PackedAccession(NamedTuple):
    """One accession as the values of its rows, without its number."""

    text: tuple[str, ...]
    description: tuple[Any, ...]
    rest: tuple[Any, ...]
    """Values of DAYS, STANDING and ``content``."""
    provenance: tuple[Any, ...]
    record: str
    original: tuple[str, bytes] | None
    """Hash, and bytes as stored."""
    sketch: bytes


def pack(new: NewAccession) -> PackedAccession:
    """Turn an accession into rows; half a surrogate pair, which is no text, becomes U+FFFD."""
    dispatch = new.dispatch
    text = (dispatch.headline, dispatch.standfirst, dispatch.body, dispatch.boilerplate)
    description, provenance = _describe(dispatch), _provenance(new)
    rest = (*_days(dispatch, new.provenance), *_unlinked(new), new.content_hash)
    try:
        record = digest((*text, *description, *provenance, *rest))
    except UnicodeEncodeError:
        text, description, provenance = _mend(text), _mend(description), _mend(provenance)
        record = digest((*text, *description, *provenance, *rest))
    original = None if new.original is None else pack_original(new.original)
    sketch = pack_sketch(new.sketch)
    return PackedAccession(text, description, rest, provenance, record, original, sketch)


def digest(content: Sequence[object]) -> str:
    """Return the SHA-256 of the values named in :data:`HASHED`, as they are stored."""
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def pack_sketch(sketch: Sequence[int]) -> bytes:
    """Return the stored form of a sketch: four bytes a hash, the lowest first."""
    return struct.pack(f"<{len(sketch)}I", *sketch)


def pack_original(original: bytes) -> tuple[str, bytes]:
    """Return the hash and the compressed form of an original."""
    return hashlib.sha256(original).hexdigest(), deflate(original)


def unpack_original(packed: bytes) -> bytes:
    """Undo the compression; zlib.error where the bytes are damaged."""
    return zlib.decompress(packed)


def write_list(values: Iterable[str]) -> str:
    """Return a list of words as JSON."""
    return _listed(values) if values else "[]"


def write_counts(values: Mapping[str, object]) -> str:
    """Return a mapping as JSON."""
    return _listed(dict(values)) if values else "{}"


def read_list(text: str) -> tuple[str, ...]:
    """Undo :func:`write_list`."""
    return () if text == "[]" else tuple(json.loads(text))


def read_accession(number: int, standing: Sequence[Any], content: Sequence[Any]) -> Accession:
    """Make an accession of the columns STANDING and CONTENT."""
    family, supersedes, trashed, sample = standing
    described = len(TEXT) + len(DESCRIPTION)
    filed = content[described:]
    return Accession(
        AccessionNumber(number),
        _read_dispatch(content[: len(TEXT)], content[len(TEXT) : described], filed),
        Provenance(**_named(PROVENANCE[:6], filed), imported=read_moment(filed[6])),
        family,
        supersedes,
        trashed is not None,
        bool(sample),
    )


def _describe(dispatch: Dispatch) -> tuple[Any, ...]:
    revision = dispatch.revision
    return (
        dispatch.format,
        write_list(dispatch.byline),
        dispatch.agency,
        dispatch.dateline,
        dispatch.city,
        write_list(dispatch.section),
        write_list(dispatch.keywords),
        dispatch.slug,
        dispatch.language,
        write_stamp(dispatch.filed),
        write_stamp(dispatch.updated),
        write_stamp(dispatch.captured),
        write_stamp(dispatch.embargo),
        dispatch.source_url,
        None if revision is None else revision.guid,
        None if revision is None else _write_revision(revision),
        int(dispatch.partial),
    )


def _write_revision(revision: Revision) -> str:
    return _listed([revision.number, revision.label, revision.supersedes])


def _provenance(new: NewAccession) -> tuple[Any, ...]:
    came, dispatch = new.provenance, new.dispatch
    return (
        came.path,
        came.member,
        came.sha256,
        came.size,
        came.media_type,
        came.parser,
        write_moment(came.imported),
        write_counts(dispatch.origins),
        write_list(dispatch.warnings),
        write_counts(dispatch.dropped),
    )


def _days(dispatch: Dispatch, provenance: Provenance) -> tuple[int, ...]:
    return (
        day_number(dispatch.filed),
        minute_of_day(dispatch.filed),
        day_number(dispatch.updated),
        day_number(dispatch.captured),
        import_day(provenance),
    )


def _unlinked(new: NewAccession) -> tuple[int, None, None, int]:
    """Return the standing of a dispatch that has just come in."""
    return 0, None, None, int(new.sample)


def _mend(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(mend(value) if isinstance(value, str) else value for value in values)


def mend(text: str) -> str:
    """Replace lone surrogates, which no encoding can write."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _read_dispatch(text: Sequence[str], described: Sequence[Any], came: Sequence[Any]) -> Dispatch:
    columns = _named(DESCRIPTION, described)
    guid, revision = columns.pop("guid"), columns.pop("revision")
    for name in ("byline", "section", "keywords"):
        columns[name] = read_list(columns[name])
    for name in ("filed", "updated", "captured", "embargo"):
        columns[name] = read_stamp(columns[name])
    columns["partial"] = bool(columns["partial"])
    return Dispatch(
        **_named(TEXT, text),
        **columns,
        revision=None if revision is None else Revision(guid, *json.loads(revision)),
        origins=json.loads(came[-3]),
        warnings=read_list(came[-2]),
        dropped=json.loads(came[-1]),
    )


def _named(names: Iterable[str], values: Iterable[Any]) -> dict[str, Any]:
    return dict(zip(names, values, strict=False))
