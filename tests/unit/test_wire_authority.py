"""What sources call agencies: which statements are kept, and whose names they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.wire.agencies import load
from index.wire.authority import authority_name, profile_of, same_agency, stated_name

SPELT_OUT = [
    ("The Associated Press", "AP"),
    ("Deutsche Presse-Agentur GmbH", "dpa"),
    ("Agence France-Presse", "AFP"),
    ("agence france presse", "AFP"),
    ("Thomson Reuters", "Reuters"),
    ("Reuters Ltd.", "Reuters"),
    ("dpa-AFX", "dpa"),
    ("Keystone-SDA", "ATS"),
    ("LA PRESSE CANADIENNE", "The Canadian Press"),
    ("وكالة الأناضول", "Anadolu Agency"),
    ("共同通信", "Kyodo"),
]
CODES = [
    ("AP", "AP"),
    ("ap", "AP"),
    ("dpa", "dpa"),
    ("DPA", "dpa"),
    ("SDA", "ATS"),
    ("AAP", "Australian Associated Press"),
    ("nprov:REUTERS", "Reuters"),
    ("prov:Agence France-Presse", "AFP"),
    ("reuters.com", "Reuters"),
    ("www.belga.be", "Belga"),
    ("REUTERS", "Reuters"),
    ("THE CANADIAN PRESS", "The Canadian Press"),
    ("/ritzau/", "Ritzau"),
    ("(AFP)", "AFP"),
]
STRANGERS = [
    ("Acme News and Media LLC", "Acme News and Media LLC"),
    ("prov:acmenews", "acmenews"),
    ("Guardian.com", "Guardian.com"),
    ("The Times (London)", "The Times (London)"),
    ("https://wire.example/", "https://wire.example"),
    ("", ""),
]
NAMES = sorted({name for profile in load().profiles for name in profile.names})


@pytest.mark.parametrize(("element", "authority"), SPELT_OUT)
def test_a_name_that_is_spelt_out_is_kept(element: str, authority: str) -> None:
    assert stated_name(element) == element
    assert authority_name(element) == authority


@pytest.mark.parametrize(("element", "name"), CODES)
def test_a_code_or_address_gives_the_name_of_the_table(element: str, name: str) -> None:
    assert stated_name(element) == name
    assert authority_name(name) == name


@pytest.mark.parametrize(("element", "name"), STRANGERS)
def test_an_unknown_agency_is_printed_as_it_is(element: str, name: str) -> None:
    assert stated_name(element) == name
    assert authority_name(name) == name
    assert profile_of(name) is None


@pytest.mark.parametrize("element", ["© The Associated Press", "[The Associated Press]"])
def test_brackets_and_signs_are_no_part_of_a_name(element: str) -> None:
    assert stated_name(element) == "The Associated Press"


@given(st.sampled_from(NAMES), st.sampled_from([str, str.upper, str.lower, str.title]))
def test_whatever_is_stated_is_still_the_same_agency(name: str, case: type[str]) -> None:
    stated = stated_name(case(name))
    assert same_agency(stated, name)
    assert stated_name(stated) == stated
    assert authority_name(authority_name(stated)) == authority_name(stated)


def test_strangers_are_the_same_where_their_names_are() -> None:
    assert same_agency("Village Gazette", "village gazette")
    assert not same_agency("Village Gazette", "AFP")
    assert not same_agency("AFP", "AP")
    assert same_agency("", "")
