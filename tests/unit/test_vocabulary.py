"""The starter vocabulary, read line by line as it is written: one concept a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

TEXT = files("resources.vocabulary").joinpath("policy.ttl").read_text("utf-8")
CONCEPTS = {
    found[1]: found[0]
    for found in re.finditer(r"(?ms)^policy:([\w-]+)\n    a skos:Concept ;.*?\.$", TEXT)
}
LABEL = re.compile(r'"([^"]+)"@(\w\w)')


def objects(concept: str, predicate: str) -> list[str]:
    lines = re.findall(rf"skos:{predicate} (.*) [;.]$", CONCEPTS[concept], re.MULTILINE)
    return [name for line in lines for name in re.findall(r"policy:([\w-]+)", line)]


def labels(concept: str, predicate: str) -> list[tuple[str, str]]:
    lines = re.findall(rf"skos:{predicate} (.*) [;.]$", CONCEPTS[concept], re.MULTILINE)
    return [(text, language) for line in lines for text, language in LABEL.findall(line)]


def test_every_paragraph_is_a_concept_or_the_scheme() -> None:
    paragraphs = [p for p in TEXT.split("\n\n") if p.lstrip().startswith("policy:")]
    assert len(paragraphs) == len(CONCEPTS) + 1 == 122


def test_one_preferred_label_in_each_language() -> None:
    for concept in CONCEPTS:
        count = Counter(language for _, language in labels(concept, "prefLabel"))
        assert count == {"en": 1, "fr": 1, "tr": 1}, concept


def test_no_preferred_label_is_used_twice() -> None:
    count = Counter(label for concept in CONCEPTS for label in labels(concept, "prefLabel"))
    assert [label for label, times in count.items() if times > 1] == []


def test_an_alternative_label_differs_from_the_preferred_one() -> None:
    for concept in CONCEPTS:
        assert not set(labels(concept, "altLabel")) & set(labels(concept, "prefLabel"))


@pytest.mark.parametrize(
    ("there", "back"), [("broader", "narrower"), ("narrower", "broader"), ("related", "related")]
)
def test_relations_are_stated_both_ways(there: str, back: str) -> None:
    for concept in CONCEPTS:
        for other in objects(concept, there):
            assert concept in objects(other, back), (concept, there, other)


def test_every_concept_hangs_below_one_of_three_tops() -> None:
    def top(concept: str, seen: frozenset[str] = frozenset()) -> str:
        assert concept not in seen, f"cycle at {concept}"
        broader = objects(concept, "broader")
        return top(broader[0], seen | {concept}) if broader else concept

    assert {top(concept) for concept in CONCEPTS} == {"topics", "laws", "organisations"}


@pytest.mark.parametrize("acronym", ["DSA", "IWF", "NCMEC", "BTK", "KOSA", "COPPA", "RGPD"])
def test_acronyms_lead_to_a_concept(acronym: str) -> None:
    known = {text for concept in CONCEPTS for text, _ in labels(concept, "altLabel")}
    assert acronym in known
