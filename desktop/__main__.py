"""``dispatch-reader``: a subcommand goes to the command line, anything else opens the window."""

from __future__ import annotations

import sys
from pathlib import Path

NO_WINDOW = 3
"""Exit code when no window can be opened; the same as for an archive that cannot be."""


def main(argv: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    given = sys.argv[1:] if argv is None else argv
    folder, rest = _archive_of(given)
    if rest:
        from index import run_command  # the window does not need the commands, nor they Qt

        return run_command(given)
    return _open_window(folder)


def _open_window(folder: Path | None) -> int:
    from desktop.preflight import obstacle  # commands need no display

    reason = obstacle()
    if reason:
        sys.stderr.write(reason)
        return NO_WINDOW
    try:
        from desktop.app import run  # Qt's libraries may be missing
    except ImportError as error:
        sys.stderr.write(f"Dispatch Reader cannot open a window: {error}\n")
        return NO_WINDOW
    return run(folder)


def _archive_of(given: list[str]) -> tuple[Path | None, list[str]]:
    """Return the folder after ``--archive``, and what else is on the command line."""
    match given:
        case ["--archive", folder, *rest]:
            return Path(folder).expanduser(), rest
        case [option, *rest] if option.startswith("--archive="):
            return Path(option.partition("=")[2]).expanduser(), rest
    return None, given


if __name__ == "__main__":
    sys.exit(main())
