"""The whole importing program killed: what it had reported is there, and the rest follows."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.intake.session import import_paths, resume_import
from index.reports import Outcome
from index.store import Store
from tests.doubles import wire

FILES = 1500
SCRIPT = """
import sys
from pathlib import Path
from index.intake.session import Options, import_paths
from index.store import Store

def tell(progress):
    print(progress.done, flush=True)

with Store.open(Path(sys.argv[1]), create=True) as store:
    import_paths(store, [sys.argv[2]], Options(listen=tell))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("lines", [1, 4])
def test_a_killed_import_goes_on_where_it_stopped(tmp_path: Path, lines: int) -> None:
    folder, archive = tmp_path / "in", tmp_path / "archive"
    wire.write(folder, FILES)
    acknowledged = _kill_after(lines, archive, folder)
    with Store.open(archive) as store:
        held = store.corpus.count()
        assert acknowledged <= held < FILES
        (batch,) = store.imports.unfinished()
        assert len(store.imports.done(batch.id)) == held
        before = {store.dispatches.get(number).provenance.path for number in store.dispatches.ids()}
        report = resume_import(store, batch)
        assert store.corpus.count() == FILES
        assert len({item.path for item in report.items}) == len(report.items) == FILES
        assert report.count(Outcome.IMPORTED) == FILES
        assert len(before) == held
        again = import_paths(store, [folder])
        assert again.count(Outcome.DUPLICATE) == FILES
        assert store.verify().faults == ()


def _kill_after(lines: int, archive: Path, folder: Path) -> int:
    """Run an import, kill it at its n-th report of progress; return what that one said."""
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(archive), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as program:
        assert program.stdout is not None
        told = [int(program.stdout.readline()) for _ in range(lines)]
        program.kill()
    return told[-1]
