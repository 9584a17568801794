"""What leaves the project: tracked files, pinned libraries, the wheel."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.architecture.source_tree import ROOT, SHIPPED, tracked_files

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS_OF_A_MACHINE = ("work", "farm", "root", "tmp", "home", "Users")
PRIVATE_PATH = re.compile(rf"(^|[^.\w])/({'|'.join(FOLDERS_OF_A_MACHINE)})/\w")
REGISTRY = re.compile(r"\b(pypi|test\.pypi|pythonhosted|conda|anaconda|devpi)\.(org|io)\b")
PIN = re.compile(
    r"(?m)^(?P<name>[\w.-]+)==(?P<version>[^\s\\]+)(?P<hashes>(?: \\\n +--hash=sha256:[0-9a-f]{64})+)$"
)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Every text file under version control, by its path in the project."""
    files = tracked_files()
    if files is None:
        pytest.skip("not a checkout: nothing is under version control here")
    raw = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files}
    return {
        name: content.decode("utf-8", "replace")
        for name, content in raw.items()
        if b"\0" not in content
    }


def test_no_tracked_file_names_a_folder_of_some_machine(texts: dict[str, str]) -> None:
    assert _lines(texts, PRIVATE_PATH) == []


def test_no_tracked_file_names_a_package_registry(texts: dict[str, str]) -> None:
    assert _lines(texts, REGISTRY) == []


def _lines(texts: dict[str, str], pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_patterns_recognise_what_they_look_for() -> None:
    assert PRIVATE_PATH.search('open("/' + 'home/someone/file")')
    assert REGISTRY.search("https://" + "pypi." + "org/simple")
    assert not PRIVATE_PATH.search("./work/file and tests/home/page.py")


def test_every_library_is_pinned_by_version_and_hash() -> None:
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pins = list(PIN.finditer(constraints))
    other = [line for line in PIN.sub("", constraints).splitlines() if line.strip()]
    assert [line for line in other if not line.lstrip().startswith("#")] == []
    assert {"pyside6-essentials", "whoosh", "pytest"} <= {pin["name"].lower() for pin in pins}


def test_the_pinned_libraries_have_no_address() -> None:
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^.*(?:://|--index|--find-links| @ ).*$", constraints) == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names inside a wheel of this project, built without a network."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (built,) = out.glob("*.whl")
    return zipfile.ZipFile(built).namelist()


def test_the_wheel_holds_the_three_packages_and_nothing_else(wheel: list[str]) -> None:
    outside = {name.split("/")[0] for name in wheel} - set(SHIPPED)
    assert {name.partition("-")[0] for name in outside} == {"dispatch_reader"}
    assert all(name.endswith(".dist-info") for name in outside)
    assert [name for name in wheel if name.endswith((".pyc", ".png", ".jpg"))] == []


def test_the_wheel_holds_every_module_and_resource(wheel: list[str]) -> None:
    files = (path for folder in SHIPPED for path in (ROOT / folder).rglob("*"))
    ours = {_name(path) for path in files if path.is_file() and path.suffix != ".pyc"}
    assert ours - set(wheel) == set()


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
