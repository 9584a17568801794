"""What a passphrase costs: ``python -m benchmarks encryption [DISPATCHES]``.

Makes the same archive plain and encrypted and prints, for each, how long recording, indexing, a
backup and the first and a later search after opening in a new process take, and how large record
and index are. Seconds are of the clock; those in brackets of the processor.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import _large_archive
from index import Archive

COUNT = 10_000
_ROUNDS = 5

_OPEN = """
import json, sys, time
from pathlib import Path
from index import Archive
folder, passphrase = sys.argv[1], sys.stdin.read()
used, began = time.process_time(), time.perf_counter()
archive = Archive.open(folder, passphrase=passphrase, upkeep=False)
told = {"opened": time.perf_counter() - began}
archive.search("regulator encryption")
told["first answer"] = time.perf_counter() - began
told["first answer, processor"] = time.process_time() - used
asked = {"common words": "duty platform", "a rare word": "w31", "prefix": "w12*"}
for name, query in asked.items():
    began = time.perf_counter()
    archive.search(query)
    told[name] = time.perf_counter() - began
archive.close()
status = Path("/proc/self/status")
if status.exists():
    (line,) = [each for each in status.read_text().splitlines() if each.startswith("VmHWM")]
    told["peak MB"] = int(line.split()[1]) / 1024
print(json.dumps(told))
"""


def _measure(folder: Path, count: int, *, encrypted: bool) -> dict[str, float]:
    told: dict[str, float] = dict(_large_archive.make(folder, count, encrypted=encrypted))
    secret = _large_archive.passphrase(encrypted=encrypted)
    began = time.perf_counter()
    with Archive.open(folder, passphrase=secret, upkeep=False) as archive:
        archive.backup(folder / "copy")
    told["backup"] = time.perf_counter() - began
    (folder / "copy").unlink()
    rounds = [_opened(folder, secret) for _ in range(_ROUNDS)]
    told |= {name: sorted(each[name] for each in rounds)[_ROUNDS // 2] for name in rounds[0]}
    told["record MB"] = (folder / "archive.sqlite3").stat().st_size / 1e6
    told["index MB"] = sum(each.stat().st_size for each in (folder / "whoosh").iterdir()) / 1e6
    return told


def _opened(folder: Path, secret: str | None) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(folder)],
        input=secret or "", capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main(arguments: list[str]) -> int:
    """Print one line a figure: plain, encrypted."""
    count = int(arguments[0]) if arguments else COUNT
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CONFIG_HOME"] = str(Path(scratch) / "settings")
        plain = _measure(Path(scratch) / "plain", count, encrypted=False)
        sealed = _measure(Path(scratch) / "encrypted", count, encrypted=True)
    print(f"{count} dispatches, {count * _large_archive.TAGS_EACH} tags: plain, encrypted")
    for name, value in plain.items():
        print(f"{value:10.3f} {sealed[name]:10.3f}  {name}")
    return 0
