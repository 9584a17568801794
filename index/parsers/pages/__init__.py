"""Saved web pages: HTML of any make, single or as MHTML."""
