"""What a container yields, one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from index.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a container, or the reason why it is not read."""

    name: str
    content: bytes | InputRefused | None
    """None: a stretch without anything to read has been passed, and more may follow."""
    modified: datetime | None = None
    charset: str = ""
    """Stated by the server that it was captured from."""
    url: str = ""
    """The address it was captured from."""
    captured: datetime | None = None
    """Aware."""
    warnings: tuple[str, ...] = ()
    """What is wrong with the bytes, though they can be read."""
