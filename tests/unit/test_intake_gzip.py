"""A file packed with gzip is read as the file that it holds."""

from __future__ import annotations

import gzip
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from index.errors import BrokenInput, EmptyInput, InputTooLarge, SuspiciousArchive
from index.intake.opening import Refused, open_input
from index.limits import MEGABYTE, STANDARD, Limits
from index.parsers import Source

if TYPE_CHECKING:
    from pathlib import Path

TEXT = b"The authority opens a consultation on age checks.\n" * 20
LETTER = (
    b"From press@example.org Mon Mar  4 10:00:00 2024\n"
    b"From: press@example.org\nTo: list@example.org\nSubject: Notice\n\nThe text.\n\n"
)


def opened(folder: Path, content: bytes, limits: Limits = STANDARD) -> list[Source | Refused]:
    path = folder / "notices.gz"
    path.write_bytes(content)
    return [each for each in open_input(str(path), limits) if each is not None]


def reason(folder: Path, content: bytes, limits: Limits = STANDARD) -> Exception:
    (entry,) = opened(folder, content, limits)
    assert isinstance(entry, Refused)
    return entry.error


def test_a_packed_text_is_the_file_itself(tmp_path: Path) -> None:
    (entry,) = opened(tmp_path, gzip.compress(TEXT))
    assert isinstance(entry, Source)
    assert (entry.raw, entry.member) == (TEXT, "")


def test_what_was_packed_in_pieces_is_read_whole(tmp_path: Path) -> None:
    (entry,) = opened(tmp_path, gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]))
    assert isinstance(entry, Source)
    assert entry.raw == TEXT


def test_a_packed_mailbox_gives_its_messages(tmp_path: Path) -> None:
    entries = opened(tmp_path, gzip.compress(LETTER * 3))
    assert [each.member for each in entries] == ["#1", "#2", "#3"]


def test_packed_files_in_a_zip_bear_its_names(tmp_path: Path) -> None:
    held = BytesIO()
    with ZipFile(held, "w") as file:
        file.writestr("2024-03.mbox.gz", gzip.compress(LETTER * 2))
        file.writestr("notice.txt.gz", gzip.compress(TEXT))
    entries = opened(tmp_path, held.getvalue())
    names = ["2024-03.mbox.gz/#1", "2024-03.mbox.gz/#2", "notice.txt.gz"]
    assert [each.member for each in entries] == names


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(40 * MEGABYTE))
    assert isinstance(reason(tmp_path, bomb), SuspiciousArchive)


def test_too_much_is_refused_with_the_limit(tmp_path: Path) -> None:
    small = Limits(member_bytes=500, ratio_floor=1000)
    assert isinstance(reason(tmp_path, gzip.compress(TEXT), small), InputTooLarge)


def test_packed_too_often_is_refused(tmp_path: Path) -> None:
    content = TEXT
    for _ in range(STANDARD.depth + 1):
        content = gzip.compress(content)
    assert isinstance(reason(tmp_path, content), SuspiciousArchive)


@pytest.mark.parametrize("end", [-3, -9, 30])
def test_a_damaged_file_says_so(tmp_path: Path, end: int) -> None:
    assert isinstance(reason(tmp_path, gzip.compress(TEXT)[:end]), BrokenInput)


def test_nothing_packed_is_an_empty_file(tmp_path: Path) -> None:
    assert isinstance(reason(tmp_path, gzip.compress(b"")), EmptyInput)
