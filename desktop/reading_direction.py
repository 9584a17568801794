"""Which way a text is read."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption

_STRONG = {"L": False, "R": True, "AL": True}
FAR_ENOUGH = 200
"""Characters within which every text shows a letter."""


def reads_right_to_left(text: str) -> bool:
    """Tell by the first letter, as the Unicode bidirectional algorithm does (rule P2)."""
    for char in text[:FAR_ENOUGH]:
        strong = _STRONG.get(unicodedata.bidirectional(char))
        if strong is not None:
            return strong
    return False


def isolated(text: str) -> str:
    """Keep a text that reads from the right from reordering what stands beside it (UAX 9, FSI)."""
    foreign = any(_STRONG.get(unicodedata.bidirectional(char)) for char in text)
    return f"\u2068{text}\u2069" if foreign else text


def option_for(text: str) -> QTextOption:
    """Return direction and alignment for a text."""
    right = reads_right_to_left(text)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )
    edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    return option
