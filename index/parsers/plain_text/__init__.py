"""Dispatches in plain text: agency copy, copied web pages, simple title-date-body files."""
