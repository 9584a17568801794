"""No image is kept: placeholder bytes in every container leave no trace in the archive."""

from __future__ import annotations

import base64
import email.message
import io
import json
import random
import sqlite3
import zipfile
import zlib
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from docx import Document
from odf import opendocument
from odf import text as odf_text

from index import Archive
from index.reports import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK = random.Random(20).randbytes(300) + bytes(4)  # noqa: S311
"""Bytes that stand for a picture; they are none."""
PICTURES = {
    "png": b"\x89PNG\r\n\x1a\n" + MARK,
    "jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + MARK,
    "gif": b"GIF89a" + MARK,
    "webp": b"RIFF\x00\x00\x00\x00WEBPVP8 " + MARK,
    "bmp": b"BM" + MARK,
    "tiff": b"II*\x00" + MARK,
    "avif": b"\x00\x00\x00 ftypavif" + MARK,
    "ico": b"\x00\x00\x01\x00" + MARK,
}
PNG = PICTURES["png"]
SVG = f"<svg><image href='data:image/png;base64,{base64.b64encode(PNG).decode()}'/></svg>"
BODY = (
    "The regulator published its draft code on age assurance on Tuesday. Platforms have until "
    "June to respond, the agency said, and ministers will report to parliament in the autumn."
)
DATA = "data:image/png;base64," + base64.b64encode(PNG).decode()
HTML = (
    f"<html><head><title>Draft code published</title><style>p{{background:url({DATA})}}</style>"
    f"</head><body><article><h1>Draft code published</h1><p>{BODY}</p><img src='{DATA}' "
    f"srcset='{DATA} 2x'><p>{BODY} Again.</p>{SVG}</article></body></html>"
)


def mail() -> bytes:
    message = email.message.EmailMessage()
    message["Subject"], message["From"] = "Draft code published", "desk@agency.example"
    message.set_content(BODY)
    message.add_alternative(HTML, subtype="html")
    for kind, raw in PICTURES.items():
        message.add_attachment(raw, maintype="image", subtype=kind, filename=f"picture.{kind}")
    return message.as_bytes()


def mhtml() -> bytes:
    page = base64.b64encode(HTML.encode()).decode()
    picture = base64.b64encode(PNG).decode()
    return (
        "From: <Saved by a browser>\r\nSubject: Draft code published\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://agency.example/story\r\n\r\n{page}\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://agency.example/picture.png\r\n\r\n{picture}\r\n--b--\r\n"
    ).encode()


def docx() -> bytes:
    document, raw = Document(), io.BytesIO()
    document.add_heading("Draft code published")
    document.add_paragraph(BODY)
    document.save(raw)
    return with_member(raw.getvalue(), "word/media/image1.png")


def odt() -> bytes:
    document, raw = opendocument.OpenDocumentText(), io.BytesIO()
    document.text.addElement(odf_text.H(outlinelevel=1, text="Draft code published"))
    document.text.addElement(odf_text.P(text=BODY))
    document.write(raw)
    return with_member(raw.getvalue(), "Pictures/image1.png")


def epub() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles>'
            "</container>",
        )
        book.writestr(
            "c.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
            '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
            '<item id="b" href="b.png" media-type="image/png"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
        )
        book.writestr("a.xhtml", HTML)
        book.writestr("b.png", PNG)
    return raw.getvalue()


def with_member(container: bytes, name: str) -> bytes:
    raw = io.BytesIO(container)
    with zipfile.ZipFile(raw, "a") as file:
        file.writestr(name, PNG)
    return raw.getvalue()


def rtf() -> bytes:
    picture = "{\\pict\\pngblip " + PNG.hex() + "}"
    return f"{{\\rtf1\\ansi Draft code published\\par {BODY}\\par {picture} \\par}}".encode()


def warc() -> bytes:
    def record(address: str, kind: str, body: bytes) -> bytes:
        response = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
            f"WARC-Target-URI: {address}\r\nWARC-Date: 2025-03-04T10:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n"
        )
        return head.encode() + response + b"\r\n\r\n"

    page = record("https://agency.example/story", "text/html; charset=utf-8", HTML.encode())
    return page + record("https://agency.example/picture.png", "image/png", PNG)


def zipped() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        file.writestr("story.html", HTML)
        for kind, picture in PICTURES.items():
            file.writestr(f"picture.{kind}", picture)
    return raw.getvalue()


def ninjs() -> bytes:
    item = {
        "uri": "urn:story", "type": "text", "headline": "Draft code published",
        "body_text": BODY, "body_html": HTML,
        "associations": {"picture": {"type": "picture", "renditions": {"main": {"href": DATA}}}},
    }  # fmt: skip
    return json.dumps(item).encode()


CONTAINERS = {
    "story.html": HTML.encode(), "story.eml": mail(), "story.mhtml": mhtml(),
    "story.docx": docx(), "story.odt": odt(), "story.epub": epub(), "story.rtf": rtf(),
    "story.warc": warc(), "stories.zip": zipped(), "story.json": ninjs(),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_picture_in_a_container_is_not_kept(folder: Path, tmp_path: Path, name: str) -> None:
    source = tmp_path / name
    source.write_bytes(CONTAINERS[name])
    with Archive.open(folder, create=True, upkeep=False) as archive:
        report = archive.import_([source])
        assert report.count(Outcome.IMPORTED) >= 1, [str(item.error) for item in report.items]
        assert archive.settle(timeout=60)
    assert "draft code" in " ".join(everything(folder, "SELECT lower(body) FROM text"))
    assert_clean(folder)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_alone_is_refused(folder: Path, tmp_path: Path, kind: str) -> None:
    source = tmp_path / f"picture.{kind}"
    source.write_bytes(PICTURES[kind])
    disguised = tmp_path / "story.txt"
    disguised.write_bytes(PICTURES[kind])
    with Archive.open(folder, create=True, upkeep=False) as archive:
        report = archive.import_([source, disguised])
        assert {item.outcome for item in report.items} == {Outcome.FAILED}
        assert archive.dispatches.ids() == ()
    assert_clean(folder)


def test_the_search_would_find_one(folder: Path) -> None:
    folder.mkdir()
    (folder / "a").write_bytes(b"x" + zlib.compress(PNG))
    with closing(sqlite3.connect(folder / "archive.sqlite3")) as connection, connection:
        connection.execute("CREATE TABLE original (packed BLOB)")
        connection.execute("INSERT INTO original VALUES (?)", (zlib.compress(PNG),))
    with pytest.raises(AssertionError):
        assert_clean(folder)


def everything(folder: Path, query: str) -> list[str]:
    with closing(sqlite3.connect(folder / "archive.sqlite3")) as connection:
        return [value for (value,) in connection.execute(query)]


def traces() -> Iterator[bytes]:
    """The placeholder as it is, and as text formats would hold it."""
    yield MARK[:24]
    for shift in range(3):
        yield base64.b64encode(MARK[shift : shift + 48])[4:40]
    yield MARK[:16].hex().encode()
    yield b"image/png;base64"


def assert_clean(folder: Path) -> None:
    """Look into every file and every packed original."""
    raw = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    packed = "SELECT packed FROM original"
    raw += [zlib.decompress(blob) for blob in everything(folder, packed) if blob]  # type: ignore[arg-type]
    found = {trace for each in raw for trace in traces() if trace in each}
    assert found == set()
