"""What stands in office documents beside their text: notes, running heads, others' properties."""

from __future__ import annotations

import io
import re
import zipfile

import docx

from index.parsers.documents.docx import DocxParser
from index.parsers.documents.epub import EpubParser
from index.parsers.documents.odt import OdtParser
from index.parsers.documents.rtf import RtfParser
from tests.unit.test_parser_documents import FIRST, HEADLINE, SECOND, epub, odt, one

CORE = """<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:dcterms">
<dc:creator>Ada Sample</dc:creator><dcterms:created>2025-03-03T09:30:00Z</dcterms:created>
</cp:coreProperties>"""


def untouched_word() -> bytes:
    document = docx.Document()
    for text in (HEADLINE, FIRST, FIRST, SECOND):
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = "Ministry of Youth"
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 1"
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def changed(raw: bytes, **changes: bytes) -> bytes:
    """Return a zip file in which the member whose name ends so has other bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            ending = name.rpartition("/")[2].partition(".")[0]
            after.writestr(name, changes.get(ending, before.read(name)))
    return packed.getvalue()


def test_properties_of_a_template_are_nobody_s() -> None:
    read = one(DocxParser(), untouched_word())
    assert (read.byline, read.filed, read.updated) == ((), None, None)


def test_word_properties_are_read_whatever_refers_to_them() -> None:
    raw = untouched_word()
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        links = file.read("_rels/.rels")
    other = links.replace(b"/package/2006/relationships/metadata", b"/officedocument/2006/metadata")
    read = one(DocxParser(), changed(changed(raw, core=CORE.encode()), **{"": other}))
    assert other != links
    assert read.byline == ("Ada Sample",)
    assert read.filed is not None
    assert read.filed.iso() == "2025-03-03T09:30:00+00:00"


def test_running_heads_of_word_are_no_text_and_repeated_paragraphs_are() -> None:
    read = one(DocxParser(), untouched_word())
    assert read.boilerplate == "Ministry of Youth\nPage 1 of 1"
    assert read.body.split("\n\n")[-3:] == [FIRST, FIRST, SECOND]


def test_notes_of_odt_stand_below_the_text() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Decision 14.</text:p></text:note-body></text:note>"
    )
    read = one(OdtParser(), odt(f"<text:p>{FIRST[:-1]}{note}.</text:p><text:p>{SECOND}</text:p>"))
    assert read.body == f"{FIRST}\n\n{SECOND}\n\nDecision 14."


def test_rtf_notes_deleted_text_and_rows() -> None:
    both = f"{FIRST} {SECOND}"
    raw = (
        rb"{\rtf1\ansi\pard " + both[:-1].encode() + rb"{\super\chftn{\*\footnote\chftn\pard "
        rb"Decision {\b 14}.}}.\par{\deleted\revauthdel1 Withdrawn. }"
        + SECOND.encode()
        + rb"\par\trowd\intbl Service\cell\intbl Reports\cell\row}"
    )
    read = one(RtfParser(), raw)
    assert read.body.split("\n\n") == [both, SECOND, "Service\tReports", "Decision 14."]


def test_a_title_that_names_none_is_no_headline() -> None:
    raw = epub(f"<h1>{HEADLINE}</h1><p>{FIRST}</p>")
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        package = file.read("EPUB/p.opf")
    unnamed = package.replace(b"Annual report of the hotline", b"Unknown Title")
    assert one(EpubParser(), changed(raw, p=unnamed)).headline == HEADLINE


def test_the_strict_form_of_word_files() -> None:
    raw, packed = untouched_word(), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            usual = rb"http://schemas\.openxmlformats\.org/(officeDocument|wordprocessingml)/2006/"
            strict = rb"http://purl.oclc.org/ooxml/\1/"
            after.writestr(name, re.sub(usual, strict, before.read(name)))
    assert one(DocxParser(), packed.getvalue()).body == one(DocxParser(), raw).body


def test_a_file_s_own_preview_is_no_picture_of_its_text() -> None:
    raw, packed = odt(f"<text:p>{FIRST}</text:p>"), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))
        after.writestr("Thumbnails/thumbnail.png", b"x")
        after.writestr("Pictures/1.png", b"x")
    assert one(OdtParser(), packed.getvalue()).dropped == {"image": 1}


def test_rtf_as_pandoc_writes_it() -> None:
    raw = (
        rb"{\rtf1\ansi {\pard Before.{\pict\jpegblip\picw9 \bin ffd8ffe0}\par}"
        rb"{\trowd\pard\intbl Service\par\cell\pard\intbl Reports\par\cell\intbl\row}}"
    )
    assert one(RtfParser(), raw).body.split("\n") == ["Before.", "Service\tReports"]
