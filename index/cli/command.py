"""What a command is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.cli.console import Exit

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable
    from pathlib import Path

    from index.cli.console import Console
    from index.cli.passphrases import Passphrases


@dataclass(frozen=True, slots=True)
class Call:
    """One run of a command."""

    options: Namespace
    folder: Path
    """Of the archive."""
    console: Console
    passphrases: Passphrases

    def misused(self, reason: str) -> Exit:
        """Say how the command is used, and why this use of it was not understood."""
        self.console.note(f"{self.options.usage()}{reason}")
        return Exit.USAGE


@dataclass(frozen=True, slots=True)
class Command:
    """A command, its documentation and what it does."""

    name: str
    summary: str
    """One line of the list of commands."""
    description: str
    """What it prints and what its exit code means."""
    examples: tuple[str, ...]
    """Arguments after the program's name."""
    declare: Callable[[ArgumentParser], None]
    """Declares its arguments."""
    run: Callable[[Call], Exit]


def no_arguments(parser: ArgumentParser) -> None:
    """Declare nothing."""
    _ = parser
