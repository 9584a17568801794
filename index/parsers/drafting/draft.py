"""A dispatch while its fields are being found: the first finder wins and leaves its name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from index.dispatch import Dispatch, Precision, Revision, Timestamp
from index.errors import NoTextFound
from index.parsers.drafting.revisions import headline_label, revision_label
from index.wire.authority import profile_of, stated_name
from index.wire.boilerplate import part_closing
from index.wire.byline import is_byline, split_byline
from index.wire.dateline import find_dateline, is_date_alone, stated_city
from index.wire.dates import read_date, read_iso
from index.wire.language import detect_language
from index.wire.tidy import one_line, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from index.parsers import Source
    from index.wire.agencies import AgencyProfile

Line = Literal["headline", "dateline", "city", "slug", "source_url"]
Block = Literal["body", "standfirst", "boilerplate"]
Moment = Literal["filed", "updated", "embargo", "captured"]
Several = Literal["section", "keywords"]

_LOGIN = re.compile(r"[a-z]+(?:[._][a-z]+)+\d*\Z|\S+@\S+\Z")
_PSEUDONYM = re.compile(r"(?=[^@]*\d)[^\W\d_][\w.'-]* [\w .'-]{1,50}\Z")
"""A name with a figure in it, believed where a field of its own holds it."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|\Z)")
_THREE = {
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it",
    "por": "pt", "tur": "tr", "ara": "ar", "nld": "nl", "dut": "nl", "rus": "ru", "dan": "da",
    "swe": "sv", "nor": "no", "fin": "fi", "jpn": "ja", "zho": "zh", "chi": "zh", "pol": "pl",
}  # fmt: skip
_OPENING = 80
_MOST_KEY_WORDS = 4
_MOST_ABOVE = 5
"""Paragraphs above the one with the dateline: labels, points, the byline."""


class Draft:
    """Collects the fields of one dispatch.

    Each ``take…`` method ignores an empty value and one for a field that is already filled, so a
    parser lists its places from the most to the least trustworthy.
    """

    def __init__(self, form: str, source: Source) -> None:
        self.form = form
        self.source = source
        self.origins: dict[str, str] = {}
        self.dropped: Counter[str] = Counter()
        self.warnings: list[str] = []
        self.partial = False
        self._text: dict[str, str] = {}
        self._several: dict[str, tuple[str, ...]] = {}
        self._moments: dict[str, str | Timestamp] = {}
        self._agency = ""
        self._language = ""
        self._number: int | None = None
        self._revision: dict[str, str] = {}

    def take(self, field: Line, value: str | None, origin: str) -> None:
        """Fill a field that is one line of text."""
        if (line := one_line(value or "")) and field not in self._text:
            self._text[field], self.origins[field] = line, origin

    def take_dateline(self, value: str, origin: str) -> None:
        """Fill the dateline, and from it the city; a date alone is none."""
        if not is_date_alone(value):
            self.take("dateline", value, origin)
            self.take("city", stated_city(value), origin)

    def take_text(self, field: Block, value: str | None, origin: str) -> None:
        """Fill a field that may have paragraphs; only boilerplate adds up."""
        text = tidy(value or "")
        known = self._text.get(field, "")
        if field == "boilerplate" and known and text and text not in known:
            self._text[field] = f"{known}\n\n{text}"
        elif text and not known:
            self._text[field], self.origins[field] = text, origin

    def take_below(self, value: str, origin: str) -> None:
        """Fill the standfirst from below the headline; key words in capitals are a slug."""
        headline, words = self.value("headline"), value.split()
        if value.isupper() and not headline.isupper() and len(words) <= _MOST_KEY_WORDS:
            self.take("slug", value, origin)
        else:
            self.take_text("standfirst", value, origin)

    def take_several(self, field: Several, values: Iterable[str], origin: str) -> None:
        """Fill a list field; each value once, in order."""
        found = tuple(dict.fromkeys(line for value in values if (line := one_line(value))))
        if found and field not in self._several:
            self._several[field], self.origins[field] = found, origin

    def take_caption(self, kind: str, *captions: str) -> None:
        """Let the longest caption be the body of an item that is a picture, a sound or an event."""
        if words := max(captions, key=len, default=""):
            self.take_text("body", words, "caption")
            if self.value("standfirst") == self.value("body"):
                del self._text["standfirst"], self.origins["standfirst"]
            self.warn(f"only the caption of this item of type {kind} is kept")

    def take_byline(self, value: str | None, origin: str) -> None:
        """Fill the byline from a printed one ("By A and B"); login names are none."""
        line = one_line(value or "")
        names = tuple(name for name in split_byline(line) if not _LOGIN.match(name))
        if not names and _PSEUDONYM.match(line):
            names = (line,)
        if names and "byline" not in self._several:
            self._several["byline"], self.origins["byline"] = names, origin

    def take_author(self, value: str, origin: str) -> None:
        """Fill the byline with a name, or an address, exactly as it stands."""
        if value and "byline" not in self._several:
            self._several["byline"], self.origins["byline"] = (one_line(value),), origin

    def take_agency(self, value: str | None, origin: str) -> None:
        """Fill the agency as an element names it; by its name where that gives a code of it."""
        if (name := stated_name(one_line(value or ""))) and not self._agency:
            self._agency, self.origins["agency"] = name, origin

    def take_date(self, field: Moment, value: str | None, origin: str) -> None:
        """Fill a date from text; it is read in :meth:`finish`, once the agency is known."""
        if (line := one_line(value or "")) and field not in self._moments and self._read(line):
            self._moments[field], self.origins[field] = line, origin

    def take_stamp(self, field: Moment, value: Timestamp | None, origin: str) -> None:
        """Fill a date that is read already."""
        if value is not None and field not in self._moments:
            self._moments[field], self.origins[field] = value, origin

    def sharpen(self, field: Moment, value: Timestamp | None, origin: str) -> None:
        """Fill a date, or put a clock of the same day in the place of a day alone."""
        known = self._moments.get(field)
        held = self._stamp(known) if known else None
        day_alone = held is not None and held.precision is Precision.DAY
        if value and day_alone and held and held.day == value.day:
            del self._moments[field]
        self.take_stamp(field, value, origin)

    def take_language(self, value: str | None, origin: str) -> None:
        """Fill the language from a tag such as ``en-GB``."""
        if not self._language and (code := language_code(value or "")):
            self._language, self.origins["language"] = code, origin

    def take_revision(
        self, part: Literal["guid", "label", "supersedes"], value: str | None
    ) -> None:
        """Fill one part of the revision."""
        if line := one_line(value or ""):
            self._revision.setdefault(part, line)

    def take_number(self, value: str | None) -> None:
        """Fill the revision's number."""
        if self._number is None and value and (found := re.fullmatch(r"\s*(\d{1,18})\s*", value)):
            self._number = int(found.group(1))

    def drop(self, kinds: Mapping[str, int]) -> None:
        """Count parts that were left out."""
        self.dropped.update(kinds)

    def warn(self, message: str) -> None:
        """Note something that the user should know."""
        if message not in self.warnings:
            self.warnings.append(message)

    def value(self, field: Line | Block) -> str:
        """Return what is taken so far."""
        return self._text.get(field, "")

    def take_opening(self) -> None:
        """Take what byline and dateline in the first paragraphs say, where no element said it."""
        self.take("city", stated_city(self.value("dateline")), "dateline")
        opening = self.value("body").split("\n\n", _MOST_ABOVE)[:_MOST_ABOVE]
        if len(opening) > 1 and is_byline(opening[0]):
            self.take_byline(opening[0], "first line of the text")
        for place, paragraph in enumerate(opening):
            if found := find_dateline(one_line(paragraph)):
                if place and is_byline(opening[place - 1]):
                    self.take_byline(opening[place - 1], "line above the dateline")
                self.take("dateline", found.printed.rstrip(" -–—_"), "dateline in the text")
                self.take("city", found.city, "dateline in the text")
                self.take_stamp("filed", found.filed, "dateline in the text")
                if found.profile:
                    self.take_agency(found.profile.name, "dateline in the text")
                return

    def part_heading(self) -> None:
        """Take the headline, and what stands below it, off the body that prints them once more."""
        above = [self.value("headline"), self.value("standfirst")]
        paragraphs = self.value("body").split("\n\n")
        for line in above:
            if line and len(paragraphs) > 1 and one_line(paragraphs[0]) == line:
                del paragraphs[0]
            else:
                break
        self._text["body"] = "\n\n".join(paragraphs)

    def part_off(self, last: str) -> None:
        """Move a last paragraph that is no part of the story to the boilerplate."""
        self._text["body"] = self.value("body").removesuffix(last).rstrip()
        self.take_text("boilerplate", last, "closing of the text")

    def part_closing(self) -> None:
        """Move desk signatures and closing notices from the body to the boilerplate."""
        story, notices = part_closing(self.value("body").split("\n\n"))
        if notices:
            self._text["body"] = "\n\n".join(story)
            self.take_text("boilerplate", "\n\n".join(notices), "closing of the text")

    @property
    def profile(self) -> AgencyProfile | None:
        """What the archive knows of the agency taken so far."""
        return profile_of(self._agency) if self._agency else None

    @property
    def agency(self) -> str:
        """The agency as taken so far."""
        return self._agency

    def finish(self) -> Dispatch:
        """Return the dispatch.

        Raises:
            NoTextFound: there is neither a body nor a headline.
        """
        body = self.value("body") or self.value("standfirst")
        if not body and not self.value("headline"):
            raise NoTextFound(format=self.form)
        self._fall_back(body)
        revision = self._finish_revision()
        moments = {field: self._stamp(found) for field, found in self._moments.items()}
        filed, updated = self._finish_dates(moments.get("filed"), moments.get("updated"))
        return Dispatch(
            headline=self.value("headline"),
            body=self.value("body"),
            format=self.form,
            standfirst=self.value("standfirst"),
            byline=self._several.get("byline", ()),
            agency=self._agency,
            dateline=self.value("dateline"),
            city=self.value("city"),
            section=self._several.get("section", ()),
            keywords=self._several.get("keywords", ()),
            slug=self.value("slug"),
            language=self._language,
            filed=filed,
            updated=updated,
            captured=moments.get("captured") or self._captured(),
            embargo=moments.get("embargo"),
            boilerplate=self.value("boilerplate"),
            source_url=self.value("source_url") or self.source.url,
            revision=revision,
            partial=self.partial,
            origins=dict(self.origins),
            warnings=tuple(self.warnings),
            dropped={kind: count for kind, count in self.dropped.items() if count},
        )

    def _fall_back(self, body: str) -> None:
        if not self.value("body"):
            self.partial = True
            self.warn("the source holds no body text")
            stand_in: Line | Block = "standfirst" if self.value("standfirst") else "headline"
            self.take_text("body", self.value(stand_in), f"{stand_in}, the only text")
        if not self.value("headline"):
            self.take("headline", _opening(body), "opening words of the text")
        if not self._language:
            self.take_language(detect_language(f"{self.value('headline')}\n{body}"), "text")

    def _finish_dates(
        self, filed: Timestamp | None, updated: Timestamp | None
    ) -> tuple[Timestamp | None, Timestamp | None]:
        filed, updated = _in_order(filed, updated)
        if updated is None and (origin := self.origins.pop("updated", None)):
            self.origins.setdefault("filed", origin)
        if filed is not None and filed.ambiguous:
            self.warn("day and month of the date could be read the other way round")
        return filed, updated

    def _captured(self) -> Timestamp | None:
        when = self.source.captured
        return None if when is None else Timestamp.at(when)

    def _finish_revision(self) -> Revision | None:
        headline = self.value("headline")
        label = self._revision.get("label") or revision_label(self.value("slug"), headline)
        label = label or headline_label(headline)
        found = Revision(
            self._revision.get("guid"),
            self._number,
            label or None,
            self._revision.get("supersedes"),
        )
        if found == Revision():
            return None
        self.origins["revision"] = f"{self.form} identifiers"
        return found

    def _stamp(self, found: str | Timestamp) -> Timestamp | None:
        return found if isinstance(found, Timestamp) else self._read(found)

    def _read(self, text: str) -> Timestamp | None:
        profile = self.profile
        zone = profile.zone if profile else None
        day_first = profile.day_first if profile else None
        return read_iso(text, assumed=zone) or read_date(text, day_first=day_first, zone=zone)


def language_code(tag: str) -> str:
    """Return the ISO 639-1 code of a language tag, or ''."""
    found = _LANGUAGE.match(tag.strip())
    code = found.group().lower() if found else ""
    return code if len(code) == 2 else _THREE.get(code, "")


def _opening(body: str) -> str:
    """Return the first words of a text, as a stand-in for a headline that is missing."""
    first = one_line(body.split("\n\n", 1)[0])
    if len(first) <= _OPENING:
        return first
    return first[:_OPENING].rpartition(" ")[0].rstrip(" ,;:-–") + " …"


def _in_order(
    filed: Timestamp | None, updated: Timestamp | None
) -> tuple[Timestamp | None, Timestamp | None]:
    """Let ``filed`` stand for a lone date, and drop an update that is no later than it."""
    if filed is None:
        return updated, None
    if updated is None or filed.value.replace(tzinfo=None) == updated.value.replace(tzinfo=None):
        return filed, None
    if (filed.value.tzinfo is None) != (updated.value.tzinfo is None):
        return filed, updated if updated.day >= filed.day else None
    return filed, updated if updated.value > filed.value else None
