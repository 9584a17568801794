"""``search`` and ``show``: find dispatches and read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Console, Exit
from index.cli.opening import to_read, to_search
from index.cli.texts import marked, plural, printed, words_of, wrapped
from index.dispatch import AccessionNumber
from index.exports.entries import background, describe
from index.query import Query, Sort
from index.results import NoticeKind

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from index.archive import Archive
    from index.dispatch import Accession
    from index.results import Match, Notice, Summary

_LIMIT = 20
WITHIN = 3.0
"""Seconds that a search may work; a new process has everything still to load."""

NOTICES = {
    NoticeKind.MALFORMED: "the query could not be understood and was searched as plain words",
    NoticeKind.FEWER_WORDS: "few dispatches hold all words; some with fewer words follow",
    NoticeKind.CUT_OFF: "the wildcard meets too many words; only the most frequent were searched",
    NoticeKind.TOO_LONG: "the query is too long; only its beginning was read",
    NoticeKind.OUT_OF_TIME: "the search took too long; part of the query was left out",
    NoticeKind.REFUSED: "a part of the query was left out",
    NoticeKind.REBUILDING: "the index is behind; some dispatches cannot be found yet",
}


def _declare_search(parser: ArgumentParser) -> None:
    parser.add_argument(
        "query", metavar="QUERY", nargs="?", help='for example: "age verification" agency:afp'
    )
    parser.add_argument(
        "--like", type=int, metavar="ID", help="instead of QUERY: what resembles this dispatch"
    )
    parser.add_argument("--limit", type=int, default=_LIMIT, metavar="N", help="default: 20")
    parser.add_argument(
        "--sort", choices=[*Sort], default=Sort.RELEVANCE, help="default: relevance"
    )
    parser.add_argument("--facets", action="store_true", help="count the matches by field, too")
    parser.add_argument(
        "--no-thesaurus",
        action="store_true",
        help="do not search the other names of concepts that the query names",
    )
    parser.add_argument(
        "--no-stems",
        action="store_true",
        help="find words as they are written only, not their other forms",
    )
    parser.add_argument("--collapse", action="store_true", help="one line a story")


def _search(call: Call) -> Exit:
    options, console = call.options, call.console
    if (options.query is None) == (options.like is None):
        return call.misused("Give either QUERY or --like ID.")
    with to_search(call) as archive:
        query = Query(
            _text(archive, call),
            sort=Sort(options.sort),
            collapse=options.collapse,
            thesaurus=not options.no_thesaurus,
            stems=not options.no_stems,
        )
        results = archive.search(query, facets=options.facets, within=WITHIN)
        for match in results.page(0, options.limit):
            console.tell(_hit(match, console), _fields(match, collapsed=options.collapse))
        summary = results.summary
        if options.facets:
            console.tell(_counts(summary), _facets(summary))
        if not console.as_json:
            stories = plural(summary.stories or 0, "story", "stories")
            folded = "" if summary.stories is None else f" in {stories}"
            console.note(f"{summary.total} found{folded}")
        for related in summary.related if not console.as_json else ():
            if related.names:
                console.note(f"{related.asked}: also {', '.join(related.names)}")
        for notice in summary.notices:
            console.note(_note(notice))
    return Exit.OK


def _text(archive: Archive, call: Call) -> str:
    """Return the query that was typed, or the one made of a dispatch, which is told."""
    like = call.options.like
    if like is None:
        return str(call.options.query)
    text = archive.like(AccessionNumber(like))
    call.console.note(f"query: {text}")
    return text


def _hit(match: Match, console: Console) -> str:
    mark = console.strong
    headline = marked(match.headline, match.headline_hits, mark)
    filed = match.filed.iso() if match.filed else ""
    more = f"one of {match.family_size} of this story" if match.family_size > 1 else ""
    source = " · ".join(part for part in (match.agency, match.city, filed, more) if part)
    snippet = marked(match.snippet.text, match.snippet.hits, mark)
    return "\n".join([f"{match.id:>6}  {headline}", f"        {source}", wrapped(snippet, " " * 8)])


def _fields(match: Match, *, collapsed: bool) -> dict[str, object]:
    headline = words_of(match.headline, match.headline_hits)
    stands_for = {"family_size": match.family_size} if collapsed else {}
    snippet = words_of(match.snippet.text, match.snippet.hits)
    return {
        "id": match.id,
        "score": round(match.score, 4),
        "headline": match.headline,
        "agency": match.agency,
        "filed": match.filed.iso() if match.filed else None,
        "snippet": match.snippet.text,
        "matches": list(dict.fromkeys(headline + snippet)),
        **stands_for,
    }


def _counts(summary: Summary) -> str:
    lines = []
    for facet, values in summary.facets.items():
        told = ", ".join(f"{each.label} {each.count}" for each in values)
        lines.append(f"{facet:>10}  {told}")
    return "\n".join(lines)


def _facets(summary: Summary) -> dict[str, object]:
    facets = {
        str(facet): [{"value": v.value, "label": v.label, "count": v.count} for v in values]
        for facet, values in summary.facets.items()
    }
    expanded = {word: list(forms) for word, forms in summary.expanded.items()}
    stories = {} if summary.stories is None else {"stories": summary.stories}
    return {
        "total": summary.total,
        **stories,
        "facets": facets,
        "corrected": summary.corrected,
        "expanded": expanded,
    }


def _note(notice: Notice) -> str:
    detail = f" ({notice.detail})" if notice.detail else ""
    return f"{NOTICES[notice.kind]}{detail}"


SEARCH = Command(
    "search",
    "find dispatches",
    "Search the archive. Words are looked for in any order, whatever their accents and case;\n"
    '"…" is a phrase, -word excludes, AND OR NOT ( ) combine, word* is a prefix; fields are\n'
    "headline: body: agency: byline: city: section: language: tag: note: filed: and others.\n"
    "With --facets, a last object holds {total, facets, corrected, expanded}. With --collapse,\n"
    "a line stands for every match of its story; totals and facets still count each of them.",
    (
        "search 'age verification' --sort newest",
        "search '\"forums publics\" agency:anadolu filed:2024-10' --json",
        "search 'IWF -Ofcom' --facets",
        "search Ofcom --collapse --sort newest",
        "search --like 12",
    ),
    _declare_search,
    _search,
)


def _declare_show(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", type=int, metavar="ID", help="as search prints it")


def _show(call: Call) -> Exit:
    with to_read(call) as archive:
        for number in map(AccessionNumber, call.options.ids):
            held = archive.dispatches.get(number)
            fields = describe(held.dispatch, held.provenance, held.id)
            if call.console.as_json:
                more = background(held.dispatch, held.provenance)
                call.console.record({**fields, **more, **_story(archive, number)})
            else:
                told = f"{_origin(held)}{_told(archive, number)}{_added(archive, number)}"
                call.console.line(printed(fields) + told)
    return Exit.OK


def _origin(held: Accession) -> str:
    """Return how a dispatch was read, what was left out and whence each field came, as lines."""
    provenance, dropped, origins = held.provenance, held.dispatch.dropped, held.dispatch.origins
    taken = f"{provenance.imported:%Y-%m-%d %H:%M} UTC" if provenance.imported else ""
    parts = {
        "parser": provenance.parser,
        "imported": taken,
        "left out": ", ".join(f"{count} {kind}" for kind, count in dropped.items()),
        "read from": "; ".join(f"{field}: {origin}" for field, origin in origins.items()),
    }
    return "".join(f"{name:>10}  {value}\n" for name, value in parts.items() if value)


def _story(archive: Archive, number: AccessionNumber) -> dict[str, list[int]]:
    """Return the versions of a dispatch in order, and its story family, both with itself."""
    versions = [int(each.id) for each in archive.dispatches.versions(number)]
    return {"versions": versions, "family": [*map(int, archive.dispatches.family(number))]}


def _told(archive: Archive, number: AccessionNumber) -> str:
    """Return the other dispatches of the story, as lines."""
    story = _story(archive, number)
    lines = [
        f"{name:>10}  {', '.join(map(str, ids))}\n" for name, ids in story.items() if len(ids) > 1
    ]
    return "".join(lines)


def _added(archive: Archive, number: AccessionNumber) -> str:
    """Return what the user added to a dispatch, as lines."""
    paths = {use.concept.id: use.full_path for use in archive.codebook.all()}
    tags = archive.tags.of([number]).get(number, ())
    lines = [f"      tags  {'; '.join(paths[each] for each in tags)}"] if tags else []
    for each in archive.annotations.of(number):
        told = "; ".join([each.note, *(paths[concept] for concept in each.concepts)]).strip("; ")
        lines.append(f"      note  “{each.selector.exact}” {told}".rstrip())
    return "\n".join([*lines, ""]) if lines else ""


SHOW = Command(
    "show",
    "print dispatches",
    "Print dispatches with all that was recognised, the versions of each from the first to the\n"
    "last, and its story family; as text also their tags and annotations.",
    ("show 12", "show 12 13 --json"),
    _declare_show,
    _show,
)
