"""A mailbox of any size is read message by message, each within the limits of a file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from index.errors import InputTooLarge
from index.intake import mailboxes
from index.intake.extraction import extract
from index.intake.members import Member
from index.intake.reading import Found
from index.limits import MEGABYTE, STANDARD, Limits
from index.reports import Cancel

if TYPE_CHECKING:
    from pathlib import Path

    from index.intake.reading import Reading

SMALL = Limits(file_bytes=MEGABYTE)
ENVELOPE = "From press@example.org Mon Mar  4 10:00:00 2024\n"


def message(number: int, body: str = "The authority opens a consultation.\n") -> str:
    return (
        f"{ENVELOPE}From: Press <press@example.org>\nTo: list@example.org\n"
        f"Subject: Notice {number}\nDate: Mon, 4 Mar 2024 10:00:00 +0000\n\n{body}\n"
    )


def members(text: str, limits: Limits = SMALL) -> list[Member]:
    return list(mailboxes.messages(BytesIO(text.encode()), limits))


def read(path: Path) -> list[Reading]:
    return list(extract([path], Cancel()))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_messages_are_parted_as_they_stand(end: str) -> None:
    texts = [message(number).replace("\n", end) for number in (1, 2, 3)]
    found = members("".join(texts))
    assert [each.name for each in found] == ["#1", "#2", "#3"]
    assert [each.content for each in found] == [text.encode() for text in texts]


def test_a_lone_message_bears_no_name() -> None:
    (found,) = members(message(1))
    assert found.name == ""


@pytest.mark.parametrize(
    "line",
    [
        "From here on the text goes on at 10:00 sharp.\n",
        "\n>From press@example.org Mon Mar  4 10:00:00 2024\n",
        "\nFrom Monday the rule applies.\n",
        "x" * 70_000 + "\nFrom a@example.org Mon Mar  4 10:00:00 2024\n",
    ],
    ids=["no empty line above", "quoted", "no time", "below a long line"],
)
def test_what_only_begins_like_an_envelope_parts_nothing(line: str) -> None:
    assert len(members(message(1, f"The text.\n{line}It goes on.\n"))) == 1


def test_a_message_over_the_limit_is_refused_alone() -> None:
    large = message(2, ("word " * 15 + "\n") * 20_000)
    found = members(message(1) + large + message(3))
    refused = [each.content for each in found if isinstance(each.content, InputTooLarge)]
    assert [each.name for each in found if isinstance(each.content, bytes)] == ["#1", "#3"]
    assert len(refused) == 1


def test_a_long_message_gives_signs_of_life() -> None:
    found = members(message(1, "word " * 14_000_000))
    assert [each.content for each in found[:-1]] == [None, None]


def test_a_mailbox_larger_than_a_file_may_be_is_read_whole(tmp_path: Path) -> None:
    body = "The authority opens a consultation on age checks.\n" * 3_000
    count = STANDARD.file_bytes // len(body) + 2
    path = tmp_path / "list.mbox"
    path.write_text("".join(message(number, body) for number in range(count)), encoding="utf-8")
    readings = read(path)
    found = [each.result for each in readings if isinstance(each.result, Found)]
    assert path.stat().st_size > STANDARD.file_bytes
    assert [each.dispatch.headline for each in found] == [f"Notice {at}" for at in range(count)]
    assert len({each.fixity.sha256 for each in found}) == count


def test_a_mailbox_in_a_zip_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "mail.zip"
    with ZipFile(path, "w") as packed:
        packed.writestr("list.mbox", message(1) + message(2))
        packed.writestr("one.mbox", message(3))
    assert [each.member for each in read(path)] == ["list.mbox/#1", "list.mbox/#2", "one.mbox"]
