"""Encrypted archives on the command line: no passphrase ever stands on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index import Archive, run_command
from index.cli import passphrases
from index.cli.console import Exit
from tests.doubles import wire
from tests.doubles.secret_archive import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
OTHER = "seven quiet umbrellas sing"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return written(tmp_path / "secret", PASSPHRASE)


def written(path: Path, passphrase: str) -> Path:
    path.write_text(f"{passphrase}\nthis line counts for nothing\n", encoding="utf-8")
    return path


def run(folder: Path, *arguments: object) -> int:
    return run_command(["--archive", str(folder), *map(str, arguments)])


@pytest.fixture
def encrypted(folder: Path, secret: Path, tmp_path: Path) -> Path:
    wire.write(tmp_path / "in", 2)
    assert run(folder, "import", tmp_path / "in", "--passphrase-file", secret) == Exit.OK
    return folder


def test_a_new_archive_is_encrypted_with_the_passphrase_of_a_file(encrypted: Path) -> None:
    assert Archive.is_encrypted(encrypted)


def test_a_command_without_the_passphrase_names_the_ways(
    encrypted: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", open(os.devnull, encoding="utf-8"))  # noqa: PTH123, SIM115
    assert run(encrypted, "stats") == Exit.ARCHIVE
    assert "--passphrase-file" in capfd.readouterr().err


def test_the_passphrase_comes_from_a_file_that_the_environment_names(
    encrypted: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(passphrases.ENVIRONMENT, str(secret))
    assert run(encrypted, "search", "committee") == Exit.OK
    assert run(encrypted, "verify") == Exit.OK


def test_the_passphrase_comes_from_a_file_descriptor(encrypted: Path) -> None:
    ours, theirs = os.pipe()
    os.write(theirs, f"{PASSPHRASE}\n".encode())
    os.close(theirs)
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "index",
        "--archive",
        encrypted,
        "--passphrase-fd",
        str(ours),
        "stats",
    ]
    done = subprocess.run(
        command, cwd=ROOT, pass_fds=[ours], capture_output=True, text=True, check=False
    )
    os.close(ours)
    assert done.returncode == Exit.OK, done.stderr


def test_the_passphrase_is_typed_once_at_the_prompt(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def type_in(prompt: str) -> str:
        asked.append(prompt)
        return PASSPHRASE

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr(passphrases, "getpass", type_in)
    assert run(encrypted, "search", "committee") == Exit.OK
    assert asked == [f"Passphrase of {encrypted}: "]


def test_a_file_that_cannot_be_read_is_named(
    encrypted: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(encrypted, "stats", "--passphrase-file", tmp_path / "none") == Exit.ARCHIVE
    assert str(tmp_path / "none") in capfd.readouterr().err


def test_a_passphrase_is_changed_and_removed(encrypted: Path, secret: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "other", OTHER)
    change = ("passphrase", "--passphrase-file", secret, "--new-passphrase-file", other)
    assert run(encrypted, "backups", "--make", "--passphrase-file", secret) == Exit.OK
    assert run(encrypted, *change) == Exit.OK
    assert run(encrypted, *change) == Exit.ARCHIVE, "the old one opens nothing any more"
    assert run(encrypted, "passphrase", "--remove", "--passphrase-file", other) == Exit.OK
    assert run(encrypted, "search", "committee") == Exit.OK
    assert not Archive.is_encrypted(encrypted)


def test_a_plain_archive_is_copied_encrypted(folder: Path, secret: Path, tmp_path: Path) -> None:
    wire.write(tmp_path / "in", 2)
    assert run(folder, "import", tmp_path / "in") == Exit.OK
    copy = tmp_path / "copy"
    assert run(folder, "encrypt", copy, "--new-passphrase-file", secret) == Exit.OK
    assert (Archive.is_encrypted(folder), Archive.is_encrypted(copy)) == (False, True)
    assert run(copy, "verify", "--passphrase-file", secret) == Exit.OK
    assert run(folder, "encrypt", copy, "--new-passphrase-file", secret) == Exit.ARCHIVE


WRITING = [
    ("export", "csv", "-o", "all.csv"),
    ("dump", "all.jsonl"),
    ("codebook", "export", "codebook.ttl"),
    ("annotations", "export", "notes.jsonld"),
    ("searches", "export", "-o", "searches.csv"),
    ("layer", "export", "--coder", "Ada", "-o", "ada.jsonl"),
    ("agreement", "Ada", "-o", "agreement.csv"),
    ("coverage", "-o", "coverage.csv"),
    ("cite", "1", "--exact", "The committee", "-o", "cited.json"),
]


def test_what_is_exported_is_said_to_be_readable(
    encrypted: Path,
    secret: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    known = ("--passphrase-file", secret)
    layer = tmp_path / "ada.jsonl"
    assert run(encrypted, "layer", "export", "--coder", "Ada", "-o", layer, *known) == Exit.OK
    assert run(encrypted, "layer", "import", layer, *known) == Exit.OK
    for *command, name in WRITING:
        capfd.readouterr()
        assert run(encrypted, *command, tmp_path / name, *known) == Exit.OK
        assert f"the archive is encrypted, {tmp_path / name} is not" in capfd.readouterr().err


def test_nothing_is_said_of_what_a_plain_archive_exports(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wire.write(tmp_path / "in", 2)
    assert run(folder, "import", tmp_path / "in") == Exit.OK
    for *command, name in WRITING:
        if command[0] != "agreement":
            assert run(folder, *command, tmp_path / name) == Exit.OK
    assert "encrypted" not in capfd.readouterr().err


def test_a_backup_is_restored_and_recovered_with_its_passphrase(
    encrypted: Path, secret: Path, tmp_path: Path
) -> None:
    known = ("--passphrase-file", secret)
    backup = tmp_path / "backup.sqlite3"
    assert run(encrypted, "backup", backup, *known) == Exit.OK
    assert run(tmp_path / "again", "restore", backup, *known) == Exit.OK
    assert run(tmp_path / "again", "search", "committee", *known) == Exit.OK
    assert run(encrypted, "backups", "--make", *known) == Exit.OK
    record = encrypted / "archive.sqlite3"
    record.write_bytes(b"\0" * 5000)
    assert run(encrypted, "recover", *known) == Exit.OK
    assert run(encrypted, "verify", *known) == Exit.OK
