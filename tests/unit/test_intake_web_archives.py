"""Web archives: every captured page is a member, and hostile ones cost no more than themselves."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from index import Archive, Outcome
from index.errors import (
    BrokenInput,
    EmptyInput,
    InputTooLarge,
    NoTextFound,
    SuspiciousArchive,
)
from index.intake.opening import Opened, Refused, open_input
from index.intake.web_archives import WRONG_DIGEST
from index.limits import STANDARD, Limits
from index.parsers import Source

CAPTURED = "2024-10-18T15:04:00Z"
STORY = (
    "<html><head><title>Regulator publishes age rules</title></head><body><article>"
    "<h1>Regulator publishes age rules</h1>"
    + "".join(
        f"<p>The regulator said on day {day} that platforms have to assess risks to children "
        f"before a service is opened to them.</p>"
        for day in range(9)
    )
    + "</article></body></html>"
)


class Answer(NamedTuple):
    """What a server sent."""

    url: str
    content: bytes
    media: str = "text/html; charset=utf-8"
    status: str = "200 OK"
    kind: str = "response"


def story(number: int = 0) -> Answer:
    content = STORY.replace("Regulator", f"Regulator {number}").encode()
    return Answer(f"https://news.example/{number}", content)


def warc(*answers: Answer, packed: bool = True) -> bytes:
    held = io.BytesIO()
    writer = WARCWriter(held, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "by hand"}))
    for answer in answers:
        headers = StatusAndHeaders(
            answer.status, [("Content-Type", answer.media)], protocol="HTTP/1.1"
        )
        is_response = answer.kind == "response"
        writer.write_record(
            writer.create_warc_record(
                answer.url,
                answer.kind,
                payload=io.BytesIO(answer.content),
                http_headers=headers if is_response else None,
                warc_content_type="" if is_response else answer.media,
                warc_headers_dict={"WARC-Date": CAPTURED},
            )
        )
    return held.getvalue()


def wacz(*warcs: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("datapackage.json", "{}")
        file.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        for number, content in enumerate(warcs):
            file.writestr(f"archive/{number}.warc.gz", content)
    return held.getvalue()


def opened(folder: Path, content: bytes, limits: Limits = STANDARD) -> list[Opened]:
    path = folder / "crawl"
    path.write_bytes(content)
    return list(open_input(str(path), limits))


def reason(folder: Path, content: bytes, limits: Limits = STANDARD) -> Exception:
    last = opened(folder, content, limits)[-1]
    assert isinstance(last, Refused)
    return last.error


def sources(entries: list[Opened]) -> list[Source]:
    return [entry for entry in entries if isinstance(entry, Source)]


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_knows_its_address_its_capture_and_its_charset(tmp_path: Path, packed: bool) -> None:
    (page,) = sources(opened(tmp_path, warc(story(), packed=packed)))
    assert page.raw == story().content
    assert page.member == page.url == "https://news.example/0"
    assert page.captured == datetime(2024, 10, 18, 15, 4, tzinfo=UTC)
    assert page.charset == "utf-8"
    assert page.warnings == ()


def test_a_warc_packed_as_a_whole_is_read_too(tmp_path: Path) -> None:
    whole = gzip.compress(warc(story(1), story(2), packed=False))
    assert len(sources(opened(tmp_path, whole))) == 2


def test_only_pages_that_came_are_members(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        warc(
            Answer("https://news.example/style", b"p{}", "text/css"),
            Answer("https://news.example/gone", b"<p>gone", status="404 Not Found"),
            Answer("https://news.example/saved", STORY.encode(), "text/html", kind="resource"),
            story(),
        ),
    )
    assert [page.url for page in sources(found)] == [
        "https://news.example/saved",
        "https://news.example/0",
    ]


def test_a_page_captured_twice_has_two_names(tmp_path: Path) -> None:
    names = [page.member for page in sources(opened(tmp_path, warc(story(), story())))]
    assert names == ["https://news.example/0", "https://news.example/0 (3)"]


def test_a_wacz_yields_the_pages_of_its_archives_alone(tmp_path: Path) -> None:
    found = opened(tmp_path, wacz(warc(story(1)), warc(story(2))))
    assert [page.member for page in sources(found)] == [
        "archive/0.warc.gz/https://news.example/1",
        "archive/1.warc.gz/https://news.example/2",
    ]
    assert len(found) == 2


def test_a_warc_is_found_within_a_zip(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("note.txt", "words")
        file.writestr("crawl", warc(story(), packed=False))
    names = [page.member for page in sources(opened(tmp_path, held.getvalue()))]
    assert names == ["note.txt", "crawl/https://news.example/0"]


def test_the_limit_of_a_file_counts_for_each_page_not_for_the_archive(tmp_path: Path) -> None:
    limits = Limits(file_bytes=4000)
    large = Answer("https://news.example/large", b"<p>" + os.urandom(9000))
    found = opened(tmp_path, warc(story(1), large, story(2), packed=False), limits)
    refused = [entry for entry in found if isinstance(entry, Refused)]
    assert [type(entry.error) for entry in refused] == [InputTooLarge]
    assert [page.url[-1] for page in sources(found)] == ["1", "2"]


def test_a_wrong_digest_is_a_warning(tmp_path: Path) -> None:
    spoilt = warc(story(), packed=False).replace(b"assess risks", b"assess tasks")
    (page,) = sources(opened(tmp_path, spoilt))
    assert page.warnings == (WRONG_DIGEST,)


def test_a_bomb_in_gzip_is_refused(tmp_path: Path) -> None:
    bomb = Answer("https://news.example/bomb", b"0" * 40_000_000, "video/mp4")
    assert isinstance(reason(tmp_path, warc(story(), bomb)), SuspiciousArchive)


def test_records_without_pages_give_signs_of_life(tmp_path: Path) -> None:
    film = Answer("https://news.example/film", bytes(70_000_000), "video/mp4")
    found = opened(tmp_path, warc(film, story(), packed=False))
    assert found[0] is None
    assert [page.url for page in sources(found)] == ["https://news.example/0"]


def test_more_than_a_container_may_hold_is_refused(tmp_path: Path) -> None:
    limits = Limits(container_bytes=20_000)
    assert isinstance(
        reason(tmp_path, warc(*map(story, range(30)), packed=False), limits), SuspiciousArchive
    )


@pytest.mark.parametrize("packed", [True, False])
def test_one_cut_short_yields_what_is_whole(tmp_path: Path, packed: bool) -> None:
    raw = warc(story(1), story(2), packed=packed)
    found = opened(tmp_path, raw[: len(raw) - 100])
    assert sources(found)[0].url == "https://news.example/1"


def test_a_packed_one_cut_short_says_so(tmp_path: Path) -> None:
    raw = warc(story(1), story(2))
    assert isinstance(reason(tmp_path, raw[: len(raw) - 100]), BrokenInput)


def test_one_without_pages_says_so(tmp_path: Path) -> None:
    assert isinstance(reason(tmp_path, warc()), NoTextFound)


def test_an_empty_page_is_refused_alone(tmp_path: Path) -> None:
    found = opened(tmp_path, warc(Answer("https://news.example/empty", b" "), story()))
    assert [type(entry.error) for entry in found if isinstance(entry, Refused)] == [EmptyInput]
    assert len(sources(found)) == 1


def test_captured_pages_become_dispatches_with_their_provenance(tmp_path: Path) -> None:
    path = tmp_path / "crawl.wacz"
    spoilt = warc(story(2), packed=False).replace(b"assess risks", b"assess tasks")
    path.write_bytes(wacz(warc(story(1)), spoilt))
    with Archive.open(tmp_path / "archive", create=True, upkeep=False) as archive:
        first, second = archive.import_([path]).items
        assert first.outcome is Outcome.IMPORTED
        assert second.warnings == (WRONG_DIGEST,)
        assert first.id is not None
        accession = archive.dispatches.get(first.id)
        again = archive.import_([path])
    dispatch = accession.dispatch
    assert dispatch.headline == "Regulator 1 publishes age rules"
    assert dispatch.source_url == "https://news.example/1"
    assert dispatch.captured is not None
    assert dispatch.captured.iso() == "2024-10-18T15:04:00+00:00"
    assert accession.provenance.member == "archive/0.warc.gz/https://news.example/1"
    assert again.count(Outcome.DUPLICATE) == 2
