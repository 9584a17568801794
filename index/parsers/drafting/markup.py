"""Marked-up news text (XHTML, NITF, HTML fragments) turned into paragraphs of plain text."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html

from index.parsers.decoding.xml_tree import local
from index.parsers.drafting.plain import plain_paragraphs, unwrap

_APART = frozenset(
    """address article aside blockquote block body body.content body.end body.head bq center dd div
    dl dt fn footer h1 h2 h3 h4 h5 h6 hl1 hl2 header hr html li main nav ol p para paragraph section
    summary table ul caption thead tbody tfoot pre nitf nitf-table tagline media-caption""".split()  # noqa: SIM905
)
"""Elements whose text stands apart from what is before and after."""
_INLINE = frozenset(
    """a abbr acronym alt-code b bdi bdo big chron city classifier copyrite country datum del em
    event fixed font frac function i ins kbd label lang link location mark math money name
    name.family name.given num object.title org person postaddr pronounce q region ruby s samp small
    span state story.date strike strong sub sublocation sup time tt u var virtloc wbr""".split()  # noqa: SIM905
)
"""Elements of HTML and NITF that stand within a line, whatever is around them."""
_LINES = frozenset(("br", "tr"))
_CELLS = frozenset(("td", "th"))
_SILENT = frozenset(
    """head style title template noscript datalist select button textarea colgroup param
    media-metadata custom-table""".split()  # noqa: SIM905
)
_COUNTED = {
    **dict.fromkeys(("img", "picture", "figure", "svg", "image", "map", "canvas", "bild"), "image"),
    **dict.fromkeys(("media", "media-reference", "media-object"), "media"),
    **dict.fromkeys(("video", "audio"), "media"),
    **dict.fromkeys(("iframe", "object", "embed", "applet"), "embed"),
    **dict.fromkeys(("script",), "script"),
    **dict.fromkeys(("form",), "form"),
}
_NEVER_APART = _INLINE | _LINES | _CELLS | _COUNTED.keys() | {""}
_HOLDS_BLOCKS = _APART - frozenset(
    "address caption dd dt h1 h2 h3 h4 h5 h6 hl1 hl2 p para paragraph".split()  # noqa: SIM905
)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_LOOSE_POINT = re.compile(r"\A[ \t\r]*\n\s*(?=[,.](?:\s|\Z))")
"""A line break that indents an element, between a word and the comma or full stop behind it."""
_TAGS = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_TWICE = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_PICTURES = ("image", "picture", "photo", "graphic", "logo", "jpeg", "jpg", "png", "gif", "tiff")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
"""Two line breaks, by which many wires part paragraphs."""
_PREFORMATTED = frozenset(("pre",))
_WIRED = re.compile(r"\n {2,8}\S[^\n]*\n(?=\S)")
"""An indented line above one that is not, as wires set paragraphs."""
_SEVERAL = 2


@dataclass(slots=True)
class Reading:
    """The paragraphs of a piece of markup, and how many parts of each kind were left out."""

    paragraphs: list[str] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)

    @property
    def body(self) -> str:
        """The paragraphs separated by empty lines."""
        return "\n\n".join(self.paragraphs)


def dropped_as(kind: str) -> str:
    """Return what a part is counted as, by its type as news formats and MIME name it."""
    word = kind.lower().partition("/")[0]
    if any(name in word for name in _PICTURES):
        return "image"
    return "media" if any(name in word for name in ("video", "audio")) else "attachment"


def looks_marked_up(text: str) -> bool:
    """Tell whether a string holds tags rather than plain text."""
    return _TAGS.search(text) is not None


def read_fragment(text: str, *, skip: frozenset[str] = frozenset()) -> Reading:
    """Read an HTML fragment held in a string; plain text comes out as its own lines."""
    if not text.strip():
        return Reading()
    try:
        tree = lxml_html.fragment_fromstring(_legal(text), create_parent="div")
    except (etree.ParserError, ValueError):
        return Reading([" ".join(html.unescape(_TAGS.sub(" ", text)).split())])
    return read_tree(tree, skip=skip)


def read_tree(top: etree._Element, *, skip: frozenset[str] = frozenset()) -> Reading:
    """Read an element: blocks become paragraphs, ``br`` a line break, cells share a line.

    Args:
        top: the element whose content is read.
        skip: local names of further elements that are left out silently.
    """
    walk = _Walk(skip)
    walk.read(top)
    return walk.done()


class _Walk:
    """One pass over a tree with its own stack, since content may be nested deeply."""

    def __init__(self, skip: frozenset[str]) -> None:
        self._skip = _SILENT | skip
        self._line: list[str] = []
        self._reading = Reading()
        self._verbatim = 0
        self._wired = False

    def read(self, top: etree._Element) -> None:
        """Read the tree below ``top``."""
        pending: list[tuple[etree._Element, bool, bool]] = [(top, True, False)]
        while pending:
            element, entering, among_blocks = pending.pop()
            apart = among_blocks and local(element).lower() not in _NEVER_APART
            if entering and self._enter(element, apart=apart):
                pending.append((element, False, among_blocks))
                block = element is top or apart or local(element).lower() in _HOLDS_BLOCKS
                lone = block and _holds_elements_only(element)
                pending.extend((child, True, lone) for child in reversed(element))
                continue
            if not entering:
                self._leave(element, apart=apart)
            self._add(element.tail if element is not top else None)

    def done(self) -> Reading:
        """Return what was read."""
        self._break()
        return self._reading

    def _enter(self, element: etree._Element, *, apart: bool) -> bool:
        name = local(element).lower()
        if name in _COUNTED:
            self._reading.dropped[_COUNTED[name]] += 1
            return False
        if not name:
            self._add(element.text if element.tag is etree.Entity else None)
            return False
        if name in self._skip:
            return False
        self._open(name, apart=apart)
        self._add(element.text)
        return True

    def _open(self, name: str, *, apart: bool) -> None:
        if name in _LINES:
            self._line.append("\n")
        elif name in _APART or apart:
            self._break()
        elif name in _CELLS and "".join(self._line[-2:]).strip(" ")[-1:] not in ("", "\n"):
            self._line.append("\t")
        self._verbatim += name in _PREFORMATTED

    def _leave(self, element: etree._Element, *, apart: bool) -> None:
        name = local(element).lower()
        if name in _APART or apart:
            self._break()
        self._verbatim -= name in _PREFORMATTED

    def _add(self, text: str | None) -> None:
        if not text:
            return
        self._wired = self._wired or len(_WIRED.findall(text)) >= _SEVERAL
        if self._line:
            text = _LOOSE_POINT.sub("", text)
        self._line.append(text if self._verbatim or self._wired else _BLANKS.sub(" ", text))

    def _break(self) -> None:
        if not self._line:
            return
        text = "".join(self._line)
        self._line.clear()
        if _TWICE.search(text):
            text = html.unescape(text)
        if self._verbatim or self._wired:
            self._wired = False
            self._reading.paragraphs += plain_paragraphs(text)
            return
        for part in _EMPTY_LINE.split(text):
            if joined := unwrap([line for line in part.split("\n") if line.strip()]):
                self._reading.paragraphs.append(joined)


def _holds_elements_only(element: etree._Element) -> bool:
    """Tell a parent without text of its own: what it holds stands one below the other."""
    texts = (element.text, *(child.tail for child in element))
    return not any(text and text.strip() for text in texts)


def _legal(text: str) -> str:
    """Drop the characters that no XML tree can hold."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", text)
