"""Which characters of a text are taken already; asked in time that does not grow with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.selectors import Span


class Cover:
    """Spans that may not overlap."""

    def __init__(self, length: int, taken: Iterable[Span] = ()) -> None:
        self._held = bytearray(length)
        for span in taken:
            self.take(span)

    def take(self, span: Span) -> None:
        """Mark a span."""
        self._held[span.start : span.end] = b"\1" * (span.end - span.start)

    def free(self, span: Span) -> bool:
        """Tell whether nothing of a span is marked."""
        return not any(self._held[span.start : span.end])
