from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from index.errors import (
    BrokenInput,
    EmptyInput,
    InputTooLarge,
    LockedInput,
    SuspiciousArchive,
    UnreadableInput,
)
from index.intake.opening import Opened, Refused, open_input
from index.limits import Limits
from index.parsers import Source

SMALL = Limits(
    file_bytes=1000, member_bytes=2000, container_bytes=100_000, ratio_floor=500, members=5, depth=2
)


def opened(path: Path, limits: Limits = SMALL) -> list[Opened]:
    return list(open_input(str(path), limits))


def reason(path: Path, limits: Limits = SMALL) -> Exception:
    (entry,) = opened(path, limits)
    assert isinstance(entry, Refused)
    return entry.error


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def zip_bytes(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return held.getvalue()


def members(path: Path, limits: Limits = SMALL) -> dict[str, bytes | type[Exception]]:
    return {
        entry.member: type(entry.error) if isinstance(entry, Refused) else entry.raw
        for entry in opened(path, limits)
        if entry is not None
    }


def test_a_file_is_one_source(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(b"words")
    (source,) = opened(path)
    assert isinstance(source, Source)
    assert (source.raw, source.path, source.member) == (b"words", str(path), "")
    assert source.modified is not None
    assert source.modified.tzinfo is not None


@pytest.mark.parametrize("content", [b"", b" \r\n\t "])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    assert isinstance(reason(path), EmptyInput)


def test_a_file_over_the_limit_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * (3 << 20))
    error = reason(path, Limits(file_bytes=2 << 20))
    assert isinstance(error, InputTooLarge)
    assert str(error) == "The file has 3.0 MB; the limit is 2 MB"


def test_a_file_that_vanishes_is_refused(tmp_path: Path) -> None:
    assert isinstance(reason(tmp_path / "gone.txt"), UnreadableInput)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert isinstance(reason(tmp_path / "pipe"), UnreadableInput)


def test_the_members_of_a_zip_are_sources(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", {"b.txt": b"two", "a/one.txt": b"one", ".hid": b"no"})
    assert members(path) == {"b.txt": b"two", "a/one.txt": b"one"}


def test_a_zip_within_a_zip_is_opened(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", {"in.zip": zip_bytes({"one.txt": b"one"})})
    assert members(path) == {"in.zip/one.txt": b"one"}


def test_zips_nested_too_deeply_are_refused(tmp_path: Path) -> None:
    inner = zip_bytes({"in.zip": zip_bytes({"one.txt": b"one"})})
    path = zipped(tmp_path / "z.zip", {"mid.zip": inner, "ok.txt": b"ok"})
    assert members(path) == {"mid.zip/in.zip": SuspiciousArchive, "ok.txt": b"ok"}


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "C:\\e.txt"])
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "z.zip", {"ok.txt": b"ok"})
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(zipfile.ZipInfo(name), b"evil")
    found = members(path)
    assert found["ok.txt"] == b"ok"
    assert SuspiciousArchive in found.values()


def test_a_member_that_swells_is_refused(tmp_path: Path) -> None:
    limits = Limits(ratio=10, ratio_floor=500, member_bytes=10**6)
    path = zipped(tmp_path / "z.zip", {"bomb.txt": b"0" * 9000, "ok.txt": os.urandom(4000)})
    assert members(path, limits)["bomb.txt"] is SuspiciousArchive


def test_a_container_that_swells_as_a_whole_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", {"bomb.txt": b"0" * 200_000})
    assert isinstance(reason(path), SuspiciousArchive)


def test_a_member_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", {"big.txt": os.urandom(3000), "ok.txt": b"ok"}, 0)
    assert members(path) == {"big.txt": InputTooLarge, "ok.txt": b"ok"}


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", {f"{number}.txt": b"x" for number in range(6)})
    assert isinstance(reason(path), SuspiciousArchive)


def test_an_encrypted_member_is_locked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", {"one.txt": b"one"}, zipfile.ZIP_STORED)
    raw = bytearray(path.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    assert members(path) == {"one.txt": LockedInput}


def test_a_damaged_member_does_not_hide_the_others(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", {"a.txt": b"first text", "b.txt": b"second"}, 0)
    path.write_bytes(path.read_bytes().replace(b"first text", b"first tixt"))
    assert members(path) == {"a.txt": BrokenInput, "b.txt": b"second"}


def test_a_zip_cut_short_is_broken(tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", {"a.txt": b"first text"})
    path.write_bytes(path.read_bytes()[:-30])
    assert isinstance(reason(path), BrokenInput)


def test_an_empty_zip_is_empty(tmp_path: Path) -> None:
    assert isinstance(reason(zipped(tmp_path / "z.zip", {})), EmptyInput)


@pytest.mark.parametrize("mark", ["[Content_Types].xml", "mimetype"])
def test_a_document_in_zip_form_is_left_to_its_parser(tmp_path: Path, mark: str) -> None:
    path = zipped(tmp_path / "letter.docx", {mark: b"x", "word/document.xml": b"y"})
    (source,) = opened(path)
    assert isinstance(source, Source)
    assert source.raw == path.read_bytes()
