"""The tree of concepts."""
