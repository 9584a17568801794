"""What a change of a concept affects, in words: shown before the change is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from index import Effect


def effect_text(effect: Effect) -> str:
    """Return ``This affects 214 dispatches and 3 annotations.`` and what else there is."""
    return EffectWords().told(effect)


class EffectWords(QObject):
    """An object of Qt's, because only these have plural forms."""

    def told(self, effect: Effect) -> str:
        """Put an effect into words."""
        used = self.tr("This affects {dispatches} and {annotations}.").format(
            dispatches=self.tr("%n dispatches", "", effect.dispatches),
            annotations=self.tr("%n annotations", "", effect.annotations),
        )
        parts = [used]
        if effect.narrower:
            parts.append(self.tr("%n narrower concepts go along.", "", effect.narrower))
        if effect.rules:
            parts.append(self.tr("%n rules tag with it.", "", effect.rules))
        return " ".join(parts)
