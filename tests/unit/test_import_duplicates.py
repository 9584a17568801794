"""The same story again: from elsewhere, in another format, in one import, in a second one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from index import Archive, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from index import ImportReport

HEADLINE = "Regulator publishes draft rules on age verification"
PARAGRAPHS = (
    (
        "The communications regulator published draft rules on Friday that set out how online "
        "services should check the age of their users."
    ),
    (
        "The rules name methods that the regulator regards as reliable and ask services to keep no "
        "more information about their users than they need."
    ),
    (
        "Industry groups said that smaller services would need more time. Charities welcomed the "
        "draft and asked for a firm date."
    ),
)
GUID = "urn:newsml:reuters.com:20241018T090000Z:RULES1"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True, upkeep=False) as opened:
        yield opened


def text(paragraphs: Sequence[str] = PARAGRAPHS, opening: str = "") -> str:
    dateline = "LONDON, Oct 18, 2024 (Reuters) - "
    return f"{opening}{HEADLINE}\n\n{dateline}" + "\n\n".join(paragraphs) + "\n"


def page(paragraphs: Sequence[str] = PARAGRAPHS) -> str:
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    described = {
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "datePublished": "2024-10-18",
        "publisher": {"@type": "Organization", "name": "Reuters"},
    }
    return (
        f"<html><head><title>{HEADLINE}</title>"
        f'<script type="application/ld+json">{json.dumps(described)}</script></head>'
        f"<body><article><h1>{HEADLINE}</h1>{body}</article></body></html>"
    )


def ninjs(version: int, paragraphs: Sequence[str]) -> str:
    return json.dumps(
        {
            "uri": GUID,
            "type": "text",
            "version": str(version),
            "language": "en",
            "headline": HEADLINE,
            "body_text": "\n\n".join(paragraphs),
            "provider": "Reuters",
            "versioncreated": f"2024-10-18T{8 + version:02}:00:00Z",
        }
    )


def newsml(version: int, paragraphs: Sequence[str]) -> str:
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{GUID}" version="{version}"'
        ' standard="NewsML-G2" standardversion="2.9" xml:lang="en"><itemMeta>'
        '<provider literal="Reuters"><name>Reuters</name></provider>'
        f"<versionCreated>2024-10-18T{8 + version:02}:00:00Z</versionCreated></itemMeta>"
        f"<contentMeta><headline>{HEADLINE}</headline></contentMeta><contentSet>"
        '<inlineXML contenttype="application/xhtml+xml">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
        "</inlineXML></contentSet></newsItem>"
    )


def take(archive: Archive, folder: Path, files: dict[str, str]) -> ImportReport:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return archive.import_([folder])


def outcomes(report: ImportReport) -> list[Outcome]:
    return [item.outcome for item in sorted(report.items, key=lambda item: item.path)]


def test_one_text_from_two_places_is_one_dispatch(archive: Archive, tmp_path: Path) -> None:
    report = take(archive, tmp_path / "in", {"a/one.txt": text(), "b/two.txt": text()})
    assert sorted(outcomes(report)) == [Outcome.DUPLICATE, Outcome.IMPORTED]
    assert len({item.id for item in report.items}) == 1
    again = take(archive, tmp_path / "later", {"renamed.txt": text()})
    assert [(item.outcome, item.id) for item in again.items] == [
        (Outcome.DUPLICATE, report.items[0].id)
    ]


def test_other_line_ends_and_typography_make_no_new_dispatch(
    archive: Archive, tmp_path: Path
) -> None:
    other = text().replace("\n", "\r\n").replace("regulator published", "regulator  published")
    report = take(archive, tmp_path / "in", {"one.txt": text(), "two.txt": other})
    assert sorted(outcomes(report)) == [Outcome.DUPLICATE, Outcome.IMPORTED]


def test_a_page_with_the_words_of_a_text_is_the_same_dispatch(
    archive: Archive, tmp_path: Path
) -> None:
    take(archive, tmp_path / "first", {"one.txt": text()})
    report = take(archive, tmp_path / "second", {"one.html": page()})
    assert outcomes(report) == [Outcome.DUPLICATE]


def test_a_page_that_prints_the_dateline_is_the_same_dispatch(
    archive: Archive, tmp_path: Path
) -> None:
    first, *others = PARAGRAPHS
    printed = page((f"LONDON, Oct 18, 2024 (Reuters) - {first}", *others))
    report = take(archive, tmp_path / "in", {"one.txt": text(), "two.html": printed})
    assert sorted(outcomes(report)) == [Outcome.DUPLICATE, Outcome.IMPORTED]


def test_the_same_folder_a_second_time_adds_nothing_and_says_so(
    archive: Archive, tmp_path: Path
) -> None:
    files = {"one.txt": text(), "two.html": page(PARAGRAPHS[:2]), "three.json": ninjs(1, "xyz")}
    take(archive, tmp_path / "in", files)
    ids, edition = archive.dispatches.ids(), archive.stats().generation
    report = archive.import_([tmp_path / "in"])
    assert outcomes(report) == [Outcome.DUPLICATE] * 3
    assert archive.dispatches.ids() == ids
    assert archive.stats().generation == edition


@pytest.mark.parametrize("reverse", [False, True])
def test_versions_are_linked_across_the_formats_of_an_agency(
    archive: Archive, tmp_path: Path, *, reverse: bool
) -> None:
    longer = (*PARAGRAPHS, "A consultation runs until the end of January.")
    files = [
        ("1.xml", newsml(1, PARAGRAPHS[:2])),
        ("2.json", ninjs(2, PARAGRAPHS)),
        ("3.xml", newsml(3, longer)),
        ("4.json", ninjs(4, (*longer, "It may be extended."))),
    ]
    for at, (name, content) in enumerate(reversed(files) if reverse else files):
        take(archive, tmp_path / str(at), {name: content})
    chain = archive.dispatches.versions(archive.dispatches.ids()[0])
    assert [each.dispatch.revision and each.dispatch.revision.number for each in chain] == [
        1, 2, 3, 4,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "label", ["UPDATE 1-", "CORRECTED-", "CORRECTIF - ", "Mise à jour: ", "DÜZELTME - "]
)
def test_a_label_in_a_headline_makes_a_version(
    archive: Archive, tmp_path: Path, label: str
) -> None:
    longer = (*PARAGRAPHS, "A consultation runs until the end of January.")
    take(archive, tmp_path / "later", {"two.txt": text(longer, label)})
    report = take(archive, tmp_path / "first", {"one.txt": text()})
    assert outcomes(report) == [Outcome.NEW_VERSION]
    two, one = archive.dispatches.ids()
    assert [each.id for each in archive.dispatches.versions(one)] == [one, two]


def test_an_updated_page_and_a_text_of_another_paper_are_one_family(
    archive: Archive, tmp_path: Path
) -> None:
    pickup = text((*PARAGRAPHS[:2], "The minister was not available for comment."))
    files = {"one.txt": text(), "two.txt": pickup.replace("(Reuters)", "(AFP)")}
    report = take(archive, tmp_path / "in", files)
    assert outcomes(report) == [Outcome.IMPORTED] * 2
    one, two = archive.dispatches.ids()
    assert archive.dispatches.family(one) == (one, two)
    assert len(archive.dispatches.versions(one)) == 1
