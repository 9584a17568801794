"""Collect the window's texts into ``resources/i18n/*.ts`` and compile what is translated.

Run it after any text has changed (``make translations``), translate the new entries with Qt
Linguist or an editor, and run it again. English has a file too, for its plural forms.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("en", "fr")


def main() -> int:
    """Update every language; return 1 when a tool failed."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desktop").rglob("*.py"))
    for language in LANGUAGES:
        texts = FOLDER / f"{language}.ts"
        plural = ["-pluralonly"] if language == "en" else []
        update = ["pyside6-lupdate", *plural, "-no-obsolete", "-locations", "none",
                  "-source-language", "en_GB", "-target-language", language,
                  *sources, "-ts", str(texts)]  # fmt: skip
        compiled = ["pyside6-lrelease", str(texts), "-qm", str(FOLDER / f"{language}.qm")]
        for command in (update, compiled):
            if _run(command):
                return 1
    return 0


def _run(command: list[str]) -> int:
    tool = Path(sys.executable).parent / command[0]
    print(" ".join((command[0], command[-1])))
    return subprocess.run([str(tool), *command[1:]], cwd=ROOT, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
