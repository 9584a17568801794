"""What goes wrong between the index and its files; the caller mends it, the user never sees it."""

from __future__ import annotations


class IndexDamaged(Exception):
    """The folder holds no index that can be trusted: move it aside and rebuild."""


class IndexForeign(IndexDamaged):
    """The index was built for another archive, or by another version of the program."""
