"""One table of a settings file, read with care: what is wrong is named, never guessed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from index.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable


SOURCE = "agencies.toml"


class MalformedAgencies(ArchiveError):
    """The table of agencies cannot be used (fields: file, table, key, detail)."""

    template: ClassVar[str] = "{file}: [{table}] “{key}” {detail}"
    remedy: ClassVar[str] = "Correct this line of the file, or put back the file as delivered."


class Table:
    """Reads the keys of one table, and refuses what does not fit."""

    def __init__(self, name: str, values: object) -> None:
        if not isinstance(values, dict):
            raise wrong(name, "", "must be a table")
        self.name = name
        self.values: dict[str, object] = values

    def only(self, keys: str) -> None:
        """Refuse keys other than these, given in one string."""
        for key in self.values.keys() - set(keys.split()):
            raise wrong(self.name, key, "is not a known key")

    def text(self, key: str) -> str:
        """Return a text that must be there."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise wrong(self.name, key, "must be a text that is not empty")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that may be missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise wrong(self.name, key, "must be a list of texts")
        return tuple(value)

    def flag(self, key: str) -> bool:
        """Return a yes or no that is yes where it is missing."""
        value = self.values.get(key, True)
        if not isinstance(value, bool):
            raise wrong(self.name, key, "must be true or false")
        return value

    def templates(self, key: str, templates: Iterable[str], parts: Iterable[str]) -> None:
        """Refuse templates with parts other than these."""
        for template in templates:
            unknown = set(re.findall(r"\{([^}]*)\}", template)) - set(parts)
            if unknown or template.count("{") != template.count("}"):
                raise wrong(self.name, key, f"has an unknown part in “{template}”")


def wrong(table: str, key: str, detail: str) -> MalformedAgencies:
    """Say what is wrong with a key of a table."""
    return MalformedAgencies(file=SOURCE, table=table, key=key, detail=detail)
