"""A small sound input of each format that the registry reads, to be mutated."""

from __future__ import annotations

import io
import zipfile

import docx

from tests.inputs.structured import FOLDER

HEADLINE = "Regulator publishes guidance on age assurance"
FIRST = "The regulator set out on Monday how services should check the age of their users."
SECOND = "Companies have until July to assess the risk to children and to keep a record of it."
_PAGE = (
    f"<!DOCTYPE html><html lang='en'><head><title>{HEADLINE}</title>"
    f"<meta property='article:published_time' content='2024-10-18T15:04:00Z'></head><body><article>"
    f"<h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST} {SECOND}</p></article></body></html>"
)
_OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def seeds() -> dict[str, bytes]:
    """Return name -> bytes."""
    files = {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir())}
    story = f"LONDON, Oct 18 (Reuters) - {FIRST}\n\n{SECOND}\n"
    return files | {
        "story.txt": f"{HEADLINE}\n\n{story}".encode(),
        "page.html": _PAGE.encode(),
        "page.mhtml": _mhtml(),
        "letter.rtf": rb"{\rtf1\ansi " + FIRST.encode() + rb"\par " + SECOND.encode() + rb"\par}",
        "report.pdf": _pdf(),
        "report.docx": _word([HEADLINE, FIRST, SECOND]),
        "database.docx": _word((FOLDER / "nexis_modern.txt").read_text("utf-8").split("\n\n")),
        "report.odt": _odt(),
        "report.epub": _epub(),
        "letter.doc": _ole("WordDocument"),
        "mail.msg": _ole("__substg1.0_"),
    }


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip file of these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return packed.getvalue()


def _mhtml() -> bytes:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/rules\r\n"
        f"Subject: {HEADLINE}\r\nDate: Fri, 18 Oct 2024 15:04:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n'
        "--edge\r\nContent-Type: text/html\r\nContent-Location: https://news.example/rules\r\n\r\n"
        f"{_PAGE}\r\n--edge--\r\n"
    ).encode()


def _word(paragraphs: list[str]) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _odt() -> bytes:
    body = f"<text:h>{HEADLINE}</text:h><text:p>{FIRST}</text:p><text:p>{SECOND}</text:p>"
    content = f"<office:body><office:text>{body}</office:text></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_OFFICE}>{content}"
            "</office:document-content>",
        }
    )


def _epub() -> bytes:
    package = (
        "<package><metadata/><manifest><item id='a' href='a.xhtml'/></manifest>"
        "<spine><itemref idref='a'/></spine></package>"
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfiles><rootfile full-path='p.opf'/>"
            "</rootfiles></container>",
            "p.opf": package,
            "a.xhtml": f"<html><body><h1>{HEADLINE}</h1><p>{FIRST}</p></body></html>",
        }
    )


def _pdf() -> bytes:
    stream = f"BT /F1 12 Tf 50 700 Td ({FIRST}) Tj 0 -14 Td ({SECOND}) Tj ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[4 0 R]/MediaBox[0 0 600 800]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
    )
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    ).encode("latin-1")


def _ole(stream: str) -> bytes:
    """Return what is told apart of an Office file of before 2007; it holds no text."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(99)
