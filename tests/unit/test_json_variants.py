"""The liberties that agencies and services take with JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from index.errors import BrokenInput
from index.parsers import RecordRefused
from tests.inputs.structured import dispatches, everything, made, only

if TYPE_CHECKING:
    from collections.abc import Callable

_P = (
    "The regulator published draft rules on age checks.",
    "Platforms would have six months to comply.",
)
_BODY = "\n\n".join(_P)
_HTML = "".join(f"<p>{paragraph}</p>" for paragraph in _P)
_T = "Regulator drafts rules on age checks"


def _ninjs(**members: object) -> dict[str, Any]:
    item = {"uri": "urn:x:1", "type": "text", "headline": _T, "body_html": _HTML, **members}
    return {key: value for key, value in item.items() if value is not None}


@pytest.mark.parametrize(
    "envelope",
    [
        lambda item: [item],
        lambda item: {"_items": [item], "_meta": {"page": 1}},
        lambda item: {"hits": {"total": 1, "hits": [{"_id": "1", "_source": item}]}},
        lambda item: {"data": {"item": item}},
        lambda item: {"result": {"stories": [item]}},
    ],
)
def test_items_are_found_inside_envelopes(envelope: Callable[[object], object]) -> None:
    story = only(made(json.dumps(envelope(_ninjs()))))
    assert (story.headline, story.body) == (_T, _BODY)


@pytest.mark.parametrize("joint", ["\n", "\n\n", "\n\x1e", ",\n"])
def test_objects_stand_one_behind_another(joint: str) -> None:
    lines = joint.join(json.dumps(_ninjs(uri=f"u:{n}", headline=f"{_T} {n}")) for n in (1, 2))
    assert [story.headline for story in dispatches(made(lines))] == [f"{_T} 1", f"{_T} 2"]


def test_a_broken_line_holds_nothing_up() -> None:
    lines = f'{json.dumps(_ninjs())}\n{{"uri": broken\n{json.dumps(_ninjs(uri="u:2"))}'
    first, second, refused = everything(made(lines))
    assert [first.body, second.body] == [_BODY, _BODY]  # type: ignore[union-attr]
    assert isinstance(refused, RecordRefused)
    assert isinstance(refused.reason, BrokenInput)


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
def test_json_in_other_charsets(charset: str) -> None:
    text = json.dumps(_ninjs(byline="Zoë Müller"), ensure_ascii=False)
    assert only(made(text.encode(charset))).byline == ("Zoë Müller",)


def test_keys_may_be_spelled_otherwise() -> None:
    item = {"versionedGuid": "tag:x", "headLine": _T, "byLine": "By Anna Vidal", "bodyXhtml": _HTML}
    story = only(made(json.dumps({"data": {"item": {**item, "provider": "AFP"}}})))
    assert (story.body, story.byline, story.agency) == (_BODY, ("Anna Vidal",), "AFP")


def test_escaped_markup_and_entities_are_read() -> None:
    escaped = _HTML.replace("<", "&lt;").replace(">", "&gt;")
    story = only(made(json.dumps(_ninjs(body_html=escaped, headline="Rules &amp; <b>checks</b>"))))
    assert (story.body, story.headline) == (_BODY, "Rules & checks")


def test_roles_and_languages_choose_among_headlines_and_bodies() -> None:
    headlines = [
        {"role": "short", "value": "Rules"},
        {"role": "main", "language": "fr", "value": "Le régulateur publie"},
        {"role": "main", "language": "en", "value": _T},
        {"role": "sub", "language": "en", "value": "Six months to comply"},
    ]
    bodies = [
        {"role": "teaser", "contentType": "text/html", "value": "<p>In short.</p>"},
        {"language": "fr", "contentType": "text/html", "value": "<p>Le régulateur.</p>"},
        {"language": "en", "role": "main", "contentType": "text/html", "value": _HTML},
    ]
    item = {"uri": "u:3", "language": "en", "headlines": headlines, "bodies": bodies}
    story = only(made(json.dumps(item)))
    assert (story.headline, story.body) == (_T, _BODY)
    assert story.standfirst == "Six months to comply"


@pytest.mark.parametrize(
    "people",
    [
        {"people": [{"rel": "about", "name": "A Minister"}, {"rel": "author", "name": "Ann Lee"}]},
        {"person": [{"rel": "creator", "name": "Ann Lee"}]},
        {"bylines": [{"byline": "By Ann Lee", "role": "text"}]},
        {"byline": "<p>By Ann Lee</p>"},
    ],
)
def test_writers_are_told_in_several_ways(people: dict[str, Any]) -> None:
    assert only(made(json.dumps(_ninjs(**people)))).byline == ("Ann Lee",)


def test_ap_nitf_beside_the_item() -> None:
    nitf = f"<nitf><body><body.head><byline>By ANN LEE</byline></body.head><body.content>{_HTML}"
    item = {"altids": {"itemid": "a"}, "firstcreated": "2024-03-04T09:30:00Z", "headline": _T}
    top = {"data": {"item": item}, "nitf": {"body_nitf": f"{nitf}</body.content></body></nitf>"}}
    story = only(made(json.dumps(top)))
    assert (story.body, story.byline) == (_BODY, ("ANN LEE",))


@pytest.mark.parametrize(
    "item",
    [
        {"@type": "NewsArticle", "headline": _T, "articleBody": _BODY, "publisher": {"name": "AFP"},
         "author": [{"@type": "Person", "name": "Ann Lee"}], "datePublished": "2024-03-04"},
        {"uno": "doc-1", "headline": _T, "news": list(_P), "published": "2024-03-04",
         "provider": "AFP", "creator": "Ann Lee"},
        {"title": _T, "maintext": _BODY, "authors": ["Ann Lee"], "date_publish": "2024-03-04",
         "source_domain": "afp.com"},
        {"id": "1", "title": _T, "content_html": _HTML, "date_published": "2024-03-04",
         "authors": [{"name": "Ann Lee"}], "source": {"name": "AFP"}},
    ],
)  # fmt: skip
def test_stories_of_no_standard_are_read_by_the_names_of_their_keys(item: dict[str, Any]) -> None:
    story = only(made(json.dumps({"response": {"docs": [item]}})))
    assert (story.headline, story.body, story.byline) == (_T, _BODY, ("Ann Lee",))
    assert story.agency == "AFP"
    assert story.filed is not None
    assert story.filed.iso() == "2024-03-04"
    assert story.format == "agency-json"
