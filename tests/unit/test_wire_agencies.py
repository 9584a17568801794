"""The table of agencies: complete, consistent, and strict with those who edit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.errors import ArchiveError
from index.wire import agencies
from index.wire.agencies import MalformedAgencies, load
from index.wire.dateline import find_dateline
from index.wire.profiles import Agencies, AgencyProfile

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = """
[agency.xy]
name = "XY News"
code = "XY"
languages = ["en"]
zone = "Europe/Paris"
datelines = ["{city} ({agency}) -"]
"""


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("AA", "Anadolu Agency"),
        ("anadolu ajansi", "Anadolu Agency"),
        ("Agence Anadolu", "Anadolu Agency"),
        ("وكالة الأناضول", "Anadolu Agency"),
        ("Agence France-Presse", "AFP"),
        ("(AFP)", "AFP"),
        ("REUTERS", "Reuters"),
        ("The Associated Press", "AP"),
        ("Deutsche Presse-Agentur", "dpa"),
        ("Press Association", "PA Media"),
        ("Keystone-SDA", "ATS"),
        ("IHA", "İHA"),
        ("İhlas Haber Ajansı", "İHA"),
        ("Čtk", "ČTK"),
        ("ТАСС", "TASS"),
    ],
)
def test_any_name_leads_to_its_agency(printed: str, name: str) -> None:
    profile = load().named(printed)
    assert profile is not None
    assert profile.name == name


@pytest.mark.parametrize("printed", ["", "The Daily Example", "A", "press"])
def test_other_names_lead_nowhere(printed: str) -> None:
    assert load().named(printed) is None


def test_a_host_belongs_to_its_agency() -> None:
    known = load()
    found = known.of_host("www.aa.com.tr")
    assert found is not None
    assert found.name == "Anadolu Agency"
    assert known.of_host("com.tr") is None
    assert known.of_host("notaa.com.tr") is None


def test_initials_count_only_in_their_own_case() -> None:
    known = load()
    assert [one.name for one in known.mentioned("LONDON (AP) and (Reuters)")] == ["AP", "Reuters"]
    assert known.mentioned("a map of ap roads, a spa in town") == []


def test_the_delivered_table_is_sound() -> None:
    known = load()
    assert len(known.profiles) >= 40
    for profile in known.profiles:
        assert profile.zone is not None
        assert profile.languages
        assert profile.styles, profile.name
        assert all(style.pattern.groupindex for style in profile.styles), profile.name
        assert all(len(language) == 2 for language in profile.languages)
    names = [profile.name for profile in known.profiles]
    assert len(set(names)) == len(names)


def test_no_two_agencies_share_a_name() -> None:
    known = load()
    for profile in known.profiles:
        for name in profile.names:
            assert known.named(name) is profile, name


@pytest.mark.parametrize(
    ("text", "table", "key"),
    [
        (ENTRY.replace('name = "XY News"\n', ""), "agency.xy", "name"),
        (ENTRY.replace('"XY News"', "7"), "agency.xy", "name"),
        (ENTRY.replace("Europe/Paris", "Europe/Nowhere"), "agency.xy", "zone"),
        (ENTRY.replace("{city}", "{town}"), "agency.xy", "datelines"),
        (ENTRY.replace("{city}", "{city"), "agency.xy", "datelines"),
        (ENTRY.replace('["en"]', '"en"'), "agency.xy", "languages"),
        (ENTRY + "colour = 'red'\n", "agency.xy", "colour"),
        (ENTRY + "day_first = 'yes'\n", "agency.xy", "day_first"),
        (ENTRY + "[agency.xy.page]\nheadline = ['h1 >> p']\n", "agency.xy.page", "headline"),
        (ENTRY + "[words]\nupdated = [3]\n", "words", "updated"),
        (ENTRY + "[sports]\n", "sports", ""),
        ("agency = 5\n", "agency", ""),
    ],
)
def test_a_wrong_edit_is_named(tmp_path: Path, text: str, table: str, key: str) -> None:
    edited = tmp_path / "agencies.toml"
    edited.write_text(text, encoding="utf-8")
    with pytest.raises(MalformedAgencies) as caught:
        load(edited)
    assert (caught.value.fields["table"], caught.value.fields["key"]) == (table, key)
    assert isinstance(caught.value, ArchiveError)
    assert table in str(caught.value)


def test_a_file_that_is_no_toml_says_where(tmp_path: Path) -> None:
    edited = tmp_path / "agencies.toml"
    edited.write_text("[agency.xy\n", encoding="utf-8")
    with pytest.raises(MalformedAgencies, match="line 1"):
        load(edited)


def test_a_right_edit_is_used(tmp_path: Path) -> None:
    edited = tmp_path / "agencies.toml"
    edited.write_text(ENTRY, encoding="utf-8")
    found = load(edited).named("xy")
    assert found is not None
    assert found.styles[0].match("PARIS (XY) - A story")


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Mıse À Jour :", "updated"),
        ("Güncelleme", "updated"),
        ("Actualización:", "updated"),
        ("آخر تحديث", "updated"),
        ("Published", "filed"),
        ("Publié le", "filed"),
        ("Politique", "section"),
        ("Mots-clés", "keywords"),
        ("Quelle", "agency"),
        ("nonsense", ""),
    ],
)
def test_labels_have_roles(printed: str, role: str) -> None:
    assert agencies.load().words.role(printed) == role


def test_every_dateline_has_a_sign_by_which_prose_is_passed_over() -> None:
    for profile in load().profiles:
        for template in profile.datelines:
            assert set(template) & set("(/|-"), (profile.name, template)


def test_only_templates_that_a_line_may_match_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    templates = ("{city} ({agency}) -", "{city} / {agency} /")
    profile = AgencyProfile("XY News", "XY", datelines=templates)
    monkeypatch.setattr(agencies, "load", lambda: Agencies((profile,)))
    assert find_dateline("PARIS (XY) - A story")
    compiled = {style.template: "pattern" in vars(style) for style in profile.styles}
    assert compiled == dict(zip(templates, (True, False), strict=True))
