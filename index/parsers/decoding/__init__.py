"""Bytes into text and trees: charsets, XML, HTML, JSON, zip members, each read the safe way."""
