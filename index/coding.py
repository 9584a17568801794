"""The part of the facade that helps to code: rules that tag, and what is suggested."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.results import NoticeKind
from index.rule import RulePreview

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.indexing import Upkeep
    from index.rule import RuleId
    from index.store import Rejections, Rules, Store
    from index.suggestion import Suggestion
    from index.suggestions.finder import NameFinder

PREVIEWED = 12
"""Headlines that a preview shows."""


class Coding:
    """Part of :class:`index.archive.Archive`."""

    _store: Store
    _upkeep: Upkeep
    _finder: tuple[object, NameFinder] | None = None
    """What finds names, and the concepts and vocabularies of which it was made."""

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
        behind = any(each.kind is NoticeKind.REBUILDING for each in asked.summary.notices)
        return RulePreview(held, found, fresh, tuple(card.headline for card in cards), behind)

    def run_rules(self, previews: Sequence[RulePreview]) -> list[Change]:
        """Tag what previews found to be fresh: all of it at once, or nothing.

        Raises:
            UnknownRule, UnknownDispatch: a rule or dispatch is gone since; nothing was tagged.
            ReadOnlyArchive, StorageFull: nothing was tagged.
        """
        with self._store.together():
            done = [self._store.rules.apply(each.rule.id, each.fresh) for each in previews]
        return [change for change in done if change]

    def suggestions(self, dispatch: AccessionNumber) -> list[Suggestion]:
        """Return what could be tagged or noted in a dispatch, in the order of its body.

        What was rejected, what it is tagged with already, and passages that are annotated are
        left out. Changes nothing; takes some milliseconds, and longer after an edit of the
        codebook, so it is meant for a thread of its own.

        Raises:
            UnknownDispatch: there is no such dispatch.
        """
        from index.suggestions.suggest import suggest  # loads with the first suggestion

        body = self._store.dispatches.get(dispatch).dispatch.body
        return list(filter(self._is_new(dispatch), suggest(body, self._names())))

    def _is_new(self, dispatch: AccessionNumber) -> Callable[[Suggestion], bool]:
        from index.store.rejections import rejected_words  # SQLite loads with the first archive

        rejected = self._store.rejections.of(dispatch)
        tagged = self._store.tags.of([dispatch]).get(dispatch, ())
        noted = {each.selector.span for each in self._store.annotations.of(dispatch)}

        def is_new(each: Suggestion) -> bool:
            concept = each.term.concept if each.term else None
            known = concept in tagged if concept else each.span in noted
            return not known and (str(each.kind), rejected_words(each.label)) not in rejected

        return is_new

    def _names(self) -> NameFinder:
        from index.suggestions.finder import NameFinder  # as above
        from index.suggestions.terms import all_terms

        uses = self._store.codebook.all()
        imported = self._upkeep.ask(lambda engine: engine.vocabularies.concepts())
        key = ([use.concept for use in uses], imported)
        kept = self._finder
        if kept is None or kept[0] != key:
            self._finder = kept = (key, NameFinder(all_terms(uses, imported)))
        return kept[1]
