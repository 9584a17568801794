"""Parse the command line and run one command."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from index.archive import ENVIRONMENT, default_archive_folder
from index.cli import passphrases
from index.cli.annotations import ANNOTATIONS
from index.cli.codebooks import CODEBOOK
from index.cli.coding import ANNOTATE, TAG
from index.cli.command import Call
from index.cli.console import Console, Exit
from index.cli.correcting import CORRECT
from index.cli.coverage import COVERAGE
from index.cli.dumping import DUMP, LOAD
from index.cli.encrypting import ENCRYPT, PASSPHRASE
from index.cli.evidence import CITE, VERIFY_CITATION
from index.cli.exporting import EXPORT
from index.cli.importing import EXTRACT, IMPORT
from index.cli.keeping import BACKUP, REBUILD, RESTORE, STATS, VERIFY
from index.cli.layers import AGREEMENT, LAYER
from index.cli.passphrases import Passphrases
from index.cli.recovering import BACKUPS, RECOVER, REPAIR
from index.cli.rules import RULE
from index.cli.search_log import SEARCHES
from index.cli.searching import SEARCH, SHOW
from index.cli.suggesting import SUGGEST
from index.cli.vocabularies import VOCABULARY
from index.errors import ArchiveError
from index.logbook import open_logbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.cli.command import Command

PROGRAM = "dispatch-reader"

COMMANDS: tuple[Command, ...] = (
    IMPORT, SEARCH, SHOW, COVERAGE, TAG, RULE, SUGGEST, CORRECT, ANNOTATE, CITE, VERIFY_CITATION,
    CODEBOOK, ANNOTATIONS, LAYER, AGREEMENT, EXPORT, VERIFY, REBUILD,
    BACKUP, RESTORE, BACKUPS, RECOVER, REPAIR, ENCRYPT, PASSPHRASE,
    DUMP, LOAD, STATS, EXTRACT, VOCABULARY, SEARCHES,
)  # fmt: skip

_ABOUT = """\
Import, search, tag and annotate saved news dispatches, entirely offline.

Without a command, the window opens."""
_CODES = f"""\
exit codes:
  0  done
  1  some inputs failed; the others were dealt with
  2  the command line was not understood
  3  the archive could not be used; nothing was half done

environment:
  {ENVIRONMENT}
      the archive's folder where --archive is not given
  {passphrases.ENVIRONMENT}
      the file where --passphrase-file is not given; a passphrase itself never stands here"""


def run(argv: Sequence[str]) -> int:
    """Run one command; never raises for what users, files or pipes do."""
    try:
        options = build_parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else Exit.USAGE
    console = Console(as_json=options.json)
    open_logbook()
    try:
        code = _run(options, console)
        console.flush()
    except BrokenPipeError:
        _abandon_output()
        return Exit.PIPE_CLOSED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    return code


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM, description=_ABOUT, epilog=_CODES, formatter_class=_Verbatim
    )
    _declare_common(parser, default=True)
    parser.add_argument("--version", action=_Version, help="print the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        examples = "\n".join(f"  {PROGRAM} {example}" for example in command.examples)
        sub = commands.add_parser(
            command.name,
            help=command.summary,
            description=command.description,
            epilog=f"examples:\n{examples}",
            formatter_class=_Verbatim,
        )
        command.declare(sub)
        _declare_common(sub, default=False)
        sub.set_defaults(command=command, usage=sub.format_usage)
    return parser


class _Verbatim(argparse.RawDescriptionHelpFormatter):
    """Keeps the line breaks of descriptions and examples."""


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:  # noqa: A002
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        from importlib.metadata import version  # slow to load

        _ = namespace, values, option_string
        sys.stdout.write(f"{PROGRAM} {version(PROGRAM)}\n")
        parser.exit()


def _declare_common(parser: argparse.ArgumentParser, *, default: bool) -> None:
    """Declare what may stand before or behind the command."""
    parser.add_argument(
        "--archive",
        metavar="DIR",
        default=None if default else argparse.SUPPRESS,
        help="the archive's folder (default: the one the window opens)",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if default else argparse.SUPPRESS,
        help="print one JSON object a line",
    )
    passphrases.declare(parser, None if default else argparse.SUPPRESS)


def _run(options: argparse.Namespace, console: Console) -> int:
    folder = Path(options.archive).expanduser() if options.archive else default_archive_folder()
    command: Command = options.command
    try:
        return command.run(Call(options, folder, console, Passphrases(options)))
    except ArchiveError as error:
        console.complain(error)
        return Exit.ARCHIVE


def _abandon_output() -> None:
    """Keep the interpreter from complaining at its end that it cannot write either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
