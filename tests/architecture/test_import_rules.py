"""Who may import whom."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import index
from tests.architecture.source_tree import ROOT, SHIPPED, Module, imports, modules

NETWORK = (
    "socket", "ssl", "http.client", "http.server", "urllib.request", "urllib3", "ftplib",
    "smtplib", "imaplib", "poplib", "requests", "httpx", "aiohttp", "webbrowser",
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets",
    "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebEngineQuick",
)  # fmt: skip
NOQA = re.compile(r"#\s*(noqa|type: ignore)(: [A-Z]+\d+(, [A-Z]+\d+)*|\[[\w, -]+\])?$")
SQL_CALLS = {"execute", "executemany", "executescript"}
SQL_TEXT = re.compile(
    r"\s*(SELECT\s.+\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s"
    r"|CREATE\s+(TABLE|INDEX|TRIGGER|VIEW)\s|PRAGMA\s+\w+)",
    re.DOTALL,
)


def places(package: str, *, outside: str, folders: tuple[str, ...] = SHIPPED) -> list[str]:
    """List where the package is imported from outside the one folder that may."""
    return [
        module.at(found.node)
        for module in modules(*folders)
        if not module.inside(outside)
        for found in imports(module)
        if found.of(package)
    ]


def test_the_import_contracts_hold() -> None:
    lint = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()",
         "--no-cache"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert lint.returncode == 0, lint.stdout + lint.stderr


def test_only_the_store_imports_sqlite() -> None:
    assert places("sqlite3", outside="index/store") == []


def test_only_the_store_speaks_sql() -> None:
    spoken = [
        module.at(node)
        for module in modules(*SHIPPED)
        if not module.inside("index/store")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.expr) and _speaks_sql(node)
    ]
    assert spoken == []


def _speaks_sql(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr=name)):
            return name in SQL_CALLS
        case ast.Constant(value=str(text)):
            return SQL_TEXT.match(text) is not None
    return False


def test_only_the_search_imports_whoosh() -> None:
    assert places("whoosh", outside="index/search") == []


def test_the_archive_imports_no_qt() -> None:
    folders = ("index", "resources")
    assert places("PySide6", outside="desktop", folders=folders) == []
    assert places("desktop", outside="desktop", folders=folders) == []


def test_the_window_takes_only_public_names_of_the_archive() -> None:
    public = set(index.__all__)
    wrong = [
        f"{module.at(found.node)} {found.module} {sorted(set(found.names) - public)}"
        for module in modules("desktop")
        for found in imports(module)
        if found.of("index") and (found.module != "index" or not public.issuperset(found.names))
    ]
    assert wrong == []


def test_nothing_imports_a_way_onto_the_network() -> None:
    assert [place for name in NETWORK for place in places(name, outside="-")] == []


def test_an_import_inside_a_function_says_why() -> None:
    silent = [
        module.at(node)
        for module in modules(*SHIPPED)
        for node in _late_imports(module.tree)
        if not _commented(module, node)
    ]
    assert silent == []


def _late_imports(tree: ast.Module) -> list[ast.stmt]:
    functions = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return [
        node
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def _commented(module: Module, node: ast.stmt) -> bool:
    """A comment on the import, above it, or above the run of imports that it belongs to."""
    lines = [NOQA.sub("", line).strip() for line in module.text.splitlines()]
    at = node.lineno - 1
    while lines[at].startswith(("from ", "import ")):
        if "#" in lines[at]:
            return True
        at -= 1
    return lines[at].startswith("#")
