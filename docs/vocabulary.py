"""Write the starter vocabulary's names to the short forms that searches and suggestions read.

Run it after ``resources/vocabulary/policy.ttl`` has changed; a test tells when it was forgotten.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from index.search.vocabulary import SUFFIX, read_skos, written

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SOURCE = Path(__file__).resolve().parent.parent / "resources" / "vocabulary" / "policy.ttl"
BODIES = "organisations"
"""The top concept of the named bodies."""
HEADINGS = ("topics", "laws", BODIES)
"""Top concepts, which name nothing that a text would."""


def terms(source: Path) -> str:
    """Return topics, laws and bodies as JSON lines: kind, labels by language, aliases, URI.

    Headings are left out: what has narrower concepts and no other name, or stands among bodies.
    """
    from rdflib import SKOS, Graph  # slow to load

    graph = Graph().parse(source)
    lines = []
    for concept in sorted(set(graph.subjects(SKOS.prefLabel)), key=str):
        body = _is_body(graph, concept)
        aliases = sorted(map(str, graph.objects(concept, SKOS.altLabel)))
        parent = (None, SKOS.broader, concept) in graph
        if str(concept).rpartition(":")[2] in HEADINGS or (parent and (body or not aliases)):
            continue
        labels = sorted(
            (getattr(label, "language", None) or "", str(label))
            for label in graph.objects(concept, SKOS.prefLabel)
        )
        fields = {
            "kind": "organisation" if body else "term",
            "labels": dict(labels),
            "aliases": aliases,
            "uri": str(concept),
        }
        lines.append(json.dumps(fields, ensure_ascii=False) + "\n")
    return "".join(lines)


def _is_body(graph: Graph, concept: Node) -> bool:
    from rdflib import SKOS  # loaded by now

    above = graph.transitive_objects(concept, SKOS.broader)
    return any(str(each).endswith(f":{BODIES}") for each in above)


def main() -> None:
    """Write them beside their source."""
    SOURCE.with_suffix(SUFFIX).write_text(written(read_skos(SOURCE)), "utf-8")
    SOURCE.with_suffix(".terms").write_text(terms(SOURCE), "utf-8")


if __name__ == "__main__":
    main()
