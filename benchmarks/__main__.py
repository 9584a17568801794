"""Run a benchmark by name: ``python -m benchmarks NAME [ARGUMENTS]``; without a name, list them."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path


def names() -> list[str]:
    """Return the benchmarks that there are."""
    modules = pkgutil.iter_modules([str(Path(__file__).parent)])
    return sorted(module.name for module in modules if not module.name.startswith("_"))


def main(arguments: list[str]) -> int:
    """Hand the remaining arguments to the benchmark's ``main``."""
    if not arguments or arguments[0] not in names():
        print(__doc__, "Benchmarks:", *names(), sep="\n")
        return 2
    benchmark = importlib.import_module(f"benchmarks.{arguments[0]}")
    return int(benchmark.main(arguments[1:]) or 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
