"""Passages that are marked: in the text, in its margin, over the whole archive."""
