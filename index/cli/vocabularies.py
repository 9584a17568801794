"""``vocabulary import``: concepts that queries are to know by all their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import to_edit
from index.cli.texts import plural

if TYPE_CHECKING:
    from argparse import ArgumentParser


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("deed", choices=["import"], metavar="import")
    parser.add_argument("file", metavar="FILE", help="SKOS as Turtle, N-Triples or RDF/XML")


def _run(call: Call) -> Exit:
    with to_edit(call) as archive:
        count = archive.add_vocabulary(call.options.file)
    told = f"{plural(count, 'concept', 'concepts')} from {call.options.file}"
    call.console.tell(told, {"file": call.options.file, "concepts": count})
    return Exit.OK


VOCABULARY = Command(
    "vocabulary",
    "import a SKOS vocabulary",
    "Import the concepts of a SKOS file: a query that holds a label of one then finds its other\n"
    "labels, too, in every language. A file of the same name is replaced. A vocabulary of online\n"
    "child-protection policy is always there.",
    ("vocabulary import thesaurus.ttl",),
    _declare,
    _run,
)
