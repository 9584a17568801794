from __future__ import annotations

import io
from email.message import EmailMessage

import docx
import pytest

from index.dispatch import Zone
from index.errors import NoTextFound, SuspiciousArchive
from index.parsers import RecordRefused
from index.parsers.mail.mail_text import is_placeholder, unflowed
from tests.inputs.structured import dispatches, everything, made, only, parser_of, source


def test_plain_text_is_preferred_and_headers_decoded() -> None:
    story = dispatches(source("mail.eml"))[0]
    assert story.headline == "Règles publiées pour les plateformes"
    assert story.byline == ("Zoé Petit",)
    assert story.body == "Les règles sont publiées.\n\nElles s'appliquent en mai."
    assert story.filed is not None
    assert story.filed.iso() == "2024-10-16T09:30:00+02:00"
    assert story.revision is not None
    assert story.revision.guid == "123@example.org"


def test_attachments_are_counted_but_for_those_read_as_dispatches() -> None:
    mail, attached = dispatches(source("mail.eml"))
    assert mail.dropped == {"image": 1}
    assert (attached.headline, attached.format) == ("Attached story", "nitf")


def test_mailbox_reads_every_message_and_reports_the_empty_one() -> None:
    first, second, third = everything(source("mailbox.mbox"))
    assert isinstance(third, RecordRefused)
    assert third.member == "#3"
    assert dispatches(source("mailbox.mbox")) == [first, second]


def test_mailbox_unquotes_lines_and_reads_pages() -> None:
    first, second = dispatches(source("mailbox.mbox"))
    assert first.body.endswith("From here on it goes on.")
    assert second.body == "Text two.\n\nMore."


def test_an_agency_that_writes_is_no_byline_and_minus_zero_is_no_zone() -> None:
    second = dispatches(source("mailbox.mbox"))[1]
    assert (second.agency, second.byline) == ("dpa", ())
    assert second.filed is not None
    assert second.filed.zone is Zone.UNKNOWN


def test_raw_eight_bit_headers() -> None:
    story = only(
        made(
            "From: x@example.org\nTo: y@example.org\nSubject: Décision rendue\n\nTexte.\n".encode(
                "latin-1"
            )
        )
    )
    assert story.headline == "Décision rendue"
    assert story.byline == ("x@example.org",)


def test_a_charset_that_lies_is_settled_by_the_bytes() -> None:
    mail = (
        "From: a@example.org\nSubject: x\nContent-Type: text/plain; charset=us-ascii\n\nL'été à Genève.\n"
    ).encode()
    assert only(made(mail)).body == "L'été à Genève."


def enclosing(inner: str, text: str) -> str:
    return (
        "From: Outer <outer@example.org>\nSubject: Forwarded\nMIME-Version: 1.0\n"
        f"Content-Type: multipart/mixed; boundary=b\n\n--b\n{text}--b\nContent-Type: message/rfc822\n\n"
        f"From: inner@example.org\nSubject: Enclosed\n\n{inner}\n--b--\n"
    )


def test_an_enclosed_message_is_a_dispatch_of_its_own() -> None:
    outer, inner = dispatches(made(enclosing("Inner text.", "\nOuter text.\n")))
    assert (outer.headline, outer.body) == ("Forwarded", "Outer text.")
    assert (inner.headline, inner.body) == ("Enclosed", "Inner text.")


def test_a_message_that_only_forwards_bears_the_enclosed_text() -> None:
    outer = dispatches(made(enclosing("Inner text.", "\n")))[0]
    assert (outer.headline, outer.body) == ("Forwarded", "Inner text.")


def test_a_mail_without_anything_is_refused() -> None:
    with pytest.raises(NoTextFound):
        dispatches(made("From: a@example.org\nTo: b@example.org\nMessage-ID: <1@x>\n\n"))


def test_parts_without_end_are_refused() -> None:
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(4000)
    )
    with pytest.raises(SuspiciousArchive):
        dispatches(made(f"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n{parts}"))


def test_copy_with_labelled_lines_is_no_mail() -> None:
    assert parser_of(made("Title: Rules agreed\nDate: 16 October 2024\n\nText.")).format == "text"


def test_names_and_charsets_that_make_no_sense_count_as_missing() -> None:
    mail = (
        b"From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b'--b\nContent-Type: text/plain; charset="u\x00tf\xff"\n\nText.\n'
        b"--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename*=u\x00t''a.csv\n\n1,2\n--b--\n"
    )
    story = only(made(mail))
    assert story.body == "Text."
    assert story.dropped == {"attachment": 1}


def written(text: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Press office <press@example.org>"
    mail["Subject"] = "Statement on the code"
    mail.set_content(text)
    return mail


def test_lines_that_the_mailer_broke_are_put_together() -> None:
    text = "The regulator published \nits code.\n\n> It \n> asked \n>> whom?\n-- \nAnna"
    assert unflowed(text) == (
        "The regulator published its code.\n\n> It asked \n>> whom?\n-- \nAnna"
    )
    assert unflowed("Verord \nnung", joined=True) == "Verordnung"
    mail = written("x").as_bytes().replace(b'"utf-8"', b'"utf-8"; format=flowed')
    mail = mail.replace(b"\nx\n", b"\nThe regulator \npublished its \ncode.\n")
    assert only(made(mail)).body == "The regulator published its code."


def test_text_that_only_points_to_the_page_gives_way_to_it() -> None:
    mail = written("Please view this message in a browser that displays HTML.")
    story = "".join(f"<p>Paragraph {n} of the story on the new code.</p>" for n in range(8))
    mail.add_alternative(story, subtype="html")
    read = only(made(mail.as_bytes()))
    assert read.body.startswith("Paragraph 0 of the story")
    assert read.boilerplate == "Please view this message in a browser that displays HTML."
    assert not is_placeholder("The minister went online.", "The minister went online. Twice.")


def test_an_attached_document_is_a_dispatch_of_its_own() -> None:
    document, packed = docx.Document(), io.BytesIO()
    document.add_paragraph("The ministry welcomes the code.")
    document.save(packed)
    mail = written("Our statement is attached.")
    kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    mail.add_attachment(
        packed.getvalue(), maintype="application", subtype=kind, filename="statement.docx"
    )
    first, second = dispatches(made(mail.as_bytes()))
    assert first.body == "Our statement is attached."
    assert (second.format, second.body) == ("docx", "The ministry welcomes the code.")


HEAD = "From: Ruth Misler <press@example.org>\nTo: desk@example.org\nSubject: Rules agreed\n"


def sent(text: str, more: str = "") -> str:
    return f"{HEAD}{more}\n{text}"


def test_what_a_newsletter_hides_is_no_text() -> None:
    page = '<div style="display: none">Preview of the day</div><p>The panel agreed.</p>'
    story = only(made(sent(page, "Content-Type: text/html; charset=utf-8\n")))
    assert story.body == "The panel agreed."


def test_parts_that_another_boundary_divides_than_the_declared_one() -> None:
    parts = (
        "--other\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        "PHA+VGhlIHBhbmVsIGFncmVlZC48L3A+\n--other--\n"
    )
    kind = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="declared"\n'
    assert only(made(sent(parts, kind))).body == "The panel agreed."


def test_a_line_of_text_that_looks_like_an_envelope_opens_no_message() -> None:
    envelope = "From press@example.org Wed Mar  9 10:12:00 2022\n"
    box = f"{envelope}{sent('One.')}\n\nFrom the start, at 12:30, it was clear.\n\n{envelope}"
    first, second = dispatches(made(f"{box}{sent('Two.')}\n"))
    assert first.body == "One.\n\nFrom the start, at 12:30, it was clear."
    assert second.body == "Two."


def test_the_messages_of_a_plain_digest_are_dispatches() -> None:
    rule = "-" * 30
    items = f"\n\n{rule}\n\n".join(
        f"Message: {n}\nDate: Tue, 8 Mar 2022 09:00:00 +0000\nFrom: Ina Moor <ina@example.org>\n"
        f"Subject: Rule {n}\n\nRule {n} was agreed."
        for n in (1, 2)
    )
    digest = (
        f"Today's Topics:\n\n   1. Rule 1 (Ina Moor)\n\n\n{'-' * 70}\n\n{items}\n\n{rule}\n\n"
        "Subject: Digest Footer\n\nChildsafety mailing list\n\n"
        f"{rule}\n\nEnd of Childsafety Digest, Vol 3, Issue 9\n{'*' * 41}\n"
    )
    whole, first, second = dispatches(made(sent(digest)))
    assert "Message: 1" not in whole.body
    assert (first.headline, first.byline) == ("Rule 1", ("Ina Moor",))
    assert second.body == "Rule 2 was agreed."
