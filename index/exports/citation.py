"""What a bibliography says of a dispatch, taken from the fields of the exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.exports.entries import Fields


@dataclass(frozen=True, slots=True)
class Citation:
    """A dispatch as a source that is cited; every text is one line, absent ones are empty."""

    number: int
    headline: str
    authors: tuple[str, ...]
    agency: str
    city: str
    filed: str
    """ISO 8601, as precise as the source."""
    updated: str
    captured: str
    sections: tuple[str, ...]
    keywords: tuple[str, ...]
    summary: str
    language: str
    url: str
    sha256: str

    @property
    def key(self) -> str:
        """Return a name that is unique in the archive."""
        return f"dispatch-{self.number}"

    @property
    def note(self) -> str:
        """Return what leads back to the dispatch: accession, moments in full, fixity."""
        told = {
            "Accession": str(self.number),
            "filed": self.filed,
            "updated": self.updated,
            "SHA-256": self.sha256,
        }
        return "; ".join(f"{name} {value}" for name, value in told.items() if value)

    @property
    def sentence(self) -> str:
        """Return the citation as one plain sentence without its full stop."""
        moments = self.filed + (f" (updated {self.updated})" if self.updated else "")
        told = [
            f"“{self.headline}”" if self.headline else "",
            ", ".join(self.authors),
            self.agency,
            self.city,
            moments,
            f"accession {self.number}",
            f"SHA-256 {self.sha256}" if self.sha256 else "",
        ]
        return ", ".join(part for part in told if part)


def cite(fields: Fields) -> Citation:
    """Return the citation of a dispatch from its described fields."""
    return Citation(
        number=int(_line(fields, "id") or 0),
        headline=_line(fields, "headline"),
        authors=_lines(fields, "byline"),
        agency=_line(fields, "agency"),
        city=_line(fields, "city"),
        filed=_line(fields, "filed"),
        updated=_line(fields, "updated"),
        captured=_line(fields, "captured"),
        sections=_lines(fields, "section"),
        keywords=_lines(fields, "keywords"),
        summary=_line(fields, "standfirst"),
        language=_line(fields, "language"),
        url=_line(fields, "source_url"),
        sha256=_line(fields, "sha256"),
    )


def date_parts(iso: str) -> tuple[int, ...]:
    """Return year, month and day of an ISO 8601 moment, as many as it states."""
    return tuple(int(part) for part in iso.partition("T")[0].split("-") if part)


def _line(fields: Fields, name: str) -> str:
    value = fields[name]
    return "" if value is None or isinstance(value, list) else _one_line(str(value))


def _lines(fields: Fields, name: str) -> tuple[str, ...]:
    value = fields[name]
    lines = map(_one_line, value) if isinstance(value, list) else ()
    return tuple(line for line in lines if line)


def _one_line(text: str) -> str:
    printable = "".join(each if each.isprintable() or each.isspace() else "" for each in text)
    return " ".join(printable.split())
