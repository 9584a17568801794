"""The part of the facade that helps to code: rules that tag, and what is suggested."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.rule import RulePreview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.changes import Change
    from index.indexing import Upkeep
    from index.rule import RuleId
    from index.store import Rejections, Rules, Store

PREVIEWED = 12
"""Headlines that a preview shows."""


class Coding:
    """Part of :class:`index.archive.Archive`."""

    _store: Store
    _upkeep: Upkeep

    @property
    def rules(self) -> Rules:
        """Saved rules: all, add, rename, delete."""
        return self._store.rules

    @property
    def rejections(self) -> Rejections:
        """Suggestions said no to: of, add, forget."""
        return self._store.rejections

    def preview_rule(self, rule: RuleId) -> RulePreview:
        """Search as a rule does and return what running it would tag; changes nothing.

        Matches with fewer words than the query has do not count as found.

        Raises:
            UnknownRule: there is no such rule.
        """
        held = self._store.rules.get(rule)
        query = replace(held.query, collapse=False)
        asked = self._upkeep.ask(lambda engine: engine.search(query, facets=False, strict=True))
        found = tuple(asked.ids)
        bearing = frozenset(self._store.codebook.uses(held.concept).dispatches)
        fresh = tuple(number for number in found if number not in bearing)
        cards = self._store.corpus.cards(fresh[:PREVIEWED])
        return RulePreview(held, found, fresh, tuple(card.headline for card in cards))

    def run_rules(self, previews: Sequence[RulePreview]) -> list[Change]:
        """Tag what previews found to be fresh: all of it at once, or nothing.

        Raises:
            UnknownRule, UnknownDispatch: a rule or dispatch is gone since; nothing was tagged.
            ReadOnlyArchive, StorageFull: nothing was tagged.
        """
        with self._store.together():
            done = [self._store.rules.apply(each.rule.id, each.fresh) for each in previews]
        return [change for change in done if change]
