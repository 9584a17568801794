"""Citations of passages, written to a small file and checked against the archive."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from index.errors import CitationRefused, PassageNotFound
from index.exports.citation import cite
from index.exports.entries import describe
from index.exports.files import read_text, replaced
from index.limits import MEGABYTE
from index.reports import CitationCheck, Difference, Evidence
from index.selectors import TextSelector, locate
from index.selectors import describe as select
from index.wire.authority import same_agency

if TYPE_CHECKING:
    from pathlib import Path

    from index.dispatch import Accession, AccessionNumber
    from index.store import Store

_FORMAT = "dispatch-reader-citation"
_VERSION = 1
_COMPARED = ("headline", "agency", "city", "filed", "updated")
_KINDS = {"str": str, "int": int}


def gather(store: Store, dispatch: AccessionNumber, start: int, end: int) -> Evidence:
    """Return the evidence for ``body[start:end]``.

    Raises:
        PassageNotFound: the span is empty or runs outside the body.
        UnknownDispatch: there is no such dispatch.
    """
    held = store.dispatches.get(dispatch)
    try:
        selector = select(held.dispatch.body, start, end)
    except ValueError as error:
        raise PassageNotFound(exact=held.dispatch.body[start:end]) from error
    return _evidence(held, selector, store.corpus.archive_id)


def _evidence(held: Accession, selector: TextSelector, archive: str) -> Evidence:
    source = cite(describe(held.dispatch, held.provenance, held.id))
    at = f"characters {selector.start}–{selector.end}"
    return Evidence(
        accession=held.id,
        archive=archive,
        headline=source.headline,
        agency=source.agency,
        city=source.city,
        filed=source.filed,
        updated=source.updated,
        sha256=held.provenance.sha256,
        member=held.provenance.member,
        quote=selector.exact,
        prefix=selector.prefix,
        suffix=selector.suffix,
        start=selector.start,
        end=selector.end,
        text=f"“{selector.exact}” — {source.sentence}, {at}.",
    )


def write(evidence: Evidence, path: Path) -> None:
    """Write a citation to a JSON file.

    Raises:
        ExportRefused: the file cannot be written.
    """
    with replaced(path) as file:
        held = {_FORMAT: _VERSION, **asdict(evidence)}
        file.write(json.dumps(held, ensure_ascii=False, indent=1) + "\n")


def read(path: Path) -> Evidence:
    """Return the citation of a file.

    Raises:
        CitationRefused: it is none, or cannot be read.
    """
    try:
        return _read(json.loads(read_text(path, MEGABYTE)))
    except OSError as error:
        raise CitationRefused(path=path, detail=error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise CitationRefused(path=path, detail=str(error)) from error


def _read(stated: Any) -> Evidence:  # noqa: ANN401 - any JSON
    if not isinstance(stated, dict) or stated.get(_FORMAT) != _VERSION:
        raise ValueError("it is no citation of this program")
    values: dict[str, Any] = {}
    for field in fields(Evidence):
        value = stated.get(field.name)
        if not isinstance(value, _KINDS[str(field.type)]) or isinstance(value, bool):
            raise ValueError(f"“{field.name}” is missing, or of another kind")  # noqa: TRY004
        values[field.name] = value
    return Evidence(**values)


def check(store: Store, evidence: Evidence) -> CitationCheck:
    """Compare a citation with the dispatch it cites; where several are held, the likest counts."""
    checks = [
        CitationCheck(evidence, held.id, tuple(_differences(held, evidence, store)))
        for held in _cited(store, evidence)
    ]
    absent = Difference("dispatch", f"SHA-256 {evidence.sha256}", "")
    missing = CitationCheck(evidence, None, (absent,))
    return min(checks, key=lambda each: len(each.differences), default=missing)


def _cited(store: Store, evidence: Evidence) -> list[Accession]:
    """Return the dispatches with the cited original."""
    if not evidence.sha256:
        return []
    ids = store.dispatches.with_fixity([evidence.sha256]).get(evidence.sha256, ())
    held = store.dispatches.each(ids)
    return [each for each in held if each.provenance.member == evidence.member]


def _differences(held: Accession, evidence: Evidence, store: Store) -> list[Difference]:
    archive = store.corpus.archive_id
    body, span = held.dispatch.body, slice(evidence.start, evidence.end)
    if 0 <= span.start < span.stop <= len(body) and body[span] == evidence.quote:
        here = _evidence(held, select(body, span.start, span.stop), archive)
        found = _compare(("prefix", "suffix"), here, evidence)
    else:
        here = _evidence(held, _stated(evidence), archive)
        found = [_moved(body, evidence)]
    numbered = ("accession",) if evidence.archive == archive else ()
    found += _compare((*_COMPARED, *numbered), here, evidence)
    same = evidence.archive == archive and not found
    return found + (_compare(("text",), here, evidence) if same else [])


def _compare(names: tuple[str, ...], here: Evidence, cited: Evidence) -> list[Difference]:
    pairs = [(name, str(getattr(cited, name)), str(getattr(here, name))) for name in names]
    return [Difference(*each) for each in pairs if not _agree(*each)]


def _agree(name: str, one: str, other: str) -> bool:
    """Tell whether two values mean the same; an agency may be called by another of its names."""
    return one == other or (name == "agency" and same_agency(one, other))


def _moved(body: str, evidence: Evidence) -> Difference:
    span = locate(body, _stated(evidence)) if evidence.quote else None
    if span is None:
        return Difference("quote", evidence.quote, body[max(0, evidence.start) : evidence.end])
    cited = f"{evidence.start}–{evidence.end}"
    return Difference("position", cited, f"{span.start}–{span.end}")


def _stated(evidence: Evidence) -> TextSelector:
    return TextSelector(
        evidence.quote, evidence.prefix, evidence.suffix, evidence.start, evidence.end
    )
