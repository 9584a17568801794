"""Recognisers that suggest tags and annotations; pure functions of a text, in code points."""
