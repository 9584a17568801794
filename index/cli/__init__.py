"""The command line: every command works without a window, for people and (``--json``) scripts."""

from index.cli.program import COMMANDS, run

__all__ = ["COMMANDS", "run"]
