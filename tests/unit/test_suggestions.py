"""Suggestions: how near they come to labelled texts, and what each recogniser holds to."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks._suggestion_texts import labelled
from benchmarks.suggestions import KINDS, measure
from docs.vocabulary import SOURCE, terms
from index.folding import fold
from index.suggestion import Suggestion, SuggestionKind, Term
from index.suggestions.figures import figures
from index.suggestions.finder import NameFinder
from index.suggestions.organisations import organisations
from index.suggestions.people import people
from index.suggestions.quotations import quotations
from index.suggestions.suggest import LONGEST, suggest
from index.suggestions.terms import all_terms

FLOOR = {"precision": 0.9, "recall": 0.85}
"""By kind, of the labelled texts; what is reached stands in benchmarks/suggestions.md."""
FINDER = NameFinder(all_terms(()))


def term(*names: str, kind: SuggestionKind = SuggestionKind.TERM) -> Term:
    return Term(kind, names[0], names)


def found(text: str, *known: Term) -> list[tuple[str, str]]:
    finder = NameFinder(known)
    return [
        (finder.terms[hit.term].label, text[hit.span.start : hit.span.end])
        for hit in finder.find(text)
    ]


# --- measured -------------------------------------------------------------------------------------


def test_there_are_enough_labelled_texts_in_both_languages() -> None:
    texts = labelled()
    assert len(texts) >= 25
    assert {text.name[:2] for text in texts} == {"en", "fr"}
    assert all(text.labels and "⟦" not in text.text for text in texts)


@pytest.mark.parametrize("kind", KINDS)
def test_suggestions_come_near_to_the_labels(kind: SuggestionKind) -> None:
    score, _ = measure(labelled(), FINDER)
    assert score.right[kind] >= 10
    assert score.precision(kind) >= FLOOR["precision"]
    assert score.recall(kind) >= FLOOR["recall"]


def test_speakers_periods_and_sources_are_told() -> None:
    score, _ = measure(labelled(), FINDER)
    assert score.details("quotation") >= 0.9
    assert score.details("figure") >= 0.7


def test_texts_that_were_not_looked_at_fare_as_well() -> None:
    held_out = [text for text in labelled() if text.held_out]
    score, _ = measure(held_out, FINDER)
    assert score.precision() >= 0.9
    assert score.recall() >= 0.85


# --- names ----------------------------------------------------------------------------------------


def test_accents_case_elisions_and_hyphens_do_not_matter() -> None:
    age = term("Vérification de l’âge", "age-verification")
    text = "La verification de l'âge, ou Age verification, ou ageverification"
    assert [exact for _, exact in found(text, age)] == [
        "verification de l'âge", "Age verification", "ageverification",
    ]  # fmt: skip


def test_words_are_whole_and_sentences_part_names() -> None:
    assert found("Lawful laws. A bylaw.", term("law")) == []
    assert found("He spoke of age. Verification came later.", term("age verification")) == []
    assert found("of age\nverification", term("age verification")) == []


def test_the_longest_name_wins() -> None:
    known = (term("Age"), term("Age verification"), term("Verification of age"))
    assert found("Age verification of age groups", *known) == [
        ("Age", "Age"),
        ("Verification of age", "verification of age"),
    ]


def test_terms_that_share_a_name_are_all_found() -> None:
    known = (term("Blocking", "filters"), term("Content", "filters"))
    assert [label for label, _ in found("on filters", *known)] == ["Blocking", "Content"]


def test_initials_and_proper_names_have_their_capitals() -> None:
    body = SuggestionKind.ORGANISATION
    assert found("who may who WHO", term("WHO", kind=body)) == [("WHO", "WHO")]
    assert found("la petra de Petra", term("Petra", kind=body)) == [("Petra", "Petra")]
    assert found("a deepfake", term("Deepfake")) == [("Deepfake", "deepfake")]


def test_plurals_of_longer_names_are_the_same() -> None:
    assert found("trusted flaggers and a trusted flagger", term("Trusted flagger")) == [
        ("Trusted flagger", "trusted flaggers"),
        ("Trusted flagger", "trusted flagger"),
    ]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.text("aeéL’'- sS.\n", min_size=1, max_size=12), min_size=1, max_size=6),
    st.text("aeéL’'- sS.\n👁", max_size=80),
)
def test_what_is_found_folds_to_a_name(names: list[str], text: str) -> None:
    finder = NameFinder([term(name) for name in names])
    ends = 0
    for hit in finder.find(text):
        written = text[hit.span.start : hit.span.end]
        name = finder.terms[hit.term].label
        assert _letters(written).rstrip("s") in (_letters(name).rstrip("s"), _letters(name))
        ends = max(ends, hit.span.end)
    assert ends <= len(text)


def _letters(text: str) -> str:
    """Return the letters of a text without elided articles."""
    from index.folding import tokens

    return "".join(token.folded for token in tokens(text))


def test_the_vocabularys_short_form_is_up_to_date() -> None:
    kept = SOURCE.with_suffix(".terms").read_text("utf-8")
    assert kept == terms(SOURCE), "run python -m docs.vocabulary"


# --- figures --------------------------------------------------------------------------------------

FIGURES = {
    "Une hausse de 6 % en 2023, selon l’IWF.": ("hausse de 6 %", "2023", "l’IWF"),
    "Reports rose 6 per cent last year, according to Ofcom.": (
        "rose 6 per cent", "last year", "Ofcom",
    ),
    "Le nombre de cas a doublé entre 2022 et 2024.": ("a doublé", "entre 2022 et 2024", ""),
    "The fine was $1.3 billion in the first quarter of 2024.": (
        "$1.3 billion", "first quarter of 2024", "",
    ),
    "Il a reçu 1 250 signalements depuis 2022.": ("1 250 signalements", "depuis 2022", ""),
    "About 2.5 million reports came in.": ("About 2.5 million reports", "", ""),
    "L’amende s’élève à 10 millions d’euros.": ("10 millions d’euros", "", ""),
    "Elle ouvre en 2021. La ligne a reçu 900 appels cette année-là.": ("900 appels", "2021", ""),
    "Un foyer sur trois l’utilise.": ("Un foyer sur trois", "", ""),
}  # fmt: skip


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_told_with_period_and_source(text: str) -> None:
    (figure,) = figures(text)
    assert (figure.text, figure.period, figure.source) == FIGURES[text]


@pytest.mark.parametrize("text", [
    "On 18 October 2024 the act came into force.",
    "Article 22 applies, and section 230 does not.",
    "Les jeunes de 13 à 17 ans, après 24 heures.",
    "La directive 2011/93 et le règlement 2022/2065.",
    "It took 15 years and 30 days.",
    "Under-16s may not.",
    "La loi n° 2024-449 du 21 mai 2024.",
    "In 2024 platforms answered.",
])  # fmt: skip
def test_dates_ages_and_articles_are_no_figures(text: str) -> None:
    assert figures(text) == []


# --- people, bodies, quotations -------------------------------------------------------------------


def test_a_person_is_suggested_once_with_further_mentions() -> None:
    text = "Commissioner Ada Reed spoke. Reed left. “No,” Mr Reed said. Mr Hall stayed."
    reed, hall = people(text)
    assert (reed.text, [text[s.start : s.end] for s in reed.spans]) == (
        "Ada Reed", ["Ada Reed", "Reed", "Reed"],
    )  # fmt: skip
    assert hall.text == "Hall"


def test_a_name_that_nothing_tells_is_a_person_is_none() -> None:
    assert people("Green Park lies north of Great Portland Street.") == []


def test_bodies_are_told_by_head_abbreviation_or_kind() -> None:
    text = (
        "The National Crime Agency and the Youth Observatory met the Digital Childhood "
        "Foundation (DCF). L’Office fédéral de la justice et le ministère de l’Intérieur. "
        "L’association Voix claires. DCF left."
    )
    bodies = organisations(text)
    assert [each.text for each in bodies] == [
        "National Crime Agency", "Youth Observatory", "Digital Childhood Foundation",
        "Office fédéral de la justice", "ministère de l’Intérieur", "Voix",
    ]  # fmt: skip
    assert len(bodies[2].spans) == 3


SAID = {
    "“We will act,” said Ada Reed.": "Ada Reed",
    "“We will act soon,” the minister said.": "the minister",
    "Ada Reed, a minister, said: “We will act soon.”": "Ada Reed",
    "Ada Reed, head of policy, spoke. “We will act soon,” she said.": "Ada Reed",
    "« Nous agirons vite », a déclaré Luc Hardy.": "Luc Hardy",
    "« Nous agirons vite », estime le ministre Luc Hardy.": "Luc Hardy",
    "Le ministre Luc Hardy est venu. « Nous agirons vite », explique-t-il.": "Luc Hardy",
    "Selon le texte. Luc Hardy, juriste, a précisé : « Nous agirons vite. »": "Luc Hardy",
}


@pytest.mark.parametrize("text", SAID)
def test_a_quotation_is_told_with_its_speaker(text: str) -> None:
    (quotation,) = quotations(text, people(text))
    assert quotation.speaker == SAID[text]
    assert quotation.text[0] in "“«"
    assert quotation.text[-1] in "”»"


@pytest.mark.parametrize("text", [
    "The so-called “age of innocence test” is old.",
    "L’opposition juge le texte « inapplicable ».",
    "« Enfance et réseaux » paraît en mai.",
])  # fmt: skip
def test_titles_and_single_words_are_no_quotations(text: str) -> None:
    assert quotations(text, people(text)) == []


# --- whatever the text ----------------------------------------------------------------------------

PIECES = st.sampled_from([
    "Ada Reed", "said", "“", "”", "« ", " »", "6 %", " ", ", ", ". ", "\n\n", "hausse de", "Mr ",
    "Office", "fédéral", " of ", "the ", "a déclaré", "👁", "L’", "AFP", "(IWF)", "10,000 ", "reports",
    "in 2024", "selon ", "Commission", "européenne",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_suggestion_stands_where_it_says(text: str) -> None:
    for each in suggest(text, FINDER):
        assert text[each.span.start : each.span.end] == each.text
        assert each.text.strip()
        assert list(each.spans) == sorted(each.spans, key=lambda span: (span.start, span.end))
        assert all(0 <= span.start < span.end <= len(text) for span in each.spans)


@pytest.mark.parametrize("piece", [
    "A ", "Ada Reed said ", "Office fédéral de la justice ", "10,000 ", "“a b c,” said Ada. ", "« ",
    "Age verification ", "de la ", "AAAA", "6 % ", "1", "Mr Ada ", "(ABC) ", "\n", "’", "a-", "Un foyer ",
])  # fmt: skip
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (LONGEST // len(piece) + 1)
    begun = time.process_time()
    suggest(text, FINDER)
    assert time.process_time() - begun < 10


def test_a_suggestion_says_what_it_is() -> None:
    (each,) = suggest("Taxes rose 6 per cent in 2024.", FINDER)
    assert isinstance(each, Suggestion)
    assert (each.label, each.note) == ("rose 6 per cent", "figure · 2024")
    assert fold(each.kind) == "figure"
