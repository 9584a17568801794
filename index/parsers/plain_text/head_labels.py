"""Lines of the form “Label: value” above a story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.wire import agencies
from index.wire.byline import split_byline

if TYPE_CHECKING:
    from index.parsers.plain_text.head_fields import Head

_LABEL = re.compile(r"([^\W\d_][^\n:]{1,30}?)\s{0,3}:\s{1,3}(\S.*)\Z")


def is_labelled(line: str) -> bool:
    """Tell whether a line has the form, whatever its label."""
    return _LABEL.match(line) is not None


def label_role(line: str) -> str:
    """Return the field that a line of the form “Label: value” states."""
    found = _LABEL.match(line)
    return agencies.load().words.role(found[1]) if found else ""


def read_label(line: str, head: Head) -> bool:
    """Take the value of a labelled line; ``False`` where its label is not known."""
    found, role = _LABEL.match(line), label_role(line)
    if not found or role in {"", "filed", "updated"}:
        return False
    origin, value = f"label “{found[1]}”", found[2]
    if role in {"section", "keywords"}:
        head.note(origin, **{role: listed(value)})
    elif role == "byline":
        head.note(origin, byline=split_byline(value))
    elif role == "agency":
        profile = agencies.load().named(value)
        head.note(origin, agency=profile.name if profile else value, profile=profile)
    else:
        head.note(origin, **{role: value})
    return True


def listed(value: str) -> tuple[str, ...]:
    """Split a list of sections or keywords."""
    parts = re.split(r"\s*[,;|/]\s*", value)
    return tuple(dict.fromkeys(part for part in parts if part))
