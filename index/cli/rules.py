"""``rule``: tag what a query finds, again and again, and only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import settle, to_edit, to_read, to_search
from index.cli.texts import plural
from index.errors import UnknownConcept
from index.query import Query

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from index.archive import Archive
    from index.rule import Rule, RulePreview


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=["list", "add", "run", "rename", "remove"])
    parser.add_argument("name", nargs="?", metavar="NAME", help="of the rule; to run: all without")
    parser.add_argument("--query", metavar="Q", help="to add: what the rule looks for")
    parser.add_argument("--concept", metavar="C", help="to add: label or path of a concept")
    parser.add_argument("--to", metavar="NAME", help="to rename: the new name")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be tagged")


def _rule(call: Call) -> Exit:
    options = call.options
    needed = {"add": ("name", "query", "concept"), "rename": ("name", "to"), "remove": ("name",)}
    missing = [each for each in needed.get(options.action, ()) if getattr(options, each) is None]
    if missing:
        return call.misused(f"To {options.action} a rule, give {' and '.join(missing)}.")
    deeds = {"list": _list, "add": _add, "run": _run, "rename": _rename, "remove": _remove}
    return deeds[options.action](call)


def _list(call: Call) -> Exit:
    with to_read(call) as archive:
        for rule in archive.rules.all():
            _tell(call, archive, rule)
    return Exit.OK


def _add(call: Call) -> Exit:
    options = call.options
    with to_edit(call) as archive:
        concept = archive.codebook.find(options.concept)
        if concept is None:
            raise UnknownConcept(concept=options.concept)
        made, _ = archive.rules.add(options.name, concept.id, Query(options.query))
        _tell(call, archive, archive.rules.get(made))
    return Exit.OK


def _rename(call: Call) -> Exit:
    with to_edit(call) as archive:
        rule = archive.rules.named(call.options.name)
        archive.rules.rename(rule.id, call.options.to)
        _tell(call, archive, archive.rules.get(rule.id))
    return Exit.OK


def _remove(call: Call) -> Exit:
    with to_edit(call) as archive:
        rule = archive.rules.named(call.options.name)
        _tell(call, archive, rule)
        archive.rules.delete(rule.id)
    return Exit.OK


def _run(call: Call) -> Exit:
    options = call.options
    with _opened(call) as archive:
        named, rules = options.name, archive.rules
        wanted = rules.all() if named is None else (rules.named(named),)
        previews = [archive.preview_rule(each.id) for each in wanted]
        if not options.dry_run:
            archive.run_rules(previews)
        for preview in previews:
            _tell_outcome(call, archive, preview)
    return Exit.OK


def _opened(call: Call) -> Archive:
    if call.options.dry_run:
        return to_search(call)
    archive = to_edit(call)
    settle(archive, call)
    return archive


def _fields(archive: Archive, rule: Rule) -> dict[str, object]:
    return {
        "name": rule.name,
        "concept": archive.codebook.use(rule.concept).full_path,
        "query": rule.query.text,
        "filters": len(rule.query.filters),
        "ran": rule.ran.isoformat() if rule.ran else None,
        "tagged": rule.tagged,
    }


def _tell(call: Call, archive: Archive, rule: Rule) -> None:
    fields = _fields(archive, rule)
    filters = f" (+ {plural(len(rule.query.filters), 'filter', 'filters')})"
    asked = f"{rule.query.text}{filters if rule.query.filters else ''}"
    call.console.tell(f"{rule.name}: {asked} → {fields['concept']}", fields)


def _tell_outcome(call: Call, archive: Archive, preview: RulePreview) -> None:
    rule, dry = archive.rules.get(preview.rule.id), call.options.dry_run
    found, fresh = len(preview.found), len(preview.fresh)
    lines = [f"{rule.name}: {found} found, {fresh} {'would be' if dry else 'were'} tagged"]
    lines += [f"  {headline}" for headline in preview.headlines if dry]
    call.console.tell(
        "\n".join(lines),
        _fields(archive, rule) | {"found": found, "fresh": list(preview.fresh), "dry_run": dry},
    )


RULE = Command(
    "rule",
    "save what tags the dispatches of a query, and run it",
    "A rule tags what its query finds with its concept. It never runs by itself: ‘run’ does it,\n"
    "for one rule or for all, and with --dry-run only says what would be tagged. Matches with\n"
    "fewer words than the query has are not tagged.",
    (
        "rule add 'Age checks' --query '\"age verification\"' --concept 'Age verification'",
        "rule run 'Age checks' --dry-run",
        "rule run",
        "rule list",
    ),
    _declare,
    _rule,
)
