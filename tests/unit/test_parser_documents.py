"""Office documents and containers of pages, on small files built here."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dispatch import Dispatch
from index.errors import (
    BrokenInput,
    InputRefused,
    LockedInput,
    NoTextFound,
    SuspiciousArchive,
    UnknownFormat,
)
from index.parsers import Parser, Source
from index.parsers.decoding.zip_parts import ZipParts
from index.parsers.documents.docx import DocxParser
from index.parsers.documents.epub import EpubParser
from index.parsers.documents.odt import OdtParser
from index.parsers.documents.ole import OleParser
from index.parsers.documents.pdf import PdfParser, pdf_date
from index.parsers.documents.rtf import RtfParser

HEADLINE = "Regulator publishes guidance on age assurance"
FIRST = "The regulator set out on Monday how services should check the age of their users."
SECOND = "Companies have until July to assess the risk to children and to keep a record of it."


def one(parser: Parser, raw: bytes) -> Dispatch:
    source = Source(raw, "file")
    assert parser.recognises(source)
    (dispatch,) = parser.parse(source)
    assert isinstance(dispatch, Dispatch)
    return dispatch


def zipped(**parts: str | bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


def word(*paragraphs: str, title: str = "", author: str = "") -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title = title
    document.core_properties.author = author
    document.core_properties.created = datetime(2025, 3, 3, 9, 30, tzinfo=UTC)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def pdf(*lines: str, pages: int = 1) -> bytes:
    """Write a minimal PDF with one text line below the other on each page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(pages))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n in range(pages):
        text = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 12 Tf 50 700 Td {text} ET"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/Contents {5 + 2 * n} 0 R/MediaBox[0 0 600 800]"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
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


def odt(content: str, meta: str = "") -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    head = f'xmlns:office="{office}" xmlns:text="{text}"'
    body = f"<office:body><office:text>{content}</office:text></office:body>"
    return zipped(
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml=f"<office:document-content {head}>{body}</office:document-content>",
        meta_xml=f"<office:document-meta {head}>{meta}</office:document-meta>",
    )


def epub(*chapters: str) -> bytes:
    items = "".join(f'<item id="c{n}" href="c%20{n}.xhtml"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>Annual report of the hotline</dc:title><dc:creator>Ada Sample</dc:creator>"
        "<dc:date>2025-02-11</dc:date><dc:language>en</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="EPUB/p.opf"/></rootfiles></container>'
    parts: dict[str, str | bytes] = {
        f"EPUB__c {n}.xhtml": f"<html><body>{chapter}</body></html>"
        for n, chapter in enumerate(chapters)
    }
    return zipped(
        mimetype="application/epub+zip",
        **{"META-INF__container_xml": container, "EPUB__p.opf": package, **parts},
    )


# --- what is read -----------------------------------------------------------------------------


def test_word_paragraphs_and_properties() -> None:
    read = one(DocxParser(), word(HEADLINE, FIRST, SECOND, title=HEADLINE, author="Sample, Ada"))
    assert read.headline == HEADLINE
    assert f"{FIRST}\n\n{SECOND}" in read.body
    assert read.byline == ("Ada Sample",)
    assert read.filed is not None
    assert read.filed.iso().startswith("2025-03-03")
    assert read.format == "docx"


def test_a_title_that_says_nothing_is_no_headline() -> None:
    read = one(DocxParser(), word(HEADLINE, FIRST, SECOND, title="Microsoft Word - draft2.docx"))
    assert read.headline == HEADLINE


def test_word_without_text_says_so() -> None:
    with pytest.raises(NoTextFound):
        one(DocxParser(), word())


def test_odt_leaves_comments_and_deleted_text_out() -> None:
    deleted = "<text:tracked-changes><text:p>Withdrawn sentence.</text:p></text:tracked-changes>"
    comment = "<office:annotation><text:p>check this</text:p></office:annotation>"
    content = (
        f"{deleted}<text:h>{HEADLINE}</text:h><text:p>{FIRST}{comment}</text:p>"
        f'<text:p>{SECOND}<text:s text:c="2"/>End<text:line-break/>Line</text:p>'
    )
    read = one(OdtParser(), odt(content))
    assert read.headline == HEADLINE
    assert "Withdrawn" not in read.body
    assert "check this" not in read.body
    assert FIRST in read.body
    assert f"{SECOND}  End\nLine" in read.body


def test_epub_follows_the_spine() -> None:
    read = one(EpubParser(), epub(f"<p>{FIRST}</p>", f"<p>{SECOND}</p>"))
    assert read.headline == "Annual report of the hotline"
    assert read.body.index(FIRST) < read.body.index(SECOND)
    assert read.byline == ("Ada Sample",)
    assert read.language == "en"


def test_the_list_of_chapters_of_an_epub_is_none_of_them() -> None:
    def listed(raw: bytes) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(packed, "w") as after:
            for name in before.namelist():
                part = before.read(name).replace(b'id="c0"', b'id="c0" properties="nav"')
                after.writestr(name, part)
        return packed.getvalue()

    read = one(EpubParser(), listed(epub("<ol><li>Chapter one</li></ol>", f"<p>{FIRST}</p>")))
    assert read.body == FIRST


def test_epub_keeps_the_other_chapters_when_one_is_missing() -> None:
    raw = epub(f"<p>{FIRST}</p>", f"<p>{SECOND}</p>").replace(b"c 1.xhtml", b"x 1.xhtml")
    read = one(EpubParser(), raw)
    assert FIRST in read.body
    assert any("c 1.xhtml" in warning for warning in read.warnings)


def test_rtf_text_and_properties() -> None:
    raw = (
        rb"{\rtf1\ansi\ansicpg1252{\info{\title R\'e9gulation}{\author Ada Sample}"
        rb"{\creatim\yr2025\mo2\dy11\hr8\min5}}"
        rb"Le r\'e9gulateur publie ses lignes directrices.\par "
        rb"Les services ont jusqu\rquote en juillet. \u55349?\u56374?\par}"
    )
    read = one(RtfParser(), raw)
    assert "Le régulateur publie ses lignes directrices." in read.body
    assert "\U0001d436" in read.body
    assert read.byline == ("Ada Sample",)
    assert read.filed is not None
    assert read.filed.iso() == "2025-02-11T08:05"


def test_rtf_properties_are_in_the_code_page_of_the_file() -> None:
    raw = rb"{\rtf1\ansi\ansicpg1251{\info{\title \'cf\'f0\'ee\'e5\'ea\'f2}}\'cf\'f0\'ee.\par}"
    assert one(RtfParser(), raw).headline == "Проект"


def test_pdf_text_in_reading_order() -> None:
    read = one(PdfParser(), pdf(HEADLINE, FIRST, SECOND))
    flat = " ".join(f"{read.headline} {read.body}".split())
    assert flat.index(HEADLINE) < flat.index(FIRST) < flat.index(SECOND)


def test_pdf_of_wire_copy_keeps_the_lines_of_its_head() -> None:
    printed = pdf(
        "UPDATE 1-Regulator sets out how services check age", "By Jane Roe",
        "LONDON, Oct 18, 2024 (Reuters) - The regulator set out on Friday how services check",
        "the age of those who use them, and said that it would report in the spring.",
        "Charities welcomed what the regulator had set out, but asked for more than it had",
        "promised in the year before.", "mfl",
    )  # fmt: skip
    read = one(PdfParser(), printed)
    assert read.headline == "UPDATE 1-Regulator sets out how services check age"
    assert (read.byline, read.agency, read.city) == (("Jane Roe",), "Reuters", "London")
    assert read.filed is not None
    assert read.filed.iso() == "2024-10-18"
    assert read.body.startswith("The regulator set out on Friday how services check the age")
    assert read.boilerplate == "mfl"


def test_properties_do_not_date_a_story_that_has_a_day_of_its_own() -> None:
    words = word(HEADLINE, "LONDON, Oct 18 (Reuters) - " + FIRST)
    read = one(DocxParser(), words)
    assert read.filed is None
    assert read.warnings == ("the dateline gives no year: Oct 18",)


def test_pdf_without_text_says_so() -> None:
    with pytest.raises(NoTextFound, match="PDF"):
        one(PdfParser(), pdf())


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("D:20241018153000+02'00'", "2024-10-18T15:30:00+02:00"),
        ("D:20241018153000Z", "2024-10-18T15:30:00Z"),
        ("D:20241018", "2024-10-18"),
        ("D:2024", "2024"),
        ("18 October", ""),
    ],
)
def test_pdf_dates(printed: str, iso: str) -> None:
    assert pdf_date(printed) == iso


# --- what is refused --------------------------------------------------------------------------


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    raw = zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml=b" " * 40_000_000)
    with pytest.raises(SuspiciousArchive):
        one(OdtParser(), raw)


def test_entity_bombs_are_refused() -> None:
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(SuspiciousArchive):
        one(OdtParser(), zipped(content_xml=laughs))


def test_ole_files_are_named() -> None:
    mark = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    with pytest.raises(UnknownFormat, match="Outlook message"):
        one(OleParser(), mark + "__substg1.0_0037001F".encode("utf-16-le"))
    with pytest.raises(LockedInput):
        one(OleParser(), mark + "EncryptedPackage".encode("utf-16-le"))


def test_a_missing_part_is_damage() -> None:
    with pytest.raises(BrokenInput, match="missing"):
        ZipParts(zipped(a="x"), "Word").read("b")


SOUND: dict[str, tuple[Parser, bytes]] = {
    "docx": (DocxParser(), word(HEADLINE, FIRST)),
    "odt": (OdtParser(), odt(f"<text:p>{FIRST}</text:p>")),
    "epub": (EpubParser(), epub(f"<p>{FIRST}</p>")),
    "pdf": (PdfParser(), pdf(FIRST, SECOND)),
    "rtf": (RtfParser(), rb"{\rtf1\ansi " + FIRST.encode() + rb"\par}"),
}


@pytest.mark.parametrize("form", SOUND)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damage_ends_in_a_dispatch_or_a_reason(form: str, data: st.DataObject) -> None:
    parser, sound = SOUND[form]
    raw = bytearray(sound)
    for at in data.draw(st.lists(st.integers(0, len(raw) - 1), min_size=1, max_size=40)):
        raw[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(raw) // 2, len(raw)))
    source = Source(bytes(raw[:cut]), "file")
    if parser.recognises(source):
        with contextlib.suppress(InputRefused):
            assert all(isinstance(read, Dispatch) for read in parser.parse(source))
