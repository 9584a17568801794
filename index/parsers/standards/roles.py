"""The roles that standards give to headlines and texts: which is the main one."""

from __future__ import annotations

import re

_BELOW = re.compile(r"sub|deck|unterzeile|standfirst", re.IGNORECASE)
_BESIDE = re.compile(
    r"short|kicker|overline|toc|teaser|alternat|seo|social|mobile|push|sms|web|slug|summary|caption"
    r"|abstract|extract|intro|dachzeile|byline|title_?tag",
    re.IGNORECASE,
)
_MAIN = frozenset(("", "main", "headline", "head", "title", "primary", "print", "default", "body"))


def is_below(role: str) -> bool:
    """Tell a line that stands below the headline."""
    return _BELOW.search(role) is not None


def distance(role: str) -> int:
    """Return how far a role is from the main one: 0 the main one, 1 unknown, 2 another version."""
    if role.lower() in _MAIN:
        return 0
    return 2 if _BELOW.search(role) or _BESIDE.search(role) else 1
