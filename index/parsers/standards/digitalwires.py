"""dpa's digitalwires JSON: one story an object, its parts as HTML fragments."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from index.parsers.drafting.draft import Draft
from index.parsers.drafting.markup import dropped_as, read_fragment

if TYPE_CHECKING:
    from index.parsers import Source
    from index.parsers.decoding.json_tree import Node


def read_digitalwires(item: Node, source: Source) -> Draft:
    """Collect the fields."""
    draft = Draft("digitalwires", source)
    for key in ("headline", "subhead", "kicker"):
        draft.take("headline", item.text(key), key)
    for key in ("subhead", "teaser", "kicker"):
        if item.text(key) != draft.value("headline"):
            draft.take_text("standfirst", item.text(key), key)
    _take_article(draft, item)
    draft.take_byline(item.text("byline"), "byline")
    draft.take("dateline", item.text("dateline").rstrip(" -–"), "dateline")
    draft.take("city", item.text("dateline").partition("(")[0].partition("/")[0], "dateline")
    draft.take_agency(_category(item, "dnltype:provider"), "provider")
    draft.take_agency(item.text("creditline"), "creditline")
    draft.take_language(item.text("language"), "language")
    draft.take_date("filed", item.text("version_created"), "version_created")
    draft.take_date("updated", item.text("updated"), "updated")
    draft.take_date("embargo", item.text("embargoed"), "embargoed")
    _take_identity(draft, item)
    names = item.texts("dpasubject_names", "keyword_names", "geosubject_names")
    draft.take_several("keywords", names, "dpasubject, keyword and geosubject names")
    desks = [name for name in item.texts("rubric_names", "desk_names") if len(name) > 2]
    draft.take_several("section", desks, "rubric_names")
    return draft


def _take_article(draft: Draft, item: Node) -> None:
    article = read_fragment(item.text("article_html"))
    boxes = [read_fragment(item.text(key)) for key in ("infobox_html", "linkbox_html")]
    draft.take_text(
        "body", "\n\n".join(r.body for r in (article, *boxes) if r.body), "article_html"
    )
    for reading in (article, *boxes):
        draft.drop(reading.dropped)
    draft.drop(Counter(dropped_as(a.text("type")) for a in item.nodes("associations")))
    notes = [n.text("ednote") for n in item.nodes("ednotes") if _is_public(n)]
    notes.append(item.text("copyrightnotice"))
    draft.take_text("boilerplate", "\n\n".join(dict.fromkeys(filter(None, notes))), "ednotes")


def _is_public(note: Node) -> bool:
    role = note.text("role").rpartition(":")[2]
    return role in ("editorialnote", "correction", "correctionshort", "embargo")


def _take_identity(draft: Draft, item: Node) -> None:
    draft.take_revision("guid", item.text("urn"))
    draft.take_number(item.text("version"))
    draft.take_revision("label", item.text("signal").rpartition(":")[2])
    if item.text("pubstatus") not in ("", "usable"):
        draft.warn(f"the agency marks this dispatch as {item.text('pubstatus')}")


def _category(item: Node, kind: str) -> str:
    return next((c.text("name") for c in item.nodes("categories") if c.text("type") == kind), "")
