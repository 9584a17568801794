"""The command line in a process of its own: terminals, pipes and locales."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index import Archive
from index.cli.console import Exit
from tests.doubles import wire


def start(
    *arguments: object, stderr: int = subprocess.PIPE, **environment: str
) -> subprocess.Popen[bytes]:
    """Run a command in a process of its own."""
    own = {"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": os.environ["PATH"]}
    return subprocess.Popen(
        [sys.executable, "-m", "index", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=stderr,
        env={**own, **environment},
    )


def test_output_is_utf8_in_any_locale(tmp_path: Path) -> None:
    (tmp_path / "é.txt").write_text("Règles « numériques »\n\n" + "Corps du texte. " * 20, "utf-8")
    with start(
        "extract", tmp_path / "é.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    ) as p:
        out, err = p.communicate(timeout=60)
    assert p.returncode == Exit.OK, err
    assert "Règles « numériques »" in out.decode("utf-8")


def test_a_closed_pipe_ends_the_command_quietly(tmp_path: Path) -> None:
    wire.write(tmp_path / "in", 200)
    with start("extract", "--json", tmp_path / "in") as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        err = program.stderr.read()
    assert (program.returncode, err) == (Exit.PIPE_CLOSED, b"")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_an_interrupted_import_ends_in_order(tmp_path: Path) -> None:
    wire.write(tmp_path / "in", 3000)
    ours, theirs = os.openpty()
    with start(
        "--archive", tmp_path / "archive", "import", tmp_path / "in", stderr=theirs
    ) as program:
        os.close(theirs)
        shown = _read_until(ours, b"import ")  # so something is recorded
        program.send_signal(signal.SIGINT)
        assert program.stdout is not None
        lines = len(program.stdout.read().splitlines())
        shown += _read_until(ours, b"(cancelled)")
    os.close(ours)
    assert program.returncode == Exit.INTERRUPTED
    assert b"/3000" in shown
    with Archive.open(tmp_path / "archive") as archive:
        assert 0 < len(archive.dispatches.ids()) == lines < 3000
        assert len(archive.imports.unfinished()) == 1


def _read_until(terminal: int, wanted: bytes) -> bytes:
    shown = b""
    while wanted not in shown:
        shown += os.read(terminal, 1000)
    return shown
