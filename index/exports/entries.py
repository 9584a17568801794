"""A dispatch as it is handed to other programs: one flat, documented, ordered set of fields."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from index.dispatch import Dispatch, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from index.annotation import Annotation
    from index.dispatch import Accession, AccessionNumber, Timestamp
    from index.keys import ConceptId
    from index.store import Store

_CHUNK = 200
_DATES = ("filed", "updated", "captured", "embargo")

Value = str | int | None | list[str]
Fields = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Entry:
    """One dispatch with what the user added to it."""

    fields: Fields
    """As :func:`describe` orders them."""
    tags: tuple[str, ...]
    """Concepts by their full path."""
    annotations: tuple[Annotation, ...]
    concepts: Mapping[ConceptId, str]
    """Full paths of the concepts that the annotations bear."""


def describe(dispatch: Dispatch, provenance: Provenance, number: int | None = None) -> Fields:
    """Return the fields that ``show``, ``extract`` and the exports have in common, in order."""
    return {
        "id": number,
        "path": joined_path(provenance),
        "format": dispatch.format,
        "headline": dispatch.headline,
        "standfirst": dispatch.standfirst,
        "byline": list(dispatch.byline),
        "agency": dispatch.agency,
        "dateline": dispatch.dateline,
        "city": dispatch.city,
        "section": list(dispatch.section),
        "keywords": list(dispatch.keywords),
        "language": dispatch.language,
        "filed": _iso(dispatch.filed),
        "updated": _iso(dispatch.updated),
        "captured": _iso(dispatch.captured),
        "body": dispatch.body,
        "boilerplate": dispatch.boilerplate,
        "source_url": dispatch.source_url,
        "sha256": provenance.sha256,
        "warnings": list(dispatch.warnings),
    }


def background(dispatch: Dispatch, provenance: Provenance) -> dict[str, object]:
    """Return what ``show`` and ``extract`` tell beside the common fields.

    The version and the dates in full, and the provenance with each field's origin.
    """
    stamps = {name: getattr(dispatch, name) for name in _DATES}
    return {
        "slug": dispatch.slug,
        "embargo": _iso(dispatch.embargo),
        "partial": dispatch.partial,
        "revision": asdict(dispatch.revision) if dispatch.revision else None,
        "dates": {name: _known(stamp) for name, stamp in stamps.items() if stamp},
        "provenance": {
            "file": provenance.path,
            "member": provenance.member,
            "size": provenance.size,
            "media_type": provenance.media_type,
            "parser": provenance.parser,
            "imported": provenance.imported.isoformat() if provenance.imported else None,
            "dropped": dict(dispatch.dropped),
            "origins": dict(dispatch.origins),
        },
    }


def _known(stamp: Timestamp) -> dict[str, object]:
    return {
        "precision": str(stamp.precision),
        "zone": str(stamp.zone),
        "ambiguous": stamp.ambiguous,
    }


def _iso(stamp: Timestamp | None) -> str | None:
    return None if stamp is None else stamp.iso()


def joined_path(provenance: Provenance) -> str:
    """Return the path with the member of a container or export behind it."""
    path, member = provenance.path, provenance.member
    if not member:
        return path
    return f"{path}{member}" if member.startswith("#") else f"{path}/{member}"


FIELDS = tuple(describe(Dispatch("", ""), Provenance("")))
"""Their names."""


def entries(store: Store, ids: Sequence[AccessionNumber]) -> Iterator[Entry]:
    """Yield the dispatches in the order asked."""
    paths = {use.concept.id: use.full_path for use in store.codebook.all()}
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        tags = store.tags.of(chunk)
        for accession in store.dispatches.each(chunk):
            concepts = tags.get(accession.id, ())
            yield _entry(accession, [paths[each] for each in concepts], store, paths)


def _entry(
    accession: Accession, tags: Sequence[str], store: Store, paths: Mapping[ConceptId, str]
) -> Entry:
    return Entry(
        describe(accession.dispatch, accession.provenance, accession.id),
        tuple(tags),
        store.annotations.of(accession.id),
        paths,
    )
