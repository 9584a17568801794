"""A disk that is full, for the whole program: it says so, nothing is half done, work goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index import Archive
from tests.doubles import wire
from tests.doubles.secret_archive import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX system")
ROOT = Path(__file__).resolve().parents[2]
FILES = 150

LIMITED = """
import resource, signal, sys
from index import run_command
if sys.argv[1] != "-":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit fails, as on a full disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
raise SystemExit(run_command(sys.argv[2:]))
"""


def run(limit: int | None, archive: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LIMITED, str(limit or "-"), "--archive", str(archive), *words],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def assert_whole(archive: Path, held: int, passphrase: str | None = None) -> None:
    with Archive.open(archive, upkeep=False, passphrase=passphrase) as opened:
        assert len(opened.dispatches.ids()) == held
        assert opened.settle(timeout=60)
        assert opened.stats().indexed == held
        assert opened.verify().faults == ()


def test_an_import_that_finds_no_room_says_so_and_goes_on_later(tmp_path: Path) -> None:
    archive, inbox = tmp_path / "archive", tmp_path / "inbox"
    wire.write(inbox, FILES)
    full = run(250_000, archive, "import", str(inbox))
    assert full.returncode == 3, full.stderr
    assert "Nothing could be written in" in full.stderr
    assert "Nothing was lost" in full.stderr
    assert "Traceback" not in full.stderr
    done = run(None, archive, "import", str(inbox))
    assert done.returncode == 0, done.stderr
    assert_whole(archive, FILES)


def test_an_index_that_finds_no_room_is_said_and_built_later(tmp_path: Path) -> None:
    archive, inbox = tmp_path / "archive", tmp_path / "inbox"
    wire.write(inbox, FILES)
    with Archive.open(archive, create=True, upkeep=False) as opened:
        opened.import_([inbox])
    searched = run(20_000, archive, "search", "committee")
    assert "Traceback" not in searched.stderr
    assert searched.returncode == 3, searched.stderr
    assert run(None, archive, "search", "committee").returncode == 0
    assert_whole(archive, FILES)


@pytest.mark.parametrize("words", [("backup",), ("dump",), ("export", "csv", "-o")])
def test_what_cannot_be_written_whole_is_not_there(tmp_path: Path, words: tuple[str, ...]) -> None:
    archive, target = tmp_path / "archive", tmp_path / "out" / "target"
    target.parent.mkdir()
    with Archive.open(archive, create=True, upkeep=False) as opened:
        opened.import_(wire.write(tmp_path / "inbox", FILES))
        concept, _ = opened.codebook.create("Law")
        opened.tags.add(opened.dispatches.ids(), [concept])
    refused = run(15_000, archive, *words, str(target))
    assert refused.returncode == 3, refused.stderr
    assert "Traceback" not in refused.stderr
    assert list(target.parent.iterdir()) == []
    assert run(None, archive, *words, str(target)).returncode == 0
    assert_whole(archive, FILES)


def test_an_encrypted_archive_that_finds_no_room_loses_nothing(tmp_path: Path) -> None:
    archive, inbox = tmp_path / "archive", tmp_path / "inbox"
    secret, other = tmp_path / "secret", tmp_path / "other"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    other.write_text(f"{PASSPHRASE} again", encoding="utf-8")
    known = ("--passphrase-file", str(secret))
    wire.write(inbox, FILES)
    full = run(250_000, archive, "import", str(inbox), *known)
    assert full.returncode == 3, full.stderr
    assert "Nothing could be written in" in full.stderr
    assert run(None, archive, "import", str(inbox), *known).returncode == 0
    searched = run(20_000, archive, "search", "committee", *known)
    assert searched.returncode == 3, searched.stderr
    new = ("--new-passphrase-file", str(other))
    for words in (("encrypt", str(tmp_path / "copy"), *new), ("passphrase", *new)):
        refused = run(60_000, archive, *words, *known)
        assert refused.returncode == 3, refused.stderr
        assert "Traceback" not in full.stderr + searched.stderr + refused.stderr
    assert not (tmp_path / "copy" / "archive.sqlite3").exists()
    assert_whole(archive, FILES, PASSPHRASE)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)]
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("file systems cannot be mounted here")
    yield disk
    # lazily: maps of index files go with the last object that holds them
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def test_work_continues_when_space_returns(small_disk: Path, tmp_path: Path) -> None:
    archive, inbox = small_disk / "archive", tmp_path / "inbox"
    wire.write(inbox, 60)
    assert run(None, archive, "import", str(inbox)).returncode == 0
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="space"):
        _fill(filler)
    wire.write(inbox, 200, first=1000)
    full = run(None, archive, "import", str(inbox))
    assert full.returncode == 3, full.stderr
    assert "Traceback" not in full.stderr
    filler.unlink()
    done = run(None, archive, "import", str(inbox))
    assert done.returncode == 0, done.stderr
    assert_whole(archive, 260)
