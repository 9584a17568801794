"""Keep the derived search index in step with the record, in a process of its own.

``upkeep`` decides when and what; ``building`` runs the child process of ``child``; ``places``
knows where the index lies and puts a damaged one aside.
"""

from index.indexing.upkeep import Upkeep

__all__ = ["Upkeep"]
