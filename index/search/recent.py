"""Keeps the results that were used last."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable


class Recent:
    """A few results by what they were computed from; the one unused longest goes first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Any:  # noqa: ANN401 - holds whatever was put in
        """Return what was put in under ``key``, or None."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: Hashable, value: object) -> None:
        """Keep ``value``."""
        with self._lock:
            self._held[key] = value
            while len(self._held) > self._limit:
                self._held.popitem(last=False)
