"""Write the starter vocabulary's names to the short form that a search reads.

Run it after ``resources/vocabulary/policy.ttl`` has changed; a test tells when it was forgotten.
"""

from __future__ import annotations

from pathlib import Path

from index.search.vocabulary import SUFFIX, read_skos, written

SOURCE = Path(__file__).resolve().parent.parent / "resources" / "vocabulary" / "policy.ttl"


def main() -> None:
    """Write it beside its source."""
    SOURCE.with_suffix(SUFFIX).write_text(written(read_skos(SOURCE)), "utf-8")


if __name__ == "__main__":
    main()
