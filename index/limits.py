"""How much one input may cost; no parser survives everything, so each is bounded from outside."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of an import; sizes in bytes, times in seconds."""

    seconds: float = 5.0
    """Wall time for one file, or for one member of a container."""
    file_bytes: int = 20 * MEGABYTE
    member_bytes: int = 64 * MEGABYTE
    """Unpacked size of one member of a container."""
    container_bytes: int = 2048 * MEGABYTE
    """Packed size of a container, and unpacked size of all its members together."""
    ratio: int = 200
    """Unpacked to packed size, from ``ratio_floor`` on."""
    ratio_floor: int = MEGABYTE
    members: int = 50_000
    depth: int = 3
    """Containers within containers."""
    address_space: int = 2048 * MEGABYTE
    """Of the process that parses."""


STANDARD = Limits()
