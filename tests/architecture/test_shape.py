"""Size and form of the source files."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.source_tree import CHECKED, ROOT, SHIPPED, modules

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_files_are_short() -> None:
    counted = {module.path: len(module.text.splitlines()) for module in modules(*CHECKED)}
    assert {path: lines for path, lines in counted.items() if lines > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    counted = {
        f"{module.at(node)} {node.name}": _length(node)
        for module in modules(*CHECKED)
        for node in ast.walk(module.tree)
        if isinstance(node, Function)
    }
    assert {name: lines for name, lines in counted.items() if lines > LONGEST_FUNCTION} == {}


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("folder", [*SHIPPED, "benchmarks", "docs"])
def test_modules_say_what_they_are(folder: str) -> None:
    silent = [m.path for m in modules(folder) if m.tree.body and not ast.get_docstring(m.tree)]
    assert silent == []


def test_nothing_is_left_for_later() -> None:
    left = [
        f"{module.path}:{number}"
        for module in modules(*CHECKED)
        for number, line in enumerate(module.text.splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert left == []


def test_no_package_marker_hides_the_project_from_its_tests() -> None:
    assert [str(path) for path in (ROOT / "tests").rglob("__init__.py")] == []
