"""The fields of a plain-text dispatch's head while they are being found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.dispatch import Timestamp
    from index.wire.agencies import AgencyProfile


@dataclass(slots=True)
class Head:
    """The fields found above the story."""

    headline: str = ""
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    profile: AgencyProfile | None = None
    agency: str = ""
    dateline: str = ""
    city: str = ""
    section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    slug: str = ""
    filed: Timestamp | None = None
    updated: Timestamp | None = None
    embargo: Timestamp | None = None
    day: str = ""
    label: str = ""
    """Of a revision, where it has a line of its own."""
    opening: str = ""
    """The story's first words, where they stand behind the dateline on line ``end``."""
    notes: list[str] = field(default_factory=list)
    """Lines for editors, which are no part of the story."""
    framed: bool = False
    """A wire's own frame has been opened."""
    end: int = 0
    """Index of the first line of the story."""
    origins: dict[str, str] = field(default_factory=dict)

    def note(self, origin: str, **found: object) -> None:
        """Fill fields that are still empty, and remember what filled them."""
        for name, value in found.items():
            if value and not getattr(self, name):
                setattr(self, name, value)
                self.origins[name] = origin

    def let_update_stand_for_filed(self) -> None:
        """Move the date of a change, where it is the only one, to the date of filing."""
        if self.updated and not self.filed:
            self.note(self.origins.pop("updated", "date line"), filed=self.updated)
            self.updated = None
