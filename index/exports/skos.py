"""SKOS (https://www.w3.org/TR/skos-reference/), in Turtle and JSON-LD.

The preferred label without a language is the one that the window shows; those with a language are
the labels in other languages. Colour, shortcut and the order of aliases, of which SKOS knows
nothing, stand under a namespace of their own.
"""

from __future__ import annotations

import json
import re
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote

from index.codebook import ListedConcept
from index.exports.skos_tree import Node, paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rdflib import Graph
    from rdflib.term import Node as Term

OWN = "urn:x-dispatch-reader:codebook:"
_UNNAMED = "urn:x-dispatch-reader:concept:"
"""Begins the URIs of concepts that have none of their own; they are not kept."""
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_PREFERRED = ("", "en", "fr")
"""Languages of the label shown, where a file has several."""


def write_turtle(concepts: Sequence[ListedConcept], file: IO[str]) -> None:
    """Write Turtle.

    Raises:
        ValueError: a label's language or a URI is none.
    """
    file.write(_graph(concepts).serialize(format="turtle"))


def write_json_ld(concepts: Sequence[ListedConcept], file: IO[str]) -> None:
    """Write JSON-LD with its context inside.

    Raises:
        ValueError: a label's language or a URI is none.
    """
    from rdflib.namespace import OWL, SKOS  # slow to load

    context = {"skos": str(SKOS), "owl": str(OWL), "own": OWN}
    text = _graph(concepts).serialize(format="json-ld", context=context, sort_keys=True, indent=1)
    file.write(f"{text}\n")


def read_turtle(text: str) -> list[ListedConcept]:
    """Return the concepts of a Turtle file.

    Raises:
        ValueError: it cannot be read, or concepts stand below themselves.
    """
    return _concepts(_parsed(text, "turtle"))


def read_json_ld(text: str) -> list[ListedConcept]:
    """Return the concepts of a JSON-LD file, which must bring its context along.

    Raises:
        ValueError: it cannot be read, or names a context elsewhere.
    """
    try:
        _require_own_context(json.loads(text))
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return _concepts(_parsed(text, "json-ld"))


# --- writing ----------------------------------------------------------------------------------


def _graph(concepts: Sequence[ListedConcept]) -> Graph:
    from rdflib import Graph, Namespace, URIRef  # slow to load
    from rdflib.namespace import OWL, RDF, SKOS

    graph, own = Graph(), Namespace(OWN)
    for prefix, namespace in (("skos", SKOS), ("own", own), ("owl", OWL)):
        graph.bind(prefix, namespace)
    scheme = URIRef(f"{OWN}scheme")
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    names = {each.path: URIRef(uri) for each, uri in zip(concepts, _uris(concepts), strict=True)}
    for each in concepts:
        name = names[each.path]
        graph.add((name, RDF.type, SKOS.Concept))
        graph.add((name, SKOS.inScheme, scheme))
        if len(each.path) > 1:
            graph.add((name, SKOS.broader, names[each.path[:-1]]))
        else:
            graph.add((name, SKOS.topConceptOf, scheme))
        _describe(graph, name, each)
    return graph


def _describe(graph: Graph, name: Term, concept: ListedConcept) -> None:
    from rdflib import Literal, Namespace  # loaded by now
    from rdflib.namespace import OWL, SKOS

    own = Namespace(OWN)
    _add_names(graph, name, concept)
    stated = [
        (SKOS.scopeNote, concept.scope_note),
        (own.colour, concept.colour),
        (own.digit, concept.digit),
        (OWL.deprecated, concept.retired),
    ]
    for predicate, value in stated:
        if value:
            graph.add((name, predicate, Literal(value)))


def _add_names(graph: Graph, name: Term, concept: ListedConcept) -> None:
    from rdflib import BNode, Literal, Namespace  # loaded by now
    from rdflib.collection import Collection
    from rdflib.namespace import SKOS

    graph.add((name, SKOS.prefLabel, Literal(concept.path[-1])))
    for language, label in concept.labels.items():
        if not _LANGUAGE.fullmatch(language):
            raise ValueError(f"“{language}” is no language")
        graph.add((name, SKOS.prefLabel, Literal(label, lang=language)))
    for alias in concept.aliases:
        spoken = concept.alias_languages.get(alias) or None
        if spoken and not _LANGUAGE.fullmatch(spoken):
            raise ValueError(f"“{spoken}” is no language")
        graph.add((name, SKOS.altLabel, Literal(alias, lang=spoken)))
    if len(concept.aliases) > 1:
        order = BNode()
        Collection(graph, order, [Literal(alias) for alias in concept.aliases])
        graph.add((name, Namespace(OWN).aliases, order))


def _uris(concepts: Sequence[ListedConcept]) -> list[str]:
    """Return a URI each, the concept's own where it has one that no other has."""
    given: dict[str, None] = {}
    for each in concepts:
        if re.search(r'[\s<>"{}|\\^`]', each.uri):
            raise ValueError(f"“{each.uri}” is no URI")
        unnamed = _UNNAMED + "/".join(quote(label, safe="") for label in each.path)
        given[unnamed if not each.uri or each.uri in given else each.uri] = None
    return [*given]


# --- reading ----------------------------------------------------------------------------------


def _parsed(text: str, form: str) -> Graph:
    from rdflib import Graph  # slow to load
    from rdflib.exceptions import Error

    try:
        return Graph().parse(data=text, format=form, publicID=OWN)
    except (
        # what its readers are seen to raise at broken input
        Error,
        SyntaxError,
        LookupError,
        TypeError,
        AttributeError,
        AssertionError,
        RecursionError,
    ) as error:
        said = str(error).strip().splitlines()
        raise ValueError(said[0] if said else "it cannot be read") from error


def _require_own_context(value: Any) -> None:  # noqa: ANN401 - any JSON
    """Refuse contexts elsewhere: nothing is ever fetched."""
    if isinstance(value, list):
        for each in value:
            _require_own_context(each)
    if not isinstance(value, dict):
        return
    contexts = value.get("@context", ())
    for context in contexts if isinstance(contexts, list) else [contexts]:
        if isinstance(context, str):
            raise ValueError(f"its context {context} is not in the file")  # noqa: TRY004 - JSON
    if "@import" in value:
        raise ValueError("it imports a context that is not in the file")
    for each in value.values():
        _require_own_context(each)


def _concepts(graph: Graph) -> list[ListedConcept]:
    from rdflib.namespace import RDF, SKOS  # loaded by now

    nodes = {
        str(name): Node(_label(graph, name), _broader(graph, name))
        for name in graph.subjects(RDF.type, SKOS.Concept)
    }
    if not nodes:
        raise ValueError("it holds no skos:Concept")
    names = {str(name): name for name in graph.subjects(RDF.type, SKOS.Concept)}
    return [_concept(graph, names[uri], path) for uri, path in paths(nodes).items()]


def _broader(graph: Graph, name: Term) -> list[str]:
    from rdflib.namespace import SKOS  # loaded by now

    stated = (*graph.objects(name, SKOS.broader), *graph.subjects(SKOS.narrower, name))
    return sorted({str(each) for each in stated})


def _label(graph: Graph, name: Term) -> str:
    from rdflib.namespace import SKOS  # loaded by now

    label = _preferred(_texts(graph.objects(name, SKOS.prefLabel)))
    if not label.strip():
        raise ValueError(f"{name} has no preferred label")
    return label


def _concept(graph: Graph, name: Term, path: tuple[str, ...]) -> ListedConcept:
    from rdflib import Literal, Namespace, URIRef  # loaded by now
    from rdflib.namespace import OWL, SKOS

    own = Namespace(OWN)
    labels = _texts(graph.objects(name, SKOS.prefLabel))
    notes = _texts(graph.objects(name, SKOS.scopeNote))
    uri = str(name) if isinstance(name, URIRef) else ""
    return ListedConcept(
        path,
        str(graph.value(name, own.colour) or ""),
        _preferred(notes or _texts(graph.objects(name, SKOS.definition))),
        _digit(str(graph.value(name, own.digit) or "")),
        graph.value(name, OWL.deprecated) == Literal(True),
        {language: label for language, label in sorted(labels.items()) if language},
        _aliases(graph, name),
        "" if uri.startswith(_UNNAMED) else uri,
        _alias_languages(graph, name),
    )


def _aliases(graph: Graph, name: Term) -> tuple[str, ...]:
    """Return all other labels, in the order stated where there is one."""
    from rdflib import Namespace  # loaded by now
    from rdflib.collection import Collection
    from rdflib.namespace import SKOS

    stated = (*graph.objects(name, SKOS.altLabel), *graph.objects(name, SKOS.hiddenLabel))
    held = {str(alias) for alias in stated}
    order = graph.value(name, Namespace(OWN).aliases)
    first = [] if order is None else [str(each) for each in Collection(graph, order)]
    return tuple(dict.fromkeys([*(each for each in first if each in held), *sorted(held)]))


def _alias_languages(graph: Graph, name: Term) -> dict[str, str]:
    """Return the languages of aliases; the first in alphabetical order where one has several."""
    from rdflib import Literal  # loaded by now
    from rdflib.namespace import SKOS

    stated = (*graph.objects(name, SKOS.altLabel), *graph.objects(name, SKOS.hiddenLabel))
    spoken = [
        (str(each), each.language) for each in stated if isinstance(each, Literal) and each.language
    ]
    return dict(sorted(spoken, reverse=True))


def _texts(terms: Iterable[Term]) -> dict[str, str]:
    """Return texts by language; the first in alphabetical order where one has several."""
    from rdflib import Literal  # loaded by now

    held = sorted((each.language or "", str(each)) for each in terms if isinstance(each, Literal))
    return dict(reversed(held))


def _preferred(texts: dict[str, str]) -> str:
    for language in (*_PREFERRED, *sorted(texts)):
        if language in texts:
            return texts[language]
    return ""


def _digit(text: str) -> int | None:
    if text and (len(text) != 1 or text not in "123456789"):
        raise ValueError(f"no shortcut key {text}")
    return int(text) if text else None
