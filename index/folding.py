"""The one folding: what counts as the same word, for indexing, querying and highlighting alike.

Case, accents, ligatures, dotless and dotted i, harakat and elided articles never matter:
``L’IWF`` and ``iwf`` fold to the same word. Words are cut from the text in chunks (letters,
digits, apostrophes, hyphens); a chunk is taken apart once and remembered.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

LONGEST_WORD = 80
"""Code points of a folded word that are kept; what follows is no word of a language."""

_APOSTROPHES = "'’ʼ‘′＇"
_HYPHENS = "‐‑-"
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0962\u0963\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
"""Signs that stand on a letter, or inside a word, without being one."""
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Written without spaces: each is a word of its own, and a run of them a phrase."""

_LETTER = rf"[^\W_ʼ{_IDEOGRAPHS}]"
_CHUNK = re.compile(rf"[\w{_MARKS}{_APOSTROPHES}{_HYPHENS}]+|[%‰]")
_PIECE = re.compile(rf"[{_IDEOGRAPHS}]|{_LETTER}(?:{_LETTER}|[{_MARKS}])*|[%‰]")

_ONLY_WORDS = bytes(ord(" ") if c < 0x80 and not _CHUNK.match(chr(c)) else c for c in range(256))
_FREQUENT_SIGNS = "\u00a0\u202f«»“”–—…"
"""Such that leaving them in pieces would make many of these that are met once only."""

_ELIDED = frozenset(
    "l d qu c j m n s t jusqu lorsqu puisqu quoiqu".split()  # noqa: SIM905 - reads as a list
)
_WHOLE = frozenset(
    "aujourd'hui quelqu'un quelqu'une quelqu'uns quelqu'unes presqu'ile presqu'iles "  # noqa: SIM905
    "prud'homme prud'hommes prud'homal prud'homale prud'homaux prud'homales".split()
)
"""Words with an apostrophe inside that is no elision."""
_SUFFIXES = frozenset(
    "s in un nin nun a e i u ya ye yi yu na ne ni nu da de ta te dan den tan ten nda nde ndan "  # noqa: SIM905
    "nden la le yla yle ca ce daki deki taki teki ndaki ndeki li lu lik luk".split()
)
"""The English possessive, and folded Turkish case endings, behind the apostrophe of a name."""

_DROPPED = dict.fromkeys([0xAD, 0x640, 0x200B, 0x200C, 0x200D, 0x2060, *range(0xFE00, 0xFE10)])
_LETTERS = {
    "ı": "i", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ð": "d", "þ": "th",
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه",
    "’": "'", "ʼ": "'", "‘": "'", "′": "'", "‐": "-",
}  # fmt: skip
_TABLE = str.maketrans(_LETTERS) | _DROPPED


class Token(NamedTuple):
    """One folded word of a text, with its place in the original text."""

    folded: str
    start: int
    end: int
    """``text[start:end]`` is the word as written, in code points."""
    position: int
    """Counts words; the joined form of a compound stands where its first part does."""


class Part(NamedTuple):
    """A word within a chunk: offsets and position count from the chunk's beginning."""

    folded: str
    start: int
    end: int
    step: int


class Chunk(NamedTuple):
    """What a chunk of text is made of."""

    parts: tuple[Part, ...]
    width: int
    """Positions it takes up: words, without the joined forms."""


def fold(text: str) -> str:
    """Reduce ``text`` to what counts as the same, keeping spaces and punctuation."""
    if text.isascii():
        return text.lower()
    once = _fold_once(text)  # some compatibility forms unfold into capitals
    return once.lower() if once.isascii() else _fold_once(once)


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of ``text`` in order; a compound yields its joined form, then its parts."""
    position = 0
    for match in _CHUNK.finditer(text):
        chunk, base = _CHUNKS[match.group()], match.start()
        for folded, start, end, step in chunk.parts:
            yield Token(folded, base + start, base + end, position + step)
        position += chunk.width


class WordFinder:
    """Finds some words in texts, far faster than looking through all of their tokens."""

    def __init__(self, words: Container[str]) -> None:
        self._words = words
        self._met: dict[str, int | Chunk] = {}
        """Chunk -> what of it is wanted, or only its width when nothing is."""

    def tokens(self, text: str) -> Iterator[Token]:
        """Yield the tokens of ``text`` that are one of the words."""
        position, met = 0, self._met
        for match in _CHUNK.finditer(text):
            text_of = match.group()
            chunk = met[text_of] if text_of in met else self._meet(text_of)
            if isinstance(chunk, int):
                position += chunk
                continue
            base = match.start()
            for folded, start, end, step in chunk.parts:
                yield Token(folded, base + start, base + end, position + step)
            position += chunk.width

    def _meet(self, text: str) -> int | Chunk:
        parts, width = _CHUNKS[text]
        if len(parts) == 1 and parts[0].folded not in self._words:  # most are like this
            self._met[text] = width
            return width
        wanted = [part for part in parts if part.folded in self._words]
        found = self._met[text] = Chunk(tuple(wanted), width) if wanted else width
        return found


def cut(text: str) -> list[bytes]:
    """Return the pieces of ``text`` in order: the fast way in for an indexer, with `parts_of`.

    As bytes, cut where ASCII has a sign, which takes a fifth of the time of finding chunks. A
    piece holds one of them, or several with signs of other alphabets between them.
    """
    if not text.isascii():
        for sign in _FREQUENT_SIGNS:
            text = text.replace(sign, " ")
    return text.encode("utf-8", "surrogatepass").translate(_ONLY_WORDS).split()


def word_of(piece: bytes) -> str:
    """Return the folded word that a piece is, as most are; empty if it has to be taken apart."""
    if piece.isalnum():
        return piece[:LONGEST_WORD].lower().decode()
    return _word(piece.decode("utf-8", "surrogatepass"))


def parts_of(piece: bytes) -> Chunk:
    """Take a piece apart, as if it were one chunk."""
    parts: list[Part] = []
    width = 0
    for match in _CHUNK.finditer(piece.decode("utf-8", "surrogatepass")):
        chunk, base = _taken_apart(match.group()), match.start()
        parts += [
            Part(f, base + start, base + end, width + step) for f, start, end, step in chunk.parts
        ]
        width += chunk.width
    return Chunk(tuple(parts), width)


def _word(chunk: str) -> str:
    if chunk.isascii() and chunk.isalnum():
        return chunk[:LONGEST_WORD].lower()
    if _PIECE.fullmatch(chunk) and (folded := fold(chunk)).isalnum():
        return folded[:LONGEST_WORD]
    return ""


def _taken_apart(chunk: str) -> Chunk:
    if word := _word(chunk):
        return Chunk((Part(word, 0, len(chunk), 0),), 1)
    pieces = [_Piece(m.group(), m.start(), m.end()) for m in _PIECE.finditer(chunk)]
    groups = _groups(chunk, [piece for piece in pieces if piece.folded])
    parts: list[Part] = []
    width = 0
    for group in groups:
        parts.extend(_parts(group, width))
        width += 1 if _is_whole(group) else len(group)
    return Chunk(tuple(parts), width)


def _fold_once(text: str) -> str:
    # I with a dot above is decomposed by casefold itself; its dot then falls with the marks
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold())
    bare = "".join([c for c in decomposed if not unicodedata.combining(c)]).translate(_TABLE)
    return bare if bare.isascii() else "".join([_digit(c) for c in bare])


def _digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


class _Piece:
    """A run of letters within a chunk."""

    __slots__ = ("end", "folded", "raw", "start")

    def __init__(self, raw: str, start: int, end: int) -> None:
        self.raw, self.start, self.end = raw, start, end
        folded = fold(raw)
        if not folded.isalnum() and folded not in {"%", "‰"}:
            folded = "".join([c for c in folded if c.isalnum()])
        self.folded = folded[:LONGEST_WORD]


def _groups(chunk: str, pieces: list[_Piece]) -> list[list[_Piece]]:
    """Drop elided articles and endings; put together what a hyphen or apostrophe joins."""
    groups: list[list[_Piece]] = []
    before: _Piece | None = None
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if (after and _is_elided(chunk, piece, after)) or _is_ending(chunk, before, piece):
            before = None if after and _is_elided(chunk, piece, after) else before
            continue
        if before and _joint(chunk, before, piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
        before = piece
    return groups


def _joint(chunk: str, one: _Piece, other: _Piece) -> str:
    """Return the apostrophe or hyphen, as ``'`` or ``-``, that alone stands between the two."""
    between = chunk[one.end : other.start]
    if len(between) != 1:
        return ""
    return "'" if between in _APOSTROPHES else "-" if between in _HYPHENS else ""


def _is_elided(chunk: str, piece: _Piece, after: _Piece) -> bool:
    return piece.folded in _ELIDED and _joint(chunk, piece, after) == "'"


def _is_ending(chunk: str, before: _Piece | None, piece: _Piece) -> bool:
    if before is None or piece.folded not in _SUFFIXES or _joint(chunk, before, piece) != "'":
        return False
    named = before.raw[0].isupper() or before.raw[-1].isdecimal()
    return (named or piece.folded == "s") and not _is_whole([before, piece])


def _is_whole(group: list[_Piece]) -> bool:
    return "'".join(piece.folded for piece in group) in _WHOLE


def _parts(group: list[_Piece], step: int) -> Iterator[Part]:
    joined = "".join(piece.folded for piece in group)[:LONGEST_WORD]
    if _is_whole(group):
        yield Part(joined, group[0].start, group[-1].end, step)
        return
    if len(group) > 1 and not joined.isdecimal():
        yield Part(joined, group[0].start, group[-1].end, step)
    for at, piece in enumerate(group):
        yield Part(piece.folded, piece.start, piece.end, step + at)


class _Chunks(dict[str, Chunk]):
    """Chunks already taken apart; forgets them all when there are too many."""

    limit = 1 << 17

    def __missing__(self, text: str) -> Chunk:
        found = _taken_apart(text)
        if len(text) <= LONGEST_WORD:
            if len(self) >= self.limit:
                self.clear()
            self[text] = found
        return found


_CHUNKS = _Chunks()
