"""``python -m index``: the command line without a window."""

from __future__ import annotations

import sys

from index.cli import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
