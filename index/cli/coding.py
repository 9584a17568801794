"""``tag`` and ``annotate``: what the user adds to dispatches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.annotation import Colour
from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import to_edit
from index.codebook import PATH_SEPARATOR
from index.dispatch import AccessionNumber
from index.errors import UnknownConcept
from index.keys import AnnotationId

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from index.archive import Archive
    from index.keys import ConceptId
    from index.selectors import Span


def _declare_tag(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", type=int, metavar="ID", help="as search prints it")
    concept = "a concept's label or full path (“Rules / Age verification”)"
    parser.add_argument(
        "--add", action="append", default=[], metavar="C", help=f"{concept}; made if missing"
    )
    parser.add_argument("--remove", action="append", default=[], metavar="C", help=concept)


def _tag(call: Call) -> Exit:
    options, ids = call.options, [AccessionNumber(number) for number in call.options.ids]
    with to_edit(call) as archive:
        unwanted = [_concept(archive, each) for each in options.remove]
        for number in ids:
            archive.dispatches.get(number)
        wanted = [_concept_or_new(archive, each) for each in options.add]
        archive.tags.add(ids, wanted)
        archive.tags.remove(ids, unwanted)
        paths = {use.concept.id: use.full_path for use in archive.codebook.all()}
        tags = archive.tags.of(ids)
        for number in ids:
            held = [paths[each] for each in tags.get(number, ())]
            call.console.tell(f"{number:>6}  {'; '.join(held)}", {"id": number, "tags": held})
    return Exit.OK


def _concept(archive: Archive, named: str) -> ConceptId:
    found = archive.codebook.find(named)
    if found is None:
        raise UnknownConcept(concept=named)
    return found.id


def _concept_or_new(archive: Archive, named: str) -> ConceptId:
    """Return a concept, made together with the broader ones of its path where it is missing."""
    found = archive.codebook.find(named)
    if found is not None:
        return found.id
    path, _, label = named.rpartition(PATH_SEPARATOR)
    broader = _concept_or_new(archive, path) if path else None
    return archive.codebook.create(label, broader=broader)[0]


TAG = Command(
    "tag",
    "put concepts on dispatches or take them off",
    "Add and remove concepts of the codebook; prints the concepts that each dispatch bears then.\n"
    "Without --add and --remove, nothing changes.",
    (
        "tag 12 13 --add 'Age verification'",
        "tag 12 --add 'Rules / Reporting duties' --remove Technology",
    ),
    _declare_tag,
    _tag,
)


def _declare_annotate(parser: ArgumentParser) -> None:
    parser.add_argument("id", type=int, metavar="ID", help="as search prints it")
    parser.add_argument(
        "--exact", required=True, metavar="TEXT", help="the passage, as it stands in the body"
    )
    parser.add_argument("--note", default="", metavar="TEXT", help="what there is to say of it")
    parser.add_argument(
        "--occurrence", type=int, default=1, metavar="N", help="if it stands there several times"
    )
    parser.add_argument("--colour", choices=[*Colour], default=Colour.YELLOW)
    parser.add_argument(
        "--concept", action="append", default=[], metavar="C", help="as with tag; made if missing"
    )
    parser.add_argument(
        "--attach",
        type=int,
        metavar="ANNOTATION",
        help="put this orphaned annotation on the passage, as it is, instead of a new one",
    )


def _annotate(call: Call) -> Exit:
    options, number = call.options, AccessionNumber(call.options.id)
    with to_edit(call) as archive:
        span = archive.passage(number, options.exact, occurrence=options.occurrence)
        if options.attach is None:
            made = _annotation(archive, call, span)
        else:
            orphan = AnnotationId(options.attach)
            made, _ = archive.annotations.attach(orphan, number, span)
        call.console.tell(f"annotation {made} on dispatch {number}", _fields(archive, made))
    return Exit.OK


def _annotation(archive: Archive, call: Call, span: Span) -> AnnotationId:
    options = call.options
    return archive.annotations.add(
        AccessionNumber(options.id),
        span.start,
        span.end,
        colour=Colour(options.colour),
        note=options.note,
        concepts=[_concept_or_new(archive, each) for each in options.concept],
    )[0]


def _fields(archive: Archive, made: AnnotationId) -> dict[str, object]:
    annotation = archive.annotations.get(made)
    paths = {use.concept.id: use.full_path for use in archive.codebook.all()}
    return {
        "id": annotation.id,
        "dispatch": annotation.dispatch,
        "exact": annotation.selector.exact,
        "start": annotation.selector.start,
        "end": annotation.selector.end,
        "colour": str(annotation.colour),
        "note": annotation.note,
        "concepts": [paths[each] for each in annotation.concepts],
    }


ANNOTATE = Command(
    "annotate",
    "write a note on a passage of a dispatch",
    "Annotate a passage of a dispatch's body. The passage has to stand there exactly so. With\n"
    "--attach, an annotation whose passage was not found in a newer version is put there as it\n"
    "is; annotations export writes which ones these are (orphaned) and their numbers (id).",
    (
        "annotate 12 --exact 'Online Safety Act' --note 'in force since July'",
        "annotate 12 --exact DSA --occurrence 2 --colour blue --concept Rules",
        "annotate 14 --exact 'in force since June' --attach 3",
    ),
    _declare_annotate,
    _annotate,
)
