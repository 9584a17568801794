"""Annotations as one HTML page to read or print, grouped by concept, each with its citation.

Everything that comes from a dispatch or a user is escaped. The page holds no script, picture or
link, and its policy forbids a browser to load anything.
"""

from __future__ import annotations

from html import escape
from typing import IO, TYPE_CHECKING

from index.annotation import Colour
from index.exports.annotation_groups import report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.annotation import AnnotationReport, ReportedPassage
    from index.exports.passages import About, Passage

_EDGES = {
    Colour.YELLOW: "#a67c00 solid",
    Colour.ORANGE: "#c45f00 dashed",
    Colour.RED: "#c62828 double",
    Colour.PINK: "#c2185b dotted",
    Colour.PURPLE: "#7b3fc4 dashed",
    Colour.BLUE: "#1f66c4 solid",
    Colour.TEAL: "#00796f dotted",
    Colour.GREEN: "#3a7d1e double",
}
_STYLE = """
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; max-width: 44rem; margin: 2rem auto;
  padding: 0 1rem; color: #1a1a1a; background: #fff; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
article { margin: 0 0 1.4rem; break-inside: avoid; }
blockquote, .note { margin: 0; white-space: pre-line; }
blockquote { padding: .1rem .8rem; border-left: 4px solid; }
.note { padding: .4rem .8rem 0; font-style: italic; }
footer, .count { color: #555; font: .8rem/1.45 system-ui, sans-serif; padding: .3rem .8rem 0; }
.count { padding: 0; }
"""


def write(passages: Iterable[Passage], about: About, file: IO[str]) -> int:
    """Write the page; return how many annotations there are."""
    found = report(passages, about.language)
    file.writelines(f"{line}\n" for line in _page(found))
    return found.count


def _page(found: AnnotationReport) -> Iterator[str]:
    title = escape(found.title)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(found.language)}">'
    yield '<head><meta charset="utf-8">'
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{title}</title><style>{_STYLE}{''.join(_edges())}</style></head>"
    yield f'<body><h1>{title}</h1><p class="count">{found.counted}</p>'
    for section in found.sections:
        yield f"<section><h2>{escape(section.title)}</h2>"
        yield from map(_article, section.passages)
        yield "</section>"
    yield "</body></html>"


def _edges() -> Iterator[str]:
    for colour, edge in _EDGES.items():
        ink, line = edge.split()
        yield f".{colour} {{ border-left-color: {ink}; border-left-style: {line}; }}\n"


def _article(passage: ReportedPassage) -> str:
    note = f'<p class="note">{escape(passage.note)}</p>' if passage.note else ""
    about = f"<br>{escape(passage.about)}" if passage.about else ""
    quote = f'<blockquote class="{passage.colour}">{escape(passage.quote)}</blockquote>'
    return f"<article>{quote}{note}<footer>{escape(passage.source)}{about}</footer></article>"
