"""W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/), written and read.

A dispatch is named by the SHA-256 of its original, so that another archive that holds it knows it.
Offsets are Unicode code points, as the model counts.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any, TypeVar

from index.annotation import Colour
from index.codebook import PATH_SEPARATOR
from index.store.dumped import DumpedAnnotation, DumpedConcept, DumpedDispatch
from index.store.stamps import write_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.annotation import Annotation
    from index.dispatch import Accession
    from index.exports.passages import About, Passage
    from index.selectors import TextSelector
    from index.store import Dumped

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"own": "urn:x-dispatch-reader:"}]
_FIXITY = "urn:sha256:"

T = TypeVar("T")


def write(passages: Iterable[Passage], about: About, file: IO[str]) -> int:
    """Write one page of annotations; return how many."""
    items = [_item(each, about.archive_id) for each in passages]
    page = {"@context": _CONTEXT, "type": "AnnotationPage", "items": items}
    file.write(json.dumps(page, ensure_ascii=False, indent=1) + "\n")
    return len(items)


def _item(passage: Passage, archive_id: str) -> dict[str, Any]:
    annotation = passage.annotation
    comment = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain"}
    bodies = [{**comment, "value": annotation.note}] if annotation.note else []
    bodies += [_tag(path) for path in passage.concepts]
    stated = {
        "created": annotation.created and annotation.created.isoformat(),
        "modified": annotation.modified and annotation.modified.isoformat(),
        "creator": {"type": "Person", "name": annotation.creator} if annotation.creator else None,
        "body": bodies,
        "own:orphaned": annotation.orphaned,
    }
    return {
        "id": f"urn:x-dispatch-reader:{archive_id}:annotation:{annotation.id}",
        "type": "Annotation",
        "motivation": list(_motivations(annotation)),
        **{name: value for name, value in stated.items() if value},
        "target": {
            "source": _source(passage.accession),
            "styleClass": str(annotation.colour),
            "selector": _selectors(annotation.selector),
        },
    }


def _motivations(annotation: Annotation) -> Iterator[str]:
    if annotation.note:
        yield "commenting"
    if annotation.concepts:
        yield "tagging"
    if not annotation.note and not annotation.concepts:
        yield "highlighting"


def _tag(path: Sequence[str]) -> dict[str, Any]:
    value = PATH_SEPARATOR.join(path)
    return {"type": "TextualBody", "purpose": "tagging", "value": value, "own:path": list(path)}


def _source(accession: Accession) -> dict[str, Any]:
    return {
        "id": f"{_FIXITY}{accession.provenance.sha256}",
        "type": "Text",
        "own:member": accession.provenance.member,
        "own:path": accession.provenance.path,
        "own:headline": accession.dispatch.headline,
        "own:accession": accession.id,
    }


def _selectors(selector: TextSelector) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": selector.exact,
            "prefix": selector.prefix,
            "suffix": selector.suffix,
        },
        {"type": "TextPositionSelector", "start": selector.start, "end": selector.end},
    ]


# --- reading ----------------------------------------------------------------------------------


def read(text: str) -> list[Dumped]:
    """Return the annotations of a page as lines that the store loads, concepts first.

    Raises:
        ValueError: it is no page of annotations on texts; says which one is not.
    """
    try:
        items = _member(_object(json.loads(text)), "items", list)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    lines: dict[object, Dumped] = {}
    for number, item in enumerate(items, 1):
        try:
            lines |= {_key(line, number): line for line in _lines(_object(item))}
        except ValueError as error:
            raise ValueError(f"annotation {number}: {error}") from error
    order = (DumpedConcept.kind, DumpedDispatch.kind, DumpedAnnotation.kind)
    return sorted(lines.values(), key=lambda line: order.index(line.kind))


def _key(line: Dumped, number: int) -> object:
    """Return what two lines that name the same concept or dispatch have in common."""
    match line:
        case DumpedConcept():
            return line.path
        case DumpedDispatch():
            return line.dispatch
        case _:
            return number


def _lines(item: dict[str, Any]) -> Iterator[Dumped]:
    target = _object(item.get("target"))
    source = _object(target.get("source"))
    dispatch = DumpedDispatch(
        dispatch=f"{_text(source, 'id')} {_text(source, 'own:member')}",
        sha256=_text(source, "id").removeprefix(_FIXITY),
        member=_text(source, "own:member"),
        path=_text(source, "own:path") or _text(source, "id"),
        headline=_text(source, "own:headline"),
        trashed=None,
    )
    bodies = [_object(each) for each in _listed(item.get("body", []))]
    concepts = tuple(_path(each) for each in bodies if each.get("purpose") == "tagging")
    yield from (_concept(path[:end]) for path in concepts for end in range(1, len(path) + 1))
    yield dispatch
    yield _annotation(item, target, dispatch.dispatch, bodies, concepts)


def _annotation(
    item: dict[str, Any],
    target: dict[str, Any],
    dispatch: str,
    bodies: Sequence[dict[str, Any]],
    concepts: tuple[tuple[str, ...], ...],
) -> DumpedAnnotation:
    held = [_object(each) for each in _listed(target.get("selector"))]
    quote, position = _of(held, "TextQuoteSelector"), _of(held, "TextPositionSelector")
    notes = [_text(each, "value") for each in bodies if each.get("purpose") != "tagging"]
    colour = _text(target, "styleClass")
    return DumpedAnnotation(
        dispatch=dispatch,
        start=_member(position, "start", int),
        stop=_member(position, "end", int),
        exact=_member(quote, "exact", str),
        prefix=_text(quote, "prefix"),
        suffix=_text(quote, "suffix"),
        note="\n\n".join(notes),
        colour=colour if colour in set(Colour) else str(Colour.YELLOW),
        concepts=concepts,
        created=_moment(_text(item, "created")),
        modified=_moment(_text(item, "modified")),
        creator=_text(_object(item.get("creator", {})), "name"),
        orphaned=item.get("own:orphaned") is True,
        trashed=None,
    )


def _concept(path: tuple[str, ...]) -> DumpedConcept:
    return DumpedConcept(path, "", "", "", None, False, {}, ())


def _path(body: dict[str, Any]) -> tuple[str, ...]:
    """Return the labels of a concept; a tag of another program is one at the root."""
    stated = body.get("own:path") or [_member(body, "value", str)]
    path = tuple(each for each in _listed(stated) if isinstance(each, str) and each.strip())
    if not path:
        raise ValueError("a tag without a label")
    return path


def _of(selectors: Iterable[dict[str, Any]], kind: str) -> dict[str, Any]:
    for selector in selectors:
        if selector.get("type") == kind:
            return selector
    raise ValueError(f"its target has no {kind}")


def _moment(stated: str) -> str | None:
    return write_moment(datetime.fromisoformat(stated)) if stated else None


def _object(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    if not isinstance(value, dict):
        raise ValueError("something else stands where an object should")  # noqa: TRY004 - JSON
    return value


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - any JSON
    return value if isinstance(value, list) else [value]


def _text(held: dict[str, Any], name: str) -> str:
    return _member(held, name, str) if held.get(name) is not None else ""


def _member(held: dict[str, Any], name: str, kind: type[T]) -> T:
    value = held.get(name)
    if not isinstance(value, kind):
        raise ValueError(f"“{name}” is missing, or of another kind")  # noqa: TRY004 - JSON
    return value
