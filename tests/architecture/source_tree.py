"""The project's own files as the architecture tests see them."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("index", "desktop", "resources")
"""The packages that a wheel contains."""
CHECKED = (*SHIPPED, "tests", "benchmarks", "docs")


@dataclass(frozen=True)
class Module:
    """One Python file."""

    path: str
    """Relative to the project, with slashes."""
    text: str
    tree: ast.Module

    def inside(self, *folders: str) -> bool:
        """Tell whether the file lies below one of the folders."""
        return any(self.path.startswith(f"{folder}/") for folder in folders)

    def at(self, node: ast.expr | ast.stmt) -> str:
        """Name the place of a node, as an editor understands it."""
        return f"{self.path}:{node.lineno}"


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Return the Python files below the folders."""
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return tuple(_read(path) for path in paths)


def _read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


@dataclass(frozen=True)
class Import:
    """``module`` is the full dotted name; ``names`` what ``from`` takes out of it."""

    module: str
    names: tuple[str, ...]
    node: ast.Import | ast.ImportFrom

    def of(self, package: str) -> bool:
        """Tell whether it reaches the package or something inside it."""
        return f"{self.module}.".startswith(f"{package}.")


def imports(module: Module) -> Iterator[Import]:
    """Yield every import, also those inside functions and for type checking."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, (), node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in {module.at(node)}"
            yield Import(node.module or "", tuple(alias.name for alias in node.names), node)


def identifiers(module: Module) -> Iterator[tuple[str, ast.expr | ast.stmt]]:
    """Yield every name and attribute that the code mentions, imported ones included."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                yield name, node
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                yield from ((alias.name, node) for alias in aliases)


def tracked_files() -> tuple[Path, ...] | None:
    """Return the files under version control, or None outside a checkout."""
    if not (ROOT / ".git").exists():
        return None
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in paths if path.is_file())
