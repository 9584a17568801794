"""A whole journey, watched from outside: no network, and no file but those that are told of."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.doubles.secret_archive import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
SOCKET = re.compile(r"\bsocket(?:pair)?\((\w+)")
CONNECTED = re.compile(r"sa_family=(\w+)")
OPENED = re.compile(r'\b(?:openat|open|creat)\((?:[^,"]+, )?"([^"]+)", ([^)\n]*)\)\s*= \d')
MADE = re.compile(
    r'\b(?:mkdir|mkdirat|rename|renameat2?|link|linkat|symlink)\(.*"([^"]+)"[^"]*\)\s*= 0'
)
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

PAGE = """<html><head><title>Regulator publishes draft code</title></head><body><article>
<h1>Regulator publishes draft code</h1><p>LONDON, March 4 (Reuters) - The regulator published its
draft code on age assurance on Tuesday. Platforms have until June to respond.</p>
<p>Ministers welcomed the proposal and said that they would report to parliament.</p>
<img src="https://example.org/picture.jpg"><img src="data:image/png;base64,{picture}">
<link rel="stylesheet" href="https://example.org/style.css"><script src="https://example.org/x.js">
</script></article></body></html>"""


def journey(archive: Path, inbox: Path, out: Path) -> list[list[str]]:
    cli = [sys.executable, "-m", "desktop", "--archive", str(archive)]
    return [
        [*cli, "import", str(inbox)],
        [*cli, "search", "regulator", "--facets"],
        [*cli, "tag", "1", "--add", "Law"],
        [*cli, "annotate", "1", "--exact", "the", "--note", "who?"],
        [*cli, "export", "csv", "--query", "regulator", "-o", str(out / "all.csv")],
        [*cli, "export", "bagit", "-o", str(out / "bag")],
        [*cli, "dump", str(out / "work.jsonl")],
        [*cli, "backups", "--make"],
        [*cli, "verify"],
        [*cli, "rebuild"],
    ]


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    found = {name: tmp_path / name for name in ("home", "inbox", "out", "tmp")}
    for path in found.values():
        path.mkdir(exist_ok=True)
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"placeholder" * 20).decode()
    (found["inbox"] / "page.html").write_text(PAGE.format(picture=picture), encoding="utf-8")
    (found["inbox"] / "note.txt").write_text(
        "PARIS, March 5 (Reuters) - The ministry reports.\n\nA second paragraph of the note.\n"
    )
    return found


def watched(command: Sequence[str], places: dict[str, Path], trace: Path) -> str:
    """Run a command under strace; return what it and its children asked of the system."""
    environment = {
        **os.environ,
        "HOME": str(places["home"]),
        "TMPDIR": str(places["tmp"]),
        "XDG_CONFIG_HOME": str(places["home"] / "config"),
        "XDG_STATE_HOME": str(places["home"] / "state"),
        "XDG_CACHE_HOME": str(places["home"] / "cache"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",  # what an installer does, not the program
    }
    calls = "trace=network,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat"
    done = subprocess.run(
        ["strace", "-ff", "-qq", "-s", "300", "-e", calls, "-o", str(trace), *command],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    # one file a process: in a common one, a call may be told in two halves, apart
    told = sorted(trace.parent.glob(f"{trace.name}.*"))
    if done.returncode != 0 and not told:
        pytest.skip(f"strace may not watch here: {done.stderr[-200:]}")
    assert done.returncode == 0, done.stderr[-2000:]
    return "".join(each.read_text(encoding="utf-8", errors="replace") for each in told)


def families(trace: str) -> set[str]:
    return {*SOCKET.findall(trace), *CONNECTED.findall(trace)}


def written(trace: str) -> set[Path]:
    opened = {path for path, flags in OPENED.findall(trace) if WRITES.search(flags)}
    return {Path(path) for path in opened | set(MADE.findall(trace))}


def outside(paths: set[Path], *allowed: Path) -> set[Path]:
    # a process names itself for whoever lists processes
    devices = (Path("/dev/null"), Path("/dev/tty"), Path("/proc/self/comm"))
    return {
        path
        for path in paths
        if path.is_absolute() and path not in devices and not any(map(path.is_relative_to, allowed))
    }


def test_the_command_line_uses_no_network_and_writes_where_it_says(
    places: dict[str, Path], tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    for number, command in enumerate(journey(archive, places["inbox"], places["out"])):
        trace = watched(command, places, tmp_path / f"trace-{number}")
        assert "execve" not in trace
        assert families(trace) <= {"AF_UNIX"}, command
        allowed = (archive, places["out"], places["home"] / "config", places["home"] / "state")
        assert outside(written(trace), *allowed) == set(), command
    assert list(places["tmp"].iterdir()) == []
    assert {path.name for path in places["home"].iterdir()} <= {"config", "state"}


def test_an_encrypted_archive_leaves_nothing_readable_anywhere(
    places: dict[str, Path], tmp_path: Path
) -> None:
    archive, secret = tmp_path / "archive", tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    plain = ("export", "dump")  # which say so
    commands = [
        [*command, "--passphrase-file", str(secret)]
        for command in journey(archive, places["inbox"], places["out"])
        if not any(word in command for word in plain)
    ]
    backup = places["out"] / "backup.sqlite3"
    cli = [sys.executable, "-m", "desktop", "--archive", str(archive)]
    commands.append([*cli, "backup", str(backup), "--passphrase-file", str(secret)])
    for number, command in enumerate(commands):
        trace = watched(command, places, tmp_path / f"trace-{number}")
        assert families(trace) <= {"AF_UNIX"}, command
        assert PASSPHRASE not in trace
        allowed = (archive, places["out"], places["home"] / "config", places["home"] / "state")
        assert outside(written(trace), *allowed) == set(), command
    assert list(places["tmp"].iterdir()) == []
    kept = [path for place in (archive, places["out"], places["home"]) for path in place.rglob("*")]
    assert backup in kept
    readable = b"".join(path.read_bytes().lower() for path in kept if path.is_file())
    # long enough not to come about by chance in what is encrypted, as three letters do
    for word in (b"regulator", b"ministers", b"paragraph", b"who?", b"reuters"):
        assert word not in readable


def test_the_watch_would_see_a_connection_and_a_stray_file(
    places: dict[str, Path], tmp_path: Path
) -> None:
    stray = tmp_path / "stray"
    code = f"import socket; socket.socket().close(); open({str(stray)!r}, 'w').close()"
    trace = watched([sys.executable, "-c", code], places, tmp_path / "trace")
    assert "AF_INET" in families(trace)
    assert outside(written(trace), tmp_path / "archive") == {stray}


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.app import Program
from desktop.settings import Settings, settings_path
from index import Query

app = QApplication(["dispatch-reader"])
program = Program(app, Settings(settings_path()), Path(sys.argv[1]))
asked = False

def look():
    global asked
    if program.desk is None or asked:
        return
    asked = True
    session = program.desk.session
    session.answered.connect(answered)
    session.ask(Query("regulator"))

def answered(results):
    program.desk.session.open_dispatch(results.ids[0])
    app.processEvents()
    maps = Path("/proc/self/maps").read_text()
    print("network" if "Qt6Network" in maps or "WebEngine" in maps else "local", results.summary.total)
    app.quit()

timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
QTimer.singleShot(90_000, lambda: app.exit(9))
program.start()
code = app.exec()
program.close()
sys.exit(code)
"""


def test_the_window_uses_no_network_and_writes_where_it_says(
    places: dict[str, Path], tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    watched(journey(archive, places["inbox"], places["out"])[0], places, tmp_path / "first")
    script = tmp_path / "window.py"
    script.write_text(WINDOW, encoding="utf-8")
    environment = "import sys; sys.path.insert(0, '.'); sys.argv = sys.argv[1:];"
    run = f"{environment} exec(compile(open(sys.argv[0]).read(), sys.argv[0], 'exec'))"
    command = [sys.executable, "-c", run, str(script), str(archive)]
    trace = watched(command, places, tmp_path / "trace")
    assert families(trace) <= {"AF_UNIX"}
    allowed = (archive, places["home"] / "config", places["home"] / "state")
    assert outside(written(trace), *allowed) == set()
    assert list(places["tmp"].iterdir()) == []
