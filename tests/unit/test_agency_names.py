"""One agency under the names that its files give it: as stated where read, one where grouped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from index import (
    Archive,
    CoverageRequest,
    Facet,
    Filter,
    ImportPlan,
    Outcome,
    Query,
    run_command,
)
from index.cli.console import Exit
from tests.inputs.structured import made, only

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index import ImportReport

HEADLINE = "Regulator publishes draft rules on age verification"
STORY = (
    "The communications regulator published draft rules on Friday that set out how online services "
    "should check the age of their users.\n\n"
    "The rules name methods that the regulator regards as reliable and ask services to keep no more "
    "information about their users than they need.\n\n"
    "Industry groups said that smaller services would need more time."
)
MORE = "\n\nA consultation runs until the end of January."
SHORT, LONG = "AP", "The Associated Press"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True, upkeep=False) as opened:
        yield opened


def write(path: Path, provider: str, body: str = STORY, headline: str = HEADLINE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    item = {"uri": f"urn:{path.stem}-0123456789", "type": "text", "language": "en"}
    said = {"headline": headline, "body_text": body, "provider": provider}
    path.write_text(json.dumps(item | said), encoding="utf-8")
    return path


def take(archive: Archive, path: Path, provider: str, **said: str) -> ImportReport:
    return archive.import_([write(path, provider, **said)])


def of_json(provider: str) -> str:
    return json.dumps({"uri": "urn:x", "type": "text", "headline": "H", "body_text": "Text.",
                       "provider": provider})  # fmt: skip


def of_newsml_g2(provider: str) -> str:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g" version="1"><itemMeta>'
        f'<provider literal="{provider}"/></itemMeta><contentMeta><headline>H</headline>'
        '</contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        "<p>Text.</p></body></html></inlineXML></contentSet></newsItem>"
    )


def of_newsml_1(provider: str) -> str:
    return (
        f"<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>{provider}</ProviderId>"
        "</NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>H</HeadLine>"
        "</NewsLines><ContentItem><DataContent>Text of it.</DataContent></ContentItem>"
        "</NewsComponent></NewsItem></NewsML>"
    )


def of_nitf(provider: str) -> str:
    return (
        f'<nitf><head><docdata><doc.copyright holder="{provider}"/></docdata></head><body>'
        "<body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>Text.</p>"
        "</body.content></body></nitf>"
    )


def of_agency_xml(provider: str) -> str:
    return f"<story><source>{provider}</source><headline>H</headline><text>Text.</text></story>"


def of_feed(provider: str) -> str:
    return (
        f'<rss version="2.0"><channel><title>{provider}</title><item><title>H</title>'
        "<description>Text.</description></item></channel></rss>"
    )


def of_mail(provider: str) -> str:
    return f"From: {provider} <desk@example.org>\nSubject: H\nMessage-ID: <1@x>\n\nText.\n"


FORMS = (of_json, of_newsml_g2, of_newsml_1, of_nitf, of_agency_xml, of_feed, of_mail)


@pytest.mark.parametrize("form", FORMS)
def test_every_structured_format_keeps_a_name_that_is_spelt_out(
    form: Callable[[str], str],
) -> None:
    stated = "Agence France-Presse"
    assert only(made(form(stated))).agency == stated
    assert only(made(form("afp"))).agency == "AFP"


@pytest.mark.parametrize(
    "text",
    [
        "LONDON (The Associated Press) — The rules were published on Friday.",
        "The rules are out.\n\nCopyright 2024 The Associated Press. All rights reserved.",
    ],
)
def test_a_name_in_running_text_gives_the_name_of_the_table(text: str) -> None:
    assert only(made(f"Rules published\n\n{text}")).agency == SHORT


def test_the_agency_is_no_author_under_another_of_its_names() -> None:
    item = of_newsml_g2("dpa").replace(
        "</contentMeta>",
        "<creator><name>Deutsche Presse-Agentur GmbH</name></creator></contentMeta>",
    )
    assert only(made(item)).byline == ()


def agency(archive: Archive) -> str:
    return archive.dispatches.get(archive.dispatches.ids()[0]).dispatch.agency


def counted(archive: Archive) -> dict[str, int]:
    archive.settle()
    facets = archive.search(Query()).summary.facets
    return {value.label: value.count for value in facets[Facet.AGENCY]}


def found(archive: Archive, query: str | Query) -> int:
    archive.settle()
    return archive.search(query).summary.total


@pytest.mark.parametrize(("first", "second"), [(SHORT, LONG), (LONG, SHORT)])
def test_the_same_words_under_two_names_are_one_dispatch(
    archive: Archive, tmp_path: Path, first: str, second: str
) -> None:
    take(archive, tmp_path / "1.json", first)
    report = take(archive, tmp_path / "2.json", second)
    assert [item.outcome for item in report.items] == [Outcome.DUPLICATE]
    assert agency(archive) == first


def test_versions_are_linked_across_the_names_of_an_agency(
    archive: Archive, tmp_path: Path
) -> None:
    take(archive, tmp_path / "1.json", SHORT)
    later = {"headline": f"UPDATE 1-{HEADLINE}", "body": STORY + MORE}
    report = take(archive, tmp_path / "2.json", LONG, **later)
    assert [item.outcome for item in report.items] == [Outcome.NEW_VERSION]
    first, second = archive.dispatches.ids()
    assert [each.id for each in archive.dispatches.versions(first)] == [first, second]


@pytest.fixture
def two_names(archive: Archive, tmp_path: Path) -> Archive:
    take(archive, tmp_path / "1.json", SHORT)
    take(archive, tmp_path / "2.json", LONG, headline="Ministers meet", body="They met on Monday.")
    take(archive, tmp_path / "3.json", "Village Gazette", headline="Fair", body="It was fair.")
    return archive


def test_facets_searches_and_counts_know_one_agency(two_names: Archive) -> None:
    assert counted(two_names) == {"AP": 2, "Village Gazette": 1}
    assert found(two_names, "agency:ap") == found(two_names, 'agency:"associated press"') == 2
    assert found(two_names, Query(filters=(Filter(Facet.AGENCY, "AP"),))) == 2
    assert two_names.stats().agencies == {"AP": 2, "Village Gazette": 1}
    axis = two_names.coverage("", CoverageRequest((Facet.AGENCY,))).axes[Facet.AGENCY]
    assert {value.label: value.count for value in axis.values} == {"AP": 2, "Village Gazette": 1}
    assert [match.agency for match in two_names.search("agency:ap").page(0, 9)] == ["AP", "AP"]


def test_each_dispatch_says_what_its_source_states(two_names: Archive) -> None:
    each = two_names.dispatches.each(two_names.dispatches.ids())
    assert [held.dispatch.agency for held in each] == [SHORT, LONG, "Village Gazette"]


def test_a_correction_regroups_and_is_undone(two_names: Archive) -> None:
    _, second, _ = two_names.dispatches.ids()
    value = two_names.read_field("agency", "Agence France-Presse")
    change = two_names.dispatches.correct(second, "agency", value)
    assert counted(two_names) == {"AP": 1, "AFP": 1, "Village Gazette": 1}
    (correction,) = two_names.dispatches.corrections(second)
    assert correction.original == LONG
    two_names.revert(change)
    assert counted(two_names) == {"AP": 2, "Village Gazette": 1}
    assert two_names.dispatches.get(second).dispatch.agency == LONG
    assert two_names.dispatches.corrections(second) == ()


def test_typing_what_the_source_states_ends_a_correction(two_names: Archive) -> None:
    _, second, _ = two_names.dispatches.ids()
    for typed in ("afp", LONG):
        value = two_names.read_field("agency", typed)
        two_names.dispatches.correct(second, "agency", value)
    assert two_names.dispatches.corrections(second) == ()


def test_a_preview_shows_what_will_be_recorded(archive: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "1.json", LONG)
    (item,) = archive.import_([path], dry_run=True).items
    assert item.dispatch is not None
    assert item.dispatch.agency == LONG
    plan = ImportPlan({(item.path, item.member): {"agency": "Agence France-Presse"}})
    archive.import_([path], plan=plan)
    assert agency(archive) == "Agence France-Presse"
    assert counted(archive) == {"AFP": 1}
    (correction,) = archive.dispatches.corrections(archive.dispatches.ids()[0])
    assert correction.original == LONG


def test_a_citation_holds_under_another_name_of_the_agency(
    archive: Archive, tmp_path: Path
) -> None:
    path, cited = write(tmp_path / "1.json", LONG), tmp_path / "cited.json"
    archive.import_([path])
    evidence = archive.cite(archive.dispatches.ids()[0], 0, 20)
    archive.write_citation(evidence, cited)
    assert LONG in evidence.text
    with Archive.open(tmp_path / "other", create=True, upkeep=False) as other:
        other.import_([path])
        other.dispatches.correct_all(other.dispatches.ids(), {"agency": SHORT})
        assert other.verify_citation(cited).confirmed
        other.dispatches.correct_all(other.dispatches.ids(), {"agency": "AFP"})
        assert not other.verify_citation(cited).confirmed


def test_the_command_line_prints_it_as_stated_and_finds_it_as_one(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path, folder = write(tmp_path / "1.json", LONG), tmp_path / "archive"

    def told(*arguments: object) -> dict[str, Any]:
        capfd.readouterr()
        assert run_command(["--archive", str(folder), *map(str, arguments)]) == Exit.OK
        line: dict[str, Any] = json.loads(capfd.readouterr().out.splitlines()[0])
        return line

    assert told("extract", "--json", path)["agency"] == LONG
    assert told("import", "--json", path)["outcome"] == "imported"
    assert told("show", "1", "--json")["agency"] == LONG
    assert told("search", "agency:ap", "--json")["agency"] == SHORT
