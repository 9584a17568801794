"""What agencies and services call the fields of a story in XML and JSON of their own design.

Names are written without case, hyphens and underscores; the first of a row is the most telling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.parsers.drafting.draft import Block, Line, Moment

BODY = (
    "contenttext", "contenthtml", "bodyhtml", "bodyxhtml", "bodytext", "maintext", "body",
    "content", "articlebody", "storybody", "storytext", "fulltext", "brodtext", "brødtekst",
    "tekst", "texte", "texto", "testo", "corps", "story", "text",
)  # fmt: skip
LINES: dict[Line, tuple[str, ...]] = {
    "headline": ("headline", "title", "hl1", "heading", "titre", "titel", "titulo", "titolo",
                 "tittel", "rubrik", "overskrift", "schlagzeile", "baslik"),
    "dateline": ("dateline", "placeline"),
    "city": ("town", "city", "ville", "ort", "ciudad"),
    "slug": ("slug", "slugproper", "slugline", "strapline", "keywordline"),
    "source_url": ("longurl", "url", "link", "permalink", "weburl"),
}  # fmt: skip
BLOCKS: dict[Block, tuple[str, ...]] = {
    "standfirst": ("subtitle", "standfirst", "subheadline", "subhead", "leadtext", "lead",
                   "abstract", "summary", "chapo", "ingress", "entradilla", "teaser", "vorspann"),
    "boilerplate": ("boilerplate", "updatenote", "ednote", "editorsnote", "tilredaktionen",
                    "copyright", "copyrightnotice", "disclaimer"),
}  # fmt: skip
DATES: dict[Moment, tuple[str, ...]] = {
    "filed": ("publishdate", "publicationdate", "publisheddate", "publishdatetime", "pubdate",
              "datepublished", "createddatetime", "created", "datecreated", "issuedate", "date",
              "datetime", "tarih", "fecha", "datum", "datepublish", "publishedat", "published",
              "publisheddatetime", "firstcreated", "firstpublished"),
    "updated": ("updateddatetime", "updated", "lastmodified", "modified", "modifieddate",
                "lastupdate", "datemodified", "datemodify", "updatedat", "versioncreated"),
    "embargo": ("embargo", "embargotime", "embargodate", "releasedate"),
}  # fmt: skip
BYLINES = ("byline", "author", "authors", "writer", "creator", "auteur", "autor", "autore",
           "verfasser")  # fmt: skip
AGENCIES = ("source", "provider", "agency", "origin", "credit", "publisher", "kaynak", "fuente")
SECTIONS = ("section", "category", "rubric", "rubrique", "ressort", "kategori", "indexcode")
KEYWORDS = ("keyword", "keywords", "tag", "tags", "subject")
GUIDS = ("newsid", "guid", "histid", "systemslug", "contentitemid", "id", "storyid", "uuid")
VERSIONS = ("version", "authorversion", "revision", "writethruvalue")
LANGUAGES = ("language", "lang", "sprache", "langue", "idioma")
MEDIA = ("image", "images", "photo", "picture", "logo", "video", "audio", "document", "graphic")
BEFORE = ("replaces", "replacedid", "supersedes", "previousversion")


def plain_name(name: str) -> str:
    """Return a name as it stands in the tables."""
    return name.lower().replace("-", "").replace("_", "")
